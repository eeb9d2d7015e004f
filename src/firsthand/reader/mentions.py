"""What stands for persons, bodies and places without naming them, and states that act."""

from collections.abc import Sequence
from functools import cache

from firsthand.lexicons import phrases
from firsthand.model import Entity, Token

_LABEL = {"person": "PER", "organization": "ORG", "place": "LOC"}
_NAMES = ("PER", "ORG", "LOC", "MISC")
_THINGS = ("WEAPON", "PLATFORM", "DATE", "MONEY")
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "advmod", "punct", "acl"})
_HYPHENS = ("-", "–", "‑")
_LONGEST_LIST = 20


def find_mentions(tokens: Sequence[Token], kinds: Sequence[str], entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Noun phrases and pronouns that stand for one person (PER), a body or a group of persons (ORG), or a place (LOC).

    ``kinds`` says of each word what the phrase that it heads stands for, ``entities`` are the names found. A state that
    acts or owns is there as ORG; the names themselves are not repeated.
    """
    named = {k for e in entities if e.label in _NAMES for k in range(e.first, e.last)}
    other = {k for e in entities if e.label in _THINGS for k in range(e.first, e.last)}
    people = {k for e in entities if e.label == "PER" for k in range(e.first, e.last)}
    found = [e for e in (_acting(tokens, kinds, e) for e in entities if e.label == "LOC") if e is not None]
    for i, token in enumerate(tokens):
        if i in named or i in other:
            continue
        label = _meant(token, kinds[i])
        if not label or (label == "PER" and _is_title(tokens, i, people)):
            continue
        found.append(Entity(_first_word(tokens, i), i + 1, label))
    return tuple(sorted(found, key=lambda e: (e.first, e.last, e.label)))


def _meant(token: Token, kind: str) -> str:
    """What the phrase that the word heads stands for, empty for none of the three."""
    lists, word = _lists(), token.text.lower()
    if token.upos == "PRON":
        own = token.deprel == "nmod:poss"
        return "" if own or not kind else "PER" if word in lists["one"] else "ORG" if word in lists["several"] else ""
    if not kind or token.upos not in ("NOUN", "PROPN") or word in lists["vague"]:
        return ""
    if word in lists["site"] and kind in ("place", "organization", "object"):
        return "LOC"
    label = _LABEL.get(kind, "")
    if label == "PER" and (word in lists["body"] or _several(token)):
        return "ORG"
    return label


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in phrases("mention_words").items()}


def _is_title(tokens: Sequence[Token], i: int, people: set[int]) -> bool:
    """Whether the word is the title of the name right behind it ("Foreign Secretary Ana Roth")."""
    return i + 1 < len(tokens) and i + 1 in people and tokens[i + 1].sentence == tokens[i].sentence


def _several(token: Token) -> bool:
    """Whether the word stands for more than one person."""
    word, lists = token.text.lower(), _lists()
    if word in lists["crowd"]:
        return True
    return word.endswith("s") and not word.endswith("ss") and (token.lemma != word or token.upos == "PROPN")


def _first_word(tokens: Sequence[Token], head: int) -> int:
    """Where the phrase begins: the words before its head that hang on it or on one another."""
    first = head
    while first and tokens[first - 1].sentence == tokens[head].sentence:
        before = tokens[first - 1]
        hangs = first <= before.head <= head and before.deprel in _BEFORE
        if not hangs or (before.upos == "PUNCT" and before.text not in _HYPHENS):
            break
        first -= 1
    return first


def _acting(tokens: Sequence[Token], kinds: Sequence[str], place: Entity) -> Entity | None:
    """The state that does something, has something, or with whom something is done; None where it is a place."""
    heads = [k for k in range(place.first, place.last) if not place.first <= tokens[k].head < place.last]
    head = heads[0] if heads else place.last - 1
    for _ in range(_LONGEST_LIST):
        if tokens[head].deprel != "conj":
            break
        head = tokens[head].head
    token, over = tokens[head], tokens[head].head
    lists = _lists()
    acts = token.deprel in ("nsubj", "nsubj:pass")
    if token.deprel == "obj":
        acts = tokens[over].lemma not in lists["motion"]
    elif token.deprel in ("nmod:poss", "compound"):
        acts = kinds[over] != "place" and tokens[over].text.lower() not in lists["site"]
    elif token.deprel in ("obl", "nmod"):
        before = range(max(head - _LONGEST_LIST, 0), head)
        acts = any(
            t.head == head and t.deprel == "case" and t.text.lower() in lists["doer"]
            for t in (tokens[k] for k in before)
        )
    return Entity(place.first, place.last, "ORG") if acts else None
