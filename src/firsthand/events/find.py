"""From statements to events: what each statement is chiefly about, and in what roles."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from firsthand.events.amounts import find_amounts, find_place, find_when
from firsthand.events.antecedents import Told
from firsthand.events.back import completed, pointing_event
from firsthand.events.choice import choose
from firsthand.events.fillers import as_fillers
from firsthand.events.mentions import find_mentions
from firsthand.events.phase import Course, bare_course, find_course
from firsthand.events.view import View, content_tokens, cues, look_at
from firsthand.events.wording import Wording, read_wording
from firsthand.model import Event, Finding, Reading, Report, Source, Span, Statement

_REMEMBERED = 200
"""So many statements back a word may point: further back nobody looks for what is meant."""


def find_events(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    sources: Sequence[Source],
    statements: Sequence[Statement],
) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """One event for each statement, and the statements with ``event`` filled in, in the order given.

    Ids are E1, E2 … in that order. A statement of a report without a reading gets an event of type "other".
    """
    by_id = {source.id: source for source in sources}
    told_by = {reading.report: reading for reading in readings}
    views = {r.id: look_at(r, told_by[r.id]) for r in reports if r.id in told_by}
    events: dict[str, Event] = {}
    by_report: dict[str, list[Statement]] = {report: [] for report in views}
    for statement in statements:
        by_report.get(statement.report, []).append(statement)
    for report, view in views.items():
        told: deque[Told] = deque(maxlen=_REMEMBERED)
        for statement in sorted(by_report[report], key=lambda s: (min((c.start for c in s.content), default=0), s.id)):
            event = read_event(view, statement, by_id, told)
            events[statement.id] = event
            told.append(Told(statement, event))
    numbered: list[Event] = []
    filled: list[Statement] = []
    for n, statement in enumerate(statements, start=1):
        event = events.get(statement.id) or _empty(statement)
        numbered.append(replace(event, id=f"E{n}"))
        filled.append(replace(statement, event=f"E{n}"))
    return tuple(numbered), tuple(filled)


def _empty(statement: Statement) -> Event:
    return Event("", "other", "", (), (), (), None, None, "positive", "actual", (statement.id,), statement.content)


def read_event(view: View, statement: Statement, sources: dict[str, Source], told: Sequence[Told]) -> Event:
    """The event of one statement; ``told`` are the statements before it in the report with theirs."""
    content = content_tokens(view, statement)
    if not content:
        return _empty(statement)
    actor = sources.get(statement.actor or "")
    wording = read_wording(view, statement, content, actor)
    if _is_mute(view, content):
        return _empty(statement)
    pointing = pointing_event(view, statement, wording, sources, told)
    if pointing is not None:
        return pointing
    event = _event_of(view, statement, wording, actor)
    return completed(view, event, wording, told)


def _is_mute(view: View, content: Sequence[int]) -> bool:
    """Whether the words only say that nothing was said ("to comment", "a request for comment"): they tell no event."""
    words = [view.word(i) for i in content if view.tokens[i].upos != "PUNCT"]
    return any(" ".join(words[k:]) in cues("mute") for k in (0, 1) if k == 0 or words[:1] in (["to"], ["on"], ["for"]))


def _event_of(view: View, statement: Statement, wording: Wording, actor: Source | None) -> Event:
    main, content = wording.main, wording.content
    mentions = find_mentions(view, wording.scope)
    chosen = choose(view, wording, mentions, actor)
    others = [t for t in wording.triggers if t is not main]
    course = find_course(view, main, others, content) if main else bare_course(view, content)
    counts, measures = find_amounts(view, content)
    roles, findings = as_fillers(view, chosen.filled)
    used = {f.mention.head for f in chosen.filled}
    place = find_place(view, main, [m for m in mentions if m.first in set(content)], used) if main else None
    findings += _reasons(view, wording, chosen.type, course)
    phase = course.phase if chosen.type == "transfer" else ""
    return Event(
        "", chosen.type, phase, tuple(roles), counts, measures,
        find_when(view, statement, content, course, (main, others)), place, course.polarity, course.modality,
        (statement.id,), statement.content, tuple(findings),
    )  # fmt: skip


def _reasons(view: View, wording: Wording, event_type: str, course: Course) -> list[Finding]:
    main = wording.main
    if main is None:
        if event_type == "other":
            return [Finding("event.type", "other", "No word of the content names a kind of event.", wording.spans)]
        return [Finding("event.type", event_type, "The content equates two names of goods.", wording.spans)]
    words = view.text(main.first, main.last)
    here: tuple[Span, ...] = (view.span(main.first, main.last),)
    found = [Finding("event.type", event_type, f"“{words}” stands at the top of the content.", here)]
    if course.phase and event_type == "transfer":
        found.append(Finding("event.phase", course.phase, f"“{words}” and the words around it give the phase.", here))
    for kind, value in (("negative", course.polarity), ("modality", course.modality)):
        at = [i for name, i in course.words if name == kind]
        if at:
            feature = "event.polarity" if kind == "negative" else "event.modality"
            said = ", ".join(f"“{view.tokens[i].text}”" for i in at)
            spans = tuple(view.span(i, i) for i in at)
            found.append(Finding(feature, value, f"{said} makes what is said {value}.", spans))
    return found
