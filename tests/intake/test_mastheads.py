"""Names of papers at the head of a page, of our own making."""

import pytest

from firsthand.intake.taking import report_from_text

BODY = "The harbour of Tolm was closed on Monday after a storm, the mayor said. It will open again in a week."


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        ("THE EVENING LANTERN\n\nStorm closes the harbour of Tolm\n\n4 May 2031", "Storm closes the harbour of Tolm",
         None),
        ("Tolm Dispatch | World\n4 May 2031\n\nStorm closes the harbour of Tolm", "Storm closes the harbour of Tolm",
         "Tolm Dispatch"),
        ("The Vell Gazette\nFerries stay in port after the storm\n4 May 2031", "Ferries stay in port after the storm",
         "The Vell Gazette"),
        ("VELL TODAY\nA paper for all\n\nHome | Politics | Sport\n\n4 May 2031\n\nFerries stay in port after the storm",
         "Ferries stay in port after the storm", "VELL TODAY"),
        ("Storm closes the harbour of Tolm\nFerries stay in port until the end of the week\n4 May 2031",
         "Storm closes the harbour of Tolm", None),
        ("BREAKING NEWS\nStorm closes the harbour\n4 May 2031", "Storm closes the harbour", None),
    ],
)  # fmt: skip
def test_the_brand_is_no_title(head: str, title: str, outlet: str | None) -> None:
    foot = "© 2031 The Evening Lantern. All rights reserved." if "LANTERN" in head else ""
    report = report_from_text(f"{head}\n\n{BODY}\n\n{foot}")
    assert report.title == title
    assert report.outlet == ("THE EVENING LANTERN" if foot else outlet)
    for span in report.outlet_spans:
        assert report.text[span.start : span.end].lower() == str(report.outlet).lower()


@pytest.mark.parametrize(
    ("line", "name"),
    [("TOLM, May 4 (Vell Wire) - ", "Vell Wire"), ("GRANDEL (Osta Press Agency) - ", "Osta Press Agency")],
)
def test_an_unknown_agency_in_the_dateline(line: str, name: str) -> None:
    report = report_from_text(f"Storm closes the harbour of Tolm\n\n4 May 2031\n\n{line}{BODY}")
    assert report.outlet == name
    assert not any(report.text[s.start : s.end].startswith("The harbour") for s in report.credits)
    own = report_from_text(f"The Vell Gazette\nStorm closes the harbour of Tolm\n\n4 May 2031\n\n{line}{BODY}")
    assert (own.outlet, own.syndicated_from) == ("The Vell Gazette", name)


@pytest.mark.parametrize(
    ("line", "day"),
    [("4. Mai 2031", "2031-05-04"), ("Montag, 10. März 2031", "2031-03-10"), ("04.05.2031", "2031-05-04"),
     ("Stand: 02.11.2030, 14.20 Uhr", "2030-11-02")],
)  # fmt: skip
def test_a_date_written_the_german_way(line: str, day: str) -> None:
    report = report_from_text(f"Storm closes the harbour of Tolm\n\n{line}\n\n{BODY}")
    assert report.published is not None
    assert (str(report.published.first), str(report.published.last)) == (day, day)
