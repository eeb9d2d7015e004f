"""Weapons and military platforms in a text: what the lexicons list, and the names of naval ships."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from firsthand.language.covered import Covered
from firsthand.language.families import class_of_noun
from firsthand.language.gazetteer import NameMention, subsumes
from firsthand.lexicons import phrases

Marked = tuple[int, int, str]
"""Where an entity stands, ``[start, end)`` in code points, and its label."""

_WORD = re.compile(r"[^\W_]+")
_NEAR = 40
_HULL = re.compile(r"\s?\(([A-Z]{1,4}[- ]?\d{1,4})\)")


def find_arms(text: str, names: Iterable[NameMention]) -> list[Marked]:
    """Every WEAPON and PLATFORM of ``text``, in order; ``names`` are what the gazetteer found in it.

    >>> from firsthand.language.gazetteer import find_names
    >>> text = "Militants in two tanks fired mortars at HMS Ardent."
    >>> [(text[a:b], label) for a, b, label in find_arms(text, find_names(text))]
    [('tanks', 'PLATFORM'), ('mortars', 'WEAPON'), ('HMS Ardent', 'PLATFORM')]
    """
    low = text.lower()
    found = [(a, b, "PLATFORM") for a, b in _ships(text)]
    taken = Covered((a, b) for a, b, _ in found)
    more = [(m.start(), m.end(), _extra()[_key(m.group())]) for m in _extra_pattern().finditer(low)]
    found += [(a, b, label) for a, b, label in more if not taken.meets(a, b)]
    taken = Covered((a, b) for a, b, _ in found)
    for name in names:
        if name.kind in ("weapon", "weapon-class"):
            label = _label(name, low)
            if label and not taken.meets(name.start, name.end):
                found.append((name.start, name.end, label))
    return sorted(item for item in found if not _other_sense(item, low))


def _label(name: NameMention, low: str) -> str:
    """What a weapon of the lexicons is, empty where the words mean no arms here."""
    kind, words = name.entry_id, low[name.start : name.end]
    lists = phrases("arms_words")
    if any(subsumes(other, kind) for other in lists["other-class"]):
        return "WEAPON" if kind == "loitering-munition" else ""
    if words in lists["ambiguous"] and not _military_near(low, name.start, name.end):
        return ""
    if any(subsumes(carrier, kind) for carrier in lists["platform-class"]):
        return "PLATFORM"
    if subsumes("artillery", kind) and words.rsplit(" ", 1)[-1] in lists["carrier-word"] and kind != "mortar":
        return "PLATFORM"
    return "WEAPON"


def _military_near(low: str, start: int, end: int) -> bool:
    """Whether a word of military stands in the same clause, shortly before or after."""
    before = re.split(r"[.;:!?\n]", low[max(start - _NEAR, 0) : start])[-1]
    after = re.split(r"[.;:!?\n]", low[end : end + _NEAR // 2])[0]
    nouns = phrases("arms_words")["military"]
    fighters = low[start:end].startswith("fighter")
    for side in (_WORD.findall(before)[-3:], _WORD.findall(after)[:3]):
        for word in side:
            if fighters:
                if subsumes("aircraft", class_of_noun(word)) and not word.startswith("fighter"):
                    return True
            elif word in nouns or (class_of_noun(word) and word not in phrases("arms_words")["ambiguous"]):
                return True
    return False


def _other_sense(item: Marked, low: str) -> bool:
    """Whether the words belong to a phrase that is no weapon, or to the name of a body."""
    start, end, _ = item
    lists = phrases("arms_words")
    around = low[max(start - 20, 0) : end + 20]
    if any(phrase in around for phrase in lists["not-weapon"]):
        words = low[start:end]
        for phrase in lists["not-weapon"]:
            for hit in re.finditer(rf"\b{re.escape(phrase)}\b", around):
                a = max(start - 20, 0) + hit.start()
                if a <= start and end <= a + len(phrase) and words != phrase:
                    return True
                if words == phrase:
                    return True
    behind = _WORD.match(low, end + 1) if low[end : end + 1] == " " else None
    return bool(behind and behind.group() in lists["body"])


@cache
def _extra() -> dict[str, str]:
    found = {}
    for key, label in (("weapon", "WEAPON"), ("platform", "PLATFORM")):
        for noun in phrases("arms_words")[key]:
            for form in (noun, f"{noun}s", f"{noun}es", f"{noun[:-1]}ies", f"{noun.removesuffix('fe')}ves"):
                found[_key(form)] = label
    return found


def _key(phrase: str) -> str:
    return re.sub(r"[\s-]+", " ", phrase)


@cache
def _extra_pattern() -> re.Pattern[str]:
    forms = sorted(_extra(), key=lambda form: (-len(form), form))
    ambiguous = set(phrases("arms_words")["ambiguous"])
    written = "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in forms if form not in ambiguous)
    return re.compile(rf"(?<![^\W_])(?:{written})(?![^\W_])")


@cache
def _ship_pattern() -> re.Pattern[str]:
    prefixes = "|".join(re.escape(p.upper()) for p in phrases("arms_words")["ship-prefix"])
    small = "|".join(phrases("arms_words")["name-word"])
    name = rf"[A-Z][\w’'-]*(?:\s(?:(?:{small})\s){{0,2}}[A-Z][\w’'-]*){{0,3}}"
    return re.compile(rf"(?<![^\W_])(?:{prefixes})\s({name})")


def _ships(text: str) -> Iterator[tuple[int, int]]:
    """Naval ships by the letters before their names, their hull numbers, and their names when they come again."""
    names = set()
    for match in _ship_pattern().finditer(text):
        yield match.span()
        names.add(match[1])
        if hull := _HULL.match(text, match.end()):
            yield hull.span(1)
    if not names:
        return
    again = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    for match in re.finditer(rf"(?<![^\W_])(?:{again})(?![^\W_])", text):
        before = text[max(match.start() - 8, 0) : match.start()]
        if not re.search(r"[A-Z]{2,}\s$", before):
            yield match.span()
