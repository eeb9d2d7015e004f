"""What the page shows of a word beside its letters: capitals, the begin of a paragraph, quotation marks.

The encoder knows no capitals, line ends or open quotations; it gets them as one number a word.
"""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

SHAPES = 5
"""Caseless text, no letter, small letter first, capital first, all capitals."""

MARKS = 4 * SHAPES
"""How many marks there are: a shape, plus SHAPES at the begin of a paragraph, plus 2 · SHAPES in a quotation."""

_OPEN, _CLOSE, _BOTH = frozenset("“«„") | {"``"}, frozenset("”»"), frozenset('"') | {"''"}


def word_marks(words: Sequence[str], paragraph_starts: Collection[int], *, cased: bool) -> NDArray[np.int64]:
    """One mark a word; ``paragraph_starts`` are indices of words, ``cased`` is false where capitals tell nothing.

    >>> word_marks(["“", "No", "”", "he", "said"], {0}, cased=True).tolist()
    [16, 13, 11, 2, 2]
    """
    marks = np.zeros(len(words), np.int64)
    quoted = False
    for i, word in enumerate(words):
        begins = i in paragraph_starts
        quoted = quoted and not begins
        opens = not quoted and (word in _OPEN or word in _BOTH)
        marks[i] = (_shape(word) if cased else 0) + SHAPES * begins + 2 * SHAPES * (quoted or opens)
        if opens:
            quoted = True
        elif quoted and (word in _CLOSE or word in _BOTH):
            quoted = False
    return marks


def without_case(marks: NDArray[np.int64]) -> NDArray[np.int64]:
    """The marks of the same words in a text without capitals."""
    return marks - marks % SHAPES


def _shape(word: str) -> int:
    if word.islower():
        return 2
    if word.isupper():
        return 4 if len(word) > 1 else 3
    return 3 if word[0].isupper() else 1 if not any(c.isalpha() for c in word) else 2
