"""``python -m firsthand.evaluation``: the figures of every gold case, beside their floors."""

import sys
from pathlib import Path

import click

from firsthand.evaluation.case import Case
from firsthand.evaluation.cases import cases
from firsthand.evaluation.figures import Figures
from firsthand.evaluation.floors import Floors, falls, lowered, pinned, read_floors, write_floors
from firsthand.evaluation.options import BELOW, MISSING, shared_folder


@click.command()
@shared_folder("seeds, clusters, gold and corpora")
@click.option("--only", multiple=True, metavar="CASE", help="Score this case only; may be repeated.")
@click.option("--misses", is_flag=True, help="Say what each figure missed.")
@click.option("--pin", is_flag=True, help="Raise the floors to the figures.")
@click.option("--lower", metavar="REASON", help="With --pin: also lower floors, and say why in CHANGELOG.md.")
def main(shared: Path, only: tuple[str, ...], misses: bool, pin: bool, lower: str | None) -> None:
    """Print the figures of every gold case beside their floors; code 1 where one is under its floor."""
    chosen = [case for case in cases(shared) if not only or case.name in only]
    if not chosen:
        click.echo(f"no gold under {shared}; name the folder with --shared", err=True)
        sys.exit(MISSING)
    floors = read_floors()
    fallen = []
    for case in chosen:
        figures = case.score()
        old = floors.get(case.name)
        if pin:
            floors[case.name] = pinned(figures, case.digest(), old, lower=lower is not None)
            _note_lowered(case.name, old, floors[case.name], lower)
        _show(case, figures, floors.get(case.name), misses)
        fallen += [f"{case.name}: {line}" for line in _problems(case, figures, floors.get(case.name))]
    if pin:
        write_floors(floors)
    for line in fallen:
        click.echo(line, err=True)
    sys.exit(BELOW if fallen else 0)


def _problems(case: Case, figures: Figures, floors: Floors | None) -> list[str]:
    if floors is None:
        return []
    if floors.digest != case.digest():
        return ["the data is not what the floors were measured on; look at it and pin anew"]
    return falls(figures, floors)


def _show(case: Case, figures: Figures, floors: Floors | None, misses: bool) -> None:
    click.echo(f"\n{case.name} ({len(case.reports)} reports)")
    click.echo(f"{'measure':<18} {'figure':>7} {'floor':>7} {'cases':>7}")
    for name, figure in figures.items():
        if figure.value is None:
            continue
        least = floors.least.get(name) if floors is not None else None
        click.echo(f"{name:<18} {figure.value:>7} {'–' if least is None else least:>7} {figure.count:>7}")
        for miss in figure.misses if misses else ():
            click.echo(f"    {miss}")


def _note_lowered(name: str, old: Floors | None, new: Floors, reason: str | None) -> None:
    """A lowered floor is written into the changelog, below its first heading of a version."""
    lines = lowered(old, new)
    path = Path("CHANGELOG.md")
    if not lines or reason is None:
        return
    head, mark, rest = path.read_text(encoding="utf-8").partition("## Unreleased\n")
    if not mark:
        raise click.ClickException("CHANGELOG.md lacks the heading “## Unreleased”; run from the project's root")
    note = "".join(f"- Floor lowered, {name}: {line}. {reason}\n" for line in lines)
    path.write_text(f"{head}{mark}\n{note}{rest}", encoding="utf-8")


if __name__ == "__main__":
    main()
