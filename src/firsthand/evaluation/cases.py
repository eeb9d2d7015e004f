"""The gold cases of the shared folder, and what Firsthand makes of them today."""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from firsthand.evaluation.case import Case
from firsthand.evaluation.figures import Figures
from firsthand.evaluation.gold import read_gold
from firsthand.evaluation.reader_cases import reader_cases
from firsthand.evaluation.score import score_dossier
from firsthand.views import to_json
from firsthand.workflow import make_dossier


def cases(shared: Path) -> tuple[Case, ...]:
    """The seeds, each cluster that has gold, and the development sets of the reader, as far as they are there."""
    folders = {"seeds": shared / "seeds"} | {
        path.name: path for path in sorted((shared / "clusters").glob("*")) if path.is_dir()
    }
    found = []
    for name, folder in folders.items():
        texts, gold = tuple(sorted(folder.glob("*.txt"))), shared / "gold" / f"{name}.json"
        found.append(Case(name, texts, (gold,), partial(_score_dossier, texts, gold)))
    return tuple(case for case in found if case.there()) + reader_cases(shared / "corpora")


def _score_dossier(paths: Sequence[Path], gold: Path) -> Figures:
    return score_dossier(read_gold(gold), json.loads(to_json(make_dossier(paths))))
