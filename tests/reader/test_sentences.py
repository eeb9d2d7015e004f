"""How sure the model must be that a sentence begins, by what stands around."""

import math

import pytest

from firsthand.reader.sentences import start_margins
from firsthand.reader.words import split_words


def margin(text: str, *, cased: bool = True) -> float:
    """The margin of the word behind the bar."""
    at = text.index("|")
    text = text.replace("|", "")
    words = split_words(text)
    margins = start_margins(text, words, {0}, cased)
    return float(margins[[start for start, _ in words].index(at)])


@pytest.mark.parametrize("text", ["It rains. |Ada left.", "“It rains.” |Orr left.", "(It rained.) |Ships sank."])
def test_behind_a_stop_a_capital_begins_unless_the_model_is_sure(text: str) -> None:
    assert margin(text) < margin(text.lower(), cased=False) <= 0


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("The U.S. |has left.", False),  # a small letter behind an abbreviation
        ("Gen. |orr left.", False),
        ("It rains. |ships sank.", True),
        ("Wait! |they come.", True),
        ("“|It rains,” he said.", False),  # behind an opening mark
        ("He left.|” They came.", False),  # a closing mark
        ("It rains.|Ships sank.", True),  # a blank is missing
        ("It rains...|ships sank", False),
        ("Citing two officials, |Orr reported it.", False),  # behind a comma
        ("“It rained,” |Ada said.", False),
    ],
)
def test_where_a_sentence_may_begin(text: str, allowed: bool) -> None:
    assert (margin(text) < math.inf) is allowed


def test_a_small_letter_in_a_cased_text_wants_more() -> None:
    assert margin("They left |ships behind") > margin("they left |ships behind", cased=False) == 0


def test_a_paragraph_begins_a_sentence_whatever_the_model_says() -> None:
    words = split_words("Rain\nships sank")
    assert start_margins("Rain\nships sank", words, {0, 1}, True).tolist()[:2] == [-math.inf, -math.inf]


def test_a_long_run_of_marks_costs_no_more() -> None:
    text = "." + '"' * 100_000
    words = split_words(text)
    assert len(start_margins(text, words, {0}, True)) == len(words)
