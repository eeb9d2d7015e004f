"""Something a source says, and who the source is."""

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
    ``sentence`` holds the whole sentences that the statement stands in. ``confidence`` is 0–1.
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
