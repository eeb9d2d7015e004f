"""``firsthand.read`` and ``firsthand.dossier``: what they take, what they refuse, what they give."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

import firsthand
from firsthand.model import Dossier
from firsthand.views import to_html, to_json

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


@pytest.fixture(scope="module")
def made() -> Dossier:
    return firsthand.dossier(EXAMPLES, title="Missiles")


def test_text_and_file_read_alike() -> None:
    path = EXAMPLES[0]
    [of_file] = firsthand.read(path)
    [of_text] = firsthand.read(path.read_bytes().decode("utf-8"))
    assert of_file.statements
    assert [s.content for s in of_file.statements] == [s.content for s in of_text.statements]
    assert of_file.report.file == str(path)
    assert of_text.report.file is None


@pytest.mark.parametrize("source", ["nowhere.txt", "", " \n "])
def test_what_cannot_be_read_is_named(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match=r"\w"):
        firsthand.read(source)


def test_a_dossier_of_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"nothing could be read.*gone\.txt"):
        firsthand.dossier([tmp_path / "gone.txt"])
    with pytest.raises(ValueError, match="No input"):
        firsthand.dossier([])


def test_a_rating_is_a_letter() -> None:
    with pytest.raises(ValueError, match="Norvik Wire"):
        firsthand.dossier(EXAMPLES[:1], ratings={"Norvik Wire": "G"})


def test_one_path_is_a_case_too() -> None:
    assert [r.file for r in firsthand.dossier(str(EXAMPLES[1])).reports] == [str(EXAMPLES[1])]


def test_the_view_of_a_day_knows_nothing_later() -> None:
    made = firsthand.dossier(EXAMPLES, as_of=date(2026, 5, 10))
    assert {r.published.first for r in made.reports if r.published} == {
        date(2026, 5, 8), date(2026, 5, 9), date(2026, 5, 10)
    }  # fmt: skip
    assert len(made.set_aside) == 4
    days = [s.said_on.first for s in made.statements if s.said_on and s.said_on.first]
    assert max(days) <= date(2026, 5, 10)


def test_the_same_input_gives_the_same_bytes(made: Dossier) -> None:
    again = firsthand.dossier(EXAMPLES, title="Missiles")
    assert to_json(made) == to_json(again)
    assert hashlib.sha256(to_html(made).encode()).digest() == hashlib.sha256(to_html(again).encode()).digest()


def test_every_text_of_the_example_is_its_slice(made: Dossier) -> None:
    raw = json.loads(to_json(made))
    texts = {r.id: r.text for r in made.reports}

    def check(value: object) -> int:
        if isinstance(value, list):
            return sum(map(check, value))
        if not isinstance(value, dict):
            return 0
        own = 0
        if {"report", "start", "end", "text"} <= value.keys():
            own = 1
            assert texts[value["report"]][value["start"] : value["end"]] == value["text"]
        return own + sum(map(check, value.values()))

    assert check(raw) > 100


def test_the_example_holds_what_it_was_written_for(made: Dossier) -> None:
    reports = {r.id: Path(r.file or "").name[:2] for r in made.reports}
    copied = [k for k in made.lineage if k.kind == "copies" and isinstance(k.target, str)]
    copies = {(reports[k.source], reports[str(k.target)]) for k in copied}
    assert ("03", "02") in copies
    kinds = {d.kind: {reports[s.report] for v in d.values for s in v.spans} for d in made.discrepancies}
    assert kinds["calendar"] == {"06"}
    assert kinds["value"] & {"01", "02", "03"}
    assert kinds["value"] & {"04", "07"}
    main = made.claims[0]
    assert main.contested
    assert main.status in ("confirmed", "acknowledged")
