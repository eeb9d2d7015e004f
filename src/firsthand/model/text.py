"""Where words stand, and when."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of code points in the text of the report with id ``report``."""

    report: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end} of {self.report} is not a range")

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one code point of the same report."""
        return self.report == other.report and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days ``first`` to ``last``, both included; a missing end is open. ``basis`` says how it is known."""

    first: date | None
    last: date | None
    basis: str
    spans: tuple[Span, ...] = ()

    @property
    def days(self) -> int | None:
        """Number of days from first to last, both included; None where an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def meets(self, other: "DateRange") -> bool:
        """Whether a day lies in both."""
        starts = [d for d in (self.first, other.first) if d]
        ends = [d for d in (self.last, other.last) if d]
        return not starts or not ends or max(starts) <= min(ends)
