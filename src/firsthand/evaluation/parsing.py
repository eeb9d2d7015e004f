"""Measures of words, sentences and trees against a treebank, where the words need not be the same."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from firsthand.evaluation.figures import Figure, Figures, f1
from firsthand.evaluation.treebanks import Document, Place
from firsthand.model import Reading

Pair = tuple[Document, Reading]


@dataclass(frozen=True, slots=True)
class _Node:
    """A word as either side has it; ``head`` is the place of the head, None at a root."""

    upos: str
    head: Place | None
    deprel: str


def score_trees(pairs: Iterable[Pair]) -> Figures:
    """F1 of words, parts of speech and arcs, as the CoNLL 2018 shared task counts them.

    A word found counts where it covers the same characters as one of gold; an arc where both its words do. LAS
    compares relations without subtypes, LAS full with them.
    """
    hits: Counter[str] = Counter()
    found = wanted = 0
    for document, reading in pairs:
        gold, got = _gold_nodes(document), _read_nodes(reading)
        wanted += len(document.words)
        found += len(reading.tokens)
        for place, node in got.items():
            if place in gold:
                hits.update(_agreements(node, gold[place]))
    return {name: Figure(f1(hits[name], found, wanted), wanted) for name in ("words", "UPOS", "UAS", "LAS", "LAS full")}


def _agreements(got: _Node, gold: _Node) -> list[str]:
    names = ["words"]
    if got.upos == gold.upos:
        names.append("UPOS")
    if got.head == gold.head:
        names.append("UAS")
        if got.deprel.partition(":")[0] == gold.deprel.partition(":")[0]:
            names.append("LAS")
        if got.deprel == gold.deprel:
            names.append("LAS full")
    return names


def _gold_nodes(document: Document) -> dict[Place, _Node]:
    """The words by place; of several at one place none, for they cannot be told apart."""
    words = document.words
    count = Counter(word.place for word in words)
    return {
        w.place: _Node(w.upos, None if w.head == i else words[w.head].place, w.deprel)
        for i, w in enumerate(words)
        if count[w.place] == 1
    }


def _read_nodes(reading: Reading) -> dict[Place, _Node]:
    tokens = reading.tokens
    return {
        (t.start, t.end): _Node(t.upos, None if t.head == i else (tokens[t.head].start, tokens[t.head].end), t.deprel)
        for i, t in enumerate(tokens)
    }


def score_sentences(pairs: Iterable[Pair]) -> Figures:
    """F1 of the places where sentences begin, and of whole sentences (both ends right)."""
    known = list(pairs)
    return {
        "boundaries": _sentence_figure(known, lambda place: place[0]),
        "whole sentences": _sentence_figure(known, lambda place: place),
    }


def _sentence_figure(pairs: list[Pair], key: Callable[[Place], object]) -> Figure:
    right = found = wanted = 0
    for document, reading in pairs:
        gold = {key(place) for place in gold_sentences(document)}
        got = {key(place) for place in read_sentences(reading)}
        right, found, wanted = right + len(gold & got), found + len(got), wanted + len(gold)
    return Figure(f1(right, found, wanted), wanted)


def gold_sentences(document: Document) -> list[Place]:
    """Where the sentences of gold stand."""
    words = document.words
    return [(words[a].place[0], words[b - 1].place[1]) for a, b in document.sentences]


def read_sentences(reading: Reading) -> list[Place]:
    """Where the sentences of a reading stand."""
    return [(reading.tokens[a].start, reading.tokens[b - 1].end) for a, b in reading.sentences]
