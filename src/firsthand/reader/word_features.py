"""What the lexicons and the letters say of each word: features that the tagger of names reads beside the encoder."""

import itertools
import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from firsthand.lexicons import offices, outlets, phrases, states

_PIECE = re.compile(r"[^\W_]+|[^\w\s]")
_LISTS = (
    "state", "demonym", "capital", "city", "region", "group", "body", "office", "outlet", "given", "faith",
    "place-kind", "place-front", "side", "body-last", "body-first",
)  # fmt: skip
_SHAPES = ("begins-large", "all-large", "small", "digit", "mark", "address", "cased", "after-stop")
FEATURES = (*_LISTS, *_SHAPES)
_PLAIN = frozenset({"office", "place-kind", "place-front", "side", "body-last", "body-first"})
_NAME_COLUMNS = [k for k, name in enumerate(_LISTS) if name not in _PLAIN]
_STOPS = frozenset('.!?:"“”')


@cache
def _index() -> tuple[dict[str, int], dict[tuple[str, str], list[tuple[tuple[str, ...], int]]]]:
    """Single words with the bits of their lists, and longer phrases by their first two words."""
    single: dict[str, int] = {}
    longer: dict[tuple[str, str], dict[tuple[str, ...], int]] = {}
    for name, phrase in _listed():
        words = tuple(_PIECE.findall(phrase.lower().replace("’", "'")))
        bit = 1 << _LISTS.index(name)
        if len(words) == 1:
            single[words[0]] = single.get(words[0], 0) | bit
        elif words:
            group = longer.setdefault(words[:2], {})
            group[words] = group.get(words, 0) | bit
    return single, {key: sorted(group.items(), key=lambda e: (-len(e[0]), e[0])) for key, group in longer.items()}


def _listed() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for s in states():
        found += [("state", n) for n in (s.name, *s.aliases)] + [("demonym", n) for n in s.demonyms]
        found += [("capital", n) for n in (s.capital,) if n]
    found += [("body" if o.kind == "body" else "office", n) for o in offices() for n in (o.name, *o.aliases)]
    found += [("outlet", n) for o in outlets() for n in (o.name, *o.aliases)]
    regions, bodies = phrases("regions"), phrases("organisations")
    for name, group in (
        ("city", phrases("cities")["city"]), ("given", phrases("given_names")["given"]), ("region", regions["place"]),
        ("place-kind", regions["kind"]), ("place-front", regions["front"]), ("side", regions["side"]),
        ("group", bodies["group"]), ("body-last", bodies["last"]), ("body-first", bodies["first"]),
        ("faith", bodies["faith"]),
    ):  # fmt: skip
        found += [(name, phrase) for phrase in group]
    return found


def word_features(words: Sequence[str], cased: bool) -> NDArray[np.float32]:
    """One row a word, one column a feature of FEATURES, 0 or 1; ``cased`` says whether capitals tell anything.

    >>> row = word_features(["Iraq"], True)[0]
    >>> [name for name, on in zip(FEATURES, row) if on]
    ['state', 'begins-large', 'cased', 'after-stop']
    """
    single, longer = _index()
    low = [word.lower().replace("’", "'") for word in words]
    bits = [single.get(word, 0) for word in low]
    for i, pair in enumerate(itertools.pairwise(low)):
        for phrase, flags in longer.get(pair, ()):
            if tuple(low[i : i + len(phrase)]) == phrase:
                for k in range(i, i + len(phrase)):
                    bits[k] |= flags
                break
    table = np.zeros((len(words), len(FEATURES)), np.float32)
    if not words:
        return table
    lists = np.array(bits, np.int64)[:, None] >> np.arange(len(_LISTS)) & 1
    table[:, : len(_LISTS)] = lists
    table[:, len(_LISTS) :] = [_shape(word, before, cased) for before, word in zip((".", *words), words, strict=False)]
    if cased:
        small = table[:, FEATURES.index("small")] > 0
        table[:, _NAME_COLUMNS] *= ~small[:, None]
    return table


def _shape(word: str, before: str, cased: bool) -> tuple[bool, ...]:
    """The values of _SHAPES for one word, of which ``before`` is the one before it."""
    first = word[0]
    return (
        cased and first.isupper(),
        cased and len(word) > 1 and word.isupper(),
        cased and first.islower(),
        not word.isalpha() and any(c.isdigit() for c in word),
        not word.isalpha() and not any(c.isalnum() for c in word),
        "@" in word or "://" in word or word.startswith("www."),
        cased,
        before in _STOPS,
    )
