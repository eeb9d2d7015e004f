"""The heads that read the encoder's output, in numpy: tags, links, trees."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Range = tuple[int, int]

ROLES = ("source", "cue", "content")
SOURCE, CUE, CONTENT = range(3)
TAGS = 1 + 2 * len(ROLES)
"""Tags of a word: 0 outside, 1 + 2 k at the begin and 2 + 2 k inside of role k."""

SECOND = "second."
"""Of the names of the heads that reader.second_reading has in the same file."""

EAGERNESS = 1.0
"""Added to the score of a step from outside to the begin of a role: what is found too much goes by its sureness
(chosen on PolNeAR dev, docs/reader.md)."""

LINKS = {
    "source": "source",
    "cue": "cue",
    "inner_source": "inner_source",
    "inner_cue": "inner_cue",
    "inner_via": "inner_source",
}
"""The pointers, each with the ranges it points to: cue to source, content to cue, of attributions and of innermost
statements; and of these the cue to the source of the statement that it came through."""


def distance_class(a: Range, b: Range) -> int:
    """0–15: on which side of range ``a`` range ``b`` lies and how far, in steps that double.

    >>> distance_class((5, 6), (6, 8)), distance_class((5, 6), (0, 2))
    (8, 2)
    """
    after = b[0] >= a[1]
    gap = b[0] - a[1] if after else a[0] - b[1]
    return min(7, int(math.log2(max(gap, 0) + 1))) + 8 * after


def rank_classes(ones: Sequence[Range], others: Sequence[Range]) -> NDArray[np.int64]:
    """0–7, shape (ones, others): on which side another lies and how many others (to 3) lie between.

    >>> rank_classes([(5, 6)], [(0, 2), (3, 4), (8, 9)]).tolist()
    [[1, 0, 4]]
    """
    begins = np.array([a for a, _ in others], np.int64)
    found = np.zeros((len(ones), len(others)), np.int64)
    for i, (_, end) in enumerate(ones):
        before = int(np.searchsorted(begins, end))
        steps = np.arange(len(begins)) - before
        found[i] = np.where(steps >= 0, 4 + np.minimum(steps, 3), np.minimum(-1 - steps, 3))
    return found


def legal_steps(tags: int = TAGS) -> NDArray[np.bool_]:
    """Whether tag j (columns) may stand first (row 0) or follow tag i (row 1 + i): inside comes after its own kind."""
    legal = np.ones((1 + tags, tags), np.bool_)
    for inside in range(2, tags, 2):
        legal[:, inside] = False
        legal[[inside, 1 + inside], inside] = True
    return legal


def log_softmax(scores: Floats) -> Floats:
    """Over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def gelu(x: Floats) -> Floats:
    """The exact form, by the error function's approximation of Abramowitz and Stegun 7.1.26 (error < 2e-7)."""
    z = np.abs(x)
    z *= 1.0 / math.sqrt(2.0)
    t = z * 0.3275911
    t += 1.0
    np.reciprocal(t, out=t)
    # 1 - erf(z), by Horner's rule in place: the arrays are large enough for copies to cost most.
    rest: Floats = np.multiply(t, 1.061405429, dtype=np.float32)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        rest += factor
        rest *= t
    np.negative(z, out=t)
    t *= z
    rest *= np.exp(t, out=t)
    np.subtract(1.0, rest, out=rest)
    np.copysign(rest, x, out=rest)
    rest += 1.0
    rest *= x
    rest *= 0.5
    return rest


@dataclass(frozen=True, slots=True)
class TreeParts:
    """The words of a window as dependants and heads, of arcs and of relations; one row a word."""

    arc_dep: Floats
    arc_head: Floats
    rel_dep: Floats
    rel_head: Floats


