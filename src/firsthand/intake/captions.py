"""Picture captions: whole lines, and captions that run into the first words of an article."""

import re
from functools import cache

from firsthand.intake.outlets import outlets_within
from firsthand.intake.pieces import (
    CAPTION,
    HEADING,
    PROSE,
    Piece,
    alternatives,
    ends_sentence,
    sentence_boundaries,
    word_count,
)
from firsthand.lexicons.loader import phrases

_LONGEST = 70
_LONGEST_CREDIT = 8
_SHORTEST_PROSE = 6
_WEAK_REACH = 5
_NUMBERED = re.compile(r"^\[\d+/\d+\]")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"^[^\w(]*\(?{alternatives('furniture', 'picture')}\s*(?:[:|/]|-\s|—|courtesy)\s*", re.IGNORECASE
    )


@cache
def _closing_mark() -> re.Pattern[str]:
    """A credit that ends a caption: "(photo: agency)", "(Ministry/Released)", "AGENCY/First Last"."""
    picture, agency = alternatives("furniture", "picture"), alternatives("page_words", "glued mark")
    return re.compile(
        rf"(?i:\(\s*{picture}\s*[:/][^()]{{0,80}}\)|\([^()]{{0,60}}/\s*{agency}\s*\))"
        r"|\b[A-Z]{2,8}/[A-Z][\w'-]+ [A-Z][\w'-]+"
    )


def split_caption(line: Piece) -> tuple[Piece, ...] | None:
    """The caption and what runs on after it; None where ``line`` holds no caption."""
    words = word_count(line.text)
    if match := _label().match(line.text):
        return _labelled(line, match.end(), words)
    if mark := _closing_mark().search(line.text):
        before, after = line.text[: mark.start()], line.text[mark.end() :]
        if word_count(after) >= _SHORTEST_PROSE and not sentence_boundaries(before) and word_count(before) <= _LONGEST:
            return (line.part(0, mark.end(), CAPTION), line.part(mark.end(), len(line.text), PROSE))
        if word_count(after) <= 2 and sentence_boundaries(before) <= 1 and words <= _LONGEST:
            return (line.of_kind(CAPTION),)
    if words <= _LONGEST and (_NUMBERED.match(line.text) or _marked(line)):
        return (line.of_kind(CAPTION),)
    return None


def _labelled(line: Piece, label_end: int, words: int) -> tuple[Piece, ...] | None:
    """A line that begins "Photo: …": all of it, or the agency's name where an article is glued to it."""
    rest = line.text[label_end:]
    credit_end = _glued_credit(rest)
    if credit_end and word_count(rest[credit_end:]) > 2 * _LONGEST_CREDIT and ends_sentence(rest):
        cut = label_end + credit_end
        return (line.part(0, cut, CAPTION), line.part(cut, len(line.text), PROSE))
    return (line.of_kind(CAPTION),) if words <= _LONGEST else None


def _glued_credit(rest: str) -> int:
    """Where an agency's name at the start of ``rest`` ends, even when the next word is glued to it ("NewsMore")."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "\x00", rest[:80])
    for entry, start, end in outlets_within(spaced.replace("\x00", " ")):
        if start == 0:
            glue = spaced[:end].count("\x00")
            name = rest[: end - glue]
            following = re.match(r"\s*News", rest[len(name) :])
            return len(name) + (following.end() if following and "News" not in entry.name else 0)
    return 0


def _marked(line: Piece) -> bool:
    lists = phrases("furniture")
    lower = line.lower
    for mark in lists["caption"]:
        at = lower.rfind(mark)
        if at < 0:
            continue
        if "in this " in mark or mark.startswith("handout"):
            return sentence_boundaries(line.text) <= 2 and not re.search(r"[\"“”]", line.text)
        if word_count(lower[at + len(mark) :]) <= _LONGEST_CREDIT and sentence_boundaries(line.text[:at]) <= 1:
            return True
    if ends_sentence(line.text) and word_count(line.text) > 2 * _LONGEST_CREDIT:
        return False
    if sentence_boundaries(line.text) > 1:
        return False
    at_end = " ".join(lower.split()[-_WEAK_REACH:])
    return any(mark in at_end or lower.startswith(mark) for mark in lists["caption weak"])


def repeats_title(line: Piece, title: str) -> bool:
    """A line that begins with the whole title and runs on into a caption."""
    return (
        len(title) > 20
        and line.kind in (PROSE, HEADING)
        and line.lower.startswith(title.lower())
        and not ends_sentence(line.text)
    )
