"""Marks tell capitals, begins of paragraphs and quotations."""

import pytest

from firsthand.reader.marks import MARKS, SHAPES, without_case, word_marks


def _split(marks: list[int]) -> list[tuple[int, bool, bool]]:
    return [(m % SHAPES, bool(m // SHAPES % 2), m >= 2 * SHAPES) for m in marks]


@pytest.mark.parametrize(
    ("word", "shape"),
    [("minister", 2), ("Minister", 3), ("MINISTER", 4), ("A", 3), ("40", 1), ("iPhone", 2)],
)
def test_shapes(word: str, shape: int) -> None:
    assert word_marks([word], (), cased=True).tolist() == [shape]
    assert word_marks([word], (), cased=False).tolist() == [0]


@pytest.mark.parametrize(
    ("words", "paragraphs", "quoted"),
    [
        (["He", "“", "left", "”", "."], {0}, [False, True, True, True, False]),
        (["''", "No", "''", "he", "said"], {0}, [True, True, True, False, False]),
        (["“", "One", "“", "Two"], {0, 2}, [True, True, True, True]),
        (["“", "One", "Two", "three"], {0, 2}, [True, True, False, False]),
        (["It", "”", "left"], {0}, [False, False, False]),
    ],
)
def test_quotations_end_with_their_mark_or_their_paragraph(
    words: list[str], paragraphs: set[int], quoted: list[bool]
) -> None:
    marks = _split(word_marks(words, paragraphs, cased=True).tolist())
    assert [q for _, _, q in marks] == quoted
    assert {i for i, (_, begins, _) in enumerate(marks) if begins} == paragraphs


def test_without_case_only_the_shape_goes() -> None:
    words = ["Ten", "left", "“", "Now", "”"]
    assert without_case(word_marks(words, {0}, cased=True)).tolist() == word_marks(words, {0}, cased=False).tolist()
    assert word_marks(words, {0}, cased=True).max() < MARKS
