"""Spans and relations against brat notes of our own."""

from pathlib import Path
from typing import Any

import pytest

from firsthand.evaluation import read_attributions, score_attributions
from firsthand.evaluation.attribution import of_statements, score_pieces

TEXT = "The mayor said the bridge is safe. It was rebuilt, said Ada Holm, in spring. Reportedly it rained."
NOTES = """\
T1\tSource 0 9\tThe mayor
T2\tCue 10 14\tsaid
T3\tContent 15 33\tthe bridge is safe
E1\tAttribution:T9 Content:T3 Cue:T2 Source:T1
T4\tSource 56 64\tAda Holm
T5\tCue 51 55\tsaid
T6\tContent 35 49;66 75\tIt was rebuilt in spring
E2\tAttribution:T9 Source:T4 Cue:T5 Content:T6
T7\tCue 77 87\tReportedly
T8\tContent 88 97\tit rained
T9\tAttribution-no-source 77 87\tReportedly
E3\tAttribution-no-source:T9 Content:T8 Cue:T7
"""


def part(*ranges: tuple[int, int]) -> list[dict[str, Any]]:
    return [{"start": a, "end": b, "text": TEXT[a:b]} for a, b in ranges]


FIRST = {"source": part((0, 9)), "cue": part((10, 14)), "content": part((15, 33))}
SECOND = {"source": part((56, 64)), "cue": part((51, 55)), "content": part((35, 49), (66, 75))}
THIRD = {"source": None, "cue": part((77, 87)), "content": part((88, 97))}


def scores(folder: Path, *statements: dict[str, Any]) -> dict[str, float | None]:
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    (folder / "text" / "town.txt").write_bytes(TEXT.encode())
    (folder / "attributions" / "town_ab12.ann").write_text(NOTES, encoding="utf-8")
    (folder / "attributions" / "town_zz99.ann").write_text("", encoding="utf-8")
    gold = read_attributions(folder)
    predicted = {"town.txt": of_statements(statements, TEXT)} if statements else {}
    figures = {**score_attributions(gold, predicted), **score_pieces(gold, predicted, {"town.txt": TEXT})}
    return {name: figure.value for name, figure in figures.items()}


def test_the_same_words_are_all_right(tmp_path: Path) -> None:
    assert set(scores(tmp_path, FIRST, SECOND, THIRD).values()) == {100.0}


def test_a_report_without_prediction_counts_as_empty(tmp_path: Path) -> None:
    assert set(scores(tmp_path).values()) == {0.0}


@pytest.mark.parametrize(
    ("change", "overlap", "exact"),
    [
        ({"content": part((15, 25))}, 100.0, 66.7),  # a part of the content overlaps and is not exact
        ({"source": part((4, 9))}, 100.0, 66.7),
        ({"cue": part((56, 64))}, 66.7, 66.7),  # a cue elsewhere
    ],
)
def test_one_changed_role(tmp_path: Path, change: dict[str, Any], overlap: float, exact: float) -> None:
    got = scores(tmp_path, FIRST | change, SECOND, THIRD)
    assert (got["relation overlap"], got["relation exact"]) == (overlap, exact)


def test_a_piece_of_a_content_is_right_by_itself(tmp_path: Path) -> None:
    got = scores(tmp_path, FIRST, SECOND | {"content": part((35, 49))}, THIRD)
    assert (got["content exact"], got["content pieces exact"]) == (66.7, 85.7)


def test_a_source_that_gold_lacks_spoils_the_relation(tmp_path: Path) -> None:
    got = scores(tmp_path, FIRST, SECOND, THIRD | {"source": part((88, 90))})
    assert got["relation overlap"] == 66.7
    assert got["source overlap"] == 80.0


def test_each_gold_span_is_found_once(tmp_path: Path) -> None:
    got = scores(tmp_path, FIRST, FIRST | {"content": part((15, 25))}, SECOND, THIRD)
    assert got["content overlap"] == 85.7  # three of four predicted, three of three wanted
    assert got["relation overlap"] == 85.7


def test_blanks_at_the_edges_do_not_matter(tmp_path: Path) -> None:
    assert scores(tmp_path, FIRST | {"source": part((0, 10))}, SECOND, THIRD)["source exact"] == 100.0
