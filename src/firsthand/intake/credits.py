"""Who published a report, and from whom it was taken."""

import re
from dataclasses import dataclass, field
from functools import cache

from firsthand.intake.mastheads import agency_in_dateline, brand_name, noticed_name
from firsthand.intake.outlets import find_addresses, host_of, outlet_named, outlet_of_address, outlets_within
from firsthand.intake.pages import Page
from firsthand.intake.pieces import (
    BYLINE,
    CREDIT,
    DATE,
    DATELINE,
    FURNITURE,
    HEADING,
    PROSE,
    RELATED,
    Piece,
    alternatives,
    word_count,
)
from firsthand.lexicons.loader import phrases

_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Credited:
    """An outlet and the offsets of the words that name it."""

    name: str
    spans: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class Publisher:
    """Outlet and the outlet the text was taken from, either unknown as None; ``byline`` as printed."""

    outlet: Credited | None = None
    taken_from: Credited | None = None
    byline: str | None = None
    names: list[Credited] = field(default_factory=list)


@cache
def _source_label() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[|•·]\s*)\W*{alternatives('page_words', 'source label')}\s*(?:[:»›>|–—]+|\s-|\s)\s*(?P<rest>[^|•·]*)",
        re.IGNORECASE,
    )


@cache
def _loose_label() -> re.Pattern[str]:
    """Labels that stand before persons and bodies too, so that an unknown name behind one is no outlet."""
    return re.compile(rf"^\W*{alternatives('page_words', 'loose source label')}\b", re.IGNORECASE)


def publisher_of(page: Page, pieces: tuple[Piece, ...]) -> Publisher:
    """The outlet by metadata, credit line, brand, address or agency line, in this order, and where the text is from."""
    source, agency = _source(pieces), _agency(pieces)
    own = _field(page) or _brand(pieces) or _notice(pieces) or _house(pieces)
    own = own or _printed(brand_name(pieces)) or _printed(noticed_name(pieces))
    if not agency and (named := _printed(agency_in_dateline(pieces))):
        agency = [named]
    found = Publisher(byline=page.byline or _byline(pieces))
    first = agency[0] if agency else None
    found.outlet = own or source or first
    if source and (own is None or source.name != own.name):
        found.taken_from = _told(pieces, source.name) or source
    elif found.outlet:
        found.taken_from = next((credit for credit in agency if credit.name != found.outlet.name), None)
    return found


def _printed(found: tuple[str, int, int] | None) -> Credited | None:
    """An outlet that no list knows, known by where its name is printed."""
    return Credited(found[0], ((found[1], found[2]),)) if found else None


def _field(page: Page) -> Credited | None:
    if page.outlet and page.outlet.strip():
        entry = outlet_named(page.outlet)
        return Credited(entry.name if entry else outlet_of_address(page.outlet) or page.outlet.strip(), ())
    name = outlet_of_address(page.url) if page.url else None
    return Credited(name, ()) if name else None


def _source(pieces: tuple[Piece, ...]) -> Credited | None:
    """The outlet on a "Source:" or "Read more on original:" line, or on the line behind it."""
    after_label = False
    for piece in pieces:
        if piece.kind not in (CREDIT, DATE):
            after_label = False
            continue
        match = _source_label().search(piece.text)
        rest = match["rest"].strip(" .") if match else ""
        if match and rest:
            if named := _named(piece, match.start("rest"), rest):
                return named
        elif after_label and (named := _named(piece, 0, piece.text)):
            return named
        after_label = bool(match and not rest)
    return None


def _named(piece: Piece, at: int, words: str) -> Credited | None:
    """The outlet that ``words`` at offset ``at`` of ``piece`` name: by address, by register, or as printed."""
    start = piece.start + piece.text.index(words, at)
    for begin, end, address in find_addresses(words):
        if name := outlet_of_address(address):
            return Credited(name, ((start + begin, start + end),))
    entry = outlet_named(words)
    if entry:
        return Credited(entry.name, ((start, start + len(words)),))
    for known, begin, end in outlets_within(words):
        if begin <= 4:
            return Credited(known.name, ((start + begin, start + end),))
    if host := host_of(words):
        return Credited(host, ((start, start + len(words)),))
    if _loose_label().match(piece.text):
        return None
    printed = re.split(r"[,;(|]", words)[0].strip()
    if printed and word_count(printed) <= _LONGEST_NAME:
        begin = start + words.index(printed)
        return Credited(printed, ((begin, begin + len(printed)),))
    return None


