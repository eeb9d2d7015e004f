"""Lemmas by our way to the library's table are those of the library's own way."""

import lemminflect
import pytest
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec

from firsthand.reader.lemmas import lemma_of


@pytest.mark.parametrize(
    ("form", "upos", "lemma"),
    [
        ("said", "VERB", "say"),
        ("missiles", "NOUN", "missile"),
        ("left", "VERB", "leave"),
        ("left", "ADJ", "left"),
        ("better", "ADJ", "good"),
        ("worked", "VERB", "work"),
        ("zarkas", "NOUN", "zarka"),
    ],
)
def test_lemma(form: str, upos: str, lemma: str) -> None:
    assert lemma_of(form, upos) == lemma == lemminflect.getLemma(form, upos)[0]


def test_table_is_the_librarys_own() -> None:
    lemma_of("said", "VERB")
    lemmatizer = lemminflect.Lemmatizer()
    own = LemmaLUCodec.load(lemmatizer.lemma_lu_fn)
    assert all(lemmatizer.lemma_dict.get(word, {}) == lemmas for word, lemmas in list(own.items())[::50])
