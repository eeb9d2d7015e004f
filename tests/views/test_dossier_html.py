"""The page: whole, standing alone, readable without script, and proof against what a report may hold."""

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from dossier_case import HOSTILE, case, hostile_case

from firsthand.model import Dossier
from firsthand.views import to_html

EMPTY = Dossier("Nothing", None, (), (), (), (), (), (), (), (), (), ())
VOID = {"meta", "input", "br", "link", "img"}


@dataclass
class Page(HTMLParser):
    """Tags with attributes, text, and the scripts and styles of a page; fails on tags that do not match."""

    source: str
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    raw: dict[str, list[str]] = field(default_factory=lambda: {"script": [], "style": []})

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1] in self.raw:
            self.raw[self.stack[-1]].append(data)
        else:
            self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


@pytest.fixture(scope="module", params=[case, hostile_case], ids=["plain", "hostile"])
def dossier(request: pytest.FixtureRequest) -> Dossier:
    made: Dossier = request.param()
    return made


@pytest.fixture(scope="module")
def page(dossier: Dossier) -> Page:
    return Page(to_html(dossier))


def test_no_outside_address(page: Page) -> None:
    for name in ("href", "src", "action", "data", "poster", "srcset", "xlink:href"):
        for value in page.values(name):
            assert value.startswith("#"), (name, value)
    assert "url(" not in "".join(page.raw["style"])
    assert "@import" not in "".join(page.raw["style"])
    assert not re.search(r"fetch|XMLHttpRequest|innerHTML|eval\(", "".join(page.raw["script"]))


def test_report_text_never_becomes_markup(page: Page) -> None:
    assert len([tag for tag, _ in page.tags if tag == "script"]) == 1
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert not [tag for tag, _ in page.tags if tag in ("iframe", "object", "embed", "img", "link", "base", "form")]


def test_hostile_words_are_shown_as_they_are() -> None:
    page = Page(to_html(hostile_case()))
    assert "".join(page.text).count(HOSTILE) > 20


def test_only_its_own_script_may_run(page: Page) -> None:
    script = "".join(page.raw["script"]).encode()
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    policy = next(a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_ids_are_unique_and_links_lead_somewhere(page: Page) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {value[1:] for value in page.values("href")} <= set(ids)


def test_everything_clickable_has_its_evidence(page: Page, dossier: Dossier) -> None:
    ids = set(page.values("id"))
    opened = {key for value in page.values("data-statements") for key in value.split()}
    assert opened == {statement.id for statement in dossier.statements}
    assert {f"evidence-{key}" for key in opened} <= ids
    evidence = set(page.values("data-evidence"))
    assert evidence == {f"L{n + 1}" for n in range(len(dossier.lineage))}
    assert {f"evidence-{key}" for key in evidence} <= ids
    for tag, attributes in page.tags:
        if "data-statements" in attributes or "data-evidence" in attributes:
            assert tag == "a"
            assert attributes["href"]


def test_readable_without_script(page: Page, dossier: Dossier) -> None:
    """Only the drawer and the script's own tools are hidden; the report's words stand in the page."""
    for _, attributes in page.tags:
        if "hidden" in attributes:
            assert attributes.get("id") == "drawer" or "data-script" in attributes
    shown = "".join("".join(page.text).split())
    for report in dossier.reports:
        for line in report.text.splitlines():
            assert "".join(line.split()) in shown


def test_names_languages_and_isolation(page: Page) -> None:
    assert next(a for tag, a in page.tags if tag == "html")["lang"] == "en"
    assert all(a.get("aria-label") for tag, a in page.tags if tag == "svg" and a.get("role") == "group")
    assert "\u202e" not in "".join(page.raw["script"])


def test_sections_stand_in_the_order_of_the_design() -> None:
    page = Page(to_html(case()))
    order = [a["id"] for tag, a in page.tags if tag == "section"]
    assert order == ["claims", "timeline", "stemma", "matrix", "discrepancies", "register", "reports"]


def test_words_and_shapes_beside_colours() -> None:
    text = "".join(Page(to_html(case())).text)
    for word in ("acknowledged", "contested", "affirms", "denies", "withholds", "expects", "1 set aside"):
        assert word in text
    assert "unnamed Lembian officials › The Harbour Ledger › Lembian Wire" in text
    assert "40 miles is 64 km." in text


def test_an_empty_dossier_is_a_page_too() -> None:
    page = Page(to_html(EMPTY))
    assert "No claim was found in these reports." in "".join(page.text)
    assert {value[1:] for value in page.values("href")} <= set(page.values("id"))


def test_same_dossier_same_page() -> None:
    assert to_html(case()) == to_html(case())
