"""Trees are trees, ranges are legal, and heads of another training run are refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from firsthand.reader.heads import Heads, best_tree, distance_class, gelu, log_softmax, role_ranges, tagged_ranges

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


@given(SEEDS, st.integers(min_value=1, max_value=20))
def test_ranges_of_a_role_are_in_order_and_do_not_overlap(seed: int, n: int) -> None:
    roles = role_ranges(log_softmax(_scores(seed, 3, n, 3)))
    assert len(roles) == 3
    for ranges in roles:
        at = 0
        for start, end in ranges:
            assert at <= start < end <= n
            at = end


def test_what_cannot_begin_is_no_range() -> None:
    scores = np.log(np.array([[[0.2, 0.0001, 0.7999], [0.6, 0.3, 0.1]]] * 3, np.float32))
    assert role_ranges(scores) == [[], [], []]


@pytest.mark.parametrize(
    ("tags", "ranges"),
    [([], []), ([0, 0], []), ([1], [(0, 1)]), ([1, 2, 2], [(0, 3)]), ([2, 1, 1], [(1, 2), (2, 3)]), ([2, 2], [])],
)
def test_tagged_ranges(tags: list[int], ranges: list[tuple[int, int]]) -> None:
    assert tagged_ranges(tags) == ranges


@pytest.mark.parametrize(("other", "wanted"), [((4, 5), 8), ((5, 6), 9), ((0, 1), 1), ((900, 901), 15), ((2, 3), 0)])
def test_distance_class(other: tuple[int, int], wanted: int) -> None:
    assert distance_class((3, 4), other) == wanted


def test_gelu_is_close_to_the_exact_form() -> None:
    assert np.allclose(gelu(np.array([-1, 0, 2], np.float32)), [-0.158655, 0, 1.954500], atol=1e-5)


def test_heads_of_other_labels_are_refused() -> None:
    weights = {
        "upos.weight": np.zeros((2, 4), np.float16),
        "rel": np.zeros((3, 2, 2), np.float16),
        "entity.weight": np.zeros((3, 4), np.float16),
    }
    labels = {"upos": ["NOUN", "VERB"], "deprels": ["root", "nsubj", "obj"], "entities": ["PER"]}
    assert Heads(weights, labels).width == 4
    for key in labels:
        with pytest.raises(ValueError, match="export both from one training run"):
            Heads(weights, {**labels, key: [*labels[key], "more"]})
    for name in weights:
        with pytest.raises(ValueError, match=f"0 rows of {name}"):
            Heads({k: v for k, v in weights.items() if k != name}, labels)
