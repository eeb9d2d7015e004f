"""The tagger of names: reads the encoder's output beside what lexicons and letters say of each word."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Entity
from firsthand.reader.encoder import Encoded
from firsthand.reader.heads import Floats, gelu, legal_steps, likeliest_tags, log_softmax, tagged_ranges
from firsthand.reader.word_features import FEATURES, word_features

NAMES = ("PER", "ORG", "LOC", "MISC")
KINDS = (
    "", "person", "place", "organization", "object", "event", "abstract", "time", "animal", "plant", "substance",
)  # fmt: skip
"""What the phrase headed by a word stands for; empty where the word heads none."""
SURE = math.log(0.995)
"""A word that is outside of all names with this log probability parts the names before it from those behind."""
RESERVE = 1.0
"""Added to the score of being outside of all names, without which too much is one (chosen on UNER dev)."""
CASELESS = 2.0
"""Taken from the score of being a body in text without capitals, where any thing reads like one (chosen likewise)."""
REACH = 2
"""Words to each side whose features the tagger sees."""


class NameTagger:
    """``weights`` are the arrays of names.npz. Raises ValueError where they do not fit the features or the encoder."""

    def __init__(self, weights: Mapping[str, NDArray[np.floating]], width: int):
        self._w: dict[str, Floats] = {name: weights[name].astype(np.float32) for name in weights}
        wanted = 2 * width + (2 * REACH + 1) * len(FEATURES)
        if self._w["up_weight"].shape[1] != wanted or len(self._w["tag_weight"]) != 1 + 2 * len(NAMES):
            raise ValueError(
                f"names.npz reads {self._w['up_weight'].shape[1]} values a word where encoder and features give "
                f"{wanted}; train it anew with this encoder"
            )

    def read(self, window: Encoded, words: Sequence[str], cased: bool) -> tuple[list[Entity], list[str]]:
        """The names of one window, ranges in words of the window, and for each word one of KINDS."""
        up = gelu(tagger_input(window, words, cased) @ self._w["up_weight"].T + self._w["up_bias"])
        scores = up @ self._w["tag_weight"].T + self._w["tag_bias"]
        scores[:, 0] += RESERVE
        if not cased:
            body = 1 + 2 * NAMES.index("ORG")
            scores[:, body : body + 2] -= CASELESS
        tags = best_tags(log_softmax(scores))
        kinds = (up @ self._w["head_weight"].T + self._w["head_bias"]).argmax(-1)
        return [Entity(a, b, NAMES[k]) for a, b, k in tagged_ranges(tags)], [KINDS[k] for k in kinds]


def tagger_input(window: Encoded, words: Sequence[str], cased: bool) -> Floats:
    """What the tagger reads of each word: both layers at its first piece, the features of it and of those around it."""
    near = surroundings(word_features(words, cased))
    return np.concatenate([window.words, window.middle[window.firsts[:-1]], near], 1)


def surroundings(features: NDArray[np.float32]) -> NDArray[np.float32]:
    """The features of each word and of REACH words to each side, nothing beyond the ends."""
    n, width = features.shape
    found = np.zeros((n, (2 * REACH + 1) * width), np.float32)
    for k in range(-REACH, REACH + 1):
        a, b = max(0, -k), min(n, n - k)
        if b > a:
            found[a:b, (k + REACH) * width : (k + REACH + 1) * width] = features[a + k : b + k]
    return found


def best_tags(log_probs: Floats) -> list[int]:
    """The likeliest tags of which every inside follows a begin or inside of the same name; shape (words, tags).

    Words that are hardly in a name part the window: between them each run is solved for itself.

    >>> best_tags(np.log(np.array([[0.1, 0.8, 0.1], [0.2, 0.1, 0.7], [0.999, 0.0005, 0.0005]], np.float32)))
    [1, 2, 0]
    """
    tags = [0] * len(log_probs)
    steps = np.where(legal_steps(log_probs.shape[1]), 0.0, -np.inf).astype(np.float32)
    unsure = np.flatnonzero(log_probs[:, 0] < SURE).tolist()
    first = 0
    while first < len(unsure):
        last = first + 1
        while last < len(unsure) and unsure[last] == unsure[last - 1] + 1:
            last += 1
        a, b = unsure[first], unsure[last - 1] + 1
        tags[a:b] = likeliest_tags(log_probs[a:b], steps)
        first = last
    return tags
