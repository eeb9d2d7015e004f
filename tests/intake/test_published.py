"""When a report came out, from what its page and its text say."""

import json
from datetime import date
from pathlib import Path

import pytest

from firsthand.intake import bound_by_case, report_from_text, take_in_all
from firsthand.intake.dates import find_dates
from firsthand.model import Report

PROSE = "The government of Ardenia has bought sixty mortars from Vostrak, two officials told reporters in Port Sorrel."

DATED = {
    "printed header": (f"Mortars\n\n4 March 2031\n\n{PROSE}", "2031-03-04", "printed header"),
    "header with a bar": (f"March 4, 2031 | Brief\nMortars\n{PROSE}", "2031-03-04", "printed header"),
    "label beats the page's top": (
        f"May 9, 2033\nMortars\nDate: 4/13/2031 | Source: KUNA\n{PROSE}",
        "2031-04-13",
        "printed header",
    ),
    "published beats updated": (
        f"Mortars\nUpdated: March 9, 2031\nPublished: March 4, 2031\n{PROSE}",
        "2031-03-04",
        "printed header",
    ),
    "label glued to the first line": (
        f" date 2031-03-04 Mortars for the army of Ardenia\n\n{PROSE}",
        "2031-03-04",
        "printed",
    ),
    "dateline settles an ambiguous date": (
        f"Mortars\nDate: 08/11/2031\nPARIS, November 8 (Reuters) - {PROSE}",
        "2031-11-08",
        "printed header; day and month as the text has them",
    ),
    "address": (
        f"{PROSE}\n\nSource: https://apnews.com/2031/03/04/mortars",
        "2031-03-04",
        "date in the linked address",
    ),
    "dateline with the year from the text": (
        f"PARIS, Feb 2 (Reuters) - {PROSE} Talks began in October 2030.",
        "2031-02-02",
        "dateline; year from “October 2030”",
    ),
    "today": (
        f"{PROSE} It was announced today, March 4, after the truce of May 2030 had ended.",
        "2031-03-04",
        "the text calls this day today",
    ),
}


@pytest.mark.parametrize("name", DATED)
def test_one_day(name: str) -> None:
    text, day, basis = DATED[name]
    published = report_from_text(text).published
    assert published is not None
    assert (str(published.first), str(published.last)) == (day, day)
    assert published.basis.startswith(basis)
    assert published.spans


BOUNDED = {
    "day without year after a month with one": (
        f"{PROSE} A minister said so on February 21. The embargo expired in October 2030.",
        "2031-02-21",
        "2031-03-03",
    ),
    "day without year in the year of a newer full date": (
        f"{PROSE} They met on February 21. The war had begun on February 24, 2031.",
        "2031-02-24",
        "None",
    ),
    "weekday tells the year": (
        f"{PROSE} It was agreed on Friday, February 21. The embargo had expired in 2030.",
        "2031-02-21",
        "2031-03-03",
    ),
    "dates to come do not count": (
        f"{PROSE} He spoke on May 3. The ban expired in June 2030. Delivery is due by 2040. They will meet on May 30.",
        "2031-05-03",
        "2031-05-13",
    ),
    "a year alone bounds from below": (f"{PROSE} The war began in 2029.", "2029-01-01", "None"),
    "the page's clock bounds from above": (
        f"17.8 C\nThursday, February 22, 2031\n\nMortars\n\n{PROSE} He spoke on December 13.",
        "2030-12-13",
        "2031-02-22",
    ),
}


@pytest.mark.parametrize("name", BOUNDED)
def test_bounds(name: str) -> None:
    text, first, last = BOUNDED[name]
    published = report_from_text(text).published
    assert published is not None
    assert (str(published.first), str(published.last)) == (first, last)
    assert published.basis.startswith("bounds")


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"{PROSE} They met on Tuesday.",
        f"Mortars\n\nA mortar in this handout image obtained on May 2, 2029. Army/PHOTO: AFP\n\n{PROSE}",
        f"{PROSE}\n\nRelated articles\n\nMay 3, 2031\n\nBoats for Ardenia",
    ],
)
def test_undated_is_an_answer(text: str) -> None:
    assert report_from_text(text).published is None


