"""How far stated probabilities are from the shares that came true."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases of like probability, from ``low`` to ``high``: how many, their mean probability, the share right."""

    low: float
    high: float
    count: int
    mean: float
    right: float


def equal_width(probabilities: Floats, right: Floats, bins: int = BINS) -> tuple[Bin, ...]:
    """Bins of equal width over 0 to 1 that hold a case; a probability on a bound is in the upper of its bins.

    ``probabilities`` from 0 to 1 and ``right``, 0 or 1, have one entry a case.
    """
    place = np.minimum((probabilities * bins + 1e-9).astype(int), bins - 1)
    return tuple(_bin(k / bins, (k + 1) / bins, probabilities, right, place == k) for k in range(bins) if k in place)


def equal_mass(probabilities: Floats, right: Floats, bins: int = BINS) -> tuple[Bin, ...]:
    """Bins with as nearly the same number of cases as can be, by probability; equal ones may fall apart."""
    order = np.argsort(probabilities, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return tuple(_bin(probabilities[p[0]], probabilities[p[-1]], probabilities, right, p) for p in parts)


def _bin(low: float, high: float, probabilities: Floats, right: Floats, chosen: NDArray[np.generic]) -> Bin:
    inside = probabilities[chosen]
    return Bin(float(low), float(high), len(inside), float(inside.mean()), float(right[chosen].mean()))


def expected_error(bins: tuple[Bin, ...]) -> float:
    """The expected calibration error: how far mean probability and share right are apart, over all cases."""
    total = sum(b.count for b in bins)
    return sum(b.count * abs(b.mean - b.right) for b in bins) / total if total else 0.0


def brier(probabilities: Floats, right: Floats) -> float:
    """The mean squared distance between probability and outcome: 0 is best, 0.25 is what 0.5 for all gives."""
    return float(((probabilities - right) ** 2).mean()) if len(right) else 0.0
