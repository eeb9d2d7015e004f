"""How sure a reading is: in the drawer, beside statements, in the legend, in the terminal; and what was left out."""

import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import jsonschema
import pytest
from dossier_case import case, finding
from rich.console import Console

from firsthand.model import Dossier, LeftOut
from firsthand.views import schema, summary, to_html, to_json

LOW = {"S1": 0.41, "S5": 0.3, "S6": 0.2, "S11": 0.4999, "S12": 0.1}
TOLD = "It rests on one statement read with probability 0.30."


def unsure_case() -> Dossier:
    """The case with five unsure readings, two claims that rest on such, and two statements left out."""
    plain = case()
    statements = tuple(replace(s, confidence=LOW.get(s.id, 0.83)) for s in plain.statements)
    left = tuple(replace(s, id=f"S9{s.id[1:]}", claim=None, event=None, confidence=0.05) for s in statements[8:10])
    second = plain.claims[1]
    rests = replace(second, findings=(*second.findings, finding("reading.unsure", TOLD, *statements[4].content)))
    return replace(
        plain,
        statements=statements,
        claims=(plain.claims[0], rests, plain.claims[2]),
        left_out=LeftOut(0.06, left),
    )


class Shown(HTMLParser):
    """The words of a page, its marks of doubt with their titles, and the labels of its links."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.doubts: list[str] = []
        self.labels: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("class") == "doubt" and given.get("title"):
            self.doubts.append(str(given["title"]))
        if given.get("aria-label"):
            self.labels.append(str(given["aria-label"]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def page() -> Shown:
    return Shown(to_html(unsure_case()))


def test_the_drawer_says_with_what_probability_each_was_read(page: Shown) -> None:
    assert page.text.count("read with probability 0.83") >= 7
    assert "read with probability 0.41" in page.text
    assert page.text.count("likelier wrong than right") == len(LOW) + 1  # and in the legend


def test_what_is_under_one_half_bears_a_mark_where_it_stands(page: Shown) -> None:
    # Each once in its card and once in the notes beside its report.
    assert page.doubts.count("Unsure reading: read with probability 0.30") == 2
    assert page.doubts.count("Unsure reading: read with probability 0.20") == 2
    assert "1 of 3 read with a probability under 0.50" in page.doubts  # beside the count of the voice
    assert "Unsure reading: read with probability 0.49" in page.doubts


def test_the_timeline_marks_it_and_says_so_aloud(page: Shown) -> None:
    assert "5 March 2031: Ines Korr expects. Unsure reading: read with probability 0.30" in page.labels
    drawn = to_html(unsure_case())
    assert drawn.count('class="doubt-mark"') == len(LOW)
    mixed = "unnamed Lembian officials affirms. 1 of 3 read with a probability under 0.50"
    assert any(label.endswith(mixed) for label in page.labels)
    assert drawn.count("A “?” beside a mark is an unsure reading.") == 1


def test_a_claim_that_rests_on_it_says_so_in_its_card(page: Shown) -> None:
    assert TOLD in page.text
    assert "reading.unsure" in page.text
    assert TOLD in page.doubts  # at a glance
    own = to_html(unsure_case())
    card = own[own.index('id="C2"') : own.index('id="C3"')]
    assert TOLD in card.partition("<footer>")[0]


def test_the_legend_explains_the_mark_only_where_there_is_one(page: Shown) -> None:
    assert "? Unsure reading: a statement read with a probability under 0.50" in page.text
    sure = to_html(case())
    assert 'class="lead doubtful"' not in sure
    assert 'class="doubt-mark"' not in sure
    assert not Shown(sure).doubts


def test_the_head_of_the_page_lists_what_was_left_out(page: Shown) -> None:
    assert "2 statements under 0.06 left out" in page.text
    assert "S910" in page.text
    assert re.search(r"S910 Ada Brenn, .{,30} \(R5\), read with probability 0.05", page.text)
    assert "left out" not in Shown(to_html(case())).text
    none = Shown(to_html(replace(case(), left_out=LeftOut(0.25)))).text
    assert "0 statements under 0.25 left out" in none


def test_the_terminal_marks_alike() -> None:
    def printed(dossier: Dossier) -> str:
        console = Console(file=io.StringIO(), width=80)
        summary(dossier, console)
        return str(console.file.getvalue())  # type: ignore[attr-defined]

    told = printed(unsure_case())
    assert "expects: Ines Korr ?" in told
    assert "Pavo Lind ?" in told
    assert "unnamed Lembian officials (1 of 3 ?)" in " ".join(told.split())
    assert f"? {TOLD}" in told
    assert "? unsure reading: read with a probability under 0.50." in told
    assert "2 statements under 0.06 left out" in " ".join(told.split())
    assert "unsure" not in printed(case())
    assert "left out" not in printed(case())


def test_json_holds_what_was_left_out() -> None:
    data = json.loads(to_json(unsure_case()))
    jsonschema.validate(data, schema(), cls=jsonschema.Draft202012Validator)
    assert data["left_out"]["min_confidence"] == 0.06
    assert [s["id"] for s in data["left_out"]["statements"]] == ["S99", "S910"]
    assert data["counts"]["left_out"] == 2
    assert json.loads(to_json(case()))["left_out"] == {"min_confidence": 0, "statements": []}
