"""Undated reports are dated, as far as it goes, from the dated reports of the same case."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from math import log, sqrt

from firsthand.intake.bounds import WINDOW, Context, context_of
from firsthand.intake.dates import DateMention, find_dates
from firsthand.intake.layout import lay_out
from firsthand.intake.outlets import outlets_within
from firsthand.intake.pieces import HEADING, PROSE, Piece, alternatives
from firsthand.lexicons.loader import phrases
from firsthand.model import DateRange, Report, Span

CITED_WINDOW = 4
"""Days after a cited report within which the report that cites it is taken to have come out."""

_NARROW = 62
_SHARED_WORDS, _SHARED_PART = 3, 0.35
_LIKENESS, _COPY = 0.2, 0.8
_NEIGHBOUR = 60
_BETWEEN = 45
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s+[A-Z“\"]|\s*$)[^.!?]*)*[.!?]?['\"”’]*")


@dataclass(frozen=True, slots=True)
class _Citation:
    """A passage that says an outlet reported something; ``day`` is when, where it tells."""

    outlet: str
    words: frozenset[str]
    span: Span
    day: date | None


def bound_by_case(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports in the same order; those whose date was open or guessed are bounded by the dated ones.

    A report that cites what an outlet reported came out no earlier than that, where a dated report tells the day.
    A day without a year gets the year that fits the most similar dated report.
    """
    firm = tuple(report for report in reports if _firm(report.published))
    if not firm or len(firm) == len(reports):
        return reports
    told = [(report, citation) for report in firm for citation in _citations(report) if citation.day]
    likeness = _Likeness(reports)
    return tuple(report if _firm(report.published) else _bounded(report, told, firm, likeness) for report in reports)


def _firm(published: DateRange | None) -> bool:
    if published is None or published.first is None or published.last is None:
        return False
    return (published.last - published.first).days <= _NARROW and "year from “" not in published.basis


def _bounded(
    report: Report, told: list[tuple[Report, _Citation]], firm: tuple[Report, ...], likeness: "_Likeness"
) -> Report:
    dated = _by_neighbour(report, firm, likeness)
    if dated is None and not (report.published and report.published.last):
        dated = _by_citation(report, told) or _by_copy(report, firm, likeness)
    return replace(report, published=dated) if dated else report


def _by_citation(report: Report, told: list[tuple[Report, _Citation]]) -> DateRange | None:
    """Not before the day on which, as another report tells, the report it cites came out."""
    floor = report.published.first if report.published else None
    best: tuple[date, _Citation, Report, _Citation] | None = None
    for mine in _citations(report):
        for other, theirs in told:
            day = theirs.day
            if day is None or theirs.outlet != mine.outlet or (floor and day < floor):
                continue
            shared = len(mine.words & theirs.words)
            least = min(len(mine.words), len(theirs.words))
            if shared >= _SHARED_WORDS and shared >= _SHARED_PART * least and (best is None or day > best[0]):
                best = (day, mine, other, theirs)
    if best is None:
        return None
    day, mine, other, theirs = best
    basis = f"bounds: cites a report by {mine.outlet} that {other.id} dates {day}"
    return DateRange(day, day + timedelta(days=CITED_WINDOW), basis, (mine.span, theirs.span))


def _by_copy(report: Report, firm: tuple[Report, ...], likeness: "_Likeness") -> DateRange | None:
    """About the day of the dated report that has the same wording."""
    twin = max(firm, key=lambda other: likeness.between(report.id, other.id))
    day = twin.published.first if twin.published else None
    if day is None or likeness.between(report.id, twin.id) < _COPY:
        return None
    basis = f"bounds: the wording is that of {twin.id}, of {day}"
    return DateRange(day, day + timedelta(days=CITED_WINDOW), basis)


