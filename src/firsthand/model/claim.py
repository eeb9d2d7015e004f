"""Claims, where they come from, how they changed, and what does not fit."""

from dataclasses import dataclass

from firsthand.model.event import RoleFiller
from firsthand.model.finding import Finding
from firsthand.model.text import DateRange, Span


@dataclass(frozen=True, slots=True)
class OutletRef:
    """A cited outlet, and the day of the cited report where it is told."""

    outlet: str
    dated: DateRange | None


@dataclass(frozen=True, slots=True)
class Link:
    """From the report with id ``source`` to another report or a cited outlet.

    ``kind`` is copies, cites or same_utterance; ``statements`` are the ids the link stands on.
    """

    source: str
    target: str | OutletRef
    kind: str
    statements: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A proposition before it is graded: which statements are about it, and why they were put together.

    ``wording`` is an exact slice of a report. ``type`` is the type of its event or the aspect of it that the
    statements are about (designation, details, range …); ``phase`` is planned, delivered or empty. ``linked`` are ids
    of other drafts (planned and delivered, general and specific). ``events`` are ids of the events behind it.
    """

    id: str
    wording: str
    type: str
    phase: str
    roles: tuple[tuple[str, RoleFiller], ...]
    statements: tuple[str, ...]
    linked: tuple[str, ...]
    findings: tuple[Finding, ...]
    events: tuple[str, ...] = ()
    wording_spans: tuple[Span, ...] = ()

    def fillers(self, role: str) -> tuple[RoleFiller, ...]:
        """The fillers of one role, in order."""
        return tuple(filler for name, filler in self.roles if name == role)


@dataclass(frozen=True, slots=True)
class OriginDraft:
    """Statements of a case that go back to one utterance or to one outlet's own sourcing.

    ``cited`` is the outlet whose report they relay, None where the speaker is heard directly.
    """

    id: str
    statements: tuple[str, ...]
    cited: OutletRef | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One utterance or one outlet's own sourcing. ``owners`` are the states or bodies it belongs to.

    ``first`` is the id of its earliest statement. ``side`` is affirm, deny, withhold, expect or comment.
    """

    id: str
    description: str
    owners: tuple[str, ...]
    statements: tuple[str, ...]
    on_record: bool
    first: str
    first_said: DateRange | None
    side: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """From day ``on`` the claim had this status; ``because`` is the id of the statement that changed it."""

    on: DateRange | None
    status: str
    contested: bool
    because: str


@dataclass(frozen=True, slots=True)
class Grade:
    """Admiralty code: reliability A–F, credibility 1–6, with reasons."""

    reliability: str
    credibility: str
    findings: tuple[Finding, ...]
    scale: str = "admiralty"


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition. The lists affirm, deny, withhold, expect, comment hold ids of statements.

    ``roles``: canonical roles of its event. ``status``: expected, reported, confirmed, acknowledged,
    denied (nobody affirms or expects it), unsettled (only withheld, supposed or commented). ``linked`` are ids
    of related claims (planned and delivered).
    """

    id: str
    wording: str
    type: str
    phase: str
    roles: tuple[tuple[str, RoleFiller], ...]
    status: str
    contested: bool
    history: tuple[HistoryEntry, ...]
    origins: tuple[Origin, ...]
    owners: tuple[str, ...]
    affirm: tuple[str, ...]
    deny: tuple[str, ...]
    withhold: tuple[str, ...]
    expect: tuple[str, ...]
    comment: tuple[str, ...]
    linked: tuple[str, ...]
    grade: Grade
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One side of a discrepancy: what is said, who says it, where."""

    value: str
    statements: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """``kind``: value, date, designation, sourcing, voice, calendar or first. ``about``: id of a claim or report.

    ``resolved`` says why values that look unlike can both hold; empty for a true discrepancy.
    """

    id: str
    kind: str
    about: str
    values: tuple[Value, ...]
    findings: tuple[Finding, ...]
    resolved: str = ""
