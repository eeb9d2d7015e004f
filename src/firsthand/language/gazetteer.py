"""Find the names that the lexicons know: states, bodies, offices, outlets, weapons and their classes."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from firsthand.lexicons import offices, outlets, phrases, states, weapon_classes, weapons

_WORD = re.compile(r"[^\W_]+")
_PRIORITY = {"weapon": 0, "outlet": 1, "body": 2, "office": 3, "state": 4, "weapon-class": 5}
_ALIKE = {" ", "-", "‑", "–", "\u00a0", "\n", "\r\n"}


@dataclass(frozen=True, slots=True)
class NameMention:
    """``text[start:end]`` names ``canonical``.

    ``kind``: state, body, office, outlet, weapon, weapon-class. ``form``: name, alias, demonym, metonym or noun.
    ``entry_id``: code of a state, id of a weapon class, class of a weapon, kind of an outlet, body of an office.
    ``state``: name of the state that a body, office, outlet or demonym belongs to, empty where none is fixed.
    """

    start: int
    end: int
    kind: str
    canonical: str
    form: str
    entry_id: str
    state: str


@dataclass(frozen=True, slots=True)
class _Entry:
    words: list[str]
    gaps: tuple[str, ...]
    as_written: str
    cased: bool
    initials: bool
    kind: str
    canonical: str
    form: str
    entry_id: str
    state: str


def is_caseless(text: str) -> bool:
    """Whether the text is written without capitals, so that case tells nothing about names.

    >>> is_caseless("the minister of ostrel denied it on friday"), is_caseless("The minister denied it.")
    (True, False)
    """
    letters = sum(c.isalpha() for c in text)
    return letters > 0 and sum(c.isupper() for c in text) < 0.004 * letters


@cache
def state_names() -> dict[str, str]:
    """Code of a state, upper case, to its name."""
    return {entry.code.upper(): entry.name for entry in states()}


def state_name(code: str) -> str:
    """The name of the state with this code in either case; empty for an unknown one."""
    return state_names().get(code.upper(), "")


def _listed() -> Iterator[tuple[str, str, str, str, str, str]]:
    bodies = {item.lower() for o in offices() if o.kind == "body" for item in (o.name, *o.aliases)}
    for s in states():
        for form, items in (
            ("name", (s.name,)),
            ("alias", s.aliases),
            ("demonym", s.demonyms),
            ("metonym", s.metonyms),
        ):
            for item in items:
                if form != "metonym" or item.lower().removeprefix("the ") not in bodies:
                    yield item, "state", s.name, form, s.code, s.name
    for o in outlets():
        for item in (o.name, *o.aliases):
            yield item, "outlet", o.name, "name" if item == o.name else "alias", o.kind, state_name(o.state)
    for office in offices():
        kind = "body" if office.kind == "body" else "office"
        for item in (office.name, *office.aliases):
            form = "name" if item == office.name else "alias"
            yield item, kind, office.name, form, office.body, state_name(office.state)
    for w in weapons():
        maker = state_name(w.makers[0]) if len(w.makers) == 1 else ""
        for item in (w.name, *w.aliases):
            yield item, "weapon", w.name, "name" if item == w.name else "alias", w.weapon_class, maker
    for c in weapon_classes():
        for item in c.nouns:
            yield item, "weapon-class", c.nouns[0], "noun", c.id, ""


def _gap(text: str) -> str:
    return " " if text in _ALIKE else text.strip(" ") or " "


@cache
def _index() -> dict[str, list[_Entry]]:
    index: dict[str, list[_Entry]] = {}
    for item, kind, canonical, form, entry_id, state in _listed():
        item = item.replace("’", "'")
        found = list(_WORD.finditer(item))
        if not found:
            continue
        words = [m.group().lower() for m in found]
        gaps = tuple(_gap(item[a.end() : b.start()]) for a, b in itertools.pairwise(found))
        letters = "".join(m.group() for m in found)
        proper = kind != "weapon-class" and any(m.group()[0].isupper() for m in found)
        initials = proper and len(found) == 1 and letters.isupper() and len(letters) <= 5 and letters.isalpha()
        index.setdefault(words[0], []).append(
            _Entry(words, gaps, item, proper, initials, kind, canonical, form, entry_id, state)
        )
    for entries in index.values():
        entries.sort(key=lambda e: (-len(e.words), _PRIORITY[e.kind], e.canonical))
    return index


def _fits(entry: _Entry, text: str, matches: list[re.Match[str]], i: int, caseless: bool) -> bool:
    """Whether the words of the entry, which are at ``i``, are written as a name is."""
    n = len(entry.words)
    for k, gap in enumerate(entry.gaps):
        between = text[matches[i + k].end() : matches[i + k + 1].start()].replace("’", "'")
        if _gap(between) != gap:
            return False
    if not entry.cased:
        return True
    if caseless:
        return not entry.initials or _initials_in_lower_case(entry, text, matches, i)
    if entry.initials:
        return text[matches[i].start() : matches[i + n - 1].end()] == entry.as_written
    return any(matches[i + k].group()[0].isupper() for k in range(n)) or entry.words[0][0].isdigit()


def _initials_in_lower_case(entry: _Entry, text: str, matches: list[re.Match[str]], i: int) -> bool:
    """Initials without capitals count unless they spell a common word that stands where the word would."""
    word = entry.words[0]
    common = phrases("lower_case_initials")
    if word not in common["word"]:
        return True
    before = matches[i - 1].group().lower() if i else ""
    after = matches[i + 1].group().lower() if i + 1 < len(matches) else ""
    gap = text[matches[i].end() : matches[i + 1].start()] if after else "."
    if before in common["article"]:
        return True
    return gap in (" ", "'", "’") and after not in common["function"] and before not in common["governor"]


def find_names(text: str, start: int = 0, end: int | None = None, *, caseless: bool | None = None) -> list[NameMention]:
    """Known names in ``text[start:end]``, longest first where they overlap, in order of place.

    ``caseless`` overrides the test whether the whole text is written without capitals.

    >>> [(m.kind, m.canonical) for m in find_names("Turkish drones reached Baku.")][0]
    ('state', 'Turkey')
    """
    end = len(text) if end is None else end
    plain = is_caseless(text) if caseless is None else caseless
    index = _index()
    matches = list(_WORD.finditer(text, start, end))
    words = [match.group().lower() for match in matches]
    found: list[NameMention] = []
    i = 0
    while i < len(matches):
        for entry in index.get(words[i], ()):
            if words[i : i + len(entry.words)] == entry.words and _fits(entry, text, matches, i, plain):
                last = matches[i + len(entry.words) - 1].end()
                if entry.as_written.endswith(".") and text[last : last + 1] == ".":
                    last += 1
                found.append(
                    NameMention(
                        matches[i].start(), last, entry.kind, entry.canonical, entry.form, entry.entry_id, entry.state
                    )
                )
                i += len(entry.words)
                break
        else:
            i += 1
    return found


@cache
def _parents() -> dict[str, str]:
    return {entry.id: entry.parent for entry in weapon_classes()}


def subsumes(general: str, narrow: str) -> bool:
    """Whether every weapon of class ``narrow`` is one of class ``general``; unknown ids only match themselves.

    >>> subsumes("missile", "ballistic-missile"), subsumes("ballistic-missile", "missile")
    (True, False)
    """
    while narrow:
        if narrow == general:
            return True
        narrow = _parents().get(narrow, "")
    return False
