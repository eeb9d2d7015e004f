"""Days that cannot both hold, and expressions that contradict the calendar."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

from firsthand.grading.cues import has_cue
from firsthand.grading.standing import Case
from firsthand.language.times import find_times, resolve
from firsthand.model.claim import Claim, Discrepancy, Value
from firsthand.model.finding import Finding
from firsthand.model.statement import Statement
from firsthand.model.text import DateRange, Span

_WIDEST = 31
_APART_AT_MOST = timedelta(days=45)
_PHASED = ("transfer", "use", "training", "showcase", "production")


def _told(case: Case, claim: Claim) -> list[tuple[Statement, DateRange]]:
    """Statements of a claim that name when the thing happened, to within a month."""
    found = []
    for statement in (case.statements[s] for s in claim.affirm):
        event = case.event(statement)
        when = event.when if event and event.modality == "actual" else None
        if event and when and when.spans and when.days is not None and when.days <= _WIDEST:
            found.append((statement, when))
    return found


def _words(case: Case, when: DateRange) -> str:
    return " ".join(case.quote(s) for s in when.spans) or when.basis


def differing_days(case: Case, claims: Sequence[Claim]) -> list[Discrepancy]:
    """Two reports that put one thing on days that do not meet, though not so far apart as to be two things."""
    found: list[Discrepancy] = []
    for claim in claims:
        if claim.type not in _PHASED:
            continue
        seen: set[tuple[date | None, date | None]] = set()
        for (one, a), (other, b) in combinations(_told(case, claim), 2):
            apart = _gap(a, b)
            key = (min(a.first or date.max, b.first or date.max), max(a.first or date.min, b.first or date.min))
            if _of_two_things(case, one, other):
                continue
            if one.report == other.report or a.meets(b) or apart is None or apart > _APART_AT_MOST or key in seen:
                continue
            if _told_also(case, claim, one.report, b) or _told_also(case, claim, other.report, a):
                continue
            seen.add(key)
            values = tuple(Value(_words(case, w), (s.id,), w.spans or s.content) for s, w in ((one, a), (other, b)))
            sentence = "Two reports put the same event on different days."
            finding = Finding("discrepancy.date", " / ".join(v.value for v in values), sentence, (*a.spans, *b.spans))
            found.append(Discrepancy("", "date", claim.id, values, (finding,)))
    return found


def _of_two_things(case: Case, one: Statement, other: Statement) -> bool:
    """Whether one tells that goods left and the other that they came, or only one speaks of a second shipment."""
    phases = {event.phase for s in (one, other) if (event := case.event(s)) and event.phase}
    return len(phases) > 1 or has_cue("further", case.text(one)) != has_cue("further", case.text(other))


def _gap(one: DateRange, other: DateRange) -> timedelta | None:
    if not (one.first and one.last and other.first and other.last):
        return None
    return max(one.first, other.first) - min(one.last, other.last)


def _told_also(case: Case, claim: Claim, report: str, when: DateRange) -> bool:
    """Whether the report names the other's day too, so that it tells of two events."""
    return any(s.report == report and w.meets(when) for s, w in _told(case, claim))


def rival_phases(case: Case, claims: Sequence[Claim]) -> list[Discrepancy]:
    """A transfer told as under way by a day on which others say that its deal was not yet done."""
    found: list[Discrepancy] = []
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        if claim.type != "transfer" or claim.phase != "delivered":
            continue
        done = [(s, e.when) for s in map(case.statements.__getitem__, claim.affirm) if (e := case.event(s)) and e.when]
        planned = [by_id[i] for i in claim.linked if i in by_id and by_id[i].phase == "planned"]
        open_ = [s for p in planned for s in map(case.statements.__getitem__, (*p.expect, *p.affirm, *p.deny))]
        told: set[tuple[str, str]] = set()
        for statement, when in done:
            for other in open_:
                said = other.said_on
                if not (when.spans and when.first and said and said.last and has_cue("unfinished", case.text(other))):
                    continue
                if statement.report == other.report or not when.first <= said.last <= when.first + timedelta(days=366):
                    continue
                # A report that says so twice says it once.
                if (key := (_words(case, when), other.report)) in told:
                    continue
                told.add(key)
                values = (
                    Value(_words(case, when), (statement.id,), statement.content),
                    Value(case.text(other), (other.id,), other.content),
                )
                sentence = "It is told as begun by a day on which others say that the deal was not done."
                spans = (*when.spans, *other.content)
                finding = Finding("discrepancy.date-order", when.first.isoformat(), sentence, spans)
                found.append(Discrepancy("", "date", claim.id, values, (finding,)))
    return found


def calendar_slips(case: Case) -> list[Discrepancy]:
    """Expressions of time in the prose that contradict the calendar or their own words."""
    found: list[Discrepancy] = []
    for report in case.reports.values():
        if report.unread or not report.published or not report.published.last:
            continue
        outside = (*report.furniture, *report.credits)
        for expression in find_times(report.text):
            span = Span(report.id, expression.start, expression.end)
            if expression.counts_from == "mention" or any(span.meets(s) for s in outside):
                continue
            resolved = resolve(expression, report.published.last)
            if resolved is None or not resolved.contradiction:
                continue
            finding = Finding("discrepancy.calendar", expression.text, resolved.contradiction, (span,))
            ids = tuple(s.id for s in case.statements.values() if s.sentence.meets(span))
            values = (Value(expression.text, ids, (span,)),)
            found.append(Discrepancy("", "calendar", report.id, values, (finding,)))
    return found
