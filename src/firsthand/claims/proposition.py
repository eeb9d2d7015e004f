"""What a statement puts forward, laid out so that two statements can be compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from firsthand.claims.aspects import aspect_of, has_cue, phase_of
from firsthand.language.families import comparable, family, is_designation
from firsthand.language.likeness import content_stems
from firsthand.lexicons import states
from firsthand.model.event import Event
from firsthand.model.finding import Finding
from firsthand.model.report import Report
from firsthand.model.statement import Source, Statement
from firsthand.model.text import DateRange

_GIVERS = ("supplier", "provider", "seller", "trainer")
_TAKERS = ("recipient", "receiver", "buyer", "trainee")
_THINGS = ("item", "weapon", "product")
_NOT_DOERS = (*_THINGS, "place", "purpose")


@dataclass(frozen=True, slots=True)
class Proposition:
    """One statement as a proposition. Sets hold canonical names; ``place`` orders propositions of a report."""

    statement: Statement
    event: Event | None
    aspect: str
    phase: str
    givers: frozenset[str]
    takers: frozenset[str]
    parties: frozenset[str]
    classes: frozenset[str]
    designations: frozenset[str]
    general: bool
    stems: frozenset[str]
    text: str
    day: DateRange | None
    place: int
    states: tuple[str, ...]
    findings: tuple[Finding, ...] = field(default=())

    @property
    def owners(self) -> frozenset[str]:
        """Whose arming is spoken of in general: who gives, else the state that speaks."""
        return self.givers or frozenset(self.states)

    @property
    def event_type(self) -> str:
        """The type of its event, other where there is none."""
        return self.event.type if self.event else "other"

    @property
    def families(self) -> frozenset[str]:
        """Families of the weapons it names."""
        return frozenset(f for f in map(family, self.classes) if f)

    @property
    def telling_classes(self) -> frozenset[str]:
        """Its classes that belong to a family; all of them where none does ("rockets and missiles": rockets)."""
        return frozenset(c for c in self.classes if family(c)) or self.classes

    def goods_agree(self, other: "Proposition") -> bool:
        """Whether the goods of both can be the same; unnamed goods can be anything."""
        if not self.classes or not other.classes:
            return True
        return any(comparable(a, b) for a in self.telling_classes for b in other.telling_classes)

    @property
    def whole(self) -> bool:
        """Whether it says who gives what to whom."""
        return bool(self.givers and self.takers and (self.families or self.designations))


@cache
def _state_names() -> frozenset[str]:
    return frozenset(entry.name for entry in states())


def _named(event: Event, roles: Iterable[str]) -> frozenset[str]:
    return frozenset(f.canonical for role in roles for f in event.fillers(role) if f.canonical)


def _parties(event: Event) -> frozenset[str]:
    """Every canonical name that has a part in the event other than as the thing or the place."""
    return frozenset(f.canonical for role, f in event.roles if role not in _NOT_DOERS and f.canonical)


def content_text(report: Report, statement: Statement) -> str:
    """The words of the content, its pieces joined by a blank."""
    return " ".join(report.quote(span) for span in statement.content)


def propose(
    statement: Statement, event: Event | None, report: Report, sources: Mapping[str, Source], place: int
) -> Proposition:
    """Lay out what ``statement`` puts forward; ``place`` is where it stands among the statements of its report."""
    text = content_text(report, statement)
    general = event is None or not _named(event, _TAKERS) & _state_names()
    general = general and has_cue("general", text)
    things = [f for role in _THINGS for f in event.fillers(role)] if event else []
    designations = frozenset(f.canonical for f in things if is_designation(f))
    actor = sources.get(statement.actor or "")
    aspect = "general" if general and _arms(event) else aspect_of(statement, event, text, bool(designations))
    return Proposition(
        statement,
        event,
        aspect,
        phase_of(aspect, event),
        _named(event, _GIVERS) if event else frozenset(),
        _named(event, _TAKERS) if event and not general else frozenset(),
        _parties(event) if event and not general else frozenset(),
        frozenset(f.weapon_class for f in things if f.weapon_class),
        designations,
        general,
        content_stems(text),
        text,
        statement.said_on or report.published,
        place,
        actor.states if actor else (),
    )


def _arms(event: Event | None) -> bool:
    return event is not None and event.type in ("transfer", "other", "cooperation")
