"""Quotations that go on behind their cue, where the tags end with the first of them."""

from dataclasses import replace

import pytest
from statement_readings import one, report_of

from firsthand.reader import load_reader
from firsthand.statements import find_statements

FIRST = "“We will wait for the vote,” Ada Holm said"


def contents(text: str) -> list[list[str]]:
    """The pieces of each content, after the reader has lost all that stands behind the first quotation."""
    report = report_of(text)
    reading = load_reader().read(report)
    end = text.index("”")
    speech = tuple(
        replace(s, content=kept)
        for s in reading.speech
        if (kept := tuple(p for p in s.content if reading.tokens[p[0]].start < end or "added" in text))
    )
    _, found = find_statements([report], [replace(reading, speech=speech, inner=())])
    return [[text[c.start : c.end] for c in s.content] for s in found]


def test_what_follows_the_cue_is_said_too() -> None:
    (pieces,) = contents(f"{FIRST}. “The council knows its own mind best.” Nobody stirred.")
    assert len(pieces) == 2
    assert pieces[1].strip("“”.") == "The council knows its own mind best"


@pytest.mark.parametrize(
    "rest",
    [
        ".\n\n“The council knows its own mind best.”",  # another paragraph may be another's
        ". Her hall is called “The Lamp”.",  # a word set apart
        ". The hall emptied soon. “The council knows its own mind best.”",
    ],
)
def test_what_stands_apart_is_not(rest: str) -> None:
    assert all(len(pieces) == 1 for pieces in contents(FIRST + rest))


def test_words_of_another_voice_stay_theirs() -> None:
    found = contents(f"{FIRST}. “The council knows its own mind best,” Pavel Reit added.")
    assert all(len(pieces) == 1 for pieces in found)
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ada Holm was here.\n\n“We bought forty mortars from Chad.\n\n“All were paid for,” she said.", "bought forty"),
        ("“We bought mortars,” Ada Holm said. “They came in May.\n\n“All were paid for.”\n\nHe agreed.", "paid for"),
    ],
)  # fmt: skip
def test_a_quotation_left_open_goes_on_in_the_next_paragraph(text: str, part: str) -> None:
    assert one(text, part).name == "Ada Holm"
