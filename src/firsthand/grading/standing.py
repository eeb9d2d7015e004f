"""Who speaks for whom: owners of a statement, whether it is on record, whether its owner is a party."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from firsthand.grading.cues import cue_places, has_cue
from firsthand.language.gazetteer import find_names
from firsthand.lexicons.loader import phrases
from firsthand.model.event import Event, RoleFiller
from firsthand.model.report import Report
from firsthand.model.statement import SIDE_OF, Source, Statement
from firsthand.model.text import DateRange, Span

_PARTY_ROLES = ("supplier", "recipient", "user", "producer", "trainer", "trainee")
_PARTIES_NAMED_AS_SUCH = ("transfer", "cooperation")
_NO_PARTIES = ("sanction", "escalation", "effect", "detection", "concealment", "range")


@dataclass(frozen=True, slots=True)
class Case:
    """What grading looks things up in: reports, sources, statements and events by id."""

    reports: Mapping[str, Report]
    sources: Mapping[str, Source]
    statements: Mapping[str, Statement]
    events: Mapping[str, Event]
    outweighed: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        reports: Iterable[Report],
        sources: Iterable[Source],
        statements: Iterable[Statement],
        events: Iterable[Event] = (),
    ) -> "Case":
        """A case from its parts, keeping their order."""
        told = {s.id: s for s in statements}
        known = {e.id: e for e in events}
        return cls(
            {r.id: r for r in reports},
            {s.id: s for s in sources},
            told,
            known,
            _outweighed(told.values(), known),
        )

    def actor(self, statement: Statement) -> Source | None:
        """Who speaks, None for a report's own words."""
        return self.sources.get(statement.actor or "")

    def event(self, statement: Statement) -> Event | None:
        """The event that the statement is about."""
        return self.events.get(statement.event or "")

    def text(self, statement: Statement) -> str:
        """The words of the content, its pieces joined by a blank."""
        return " ".join(self.reports[s.report].quote(s) for s in statement.content)

    def quote(self, span: Span) -> str:
        """The words at ``span``."""
        return self.reports[span.report].quote(span)

    def day(self, statement: Statement) -> DateRange | None:
        """When it was said, else when its report was published, else None."""
        return statement.said_on or self.reports[statement.report].published

    def outlet(self, statement: Statement) -> str:
        """The outlet of the report that the statement stands in, or its number where no outlet is known."""
        report = self.reports[statement.report]
        return report.outlet or f"outlet of {report.id}"

    def sort_key(self, statement: Statement) -> tuple[date, date]:
        """By the last day it can have been said, undated last."""
        day = self.day(statement)
        last = (day.last or day.first) if day else None
        return last or date.max, (day.first or last or date.max) if day else date.max


def side_of(case: Case, statement: Statement) -> str:
    """affirm, deny, withhold, expect or comment.

    Asserting that a thing did not happen, or that the report of it is false, is denying it; "whether it came" leaves
    it open; words that only take up what others said ("this is a line they crossed") judge it.
    """
    side = SIDE_OF.get(statement.stance, "comment")
    if statement.id in case.outweighed:
        return "comment"
    if side != "affirm":
        return side
    event, text = case.event(statement), case.text(statement)
    if opens_question(text):
        return "withhold"
    if statement.stance == "asserts" and has_cue("refuting", text):
        return "deny"
    if event is not None and event.type == "transfer" and event.polarity == "negative" and event.modality == "actual":
        return "withhold" if has_cue("undetailed", text) else "deny"
    return (
        "comment" if statement.stance == "asserts" and _only_points(event) and not has_cue("agreeing", text) else side
    )


def opens_question(text: str) -> bool:
    """Whether words leave open what they tell: "whether it came", or only that nothing was said: "to comment"."""
    words = text.lower().strip(" \"“”‘’',.")
    return words in phrases("event_cues")["mute"] or words.split(maxsplit=1)[:1] in (["whether"], ["if"])


