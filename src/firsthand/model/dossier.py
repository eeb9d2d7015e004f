"""The view of a case: everything the pages and files show."""

from dataclasses import dataclass
from datetime import date

from firsthand.model.claim import Claim, Discrepancy, Link
from firsthand.model.event import Event
from firsthand.model.report import Report
from firsthand.model.statement import NOTHING_LEFT_OUT, LeftOut, Source, Statement
from firsthand.model.text import DateRange, Span


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """``kind``: said (an utterance, on the day it was made) or happened (what is said to have happened).

    ``text`` is a slice of a report; ``spans`` say which. ``voice`` is the id of a source,
    None for a report's own words.
    """

    on: DateRange
    kind: str
    text: str
    voice: str | None
    statements: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of the register with its words; ``uncertain`` prints "?" in the column beside it."""

    low: float | None
    best: float | None
    high: float | None
    text: str
    uncertain: bool


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One transfer in the columns of SIPRI's trade register, then ours. ``cells``: column to statement ids."""

    supplier: str
    recipient: str
    year_of_order: str
    year_of_order_uncertain: bool
    ordered: Cell
    designations: tuple[str, ...]
    designation_uncertain: bool
    description: str
    delivered: Cell
    years: tuple[str, ...]
    years_uncertain: bool
    status: str
    comments: str
    contested: bool
    origins: int
    owners: tuple[str, ...]
    credibility: str
    claims: tuple[str, ...]
    cells: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that could not be read: what it was, why, what to do."""

    input: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case as of a day; ``as_of`` None means everything that was read. ``left_out`` bears on nothing else."""

    title: str
    as_of: date | None
    reports: tuple[Report, ...]
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    lineage: tuple[Link, ...]
    discrepancies: tuple[Discrepancy, ...]
    timeline: tuple[TimelineEntry, ...]
    register: tuple[RegisterRow, ...]
    set_aside: tuple[SetAside, ...]
    left_out: LeftOut = NOTHING_LEFT_OUT
