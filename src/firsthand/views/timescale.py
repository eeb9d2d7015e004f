"""Days to places on a line that gives long silences less room than busy weeks."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from math import log2

from firsthand.language.days import MONTHS
from firsthand.model import DateRange


class TimeScale:
    """Maps days between ``left`` and ``right`` (pixels). Between two days that matter the room grows with the
    logarithm of the time between them; inside such a stretch it is even. Needs at least one dated interval."""

    def __init__(self, dates: Iterable[DateRange], left: float, right: float) -> None:
        edges: set[int] = set()
        for interval in dates:
            if interval.first:
                edges.add(interval.first.toordinal())
            if interval.last:
                edges.add(interval.last.toordinal() + 1)
        if not edges:
            raise ValueError("no day to draw")
        self._days = sorted(edges | ({min(edges) + 1} if len(edges) == 1 else set()))
        room = [1.0 + log2(b - a) for a, b in zip(self._days, self._days[1:], strict=False)]
        self._x = [left]
        for width in room:
            self._x.append(self._x[-1] + width * (right - left) / sum(room))

    def edge(self, ordinal: int) -> float:
        """The place where a day begins, held inside the drawing."""
        if ordinal <= self._days[0]:
            return self._x[0]
        if ordinal >= self._days[-1]:
            return self._x[-1]
        i = bisect_right(self._days, ordinal) - 1
        share = (ordinal - self._days[i]) / (self._days[i + 1] - self._days[i])
        return self._x[i] + share * (self._x[i + 1] - self._x[i])

    def interval(self, dates: DateRange) -> tuple[float, float]:
        """Where an interval begins and ends; an open end reaches the edge of the drawing."""
        first = self.edge(dates.first.toordinal()) if dates.first else self._x[0]
        last = self.edge(dates.last.toordinal() + 1) if dates.last else self._x[-1]
        return first, last

    def known(self, dates: DateRange) -> float:
        """The place of the earliest day that is told: the first, else the last."""
        if dates.first is None and dates.last is not None:
            return self.edge(dates.last.toordinal())
        return self.interval(dates)[0]

    def ticks(self, apart: float) -> list[tuple[float, str, str]]:
        """Days to label, at least ``apart`` pixels from one another: place, day, and year where it is new."""
        found: list[tuple[float, str, str]] = []
        year = 0
        for ordinal in self._days[:-1]:
            day = date.fromordinal(ordinal)
            x = self.edge(ordinal)
            if found and x - found[-1][0] < apart:
                continue
            found.append((x, f"{day.day} {MONTHS[day.month][:3]}", str(day.year) if day.year != year else ""))
            year = day.year
        return found
