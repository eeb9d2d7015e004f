"""A case without reports or statements, and statements without words, give empty answers, not errors."""

import pytest

from firsthand.claims import group_claims
from firsthand.grading import find_discrepancies, grade, register_rows, timeline
from firsthand.lineage import find_lineage
from small_case import SmallCase, event


@pytest.mark.parametrize("text", ["", "A word.", "<script>alert(1)</script> “ ” \u202e"])
def test_reports_that_say_nothing(text: str) -> None:
    case = SmallCase()
    case.report(text)
    drafts, statements = group_claims(case.reports, (), (), ())
    links, origins = find_lineage(case.reports, (), ())
    assert (drafts, statements, links, origins) == ((), (), (), ())
    assert grade(case.reports, (), (), (), (), ()) == ()
    assert find_discrepancies(case.reports, (), (), (), ()) == ()
    assert register_rows(case.reports, (), (), (), ()) == ()
    assert timeline(case.reports, (), (), ()) == ()


@pytest.mark.parametrize("kind", ["transfer", "other"])
def test_a_statement_without_words(kind: str) -> None:
    case = SmallCase()
    report = case.report("It was so.")
    case.says(report, "It", None, event=event(kind, item="drones:uav"), content=())
    drafts, statements = group_claims(case.reports, case.sources, case.statements, case.events)
    links, origins = find_lineage(case.reports, case.sources, statements)
    claims = grade(case.reports, case.sources, statements, drafts, links, origins, events=case.events)
    assert len(claims) == 1
    assert find_discrepancies(case.reports, case.sources, statements, case.events, claims) == ()
