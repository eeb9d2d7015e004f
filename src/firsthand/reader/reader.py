"""Read a report: encoder by onnxruntime, heads in numpy, no other framework."""

import itertools
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np

from firsthand.language.arms_density import WORDS_A_WEAPON, dense_in_arms, weapons_named
from firsthand.language.gazetteer import find_names, is_caseless
from firsthand.model import Entity, Reading, Report, Speech, Token
from firsthand.reader import METHOD
from firsthand.reader.attribution import find_speech
from firsthand.reader.encoder import FILES, ROOM, Encoder, wanted
from firsthand.reader.entities import complete_entities
from firsthand.reader.heads import Heads, Range
from firsthand.reader.innermost import find_innermost
from firsthand.reader.lemmas import lemma_of
from firsthand.reader.marks import word_marks
from firsthand.reader.mentions import find_mentions
from firsthand.reader.names import NameTagger
from firsthand.reader.second_reading import SECOND_FILE, SecondReading
from firsthand.reader.sentences import start_margins
from firsthand.reader.sureness import Sureness
from firsthand.reader.windows import pack, sure_breaks
from firsthand.reader.words import WordSpan, split_words

_WEIGHTS = (*FILES, SECOND_FILE, "heads.npz", "names.npz", "confidence.json", "labels.json")


class Reader:
    """The trained reader. ``folder`` holds encoder.onnx, second.onnx, heads.npz, names.npz, confidence.json,
    labels.json and tokenizer.json.

    ``threads`` is the number of threads of the encoder, 0 for one a core; ``device`` is cpu or cuda. Raises
    FileNotFoundError where a file is missing and ValueError where the heads do not fit the encoder.
    """

    def __init__(self, folder: Path | None = None, threads: int = 0, device: str = "cpu"):
        folder = folder or Path(str(files("firsthand.reader") / "weights"))
        wanted(folder, _WEIGHTS)
        self._encoder = Encoder(folder, threads, device)
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        with np.load(folder / "heads.npz", allow_pickle=False) as weights:
            self._heads = Heads(weights, labels)
            self._second = SecondReading(
                folder, weights, labels["stances"], self._encoder.width, threads=threads, device=device
            )
        if self._encoder.width != self._heads.width:
            raise ValueError(
                f"{folder}: the encoder is {self._encoder.width} wide and the heads want {self._heads.width}; "
                "export both from one training run"
            )
        self._sureness = Sureness.load(folder / "confidence.json")
        with np.load(folder / "names.npz", allow_pickle=False) as weights:
            self._names = NameTagger(weights, self._encoder.width)

    def read(self, report: Report) -> Reading:
        """The reading of one report; furniture and credits are left out."""
        text = _without_wraps(report.text)
        skipped = sorted((s.start, s.end) for s in (*report.furniture, *report.credits))
        words = _outside(split_words(text), skipped)
        cased = not is_caseless(text)
        breaks = sure_breaks(text, words, skipped)
        pieces = [self._encoder.pieces(text[a:b]) for a, b in words]
        tokens: list[Token] = []
        sentences: list[Range] = []
        entities: list[Entity] = []
        kinds: list[str] = []
        speech: list[Speech] = []
        inner: list[Speech] = []
        paragraph_starts = _paragraph_starts(text, words, skipped)
        margins = start_margins(text, words, paragraph_starts, cased)
        marks = word_marks([text[a:b] for a, b in words], paragraph_starts, cased=cased).tolist()
        weapons = weapons_named(text, find_names(text))
        about_arms = len(words) < WORDS_A_WEAPON or dense_in_arms(weapons, len(words))
        for first, last in pack([len(p) for p in pieces], breaks, ROOM):
            window = self._encoder.encode(pieces[first:last], marks[first:last])
            hidden = window.words
            starts = self._heads.start_scores(hidden) > margins[first:last]
            starts[0] = True
            upos = self._heads.upos(hidden)
            parts = self._heads.tree_parts(hidden)
            bounds = list(itertools.pairwise([*np.flatnonzero(starts).tolist(), last - first]))
            heads, deprels = self._heads.parse(parts, bounds)
            for a, b in bounds:
                for k in range(a, b):
                    start, end = words[first + k]
                    form = text[start:end]
                    lemma = lemma_of(form.lower(), upos[k])
                    tokens.append(Token(start, end, form, lemma, upos[k], first + heads[k], deprels[k], len(sentences)))
                sentences.append((first + a, first + b))
            found, heading = self._names.read(window, [t.text for t in tokens[first:last]], cased)
            entities += [Entity(first + e.first, first + e.last, e.label) for e in found]
            kinds += heading
            speech += [_moved(s, first) for s in find_speech(self._heads, hidden, self._sureness)]
            if about_arms:
                sentence_of = starts.cumsum()
                said, sources = find_innermost(self._heads, hidden, self._sureness)
                inner += [_moved(self._second.read(window, s, sources, sentence_of), first) for s in said]
        edges = [*sorted(paragraph_starts), len(words)]
        paragraphs = tuple(itertools.pairwise(edges)) if words else ()
        named = complete_entities(text, tokens, entities, kinds)
        mentions = find_mentions(tokens, kinds, named)
        return Reading(
            report.id, tuple(tokens), tuple(sentences), paragraphs, named, tuple(speech), METHOD, mentions, tuple(inner)
        )


def _moved(speech: Speech, by: int) -> Speech:
    def move(parts: tuple[Range, ...]) -> tuple[Range, ...]:
        return tuple((a + by, b + by) for a, b in parts)

    return replace(
        speech, source=move(speech.source), cue=move(speech.cue), content=move(speech.content), via=move(speech.via)
    )


def _outside(words: list[WordSpan], skipped: Sequence[tuple[int, int]]) -> list[WordSpan]:
    """Words that do not lie in a skipped range."""
    if not skipped:
        return words
    kept, k = [], 0
    for start, end in words:
        while k < len(skipped) and skipped[k][1] <= start:
            k += 1
        if k == len(skipped) or end <= skipped[k][0]:
            kept.append((start, end))
    return kept


def _paragraph_starts(text: str, words: Sequence[WordSpan], skipped: Sequence[tuple[int, int]]) -> set[int]:
    starts = {0} if words else set()
    for i in range(1, len(words)):
        left, right = words[i - 1][1], words[i][0]
        if "\n" in text[left:right] or any(left <= a < right for a, _ in skipped):
            starts.add(i)
    return starts


def _without_wraps(text: str) -> str:
    """The text with the line breaks inside hard-wrapped paragraphs made blanks; same length.

    >>> _without_wraps("A short line.\\nAnother one.")
    'A short line.\\nAnother one.'
    """
    lines = [line for line in text.split("\n") if line.strip()]
    wide = [line for line in lines if 50 <= len(line.rstrip()) <= 100]
    if len(lines) < 6 or len(wide) < 0.6 * len(lines) or max(map(len, lines)) > 120:
        return text
    return re.sub(r"(?<=[^\n.!?:”\"])\n(?=[^\W\d_\n])", " ", text)
