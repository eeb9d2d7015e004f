"""Innermost statements: which cue has the words."""

from firsthand.reader.innermost import _to_innermost

NONE = 9
"""Points to no source."""


def test_words_go_to_the_voice_that_is_cited() -> None:
    """The Post reported, citing clerks: what was reported came to the Post through the clerks."""
    said = {0: [((4, 6), -0.1)]}
    _to_innermost(said, source_of=[0, 1], via_of=[NONE, 0], none=NONE)
    assert said == {1: [((4, 6), -0.1)]}


def test_words_stay_where_nothing_is_cited() -> None:
    said = {0: [((4, 6), -0.1)]}
    _to_innermost(said, source_of=[0, 1], via_of=[NONE, NONE], none=NONE)
    assert list(said) == [0]
