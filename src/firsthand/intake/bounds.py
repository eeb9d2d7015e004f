"""Days that a text mentions, and what they say about when it was written."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from firsthand.intake.dates import LAST_YEAR, DateMention, find_dates
from firsthand.intake.pieces import CLOCK, DATE, DATELINE, HEADING, PROSE, Piece
from firsthand.lexicons.loader import phrases
from firsthand.model import DateRange, Span

WINDOW = 10
"""Days after the newest day spoken of within which a report is taken to have come out."""

_CLAUSE = 45
_SAME_YEAR = 300


@dataclass(frozen=True, slots=True)
class Settled:
    """A day whose year the text around it gave; ``evidence`` is the mention that gave it."""

    day: date
    basis: str
    evidence: tuple[int, int] | None

    def spans(self, id: str) -> tuple[Span, ...]:
        """Where the evidence stands in the report."""
        return (Span(id, *self.evidence),) if self.evidence else ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with its offsets in the report and its words."""

    mention: DateMention
    start: int
    end: int
    words: str
    ahead: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What a text says of time. ``clock`` is the day the page was fetched, where it shows one.

    ``anchor`` is the newest date with a year that is not spoken of as to come.
    """

    placed: tuple[Placed, ...]
    clock: date | None
    anchor: Placed | None

    @property
    def mentions(self) -> tuple[DateMention, ...]:
        """All dates of the text that are not of a caption or another article."""
        return tuple(placed.mention for placed in self.placed)

    def settle(self, mention: DateMention) -> Settled | None:
        """The day of a date printed without a year; None where nothing gives the year."""
        if mention.day is None or mention.month is None:
            return None
        if self.clock:
            days = [d for year in range(self.clock.year - 8, self.clock.year + 1) if (d := mention.on(year))]
            before = [day for day in days if day <= self.clock]
            return Settled(before[-1], f"year from the page's own date {self.clock}", None) if before else None
        anchor = self.anchor
        start = anchor.mention.earliest() if anchor else None
        if anchor is None or start is None:
            return None
        day = _first_from(mention, start)
        if day is None:
            return None
        same_year = mention.on(start.year)
        if anchor.mention.day and (day - start).days > _SAME_YEAR and same_year:
            day = same_year
        return Settled(day, f"year from “{anchor.words}”", (anchor.start, anchor.end))


def _first_from(mention: DateMention, start: date) -> date | None:
    """The first such date on or after ``start``, on the printed weekday if one of three years has it."""
    days = [d for year in range(start.year, min(start.year + 5, LAST_YEAR)) if (d := mention.on(year)) and d >= start]
    if mention.weekday is not None:
        for day in days[:3]:
            if day.weekday() == mention.weekday:
                return day
    return days[0] if days else None


@cache
def _ahead_words() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in phrases("page_words")["looking ahead"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def context_of(pieces: tuple[Piece, ...]) -> Context:
    """The dates of prose, headlines and datelines; captions, related articles and furniture do not count."""
    placed: list[Placed] = []
    clock: date | None = None
    for piece in pieces:
        if piece.kind == CLOCK:
            clock = next((day for m in find_dates(piece.text) if (day := m.on())), clock)
        if piece.kind not in (PROSE, HEADING, DATELINE, DATE):
            continue
        for mention in find_dates(piece.text):
            before = re.split(r"[.;:]\s", piece.text[max(0, mention.start - _CLAUSE) : mention.start])[-1]
            ahead = bool(_ahead_words().search(before))
            words = piece.text[mention.start : mention.end]
            placed.append(Placed(mention, piece.start + mention.start, piece.start + mention.end, words, ahead))
    past = [p for p in placed if p.mention.year and not p.ahead and p.mention.earliest()]
    anchor = max(past, key=lambda p: (p.mention.earliest() or date.min, -p.start), default=None)
    return Context(tuple(placed), clock, anchor)


def from_mentions(pieces: tuple[Piece, ...], context: Context, id: str) -> DateRange | None:
    """Bounds: not before the newest day spoken of as past; soon after it where its year goes without saying.

    A date printed with its year, or a month, is background: it bounds the report from below only.
    """
    best: tuple[date, bool, Placed, Settled | None] | None = None
    for placed in context.placed:
        if placed.ahead:
            continue
        settled = None if placed.mention.year else context.settle(placed.mention)
        day = settled.day if settled else placed.mention.earliest()
        if day is None or (context.clock and day > context.clock):
            continue
        if best is None or day > best[0]:
            best = (day, settled is not None, placed, settled)
    if best is None:
        return DateRange(None, context.clock, "bounds: the page's own date") if context.clock else None
    day, recent, placed, settled = best
    basis = f"bounds: newest date mentioned is “{placed.words}”"
    spans: tuple[Span, ...] = (Span(id, placed.start, placed.end),)
    if settled:
        basis, spans = f"{basis}; {settled.basis}", (*spans, *settled.spans(id))
    last = day + timedelta(days=WINDOW) if recent and not context.clock else context.clock
    return DateRange(day, last, basis, spans)
