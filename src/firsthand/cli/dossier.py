"""``firsthand dossier``: reports in, a dossier out."""

import csv
from datetime import date, datetime
from pathlib import Path

import click

from firsthand.cli.options import least_confidence, reading_options
from firsthand.settings import Settings

RATINGS = "ABCDEF"


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder for dossier.html, dossier.json and register.csv.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Show the view at the end of this day (YYYY-MM-DD).",
)
@click.option("--title", default="", help="Name of the case; otherwise the first report's title.")
@click.option(
    "--ratings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV file of source,reliability with letters A to F.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
@least_confidence
@reading_options
def dossier(
    inputs: tuple[str, ...],
    output: Path,
    as_of: datetime | None,
    title: str,
    ratings: Path | None,
    quiet: bool,
    min_confidence: float,
    settings: Settings,
) -> None:
    """Read reports and write the dossier of the case."""
    # Imported here, so that help and version do not wait for it.
    from rich.console import Console

    from firsthand.cli.screen import name_left_out, name_set_aside, progress_bar, stop_if_nothing
    from firsthand.views import summary, write_dossier
    from firsthand.workflow import make_dossier

    _refuse_input_folder(inputs, output)
    day: date | None = as_of.date() if as_of else None
    letters = read_ratings(ratings) if ratings else None
    with progress_bar(quiet=quiet) as tell:
        made = make_dossier(
            inputs, title=title, as_of=day, ratings=letters, progress=tell, settings=settings,
            min_confidence=min_confidence,
        )  # fmt: skip
    name_set_aside(made.set_aside, made.reports)
    name_left_out(len(made.left_out.statements), min_confidence)
    stop_if_nothing(made.reports)
    try:
        paths = write_dossier(made, output)
    except OSError as error:
        raise click.ClickException(
            f"{output}: cannot write there ({error.strerror}); name another folder with -o"
        ) from error
    if not quiet:
        summary(made, Console())
    for path in paths:
        click.echo(f"wrote {path}")


def _refuse_input_folder(inputs: tuple[str, ...], output: Path) -> None:
    """Nothing is ever written into a folder that holds an input."""
    target = output.resolve()
    for given in inputs:
        path = Path(given)
        if path.is_file() and path.resolve().parent == target:
            raise click.UsageError(f"{output} holds the input {given}; name another folder with -o")


def read_ratings(path: Path) -> dict[str, str]:
    """Name of a source or outlet to its letter; raises ClickException for a line that gives none."""
    found: dict[str, str] = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.reader(lines), start=1):
            if not row or row[0].startswith("#") or [c.strip().lower() for c in row[:2]] == ["source", "reliability"]:
                continue
            letter = row[1].strip().upper() if len(row) > 1 else ""
            if letter not in RATINGS or len(letter) != 1:
                raise click.ClickException(f"{path}, line {number}: want source,letter with a letter A to F")
            found[row[0].strip()] = letter
    return found
