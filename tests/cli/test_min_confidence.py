"""``--min-confidence``: what is left out is counted and listed, and nothing rests on it."""

import json
from pathlib import Path
from typing import Any

import pytest

import firsthand
from cli.bad_inputs import Run

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))[:3]


def median(statements: list[dict[str, Any]]) -> float:
    """A bound that leaves out some of these statements and not all."""
    found = sorted({s["confidence"] for s in statements})
    assert len(found) > 1
    return float(found[len(found) // 2])


def ids_in(node: object) -> set[str]:
    """Every string below a node that may be an id."""
    if isinstance(node, dict):
        return {found for value in node.values() for found in ids_in(value)}
    if isinstance(node, list):
        return {found for value in node for found in ids_in(value)}
    return {node} if isinstance(node, str) else set()


def test_read_lists_and_counts_what_it_leaves_out(run: Run) -> None:
    whole = [json.loads(line) for line in run("read", *EXAMPLES, "-q").stdout.splitlines()]
    assert all(o["left_out"] == {"min_confidence": 0, "statements": []} for o in whole)
    bound = median([s for o in whole for s in o["statements"]])
    result = run("read", *EXAMPLES, "-q", "--min-confidence", bound)
    cut = [json.loads(line) for line in result.stdout.splitlines()]
    number = 0
    for before, after in zip(whole, cut, strict=True):
        assert after["left_out"]["min_confidence"] == bound
        left = after["left_out"]["statements"]
        number += len(left)
        assert all(s["confidence"] < bound for s in left)
        assert all(s["confidence"] >= bound for s in after["statements"])
        assert {s["id"] for s in (*left, *after["statements"])} == {s["id"] for s in before["statements"]}
        assert {i for e in after["events"] for i in e["statements"]} <= {s["id"] for s in after["statements"]}
    assert number > 0
    assert f"{number} statements under " in result.stderr
    assert result.stderr.strip().endswith("left out")


def test_nothing_of_a_dossier_rests_on_what_is_left_out(run: Run, tmp_path: Path) -> None:
    assert "left out" not in run("dossier", *EXAMPLES, "-q", "-o", tmp_path / "whole").stderr
    whole = json.loads((tmp_path / "whole" / "dossier.json").read_text(encoding="utf-8"))
    bound = median(whole["statements"])
    result = run("dossier", *EXAMPLES, "-o", tmp_path / "cut", "--min-confidence", bound)
    assert result.exit_code == 0
    cut = json.loads((tmp_path / "cut" / "dossier.json").read_text(encoding="utf-8"))
    left = {s["id"] for s in cut["left_out"]["statements"]}
    assert left == {s["id"] for s in whole["statements"] if s["confidence"] < bound}
    assert cut["counts"]["left_out"] == len(left)
    assert cut["counts"]["statements"] == len(whole["statements"]) - len(left)
    rest = {key: value for key, value in cut.items() if key != "left_out"}
    assert not ids_in(rest) & left
    assert all(s["claim"] is None and s["event"] is None for s in cut["left_out"]["statements"])
    # The summary in the terminal and the head of the page name them too.
    assert result.stdout.count("left out") == 1
    page = (tmp_path / "cut" / "dossier.html").read_text(encoding="utf-8")
    assert f"{len(left)} statements under" in page


@pytest.mark.parametrize("command", ["read", "dossier"])
@pytest.mark.parametrize("bound", ["-0.1", "1.01", "nan", "inf", "60%"])
def test_a_bound_that_is_no_probability_is_refused(run: Run, report: Path, command: str, bound: str) -> None:
    result = run(command, report, f"--min-confidence={bound}")
    assert result.exit_code == 2
    assert "--min-confidence" in result.stderr
    assert "from 0 to 1" in result.stderr or "valid float" in result.stderr


@pytest.mark.parametrize("bound", [-1.0, 1.5, float("nan")])
def test_python_refuses_it_before_reading(bound: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        firsthand.read("nowhere.txt", min_confidence=bound)
    with pytest.raises(ValueError, match="from 0 to 1"):
        firsthand.dossier("nowhere.txt", min_confidence=bound)


def test_python_leaves_out_alike() -> None:
    [whole] = firsthand.read(EXAMPLES[0])
    assert whole.left_out.statements == ()
    [none] = firsthand.read(EXAMPLES[0], min_confidence=1.0)
    assert {s.id for s in (*none.statements, *none.left_out.statements)} == {s.id for s in whole.statements}
    assert all(s.confidence == 1.0 for s in none.statements)
    made = firsthand.dossier(EXAMPLES[0], min_confidence=1.0)
    assert made.left_out.min_confidence == 1.0
    assert {s.id for s in made.left_out.statements} <= {s.id for s in whole.statements}
