"""The name of the paper at the head of a page, and outlets that no list knows, by their place in the layout."""

import re
from collections.abc import Iterable

from firsthand.intake.outlets import outlet_named
from firsthand.intake.pieces import (
    BRAND,
    CREDIT,
    DATELINE,
    FURNITURE,
    HEADING,
    PROSE,
    Piece,
    ends_sentence,
    normal,
    phrase_set,
    word_count,
)
from firsthand.lexicons.loader import phrases

_LONGEST_NAME = 5
_BAR = re.compile(r"\s*[|•·]\s*")
_NAME = r"(?:[Tt]he\s+)?[A-Z][\w&.'’-]*(?:\s+(?:of\s+the\s+|of\s+|the\s+|and\s+|&\s+)?[A-Z][\w&.'’-]*){0,4}"
_NOTICE = re.compile(rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:©\s*)?(?:(?:19|20)\d\d\s*)?(?:by\s+)?(?P<name>{_NAME})")
_IN_DATELINE = re.compile(rf"\((?P<name>{_NAME})\)")


def with_masthead(pieces: list[Piece]) -> list[Piece]:
    """The first headline becomes the brand where it is the name of the outlet and the true headline stands below.

    A motto between the brand and the menu of the page is furniture.
    """
    above = list(_above_prose(pieces))
    headings = [i for i, piece in enumerate(above) if piece.kind == HEADING]
    if len(headings) < 2 or not _is_brand(above[headings[0]], above[headings[1]], pieces):
        return pieces
    first = headings[0]
    menus = [i for i in range(first, headings[-1]) if above[i].kind == FURNITURE]
    mottos = {i for i in headings[1:] if menus and i < menus[-1]}
    return [
        piece.of_kind(BRAND if i == first else FURNITURE) if i == first or i in mottos else piece
        for i, piece in enumerate(pieces)
    ]


def _above_prose(pieces: list[Piece]) -> Iterable[Piece]:
    for piece in pieces:
        if piece.kind == PROSE:
            return
        yield piece


def _is_brand(line: Piece, below: Piece, pieces: list[Piece]) -> bool:
    name, *sections = _BAR.split(line.text)
    if not is_name(name) or word_count(below.text) <= word_count(name) or any(word_count(s) > 3 for s in sections):
        return False
    if normal(name) in phrase_set("section") or normal(name) in phrases("page_words")["kicker"]:
        return False
    words = normal(name).split()
    if words[-1] in phrases("page_words")["outlet word"] or (sections and word_count(name) > 1):
        return True
    bare = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    pattern = re.compile(rf"(?:©[^.]{{0,12}}|\(|told\s+(?:the\s+)?|source:\s*){re.escape(bare)}\b", re.IGNORECASE)
    return any(pattern.search(piece.text) for piece in pieces if piece is not line)


def is_name(words: str) -> bool:
    """Whether words are one to five, all but the small ones with capitals, and end no sentence."""
    parts = words.split()
    if not 1 <= len(parts) <= _LONGEST_NAME or ends_sentence(words) or any(c.isdigit() for c in words):
        return False
    return all(part[0].isupper() or part.lower() in ("of", "the", "and", "&", "for", "de") for part in parts)


def brand_name(pieces: Iterable[Piece]) -> tuple[str, int, int] | None:
    """The name on the masthead, as written, with its offsets in the text."""
    for piece in pieces:
        if piece.kind == BRAND:
            name = _BAR.split(piece.text)[0]
            return _told(name), piece.start, piece.start + len(name)
    return None


def noticed_name(pieces: Iterable[Piece]) -> tuple[str, int, int] | None:
    """The name behind the mark of copyright, as written, where it has a word that outlets bear."""
    for piece in pieces:
        match = _NOTICE.search(piece.text) if piece.kind in (FURNITURE, CREDIT) else None
        if match and _sounds_like_one(match["name"]):
            start = piece.start + match.start("name")
            return _told(match["name"]), start, start + len(match["name"])
    return None


def agency_in_dateline(pieces: Iterable[Piece]) -> tuple[str, int, int] | None:
    """The name in the brackets of the dateline, as written."""
    for piece in pieces:
        match = _IN_DATELINE.search(piece.text) if piece.kind == DATELINE else None
        if match:
            start = piece.start + match.start("name")
            return _told(match["name"]), start, start + len(match["name"])
    return None


def _told(name: str) -> str:
    known = outlet_named(name)
    return known.name if known else name


def _sounds_like_one(name: str) -> bool:
    return normal(name).split()[-1] in phrases("page_words")["outlet word"]


def is_agency(words: str) -> bool:
    """Whether an unknown name in the brackets of a dateline can be an agency: capitals, and an outlet's last word."""
    return is_name(words) and _sounds_like_one(words)
