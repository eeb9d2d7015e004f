"""Everything in a case that does not fit together, and the near-conflicts that do."""

from collections.abc import Iterable
from dataclasses import replace

from firsthand.grading.differing_dates import calendar_slips, differing_days, rival_phases
from firsthand.grading.differing_designations import differing_designations
from firsthand.grading.differing_values import differing_counts, differing_figures
from firsthand.grading.differing_voices import differing_sourcing, rival_firsts, two_voices
from firsthand.grading.standing import Case
from firsthand.model.claim import Claim, Discrepancy
from firsthand.model.event import Event
from firsthand.model.report import Report
from firsthand.model.statement import Source, Statement


def find_discrepancies(
    reports: Iterable[Report],
    sources: Iterable[Source],
    statements: Iterable[Statement],
    events: Iterable[Event],
    claims: Iterable[Claim],
) -> tuple[Discrepancy, ...]:
    """Discrepancies D1, D2 … in the order value, date, designation, sourcing, voice, calendar, first.

    An entry with ``resolved`` is not one: the values look unlike and can both hold.
    """
    case = Case.of(reports, sources, statements, events)
    graded = tuple(claims)
    found = [
        *differing_counts(case, graded),
        *differing_figures(case, graded),
        *differing_days(case, graded),
        *rival_phases(case, graded),
        *differing_designations(case, graded),
        *differing_sourcing(case, graded),
        *two_voices(case, graded),
        *calendar_slips(case),
        *rival_firsts(case, graded),
    ]
    return tuple(replace(entry, id=f"D{i + 1}") for i, entry in enumerate(found))
