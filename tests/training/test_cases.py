"""Cases become examples for the second reading: what is told, by which words, and as the reader finds it."""

import json
import re
from pathlib import Path

import pytest

from firsthand.model import STANCES
from firsthand.reader import Reader, load_reader
from training import cases, data

WRITTEN = Path(__file__).parents[2] / "training" / "written"
CASES = Path(__file__).parents[1] / "cases"
TEXT = "The clerk Ana Ferro came to Lima on Monday.\n\nForty mortars went to Chad, she told the Harbour Gazette."
MATTER = "Forty mortars went to Chad"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def _file(folder: Path, *made: dict[str, object]) -> Path:
    path = folder / "cases.jsonl"
    path.write_text("".join(json.dumps(case) + "\n" for case in made))
    return path


def _chain(*links: dict[str, str]) -> dict[str, object]:
    said = {"content": [MATTER], "cue": ["told"], "chain": list(links)}
    return {"id": "a", "half": "tune", "text": TEXT, "statements": [said]}


GAZETTE = {"words": "the Harbour Gazette", "head": "Gazette"}


def _told(example: data.Example) -> list[list[str]]:
    assert example.told[0].voices is not None
    return [[w for a, b in voice for w in example.words[a:b]] for voice in example.told[0].voices]


@pytest.mark.parametrize(
    "link",
    [
        pytest.param({"words": "The clerk Ana Ferro", "head": "Ferro"}, id="found"),
        pytest.param({"words": "The clerk Ana Ferro", "head": "Ferro", "near": "she", "in": "she told"}, id="told"),
    ],
)
def test_a_pronoun_stands_for_a_voice_of_another_sentence(tmp_path: Path, reader: Reader, link: dict[str, str]) -> None:
    (example,) = cases.examples(_file(tmp_path, _chain(link, GAZETTE)), reader)
    assert _told(example) == [["she"], ["the", "Harbour", "Gazette"]]
    assert example.told[0].stance == data.NO_STANCE


def test_what_the_reader_finds_is_learned_besides(tmp_path: Path, reader: Reader) -> None:
    (found,) = reader.read(cases.report_from_text(TEXT)).inner
    (example,) = cases.examples(
        _file(tmp_path, _chain({"words": "The clerk Ana Ferro", "head": "Ferro"}, GAZETTE)), reader
    )
    other = {(tuple(t.cue), tuple(t.content)) for t in example.told[1:]}
    assert other <= {(found.cue, found.content)}


def test_cases_for_reporting_are_left_out(tmp_path: Path, reader: Reader) -> None:
    assert cases.examples(_file(tmp_path, _chain(GAZETTE) | {"half": "report"}), reader) == []


def test_a_slice_that_does_not_stand_there_is_named(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(ValueError, match="case a: 'Tom Reyes'"):
        cases.examples(_file(tmp_path, _chain({"words": "Tom Reyes", "head": "Reyes"})), reader)


def test_of_a_case_of_stance_no_voices_are_learned(tmp_path: Path, reader: Reader) -> None:
    statement = {"content": MATTER, "cue": "told", "source": "she", "stance": "asserts"}
    (example,) = cases.examples(_file(tmp_path, {"id": "b", "text": TEXT, "statement": statement}), reader)
    assert {(t.stance, t.voices is None) for t in example.told} == {(STANCES.index("asserts"), True)}


def test_cases_to_learn_from_are_none_to_report_by() -> None:
    known = {
        run
        for path in CASES.glob("*.jsonl")
        for case in _cases(path)
        if case["half"] == "report"
        for run in _runs(case)
    }
    for kind in ("chains", "stances"):
        learned = _cases(WRITTEN / f"{kind}.jsonl")
        assert len(learned) > 400
        assert all(known.isdisjoint(_runs(case)) for case in learned)


def _cases(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _runs(case: dict[str, str]) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", case["text"].lower())
    return {tuple(words[i : i + 6]) for i in range(len(words) - 5)}
