"""What is done for a word does not grow with the text: calls are counted, for the machine is whatever it is."""

import sys
from collections.abc import Callable

import pytest
from statement_readings import report_of

from firsthand.model import Reading, Report
from firsthand.reader import load_reader
from firsthand.reader.entities import complete_entities
from firsthand.statements import find_statements

SAID = (
    "The defence minister of Ostrel, Lena Orlik, told the Kelmar Post on Tuesday that 12 missiles had gone to Tavria. "
)
WE = "“We have sold no tanks to Karsk and shall not sell any,” she said. "
CITED = "Citing two officials, Reuters reported that Iran had sent HMS Ardent 400 drones, worth $2 million. "


def _calls(work: Callable[[], object]) -> int:
    """How many functions and generators of Python the work enters."""
    entered = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal entered
        entered += event == "call"

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return entered


def _line(times: int) -> tuple[Report, Reading]:
    report = report_of((SAID + WE + CITED) * times)
    return report, load_reader().read(report)


@pytest.fixture(scope="module")
def lines() -> tuple[tuple[Report, Reading], tuple[Report, Reading]]:
    return _line(20), _line(80)


def test_statements_of_a_long_line(lines: tuple[tuple[Report, Reading], tuple[Report, Reading]]) -> None:
    short, long = lines
    find_statements([short[0]], [short[1]])  # loads the lexicons
    few = _calls(lambda: find_statements([short[0]], [short[1]]))
    many = _calls(lambda: find_statements([long[0]], [long[1]]))
    assert many < 5 * few


def test_entities_of_a_long_line(lines: tuple[tuple[Report, Reading], tuple[Report, Reading]]) -> None:
    short, long = lines
    few = _calls(
        lambda: complete_entities(short[0].text + " ", short[1].tokens, short[1].entities, [""] * len(short[1].tokens))
    )
    many = _calls(
        lambda: complete_entities(long[0].text + " ", long[1].tokens, long[1].entities, [""] * len(long[1].tokens))
    )
    assert many < 5 * few
