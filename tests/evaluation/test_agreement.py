"""How far two annotators of a small text of our own agree."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from firsthand.evaluation.agreement import agreement, main

TEXT = "The mayor said the bridge is safe. The guild promised a new one."
FIRST = """\
T1\tSource 0 9\tThe mayor
T2\tCue 10 14\tsaid
T3\tContent 15 33\tthe bridge is safe
E1\tAttribution:T9 Content:T3 Cue:T2 Source:T1
T4\tSource 35 44\tThe guild
T5\tCue 45 53\tpromised
T6\tContent 54 63\ta new one
E2\tAttribution:T9 Source:T4 Cue:T5 Content:T6
"""
SECOND = "\n".join(FIRST.splitlines()[:4]).replace("15 33", "19 33")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    for part in ("train", "dev"):
        folder = tmp_path / "corpora" / "polnear" / part
        for name in ("text", "attributions"):
            (folder / name).mkdir(parents=True)
        (folder / "text" / "town.txt").write_text(TEXT, encoding="utf-8")
        (folder / "attributions" / "town_ab12.ann").write_text(FIRST, encoding="utf-8")
        (folder / "text" / "alone.txt").write_text(TEXT, encoding="utf-8")
        (folder / "attributions" / "alone_ab12.ann").write_text(FIRST, encoding="utf-8")
        (folder / "attributions" / "town_zz99.ann").write_text(SECOND, encoding="utf-8")
    return tmp_path


def test_each_annotator_is_gold_once(shared: Path) -> None:
    articles, figures = agreement(shared / "corpora" / "polnear" / "train")
    assert articles == 1
    assert figures["relation overlap"].value == 66.7  # one of two, and one of one
    assert figures["cue exact"].value == 66.7
    assert figures["content exact"].value == 0.0
    assert figures["speech overlap"].value == 66.7  # to promise is to say as well
    assert figures["cue exact"].count == 3


def test_the_table(shared: Path) -> None:
    result = CliRunner().invoke(main, ["--shared", str(shared)])
    assert result.exit_code == 0
    assert "polnear dev, articles that several annotated: 1" in result.output


def test_without_a_second_annotator(shared: Path) -> None:
    for note in shared.rglob("*_zz99.ann"):
        note.unlink()
    result = CliRunner().invoke(main, ["--shared", str(shared)])
    assert result.exit_code == 2
    assert "no article under" in result.output
