"""When a report was published: an interval of days, how it is known, and the words that tell."""

import re
from datetime import date

from firsthand.intake.bounds import Context, context_of, from_mentions
from firsthand.intake.dates import DateMention, dates_in_address, find_dates
from firsthand.intake.outlets import find_addresses
from firsthand.intake.pages import Page
from firsthand.intake.pieces import CREDIT, DATE, DATELINE, PROSE, Piece, alternatives
from firsthand.lexicons.loader import phrases
from firsthand.model import DateRange, Span

_NEAR = 4
_TODAY_REACH = 25


def date_published(page: Page, pieces: tuple[Piece, ...], id: str, month_first: bool = False) -> DateRange | None:
    """The day or days of publication, by the best evidence there is; None where nothing dates the report.

    ``month_first`` says how the outlet writes 8/11/2031 where the text does not tell.
    """
    context = context_of(pieces)
    return (
        _from_fields(page, context, month_first)
        or _from_header(pieces, context, id, month_first)
        or _from_address(page, pieces, id)
        or _from_dateline(pieces, context, id)
        or _from_today(pieces, context, id)
        or from_mentions(pieces, context, id)
        or _from_making(page)
    )


def _from_fields(page: Page, context: Context, month_first: bool) -> DateRange | None:
    for where, words in page.published:
        for mention in find_dates(words):
            if mention.on():
                first, last, how = _settled(mention, context, month_first)
                return DateRange(first, last, f"metadata: {where}{how}")
    return None


def _from_making(page: Page) -> DateRange | None:
    if page.made is None:
        return None
    days = [day for mention in find_dates(page.made[1]) if (day := mention.on())]
    return DateRange(days[0], days[0], f"metadata: {page.made[0]}") if days else None


def _from_header(pieces: tuple[Piece, ...], context: Context, id: str, month_first: bool) -> DateRange | None:
    """Date lines above the prose, else labelled ones below it; a label counts more, "updated" less."""
    prose = [i for i, piece in enumerate(pieces) if piece.kind == PROSE]
    first, last = (prose[0], prose[-1]) if prose else (len(pieces), -1)
    ranked: list[tuple[int, int, Piece]] = []
    for i, piece in enumerate(pieces):
        if piece.kind != DATE:
            continue
        labelled, updated = _labelled(piece.text, "date label"), _labelled(piece.text, "update label")
        if i < first:
            ranked.append((0 if labelled and not updated else 2 if updated else 1, i, piece))
        elif labelled or i > last:
            ranked.append((3 if labelled and not updated else 4, i, piece))
    for _, _, piece in sorted(ranked, key=lambda item: item[:2]):
        for mention in find_dates(piece.text):
            if found := _printed(piece, mention, context, id, "printed header", month_first):
                return found
    return None


def _labelled(text: str, key: str) -> bool:
    return bool(re.match(rf"^\W*{alternatives('page_words', key)}\b", text, re.IGNORECASE))


def _printed(
    piece: Piece, mention: DateMention, context: Context, id: str, basis: str, month_first: bool = False
) -> DateRange | None:
    span = Span(id, piece.start + mention.start, piece.start + mention.end)
    if mention.on():
        first, last, how = _settled(mention, context, month_first)
        return DateRange(first, last, basis + how, (span,))
    settled = context.settle(mention)
    if settled is None:
        return None
    return DateRange(settled.day, settled.day, f"{basis}; {settled.basis}", (span, *settled.spans(id)))


def _settled(mention: DateMention, context: Context, month_first: bool) -> tuple[date, date, str]:
    """The one reading of a date like 8/11/2031 that fits the text, else both as an interval."""
    readings = mention.readings()
    if len(readings) == 1:
        return readings[0], readings[0], ""
    fitting = [
        day
        for day in readings
        if any(
            not other.swapped
            and other.month == day.month
            and other.day is not None
            and abs(other.day - day.day) <= _NEAR
            for other in context.mentions
        )
    ]
    if len(fitting) == 1:
        return fitting[0], fitting[0], "; day and month as the text has them"
    if month_first and (day := mention.on()):
        return day, day, "; month first, as is usual where the outlet is"
    return readings[0], readings[-1], "; day and month can be read both ways"


def _from_address(page: Page, pieces: tuple[Piece, ...], id: str) -> DateRange | None:
    for _, _, day in dates_in_address(page.url or ""):
        return DateRange(day, day, "date in the address of the report")
    for piece in pieces:
        if piece.kind != CREDIT:
            continue
        for start, _, address in find_addresses(piece.text):
            for begin, end, day in dates_in_address(address):
                at = piece.start + start
                span = Span(id, at + begin, at + end)
                return DateRange(day, day, f"date in the linked address{_weekday_agrees(pieces, day)}", (span,))
    return None


def _weekday_agrees(pieces: tuple[Piece, ...], day: date) -> str:
    for name in phrases("page_words")[f"weekday {day.weekday()}"][:1]:
        for piece in pieces:
            if piece.kind == PROSE and (match := re.search(rf"\b{name}\b", piece.text, re.IGNORECASE)):
                return f"; “{match[0]}” agrees"
    return ""


def _from_dateline(pieces: tuple[Piece, ...], context: Context, id: str) -> DateRange | None:
    for piece in pieces:
        if piece.kind == DATELINE:
            for mention in find_dates(piece.text):
                if mention.day and (found := _printed(piece, mention, context, id, "dateline")):
                    return found
    return None


def _from_today(pieces: tuple[Piece, ...], context: Context, id: str) -> DateRange | None:
    """ "today, May 3" in the prose."""
    today = re.compile(rf"\b{alternatives('page_words', 'today')}\W+(?:on\s+)?$", re.IGNORECASE)
    for piece in pieces:
        if piece.kind != PROSE:
            continue
        for mention in find_dates(piece.text):
            if (
                mention.day
                and today.search(piece.text[max(0, mention.start - _TODAY_REACH) : mention.start])
                and (found := _printed(piece, mention, context, id, "the text calls this day today"))
            ):
                return found
    return None
