"""Texts that are no prose: read or refused in bounded work, and read right beside them."""

import itertools
from pathlib import Path

import pytest

from firsthand.events import find_events
from firsthand.intake import report_from_text, take_in
from firsthand.model import Reading, Report, SetAside
from firsthand.reader import Reader, load_reader
from firsthand.reader.encoder import Encoder
from firsthand.statements import find_statements

SPEECH = "The defence minister of Ostrel, Lena Orlik, said on Tuesday that twelve missiles had gone to Tavria.\n\n"
N = 6000
ODD = {
    "commas": "," * N,
    "straight quotation marks": '"' * N,
    "opening quotation marks": "“" * N,
    "deep brackets": "(" * (N // 2) + ")" * (N // 2),
    "one long word": "k" * 100_000,
    "capitals": "K" * 100_000,
    "blank lines": "\n" * 200_000,
    "blanks": " " * 200_000,
    "full stops": "." * N,
    "apostrophes": "’" * N,
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def _read(reader: Reader, text: str) -> tuple[Report, Reading]:
    report = report_from_text(text)
    return report, reader.read(report)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_speech_before_and_behind_is_still_found(reader: Reader, odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []
    encode = Encoder._vectors

    def counted(self: Encoder, ids: tuple[int, ...]) -> object:
        runs.append(ids not in self._lately)
        return encode(self, ids)

    monkeypatch.setattr(Encoder, "_vectors", counted)
    report, reading = _read(reader, f"{SPEECH}{odd}\n\n{SPEECH}")
    sources, statements = find_statements([report], [reading])
    events, _ = find_events([report], [reading], sources, statements)
    assert len(events) == len(statements)
    said = [report.quote(span) for s in statements for span in s.content]
    assert sum("twelve missiles had gone" in words for words in said) == 2
    assert sum(runs) <= 12  # the encoder ran on what differs alone
    assert all(a.end <= b.start for a, b in itertools.pairwise(reading.tokens))


def test_ten_megabytes_of_quotation_marks_are_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "quotes.txt"
    path.write_text('"' * 10_000_000)
    (aside,) = take_in([path])
    assert isinstance(aside, SetAside)
    assert "too long for a report (10.0 million letters" in aside.reason


def test_one_long_line_reads_as_its_sentences(reader: Reader) -> None:
    line = SPEECH.strip() + " "
    _, reading = _read(reader, line * 300)
    assert len(reading.sentences) == 300
    assert {last - first for first, last in reading.sentences} == {reading.sentences[0][1]}
