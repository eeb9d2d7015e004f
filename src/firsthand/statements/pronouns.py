"""Which of "he" and "she" goes with a person, as titles, words for persons and first names tell."""

import unicodedata
from functools import cache

from firsthand.language.trees import Tree
from firsthand.lexicons import phrases
from firsthand.statements.mentions import Mention

_FORMS = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "herself": "she"}
_UNACCENTED = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})


def pronoun_of(tree: Tree, mention: Mention, name: str = "") -> str:
    """``he``, ``she``, or empty where nothing tells. ``name`` is the full name, where a mention gives a part of it."""
    own = _FORMS.get(tree.word(mention.head))
    if own or len(mention.people) > 1 or (mention.plural and not mention.person):
        return own or ""
    person = (mention.person if " " in mention.person else name or mention.person).lower().split()
    if not mention.person:
        return _listed(mention.noun, ".word")
    words = [tree.word(i) for i in range(*mention.span)]
    first = words.index(start) if (start := mention.person.lower().split()[0]) in words else 0
    before = words[first - 1] if first else ""
    return _listed(before, ".word") or (_listed(_plain(person[0]), "") if len(person) > 1 else "")


def _plain(name: str) -> str:
    """A name without its accents."""
    parts = unicodedata.normalize("NFKD", name.translate(_UNACCENTED))
    return "".join(c for c in parts if not unicodedata.combining(c))


def _listed(word: str, kind: str) -> str:
    return next((pronoun for pronoun in ("he", "she") if word in _words()[pronoun + kind]), "")


@cache
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in phrases("name_pronouns").items()}
