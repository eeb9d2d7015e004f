"""The development sets of the reader, read once each."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from firsthand.evaluation.attribution import Attributions, of_statements, read_attributions
from firsthand.evaluation.entities import Annotated, Named, mentioned, named, read_re3d, read_uner
from firsthand.evaluation.matching import Entry
from firsthand.evaluation.parsing import Pair
from firsthand.evaluation.treebanks import read_documents
from firsthand.model import Reading, Report
from firsthand.reader import load_reader
from firsthand.statements import find_statements
from firsthand.views import reading_to_json_line
from firsthand.workflow import take_reports


def as_written(text: str) -> str:
    """The text itself."""
    return text


def lower_cased(text: str) -> str:
    """In lower case, code point for code point, so that every place stays.

    >>> lower_cased("İZMİR, Ötztal")
    'İzmİr, ötztal'
    """
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


@dataclass(frozen=True, slots=True)
class Said:
    """Attributions of gold and as found, and the texts of the files."""

    gold: Attributions
    found: Attributions
    texts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its reading, and the statements found in it as objects of JSON."""

    text: str
    statements: list[Entry]
    reading: Reading


class DevSets:
    """What a reader makes of the corpora under ``folder``. ``weights`` is its folder, None for the package's own."""

    def __init__(self, folder: Path, weights: Path | None = None):
        self.folder = folder
        self.weights = weights
        self.trees = cache(self._trees)
        self.read = cache(self._read_articles)
        self.said = cache(self._said)

    def _read(self, text: str) -> Reading:
        """The reading of a text of which nothing is furniture."""
        report = Report("R1", None, None, None, None, "en", None, "", len(text.split()), text)
        return load_reader(self.weights).read(report)

    def _trees(self, name: str, change: Callable[[str], str] = as_written) -> tuple[Pair, ...]:
        """The documents of the treebank in the file ``name``, each with the reading of its changed text."""
        return tuple((d, self._read(change(d.text))) for d in read_documents(self.folder / name))

    def _said(self, change: Callable[[str], str] = as_written) -> Said:
        """The attributions of PolNeAR dev as ``firsthand read`` finds them in the changed texts."""
        articles = self.read(change)
        found = {name: of_statements(article.statements, article.text) for name, article in articles.items()}
        texts = {path.name: path.read_bytes().decode("utf-8") for path in sorted((self._dev / "text").glob("*.txt"))}
        return Said(self.gold, found, texts)

    @cached_property
    def gold(self) -> Attributions:
        """The attributions of PolNeAR dev."""
        return read_attributions(self._dev)

    @property
    def _dev(self) -> Path:
        return self.folder / "polnear" / "dev"

    def _read_articles(self, change: Callable[[str], str] = as_written) -> dict[str, Article]:
        """File name to what ``firsthand read`` prints of each article of PolNeAR dev that it takes in."""
        found = {}
        with tempfile.TemporaryDirectory() as changed:
            for path in sorted((self._dev / "text").glob("*.txt")):
                (Path(changed) / path.name).write_bytes(change(path.read_bytes().decode("utf-8")).encode("utf-8"))
            reports, _ = take_reports(sorted(Path(changed).glob("*.txt")))
        for report in reports:
            reading = load_reader(self.weights).read(report)
            sources, statements = find_statements([report], [reading])
            line = json.loads(reading_to_json_line(report, sources, statements))
            for file in (line["file"], *report.copies_seen):
                found[Path(file).name] = Article(report.text, line["statements"], reading)
        return found

    @cached_property
    def uner(self) -> tuple[list[tuple[Named, ...]], list[tuple[Named, ...]]]:
        """Names of UNER and as found, one entry a document."""
        pairs = self.trees(EWT)
        gold = read_uner(self.folder / "uner" / "en_ewt-ud-dev.iob2", [document for document, _ in pairs])
        return [gold[document.name] for document, _ in pairs], [named(reading) for _, reading in pairs]

    @cached_property
    def re3d(self) -> tuple[tuple[Annotated, ...], list[tuple[Named, ...]]]:
        """The documents of re3d, and the entities found in each."""
        gold = read_re3d(self.folder / "re3d")
        return gold, [mentioned(self._read(document.text)) for document in gold]


EWT = "ewt/en_ewt-ud-dev.conllu"
GUM = "gum/gum-dev.conllu"
