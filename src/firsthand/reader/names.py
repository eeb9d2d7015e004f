"""The tagger of names: reads the encoder's output beside what lexicons and letters say of each word."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Entity
from firsthand.reader.heads import Floats, gelu, log_softmax
from firsthand.reader.word_features import FEATURES, word_features

NAMES = ("PER", "ORG", "LOC", "MISC")
KINDS = (
    "", "person", "place", "organization", "object", "event", "abstract", "time", "animal", "plant", "substance",
)  # fmt: skip
"""What the phrase headed by a word stands for; empty where the word heads none."""
REACH = 2
"""Words to each side whose features the tagger sees."""


class NameTagger:
    """``weights`` are the arrays of names.npz. Raises ValueError where they do not fit the features or the encoder."""

    def __init__(self, weights: Mapping[str, NDArray[np.floating]], width: int):
        self._w: dict[str, Floats] = {name: weights[name].astype(np.float32) for name in weights}
        wanted = width + (2 * REACH + 1) * len(FEATURES)
        if self._w["up_weight"].shape[1] != wanted or len(self._w["tag_weight"]) != 1 + 2 * len(NAMES):
            raise ValueError(
                f"names.npz reads {self._w['up_weight'].shape[1]} values a word where encoder and features give "
                f"{wanted}; train it anew with this encoder"
            )

    def read(self, hidden: Floats, words: Sequence[str], cased: bool) -> tuple[list[Entity], list[str]]:
        """The names of one window, ranges in words of the window, and for each word one of KINDS."""
        near = surroundings(word_features(words, cased))
        up = gelu(np.concatenate([hidden, near], 1) @ self._w["up_weight"].T + self._w["up_bias"])
        tags = best_tags(log_softmax(up @ self._w["tag_weight"].T + self._w["tag_bias"]))
        kinds = (up @ self._w["head_weight"].T + self._w["head_bias"]).argmax(-1)
        return tagged_names(tags), [KINDS[k] for k in kinds]


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
    """The likeliest tags of which every inside follows a begin or inside of the same name; shape (words, tags)."""
    n, tags = log_probs.shape
    step = np.zeros((tags, tags), np.float32)
    for inside in range(2, tags, 2):
        step[:, inside] = -np.inf
        step[inside - 1, inside] = step[inside, inside] = 0.0
    best = log_probs[0].copy()
    best[2::2] = -np.inf
    back = np.zeros((n, tags), np.int64)
    for i in range(1, n):
        through = best[:, None] + step
        back[i] = through.argmax(0)
        best = through.max(0) + log_probs[i]
    found = [int(best.argmax())]
    for i in range(n - 1, 0, -1):
        found.append(int(back[i, found[-1]]))
    return found[::-1]


def tagged_names(tags: Sequence[int]) -> list[Entity]:
    """Names from tags: 0 outside, then begin and inside of each of NAMES.

    >>> [(e.first, e.last, e.label) for e in tagged_names([1, 2, 0, 5])]
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    found: list[Entity] = []
    for i, tag in enumerate(tags):
        if tag % 2:
            found.append(Entity(i, i + 1, NAMES[tag // 2]))
        elif tag:
            found[-1] = Entity(found[-1].first, i + 1, found[-1].label)
    return found
