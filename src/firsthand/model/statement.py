"""Something a source says, and who the source is."""

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.model.finding import Finding
from firsthand.model.text import DateRange, Span

STANCES = ("asserts", "confirms", "denies", "withholds", "expects", "supposes", "comments")
SIDE_OF = {
    "asserts": "affirm",
    "confirms": "affirm",
    "denies": "deny",
    "withholds": "withhold",
    "expects": "expect",
    "supposes": "expect",
    "comments": "comment",
}
"""The side of a claim that each stance takes."""
UNSURE_BELOW = 0.5
"""Confidence under which a statement is likelier misread than not."""
KINDS = ("official", "institution", "media", "expert", "document", "witness", "other")


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks, over all reports of a case. ``kind`` is one of KINDS.

    ``states`` are the names of the states or bodies the source speaks for (two for "US and European
    officials"); empty where it speaks for none that is known. ``plural`` holds for officials, sources, reports.
    """

    id: str
    name: str
    kind: str
    named: bool
    role: str | None
    organisation: str | None
    states: tuple[str, ...]
    aliases: tuple[str, ...]
    spans: tuple[Span, ...]
    plural: bool = False

    @property
    def state(self) -> str | None:
        """The states in one string, None where there is none."""
        return "; ".join(self.states) or None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of one report. ``actor`` and ``via`` are ids of sources, outermost relay last.

    ``actor`` None: the report itself says it. ``mode`` is direct, indirect or mixed. ``occasion`` is a word
    for where it was said ("statement", "press conference", "briefing", "interview"), if the report says.
    ``sentence`` holds the whole sentences that the statement stands in. ``confidence`` is the
    probability, 0–1, that source, cue and content are read right.
    ``mentioned`` are sources that the content names as its own authority or object ("the Reuters report").
    """

    id: str
    report: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    actor: str | None
    via: tuple[str, ...]
    mode: str
    stance: str
    said_on: DateRange | None
    confidence: float
    method: str
    sentence: Span
    occasion: str | None = None
    mentioned: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    event: str | None = None
    claim: str | None = None

    @property
    def unsure(self) -> bool:
        """Whether it is likelier misread than not."""
        return self.confidence < UNSURE_BELOW


def probability_text(probability: float) -> str:
    """A probability in two digits, cut and not rounded, so that what is under a bound never reads as the bound.

    >>> probability_text(0.8349), probability_text(0.4999), probability_text(1.0), probability_text(0.001)
    ('0.83', '0.49', '1.00', 'under 0.01')
    """
    hundredths = int(round(100 * probability, 6))
    return f"{hundredths / 100:.2f}" if hundredths else "under 0.01"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The statements whose confidence is under ``min_confidence``: they are listed, and nothing rests on them."""

    min_confidence: float = 0.0
    statements: tuple[Statement, ...] = ()


NOTHING_LEFT_OUT = LeftOut()


def checked_probability(value: float) -> float:
    """``value`` itself; raises ValueError where it is no number from 0 to 1."""
    if not 0 <= value <= 1:
        raise ValueError(f"{value:g} is no probability; want a number from 0 to 1")
    return value


def set_apart(statements: Iterable[Statement], min_confidence: float) -> tuple[tuple[Statement, ...], LeftOut]:
    """The statements of at least this confidence, and those left out; all keep their ids and their order.

    Raises ValueError where ``min_confidence`` is no number from 0 to 1.
    """
    checked_probability(min_confidence)
    given = tuple(statements)
    kept = tuple(s for s in given if s.confidence >= min_confidence)
    return kept, LeftOut(min_confidence, tuple(s for s in given if s.confidence < min_confidence))
