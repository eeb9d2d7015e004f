"""Wire the stages to a case: from inputs to a dossier."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from firsthand.claims import group_claims
from firsthand.events import find_events
from firsthand.grading import find_discrepancies, grade, register_rows, timeline
from firsthand.intake import bound_by_case, fold_copies, report_from_text, take_in
from firsthand.lineage import find_lineage
from firsthand.model import Dossier, Reading, Report, SetAside, Source, Statement
from firsthand.reader import METHOD, load_reader
from firsthand.statements import find_statements

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage, the steps done and the steps in all."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """One report with its sources and statements."""

    report: Report
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]


def take_reports(
    inputs: Sequence[str | Path], progress: Progress | None = None
) -> tuple[tuple[Report, ...], tuple[SetAside, ...]]:
    """The reports of the inputs, dated by one another where they do not date themselves, and what was set aside."""
    results: list[Report | SetAside] = []
    for result in take_in(inputs):
        results.append(result)
        _tell(progress, "taking in", len(results), max(len(inputs), len(results)))
    reports, aside = fold_copies(results)
    return bound_by_case(reports), aside


def read_reports(reports: Iterable[Report], progress: Progress | None = None) -> tuple[Reading, ...]:
    """The readings of the reports; one that the reader does not read gets an empty reading."""
    known = tuple(reports)
    readings = []
    for k, report in enumerate(known):
        readings.append(_empty(report) if report.unread else load_reader().read(report))
        _tell(progress, "reading", k + 1, len(known))
    return tuple(readings)


def read_input(source: str | Path) -> tuple[ReadReport, ...]:
    """The statements of a file, an address, or a text given as such (whatever holds a line end or is no path)."""
    if isinstance(source, str) and ("\n" in source or (" " in source and not Path(source).exists())):
        reports: tuple[Report, ...] = (report_from_text(source),)
    else:
        reports, aside = take_reports([source])
        if not reports:
            raise ValueError(f"{aside[0].input}: {aside[0].reason}; {aside[0].advice}")
    return tuple(statements_of(reports))


def statements_of(reports: Iterable[Report], progress: Progress | None = None) -> Iterable[ReadReport]:
    """Each report with its own sources and statements, one after the other; reports do not bear on each other."""
    known = tuple(reports)
    for k, report in enumerate(known):
        (reading,) = read_reports([report])
        sources, statements = find_statements([report], [reading])
        _tell(progress, "reading", k + 1, len(known))
        yield ReadReport(report, sources, statements)


def make_dossier(
    inputs: Sequence[str | Path],
    *,
    title: str = "",
    as_of: date | None = None,
    ratings: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """The dossier of the inputs, as it stood at the end of ``as_of`` (None: of all that was read).

    ``ratings`` gives the reliability A–F of sources and outlets by name.
    """
    reports, aside = take_reports(inputs, progress)
    if as_of is not None:
        later = [r for r in reports if r.published and r.published.first and r.published.first > as_of]
        aside += tuple(
            SetAside(r.file or r.url or r.id, f"published after {as_of.isoformat()}", "name a later day with --as-of")
            for r in later
        )
        reports = tuple(r for r in reports if r not in later)
    return dossier_of(reports, read_reports(reports, progress), aside, title, as_of, ratings, progress)


def dossier_of(
    reports: tuple[Report, ...],
    readings: tuple[Reading, ...],
    aside: tuple[SetAside, ...] = (),
    title: str = "",
    as_of: date | None = None,
    ratings: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """The dossier of reports that have been read."""
    _tell(progress, "finding statements", 0, 3)
    sources, statements = find_statements(reports, readings)
    if as_of is not None:
        statements = tuple(s for s in statements if not (s.said_on and s.said_on.first and s.said_on.first > as_of))
    events, statements = find_events(reports, readings, sources, statements)
    _tell(progress, "grouping claims", 1, 3)
    drafts, statements = group_claims(reports, sources, statements, events)
    lineage, origins = find_lineage(reports, sources, statements)
    _tell(progress, "grading", 2, 3)
    claims = grade(reports, sources, statements, drafts, lineage, origins, as_of, ratings, events)
    discrepancies = find_discrepancies(reports, sources, statements, events, claims)
    rows = register_rows(reports, sources, statements, events, claims)
    days = timeline(reports, sources, statements, events, origins)
    _tell(progress, "grading", 3, 3)
    return Dossier(
        title or _title(reports), as_of, reports, sources, statements, events, claims, lineage, discrepancies, days,
        rows, aside,
    )  # fmt: skip


def _title(reports: tuple[Report, ...]) -> str:
    named = [r.title for r in reports if r.title and not r.unread]
    return named[0] if named else "Dossier"


def _empty(report: Report) -> Reading:
    return Reading(report.id, (), (), (), (), (), METHOD)


def _tell(progress: Progress | None, stage: str, done: int, steps: int) -> None:
    if progress is not None:
        progress(stage, done, steps)