def _only_points(event: Event | None) -> bool:
    """Whether the event is none of the words' own but taken up from what was told before."""
    return event is not None and any(f.feature == "event.anaphora" for f in event.findings)


def _outweighed(statements: Iterable[Statement], events: Mapping[str, Event]) -> frozenset[str]:
    """Statements by which a voice would contradict itself within one claim, that only refer back to the event.

    What the same voice says there in words that name the event themselves weighs more.
    """
    by_voice: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        if statement.claim and statement.actor and SIDE_OF.get(statement.stance) in ("affirm", "deny"):
            by_voice.setdefault((statement.claim, statement.actor), []).append(statement)
    found: set[str] = set()
    for told in by_voice.values():
        if len({SIDE_OF[s.stance] for s in told}) < 2:
            continue
        weak = [s for s in told if _refers(events.get(s.event or ""))]
        firm = {SIDE_OF[s.stance] for s in told if s not in weak}
        found.update(s.id for s in weak if len(firm) == 1 and SIDE_OF[s.stance] not in firm)
    return frozenset(found)


def _refers(event: Event | None) -> bool:
    """Whether an event has its sides from the context, or none."""
    if event is None or any(f.feature in ("event.anaphora", "event.inherited") for f in event.findings):
        return True
    return event.type == "transfer" and not (event.fillers("supplier") or event.fillers("recipient"))


def owners_of(case: Case, statement: Statement) -> tuple[str, ...]:
    """The states or bodies that a statement belongs to.

    An outlet owns what it says without a source, and what it has from "reports", "sources" or a paper that it
    neither names nor gives to anybody.
    """
    actor = case.actor(statement)
    if actor is None:
        return (case.outlet(statement),)
    nobody = not actor.named and not actor.states and not actor.organisation
    if nobody and actor.kind in ("media", "document", "other"):
        relays = [case.sources[i] for i in statement.via if i in case.sources]
        return (next((r.name for r in relays if r.kind == "media" and r.named), case.outlet(statement)),)
    if actor.kind == "media":
        return tuple(actor.name.split("; "))
    return actor.states or (actor.organisation or actor.name,)


def on_record(case: Case, statement: Statement) -> bool:
    """Whether a named person, a body or a document speaks, rather than an outlet or someone unnamed."""
    actor = case.actor(statement)
    return actor is not None and actor.named and actor.kind != "media"


def has_standing(case: Case, statement: Statement) -> bool:
    """Whether a denial by this voice makes a claim contested: it speaks for someone or on record."""
    actor = case.actor(statement)
    return actor is not None and (actor.kind in ("official", "institution", "document") or on_record(case, statement))


def parties_of(type_: str, roles: Iterable[tuple[str, RoleFiller]]) -> frozenset[str]:
    """Canonical names of those whom the claim is about as doers; none for claims that only judge."""
    if type_ in _NO_PARTIES:
        return frozenset()
    wanted = (*_PARTY_ROLES, "party") if type_ in _PARTIES_NAMED_AS_SUCH else _PARTY_ROLES
    return frozenset(filler.canonical for role, filler in roles if role in wanted and filler.canonical)


def speaks_for_party(case: Case, statement: Statement, parties: frozenset[str]) -> bool:
    """Whether the voice is an official or a body of a party."""
    actor = case.actor(statement)
    if actor is None or actor.kind not in ("official", "institution", "document"):
        return False
    return bool(parties & {*actor.states, actor.name, actor.organisation or ""})


def leans_on(case: Case, statement: Statement) -> tuple[str, Span] | None:
    """The other state whose finding the speaker leans on, with the words that say so."""
    report = case.reports[statement.report]
    sentence = statement.sentence
    own = {*owners_of(case, statement)}
    text = report.quote(sentence)
    for start, end in cue_places("relies", text):
        near = text[max(0, start - 5) : end + 50]
        for mention in find_names(near, caseless=text == text.lower()):
            if mention.kind == "state" and mention.canonical not in own:
                return mention.canonical, Span(report.id, sentence.start + start, sentence.start + end)
    return None
