"""Wire the stages to a case: from inputs to a dossier."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from firsthand.claims import group_claims
from firsthand.events import find_events
from firsthand.grading import find_discrepancies, grade, register_rows, timeline
from firsthand.intake import bound_by_case, fold_copies, report_from_text, take_in
from firsthand.lineage import find_lineage
from firsthand.model import (
    NOTHING_LEFT_OUT,
    Dossier,
    Event,
    LeftOut,
    Reading,
    Report,
    SetAside,
    Source,
    Statement,
    checked_probability,
    set_apart,
)
from firsthand.parallel import WorkerError, in_order
from firsthand.reader import METHOD, load_reader
from firsthand.settings import Settings
from firsthand.statements import find_statements
from firsthand.views import reading_to_json_line

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage, the steps done and the steps in all."""

R = TypeVar("R")

WORTH_A_PROCESS = 60_000
"""Letters in a pile above which processes are started: they take a second before they read the first word."""

_ALONE = Settings()


@dataclass(frozen=True, slots=True)
class ReadReport:
    """One report with its sources, statements and events, and the statements left out for their confidence."""

    report: Report
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...] = ()
    left_out: LeftOut = NOTHING_LEFT_OUT


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


def read_reports(
    reports: Iterable[Report], progress: Progress | None = None, settings: Settings = _ALONE
) -> tuple[Reading, ...]:
    """The readings of the reports; one that the reader does not read gets an empty reading."""
    return tuple(_each(_reading, tuple(reports), progress, settings))


def read_input(source: str | Path, settings: Settings = _ALONE, min_confidence: float = 0.0) -> tuple[ReadReport, ...]:
    """The statements of a file, an address, or a text given as such (whatever holds a line end or is no path)."""
    checked_probability(min_confidence)
    if isinstance(source, str) and ("\n" in source or (" " in source and not Path(source).exists())):
        reports: tuple[Report, ...] = (report_from_text(source),)
    else:
        reports, aside = take_reports([source])
        if not reports:
            raise ValueError(f"{aside[0].input}: {aside[0].reason}; {aside[0].advice}")
    return tuple(statements_of(reports, settings=settings, min_confidence=min_confidence))


def statements_of(
    reports: Iterable[Report],
    progress: Progress | None = None,
    settings: Settings = _ALONE,
    min_confidence: float = 0.0,
) -> Iterator[ReadReport]:
    """Each report with its own sources, statements and events, one after the other; none bears on another.

    Statements under ``min_confidence`` are left out and listed, before events are found.
    """
    return _each(partial(_read_report, min_confidence=min_confidence), tuple(reports), progress, settings)


def lines_of(
    reports: Iterable[Report],
    progress: Progress | None = None,
    settings: Settings = _ALONE,
    min_confidence: float = 0.0,
) -> Iterator[tuple[str, int]]:
    """What ``statements_of`` gives, each as a line of JSON without line end, and how many statements it leaves out."""
    return _each(partial(_line, min_confidence=min_confidence), tuple(reports), progress, settings)


def _reading(report: Report, settings: Settings) -> Reading:
    if report.unread:
        return Reading(report.id, (), (), (), (), (), METHOD)
    return load_reader(settings.reader, settings.cores, settings.device).read(report)


def _read_report(report: Report, settings: Settings, min_confidence: float) -> ReadReport:
    reading = _reading(report, settings)
    sources, statements = find_statements([report], [reading])
    statements, left_out = set_apart(statements, min_confidence)
    events, statements = find_events([report], [reading], sources, statements)
    return ReadReport(report, sources, statements, events, left_out)


def _line(report: Report, settings: Settings, min_confidence: float) -> tuple[str, int]:
    found = _read_report(report, settings, min_confidence)
    line = reading_to_json_line(found.report, found.sources, found.statements, found.events, found.left_out)
    return line, len(found.left_out.statements)


def _each(
    work: Callable[[Report, Settings], R], reports: Sequence[Report], progress: Progress | None, settings: Settings
) -> Iterator[R]:
    """The work on each report, in order; by several processes with one thread each where the pile is worth it."""
    readable = [len(report.text) for report in reports if not report.unread]
    processes = min(settings.cores, len(readable))
    if processes > 1 and sum(readable) >= WORTH_A_PROCESS:
        results = in_order(_Task(work, replace(settings, threads=1)), reports, processes)
    else:
        results = map(_Task(work, settings), reports)
    _tell(progress, "reading", 0, len(reports))
    try:
        for k, result in enumerate(results):
            _tell(progress, "reading", k + 1, len(reports))
            yield result
    except WorkerError as error:
        raise WorkerError(error.item, f"{_name(reports[error.item])}: {error}") from error


@dataclass(frozen=True, slots=True)
class _Task:
    """Work with its settings, to be sent to another process."""

    work: Callable[[Report, Settings], object]
    settings: Settings

    def __call__(self, report: Report) -> Any:
        return self.work(report, self.settings)


def make_dossier(
    inputs: Sequence[str | Path],
    *,
    title: str = "",
    as_of: date | None = None,
    ratings: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    settings: Settings = _ALONE,
    min_confidence: float = 0.0,
) -> Dossier:
    """The dossier of the inputs, as it stood at the end of ``as_of`` (None: of all that was read).

    ``ratings`` gives the reliability A–F of sources and outlets by name. Statements under ``min_confidence`` are
    left out before anything rests on them, and listed; ValueError where it is no number from 0 to 1.
    """
    checked_probability(min_confidence)
    reports, aside = take_reports(inputs, progress)
    if as_of is not None:
        later = [r for r in reports if r.published and r.published.first and r.published.first > as_of]
        aside += tuple(
            SetAside(_name(r), f"published after {as_of.isoformat()}", "name a later day with --as-of") for r in later
        )
        reports = tuple(r for r in reports if r not in later)
    readings = read_reports(reports, progress, settings)
    return dossier_of(reports, readings, aside, title, as_of, ratings, progress, min_confidence)


def dossier_of(
    reports: tuple[Report, ...],
    readings: tuple[Reading, ...],
    aside: tuple[SetAside, ...] = (),
    title: str = "",
    as_of: date | None = None,
    ratings: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    min_confidence: float = 0.0,
) -> Dossier:
    """The dossier of reports that have been read."""
    _tell(progress, "finding statements", 0, 3)
    sources, statements = find_statements(reports, readings)
    if as_of is not None:
        statements = tuple(s for s in statements if not (s.said_on and s.said_on.first and s.said_on.first > as_of))
    statements, left_out = set_apart(statements, min_confidence)
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
        rows, aside, left_out,
    )  # fmt: skip


def _title(reports: tuple[Report, ...]) -> str:
    named = [r.title for r in reports if r.title and not r.unread]
    return named[0] if named else "Dossier"


def _name(report: Report) -> str:
    return report.file or report.url or report.id


def _tell(progress: Progress | None, stage: str, done: int, steps: int) -> None:
    if progress is not None:
        progress(stage, done, steps)
