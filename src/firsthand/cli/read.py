"""``firsthand read``: the statements of reports, one JSON object a report."""

import click

from firsthand.cli.screen import name_set_aside, progress_bar, stop_if_nothing
from firsthand.views import reading_to_json_line
from firsthand.workflow import statements_of, take_reports


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--jsonl", is_flag=True, help="Print one JSON object a report (the only format there is).")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
def read(inputs: tuple[str, ...], jsonl: bool, quiet: bool) -> None:
    """Print who says what in each report, with offsets in code points."""
    with progress_bar(quiet=quiet) as tell:
        reports, aside = take_reports(inputs, tell)
        for found in statements_of(reports, tell):
            click.echo(reading_to_json_line(found.report, found.sources, found.statements))
    name_set_aside(aside, reports)
    stop_if_nothing(reports)
