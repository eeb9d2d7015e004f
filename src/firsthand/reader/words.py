"""Split text into words as Universal Dependencies English does, with offsets in code points."""

import re
from functools import cache

from firsthand.lexicons import phrases

WordSpan = tuple[int, int]

LONGEST_WORD = 200
"""A run of letters longer than this is cut into pieces, so that no word costs more than its share."""

_CONTRACTION = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$")


@cache
def abbreviations() -> frozenset[str]:
    """Every abbreviation that keeps its full stop, in lower case."""
    return frozenset(item for group in phrases("abbreviations").values() for item in group)


@cache
def _pattern() -> re.Pattern[str]:
    short = "|".join(re.escape(a) for a in sorted(abbreviations(), key=len, reverse=True))
    return re.compile(
        rf"""(?ix)
        https?://[^\s<>"“”]+ | www\.[^\s<>"“”]+          # addresses
        | [\w.+-]+@[\w-]+\.[\w.]+                          # mail
        | (?<![^\W_])(?:{short})(?![^\W_])                 # abbreviations that keep their stop
        | (?<![^\W_])(?:[^\W\d_]\.){{2,}}                  # U.S.
        | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])     # numbers and ordinals
        | [^\W_]+(?:['’][^\W_]+)*                          # words, apostrophes inside
        | ['’](?:s|re|ve|ll|d|m)(?![^\W_])
        | \.{{2,}} | -{{2,}} | '' | ``
        | [^\w\s] | _+
        """
    )


def split_words(text: str) -> list[WordSpan]:
    """Offsets of the words and punctuation marks of ``text``, in order.

    >>> [ "U.S. officials don't know."[a:b] for a, b in split_words("U.S. officials don't know.")]
    ['U.S.', 'officials', 'do', "n't", 'know', '.']
    """
    found: list[WordSpan] = []
    for match in _pattern().finditer(text):
        start, end = match.span()
        split = _CONTRACTION.match(match.group()) if end - start <= LONGEST_WORD else None
        if split and match.group()[0] not in "'’":
            middle = start + split.end(1)
            found += [(start, middle), (middle, end)]
            continue
        while end - start > LONGEST_WORD:
            found.append((start, start + LONGEST_WORD))
            start += LONGEST_WORD
        found.append((start, end))
    return found
