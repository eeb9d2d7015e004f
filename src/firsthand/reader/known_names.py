"""What is known of names corrects what was tagged: states, places, bodies, peoples, and what the report says often."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from firsthand.lexicons import phrases, states
from firsthand.model import Entity, Token
from firsthand.reader.name_ends import is_address, surname_first, trimmed
from firsthand.reader.people import with_surnames

_LONGEST = 5
OFTEN = 0.2
"""Share of the places of its words at which a body must be tagged to be one at all of them (chosen on UNER dev)."""


def mend_names(
    text: str, tokens: Sequence[Token], tagged: Sequence[Entity], known: Sequence[Entity], cased: bool
) -> list[Entity]:
    """The names after correction, in order, none over another.

    ``known``: what the gazetteer found, label LOC or ORG where it is sure, else empty.
    """
    names = [part for e in tagged for part in trimmed(text, tokens, e)]
    names = with_surnames(tokens, names)
    names = [part for e in names if _name_like(tokens, e, cased) for part in _apart(tokens, e)]
    names = _with_known(tokens, names, known, cased)
    names = surname_first(text, tokens, _with_listed(tokens, names, cased))
    names = _with_bodies_again(tokens, _people_and_ships(tokens, names))
    return _without_storms(tokens, _agreed(tokens, names))


def _name_like(tokens: Sequence[Token], name: Entity, cased: bool) -> bool:
    """Whether the words can be a name: not a people, and with a capital where the text has capitals."""
    key = _key(tokens, name)
    if key in peoples() and (name.label != "PER" or key.endswith("s")):
        return False
    written = any(c.isupper() for k in range(name.first, name.last) for c in tokens[k].text)
    return written or not cased or key in known_places() or key in _groups() or name.label == "PER"


def _apart(tokens: Sequence[Token], name: Entity) -> list[Entity]:
    """Names that were tagged as one: a town and its state (Springfield Ohio), persons of two names each."""
    words = [tokens[k].text.lower() for k in range(name.first, name.last)]
    cuts: list[int] = []
    if name.label == "LOC" and len(words) > 1 and " ".join(words) not in known_places():
        for n in (2, 1):
            before = words[: len(words) - n]
            if before and " ".join(before) in known_places() and " ".join(words[-n:]) in _wide_places():
                cuts = [len(words) - n]
    elif name.label == "PER" and len(words) > 3 and len(words) % 2 == 0 and "-" not in words:
        given = phrases("given_names")["given"]
        pairs = all(word in given for word in words[::2])
        if pairs and (len(words) > 4 or words[1] not in given):
            cuts = list(range(2, len(words), 2))
    edges = [name.first, *(name.first + cut for cut in cuts), name.last]
    return [Entity(a, b, name.label) for a, b in itertools.pairwise(edges)]


@cache
def _wide_places() -> frozenset[str]:
    """Places that have towns in them, and the letters that stand for some of them."""
    return frozenset(_sure_places() | set(phrases("regions")["short"]))


@cache
def known_places() -> frozenset[str]:
    found = {n.lower() for s in states() for n in (s.name, *s.aliases)}
    return frozenset(found | set(phrases("regions")["place"]) | set(phrases("cities")["city"]))


@cache
def _sure_places() -> frozenset[str]:
    """Names of places that are hardly anything else: regions, and states by their names."""
    return frozenset(set(phrases("regions")["place"]) | {s.name.lower() for s in states() if s.code.isupper()})


@cache
def _groups() -> frozenset[str]:
    return frozenset(g.replace("’", "'") for g in phrases("organisations")["group"])


@cache
def peoples() -> frozenset[str]:
    """Words for the members of a state, a people or a faith, and for languages, in lower case."""
    own = {n.lower() for s in states() for n in (s.name, *s.aliases)}
    found = {n.lower() for s in states() for n in s.demonyms}
    return frozenset((found | set(phrases("organisations")["faith"])) - own)


def _with_known(tokens: Sequence[Token], names: list[Entity], known: Sequence[Entity], cased: bool) -> list[Entity]:
    """What the gazetteer is sure of takes the place of what was tagged inside it or over the same words."""
    found = dict.fromkeys(names)
    at: dict[int, set[Entity]] = defaultdict(set)
    for e in names:
        _place(at, e)
    for one in known:
        if not one.label or _key(tokens, one) in peoples():
            continue
        if any(is_address(tokens[k].text) for k in range(one.first, one.last)):
            continue
        if cased and not any(c.isupper() for k in range(one.first, one.last) for c in tokens[k].text):
            continue  # "the army", "the government": a noun, not a name
        article = tokens[one.first].upos == "DET" or tokens[one.first].text == "the"
        first = one.first + (article and one.last - one.first > 1)
        mine = Entity(first, one.last, one.label)
        over = {e for k in range(mine.first, mine.last) for e in at[k]}
        if any(e.first < mine.first or mine.last < e.last for e in over):
            continue  # part of a longer name
        for e in over:
            del found[e]
            for k in range(e.first, e.last):
                at[k].discard(e)
        found[mine] = None
        _place(at, mine)
    return sorted(found, key=lambda e: (e.first, e.last))


def _place(at: dict[int, set[Entity]], name: Entity) -> None:
    for k in range(name.first, name.last):
        at[k].add(name)


def _with_listed(tokens: Sequence[Token], names: list[Entity], cased: bool) -> list[Entity]:
    """Groups and places of the lists that nothing was tagged over, where the words stand as a name does."""
    taken = {k for e in names for k in range(e.first, e.last)}
    found = list(names)
    low = [t.text.lower().replace("’", "'") for t in tokens]
    opening = _openings()
    i = 0
    while i < len(tokens):
        if low[i] not in opening or i in taken:
            i += 1
            continue
        for n in range(min(_LONGEST, len(tokens) - i), 0, -1):
            if any(k in taken for k in range(i, i + n)):
                continue
            label = _label_of(" ".join(low[i : i + n]).replace(" - ", "-").replace(" '", "'"))
            if label and _stands_as_name(tokens[i : i + n], label, cased):
                found.append(Entity(i, i + n, label))
                i += n - 1
                break
        i += 1
    return sorted(found, key=lambda e: (e.first, e.last))


@cache
def _openings() -> frozenset[str]:
    """First words of what the lists hold, cut as the reader cuts words."""
    return frozenset(name.split()[0].split("-")[0].split("'")[0] for name in known_places() | _groups())


def _label_of(name: str) -> str:
    return "ORG" if name in _groups() else "LOC" if name in known_places() and name not in peoples() else ""


def _stands_as_name(words: Sequence[Token], label: str, cased: bool) -> bool:
    """Whether listed words are a name here: proper nouns by the tree, and not small ones that mean other things."""
    name = " ".join(w.text for w in words)
    if not all(w.upos in ("PROPN", "ADP", "PUNCT", "CCONJ", "DET", "SYM") for w in words):
        return False
    if len(words) == 1 and words[0].upos != "PROPN":
        return False
    if cased and not name[0].isupper():
        return len(name) > 3 and (name.lower() in _sure_places() or len(words) > 1 or len(name) > 5)
    if cased and label == "ORG" and len(name) <= 4:
        return name.isupper()
    return cased or len(name) > 3


def _people_and_ships(tokens: Sequence[Token], names: list[Entity]) -> list[Entity]:
    """Ada Lindt-Moor, who chairs the board, is a person; the freighter Ada Lindt is not; Lindt Tower is a place."""
    lonely = _only_possible_person(tokens, names)
    vessels, buildings = phrases("regions")["vessel"], phrases("regions")["building"]
    found = []
    for e in names:
        label = e.label
        if _key(tokens, e) not in known_places() and _key(tokens, e) not in _groups():
            who = e.last + (e.last < len(tokens) and tokens[e.last].text == ",")
            told = who < len(tokens) and tokens[who].text == "who"
            if e.last - e.first > 1 and (told or e == lonely or (label == "ORG" and _beside_a_role(tokens, e))):
                label = "PER"
            last = [tokens[k].text.lower() for k in range(max(e.first, e.last - 2), e.last)]
            if label == "ORG" and len(last) > 1 and (last[-1] in buildings or " ".join(last) in buildings):
                label = "LOC"
            if label in ("PER", "LOC") and e.first and tokens[e.first - 1].text.lower() in vessels:
                label = "MISC"
        found.append(Entity(e.first, e.last, label))
    return found


def _beside_a_role(tokens: Sequence[Token], name: Entity) -> bool:
    """Peru's envoy in Lima, | Ada Lind, |: a name between commas behind a role."""
    if not name.first or tokens[name.first - 1].text != "," or not _like_a_person(tokens, name):
        return False
    closed = name.last < len(tokens) and tokens[name.last].text in {",", "."}
    before = [tokens[k].text for k in range(max(0, name.first - 7), name.first - 1)]
    start = max((k + 1 for k, word in enumerate(before) if word in {",", ".", ";", ":"}), default=0)
    return closed and any(word.lower() in phrases("titles")["title"] for word in before[start:])


