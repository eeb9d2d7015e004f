"""Find the names that the lexicons know: states, bodies, offices, outlets, weapons and their classes."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter

from firsthand.lexicons import offices, outlets, phrases, reporting, states, weapon_classes, weapons

_LONGER_NAME = re.compile(r" (?:of|de|del|do|da|du|des) [^\W\d_a-zß-öø-ÿ]")
_HYPHENED = re.compile(r"[-‑]([^\W\d_a-zß-öø-ÿ][^\W\d_]+)")
_WORD = re.compile(r"[^\W_]+")
_PRIORITY = {"weapon": 0, "outlet": 1, "body": 2, "office": 3, "state": 4, "weapon-class": 5}
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ASCII = re.compile(r"[\x00-\x7f]+")
_NEAR = 3
_IN_SIGHT = 600
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


_Listed = tuple[str, str, str, str, str, str]
"""A name as the lists have it: its letters, kind, canonical name, form, id of its entry, state."""


@dataclass(frozen=True, slots=True)
class _Entry:
    words: list[str]
    gaps: tuple[str, ...]
    as_written: str
    tail: str
    capitals: tuple[int, ...]
    initials: bool
    needs_citing: bool
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
    capitals, letters = _letters(text)
    return letters > 0 and capitals < 0.004 * letters


@lru_cache(maxsize=64)
def _letters(text: str) -> tuple[int, int]:
    """How many capitals and how many letters; ASCII is counted by deleting, the rest one by one."""
    plain = text.encode("ascii", "ignore")
    rest = "" if len(plain) == len(text) else _ASCII.sub("", text)
    capitals = len(plain) - len(plain.translate(None, _CAPITALS)) + sum(c.isupper() for c in rest)
    letters = len(plain) - len(plain.translate(None, _CAPITALS + _CAPITALS.lower())) + sum(c.isalpha() for c in rest)
    return capitals, letters


@cache
def state_names() -> dict[str, str]:
    """Code of a state, upper case, to its name."""
    return {entry.code.upper(): entry.name for entry in states()}


def state_name(code: str) -> str:
    """The name of the state with this code in either case; empty for an unknown one."""
    return state_names().get(code.upper(), "")


def _listed() -> Iterator[_Listed]:
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


class _Index:
    """First and second word (empty for a single word) to the names that begin so, longest first.

    The lists hold some thirty thousand names, of which a text asks for a few: an entry is made when it is asked for.
    """

    def __init__(self) -> None:
        self._listed: dict[tuple[str, str], list[_Listed]] = {}
        self._made: dict[tuple[str, str], list[_Entry]] = {}
        for listed in _listed():
            words = _WORD.findall(listed[0].replace("’", "'").lower())
            if words:
                self._listed.setdefault((words[0], words[1] if len(words) > 1 else ""), []).append(listed)

    def __contains__(self, key: tuple[str, str]) -> bool:
        return key in self._listed

    def get(self, key: tuple[str, str]) -> list[_Entry]:
        """The entries of names that begin with these words."""
        if key not in self._listed:
            return []
        if key not in self._made:
            entries = [_entry(*listed) for listed in self._listed[key]]
            self._made[key] = sorted(entries, key=lambda e: (-len(e.words), _PRIORITY[e.kind], e.canonical))
        return self._made[key]


@cache
def _index() -> _Index:
    return _Index()


@cache
def _bare_names() -> frozenset[str]:
    return frozenset(item.lower() for o in outlets() for item in (o.name, *o.aliases))


@cache
def _state_words() -> frozenset[str]:
    return frozenset(item.lower() for s in states() for item in (s.name, *s.aliases))


def _entry(item: str, kind: str, canonical: str, form: str, entry_id: str, state: str) -> _Entry:
    item = item.replace("’", "'")
    found = list(_WORD.finditer(item))
    words = [m.group().lower() for m in found]
    gaps = tuple(_gap(item[a.end() : b.start()]) for a, b in itertools.pairwise(found))
    letters = "".join(m.group() for m in found)
    capitals = _capitals([m.group() for m in found], kind)
    initials = bool(capitals) and len(found) == 1 and letters.isupper() and len(letters) <= 5 and letters.isalpha()
    plain = kind == "outlet" and _reads_as_plain_words(item.lower(), words)
    tail = item[found[-1].end() :]
    return _Entry(words, gaps, item, tail, capitals, initials, plain, kind, canonical, form, entry_id, state)


def _capitals(words: list[str], kind: str) -> tuple[int, ...]:
    """Which words of a name must begin with a capital in cased text; a leading article need not.

    Reports write the common nouns of states and ministries small ("Ostrelian defence ministry"), so that of
    them only the first capital is asked for; titles of offices start small too ("president of the Ostrelian Republic").
    """
    if kind == "weapon-class":
        return ()
    article = len(words) > 1 and words[0].lower() in phrases("lower_case_names")["article"]
    found = tuple(k for k, word in enumerate(words) if word[0].isupper() and not (k == 0 and article))
    return found[:1] if kind in ("body", "state") else found


def _reads_as_plain_words(name: str, words: list[str]) -> bool:
    """Whether the name of an outlet, without its capitals, is a phrase like any other ("the sun", "russia today")."""
    if words[0] == "the":
        return name.removeprefix("the ") not in _bare_names()
    return " ".join(words[:-1]) in _state_words() and words[-1] in phrases("lower_case_names")["adverb"]


def _fits(entry: _Entry, text: str, matches: list[re.Match[str]], i: int, caseless: bool) -> bool:
    """Whether the words of the entry, which are at ``i``, are written as a name is."""
    n = len(entry.words)
    for k, gap in enumerate(entry.gaps):
        between = text[matches[i + k].end() : matches[i + k + 1].start()].replace("’", "'")
        if _gap(between) != gap:
            return False
    if not entry.capitals:
        return True
    if caseless:
        if entry.needs_citing:
            return entry.words[-1] not in _posts() and _is_cited(text, matches, i, i + n)
        return not entry.initials or _initials_in_lower_case(entry, text, matches, i)
    if entry.initials:
        return text[matches[i].start() : matches[i + n - 1].end()] == entry.as_written
    if entry.kind == "weapon" and n == 1 and entry.as_written.istitle() and _in_another_name(text, matches, i):
        return False
    written = [matches[i + k].group()[0].isupper() for k in entry.capitals]
    return any(written) if entry.kind == "office" else all(written)


def _in_another_name(text: str, matches: list[re.Match[str]], i: int) -> bool:
    """Whether the word has a neighbour that makes it a part of a longer name ("Patriot Coal", "Rebecca Bradley").

    Words that the lexicons know, designations, the first word of a sentence and headlines tell nothing.
    """
    if not _has_small_words(text, matches[i].start()):
        return False
    if i + 1 < len(matches) and text[matches[i].end() : matches[i + 1].start()] == " ":
        behind = matches[i + 1].group()
        if _listed_alone(behind.lower()):
            return False
        if behind.istitle() and behind.lower() not in _small_words():
            return True
    if i < 2 or text[matches[i - 1].end() : matches[i].start()] != " ":
        return False
    gap = text[matches[i - 2].end() : matches[i - 1].start()]
    before = matches[i - 1].group()
    if gap not in _ALIKE or not before.istitle() or before.lower() in _small_words():
        return False
    return not _listed_alone(before.lower())


def _has_small_words(text: str, at: int) -> bool:
    """Whether the line at ``at`` has words without capitals, as far as it can be seen from there."""
    first, end = max(at - _IN_SIGHT, 0), at + _IN_SIGHT
    first = max(text.rfind("\n", first, at) + 1, first)
    last = text.find("\n", at, end)
    return any(len(m[0]) > 3 and m[0].islower() for m in _WORD.finditer(text, first, end if last < 0 else last))


def _listed_alone(word: str) -> bool:
    """Whether the word by itself is a name or a noun of the lexicons."""
    return (word, "") in _index()


def _inside_a_word(text: str, start: int) -> bool:
    """Whether ``start`` lies behind the apostrophe of a longer word ("ostrel's 300") or the point of a number."""
    before = text[max(start - 2, 0) : start]
    if len(before) < 2:
        return False
    return (before[1] in "'’" and before[0].isalnum()) or (before[1] in ".," and before[0].isdigit())


def _part_of_another(text: str, start: int, end: int) -> bool:
    """Whether a name is a part of an outlet's own: Ocean-TASS, ANP-Sur, The Times of Tavria."""
    behind_hyphen = start > 1 and text[start - 1] in "-‑" and text[start - 2].isalnum()
    further = _HYPHENED.match(text, end)
    joined = further is not None and not _listed_alone(further[1].lower())
    return behind_hyphen or joined or _LONGER_NAME.match(text, end) is not None


