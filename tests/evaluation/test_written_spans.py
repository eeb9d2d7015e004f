"""Times and quantities of our own cases: floors of the figures, and how they are counted."""

import os
from datetime import date
from pathlib import Path

import pytest

from firsthand.evaluation.figures import Figures
from firsthand.evaluation.silver_times import score_silver_times
from firsthand.evaluation.written_quantities import score_quantities
from firsthand.evaluation.written_spans import paired
from firsthand.evaluation.written_times import is_right, score_times
from firsthand.language.time_reading import read_times

CASES = Path(__file__).resolve().parent.parent / "cases"
POLNEAR = Path(os.environ.get("FIRSTHAND_SHARED", "../shared")) / "corpora" / "polnear" / "dev"
FLOORS = {
    "times": {"tune, found": 99.0, "tune, value": 98.0, "report, found": 98.5, "report, value": 92.5},
    "quantities": {"tune, found": 99.0, "tune, value": 98.0, "report, found": 96.5, "report, value": 87.5},
}


@pytest.mark.parametrize("name", FLOORS)
def test_figures_hold_their_floors(name: str) -> None:
    figures: Figures = {"times": score_times, "quantities": score_quantities}[name](CASES)
    values = {measure: figures[measure].value or 0.0 for measure in FLOORS[name]}
    assert {measure: value for measure, value in values.items() if value < FLOORS[name][measure]} == {}


@pytest.mark.skipif(not POLNEAR.is_dir(), reason="the corpora folder is not here")
def test_silver_dates() -> None:
    figures = score_silver_times(POLNEAR)
    assert (figures["found"].value or 0.0) >= 94.5
    assert (figures["values that agree, of those compared"].value or 0.0) >= 98.5


def test_no_misses_of_the_reporting_half_are_told() -> None:
    for score in (score_times, score_quantities):
        for measure, figure in score(CASES).items():
            assert not (figure.misses and measure.startswith("report"))


def test_slices_pair_one_to_one() -> None:
    assert paired([(0, 4), (2, 9)], [(3, 9), (0, 3)]) == {0: 1, 1: 0}
    assert paired([(0, 9)], [(0, 3), (4, 9)]) == {1: 0}
    assert paired([(0, 3)], [(3, 9)]) == {}


@pytest.mark.parametrize(
    ("text", "gold", "right"),
    [
        ("Chad paid on 3 May 2020.", {"from": "2020-05-03", "to": "2020-05-03"}, True),
        ("Chad paid in May 2020.", {"from": "2020-05-03", "to": "2020-05-03"}, False),
        ("Chad paid in May 2020.", {"from": "2020-05-03", "to": "2020-05-03", "loose": True}, True),
        ("Chad has paid since May 2020.", {"from": "2020-05-01", "to": None}, True),
        ("Chad must pay by Friday.", {"from": None, "to": "2020-06-12"}, True),
        ("At some point Chad paid.", {"from": None, "to": None}, True),
    ],
)
def test_what_is_right(text: str, gold: dict[str, str | None], right: bool) -> None:
    published = date(2020, 6, 10)
    (time,) = read_times(text, published)
    assert is_right(time, gold, published) is right
