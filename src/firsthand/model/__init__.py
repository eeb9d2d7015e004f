"""The words of the design as frozen types. No input, no output, no judgement."""

from firsthand.model.claim import (
    Claim,
    ClaimDraft,
    Discrepancy,
    Grade,
    HistoryEntry,
    Link,
    Origin,
    OriginDraft,
    OutletRef,
    Value,
)
from firsthand.model.dossier import Cell, Dossier, RegisterRow, SetAside, TimelineEntry
from firsthand.model.event import Event, Quantity, RoleFiller
from firsthand.model.finding import Finding
from firsthand.model.reading import Entity, Reading, Speech, Token
from firsthand.model.report import Report
from firsthand.model.statement import (
    KINDS,
    NOTHING_LEFT_OUT,
    SIDE_OF,
    STANCES,
    UNSURE_BELOW,
    LeftOut,
    Source,
    Statement,
    checked_probability,
    probability_text,
    set_apart,
)
from firsthand.model.text import DateRange, Span

__all__ = [
    "KINDS",
    "NOTHING_LEFT_OUT",
    "SIDE_OF",
    "STANCES",
    "UNSURE_BELOW",
    "Cell",
    "Claim",
    "ClaimDraft",
    "DateRange",
    "Discrepancy",
    "Dossier",
    "Entity",
    "Event",
    "Finding",
    "Grade",
    "HistoryEntry",
    "LeftOut",
    "Link",
    "Origin",
    "OriginDraft",
    "OutletRef",
    "Quantity",
    "Reading",
    "RegisterRow",
    "Report",
    "RoleFiller",
    "SetAside",
    "Source",
    "Span",
    "Speech",
    "Statement",
    "TimelineEntry",
    "Token",
    "Value",
    "checked_probability",
    "probability_text",
    "set_apart",
]
