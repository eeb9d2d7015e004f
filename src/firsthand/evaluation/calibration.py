"""``python -m firsthand.evaluation.calibration``: whether the confidence of statements is a probability."""

import sys
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from firsthand.evaluation.attribution import of_statements, same_relations
from firsthand.evaluation.dev_sets import DevSets, as_written
from firsthand.evaluation.figures import Figure, Figures, rounded
from firsthand.evaluation.matching import Entry
from firsthand.evaluation.options import MISSING, shared_folder, weights_folder
from firsthand.evaluation.reliability import Bin, Floats, brier, equal_mass, equal_width, expected_error


@dataclass(frozen=True, slots=True)
class Judged:
    """Statements with their article; ``right`` is 1 where gold has the relation, else 0, an entry a statement."""

    articles: tuple[str, ...]
    statements: tuple[Entry, ...]
    right: Floats

    @property
    def confidence(self) -> Floats:
        """The confidence of each."""
        return np.array([s["confidence"] for s in self.statements], np.float64)


def judge(sets: DevSets) -> Judged:
    """The statements that ``firsthand read`` finds in PolNeAR dev, each right or wrong by overlap.

    A statement is right where it and a relation of gold are the same by overlap, one to one, as for the measure
    "relation overlap".
    """
    articles: list[str] = []
    statements: list[Entry] = []
    right: list[float] = []
    for name, article in sets.read(as_written).items():
        pairs = same_relations(of_statements(article.statements, article.text), sets.gold[name])
        found = {i for i, _ in pairs}
        articles += [name] * len(article.statements)
        statements += article.statements
        right += [float(i in found) for i in range(len(article.statements))]
    return Judged(tuple(articles), tuple(statements), np.array(right, np.float64))


def score_calibration(sets: DevSets) -> Figures:
    """100 less the expected calibration error in percent, so that its floor is a ceiling of the error."""
    judged = judge(sets)
    error = expected_error(equal_width(judged.confidence, judged.right))
    return {"calibration": Figure(rounded(100 - 100 * error) if len(judged.right) else None, len(judged.right))}


def report(probabilities: Floats, right: Floats) -> str:
    """The errors and the table of reliability as text of several lines."""
    wide, even = equal_width(probabilities, right), equal_mass(probabilities, right)
    return "\n".join(
        (
            f"statements {len(right)}, right {float(right.mean()) if len(right) else 0.0:.3f}",
            f"expected calibration error {expected_error(wide):.4f} (bins of equal width)",
            f"                           {expected_error(even):.4f} (bins of equal mass)",
            f"Brier score {brier(probabilities, right):.4f}",
            "",
            *_table("bins of equal width", wide),
            "",
            *_table("bins of equal mass", even),
        )
    )


def _table(title: str, bins: tuple[Bin, ...]) -> list[str]:
    head = f"{title:<20} {'count':>7} {'confidence':>11} {'right':>7}"
    return [head, *(f"{f'{b.low:.3f} – {b.high:.3f}':<20} {b.count:>7} {b.mean:>11.3f} {b.right:>7.3f}" for b in bins)]


@click.command()
@shared_folder("corpora")
@weights_folder
def main(shared: Path, weights: Path | None) -> None:
    """Print how far the confidence of statements is from the share that is right, on PolNeAR dev."""
    judged = judge(DevSets(shared / "corpora", weights))
    if not judged.statements:
        click.echo(f"no PolNeAR dev under {shared / 'corpora'}; name the folder with --shared", err=True)
        sys.exit(MISSING)
    click.echo(report(judged.confidence, judged.right))


if __name__ == "__main__":
    main()
