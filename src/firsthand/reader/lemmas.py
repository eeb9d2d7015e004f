"""Dictionary forms of English words, by lemminflect."""

import gzip
from functools import cache

import lemminflect
from lemminflect.core.LexicalUtils import categoryToUPos

_UPOS_LEMMA = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADV"})


def lemma_of(form: str, upos: str) -> str:
    """Dictionary form of a lower-case word.

    >>> lemma_of("said", "VERB"), lemma_of("missiles", "NOUN")
    ('say', 'missile')
    """
    if upos not in _UPOS_LEMMA or not form.isalpha() or len(form) > 40:
        return {"n't": "not", "n’t": "not"}.get(form, form)
    return _lemmas(form, upos)


@cache
def _lemmas(form: str, upos: str) -> str:
    found = _lemmatizer().getLemma(form, upos)
    return str(found[0]) if found else form


@cache
def _lemmatizer() -> lemminflect.Lemmatizer:
    lemmatizer = lemminflect.Lemmatizer()
    lemmatizer.lemma_dict = _Table(lemmatizer.lemma_lu_fn)
    return lemmatizer


class _Table:
    """The library's table of lemmas, of which only the lines of the words asked for are taken apart.

    The library's own way to load it takes apart all eighty thousand, a tenth of the start.
    """

    def __init__(self, path: str):
        self._lines: dict[str, list[str]] = {}
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file.read().split("\n"):
                word, _, rest = line.strip().partition(",")
                self._lines.setdefault(word, []).append(rest)
        self._lines.pop("", None)

    def get(self, word: str, default: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """Part of speech to the lemmas of the word."""
        if word not in self._lines:
            return default
        rows = (line.split(",") for line in self._lines[word])
        return {categoryToUPos(category): tuple(forms.split("/")) for category, forms in rows}
