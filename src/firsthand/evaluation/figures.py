"""Figures of a comparison: how many of how many, as a percentage."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` in percent, one decimal; None where gold has nothing to compare. ``misses`` say what failed."""

    value: float | None
    count: int
    misses: tuple[str, ...] = ()


Figures = dict[str, Figure]
"""Name of a measure to its figure, in the order in which they are shown."""


@dataclass(slots=True)
class Tally:
    """Counts hits of one measure."""

    hits: int = 0
    count: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, hit: bool, miss: str) -> None:
        """Count one case; ``miss`` is kept where it failed."""
        self.count += 1
        self.hits += hit
        if not hit:
            self.misses.append(miss)

    def figure(self) -> Figure:
        """The share of hits."""
        return Figure(percent(self.hits, self.count), self.count, tuple(self.misses))


def rounded(value: float) -> float:
    """With one decimal, as figures are shown.

    >>> rounded(81.0 - 81.6)
    -0.6
    """
    return round(value, 1)


def percent(part: float, whole: float) -> float | None:
    """A percentage with one decimal, None of nothing.

    >>> percent(2, 3), percent(0, 0)
    (66.7, None)
    """
    return rounded(100 * part / whole) if whole else None


def f1(right: int, predicted: int, wanted: int) -> float | None:
    """The harmonic mean of precision and recall in percent, None where nothing was wanted.

    >>> f1(2, 4, 2)
    66.7
    """
    if not wanted:
        return None
    return percent(2 * right, predicted + wanted)
