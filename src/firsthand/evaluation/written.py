"""``python -m firsthand.evaluation.written``: the figures on the cases of our own writing."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from firsthand.evaluation.figures import Figures
from firsthand.evaluation.options import MISSING
from firsthand.evaluation.silver_times import score_silver_times
from firsthand.evaluation.written_nested import score_nested, score_nested_more
from firsthand.evaluation.written_quantities import score_quantities
from firsthand.evaluation.written_stance import score_stances
from firsthand.evaluation.written_times import score_times

SECTIONS: dict[str, Callable[[Path], Figures]] = {
    "nested": score_nested,
    "nested-more": score_nested_more,
    "stance": score_stances,
    "times": score_times,
    "quantities": score_quantities,
}
"""Name of a section to what scores it, given the folder of the cases."""


@click.command()
@click.option(
    "--cases",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("tests/cases"),
    show_default=True,
    help="Folder of the cases.",
)
@click.option("--only", multiple=True, type=click.Choice(list(SECTIONS)), help="This section only; may be repeated.")
@click.option("--misses", type=click.Choice(["tune"]), help="Say what was missed in the half that is for tuning.")
@click.option(
    "--shared",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder with the corpora: also compare times with the silver dates of PolNeAR's dev part.",
)
def main(cases: Path, only: tuple[str, ...], misses: str | None, shared: Path | None) -> None:
    """Print the figures on cases of our own writing, by half; the half for reporting is told as a whole only."""
    if not cases.is_dir():
        click.echo(f"no folder {cases}; run from the root of the project or name it with --cases", err=True)
        sys.exit(MISSING)
    for name, score in SECTIONS.items():
        if not only or name in only:
            _show(name, score(cases), told=misses is not None)
    if shared is not None and (not only or "times" in only):
        silver = score_silver_times(shared / "corpora" / "polnear" / "dev")
        _show("times, silver of PolNeAR dev", silver, told=misses is not None)


def _show(name: str, figures: Figures, *, told: bool) -> None:
    click.echo(f"\n{name}")
    click.echo(f"{'measure':<44} {'figure':>7} {'cases':>7}")
    for measure, figure in figures.items():
        if figure.value is None:
            continue
        click.echo(f"{measure:<44} {figure.value:>7} {figure.count:>7}")
        for miss in figure.misses if told and not measure.startswith("report") else ():
            click.echo(f"    {miss}")


if __name__ == "__main__":
    main()
