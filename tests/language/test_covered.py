"""Covered ranges answer as asking each range does."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.language.covered import Covered

_RANGES = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda r: (r[0], r[0] + r[1]))


@given(st.lists(_RANGES, max_size=12), _RANGES)
def test_meets_as_one_by_one(ranges: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    one_by_one = any(asked[0] < end and start < asked[1] for start, end in ranges)
    assert Covered(ranges).meets(*asked) == one_by_one
