"""``python -m firsthand.evaluation.agreement``: how far the annotators of the attributions agree with each other."""

import sys
from itertools import permutations
from pathlib import Path

import click

from firsthand.evaluation.attribution import Attributions, read_annotations, score_attributions
from firsthand.evaluation.figures import Figures
from firsthand.evaluation.options import MISSING, shared_folder
from firsthand.evaluation.speech import score_speech


def agreement(folder: Path) -> tuple[int, Figures]:
    """How many articles of ``folder``'s text and attributions several annotated, and the figures each has of another.

    Every ordered pair of annotators of an article counts, the first as gold, so that F1 does not hang on the order.
    """
    gold: Attributions = {}
    found: Attributions = {}
    texts: dict[str, str] = {}
    articles = 0
    for name, text, versions in read_annotations(folder):
        articles += len(versions) > 1
        for (a, one), (b, other) in permutations(enumerate(versions), 2):
            key = f"{name} {a} {b}"
            gold[key], found[key], texts[key] = one, other, text
    return articles, score_attributions(gold, found) | score_speech(gold, found, texts)


@click.command()
@shared_folder("corpora")
def main(shared: Path) -> None:
    """Print how well one annotator of PolNeAR does by the measures of the reader, another being gold."""
    for part in ("train", "dev"):
        folder = shared / "corpora" / "polnear" / part
        articles, figures = agreement(folder)
        if not articles:
            click.echo(f"no article under {folder} that several annotated; name the folder with --shared", err=True)
            sys.exit(MISSING)
        click.echo(f"\npolnear {part}, articles that several annotated: {articles}")
        click.echo(f"{'measure':<30} {'figure':>7} {'cases':>7}")
        for measure, figure in figures.items():
            click.echo(f"{measure:<30} {figure.value!s:>7} {figure.count:>7}")


if __name__ == "__main__":
    main()
