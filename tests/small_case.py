"""Build small cases of invented reports: statements are found by their words, events are given by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from firsthand.model import DateRange, Event, Quantity, Report, RoleFiller, Source, Span, Statement


def days(first: str, last: str | None = None, spans: tuple[Span, ...] = ()) -> DateRange:
    """An interval from ISO days."""
    return DateRange(date.fromisoformat(first), date.fromisoformat(last or first), "given", spans)


class SmallCase:
    """Reports, sources, statements and events as they are added."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.sources: list[Source] = []
        self.statements: list[Statement] = []
        self.events: list[Event] = []

    def report(self, text: str, outlet: str | None = None, published: str | None = None, **fields: object) -> Report:
        """Add a report; ``published`` is an ISO day, or two joined by a slash."""
        name = f"R{len(self.reports) + 1}"
        when = days(*published.split("/")) if published else None
        made = Report(name, f"{name}.txt", None, None, outlet, "en", when, name, len(text.split()), text)
        self.reports.append(replace(made, **fields))  # type: ignore[arg-type]
        return self.reports[-1]

    def source(self, name: str, kind: str = "official", states: Sequence[str] = (), named: bool = True) -> str:
        """The id of a source, added where it is new."""
        for source in self.sources:
            if source.name == name:
                return source.id
        made = Source(f"A{len(self.sources) + 1}", name, kind, named, None, None, tuple(states), (), ())
        self.sources.append(made)
        return made.id

    def says(
        self,
        report: Report,
        words: str,
        actor: str | None,
        stance: str = "asserts",
        said: str | None = None,
        via: Sequence[str] = (),
        event: Event | None = None,
        **fields: object,
    ) -> Statement:
        """Add a statement whose content is ``words`` of the report; its sentence is the line they stand in."""
        name = f"S{len(self.statements) + 1}"
        span = find(report, words)
        begin = report.text.rfind("\n", 0, span.start) + 1
        end = report.text.find("\n", span.end)
        line = Span(report.id, begin, len(report.text) if end < 0 else end)
        when = days(*said.split("/")) if said else None
        made = Statement(
            name, report.id, (span,), (), (), actor, tuple(via), "indirect", stance, when, 1.0, "hand", line
        )
        if event is not None:
            made = replace(made, event=f"E{len(self.events) + 1}")
            self.events.append(replace(event, id=str(made.event), statements=(name,), spans=(span,)))
        self.statements.append(replace(made, **fields))  # type: ignore[arg-type]
        return self.statements[-1]


def find(report: Report, words: str) -> Span:
    """Where the words first stand."""
    start = report.text.index(words)
    return Span(report.id, start, start + len(words))


def event(kind: str = "transfer", phase: str = "", modality: str = "actual", **roles: object) -> Event:
    """An event; a role is a name, or a list of names; goods are "words:class"."""
    fillers = []
    for role, given in roles.items():
        for name in [given] if isinstance(given, str) else given:  # type: ignore[attr-defined]
            words, _, weapon_class = str(name).partition(":")
            fillers.append((role, RoleFiller(words, words, (), weapon_class or None)))
    return Event("", kind, phase, tuple(fillers), (), (), None, None, "positive", modality, (), ())


def transfer(supplier: str, recipient: str, item: str, phase: str = "delivered", modality: str = "actual") -> Event:
    """A transfer; empty names leave a role open."""
    roles = {k: v for k, v in (("supplier", supplier), ("recipient", recipient), ("item", item)) if v}
    return event("transfer", phase, modality, **roles)


def counted(made: Event, report: Report, words: str, low: float | None, high: float | None, unit: str) -> Event:
    """The event with a count of items."""
    best = low if low == high else None
    return replace(made, quantities=(*made.quantities, Quantity(low, best, high, unit, words, (find(report, words),))))


def dated(made: Event, report: Report, words: str, first: str, last: str | None = None) -> Event:
    """The event with the day on which it is said to have happened."""
    return replace(made, when=days(first, last, (find(report, words),)))
