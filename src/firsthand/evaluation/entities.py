"""Measures of entities: names against UNER, names, weapons and amounts against re3d."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from firsthand.evaluation.figures import Figure, Figures, f1
from firsthand.evaluation.treebanks import Document, Place
from firsthand.model import Entity, Reading

Named = tuple[int, int, str]
"""Where an entity stands, ``[start, end)`` in code points, and its class."""

UNER_CLASSES = ("PER", "ORG", "LOC")
RE3D_CLASS_OF = {
    "PER": "Person",
    "ORG": "Organisation",
    "LOC": "Location",
    "NATIONALITY": "Nationality",
    "WEAPON": "Weapon",
    "PLATFORM": "MilitaryPlatform",
    "NUM": "Quantity",
    "QUANTITY": "Quantity",
    "DATE": "Temporal",
    "DURATION": "Temporal",
    "MONEY": "Money",
}
"""Our labels to the classes of re3d. MISC has no counterpart."""
RE3D_GROUPS = {
    "names": ("Person", "Organisation", "Location", "Nationality"),
    "arms": ("Weapon", "MilitaryPlatform"),
    "amounts": ("Quantity", "Temporal", "Money"),
}


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with the entities that gold has in it."""

    name: str
    text: str
    entities: tuple[Named, ...]


def read_uner(path: Path, documents: Iterable[Document]) -> dict[str, tuple[Named, ...]]:
    """Name of the document to the entities of a UNER file, placed by the treebank that it annotates.

    Raises ValueError where a sentence of the file has other letters than the treebank.
    """
    tags: dict[str, list[tuple[str, str]]] = defaultdict(list)
    sentence = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            sentence = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():
                tags[sentence].append((cells[1], cells[2]))
    return {document.name: tuple(_tagged(document, tags)) for document in documents}


def _tagged(document: Document, tags: dict[str, list[tuple[str, str]]]) -> Iterable[Named]:
    for name, (first, last) in zip(document.names, document.sentences, strict=True):
        rows = tags.get(name, [])
        places = _placed([form for form, _ in rows], document, (first, last))
        start = -1
        for i, (_, tag) in enumerate([*rows, ("", "O")]):
            if start >= 0 and not tag.startswith("I-"):
                yield places[start][0], places[i - 1][1], rows[start][1][2:]
                start = -1
            if tag.startswith("B-"):
                start = i


def _placed(forms: Sequence[str], document: Document, sentence: Place) -> list[Place]:
    """Where the words of a sentence stand that another version of the treebank cuts elsewhere."""
    words = document.words[slice(*sentence)]
    text, start = document.text, words[0].place[0]
    letters = [i for i in range(start, words[-1].place[1]) if not text[i].isspace()]
    places, k = [], 0
    for form in forms:
        size = len("".join(form.split()))
        places.append((letters[k], letters[k + size - 1] + 1))
        k += size
    if forms and k != len(letters):
        raise ValueError(f"{document.name}: other text than the treebank near “{text[start : start + 40]}”")
    return places


def read_re3d(folder: Path) -> tuple[Annotated, ...]:
    """The documents of re3d with their entities."""
    found: dict[str, list[Named]] = defaultdict(list)
    for line in (folder / "entities.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["documentId"]].append((row["begin"], row["end"], row["type"]))
    documents = [json.loads(line) for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    return tuple(Annotated(row["_id"], row["text"], tuple(sorted(set(found[row["_id"]])))) for row in documents)


def named(reading: Reading) -> tuple[Named, ...]:
    """The entities of a reading at their places, with our labels."""
    return _in_text(reading, reading.entities)


def mentioned(reading: Reading) -> tuple[Named, ...]:
    """The entities and what stands for one without naming it, as re3d marks both; a state that acts is a body alone."""
    acting = {(e.first, e.last) for e in reading.mentions}
    entities = [e for e in reading.entities if e.label != "LOC" or (e.first, e.last) not in acting]
    return _in_text(reading, [*entities, *reading.mentions])


def _in_text(reading: Reading, entities: Iterable[Entity]) -> tuple[Named, ...]:
    return tuple((reading.tokens[e.first].start, reading.tokens[e.last - 1].end, e.label) for e in entities)


def score_exact(gold: Sequence[Iterable[Named]], got: Sequence[Iterable[Named]]) -> Figures:
    """F1 of names with the same place and class, for all and for each class; one entry a document."""
    figures = {}
    for name, classes in {"names": UNER_CLASSES, **{c: (c,) for c in UNER_CLASSES}}.items():
        right = found = wanted = 0
        for there, here in zip(gold, got, strict=True):
            want = {e for e in there if e[2] in classes}
            have = {e for e in here if e[2] in classes}
            right, found, wanted = right + len(want & have), found + len(have), wanted + len(want)
        figures[name] = Figure(f1(right, found, wanted), wanted)
    return figures


def score_overlap(gold: Sequence[Annotated], got: Sequence[Iterable[Named]]) -> Figures:
    """F1 of entities of re3d's classes that share a word with one of gold of the same class, each with one at most."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for document, here in zip(gold, got, strict=True):
        mapped = [(a, b, RE3D_CLASS_OF[label]) for a, b, label in here if label in RE3D_CLASS_OF]
        for kind in {*RE3D_CLASS_OF.values()}:
            want = [_words(document.text, e) for e in document.entities if e[2] == kind]
            have = [_words(document.text, e) for e in dict.fromkeys(mapped) if e[2] == kind]
            for k, number in enumerate((_paired(have, want), len(have), len(want))):
                counts[kind][k] += number
    figures = {}
    for group, classes in RE3D_GROUPS.items():
        for name, members in {group: classes, **{kind: (kind,) for kind in classes}}.items():
            right, found, wanted = (sum(counts[kind][k] for kind in members) for k in range(3))
            figures[name] = Figure(f1(right, found, wanted), wanted)
    return figures


def _words(text: str, entity: Named) -> frozenset[int]:
    start, end, _ = entity
    return frozenset(start + m.start() for m in re.finditer(r"\w+|[^\w\s]", text[start:end]))


def _paired(have: Sequence[frozenset[int]], want: Sequence[frozenset[int]]) -> int:
    """How many find a partner of their own, each taking the one it shares most words with."""
    free = list(want)
    for words in have:
        best = max(free, key=lambda other: (len(words & other), -len(other)), default=frozenset())
        if words & best:
            free.remove(best)
    return len(want) - len(free)
