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
        ("Wait?! It ended..", ["Wait", "?!", "It", "ended", ".."]),
        ("We cannot, dont wanna", ["We", "can", "not", ",", "do", "nt", "wan", "na"]),
        (
            "an anti-tank gun, a non-Velmish ex-officer",
            ["an", "anti-tank", "gun", ",", "a", "non-Velmish", "ex-officer"],
        ),
        ("155mm at 7:30pm", ["155", "mm", "at", "7", ":", "30", "pm"]),
        ("Ada J. Holm and K.L. Orr", ["Ada", "J.", "Holm", "and", "K.L.", "Orr"]),
        ("part I. The", ["part", "I", ".", "The"]),
        ("no. 5 is no.", ["no.", "5", "is", "no", "."]),
        ("ships, etc., and planes etc.", ["ships", ",", "etc.", ",", "and", "planes", "etc", "."]),
        ("Orr (R-Wis.) is ill.", ["Orr", "(", "R", "-", "Wis.", ")", "is", "ill", "."]),
        ("on 9/11 and 12/31/2001", ["on", "9/11", "and", "12/31/2001"]),
        ("call 555-0100 or 212-555-0100", ["call", "555-0100", "or", "212-555-0100"]),
        ("1914-1918", ["1914", "-", "1918"]),
        ("(see https://example.org/a.)", ["(", "see", "https://example.org/a", ".", ")"]),
        ("from example.org, file plan.pdf", ["from", "example.org", ",", "file", "plan.pdf"]),
        ("ended.The next", ["ended", ".", "The", "next"]),
        ("@ada_holm #harbour #1", ["@ada_holm", "#harbour", "#", "1"]),
        ("fine :-) he wrote:(", ["fine", ":-)", "he", "wrote", ":", "("]),
        ("AT&T w/o <<it>> ====", ["AT&T", "w/o", "<<", "it", ">>", "===="]),
        ("Catch ’em, 'tis .45", ["Catch", "’em", ",", "'tis", ".45"]),
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


@pytest.mark.parametrize("part", ["a-", "a.", "a_", "a@", "1/", "ab.cd.", "http://", "&a", "x.com"])
def test_marks_between_letters_cost_no_more_in_a_long_text(part: str) -> None:
    long = part * 2_000
    assert "".join(_words(long)) == long
