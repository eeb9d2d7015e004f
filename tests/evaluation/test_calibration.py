"""Errors of calibration counted by hand, and which statements are right."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from firsthand.evaluation import calibration
from firsthand.evaluation.attribution import Attribution
from firsthand.evaluation.dev_sets import Article, DevSets
from firsthand.evaluation.reliability import brier, equal_mass, equal_width, expected_error
from firsthand.model import Reading

TEXT = "The mayor said the bridge is safe. It was rebuilt, said Ada Holm. Reportedly it rained."


def test_bins_of_equal_width() -> None:
    probabilities, right = np.array([0.05, 0.1, 0.15, 0.95, 1.0]), np.array([0.0, 0, 1, 1, 1])
    bins = equal_width(probabilities, right)
    assert [(b.low, b.high, b.count) for b in bins] == [(0.0, 0.1, 1), (0.1, 0.2, 2), (0.9, 1.0, 2)]
    assert [b.right for b in bins] == [0.0, 0.5, 1.0]
    # 1 × 0.05, 2 × (0.5 - 0.125), 2 × (1 - 0.975), over five
    assert expected_error(bins) == pytest.approx((0.05 + 0.75 + 0.05) / 5)


def test_bins_of_equal_mass() -> None:
    probabilities, right = np.array([0.9, 0.1, 0.2, 0.8]), np.array([1.0, 0, 0, 1])
    bins = equal_mass(probabilities, right, bins=2)
    assert [(b.low, b.high, b.count, b.right) for b in bins] == [(0.1, 0.2, 2, 0.0), (0.8, 0.9, 2, 1.0)]
    assert expected_error(bins) == pytest.approx(0.15)
    assert sum(b.count for b in equal_mass(probabilities, right)) == 4


def test_tenths_are_in_the_upper_bin() -> None:
    tenths = np.arange(11) / 10
    assert [b.count for b in equal_width(tenths, tenths)] == [1] * 9 + [2]


def test_brier() -> None:
    assert brier(np.array([1.0, 0.0, 0.5]), np.array([1.0, 1.0, 0.0])) == pytest.approx(1.25 / 3)


def test_nothing_has_no_error() -> None:
    none = np.array([])
    assert expected_error(equal_width(none, none)) == expected_error(equal_mass(none, none)) == brier(none, none) == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_every_case_is_in_one_bin_and_errors_are_shares(cases: list[tuple[float, bool]]) -> None:
    probabilities = np.array([p for p, _ in cases])
    right = np.array([float(r) for _, r in cases])
    for bins in (equal_width(probabilities, right), equal_mass(probabilities, right)):
        assert sum(b.count for b in bins) == len(cases)
        assert 0 <= expected_error(bins) <= 1


def part(start: int, end: int) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "text": TEXT[start:end]}]


def at(start: int, end: int) -> frozenset[int]:
    return frozenset(range(start, end))


class Given(DevSets):
    """One article with two relations of gold, the second without source, and these statements."""

    def __init__(self, *statements: dict[str, Any]) -> None:
        super().__init__(Path("none"))
        self.read = lambda change: {"town.txt": Article(TEXT, list(statements), Reading("R1", (), (), (), (), (), ""))}  # type: ignore[assignment]
        self.gold = {
            "town.txt": (
                Attribution(at(0, 9), at(10, 14), at(15, 33)),
                Attribution(frozenset(), at(66, 76), at(77, 86)),
            )
        }


FIRST = {"source": part(0, 9), "cue": part(10, 14), "content": part(15, 25), "confidence": 0.8}
LAST = {"source": None, "cue": part(66, 76), "content": part(77, 86), "confidence": 0.6}


@pytest.mark.parametrize(
    ("statements", "right"),
    [
        ([FIRST, LAST], [1, 1]),
        ([FIRST, FIRST | {"content": part(15, 33)}], [1, 0]),  # a relation of gold is found once
        ([FIRST | {"cue": part(0, 9)}], [0]),
        ([FIRST | {"source": None}], [0]),
        ([LAST | {"source": part(0, 9)}], [0]),  # a source that gold lacks
    ],
)
def test_which_statements_are_right(statements: list[dict[str, Any]], right: list[int]) -> None:
    judged = calibration.judge(Given(*statements))
    assert judged.right.tolist() == right
    assert judged.articles == ("town.txt",) * len(statements)


def test_the_figure_falls_as_the_error_grows() -> None:
    figure = calibration.score_calibration(Given(FIRST, LAST))["calibration"]
    assert (figure.value, figure.count) == (70.0, 2)  # 0.2 and 0.4 apart
    assert calibration.score_calibration(Given())["calibration"].value is None


def test_the_table_names_both_kinds_of_bins() -> None:
    judged = calibration.judge(Given(FIRST, LAST))
    told = calibration.report(judged.confidence, judged.right)
    assert "expected calibration error 0.3000 (bins of equal width)" in told
    assert "Brier score 0.1000" in told
    assert "0.800 – 0.900              1       0.800   1.000" in told


def test_no_corpora_are_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(calibration.main, ["--shared", str(tmp_path)])
    assert result.exit_code == 2
    assert "no PolNeAR dev" in result.stderr