@cache
def _posts() -> frozenset[str]:
    """Single nouns for persons who speak: a diplomat who says something is a person, not a magazine."""
    return frozenset(item.lower() for o in offices() if o.kind == "office" for item in (o.name, *o.aliases))


@cache
def _citing_words() -> frozenset[str]:
    """Words that by themselves make the name beside them a source."""
    cues = phrases("citing_cues")
    listed = {cue for cue in (*cues["before"], *cues["after"]) if " " not in cue}
    return frozenset(listed | {form for entry in reporting() if entry.pos == "verb" for form in entry.forms})


def _is_cited(text: str, matches: list[re.Match[str]], first: int, last: int) -> bool:
    """Whether a word that cites stands within three words of the name, in the same sentence.

    A noun right behind the name makes it a part of something else ("the independent expert said").
    """
    cues, citing = phrases("citing_cues"), _citing_words()
    end = matches[min(last + _NEAR, len(matches)) - 1].end()
    after = _SENTENCE_END.split(text[matches[last - 1].end() : end])[0].lower()
    behind = list(itertools.dropwhile(lambda word: word in cues["helper"], _WORD.findall(after)))
    if behind and behind[0] in citing:
        return True
    if behind and after.startswith(f" {behind[0]}") and behind[0] not in _small_words():
        return False
    before = _SENTENCE_END.split(text[matches[max(first - _NEAR, 0)].start() : matches[first].start()])[-1].lower()
    if any(f" {cue} " in f" {before} " for cue in cues["before"] if " " in cue):
        return True
    return any(word in citing for word in _WORD.findall(before))


