"""How sure the model must be that a sentence begins, by the marks and the letters around."""

import math
import re
from collections.abc import Collection, Sequence

import numpy as np

from firsthand.reader.heads import Floats
from firsthand.reader.words import WordSpan

_CLOSERS = frozenset("\"'”’)]»") | {"''"}
_STOPS = re.compile(r"[.!?…]+")

# Least log odds, chosen on the development sets of EWT and GUM (docs/reader.md).
_BEHIND_STOP = {"upper": -4.0, "lower": 0.0, "other": -2.0}
_BEHIND_ELLIPSIS = -1.0
_SMALL_LETTER = 4.0
_ALWAYS, _NEVER = -math.inf, math.inf


def start_margins(text: str, words: Sequence[WordSpan], paragraphs: Collection[int], cased: bool) -> Floats:
    """For each word the log odds above which it begins a sentence: −inf at a paragraph, inf where none can begin.

    ``paragraphs`` are indices of words. In a ``cased`` text few sentences begin with a small letter unless a stop
    stands before it: "the U.S. | has" is none.
    """
    margins = np.zeros(len(words), np.float32)
    before, end = "", 0  # the last word but closing marks, and where the last word ends
    for i, (start, stop) in enumerate(words):
        joined = i > 0 and start == end
        margins[i] = _ALWAYS if i in paragraphs or i == 0 else _margin(before, joined, _letter(text[start]), cased)
        word = text[start:stop]
        if not (joined and word in _CLOSERS):
            before = word
        end = stop
    return margins


def _letter(char: str) -> str:
    return "upper" if char.isupper() else "lower" if char.islower() else "other"


def _margin(before: str, joined: bool, letter: str, cased: bool) -> float:
    stop = _STOPS.fullmatch(before) is not None
    if before == ",":
        return _NEVER  # also where a closing quotation mark stands behind the comma: “It did,” | she said
    ellipsis = stop and (".." in before or "…" in before) and not ("!" in before or "?" in before)
    if joined and not (stop and letter != "other" and (letter == "upper" or not ellipsis)):
        return _NEVER  # a closing quotation mark, the word behind an opening one
    if stop and not ellipsis:
        return 0.0 if joined else _BEHIND_STOP["other" if letter == "lower" and not cased else letter]
    if ellipsis and letter == "upper":
        return _BEHIND_ELLIPSIS
    if letter == "lower" and cased:
        return _NEVER if before.endswith(".") and not stop else _SMALL_LETTER
    return 0.0
