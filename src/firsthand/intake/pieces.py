"""A text cut into pieces: one a line, or less where a line holds more than one thing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from firsthand.lexicons.loader import phrases

PROSE, HEADING, FURNITURE, CAPTION, RELATED = "prose", "heading", "furniture", "caption", "related"
DATE, CLOCK, WEATHER, CREDIT, BYLINE, DATELINE = "date", "clock", "weather", "credit", "byline", "dateline"
BRAND = "brand"
NOT_READ = frozenset({FURNITURE, CAPTION, RELATED, CLOCK, WEATHER})
CREDITED = frozenset({DATE, CREDIT, BYLINE, DATELINE, BRAND})

_BLANK = " \t\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\xa0\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069"
_SENTENCE_END = re.compile(r"[.!?…。؟]['\"”’»)\]]*(?:\s+(?:-\d+-|#{2,3}|\*{3}))?$")
_BOUNDARY = re.compile(r"(?<![A-Z\s.])[.!?]['\"”’)]*\s+(?=['\"“‘(]?[A-Z])")


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` stands at ``[start, end)`` of the report and is of one ``kind``."""

    start: int
    end: int
    text: str
    kind: str

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    def part(self, start: int, end: int, kind: str) -> "Piece":
        """The piece between two offsets of this piece, without blanks at its ends."""
        return piece(self.text, start, end, kind, self.start)

    def of_kind(self, kind: str) -> "Piece":
        """The same piece, of another kind."""
        return Piece(self.start, self.end, self.text, kind)


def piece(text: str, start: int, end: int, kind: str, offset: int = 0) -> Piece:
    """``text[start:end]`` without blanks at its ends; ``offset`` is where ``text`` stands in the report."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip(_BLANK))
    words = inner.strip(_BLANK)
    begin = start + left
    return Piece(offset + begin, offset + begin + len(words), words, kind)


def lines(text: str) -> Iterator[Piece]:
    """Every line of ``text`` that is not blank, as prose until it is judged."""
    at = 0
    for line in text.splitlines(keepends=True):
        if not line.isspace():
            found = piece(text, at, at + len(line), PROSE)
            if found.text:
                yield found
        at += len(line)


def word_count(text: str) -> int:
    """Number of words between blanks."""
    return len(text.split())


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a sentence does."""
    return bool(_SENTENCE_END.search(text))


def sentence_boundaries(text: str) -> int:
    """Number of places inside ``text`` where one sentence ends and another begins."""
    return len(_BOUNDARY.findall(text))


def normal(text: str) -> str:
    """A line for comparison with phrases: lower case, digits as ``#``, nothing but words at its ends."""
    folded = re.sub(r"\d+", "#", text.lower().replace("’", "'"))
    return re.sub(r"\s+", " ", re.sub(r"^[^\w#]+|[^\w#]+$", "", folded))


@cache
def phrase_set(key: str) -> frozenset[str]:
    """The phrases of furniture.csv under ``key``, each as ``normal`` gives it."""
    return frozenset(normal(phrase) for phrase in phrases("furniture")[key])


@cache
def alternatives(file: str, key: str) -> str:
    """The phrases of ``file`` under ``key`` as a pattern, longest first."""
    found = sorted(phrases(file)[key], key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in found) + ")"
