"""Floors of the cases of our own writing, a little under what is reached; the command that prints them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from firsthand.evaluation.figures import Figures
from firsthand.evaluation.written import main
from firsthand.evaluation.written_nested import score_nested
from firsthand.evaluation.written_stance import score_stances

CASES = Path(__file__).resolve().parent.parent / "cases"

FLOORS = [(score_nested, {"tune": 90.0, "report": 82.0}), (score_stances, {"tune": 95.0, "report": 87.0})]


@pytest.mark.parametrize(("score", "least"), FLOORS)
def test_figures_stay_over_their_floors(score, least: dict[str, float]) -> None:  # type: ignore[no-untyped-def]
    figures: Figures = score(CASES)
    reached = {half: figures[half].value for half in least}
    assert all((reached[half] or 0) >= floor for half, floor in least.items()), reached
    assert not figures["report"].misses


def test_a_folder_that_is_not_there() -> None:
    assert CliRunner().invoke(main, ["--cases", "nowhere"]).exit_code == 2