class Heads:
    """The trained heads of the first reading.

    ``weights`` are the arrays of heads.npz, ``labels`` the lists of labels.json. Raises ValueError where the two do
    not belong together.
    """

    def __init__(self, weights: Mapping[str, NDArray[np.float16]], labels: Mapping[str, Sequence[str]]):
        self._w: dict[str, Floats] = {
            name: weights[name].astype(np.float32) for name in weights if not name.startswith(SECOND)
        }
        for head, key, wanted in (
            ("upos.weight", "upos", len(labels.get("upos", ()))),
            ("rel", "deprels", len(labels.get("deprels", ()))),
            ("tags.weight", "roles", 1 + 2 * len(labels.get("roles", ()))),
            ("inner_tags.weight", "roles", 1 + 2 * len(labels.get("roles", ()))),
        ):
            rows = len(self._w[head]) if head in self._w else 0
            if rows != wanted or not rows:
                raise ValueError(
                    f"heads.npz has {rows} rows of {head} where the {key} of labels.json want {wanted}; "
                    "export both from one training run"
                )
        self.upos_labels, self.deprels = list(labels["upos"]), list(labels["deprels"])
        self.steps = self._steps("steps")
        self.eager_steps = self.steps.copy()
        self.eager_steps[:2, 1::2] += EAGERNESS
        self.inner_steps = self._steps("inner_steps")
        self.width = self._w["upos.weight"].shape[1]
        self._root = self.deprels.index("root")
        # Of a head's vector (rows) to every relation's vector of its dependants: one product for a whole window.
        self._through = np.ascontiguousarray(self._w["rel"].transpose(2, 0, 1)).reshape(self._w["rel"].shape[2], -1)

    def _linear(self, name: str, x: Floats) -> Floats:
        result: Floats = x @ self._w[f"{name}.weight"].T
        result += self._w[f"{name}.bias"]
        return result

    def _steps(self, name: str) -> Floats:
        learned = np.concatenate([np.zeros((1, TAGS), np.float32), self._w[name]])
        return np.where(legal_steps(), learned, -np.inf).astype(np.float32)

    def tag_scores(self, words: Floats) -> Floats:
        """Scores of the tags of attribution, shape (words, TAGS), to be read with ``steps``."""
        return self._linear("tags", words)

    def inner_scores(self, words: Floats) -> Floats:
        """The same for innermost statements, to be read with ``inner_steps``."""
        return self._linear("inner_tags", words)

    def upos(self, words: Floats) -> list[str]:
        """Universal part of speech of each word."""
        return [self.upos_labels[i] for i in self._linear("upos", words).argmax(-1)]

    def start_scores(self, words: Floats) -> Floats:
        """Log odds that each word begins a sentence."""
        scores = self._linear("start", words)
        odds: Floats = scores[:, 1] - scores[:, 0]
        return odds

    def tree_parts(self, words: Floats) -> TreeParts:
        """What parse needs of every word of a window, computed at once."""
        one = np.ones((len(words), 1), np.float32)
        dep = np.concatenate([gelu(self._linear("arc_dep", words)), one], 1) @ self._w["arc"]
        return TreeParts(
            dep,
            gelu(self._linear("arc_head", words)),
            np.concatenate([gelu(self._linear("rel_dep", words)), one], 1),
            np.concatenate([gelu(self._linear("rel_head", words)), one], 1),
        )

    def parse(self, parts: TreeParts, sentences: Sequence[Range]) -> tuple[list[int], list[str]]:
        """Head (its own index at the root) and relation of each word of a window; ``sentences`` cover its words."""
        heads: list[int] = []
        for first, last in sentences:
            at = slice(first, last)
            heads += [first + head for head in best_tree(parts.arc_dep[at] @ parts.arc_head[at].T)]
        dep = parts.rel_dep
        through = (parts.rel_head[heads] @ self._through).reshape(len(heads), -1, dep.shape[1])
        labels = np.matmul(through, dep[:, :, None])[:, :, 0]
        labels[:, self._root] = -np.inf
        best = labels.argmax(-1).tolist()
        return heads, ["root" if head == i else self.deprels[best[i]] for i, head in enumerate(heads)]

    def link_scores(self, kind: str, words: Floats, ones: Sequence[Range], others: Sequence[Range]) -> Floats:
        """Log probabilities (len(ones), len(others) + 1) of pointing from a range to another; the last: to none."""
        mine = self._range_vectors(f"{kind}_from", words, ones)
        scale = math.sqrt(mine.shape[1])
        scores = (mine @ self._w[f"{kind}_none"] / scale)[:, None]
        if others:
            theirs = self._range_vectors(f"{kind}_to", words, others)
            near = np.array([[distance_class(a, b) for b in others] for a in ones])
            far = self._w[f"{kind}_far.weight"][near, 0] + self._w[f"{kind}_rank.weight"][rank_classes(ones, others), 0]
            scores = np.concatenate([mine @ theirs.T / scale + far, scores], 1)
        return log_softmax(scores)

    def _range_vectors(self, name: str, words: Floats, ranges: Sequence[Range]) -> Floats:
        first = words[[a for a, _ in ranges]]
        last = words[[b - 1 for _, b in ranges]]
        return gelu(self._linear(f"{name}_first", first) + self._linear(f"{name}_last", last))


