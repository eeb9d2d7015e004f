"""Words without which a pattern fits nowhere: what a text lacks is neither compiled nor tried."""

import re
from collections.abc import Iterable
from functools import lru_cache

FIGURES = "0"
"""Stands for any figure."""

_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")


def heads(phrases: Iterable[str]) -> frozenset[str]:
    """The first words of the phrases.

    >>> sorted(heads(["early-warning radar", "sept."]))
    ['early', 'sept']
    """
    return frozenset(_WORD.findall(phrase)[0] for phrase in phrases)


@lru_cache(maxsize=8)
def words_of(folded: str) -> frozenset[str]:
    """The words of a folded text, and FIGURES where it has a figure."""
    found = frozenset(_WORD.findall(folded))
    return found | {FIGURES} if _DIGIT.search(folded) else found
