"""Documents of a Universal Dependencies treebank as plain text, with words at their places in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import conllu
from conllu.models import Token as Row
from conllu.models import TokenList

Place = tuple[int, int]
"""Where a word stands, ``[start, end)`` in code points of its document's text."""


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word. ``head`` is an index into the document's words, its own at a root."""

    place: Place
    form: str
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document. ``sentences`` are ranges ``[first, last)`` of words; ``names`` are their sent_ids."""

    name: str
    text: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[str, ...]


def read_documents(path: Path) -> tuple[Document, ...]:
    """The documents of a CoNLL-U file.

    The text is put together as for the CoNLL 2018 shared task: blanks as SpaceAfter says, a blank line between
    paragraphs.
    """
    groups: list[list[TokenList]] = []
    with path.open(encoding="utf-8", newline="\n") as lines:
        for sentence in conllu.parse_incr(lines):
            if "newdoc id" in sentence.metadata or "newdoc" in sentence.metadata or not groups:
                groups.append([])
            groups[-1].append(sentence)
    return tuple(_document(group) for group in groups)


def _document(group: list[TokenList]) -> Document:
    text = ""
    words: list[Word] = []
    sentences, names = [], []
    for sentence in group:
        if text and sentence.metadata.keys() & {"newpar", "newpar id"}:
            text = text.rstrip(" ") + "\n\n"
        first = len(words)
        text, places = _place_words(sentence, text)
        rows = {row["id"]: row for row in sentence if isinstance(row["id"], int)}
        for number, row in rows.items():
            head = first + (row["head"] or number) - 1
            words.append(Word(places[number], row["form"], row["upos"], head, row["deprel"]))
        sentences.append((first, len(words)))
        names.append(str(sentence.metadata.get("sent_id", "")))
    name = str(group[0].metadata.get("newdoc id") or group[0].metadata.get("newdoc") or "")
    return Document(name, text.rstrip(" "), tuple(words), tuple(sentences), tuple(names))


def _place_words(sentence: TokenList, text: str) -> tuple[str, dict[int, Place]]:
    """The text with the sentence added, and where its words stand."""
    places: dict[int, Place] = {}
    for form, numbers, parts, spaced in _surface(sentence):
        start = len(text)
        text += form
        if "".join(parts).lower() == form.lower():
            for number, part in zip(numbers, parts, strict=True):
                places[number] = (start, start + len(part))
                start += len(part)
        else:
            # The parts are not spelled as they stand; no one knows where each ends.
            places |= dict.fromkeys(numbers, (start, len(text)))
        text += " " if spaced else ""
    return text, places


def _surface(sentence: TokenList) -> Iterator[tuple[str, list[int], list[str], bool]]:
    """What is written: its form, the words it holds with their forms, and whether a blank follows."""
    rows = {row["id"]: row for row in sentence if isinstance(row["id"], int)}
    covered = 0
    for row in sentence:
        number = row["id"]
        if isinstance(number, int) and number > covered:
            yield row["form"], [number], [row["form"]], _spaced(row)
        elif isinstance(number, tuple) and number[1] == "-":
            covered = number[2]
            numbers = list(range(number[0], covered + 1))
            yield row["form"], numbers, [rows[n]["form"] for n in numbers], _spaced(row)


def _spaced(row: Row) -> bool:
    return (row["misc"] or {}).get("SpaceAfter") != "No"
