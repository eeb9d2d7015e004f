"""The documentation says what the code does: rules, commands, lexicons, packages, links."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from firsthand.cli.main import main
from firsthand.evaluation.__main__ import main as evaluation
from firsthand.evaluation.calibration import main as calibration
from firsthand.evaluation.reader import main as reader_table

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "firsthand"
STAGES = ("intake", "statements", "events", "claims", "lineage", "grading")
RULES = re.findall(r"^### (\S+)$", (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), re.MULTILINE)
AREAS = {rule.partition(".")[0] for rule in RULES}
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def literals(tree: ast.AST) -> Iterator[str]:
    """Every string of a module as a pattern; what an f-string fills in may be any word."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr):
            yield "".join(
                re.escape(part.value)
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
                else r"[a-z0-9-]+"
                for part in node.values
            )


def rules_in_code() -> dict[str, str]:
    """Names of rules, as patterns, with the module that uses them."""
    found = {}
    shape = re.compile(rf"({'|'.join(sorted(AREAS))})\\\.(?:[a-z0-9]|\\-|\[a-z0-9-\]\+)+")
    for stage in STAGES:
        for path in sorted((PACKAGE / stage).rglob("*.py")):
            for text in literals(ast.parse(path.read_text(encoding="utf-8"))):
                if shape.fullmatch(text):
                    found[text] = f"{stage}/{path.name}"
    return found


def first_arguments() -> Iterator[tuple[str, str]]:
    """What is written as the feature of each Finding, where a stage writes it out."""
    for path in (path for stage in STAGES for path in sorted((PACKAGE / stage).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield str(first.value), path.name


def test_every_rule_in_code_has_its_heading() -> None:
    missing = {
        f"{rule} ({where})" for rule, where in rules_in_code().items() if not any(re.fullmatch(rule, r) for r in RULES)
    }
    assert not missing


def test_every_heading_has_its_rule_in_code() -> None:
    patterns = rules_in_code()
    # What intake decides leaves no findings: a report is not judged, its date and outlet carry a basis and spans.
    idle = {r for r in RULES if not r.startswith("intake.") and not any(re.fullmatch(p, r) for p in patterns)}
    assert not idle


def test_every_finding_is_of_a_known_area() -> None:
    assert not [pair for pair in first_arguments() if pair[0].partition(".")[0] not in AREAS]


def test_no_heading_stands_twice() -> None:
    assert len(RULES) == len(set(RULES))


def test_the_findings_of_the_example_have_headings() -> None:
    import firsthand

    made = firsthand.dossier(sorted((ROOT / "examples").glob("*.txt")))
    judged = [*made.statements, *made.events, *made.claims, *made.lineage, *made.discrepancies]
    judged += [c.grade for c in made.claims] + [o for c in made.claims for o in c.origins]
    assert {finding.feature for one in judged for finding in one.findings} <= set(RULES)


def commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that call it."""
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from commands(child, f"{path} {name}")
    else:
        yield path, command


@pytest.mark.parametrize(
    ("call", "command", "page"),
    [(call, command, "commands.md") for call, command in commands(main, "firsthand")]
    + [("python -m firsthand.evaluation", evaluation, "evaluation.md")]
    + [("firsthand.evaluation.reader", reader_table, "evaluation.md")]
    + [("firsthand.evaluation.calibration", calibration, "evaluation.md")],
)
def test_every_command_and_option_is_documented(call: str, command: click.Command, page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    assert call in text
    section = text.partition(call)[2].partition("\n## firsthand")[0]
    for option in (p for p in command.params if isinstance(p, click.Option)):
        for name in option.opts:
            assert f"`{name}" in section


@pytest.mark.parametrize("path", sorted((PACKAGE / "lexicons").glob("*.csv")), ids=lambda p: p.stem)
def test_every_lexicon_is_headed_with_origin_licence_and_meaning(path: Path) -> None:
    head = [line for line in path.read_text(encoding="utf-8").splitlines()[:12] if line.startswith("#")]
    for word in ("origin", "licence", "meaning"):
        assert any(re.match(rf"# {word}\b.*:", line.lower()) for line in head), word


def test_every_package_is_in_the_architecture() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    names = [p.stem for p in PACKAGE.iterdir() if (p / "__init__.py").exists() or p.suffix == ".py"]
    assert not [name for name in names if name != "__init__" and f"`{name}`" not in text]


def test_every_package_is_in_the_contract_of_imports() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    layered = {name.strip() for layer in contract["layers"] for name in layer.split("|")}
    assert layered == {p.stem for p in PACKAGE.iterdir() if (p / "__init__.py").exists() or p.suffix == ".py"} - {
        "__init__"
    }


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_resolve(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists(), target
        if anchor:
            assert anchor in anchors(path.read_text(encoding="utf-8")), target


def test_every_target_of_make_that_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"))) <= targets


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(len(numbers)))
