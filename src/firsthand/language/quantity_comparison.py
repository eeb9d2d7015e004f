"""Whether two amounts can both hold, once their units are resolved."""

from math import inf

from firsthand.language.quantity_types import QuantityExpression
from firsthand.language.quantity_words import factor_of

_ROUNDED = 0.05
"""Figures in unlike units are taken to agree within this share: one is often the other, rounded."""


def to_kilometres(value: float, unit: str) -> float | None:
    """``value`` in kilometres; None where ``unit`` is no unit of distance.

    >>> round(to_kilometres(75, "mile"), 1)
    120.7
    """
    found = factor_of(unit)
    return value * found[1] if found and found[0] == "distance" else None


def _plain(value: float) -> str:
    return f"{round(value, 1):,.1f}".removesuffix(".0")


def _bounds(q: QuantityExpression) -> tuple[float, float]:
    return (0.0 if q.low is None else q.low), (inf if q.high is None else q.high)


def compatible(a: QuantityExpression, b: QuantityExpression) -> tuple[bool, str]:
    """Whether both can hold, and one plain sentence why. Amounts that cannot be compared do not disagree."""
    vague = [q.text for q in (a, b) if q.low is None and q.best is None and q.high is None]
    if vague:
        return True, f'"{vague[0]}" gives no figure to compare.'
    if a.kind != b.kind:
        return True, f'"{a.text}" is a {a.kind} and "{b.text}" a {b.kind}: they are not compared.'
    (a_low, a_high), (b_low, b_high) = _bounds(a), _bounds(b)
    slack, shown = 0.0, f'"{a.text}"'
    if a.unit != b.unit and a.unit and b.unit:
        one, two = factor_of(a.unit), factor_of(b.unit)
        if a.kind in ("count", "money", "percent") or one is None or two is None:
            return True, f'"{a.text}" and "{b.text}" are in unlike units and are not compared.'
        ratio = one[1] / two[1]
        a_low, a_high, slack = a_low * ratio, a_high * ratio, _ROUNDED
        shown = f'"{a.text}" = {_interval(a_low, a_high)} {b.unit}'
    if a_low > b_high * (1 + slack) or a_high * (1 + slack) < b_low:
        return False, f'{shown} and "{b.text}" cannot both hold.'
    if b_low <= a_low and a_high <= b_high:
        return True, f'{shown} lies within "{b.text}".'
    return True, f'{shown} and "{b.text}" can both hold.'


def _interval(low: float, high: float) -> str:
    if low == high:
        return _plain(low)
    if high == inf:
        return f"{_plain(low)} or more"
    return f"up to {_plain(high)}" if low == 0 else f"{_plain(low)} to {_plain(high)}"
