"""What an expression of quantity says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuantityExpression:
    """Words that tell an amount; ``text`` is the slice ``[start:end]`` of what was searched, with the noun counted.

    ``kind`` is count, distance, weight, area, speed, money, percent, age, ordinal or duration.
    ``low``, ``best`` and ``high`` are in ``unit``; None leaves that side open, and ``best`` is there only where a
    figure is stated that is not a bound. All three None: an amount without a figure ("a limited number").
    ``unit`` is the noun counted or the unit, singular: missile, km, mile, kg, USD, percent; empty where none is told.
    """

    start: int
    end: int
    text: str
    kind: str
    low: float | None
    best: float | None
    high: float | None
    unit: str
