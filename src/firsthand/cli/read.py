"""``firsthand read``: the statements of reports, one JSON object a report."""

import click

from firsthand.cli.options import least_confidence, reading_options
from firsthand.settings import Settings


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--jsonl", is_flag=True, help="Print one JSON object a report (the only format there is).")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
@least_confidence
@reading_options
def read(inputs: tuple[str, ...], jsonl: bool, quiet: bool, min_confidence: float, settings: Settings) -> None:
    """Print who says what in each report, with offsets in code points."""
    # Imported here, so that help and version do not wait for it.
    from firsthand.cli.screen import name_left_out, name_set_aside, progress_bar, stop_if_nothing
    from firsthand.workflow import lines_of, take_reports

    left_out = 0
    with progress_bar(quiet=quiet) as tell:
        reports, aside = take_reports(inputs, tell)
        for line, without in lines_of(reports, tell, settings, min_confidence):
            click.echo(line)
            left_out += without
    name_set_aside(aside, reports)
    name_left_out(left_out, min_confidence)
    stop_if_nothing(reports)
