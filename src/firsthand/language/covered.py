"""Whether a range meets any of many, without asking each of them."""

from bisect import bisect_right
from collections.abc import Iterable


class Covered:
    """The places that ranges ``[start, end)`` cover together.

    >>> covered = Covered([(7, 9), (0, 3), (2, 5)])
    >>> covered.meets(4, 6), covered.meets(5, 7)
    (True, False)
    """

    def __init__(self, ranges: Iterable[tuple[int, int]]):
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def meets(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` shares a place with one of the ranges."""
        k = bisect_right(self._ends, start)
        return k < len(self._starts) and self._starts[k] < end
