"""The command that prints the reader's table, on corpora of our own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_parsing import TREEBANK

from firsthand.evaluation.dev_sets import EWT
from firsthand.evaluation.figures import Figure
from firsthand.evaluation.reader import main
from firsthand.evaluation.reader_cases import TO_REACH, reader_cases


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    path = tmp_path / "corpora" / EWT
    path.parent.mkdir(parents=True)
    path.write_text(TREEBANK, encoding="utf-8")
    return tmp_path


def test_only_what_is_there_is_measured(shared: Path) -> None:
    assert [case.name for case in reader_cases(shared / "corpora")] == ["ewt"]


def test_figures_stand_beside_what_to_reach(shared: Path) -> None:
    result = CliRunner().invoke(main, ["--shared", str(shared), "--only", "ewt"])
    assert result.exit_code == 0
    rows = {line[:30].strip(): line[30:].split() for line in result.stdout.splitlines()}
    assert rows["words"] == ["100.0", "12"]
    assert rows["LAS"][1:] == [str(TO_REACH["ewt"]["LAS"]), "12"]


def test_json_holds_the_same_figures(shared: Path) -> None:
    result = CliRunner().invoke(main, ["--shared", str(shared), "--json"])
    figures = json.loads(result.stdout)["ewt"]
    assert set(figures) == {"words", "UPOS", "UAS", "LAS", "LAS full"}
    assert figures["words"] == 100.0


@pytest.mark.parametrize("arguments", [["--only", "moon"], ["--shared", "nowhere"]])
def test_a_group_that_is_not_there_is_named(shared: Path, arguments: list[str]) -> None:
    result = CliRunner().invoke(main, ["--shared", str(shared), *arguments])
    assert result.exit_code == 2
    assert "no corpora" in result.stderr


def test_every_aim_is_a_figure_of_its_group() -> None:
    from firsthand.evaluation import entities, parsing, speech
    from firsthand.evaluation.attribution import score_attributions

    names = {
        "attribution": {
            **score_attributions({}, {}),
            **speech.score_speech({}, {}, {}),
            "calibration": Figure(None, 0),  # measured on readings alone
        },
        "ewt": parsing.score_trees([]),
        "uner": entities.score_exact([], []),
        "re3d": entities.score_overlap([], []),
    }
    for group, figures in names.items():
        assert all(isinstance(figures[name], Figure) for name in TO_REACH[group])
