"""Windows cover all words once, are small enough, and are cut where a sentence surely ends."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reader.windows import pack, sure_breaks
from firsthand.reader.words import split_words


@st.composite
def _packings(draw: st.DrawFn) -> tuple[list[int], list[int], int]:
    sizes = draw(st.lists(st.integers(min_value=1, max_value=12), max_size=60))
    inner = draw(st.sets(st.integers(min_value=1, max_value=max(len(sizes) - 1, 1)), max_size=20))
    breaks = sorted({0, *(b for b in inner if b < len(sizes))}) if sizes else []
    return sizes, breaks, draw(st.integers(min_value=1, max_value=30))


@given(_packings())
def test_windows_follow_each_other_and_cover_every_word(case: tuple[list[int], list[int], int]) -> None:
    sizes, breaks, room = case
    windows = pack(sizes, breaks, room)
    assert [i for first, last in windows for i in range(first, last)] == list(range(len(sizes)))


@given(_packings())
def test_a_window_has_room_for_its_words_unless_it_is_one_word(case: tuple[list[int], list[int], int]) -> None:
    sizes, breaks, room = case
    for first, last in pack(sizes, breaks, room):
        assert last > first
        assert sum(sizes[first:last]) <= room or last - first == 1


@given(_packings())
def test_a_stretch_between_breaks_that_fits_is_never_cut(case: tuple[list[int], list[int], int]) -> None:
    sizes, breaks, room = case
    windows = pack(sizes, breaks, room)
    for a, b in itertools.pairwise([*breaks, len(sizes)] if sizes else []):
        if sum(sizes[a:b]) <= room:
            assert any(first <= a and b <= last for first, last in windows)


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("Tavria signed. Ostrel did not.", ["Tavria", "Ostrel"]),
        ("Gen. Maro left. He came back.", ["Gen.", "He"]),
        ("“We paid.” Nobody asked.", ["“", "Nobody"]),
        ("Why now? Ask them! They know.", ["Why", "Ask", "They"]),
        ("A title\nA line\n\nA paragraph", ["A", "A", "A"]),
        ("It weighs 4.5 tons in all", ["It"]),
        ("", []),
    ],
)
def test_sure_breaks(text: str, begin: list[str]) -> None:
    words = split_words(text)
    assert [text[slice(*words[i])] for i in sure_breaks(text, words)] == begin


@given(st.text(alphabet=st.sampled_from("aB .!?\n\"”'’"), max_size=80))
def test_sure_breaks_rise_from_the_first_word_and_stay_inside(text: str) -> None:
    words = split_words(text)
    breaks = sure_breaks(text, words)
    assert breaks == sorted(set(breaks))
    assert breaks[:1] == ([0] if words else [])
    assert all(0 <= b < len(words) for b in breaks)


def test_a_word_behind_a_skipped_range_may_begin_a_window() -> None:
    text = "They met Share this They left"
    words = [w for w in split_words(text) if not 9 <= w[0] < 19]
    assert sure_breaks(text, words, [(9, 19)]) == [0, 2]