@cache
def _small_words() -> frozenset[str]:
    """Words that carry little meaning of their own."""
    return frozenset(word for group in phrases("function_words").values() for word in group)


def _shouted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Lines that touch ``text[start:end]`` all in capitals, where case tells nothing; initials alone are none."""
    found = []
    last = text.find("\n", end)
    for line in _LINE.finditer(text, text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last):
        words = _WORD.findall(line.group()) if line.group().isupper() else []
        if len(words) >= 4 and sum(len(word) > 5 and word.isalpha() for word in words) >= 2:
            found.append(line.span())
    return found


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
    return list(_names(text, start, end, is_caseless(text) if caseless is None else caseless))


@lru_cache(maxsize=64)
def _names(text: str, start: int, end: int, plain: bool) -> tuple[NameMention, ...]:
    """What find_names gives; several stages ask for the names of the same text."""
    index = _index()
    matches = list(_WORD.finditer(text, start, end))
    words = [match.group().lower() for match in matches]
    shouted = [] if plain else _shouted(text, start, end)
    found: list[NameMention] = []
    i = 0
    while i < len(matches):
        at = matches[i].start()
        entry = None
        if _begins_a_name(index, words, i) and not _inside_a_word(text, at):
            line = bisect_right(shouted, (at, len(text))) - 1
            loud = line >= 0 and at < shouted[line][1]
            entry = _longest(index, text, matches, words, i, plain or loud)
        if entry is not None and entry.kind == "outlet":
            end_of_it = matches[i + len(entry.words) - 1].end()
            entry = None if _part_of_another(text, at, end_of_it) else entry
        if entry is None:
            i += 1
            continue
        last = matches[i + len(entry.words) - 1].end()
        if text.startswith(entry.tail, last):
            last += len(entry.tail)
        found.append(NameMention(at, last, entry.kind, entry.canonical, entry.form, entry.entry_id, entry.state))
        i += len(entry.words)
    return tuple(found)


def names_between(names: Sequence[NameMention], start: int, end: int) -> Sequence[NameMention]:
    """The names that lie in ``[start, end)``; ``names`` are in order of place, none over another."""
    first = bisect_left(names, start, key=attrgetter("start"))
    last = bisect_right(names, end, first, key=attrgetter("end"))
    return names[first:last]


def _begins_a_name(index: _Index, words: list[str], i: int) -> bool:
    return (words[i], "") in index or (i + 1 < len(words) and (words[i], words[i + 1]) in index)


def _longest(
    index: _Index,
    text: str,
    matches: list[re.Match[str]],
    words: list[str],
    i: int,
    caseless: bool,
) -> _Entry | None:
    """The longest entry at word ``i``; one with a leading article yields to a longer name right behind the article."""
    longer = index.get((words[i], words[i + 1])) if i + 1 < len(words) else []
    for entry in longer + index.get((words[i], "")):
        n = len(entry.words)
        if words[i : i + n] != entry.words or not _fits(entry, text, matches, i, caseless):
            continue
        if n > 1 and words[i] == "the" and i + 1 < len(words):
            behind = _longest(index, text, matches, words, i + 1, caseless)
            if behind is not None and len(behind.words) >= n:
                return None
        return entry
    return None


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
