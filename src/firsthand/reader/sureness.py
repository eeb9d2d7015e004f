"""How sure an attribution is: a probability from what the tagger and the pointers say of it."""

import json
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from firsthand.reader.heads import CONTENT, CUE, SOURCE, Floats, Range

FEATURES = (
    "cue, mean", "cue, least", "content, mean", "piece of content, least best", "content, best",
    "content, begin", "pointer to the cue, best", "pointer to the cue, mean", "source, mean", "source, best",
    "has a source", "pointer to the source or to none", "pointer to the source", "words of content", "in pieces",
    "words of the cue",
)  # fmt: skip
"""Logarithms of probabilities that a word has its role, over the words that have it; of lengths; and yes or no."""

_LEAST = 1e-6


def features(
    chances: Floats, cue: Range, content: Sequence[tuple[Range, float]], source: Range | None, to_source: float
) -> tuple[float, ...]:
    """FEATURES of one attribution.

    ``chances`` are the probabilities of the tags of a window, shape (words, tags); ``content`` its pieces, each with
    the log probability that it points to the cue; ``to_source`` the log probability that the cue points to the source,
    or to none.
    """
    said = _of_role(chances, CUE, cue)
    pieces = [_of_role(chances, CONTENT, piece) for piece, _ in content]
    begins = [math.log(max(float(chances[piece[0], 1 + 2 * CONTENT]), _LEAST)) for piece, _ in content]
    links = [link for _, link in content]
    who = _of_role(chances, SOURCE, source) if source else np.zeros(1)
    return (
        float(said.mean()),
        float(said.min()),
        float(np.concatenate(pieces).mean()),
        min(float(piece.max()) for piece in pieces),
        max(float(piece.max()) for piece in pieces),
        max(begins),
        max(links),
        sum(links) / len(links),
        float(who.mean()),
        float(who.max()),
        float(source is not None),
        to_source,
        to_source if source else 0.0,
        math.log(sum(b - a for (a, b), _ in content)),
        float(len(content) > 1),
        math.log(cue[1] - cue[0]),
    )


def _of_role(chances: Floats, role: int, part: Range) -> Floats:
    inside = chances[part[0] : part[1], 1 + 2 * role] + chances[part[0] : part[1], 2 + 2 * role]
    result: Floats = np.log(np.maximum(inside, _LEAST))
    return result


class Sureness:
    """A logistic regression, fitted by training/calibrate.py on articles that the reader was not trained on."""

    def __init__(self, bias: float, weights: Sequence[float]):
        self._bias, self._weights = bias, tuple(weights)

    @classmethod
    def load(cls, path: Path) -> "Sureness":
        """From confidence.json. Raises ValueError where it was fitted to other features."""
        read = json.loads(path.read_text(encoding="utf-8"))
        if tuple(read["weights"]) != FEATURES:
            raise ValueError(f"{path} was fitted to other features; fit it anew with training/calibrate.py")
        return cls(read["bias"], list(read["weights"].values()))

    def __call__(self, values: Sequence[float]) -> float:
        """The probability that an attribution with these features is right."""
        score = self._bias + sum(w * x for w, x in zip(self._weights, values, strict=True))
        return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))), 4)
