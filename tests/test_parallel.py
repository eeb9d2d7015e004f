"""Work in several processes: results in order, errors passed on, nothing left running."""

import multiprocessing
import os
import time

import pytest

from firsthand.parallel import AHEAD, WorkerError, in_order


def late_first(item: int) -> int:
    """The first item is done after the others."""
    time.sleep(0.2 if item == 0 else 0)
    return item * item


def stumble(item: int) -> int:
    if item == 3:
        raise ValueError("three is bad")
    return item


def die(item: int) -> int:
    if item == 1:
        os._exit(9)
    return item


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(in_order(late_first, range(2 * AHEAD + 5), 2)) == [i * i for i in range(2 * AHEAD + 5)]
    assert not multiprocessing.active_children()


def test_no_items_start_no_process() -> None:
    assert list(in_order(late_first, [], 4)) == []


def test_what_the_work_raises_is_raised_after_the_results_before_it() -> None:
    results = in_order(stumble, range(9), 1)
    assert [next(results), next(results), next(results)] == [0, 1, 2]
    with pytest.raises(ValueError, match="three is bad"):
        next(results)
    assert not multiprocessing.active_children()


def test_a_process_that_dies_is_told_with_its_item() -> None:
    with pytest.raises(WorkerError, match="exit code 9") as caught:
        list(in_order(die, range(4), 2))
    assert caught.value.item == 1
    assert not multiprocessing.active_children()


def test_whoever_stops_early_leaves_no_process() -> None:
    results = in_order(late_first, range(50), 2)
    assert next(results) == 0
    results.close()
    assert not multiprocessing.active_children()
