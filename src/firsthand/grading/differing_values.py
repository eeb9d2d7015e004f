"""Figures of one thing that cannot both hold, once units are resolved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from firsthand.grading.standing import Case
from firsthand.language.likeness import content_stems, overlap
from firsthand.language.quantities import find_quantities
from firsthand.language.quantity_comparison import compatible
from firsthand.language.quantity_types import QuantityExpression
from firsthand.lexicons.loader import phrases
from firsthand.model.claim import Claim, Discrepancy, Value
from firsthand.model.event import Quantity
from firsthand.model.finding import Finding
from firsthand.model.report import Report
from firsthand.model.text import Span

_SETTING_ALIKE = 0.5
_LEAST_SHARED = 3
_BEFORE, _AFTER = 70, 60
_END = re.compile(r"[.!?;]\s|\n")
_KINDS = ("distance", "weight", "area", "speed", "money", "percent")
_MOST_FIGURES = 400


@dataclass(frozen=True, slots=True)
class _Figure:
    report: Report
    amount: QuantityExpression
    setting: frozenset[str]
    near: str
    span: Span


def _expression(quantity: Quantity) -> QuantityExpression:
    """A quantity of an event as the expression it was read from."""
    found = find_quantities(quantity.text)
    if found:
        return found[0]
    return QuantityExpression(
        0, len(quantity.text), quantity.text, "count", quantity.low, quantity.best, quantity.high, quantity.unit
    )


def differing_counts(case: Case, claims: Sequence[Claim]) -> list[Discrepancy]:
    """Counts of items that statements of one claim give and that cannot both hold."""
    found: list[Discrepancy] = []
    for claim in claims:
        told: dict[tuple[object, ...], tuple[QuantityExpression, list[str], list[Span]]] = {}
        for statement in (case.statements[s] for s in (*claim.affirm, *claim.expect)):
            event = case.event(statement)
            for quantity in event.quantities if event else ():
                spans = [s for s in quantity.spans if s.report == statement.report]
                figures = (quantity.low, quantity.best, quantity.high)
                key = figures if any(f is not None for f in figures) else (quantity.text.lower(),)
                entry = told.setdefault(key, (_expression(quantity), [], []))
                entry[1].append(statement.id)
                entry[2].extend(spans)
        for (a, ids_a, spans_a), (b, ids_b, spans_b) in combinations(told.values(), 2):
            holds, why = compatible(a, b)
            same_unit = a.unit == b.unit or not a.unit or not b.unit
            if (
                not holds
                and same_unit
                and not _touch(a, b)
                and {case.statements[s].report for s in ids_a} != {case.statements[s].report for s in ids_b}
            ):
                finding = Finding("discrepancy.value", f"{a.text} / {b.text}", why, (*spans_a, *spans_b))
                values = (Value(a.text, tuple(ids_a), tuple(spans_a)), Value(b.text, tuple(ids_b), tuple(spans_b)))
                found.append(Discrepancy("", "value", claim.id, values, (finding,)))
    return found


def _touch(one: QuantityExpression, other: QuantityExpression) -> bool:
    """Whether one figure is the bound of the other ("a thousand", "more than a thousand"): rounding, not dispute."""
    ends = [(q.low or 0.0, q.high if q.high is not None else float("inf")) for q in (one, other)]
    gap = max(ends[0][0], ends[1][0]) - min(ends[0][1], ends[1][1])
    return gap <= max(1.0, 0.01 * max(ends[0][0], ends[1][0]))


def differing_figures(case: Case, claims: Sequence[Claim]) -> list[Discrepancy]:
    """Distances, shares and sums that two reports tell in the same setting; those that can both hold are resolved."""
    figures = [f for report in case.reports.values() if not report.unread for f in _figures(report)][:_MOST_FIGURES]
    found: list[Discrepancy] = []
    seen: set[tuple[str, str, str]] = set()
    for one, other in combinations(figures, 2):
        if one.report.id == other.report.id or one.amount.kind != other.amount.kind or not _same_thing(one, other):
            continue
        holds, why = compatible(one.amount, other.amount)
        words = sorted((one.amount.text.lower(), other.amount.text.lower()))
        key = (words[0], words[1], one.amount.kind)
        if key in seen or (holds and one.amount.unit == other.amount.unit):
            continue
        seen.add(key)
        about = _about(case, claims, (one.span, other.span)) or one.report.id
        finding = Finding(
            "discrepancy.value-in-setting",
            f"{one.amount.text} / {other.amount.text}",
            why,
            (one.span, other.span),
        )
        values = (_value(case, one), _value(case, other))
        found.append(Discrepancy("", "value", about, values, (finding,), why if holds else ""))
    return found


def _figures(report: Report) -> list[_Figure]:
    outside = (*report.furniture, *report.credits)
    found: list[_Figure] = []
    for amount in find_quantities(report.text):
        span = Span(report.id, amount.start, amount.end)
        if amount.kind not in _KINDS or any(span.meets(s) for s in outside):
            continue
        before = _END.split(report.text[max(0, amount.start - _BEFORE) : amount.start])[-1]
        after = _END.split(report.text[amount.end : amount.end + _AFTER])[0]
        near = f"{before[-25:]} {after[:15]}".lower()
        found.append(_Figure(report, amount, content_stems(f"{before} {after}"), near, span))
    return found


def _same_thing(one: _Figure, other: _Figure) -> bool:
    """Whether the words around two figures say that they measure the same thing."""
    shared = one.setting & other.setting
    if len(shared) >= _LEAST_SHARED and overlap(one.setting, other.setting) >= _SETTING_ALIKE:
        return True
    measured = phrases("claim_aspects")["range"]
    reach = all(any(word in f.near for word in (*measured, "radius", "range")) for f in (one, other))
    return reach and one.amount.kind == "distance" and bool(shared)


def _value(case: Case, figure: _Figure) -> Value:
    ids = [s.id for s in case.statements.values() if any(x.meets(figure.span) for x in s.content)]
    return Value(figure.amount.text, tuple(ids), (figure.span,))


def _about(case: Case, claims: Sequence[Claim], spans: Sequence[Span]) -> str:
    """The first claim with a statement that holds one of the figures."""
    for claim in claims:
        for statement in (*claim.affirm, *claim.deny, *claim.expect, *claim.comment, *claim.withhold):
            if any(x.meets(s) for x in case.statements[statement].content for s in spans):
                return claim.id
    return ""