def best_tree(scores: Floats) -> list[int]:
    """Heads of the words from arc scores (word, head), own index at the only root; cycles are broken at least cost."""
    n = len(scores)
    if n == 1:
        return [0]
    own = np.diag(scores).copy()
    free = scores.copy()
    np.fill_diagonal(free, -np.inf)
    root = int((own - free.max(axis=1)).argmax())
    heads = [int(h) for h in free.argmax(axis=1)]
    heads[root] = root
    while cycle := _find_cycle(heads):
        inside = set(cycle)
        outside = [j for j in range(n) if j not in inside and not _reaches(heads, j, inside)]
        _, word, head = max((float(free[i, j] - free[i, heads[i]]), -i, -j) for i in cycle for j in (outside or [root]))
        heads[-word] = -head
    return heads


def _reaches(heads: list[int], start: int, goal: set[int]) -> bool:
    seen = set()
    while start not in seen:
        if start in goal:
            return True
        seen.add(start)
        start = heads[start]
    return False


def _find_cycle(heads: list[int]) -> list[int]:
    done: set[int] = set()
    for i in range(len(heads)):
        path: list[int] = []
        seen: set[int] = set()
        while i not in done and i not in seen and heads[i] != i:
            seen.add(i)
            path.append(i)
            i = heads[i]
        if i in seen:
            return path[path.index(i) :]
        done |= seen | {i}
    return []


def likeliest_tags(scores: Floats, steps: Floats) -> list[int]:
    """The likeliest tags: ``scores`` (words, tags), ``steps`` (1 + tags, tags) from the begin and from each tag."""
    best = steps[0] + scores[0]
    back = np.zeros(scores.shape, np.int64)
    for i in range(1, len(scores)):
        through = best[:, None] + steps[1:]
        back[i] = through.argmax(0)
        best = through[back[i], np.arange(len(best))] + scores[i]
    tags = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        tags.append(int(back[i, tags[-1]]))
    return tags[::-1]


def tag_probabilities(scores: Floats, steps: Floats) -> Floats:
    """The probability of each tag of each word, shape (words, tags), by the forward–backward algorithm."""
    emit = np.exp(scores - scores.max(1, keepdims=True), dtype=np.float64)
    first, step = np.exp(steps[0], dtype=np.float64), np.exp(steps[1:], dtype=np.float64)
    forward = np.empty_like(emit)
    now = first * emit[0]
    forward[0] = now = now / now.sum()
    for i in range(1, len(emit)):
        now = (now @ step) * emit[i]
        now /= now.sum()
        forward[i] = now
    backward = np.ones(emit.shape[1])
    found = np.empty_like(emit)
    found[-1] = forward[-1]
    for i in range(len(emit) - 2, -1, -1):
        backward = step @ (backward * emit[i + 1])
        backward /= backward.sum()
        found[i] = forward[i] * backward
    result: Floats = (found / found.sum(1, keepdims=True)).astype(np.float32)
    return result


def tagged_ranges(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """First word, end and number k of each range in legal tags: 0 outside, 1 + 2 k at the begin, 2 + 2 k inside.

    >>> tagged_ranges([1, 2, 3, 0, 5, 6])
    [(0, 2, 0), (2, 3, 1), (4, 6, 2)]
    """
    found = []
    start = before = 0
    for i, tag in enumerate([*tags, 0]):
        if before and tag != before + before % 2:
            found.append((start, i, (before - 1) // 2))
        if tag % 2:
            start = i
        before = tag
    return found
