"""What commands share on the screen: the progress bar, what was set aside, exit codes."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from firsthand.model import Report, SetAside
from firsthand.views.wording import left_out_text

Tell = Callable[[str, int, int], None]
"""Told the name of the stage, the steps done and the steps in all."""
NOTHING_READ = 2
"""Exit code when no input could be read, and for wrong usage."""


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Tell]:
    """A bar on the error stream, only where that is a terminal."""
    if quiet:
        yield lambda stage, done, steps: None
        return
    # Imported here, so that who wants no bar does not wait for it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<20}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, int] = {}

        def tell(stage: str, done: int, steps: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=steps)
            bar.update(bar.tasks[tasks[stage]].id, completed=done, total=steps)

        yield tell


def name_set_aside(aside: Iterable[SetAside], reports: Iterable[Report] = ()) -> None:
    """One line on the error stream for each input that was set aside or is not read, and how many there were."""
    for report in reports:
        if report.unread:
            click.echo(f"recorded, not read: {report.file or report.url or report.id}: {report.unread}", err=True)
    lines = [f"{item.input}: {item.reason}; {item.advice}" for item in aside]
    for line in lines:
        click.echo(f"set aside: {line}", err=True)
    if lines:
        click.echo(f"set aside in all: {len(lines)}", err=True)


def name_left_out(number: int, min_confidence: float) -> None:
    """One line on the error stream where a confidence was asked for."""
    if min_confidence > 0:
        click.echo(left_out_text(number, min_confidence), err=True)


def stop_if_nothing(reports: Iterable[Report]) -> None:
    """End with code 2 where no report could be read."""
    if not any(not report.unread for report in reports):
        click.echo("firsthand: nothing could be read; see the lines above.", err=True)
        sys.exit(NOTHING_READ)
