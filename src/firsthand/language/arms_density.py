"""Whether a text is about arms, by how often it names them."""

from collections.abc import Sequence
from functools import cache

from firsthand.language.gazetteer import NameMention
from firsthand.lexicons import phrases

WORDS_A_WEAPON = 150
"""A report that names a weapon more seldom than once in so many words is not about arms."""


def weapons_named(text: str, names: Sequence[NameMention]) -> list[str]:
    """The words for weapons and classes of weapons among the names of a text, in lower case."""
    return [text[n.start : n.end].lower() for n in names if n.kind in ("weapon", "weapon-class")]


def dense_in_arms(weapons: Sequence[str], words: int) -> bool:
    """Whether a text of so many words names weapons often enough.

    Mines, trucks, parts and plants are everyday goods too, and do not count.
    """
    arms = sum(word not in _everyday_goods() for word in weapons)
    return arms * WORDS_A_WEAPON >= words and arms > 0


@cache
def _everyday_goods() -> frozenset[str]:
    return frozenset(phrases("arms_words")["everyday"])
