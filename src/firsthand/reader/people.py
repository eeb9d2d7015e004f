"""Whole names of persons, wherever a report has them: what the tree and the rest of the report tell of them."""

from collections.abc import Sequence, Set
from dataclasses import replace

from firsthand.model import Entity, Token

_INITIALS = 2
"""Letters of a part of a name that may be no more than initials."""
_LONGEST = 3
"""Words of a name that stands beside a word for a person."""


def with_surnames(tokens: Sequence[Token], names: Sequence[Entity]) -> list[Entity]:
    """A person tagged by the first name alone, with the surname that the tree hangs on it: Bambang | Suroyo."""
    taken = {k for e in names for k in range(e.first, e.last)}
    return [replace(e, last=e.last + 1) if e.label == "PER" and _surname_at(tokens, e, taken) else e for e in names]


def _surname_at(tokens: Sequence[Token], name: Entity, taken: Set[int]) -> bool:
    k = name.last
    if name.last - name.first > 1 or k == len(tokens) or k in taken:
        return False
    token = tokens[k]
    return token.deprel == "flat" and token.head == name.first and token.upos == "PROPN" and token.text.istitle()


def with_whole_people(
    text: str, tokens: Sequence[Token], kinds: Sequence[str], names: Sequence[Entity], places: Set[str]
) -> list[Entity]:
    """The names, with persons that were tagged in parts, as something else, or only elsewhere in the report.

    ``kinds`` says of each word what the phrase that it heads stands for; ``places`` are known, in lower case.
    """
    found = _parts_joined(text, tokens, names)
    found = _beside_roles(tokens, kinds, found, places)
    return _again(tokens, found, places)


def _parts_joined(text: str, tokens: Sequence[Token], names: Sequence[Entity]) -> list[Entity]:
    """Two persons of one word each with a mere blank between them are one: Usman | Khokhar."""
    found: list[Entity] = []
    for e in names:
        before = found[-1] if found else None
        if before is not None and before.label == e.label == "PER" and before.last == e.first == e.last - 1:
            words = [tokens[k].text for k in range(before.first, e.last)]
            beside = text[tokens[e.first - 1].end : tokens[e.first].start] == " "
            if beside and len(words) == 2 and words[0] != words[1] and all(word.istitle() for word in words):
                found[-1] = Entity(before.first, e.last, "PER")
                continue
        found.append(e)
    return found


def _beside_roles(
    tokens: Sequence[Token], kinds: Sequence[str], names: Sequence[Entity], places: Set[str]
) -> list[Entity]:
    """An engineer, Floor Wijnstra; prosecutor Griet Hoorne: a name of two or three words beside a word for one person
    is a person's."""
    found = dict.fromkeys(names)
    at = {k: e for e in names for k in range(e.first, e.last)}
    for first, token in enumerate(tokens):
        head = _role_above(tokens, kinds, token.head) if token.deprel == "appos" else first - 1
        titled = head == first - 1 and head >= 0 and tokens[head].head == first
        beside = token.deprel == "appos" or titled
        if not beside or token.upos != "PROPN" or head >= first or not _is_one(tokens[head], kinds[head]):
            continue
        last = first + 1
        while last < len(tokens) and tokens[last].deprel == "flat" and tokens[last].head == first:
            last += 1
        words = [tokens[k].text for k in range(first, last)]
        if not 1 < len(words) <= _LONGEST or not all(word.istitle() and word.lower() not in places for word in words):
            continue
        over = {at[k] for k in range(first, last) if k in at}
        if all(first <= e.first and e.last <= last and e.label != "PER" for e in over):
            for e in over:
                del found[e]
            found[Entity(first, last, "PER")] = None
    return sorted(found, key=lambda e: e.first)


def _role_above(tokens: Sequence[Token], kinds: Sequence[str], head: int) -> int:
    """The head of the customs unit, Ada Lind: the tree sets the name beside the unit."""
    i = head
    while kinds[i] != "person" and tokens[i].upos == "NOUN" and tokens[i].deprel == "nmod" and tokens[i].head < i:
        i = tokens[i].head
    return i if kinds[i] == "person" else head


def _is_one(token: Token, kind: str) -> bool:
    return token.upos == "NOUN" and kind == "person" and token.text.lower() == token.lemma


def _again(tokens: Sequence[Token], names: Sequence[Entity], places: Set[str]) -> list[Entity]:
    """A word by itself that is the surname of a person named in full is that person again, whatever it was tagged."""
    people = [e for e in names if e.label == "PER" and e.last - e.first > 1]
    surnames = {word for e in people if len(word := tokens[e.last - 1].text) > _INITIALS and word.lower() not in places}
    alone = {e for e in names if e.label != "PER" and e.last - e.first == 1 and tokens[e.first].text in surnames}
    taken = {k for e in names if e not in alone for k in range(e.first, e.last)}
    again = {
        k: Entity(k, k + 1, "PER")
        for k, token in enumerate(tokens)
        if token.text in surnames and k not in taken and token.upos == "PROPN" and token.text.istitle()
        if not any(0 <= j < len(tokens) and _may_join(tokens, j, k) for j in (k - 1, k + 1))
    }
    kept = [e for e in names if e not in alone or e.first not in again]
    return sorted([*kept, *again.values()], key=lambda e: e.first)


def _may_join(tokens: Sequence[Token], j: int, k: int) -> bool:
    """Whether a word beside another may be of one name with it: Kip Street, al-Kip."""
    beside = abs(tokens[max(j, k)].start - tokens[min(j, k)].end) <= 1
    opening = j < k and (j == 0 or tokens[j - 1].text in {".", "!", "?", '"', "“", ":"})
    capital = tokens[j].text[0].isupper() and not (opening and tokens[j].upos not in ("PROPN", "NOUN"))
    return beside and (capital or tokens[j].text in {"-", "‑"})
