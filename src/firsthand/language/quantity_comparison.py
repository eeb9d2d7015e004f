"""Whether two amounts can both hold, once their units are resolved."""

from math import inf

from firsthand.language.quantity_types import QuantityExpression
from firsthand.language.quantity_words import factor_of, measures

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


def compatible(a: QuantityExpression, b: QuantityExpression) -> tuple[bool, str]:
    """Whether both can hold, and one plain sentence why. Amounts that cannot be compared do not disagree."""
    vague = [q.text for q in (a, b) if q.low is None and q.best is None and q.high is None]
    if vague:
        return True, f'"{vague[0]}" gives no figure to compare.'
    if a.kind != b.kind:
        return True, f'"{a.text}" ({a.kind}) and "{b.text}" ({b.kind}) tell different things and are not compared.'
    one, two, slack = _Side(a), _Side(b), 0.0
    if a.unit != b.unit and a.unit and b.unit:
        base = _base_unit(a, b)
        if base is None:
            return True, f'"{a.text}" counts {a.unit}, "{b.text}" {b.unit}: they are not compared.'
        one, two, slack = one.converted(base), two.converted(base), _ROUNDED
    if one.low > two.high * (1 + slack) or one.high * (1 + slack) < two.low:
        return False, f"{one.shown} and {two.shown} cannot both hold."
    if (one.low, one.high) == (two.low, two.high):
        return True, f"{one.shown} and {two.shown} are the same."
    for inner, outer in ((one, two), (two, one)):
        if outer.low <= inner.low and inner.high <= outer.high:
            return True, f'{inner.shown} lies within "{outer.text}".'
    return True, f"{one.shown} and {two.shown} can both hold."


class _Side:
    """One of two amounts as an interval, with the words that show it."""

    def __init__(self, q: QuantityExpression) -> None:
        self.text, self.unit = q.text, q.unit
        self.low = 0.0 if q.low is None else q.low
        self.high = inf if q.high is None else q.high
        self.shown = f'"{q.text}"'

    def converted(self, base: str) -> "_Side":
        """The same in the base unit of its kind, and so shown where that is another."""
        found = factor_of(self.unit)
        if found and self.unit != base:
            self.low, self.high = self.low * found[1], self.high * found[1]
            self.shown += f" = {_interval(self.low, self.high)} {base}"
        return self


def _base_unit(a: QuantityExpression, b: QuantityExpression) -> str | None:
    """The unit both convert to, None where the units have no common one."""
    one, two = factor_of(a.unit), factor_of(b.unit)
    if a.kind in ("count", "money", "percent") or one is None or two is None or one[0] != two[0]:
        return None
    return next((m.unit for m in measures().values() if m.kind == one[0] and m.factor == 1), None)


def _interval(low: float, high: float) -> str:
    if low == high:
        return _plain(low)
    if high == inf:
        return f"{_plain(low)} or more"
    return f"up to {_plain(high)}" if low == 0 else f"{_plain(low)} to {_plain(high)}"
