"""The second reading: which pieces it is shown, and which words it takes for voices."""

import numpy as np
import pytest

from firsthand.intake import report_from_text
from firsthand.model import STANCES
from firsthand.reader import Reader, load_reader
from firsthand.reader.heads import Floats, Range
from firsthand.reader.second_reading import AROUND, _shown, _voices


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def _levels(*levels: int, sure: float = 4.0) -> Floats:
    return (sure * np.eye(5)[list(levels)]).astype(np.float32)


def test_all_of_a_short_window_is_shown() -> None:
    roles = np.array([0, 0, 1, 2, 2, 0, 0])
    assert _shown(roles).tolist() == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("first", [1, 60, 150, 240])
def test_of_a_long_window_the_statement_and_what_stands_around(first: int) -> None:
    roles = np.zeros(256, np.int64)
    roles[first : first + 10] = 2
    shown = _shown(roles).tolist()
    assert len(shown) == AROUND + 2
    assert shown[0] == 0
    assert shown[-1] == 255
    assert set(range(first, first + 10)) <= set(shown)


def test_a_long_statement_is_shown_whole() -> None:
    roles = np.full(200, 2)
    roles[[0, -1]] = 0
    assert len(_shown(roles)) == 200


@pytest.mark.parametrize(
    ("levels", "sources", "voices"),
    [
        pytest.param([0, 2, 2, 0, 1], [(1, 3), (4, 5)], [(1, (4, 5)), (2, (1, 3))], id="innermost first"),
        pytest.param([0, 1, 1, 0, 0], [(0, 3)], [(1, (0, 3))], id="with the words of the first reading"),
        pytest.param([0, 0, 0, 0, 0], [(0, 3)], [], id="nobody"),
        pytest.param([0, 1, 1, 0, 0], [], [(1, (1, 3))], id="what the first reading took for no source"),
        pytest.param([1, 0, 2, 0, 0], [(0, 3)], [(1, (0, 3))], id="one name is one voice"),
    ],
)
def test_voices(levels: list[int], sources: list[Range], voices: list[tuple[int, Range]]) -> None:
    assert [found[:2] for found in _voices(range(5), _levels(*levels), sources)] == voices


def test_who_was_tagged_by_neither_is_no_voice() -> None:
    assert list(_voices(range(3), _levels(0, 1, 0, sure=1.0), [])) == []


def test_the_surer_of_two_on_one_level() -> None:
    levels = np.concatenate([_levels(1, 0, sure=1.0), _levels(1)])
    assert [found[:2] for found in _voices(range(3), levels, [(0, 1), (2, 3)])] == [(1, (2, 3))]


def test_stances_and_voices_of_a_report(reader: Reader) -> None:
    text = "The Harbour Gazette, citing two clerks, reported that Ostrel had shipped forty rockets to Tavria."
    said = reader.read(report_from_text(text)).inner
    assert len(said) == 1
    assert len(said[0].source) == len(said[0].via) == 1
    assert [name for name, _ in said[0].stances] == list(STANCES)
    assert max(said[0].stances, key=lambda one: one[1])[0] == "asserts"