def test_two_readings_of_a_date() -> None:
    text = f"Mortars\n\n03/04/2031\n\n{PROSE}"
    published = report_from_text(text).published
    assert published is not None
    assert (published.first, published.last) == (date(2031, 3, 4), date(2031, 4, 3))
    usual = report_from_text(f"Mortars\n\n03/04/2031\n\nWASHINGTON (The Washington Post) - {PROSE}").published
    assert usual is not None
    assert usual.first == usual.last == date(2031, 3, 4)


def test_metadata_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": f"March 9, 2031\n\n{PROSE}", "published": "2031-03-04T22:00:00+02:00"}))
    ((report,), _) = take_in_all([path])
    assert report.published is not None
    assert report.published.basis == "metadata: field of the record"
    assert report.published.first == date(2031, 3, 4)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sept. 7 and Oct. 1", [(None, 9, 7), (None, 10, 1)]),
        ("on Feb 30", []),
        ("99/99/2031, page 3 of 20", []),
        ("1.2 million in March 2031", [(2031, 3, None)]),
        ("the 4th of May, 2031", [(2031, 5, 4)]),
        ("January 02, 2031Jan 02, 2031", [(2031, 1, 2), (2031, 1, 2)]),
    ],
)
def test_dates(text: str, found: list[tuple[int | None, int | None, int | None]]) -> None:
    assert [(m.year, m.month, m.day) for m in find_dates(text)] == found


def reports(*texts: str) -> tuple[Report, ...]:
    return tuple(report_from_text(text, id=f"R{i}") for i, text in enumerate(texts, 1))


CITING = [
    (
        "According to Reuters, unnamed officials believe Vostrak has already sent mortars to Ardenia.",
        "Mortars\n\nMarch 10, 2031\n\n"
        "On March 6, Reuters reported that Vostrak had sent mortars to Ardenia, citing officials.",
        "Reuters",
    ),
    (
        "Patrol boats of Sorrel have reached the navy of Tirania, Kyodo News reported, citing two harbour masters.",
        "Boats\n\n10 March 2031\n\n"
        "Kyodo reported on 6 March that patrol boats of Sorrel were handed to the navy of Tirania.",
        "Kyodo News",
    ),
]


@pytest.mark.parametrize(("undated", "dated", "outlet"), CITING)
def test_a_report_is_bounded_by_what_it_cites(undated: str, dated: str, outlet: str) -> None:
    found = bound_by_case(reports(undated, dated))
    published = found[0].published
    assert published is not None
    assert (published.first, published.last) == (date(2031, 3, 6), date(2031, 3, 10))
    assert published.basis == f"bounds: cites a report by {outlet} that R2 dates 2031-03-06"
    assert [span.report for span in published.spans] == ["R1", "R2"]
    assert found[1].published == report_from_text(dated, id="R2").published


def test_a_citation_of_something_else_does_not_date_a_report() -> None:
    other = "Wheat prices fell in Sorrel, Reuters reported, after the harvest festival was called off by farmers."
    assert bound_by_case(reports(other, CITING[0][1]))[0].published is None


@pytest.mark.parametrize(
    ("undated", "dated"),
    [
        (
            f"{PROSE} The mortars were shown to reporters on April 25, and monitors called them new.",
            f"April 30, 2031\n\n{PROSE} The mortars were shown to reporters last week, and monitors called them new.",
        ),
        (
            "Sorrel's patrol boats sank off Tirania on April 25, harbour masters said, and crews were rescued.",
            "30 April 2031\n\nTirania said Sorrel's patrol boats had sunk, harbour masters said; crews were rescued.",
        ),
    ],
)
def test_the_year_comes_from_the_report_that_tells_of_the_same(undated: str, dated: str) -> None:
    published = bound_by_case(reports(undated, dated))[0].published
    assert published is not None
    assert published.first == date(2031, 4, 25)
    assert "R2" in published.basis


def test_a_copy_is_dated_by_its_twin() -> None:
    published = bound_by_case(reports(PROSE, f"4 March 2031\n\n{PROSE}"))[0].published
    assert published is not None
    assert published.first == date(2031, 3, 4)


def test_order_of_reports_does_not_matter_to_bounds() -> None:
    one, two = reports(*CITING[0][:2])
    assert bound_by_case((one, two)) == tuple(reversed(bound_by_case((two, one))))
