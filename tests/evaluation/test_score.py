"""Each measure against a case counted by hand."""

from datetime import date
from pathlib import Path

import pytest
import tiny_case

from firsthand.evaluation import score_dossier
from firsthand.evaluation.gold import Days, days

BY_HAND = {
    "found": (75.0, 4),
    "actor": (100.0, 3),
    "named": (100.0, 2),
    "kind": (100.0, 2),
    "stance": (33.3, 3),
    "side": (66.7, 3),
    "via": (100.0, 1),
    "said_on": (100.0, 1),
    "grouping": (100.0, 1),
    "cited": (50.0, 2),
    "origins": (100.0, 1),
    "register": (100.0, 1),
    "designations": (50.0, 2),
    "published": (50.0, 2),
}


def test_every_measure_is_as_counted_by_hand(tmp_path: Path) -> None:
    figures = score_dossier(tiny_case.gold(tmp_path), tiny_case.dossier())
    assert {name: (figure.value, figure.count) for name, figure in figures.items()} == BY_HAND
    assert all(bool(figure.misses) == (figure.value != 100.0) for figure in figures.values())


def test_statements_put_together_wrongly_cost_grouping(tmp_path: Path) -> None:
    dossier = tiny_case.dossier()
    dossier["statements"][1]["claim"] = "C1"
    assert score_dossier(tiny_case.gold(tmp_path), dossier)["grouping"].value == 50.0


def test_content_that_is_far_longer_than_gold_is_not_found(tmp_path: Path) -> None:
    dossier = tiny_case.dossier()
    long = "the howitzers have arrived in Ardenia " + "and so on " * 30
    dossier["statements"][0]["content"] = tiny_case.spans(long)
    assert score_dossier(tiny_case.gold(tmp_path), dossier)["found"].value == 50.0


def test_an_empty_dossier_finds_nothing(tmp_path: Path) -> None:
    empty = {key: [] for key in tiny_case.dossier()}
    figures = score_dossier(tiny_case.gold(tmp_path), empty)
    assert figures["found"].value == 0.0
    assert figures["actor"].value is None
    assert figures["published"].value == 0.0


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2032-02", date(2032, 2, 1), date(2032, 2, 29)),
        ("2031-05-03", date(2031, 5, 3), date(2031, 5, 3)),
        ("2031-05/2031-06-02", date(2031, 5, 1), date(2031, 6, 2)),
        ({"from": "2031-05-03", "to": "2031-05-09", "basis": "x"}, date(2031, 5, 3), date(2031, 5, 9)),
    ],
)
def test_days_of_every_notation(value: object, first: date, last: date) -> None:
    assert days(value) == Days(first, last)


@pytest.mark.parametrize("value", [None, "", {"from": None, "to": "2031-05-03"}, {"from": "2031-05-03", "to": None}])
def test_open_days_are_no_answer(value: object) -> None:
    assert days(value) is None
