"""``python -m firsthand.evaluation.reader``: the figures of the reader on the development sets."""

import json
import sys
from pathlib import Path

import click

from firsthand.evaluation.figures import Figures
from firsthand.evaluation.options import MISSING, shared_folder, weights_folder
from firsthand.evaluation.reader_cases import TO_REACH, reader_cases


@click.command()
@shared_folder("corpora")
@weights_folder
@click.option("--only", multiple=True, metavar="GROUP", help="This group of figures only; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object: group to measure to figure.")
def main(shared: Path, weights: Path | None, only: tuple[str, ...], as_json: bool) -> None:
    """Print what the reader reaches on the development sets, beside what it is to reach."""
    cases = reader_cases(shared / "corpora", weights)
    names = [case.name for case in cases]
    if not cases or set(only) - set(names):
        there = f"there are: {', '.join(names)}" if names else "name the folder with --shared"
        click.echo(f"no corpora for {', '.join(only) or 'any group'} under {shared}; {there}", err=True)
        sys.exit(MISSING)
    scored = {}
    for case in cases:
        if not only or case.name in only:
            scored[case.name] = case.score()
            if not as_json:
                _show(case.name, scored[case.name])
    if as_json:
        values = {name: {key: f.value for key, f in figures.items()} for name, figures in scored.items()}
        click.echo(json.dumps(values, indent=1))


def _show(name: str, figures: Figures) -> None:
    click.echo(f"\n{name}")
    click.echo(f"{'measure':<30} {'figure':>7} {'to reach':>9} {'cases':>7}")
    for measure, figure in figures.items():
        goal = TO_REACH.get(name, {}).get(measure)
        click.echo(f"{measure:<30} {figure.value!s:>7} {'' if goal is None else goal:>9} {figure.count:>7}")


if __name__ == "__main__":
    main()
