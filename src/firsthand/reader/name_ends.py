"""Where a name begins and ends: without marks, articles, titles and what belongs to the next name."""

from collections.abc import Iterator, Sequence

from firsthand.lexicons import phrases
from firsthand.model import Entity, Token

_QUOTES = frozenset('"“”')
_ITEM_ENDS = frozenset(";:<>/|@") | _QUOTES
_WHERE = ("at", "to", "from", "in", "into", "near", "outside", "inside")
_BEHIND = ("'s", "’s", "and", "of", "or", "the", "'", "’")


def trimmed(text: str, tokens: Sequence[Token], name: Entity) -> Iterator[Entity]:
    """The name, or the names, that the tagged words hold; nothing where they are only marks, titles or an address.

    A name ends with its line or a slash, and does not say one word twice ("Ana Ana" are two).
    """
    first = name.first
    for k in range(name.first + 1, name.last + 1):
        here = k < name.last
        broken = here and "\n" in text[tokens[k - 1].end : tokens[k].start]
        broken = broken or (here and tokens[k].text == "/" and tokens[k - 1].end < tokens[k].start)
        twice = here and tokens[k].text == tokens[k - 1].text and tokens[k].text.isalpha()
        if not here or broken or twice:
            part = _between(tokens, first, k, name.label)
            if part is not None:
                yield part
            first = k


def _between(tokens: Sequence[Token], first: int, last: int, label: str) -> Entity | None:
    if any(is_address(tokens[k].text) for k in range(first, last)):
        return None
    while first < last and (not _wordlike(tokens[first].text) or _is_article(tokens[first])):
        first += 1
    if label == "LOC" and _in_an_address(tokens, first, last):
        return None
    if label != "PER" and any(tokens[k].text[0].isupper() for k in range(first, last)):
        while tokens[first].text.islower() and not _begins_small(tokens[first].text.lower()):
            first += 1
    if label == "PER":
        first = _behind_titles(tokens, first, last)
    while first < last and _is_tail(tokens[last - 1].text):
        last -= 1
    whole = _with_hyphens(tokens, last) if last > first else last
    if label == "PER" or _told_by_who(tokens, whole):
        last = whole
    if not any(c.isalpha() for k in range(first, last) for c in tokens[k].text):
        return None
    house = label != "PER" and _house_of_an_owner(tokens, first, last)
    return Entity(first, last + 1 if house else last, label)


def _with_hyphens(tokens: Sequence[Token], last: int) -> int:
    """The end of the name with what a hyphen adds to its last word: Lindt-Moor."""
    while (
        last + 1 < len(tokens)
        and tokens[last].text in ("-", "‑")
        and tokens[last - 1].end == tokens[last].start
        and tokens[last].end == tokens[last + 1].start
        and tokens[last + 1].text[0].isupper()
        and tokens[last + 1].text[1:].islower()
    ):
        last += 2
    return last


def _told_by_who(tokens: Sequence[Token], last: int) -> bool:
    """Ada Lindt-Moor, who …: whatever the tagger took it for, it is somebody's name."""
    return [t.text for t in tokens[last : last + 2]] == [",", "who"]


def is_address(word: str) -> bool:
    """An address of mail or of the web; Lind@HARBOUR is a name with a house."""
    return "://" in word or "www." in word or "." in word.partition("@")[2]


def _begins_small(word: str) -> bool:
    """Historic | Karsk Road: a small word is no part of a name before its capitals, but for el, van, north."""
    return word in phrases("titles")["particle"] or word in phrases("regions")["side"]


def _in_an_address(tokens: Sequence[Token], first: int, last: int) -> bool:
    """14 Harbour Road: a street behind the number of a house."""
    numbered = first > 0 and tokens[first - 1].text[0].isdigit()
    return numbered and last - first > 1 and tokens[last - 1].text.lower() in phrases("regions")["street"]


def _is_article(token: Token) -> bool:
    """An article; “A.” before a name is an initial."""
    return token.upos == "DET" and not token.text.endswith(".")


def surname_first(text: str, tokens: Sequence[Token], names: Sequence[Entity]) -> list[Entity]:
    """Lind, Ada; Okoro, Tom: in lists of addressees a surname, a comma and a given name are one name."""
    found: list[Entity] = []
    given = phrases("given_names")["given"]
    for e in names:
        before = found[-1] if found else None
        known = tokens[e.first].text.lower() in given or _quoted(tokens, before, e)
        if before is not None and _listed_so(text, tokens, before, e) and known:
            found[-1] = Entity(before.first, e.last, "PER")
        else:
            found.append(e)
    return found


def _quoted(tokens: Sequence[Token], surname: Entity | None, first_name: Entity) -> bool:
    """“Lindt, Ove” between quotation marks, as programs for mail write it."""
    if surname is None or surname.first == 0 or first_name.last >= len(tokens):
        return False
    return {tokens[surname.first - 1].text, tokens[first_name.last].text} <= _QUOTES


def _listed_so(text: str, tokens: Sequence[Token], surname: Entity, first_name: Entity) -> bool:
    if (surname.label, first_name.label) != ("PER", "PER") or surname.last - surname.first != 1:
        return False
    if (
        first_name.first != surname.last + 1
        or tokens[surname.last].text != ","
        or first_name.last - first_name.first > 2
    ):
        return False
    return _at_edge(text, tokens, surname.first - 1, surname.first) and _at_edge(
        text, tokens, first_name.last - 1, first_name.last
    )


def _at_edge(text: str, tokens: Sequence[Token], left: int, right: int) -> bool:
    """Whether a line, or an item of a list, ends between two neighbouring words."""
    if left < 0 or right >= len(tokens) or "\n" in text[tokens[left].end : tokens[right].start]:
        return True
    return bool({tokens[left].text, tokens[right].text} & _ITEM_ENDS)


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
    titles, departments = phrases("titles")["title"], phrases("titles")["department"]
    office = first > 1 and tokens[first - 1].text.lower() in ("of", "for") and tokens[first - 2].text.lower() in titles
    while office and last - first > 1 and tokens[first].text.lower() in departments:
        first += 1
    while first < last and tokens[first].text.lower() in titles:
        first += 1
        if first + 1 < last and tokens[first].text.lower() in ("of", "for"):
            first += 2
    return first
