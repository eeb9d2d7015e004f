"""A pattern that is left out for want of a word fits nowhere in the text."""

import re

import pytest

from firsthand.language.folding import fold
from firsthand.language.quantity_words import can_fit as form_can_fit
from firsthand.language.quantity_words import has_two_numbers, patterns
from firsthand.language.time_grammar import written_patterns
from firsthand.language.time_named import named_patterns
from firsthand.language.time_needs import can_fit
from firsthand.statements.wording import _pattern, opens, wording

TEXTS = (
    "It came in mid-May, in the first half of 2020, by end-March and by end-2020.",
    "In FY2021/22, in Q3 2020, in the '80s, in the sixties and in the mid-19th century.",
    "The week after next, two fortnights ago, on the 3rd, over the weekend, last Ramadan.",
    "On Tuesday, 3 May 2021, for two to three weeks, since the summer, on New Year's Eve.",
    "A third of the tanks, one in three, two out of five, half the fleet, dozens of rifles.",
    "Rs500 to Rs600 or $5m-$6m for 200-300 shells, three times as many as in the first quarter.",
    "The ministry said nothing.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_times(text: str) -> None:
    folded = fold(text)
    for name, pattern in (written_patterns() | named_patterns()).items():
        starts = (match.start() for match in re.finditer(r"[^\W_]+", folded))
        fits = any(re.compile(pattern).match(folded, start) for start in starts)
        assert can_fit(name, folded) or not fits, name


@pytest.mark.parametrize("text", TEXTS)
def test_quantities(text: str) -> None:
    folded = fold(text)
    starts = [match.start() for match in re.finditer(r"[^\W_]+|[$]", folded)]
    for name in ("share", "stated"):
        assert form_can_fit(name, folded) or not any(patterns()[name].match(folded, at) for at in starts), name
    assert has_two_numbers(folded) or not any(patterns()["range"].match(folded, at) for at in starts)


@pytest.mark.parametrize("text", ["he would neither confirm nor deny it", "(denied it", "n't say", "", "- said no"])
def test_wordings(text: str) -> None:
    for group in ("confirm_phrase", "deny_phrase", "withhold_phrase", "silence", "heard_of_it", "none_opener"):
        found, begun = _pattern(group).search(text), _pattern(group).match(text)
        assert wording(group, text) == (found and found.group())
        assert opens(group, text) == (begun and begun.group())