def _only_possible_person(tokens: Sequence[Token], names: Sequence[Entity]) -> Entity | None:
    """Where a text says "he" or "she" and names nobody: the one name in it that can be a person's."""
    if any(e.label == "PER" for e in names) or not any(t.text.lower() in ("he", "she") for t in tokens):
        return None
    possible = {_words(tokens, e): e for e in names if e.label == "ORG" and _like_a_person(tokens, e)}
    return next(iter(possible.values())) if len(possible) == 1 else None


def _like_a_person(tokens: Sequence[Token], name: Entity) -> bool:
    """Two or three words with capitals, none of which bodies are called by."""
    words = _words(tokens, name)
    bodies = phrases("organisations")
    called = any(word.lower() in bodies["last"] or word.lower() in bodies["first"] for word in words)
    titled = all(word.istitle() and word.isalpha() for word in words)
    return len(words) in (2, 3) and titled and not called and _key(tokens, name) not in _groups()


def _with_bodies_again(tokens: Sequence[Token], names: list[Entity]) -> list[Entity]:
    """A body that is named twice or more is one wherever the report writes the same words, if not mostly otherwise."""
    times = Counter(_words(tokens, e) for e in names if e.label == "ORG")
    named = {words for words, n in times.items() if n > 1 and words[0][0].isupper()}
    if not named:
        return names
    opening: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted(named, key=len, reverse=True):
        opening[words[0]].append(words)
    taken = {k for e in names for k in range(e.first, e.last)}
    again: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, token in enumerate(tokens):
        for words in opening.get(token.text, ()):
            here = range(i, min(i + len(words), len(tokens)))
            if tuple(tokens[k].text for k in here) == words and taken.isdisjoint(here):
                again[words].append(i)
                taken.update(here)
                break
    found = [
        Entity(i, i + len(words), "ORG") for words, places in again.items() for i in places
        if times[words] >= OFTEN * (times[words] + len(places))
    ]  # fmt: skip
    return sorted([*names, *found], key=lambda e: (e.first, e.last))


