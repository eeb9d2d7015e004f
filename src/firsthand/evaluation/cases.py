"""The gold cases of the shared folder, and what Firsthand makes of them today."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from firsthand.evaluation.attribution import of_statements, read_attributions, score_attributions
from firsthand.evaluation.figures import Figures
from firsthand.evaluation.gold import read_gold
from firsthand.evaluation.score import score_dossier
from firsthand.views import reading_to_json_line, to_json
from firsthand.workflow import make_dossier, statements_of, take_reports


@dataclass(frozen=True, slots=True)
class Case:
    """Reports and their gold. ``gold`` is a JSON file, or for attribution a folder of brat notes."""

    name: str
    reports: tuple[Path, ...]
    gold: Path

    def digest(self) -> str:
        """SHA-256 over names and bytes of the reports and the gold."""
        files = sorted(self.gold.glob("*.ann")) if self.gold.is_dir() else [self.gold]
        total = hashlib.sha256()
        for path in (*self.reports, *files):
            total.update(path.name.encode("utf-8") + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()

    def score(self) -> Figures:
        """The figures of what Firsthand makes of the reports."""
        if self.gold.is_dir():
            return _score_attribution(self.reports, self.gold.parent)
        return score_dossier(read_gold(self.gold), json.loads(to_json(make_dossier(self.reports))))


def cases(shared: Path) -> tuple[Case, ...]:
    """The seeds, each cluster that has gold, and the development set of attribution, as far as they are there."""
    folders = {"seeds": shared / "seeds"} | {
        path.name: path for path in sorted((shared / "clusters").glob("*")) if path.is_dir()
    }
    found = [(name, folder, shared / "gold" / f"{name}.json") for name, folder in folders.items()]
    dev = shared / "corpora" / "polnear" / "dev"
    found.append(("attribution", dev / "text", dev / "attributions"))
    return tuple(Case(name, _texts(folder), gold) for name, folder, gold in found if gold.exists() and _texts(folder))


def _texts(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.txt")))


def _score_attribution(paths: Sequence[Path], folder: Path) -> Figures:
    reports, _ = take_reports(paths)
    predicted = {}
    for found in statements_of(reports):
        line = json.loads(reading_to_json_line(found.report, found.sources, found.statements))
        for name in _names(line["file"], found.report.copies_seen):
            predicted[name] = of_statements(line["statements"], found.report.text)
    return score_attributions(read_attributions(folder), predicted)


def _names(file: str, copies: Iterable[str]) -> list[str]:
    return [Path(name).name for name in (file, *copies)]
