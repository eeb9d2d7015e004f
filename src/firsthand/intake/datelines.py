"""Datelines at the head of an article, and credits at the end of a paragraph."""

import re
from functools import cache

from firsthand.intake.dates import find_dates
from firsthand.intake.mastheads import is_agency
from firsthand.intake.outlets import outlet_named, outlets_within
from firsthand.intake.pieces import CREDIT, DATELINE, FURNITURE, PROSE, Piece, alternatives, word_count
from firsthand.lexicons.loader import states

_LONGEST = 110
_CREDIT_FIRST = re.compile(r"^\((?P<inner>[^()]{2,60}(?:\([^()]{1,20}\)[^()]{0,20})?)\)\s*")
_AGENCY = re.compile(r"(?:\((?P<round>[^()]{2,50})\)|/(?P<slash>[^/]{2,30})/)\s*[-–—.,:]*\s*")
_DASH = re.compile(r"\s*(?:--+|[–—]|\s-\s|(?<=\w)-\s)\s*")
_PLACE = re.compile(r"^[^\W\d_][\w.’'/-]*(?:[ ,/]+[^\W\d_][\w.’'-]*){0,5}")


@cache
def _capitals() -> frozenset[str]:
    places = {state.capital.lower() for state in states() if state.capital}
    return frozenset(places | {name.lower() for state in states() for name in (state.name, *state.aliases)})


def split_dateline(line: Piece) -> tuple[Piece, ...]:
    """The dateline and the paragraph behind it; the paragraph alone where it has none.

    The last piece returned is always the prose.
    """
    start = 0
    credit = _CREDIT_FIRST.match(line.text)
    if credit and outlets_within(credit["inner"]):
        start = credit.end()
    end = _dateline_end(line.text, start)
    cuts = [cut for cut in (start, end) if cut]
    if not cuts or word_count(line.text[cuts[-1] :]) < 3:
        return (line,)
    parts = [line.part(0, start, CREDIT)] if start else []
    if end:
        parts.append(line.part(start, end, DATELINE))
    return (*parts, line.part(max(start, end), len(line.text), PROSE))


def _dateline_end(text: str, start: int) -> int:
    """Offset behind the dateline that begins at ``start``; 0 where there is none."""
    head = text[start : start + _LONGEST]
    if agency := _AGENCY.search(head):
        name = agency["round"] or agency["slash"]
        place = head[: agency.start()]
        if (outlet_named(name) or is_agency(name)) and _is_place_and_date(place):
            return start + agency.end()
    dash = _DASH.search(head)
    if dash:
        place = head[: dash.start()].strip()
        if outlet_named(place) and place == place.upper() and len(place) > 1:
            return start + dash.end()
        if _is_place_and_date(place) and (find_dates(place) or _is_known_place(place)):
            return start + dash.end()
    colon = re.match(r"^[A-Z][A-Z .'/-]{2,30}(?:,\s?[A-Z][\w. ]{1,20})?:\s+(?=[A-Z])", head)
    if colon and _is_known_place(colon[0].rstrip(": ")) and colon[0].split(":")[0].isupper():
        return start + colon.end()
    return 0


def _is_place_and_date(words: str) -> bool:
    """Up to six words of a place, perhaps a date, and nothing else."""
    rest = words
    for mention in reversed(find_dates(words)):
        rest = rest[: mention.start] + rest[mention.end :]
    rest = rest.strip(" ,.;")
    if not rest:
        return bool(words.strip(" ,.;"))
    match = _PLACE.match(rest)
    if not match or match.end() != len(rest) or len(rest) > 45:
        return False
    names = [name for name in re.split(r"[ ,/]+", rest) if name]
    cased = [name for name in names if name[0].isupper()]
    return len(cased) >= len(names) - 1 or rest.lower().split(",")[0] in _capitals()


def _is_known_place(words: str) -> bool:
    """A place in capital letters, or the capital or name of a state in any."""
    place = words.split(",")[0].strip()
    return (place.isupper() and len(place) > 2) or place.lower() in _capitals()


@cache
def _trailing() -> re.Pattern[str]:
    label = alternatives("page_words", "source label")
    return re.compile(rf"\s*[\[(](?:{label}\W+)?(?P<name>[^()\[\]]{{2,60}})[\])]\s*$", re.IGNORECASE)


def split_trailing_credit(line: Piece) -> tuple[Piece, ...]:
    """A paragraph without the "(Agency)" or "Read more" that hangs on its end."""
    inline = re.search(rf"(?<=[.!?\"”])\s+({alternatives('furniture', 'inline')})\W*$", line.text, re.IGNORECASE)
    if inline:
        kept = line.part(0, inline.start(), PROSE)
        return (*split_trailing_credit(kept), line.part(inline.start(), len(line.text), FURNITURE))
    match = _trailing().search(line.text)
    if match and re.search(r"[.!?\"”]$", line.text[: match.start()]):
        names = [name for name in re.split(r"\s*(?:/|,|\band\b|&)\s*", match["name"]) if name]
        if outlet_named(match["name"]) or all(outlet_named(name) for name in names):
            return (line.part(0, match.start(), PROSE), line.part(match.start(), len(line.text), CREDIT))
    return (line,)
