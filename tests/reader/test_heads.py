"""Trees are trees, ranges are legal, and heads of another training run are refused."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from firsthand.reader.heads import (
    ROLES,
    TAGS,
    Heads,
    best_tree,
    distance_class,
    gelu,
    legal_steps,
    likeliest_tags,
    rank_classes,
    tag_probabilities,
    tagged_ranges,
)

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


def _scores(seed: int, *shape: int, few: bool = False) -> NDArray[np.float32]:
    made = np.random.default_rng(seed)
    found = made.integers(-2, 3, shape) if few else made.normal(size=shape) * 5
    return found.astype(np.float32)


@given(SEEDS, st.integers(min_value=1, max_value=14), st.booleans())
def test_the_best_tree_has_one_root_that_every_word_reaches(seed: int, n: int, few: bool) -> None:
    heads = best_tree(_scores(seed, n, n, few=few))
    roots = [i for i, head in enumerate(heads) if head == i]
    assert len(heads) == n
    assert len(roots) == 1
    for i in range(n):
        steps = 0
        while heads[i] != i:
            i, steps = heads[i], steps + 1
            assert steps < n


def test_the_best_tree_breaks_a_cycle_where_it_costs_least() -> None:
    scores = np.array([[9, 0, 0], [1, 0, 8], [6, 7, 0]], np.float32)
    assert best_tree(scores) == [0, 2, 0]


@pytest.mark.parametrize(
    ("heads", "scores"),
    [([0], [[3]]), ([1, 1], [[0, 4], [0, 5]]), ([0, 0, 1], [[9, 0, 0], [5, 0, 1], [0, 5, 0]])],
)
def test_small_trees(heads: list[int], scores: list[list[float]]) -> None:
    assert best_tree(np.array(scores, np.float32)) == heads


def _chain(seed: int, n: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    steps = np.where(legal_steps(), _scores(seed + 1, 1 + TAGS, TAGS) / 5, -np.inf).astype(np.float32)
    return _scores(seed, n, TAGS), steps


def _all_chains(scores: NDArray[np.float32], steps: NDArray[np.float32]) -> dict[tuple[int, ...], float]:
    """The weight of every legal sequence of tags, by counting them all."""
    found = {}
    for tags in itertools.product(range(TAGS), repeat=len(scores)):
        before = [0, *(1 + tag for tag in tags)]
        total = sum(float(steps[b, t] + scores[i, t]) for i, (b, t) in enumerate(zip(before, tags, strict=False)))
        if np.isfinite(total):
            found[tags] = total
    return found


@given(st.integers(min_value=0, max_value=2**31), st.integers(min_value=1, max_value=4))
@settings(max_examples=25, deadline=None)
def test_the_chain_of_tags_is_the_best_of_all_and_its_chances_are_those_of_all(seed: int, n: int) -> None:
    scores, steps = _chain(seed, n)
    chains = _all_chains(scores, steps)
    assert chains[tuple(likeliest_tags(scores, steps))] == pytest.approx(max(chains.values()), abs=1e-3)
    weights = {tags: np.exp(value) for tags, value in chains.items()}
    whole = sum(weights.values())
    chances = tag_probabilities(scores, steps)
    for i in range(n):
        for tag in range(TAGS):
            share = sum(w for tags, w in weights.items() if tags[i] == tag) / whole
            assert chances[i, tag] == pytest.approx(share, abs=1e-4)


@given(st.integers(min_value=0, max_value=2**31), st.integers(min_value=1, max_value=20))
def test_ranges_of_tags_are_in_order_and_do_not_overlap(seed: int, n: int) -> None:
    at = 0
    for start, end, role in tagged_ranges(likeliest_tags(*_chain(seed, n))):
        assert at <= start < end <= n
        assert role in range(len(ROLES))
        at = end


def test_what_cannot_begin_is_no_range() -> None:
    scores = np.zeros((2, TAGS), np.float32)
    scores[0, 2] = 9
    scores[:, 0] = 5
    steps = np.where(legal_steps(), 0, -np.inf).astype(np.float32)
    assert likeliest_tags(scores, steps) == [0, 0]


@pytest.mark.parametrize(
    ("tags", "ranges"),
    [
        ([], []),
        ([0, 0], []),
        ([1], [(0, 1, 0)]),
        ([1, 2, 2], [(0, 3, 0)]),
        ([3, 3, 5, 6, 0, 1], [(0, 1, 1), (1, 2, 1), (2, 4, 2), (5, 6, 0)]),
    ],
)
def test_tagged_ranges(tags: list[int], ranges: list[tuple[int, int, int]]) -> None:
    assert tagged_ranges(tags) == ranges


def test_rank_classes_count_what_lies_between() -> None:
    assert rank_classes([(4, 5), (0, 1)], [(1, 2), (6, 7), (8, 9)]).tolist() == [[0, 4, 5], [4, 5, 6]]


@pytest.mark.parametrize(("other", "wanted"), [((4, 5), 8), ((5, 6), 9), ((0, 1), 1), ((900, 901), 15), ((2, 3), 0)])
def test_distance_class(other: tuple[int, int], wanted: int) -> None:
    assert distance_class((3, 4), other) == wanted


def test_gelu_is_close_to_the_exact_form() -> None:
    assert np.allclose(gelu(np.array([-1, 0, 2], np.float32)), [-0.158655, 0, 1.954500], atol=1e-5)


def test_heads_of_other_labels_are_refused() -> None:
    weights = {
        "upos.weight": np.zeros((2, 4), np.float16),
        "rel": np.zeros((3, 2, 2), np.float16),
        "tags.weight": np.zeros((TAGS, 4), np.float16),
        "inner_tags.weight": np.zeros((TAGS, 4), np.float16),
    }
    rest = {name: np.zeros((TAGS, TAGS), np.float16) for name in ("steps", "inner_steps")}
    labels = {"upos": ["NOUN", "VERB"], "deprels": ["root", "nsubj", "obj"], "roles": list(ROLES)}
    assert Heads(weights | rest, labels).width == 4
    for key in labels:
        with pytest.raises(ValueError, match="export both from one training run"):
            Heads(weights | rest, {**labels, key: [*labels[key], "more"]})
    for name in weights:
        with pytest.raises(ValueError, match=f"0 rows of {name}"):
            Heads({k: v for k, v in (weights | rest).items() if k != name}, labels)
