"""What was said on a day, and what is said to have happened on a day, kept apart."""

from collections.abc import Iterable, Sequence
from datetime import date

from firsthand.grading.standing import Case
from firsthand.model.claim import OriginDraft
from firsthand.model.dossier import TimelineEntry
from firsthand.model.event import Event
from firsthand.model.report import Report
from firsthand.model.statement import Source, Statement
from firsthand.model.text import DateRange

_WIDEST = 62
_WIDEST_EVENT = 366


def timeline(
    reports: Iterable[Report],
    sources: Iterable[Source],
    statements: Iterable[Statement],
    events: Iterable[Event],
    origin_drafts: Iterable[OriginDraft] = (),
) -> tuple[TimelineEntry, ...]:
    """Utterances (kind said) and events (kind happened) whose day is told, in order of day.

    Statements of one origin and claim on one day are one entry, in the words of the longest that is not a denial's
    verdict alone. Days wider than two months (a year for events) place nothing on a line and are left out.
    """
    case = Case.of(reports, sources, statements, events)
    entries = [*_said(case, tuple(origin_drafts)), *_happened(case)]
    return tuple(sorted(entries, key=_order))


def _order(entry: TimelineEntry) -> tuple[date, date, str, str]:
    first = entry.on.first or entry.on.last or date.max
    return first, entry.on.last or first, entry.kind, entry.statements[0] if entry.statements else ""


def _said(case: Case, origins: Sequence[OriginDraft]) -> list[TimelineEntry]:
    origin_of = {s: origin.id for origin in origins for s in origin.statements}
    groups: dict[tuple[str, str | None], list[Statement]] = {}
    for statement in case.statements.values():
        if statement.said_on and _within(statement.said_on, _WIDEST) and statement.content:
            key = (origin_of.get(statement.id, statement.id), statement.claim or statement.id)
            groups.setdefault(key, []).append(statement)
    return [_entry(case, group) for group in groups.values()]


def _within(when: DateRange, most: int) -> bool:
    return when.days is not None and when.days <= most


def _entry(case: Case, group: Sequence[Statement]) -> TimelineEntry:
    best = max(group, key=lambda s: sum(x.end - x.start for x in s.content))
    days = [s.said_on for s in group if s.said_on]
    narrowest = min(days, key=lambda d: d.days or _WIDEST)
    return TimelineEntry(
        narrowest, "said", case.text(best), best.actor, tuple(s.id for s in group), tuple(best.content)
    )


def _happened(case: Case) -> list[TimelineEntry]:
    """Events with a day of their own; the same day told of one claim by several statements is one entry."""
    groups: dict[tuple[date | None, date | None, str], list[tuple[Event, DateRange]]] = {}
    for event in case.events.values():
        when = event.when
        if not when or not _within(when, _WIDEST_EVENT) or event.polarity == "negative":
            continue
        if event.modality in ("hypothetical",) or not event.statements:
            continue
        claim = case.statements[event.statements[0]].claim if event.statements[0] in case.statements else None
        groups.setdefault((when.first, when.last, claim or event.id), []).append((event, when))
    found = []
    for group in groups.values():
        event, when = group[0]
        spans = event.spans or case.statements[event.statements[0]].content
        text = " ".join(case.quote(s) for s in spans)
        ids = tuple(dict.fromkeys(s for e, _ in group for s in e.statements))
        found.append(TimelineEntry(when, "happened", text, None, ids, tuple(spans)))
    return found