def _brand(pieces: tuple[Piece, ...]) -> Credited | None:
    """A line above the prose that is an outlet's name, or a headline with "| Name" behind it."""
    for piece in pieces:
        if piece.kind == PROSE:
            return None
        if piece.kind == HEADING:
            parts = re.split(r"\s[|–—-]\s", piece.text)
            known = outlet_named(parts[-1]) if len(parts) > 1 else None
        elif piece.kind == CREDIT and not _source_label().match(piece.text) and not piece.text.startswith("("):
            names = (piece.text, re.split(r"[,|–—]", piece.text)[0], piece.text.split()[0])
            known = next((entry for name in names if (entry := outlet_named(name))), None)
        else:
            continue
        if known:
            return Credited(known.name, ((piece.start, piece.end),))
    return None


def _notice(pieces: tuple[Piece, ...]) -> Credited | None:
    """The outlet that a copyright line, "Subscribe to …" or "More from …" names as its own."""
    labels = sorted(phrases("page_words")["brand label"], key=len, reverse=True)
    for piece in pieces:
        if piece.kind != FURNITURE:
            continue
        low = piece.lower.lstrip("•·*-–— ")
        if any(low.startswith(label) for label in labels) and (found := outlets_within(piece.text)):
            entry, start, end = found[0]
            return Credited(entry.name, ((piece.start + start, piece.start + end),))
    return None


def _house(pieces: tuple[Piece, ...]) -> Credited | None:
    """The series printed above the article ("Policy Brief") that the foot of the page calls "<Name> Policy Brief"."""
    label = alternatives("page_words", "house label")
    head = " ".join(piece.lower for piece in pieces if piece.kind in (DATE, FURNITURE, CREDIT))
    for piece in pieces:
        if piece.kind != RELATED:
            continue
        for match in re.finditer(
            rf"(?P<name>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){{0,4}})\s+(?P<label>(?i:{label}))\b", piece.text
        ):
            if re.search(rf"\b{re.escape(match['label'].lower())}\b", head):
                entry = outlet_named(match["name"])
                at = piece.start + match.start("name")
                return Credited(entry.name if entry else match["name"], ((at, at + len(match["name"])),))
    return None


def _agency(pieces: tuple[Piece, ...]) -> list[Credited]:
    """Agencies of the dateline, of a credit in brackets, of the byline, in this order."""
    found: list[Credited] = []
    lead = [p for p in pieces if p.kind in (DATELINE, CREDIT, BYLINE)]
    for piece in lead:
        if _source_label().match(piece.text) and piece.kind == CREDIT and not piece.text.startswith(("(", "[")):
            continue
        words, shift = piece.text, 0
        for entry, start, end in outlets_within(words):
            where = (piece.start + shift + start, piece.start + shift + end)
            if all(entry.name != credit.name for credit in found) and not find_addresses(words):
                found.append(Credited(entry.name, (where,)))
    return found


def _told(pieces: tuple[Piece, ...], outlet: str) -> Credited | None:
    """Where the page says it took the text from elsewhere, the one outlet that the text says it was told to."""
    told = alternatives("page_words", "told")
    found: dict[str, Credited] = {}
    for piece in pieces:
        if piece.kind != PROSE:
            continue
        for match in re.finditer(rf"\b{told}\s+(?=\S)", piece.text, re.IGNORECASE):
            for entry, start, end in outlets_within(piece.text[match.end() : match.end() + 60]):
                if start == 0 or piece.text[match.end() : match.end() + start].lower() == "the ":
                    at = piece.start + match.end()
                    found.setdefault(entry.name, Credited(entry.name, ((at + start, at + end),)))
    others = [credit for name, credit in found.items() if name != outlet]
    return others[0] if len(others) == 1 else None


def _byline(pieces: tuple[Piece, ...]) -> str | None:
    for piece in pieces:
        if piece.kind == BYLINE:
            label = alternatives("page_words", "byline")
            return re.sub(rf"^(?:{label})\s*:?\s+", "", piece.text, flags=re.IGNORECASE).strip()
    return None
