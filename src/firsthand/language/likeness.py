"""How alike two stretches of text are in what they say: stems, synonyms and names of states brought together."""

import re
from collections.abc import Iterable
from functools import cache

from firsthand.lexicons import states
from firsthand.lexicons.loader import phrases

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_INITIALS = re.compile(r"(?<=\b[a-z])\.(?=[a-z]\b)|(?<=\b[a-z]\.[a-z])\.")
_ENDINGS = ("ations", "ation", "ingly", "ments", "ment", "ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s")


def stem(word: str) -> str:
    """A rough stem that brings the inflections of an English word together.

    >>> stem("shipped") == stem("ships") == stem("shipping")
    True
    >>> stem("supplies") == stem("supplied")
    True
    """
    word = re.sub(r"['’]s$", "", word.lower())
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] == "e" else word


@cache
def _state_words() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for entry in states():
        for name in (entry.name, *entry.aliases, *entry.demonyms, *entry.metonyms):
            words = tuple(_WORD.findall(name.lower().replace(".", "")))
            if words:
                found.setdefault(words, f"={entry.code}")
    return found


@cache
def _heads() -> dict[str, str]:
    return {stem(word): head for head, words in phrases("synonyms").items() for word in words}


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for words in phrases("function_words").values() for word in words)


@cache
def content_stems(text: str) -> frozenset[str]:
    """The words of ``text`` that carry meaning, as stems; states as ``=code`` whatever they are called.

    >>> content_stems("Tehran shipped the rockets") == content_stems("Iran was shipping rockets")
    True
    """
    words = [
        w.replace("’", "'") for w in _WORD.findall(re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)\.?", "", text.lower()))
    ]
    found: set[str] = set()
    i = 0
    while i < len(words):
        plain = [re.sub(r"'s$", "", w) for w in words[i : i + 4]]
        for n in range(min(4, len(plain)), 0, -1):
            code = _state_words().get(tuple(plain[:n]))
            # "us" without capitals is more often the pronoun: a state only beside its own article or office word
            if code and not (n == 1 and plain[0] in _function_words()):
                found.add(code)
                i += n
                break
        else:
            word = plain[0]
            if word not in _function_words() and words[i] not in _function_words():
                found.add(_heads().get(stem(word), stem(word)))
            i += 1
    return frozenset(found)


def overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """Shared stems as a share of the smaller set, 0–1; 0 where one is empty."""
    a, b = set(one), set(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
