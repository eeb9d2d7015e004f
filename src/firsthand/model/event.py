"""What the content of a statement is about."""

from dataclasses import dataclass

from firsthand.model.finding import Finding
from firsthand.model.text import DateRange, Span


@dataclass(frozen=True, slots=True)
class RoleFiller:
    """``canonical`` is the register's name (a state, a designation, a weapon class noun) of ``text``.

    ``weapon_class`` is the id of a class of lexicons/weapon_classes.csv where the filler is a weapon.
    ``resolved`` says how a pronoun or description was resolved, empty where it names the thing itself.
    """

    text: str
    canonical: str
    spans: tuple[Span, ...]
    weapon_class: str | None = None
    resolved: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as reported: low, best, high in ``unit``; None where the words give no figure."""

    low: float | None
    best: float | None
    high: float | None
    unit: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """``type``: transfer, negotiation of one is phase of transfer; training, production, use, sanction,
    showcase, detection, concealment, capability, nuclear-assistance, cooperation, escalation, other.

    ``phase`` of a transfer: sought, negotiating, agreed, preparing, shipped, delivered; empty elsewhere.
    ``roles`` pairs role names (supplier, recipient, item, user, target, sanctioner, sanctioned, trainer,
    trainee, party …) with fillers; a role may come several times. ``polarity`` is positive or
    negative (as worded, before stance). ``modality``: actual, planned, possible, hypothetical. ``quantities`` are
    counts of items; ``measures`` are ranges, distances, shares. ``statements`` are ids.
    """

    id: str
    type: str
    phase: str
    roles: tuple[tuple[str, RoleFiller], ...]
    quantities: tuple[Quantity, ...]
    measures: tuple[Quantity, ...]
    when: DateRange | None
    place: RoleFiller | None
    polarity: str
    modality: str
    statements: tuple[str, ...]
    spans: tuple[Span, ...]
    findings: tuple[Finding, ...] = ()

    def fillers(self, role: str) -> tuple[RoleFiller, ...]:
        """The fillers of one role, in order."""
        return tuple(filler for name, filler in self.roles if name == role)