def _words(tokens: Sequence[Token], name: Entity) -> tuple[str, ...]:
    return tuple(tokens[k].text for k in range(name.first, name.last))


def _agreed(tokens: Sequence[Token], names: list[Entity]) -> list[Entity]:
    """One label for a name that the report has several times: the one it has most often."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for e in names:
        votes[_key(tokens, e)][e.label] += 1
    return [Entity(e.first, e.last, _winner(votes[_key(tokens, e)], e.label)) for e in names]


def _without_storms(tokens: Sequence[Token], names: list[Entity]) -> list[Entity]:
    """Hurricane Lena, and Lena alone in the same report, is no person and no place; a Typhoon Spain bought is a jet."""
    kinds = phrases("regions")["storm"]

    def is_kind(k: int) -> bool:
        return tokens[k].text.istitle() and tokens[k].text.lower() in kinds

    stormy = {b.text for k, (_, b) in enumerate(itertools.pairwise(tokens)) if b.text[0].isupper() and is_kind(k)}
    found = []
    for e in names:
        first = e.first - (e.first > 0 and is_kind(e.first - 1))
        storm = is_kind(first) or (e.last - first == 1 and tokens[first].text in stormy)
        if not storm or e.label == "ORG" or _key(tokens, e) in _sure_places():
            found.append(e)
        elif e.last - first > 1 or tokens[first].text in stormy:
            found.append(Entity(first, e.last, "MISC"))
    return found


def _winner(votes: Counter[str], own: str) -> str:
    label, most = votes.most_common(1)[0]
    return label if most > votes[own] else own


def _key(tokens: Sequence[Token], name: Entity) -> str:
    return " ".join(tokens[k].text.lower() for k in range(name.first, name.last)).replace(" - ", "-").replace("’", "'")


def nationalities(tokens: Sequence[Token], names: Sequence[Entity]) -> list[Entity]:
    """Words that tell a state, a people or a faith beside a noun, and languages; not the people as such (the Danes)."""
    closed = {k for e in names if _closed(tokens, e) for k in range(e.first, e.last)}
    found = []
    for i, token in enumerate(tokens):
        if token.text.lower() not in peoples() or i in closed:
            continue
        if token.text[0].islower() and len(token.text) < 4:
            continue
        beside = token.upos == "ADJ" or token.deprel in ("amod", "compound")
        if beside or not token.text.endswith("s"):
            found.append(Entity(i, i + 1, "NATIONALITY"))
    return found


def _closed(tokens: Sequence[Token], name: Entity) -> bool:
    """Whether a word for a people is only a part of the name here: Saudi in Saudi Arabia, Islamic in Islamic State."""
    return name.label in ("PER", "LOC") or _key(tokens, name) in _groups()