def _by_neighbour(report: Report, firm: tuple[Report, ...], likeness: "_Likeness") -> DateRange | None:
    """The newest day named without its year, in the year of the most similar dated report."""
    near = max(firm, key=lambda other: likeness.between(report.id, other.id))
    day_of = near.published.first if near.published else None
    if day_of is None or likeness.between(report.id, near.id) < _LIKENESS:
        return None
    context = context_of(lay_out(report.text))
    floor = _floor(context)
    best: tuple[date, int, int, str] | None = None
    for placed in context.placed:
        if placed.mention.year or placed.ahead or not placed.mention.day:
            continue
        day = _nearest(placed.mention, day_of)
        if day and (floor is None or day >= floor) and (best is None or day > best[0]):
            best = (day, placed.start, placed.end, placed.words)
    if best is None or abs((best[0] - day_of).days) > _NEIGHBOUR:
        return None
    day, start, end, words = best
    if report.published and report.published.first == day:
        return None
    basis = f"bounds: newest date mentioned is “{words}”; year from {near.id}, which tells of the same"
    last = day if _said_today(report.text, start) else day + timedelta(days=WINDOW)
    return DateRange(day, last, basis, (Span(report.id, start, end),))


def _floor(context: Context) -> date | None:
    return context.anchor.mention.earliest() if context.anchor else None


def _said_today(text: str, start: int) -> bool:
    today = alternatives("page_words", "today")
    return bool(re.search(rf"\b{today}\W+(?:on\s+)?$", text[max(0, start - 25) : start], re.IGNORECASE))


def _nearest(mention: DateMention, day: date) -> date | None:
    days = [d for year in range(day.year - 1, day.year + 2) if (d := mention.on(year))]
    if mention.weekday is not None:
        days = [d for d in days if d.weekday() == mention.weekday]
    return min(days, key=lambda d: abs((d - day).days), default=None)


def _citations(report: Report) -> list[_Citation]:
    found: list[_Citation] = []
    for piece in lay_out(report.text):
        if piece.kind == PROSE:
            for match in _SENTENCE.finditer(piece.text):
                found.extend(_citation(report, piece, match.start(), match.end()))
    return found


def _citation(report: Report, piece: Piece, start: int, end: int) -> list[_Citation]:
    sentence = piece.text[start:end]
    if not re.search(rf"\b{alternatives('page_words', 'report verb')}\b", sentence, re.IGNORECASE):
        return []
    dates = [mention for mention in find_dates(sentence) if mention.day]
    found: list[_Citation] = []
    for entry, begin, stop in outlets_within(sentence):
        beside = [m for m in dates if m.end <= begin <= m.end + _BETWEEN or stop <= m.start <= stop + _BETWEEN]
        day = _before(beside[0], report.published) if beside else None
        words = _content_words(sentence) - _content_words(sentence[begin:stop])
        span = Span(report.id, piece.start + start, piece.start + end)
        found.append(_Citation(entry.name, words, span, day))
    return found


def _before(mention: DateMention, published: DateRange | None) -> date | None:
    """The day of a mention, in the last year that puts it on or before publication."""
    if mention.year:
        return mention.on()
    if published is None or published.last is None:
        return None
    days = [mention.on(published.last.year), mention.on(published.last.year - 1)]
    return next((day for day in days if day and day <= published.last), None)


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(phrases("page_words")["empty content word"])


def _content_words(text: str) -> frozenset[str]:
    words = (word.replace(".", "") for word in re.findall(r"[^\W_](?:[\w.-]*\w)?", text.lower()))
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in words if word not in _empty_words())


class _Likeness:
    """How alike the wording of two reports is, 0 to 1, rare words counting more."""

    def __init__(self, reports: tuple[Report, ...]) -> None:
        bags = {report.id: Counter(_bag(report)) for report in reports}
        spread = Counter(word for bag in bags.values() for word in bag)
        self._weights = {
            id: {word: n * log(1 + len(reports) / spread[word]) for word, n in bag.items()} for id, bag in bags.items()
        }

    def between(self, one: str, other: str) -> float:
        """Cosine of the two reports' weighted words."""
        a, b = self._weights[one], self._weights[other]
        size = sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))
        return sum(x * b[word] for word, x in a.items() if word in b) / size if size else 0.0


def _bag(report: Report) -> list[str]:
    kept = (piece.text for piece in lay_out(report.text) if piece.kind in (PROSE, HEADING))
    return [word for text in kept for word in sorted(_content_words(text))]
