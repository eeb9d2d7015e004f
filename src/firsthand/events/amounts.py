"""Counts, measures, time and place of an event."""

from collections.abc import Sequence
from datetime import date

from firsthand.events.mentions import Mention
from firsthand.events.phase import Course
from firsthand.events.slots import carrier
from firsthand.events.triggers import Trigger
from firsthand.events.view import View, cues
from firsthand.language.quantities import find_quantities
from firsthand.language.times import find_times, resolve
from firsthand.model import DateRange, Quantity, RoleFiller, Span, Statement

_BARE = 3
_AHEAD = ("preparing", "sought", "negotiating")
_PLACE_WORDS = ("in", "at", "near", "inside", "within", "over")


def find_amounts(view: View, content: Sequence[int]) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """Counts of items, and measures (ranges, distances, shares, spans of time, sums) in these tokens."""
    counts: list[Quantity] = []
    measures: list[Quantity] = []
    for first, last in _runs(content):
        start, end = view.tokens[first].start, view.tokens[last].end
        for found in find_quantities(view.report.text, start, end):
            if found.kind == "ordinal":
                continue
            spans = (Span(view.report.id, found.start, found.end),)
            amount = Quantity(found.low, found.best, found.high, found.unit, found.text, spans)
            unit = found.unit.lower().split()
            is_measure = any(word in cues("measure") for word in unit) or found.kind != "count"
            (measures if is_measure else counts).append(amount)
    return tuple(counts), tuple(measures)


def _runs(content: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for i in content:
        if runs and runs[-1][1] == i - 1:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


def anchor_day(view: View, statement: Statement) -> tuple[date, str] | None:
    """The day that relative times count from, and what day it is."""
    for days, name in ((statement.said_on, "statement"), (view.report.published, "report")):
        day = days and (days.last or days.first)
        if day:
            return day, name
    return None


def _elsewhere(view: View, first: int, main: Trigger | None, others: Sequence[Trigger]) -> bool:
    """Whether a time hangs on another event of the content than the chief one."""
    if main is None:
        return False
    line = {main.head, *view.up(main.head)}
    heads = {t.head for t in others if t.head not in line and view.tokens[t.head].upos == "VERB"}
    for above in view.up(first):
        if above in line:
            return False
        if above in heads:
            return True
    return False


def _dates_a_deal(view: View, first: int, last: int) -> bool:
    """Whether a time only says which agreement is meant: "under the treaty of 2019", "the 2019 treaty"."""
    before = [view.word(i) for i in range(max(0, first - 2), first)]
    after = view.word(last + 1) if last + 1 < len(view.tokens) else ""
    behind = len(before) == 2 and before[1] in ("of", "from") and before[0] in cues("pact")
    return behind or after in cues("pact")


def _dates_the_saying(view: View, statement: Statement, content: Sequence[int], first: int) -> bool:
    """Whether a time behind a bare noun says when it was told: "first reported *the sale* on 4 May"."""
    said = [i for i in view.of(statement.cue) if view.tokens[i].lemma.lower() in cues("saying.verb")]
    if not said or said[-1] > content[0] or any(view.tokens[i].upos in ("VERB", "AUX") for i in content):
        return False
    words = [i for i in content if i < first and view.tokens[i].upos not in ("PUNCT", "ADP", "DET")]
    return len(words) <= _BARE


def find_when(
    view: View,
    statement: Statement,
    content: Sequence[int],
    course: Course,
    triggers: tuple[Trigger | None, Sequence[Trigger]],
) -> DateRange | None:
    """The days an event is said to fall on: the first time of its clause that resolves."""
    anchor = anchor_day(view, statement)
    for first, last in _runs(content):
        for found in find_times(view.report.text, view.tokens[first].start, view.tokens[last].end):
            if anchor is None and found.kind not in ("date", "month", "year"):
                continue
            if anchor is None and found.year is None:
                continue
            day, name = anchor or (date(found.year or 1, 1, 1), "report")
            within = view.inside(found.start, found.end)
            if not within or _elsewhere(view, within[-1], *triggers) or _dates_a_deal(view, within[0], within[-1]):
                continue
            if _dates_the_saying(view, statement, content, within[0]):
                continue
            ahead = course.phase in _AHEAD or course.modality == "planned"
            days = resolve(found, day, ahead=ahead, anchor_is=name)
            if days and (days.first or days.last) and not days.contradiction:
                spans = (Span(view.report.id, found.start, found.end),)
                return DateRange(days.first, days.last, f"“{found.text}” counted from the {name}", spans)
    return None


def find_place(view: View, main: Trigger, mentions: Sequence[Mention], used: set[int]) -> RoleFiller | None:
    """The state or named place behind "in", "at" or "near" in the clause of the trigger."""
    for mention in mentions:
        if mention.kind != "party" or mention.head in used or mention.form in ("demonym", "side"):
            continue
        at, _ = carrier(view, mention)
        token = view.tokens[at]
        if view.preposition(at) in _PLACE_WORDS:
            chain = {main.head, *view.up(main.head)}
            if token.head in chain or at in chain:
                text = view.text(mention.first, mention.last)
                return RoleFiller(text, mention.canonical, (view.span(mention.first, mention.last),))
    return None
