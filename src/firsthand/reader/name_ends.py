"""Where a name begins and ends: without marks, articles, titles and what belongs to the next name."""

from collections.abc import Iterator, Sequence

from firsthand.lexicons import phrases
from firsthand.model import Entity, Token

_ADDRESS = ("@", "://", "www.")
_WHERE = ("at", "to", "from", "in", "into", "near", "outside", "inside")
_BEHIND = ("'s", "’s", "and", "of", "or", "the", "'", "’")


def trimmed(text: str, tokens: Sequence[Token], name: Entity) -> Iterator[Entity]:
    """The name, or the names, that the tagged words hold; nothing where they are only marks, titles or an address.

    A name ends with its line and does not say one word twice ("Ana Ana" are two).
    """
    first = name.first
    for k in range(name.first + 1, name.last + 1):
        here = k < name.last
        broken = here and "\n" in text[tokens[k - 1].end : tokens[k].start]
        twice = here and tokens[k].text == tokens[k - 1].text and tokens[k].text.isalpha()
        if not here or broken or twice:
            part = _between(tokens, first, k, name.label)
            if part is not None:
                yield part
            first = k


def _between(tokens: Sequence[Token], first: int, last: int, label: str) -> Entity | None:
    if any(mark in tokens[k].text for k in range(first, last) for mark in _ADDRESS):
        return None
    while first < last and (not _wordlike(tokens[first].text) or tokens[first].upos == "DET"):
        first += 1
    if label == "PER":
        first = _behind_titles(tokens, first, last)
    while first < last and _is_tail(tokens[last - 1].text):
        last -= 1
    if not any(c.isalpha() for k in range(first, last) for c in tokens[k].text):
        return None
    house = label != "PER" and _house_of_an_owner(tokens, first, last)
    return Entity(first, last + 1 if house else last, label)


def _house_of_an_owner(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Lunch at Ostrow's was cold: a possessive behind "at" that nothing follows is part of the name of a house."""
    if first == 0 or tokens[first - 1].text.lower() not in _WHERE:
        return False
    if last >= len(tokens) or tokens[last].text not in ("'s", "’s"):
        return False
    if last + 1 == len(tokens) or not _wordlike(tokens[last + 1].text):
        return True
    return tokens[last + 1].upos in ("ADP", "VERB", "AUX", "CCONJ", "SCONJ")


def _is_tail(word: str) -> bool:
    return word.lower() in _BEHIND or (not _wordlike(word) and word not in ("!", "."))


def _wordlike(word: str) -> bool:
    return any(c.isalnum() for c in word)


def _behind_titles(tokens: Sequence[Token], first: int, last: int) -> int:
    """Index of the first word of a person's name behind "Prime Minister", "Minister of Defence", "Dr."."""
    titles = phrases("titles")["title"]
    while first < last and tokens[first].text.lower() in titles:
        first += 1
        if first + 1 < last and tokens[first].text.lower() in ("of", "for"):
            first += 2
    return first
