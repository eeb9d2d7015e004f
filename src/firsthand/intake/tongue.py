"""The language of a text, decided on its prose."""

import re
from functools import cache

from firsthand.lexicons.loader import phrases

READ = "en"
UNKNOWN = "und"
_FEWEST_WORDS = 12
_ENGLISH_SHARE = 0.17
_SAMPLE = 20000


@cache
def _english() -> frozenset[str]:
    return frozenset(phrases("page_words")["english"])


def language_of(prose: str, given: str | None = None) -> str:
    """ISO 639-1 code of the language of ``prose``; ``given`` is a code that came with it and is believed.

    >>> language_of("minister denies that any rocket was sold to the neighbour, and says so to the press again")
    'en'
    """
    code = re.split(r"[-_]", given.strip().lower())[0] if given else ""
    if code in phrases("tongues"):
        return code
    words = re.findall(r"[^\W\d_]+", prose[:_SAMPLE].lower())
    if not words:
        return READ
    english = sum(word in _english() for word in words) / len(words)
    latin = sum(word.isascii() for word in words) / len(words)
    if english >= _ENGLISH_SHARE or (len(words) < _FEWEST_WORDS and latin > 0.9):
        return READ
    return _classified(prose[:_SAMPLE])


def _classified(prose: str) -> str:
    import py3langid  # type: ignore[import-untyped,unused-ignore]  # slow to load, so only when needed

    code = str(py3langid.classify(prose)[0])
    return code if code in phrases("tongues") else UNKNOWN


def unread_reason(code: str) -> str:
    """Why a report in this language is not read; empty for a language the reader knows.

    >>> unread_reason("sv")
    'in Swedish, which the reader does not read'
    """
    if code == READ:
        return ""
    if code not in phrases("tongues"):
        return "in a language that cannot be told, so the reader does not read it"
    name = phrases("tongues")[code][0]
    return f"in {name[:1].upper()}{name[1:]}, which the reader does not read"
