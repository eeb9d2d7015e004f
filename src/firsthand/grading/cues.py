"""Look up wordings of grading_cues.csv in text."""

import re
from collections.abc import Iterator
from functools import cache

from firsthand.lexicons.loader import phrases


@cache
def _pattern(key: str) -> re.Pattern[str]:
    words = sorted(phrases("grading_cues")[key], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


def has_cue(key: str, text: str) -> bool:
    """Whether ``text`` holds a wording of this key."""
    return bool(_pattern(key).search(text))


def cue_places(key: str, text: str) -> Iterator[tuple[int, int]]:
    """Where wordings of this key stand in ``text``."""
    for match in _pattern(key).finditer(text):
        yield match.span()
