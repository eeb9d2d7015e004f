"""Floors: raised freely, lowered only on demand; and the figures of today against them."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from firsthand.evaluation import Figure
from firsthand.evaluation import __main__ as command
from firsthand.evaluation.case import Case
from firsthand.evaluation.cases import cases
from firsthand.evaluation.floors import Floors, falls, lowered, pinned, read_floors, write_floors

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("FIRSTHAND_SHARED", ROOT.parent / "shared"))
CASES = cases(SHARED)

FIGURES = {"found": Figure(80.0, 10), "actor": Figure(90.0, 8), "via": Figure(None, 0)}
OLD = Floors("d1", {"found": 75.0, "actor": 95.0})


def test_a_figure_under_its_floor_falls() -> None:
    assert falls(FIGURES, OLD) == ["actor is 90.0, its floor 95.0"]
    assert falls(FIGURES, Floors("d1", {"via": 10.0, "gone": 5.0})) == [
        "via is None, its floor 10.0",
        "gone is None, its floor 5.0",
    ]


def test_pinning_raises_and_never_lowers_unless_told_to() -> None:
    assert pinned(FIGURES, "d1", OLD, lower=False) == Floors("d1", {"found": 80.0, "actor": 95.0})
    assert pinned(FIGURES, "d1", OLD, lower=True) == Floors("d1", {"found": 80.0, "actor": 90.0})
    assert pinned(FIGURES, "d2", OLD, lower=False) == Floors("d2", {"found": 80.0, "actor": 90.0})


def test_what_was_lowered_is_named() -> None:
    assert lowered(OLD, pinned(FIGURES, "d1", OLD, lower=True)) == ["actor 95.0 → 90.0"]
    assert lowered(None, OLD) == []


def test_floors_are_written_and_read_back(tmp_path: Path) -> None:
    floors = {"seeds": OLD, "attribution": Floors("d2", {"relation overlap": 70.1})}
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors
    assert read_floors(tmp_path / "none.toml") == {}


def test_lowering_writes_a_line_into_the_changelog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n- Before.\n", encoding="utf-8")
    monkeypatch.setattr(command, "read_floors", lambda: {"town": Floors(case.digest(), {"found": 90.0})})
    written: dict[str, Floors] = {}
    monkeypatch.setattr(command, "write_floors", written.update)
    report = tmp_path / "a.txt"
    report.write_text("x", encoding="utf-8")
    case = Case("town", (report,), (report,), lambda: FIGURES)
    monkeypatch.setattr(command, "cases", lambda shared: (case,))

    fallen = CliRunner().invoke(command.main, ["--shared", str(tmp_path)])
    assert fallen.exit_code == 1
    assert "town: found is 80.0, its floor 90.0" in fallen.stderr
    kept = CliRunner().invoke(command.main, ["--shared", str(tmp_path), "--pin"])
    assert kept.exit_code == 1
    assert written["town"].least["found"] == 90.0
    done = CliRunner().invoke(command.main, ["--shared", str(tmp_path), "--pin", "--lower", "The gold was mended."])
    assert done.exit_code == 0
    assert written["town"].least["found"] == 80.0
    changes = Path("CHANGELOG.md").read_text(encoding="utf-8")
    assert "- Floor lowered, town: found 90.0 → 80.0. The gold was mended.\n" in changes
    assert changes.index("lowered") < changes.index("Before")


def test_no_gold_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(command.main, ["--shared", str(tmp_path)])
    assert result.exit_code == 2
    assert "no gold" in result.stderr


@pytest.mark.skipif(not CASES, reason=f"no gold under {SHARED}: the figures are not measured here")
@pytest.mark.gold
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_figure_is_under_its_floor(case: Case) -> None:
    floors = read_floors().get(case.name)
    if floors is None:
        pytest.skip(f"no floors are pinned for {case.name}")
    assert floors.digest == case.digest(), "other data than the floors were measured on"
    assert falls(case.score(), floors) == []
