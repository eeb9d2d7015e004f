"""A reason for a judgement."""

from dataclasses import dataclass

from firsthand.model.text import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """``feature`` names the rule (a heading of docs/rules.md), ``sentence`` is what the analyst reads."""

    feature: str
    value: str
    sentence: str
    spans: tuple[Span, ...] = ()
