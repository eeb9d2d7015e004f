"""Names against UNER and re3d notes of our own."""

import json
from pathlib import Path

import pytest

from firsthand.evaluation.entities import Annotated, read_re3d, read_uner, score_exact, score_overlap
from firsthand.evaluation.treebanks import Document, Word

TEXT = "Ada Holm saw #Velm in May."
FORMS = ("Ada", "Holm", "saw", "#Velm", "in", "May", ".")


def document() -> Document:
    at, words = 0, []
    for form in FORMS:
        start = TEXT.index(form, at)
        at = start + len(form)
        words.append(Word((start, at), form, "X", 0, "dep"))
    return Document("d1", TEXT, tuple(words), ((0, len(words)),), ("s1",))


def rows(*pairs: tuple[str, str]) -> str:
    lines = [f"{i}\t{form}\t{tag}\t-\t-" for i, (form, tag) in enumerate(pairs, 1)]
    return "\n".join(["# newdoc id = d1", "# sent_id = s1", *lines, ""])


def test_names_are_placed_though_the_words_are_cut_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "dev.iob2"
    path.write_text(
        rows(("Ada", "B-PER"), ("Holm", "I-PER"), ("saw", "O"), ("#", "O"), ("Velm", "B-LOC"), ("in", "O"))
        + rows(("May", "O"), (".", "O")),
        encoding="utf-8",
    )
    assert read_uner(path, [document()]) == {"d1": ((0, 8, "PER"), (14, 18, "LOC"))}


def test_other_letters_than_the_treebank_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "dev.iob2"
    path.write_text(rows(("Ada", "B-PER")), encoding="utf-8")
    with pytest.raises(ValueError, match="other text"):
        read_uner(path, [document()])


def test_a_name_is_right_with_its_place_and_class() -> None:
    gold = [[(0, 8, "PER"), (14, 18, "LOC")], [(0, 3, "ORG")]]
    got = [[(0, 8, "PER"), (14, 18, "ORG"), (22, 25, "DATE")], [(0, 4, "ORG")]]
    figures = {name: (f.value, f.count) for name, f in score_exact(gold, got).items()}
    # One of three found and of three wanted; dates are no names.
    assert figures == {"names": (33.3, 3), "PER": (100.0, 1), "ORG": (0.0, 1), "LOC": (0.0, 1)}


def test_an_entity_of_the_same_class_that_shares_a_word_is_found_once() -> None:
    gold = [Annotated("d1", TEXT, ((0, 8, "Person"), (13, 18, "Location"), (22, 25, "Temporal")))]
    got = [[(4, 8, "PER"), (0, 3, "PER"), (13, 18, "WEAPON"), (22, 25, "DURATION"), (13, 18, "MISC")]]
    figures = {name: (f.value, f.count) for name, f in score_overlap(gold, got).items()}
    assert figures["Person"] == (66.7, 1)  # the second part of the name finds nothing left
    assert figures["names"] == (50.0, 2)
    assert figures["arms"] == (None, 0)
    assert figures["amounts"] == (100.0, 1)


def test_re3d_notes_are_read_and_doubles_count_once(tmp_path: Path) -> None:
    (tmp_path / "documents.jsonl").write_text(json.dumps({"_id": "d1", "text": TEXT}) + "\n", encoding="utf-8")
    note = {"documentId": "d1", "begin": 0, "end": 8, "type": "Person"}
    (tmp_path / "entities.jsonl").write_text(f"{json.dumps(note)}\n{json.dumps(note)}\n", encoding="utf-8")
    assert read_re3d(tmp_path) == (Annotated("d1", TEXT, ((0, 8, "Person"),)),)
