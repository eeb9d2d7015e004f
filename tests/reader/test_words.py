"""Words come with exact offsets, in order, and nothing but blanks lies between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.reader.words import LONGEST_WORD, split_words

TEXTS = st.text(alphabet=st.sampled_from("abzÄé .,'’\"“”-0123%$\n\t…!?_&@/NUS") | st.characters(), max_size=120)


def _words(text: str) -> list[str]:
    return [text[a:b] for a, b in split_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vostane won't say.", ["Vostane", "wo", "n't", "say", "."]),
        ("They’ve left", ["They", "’ve", "left"]),
        ("the minister's aide", ["the", "minister", "'s", "aide"]),
        ("Gen. Orlan of the U.N. spoke", ["Gen.", "Orlan", "of", "the", "U.N.", "spoke"]),
        ("1,200 shells, 4.5 tons", ["1,200", "shells", ",", "4.5", "tons"]),
        ("the 3rd brigade", ["the", "3rd", "brigade"]),
        ("see https://example.org/a?b=1 now", ["see", "https://example.org/a?b=1", "now"]),
        ("write to desk@example.org", ["write", "to", "desk@example.org"]),
        ("Well... no -- never", ["Well", "...", "no", "--", "never"]),
        ("“No,” he said", ["“", "No", ",", "”", "he", "said"]),
        ("$40 or 10%", ["$", "40", "or", "10", "%"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words_are_split_as_the_treebanks_split_them(text: str, words: list[str]) -> None:
    assert _words(text) == words


@given(TEXTS)
def test_words_are_in_order_and_leave_out_blanks_only(text: str) -> None:
    at = 0
    for start, end in split_words(text):
        assert at <= start < end <= len(text)
        assert not any(c.isalnum() for c in text[at:start])
        at = end
    assert not any(c.isalnum() for c in text[at:])


@given(st.integers(min_value=1, max_value=5 * LONGEST_WORD))
def test_a_long_run_of_letters_is_cut_and_nothing_of_it_is_lost(n: int) -> None:
    words = _words("k" * n)
    assert "".join(words) == "k" * n
    assert max(map(len, words)) <= LONGEST_WORD
