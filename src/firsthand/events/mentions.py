"""Who and what may fill a role: states, unnamed sides of a war, pronouns, unknown names, weapons and goods."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import itemgetter

from firsthand.events.view import View, cues
from firsthand.language.gazetteer import NameMention, subsumes

_DEMONYM_END = re.compile(r"(?:[ai]an|n|ish|ese|i|ic|ite|ene)s?$")
_STEM = 4
_HYPHENS = ("-", "‑", "–")
_LONGEST_RUN = 5
PRONOUNS = ("self", "group", "thing", "country", "both")


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``[first, last]`` with ``head``. ``kind`` is party, item or pronoun; ``form`` how it names.

    ``canonical`` is empty for a pronoun. ``weapon_class`` is set for items; goods without a class have none.
    """

    first: int
    last: int
    head: int
    kind: str
    canonical: str
    form: str
    weapon_class: str | None = None
    resolved: str = ""

    def covers(self, i: int) -> bool:
        """Whether token ``i`` is part of it."""
        return self.first <= i <= self.last


def _top_of(view: View, first: int, last: int) -> int:
    for i in range(first, last + 1):
        head = view.tokens[i].head
        if head == i or not first <= head <= last:
            token = view.tokens[i]
            if token.deprel not in ("punct", "case", "det"):
                return i
    return last


def _named(view: View, scope: Sequence[int]) -> list[tuple[NameMention, int, int]]:
    """The known names whose words all stand in ``scope``, with first and last token."""
    if not scope:
        return []
    inside, begin = set(scope), bisect_left(view.placed, scope[0], key=itemgetter(0))
    end = bisect_right(view.placed, scope[-1], begin, key=itemgetter(0))
    return [(name, a, b) for a, b, name in view.placed[begin:end] if a in inside and b in inside]


@cache
def _by_first_word(key: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a key of event_cues, as words, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in cues(key):
        found.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return found


def _phrases_at(view: View, scope: Sequence[int], key: str) -> list[tuple[int, int, str]]:
    """Where the phrases of a key of event_cues stand, longest first: first token, last token, phrase."""
    by_first, written = _by_first_word(key), view.words
    inside, found, k = set(scope), [], 0
    while k < len(scope):
        i = scope[k]
        best: tuple[str, ...] = ()
        for words in by_first.get(written[i], ()):
            run = range(i, i + len(words))
            if len(words) > len(best) and all(j in inside and written[j] == words[j - i] for j in run):
                best = words
        if best:
            found.append((i, i + len(best) - 1, " ".join(best)))
        k += max(1, len(best))
    return found


def _unknown_runs(view: View, scope: Sequence[int], taken: set[int]) -> list[tuple[int, int]]:
    """Runs of proper nouns that no lexicon knows, persons left out."""
    inside = set(scope)
    runs: list[tuple[int, int]] = []
    for i in scope:
        token = view.tokens[i]
        if token.upos != "PROPN" or i in taken or i in view.persons or not token.text[0].isalnum():
            continue
        if runs and runs[-1][1] == i - 1 and i - runs[-1][0] < _LONGEST_RUN and i - 1 in inside:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return [(first, _with_number(view, last, inside)) for first, last in runs]


def _with_number(view: View, last: int, inside: set[int]) -> int:
    """The end of a name with the number that is written onto it: "Zarka-5", "Zarka 5"."""
    following = view.tokens[last + 1 : last + 3]
    joined = len(following) == 2 and following[0].text in _HYPHENS and following[0].start == view.tokens[last].end
    if joined and following[1].start == following[0].end and last + 2 in inside:
        return last + 2
    if following and following[0].text.isdigit() and following[0].upos == "NUM" and last + 1 in inside:
        return last + 1
    return last


@lru_cache(maxsize=4)
def _stems(view: View) -> dict[str, str]:
    return {text[:_STEM].lower(): text for text in reversed(unknown_names(view)) if len(text) >= _STEM}


def unknown_names(view: View) -> tuple[str, ...]:
    """Single capitalised names of the report that no lexicon knows, in order of place, each once."""
    known = {i for first, last, _ in view.placed for i in range(first, last + 1)}
    found = [
        view.tokens[i].text
        for i in range(len(view.tokens))
        if view.tokens[i].upos == "PROPN" and i not in known and i not in view.persons and view.tokens[i].text.isalpha()
    ]
    return tuple(dict.fromkeys(found))


def _demonym_of(view: View, i: int) -> str:
    """The unknown state that this adjective belongs to: it begins like a name of the report and ends like a demonym."""
    token = view.tokens[i]
    if len(token.text) <= _STEM or not _DEMONYM_END.search(token.text):
        return ""
    name = _stems(view).get(token.text[:_STEM].lower(), "")
    if name and name.lower() != token.text.lower() and not _DEMONYM_END.search(name):
        return name
    return ""


def _items(view: View, scope: Sequence[int], named: list[tuple[NameMention, int, int]]) -> list[Mention]:
    """Weapons by designation or by class. A designation with its class behind or before it is one item."""
    found: list[Mention] = []
    for name, first, last in named:
        if name.kind not in ("weapon", "weapon-class"):
            continue
        form = "designation" if name.kind == "weapon" else "class"
        canonical = name.canonical if form == "designation" else view.text(first, last).lower()
        item = Mention(first, last, _top_of(view, first, last), "item", canonical, form, name.entry_id)
        before = found[-1] if found else None
        if before and before.last == first - 1 and "designation" in (before.form, form):
            found[-1] = _joined(view, before, item)
        else:
            found.append(item)
    return found


def _joined(view: View, left: Mention, right: Mention) -> Mention:
    named, other = (left, right) if left.form == "designation" else (right, left)
    weapon_class = named.weapon_class
    if weapon_class and other.weapon_class and subsumes(weapon_class, other.weapon_class):
        weapon_class = other.weapon_class
    first, last = left.first, right.last
    return Mention(first, last, _top_of(view, first, last), "item", named.canonical, "designation", weapon_class)


def _with_unknown(view: View, items: list[Mention], runs: list[tuple[int, int]]) -> tuple[list[Mention], set[int]]:
    """Unknown names before a class noun, or behind "known as", are designations of their own."""
    used: set[int] = set()
    for first, last in runs:
        if _demonym_of(view, last) or (first == last and _demonym_of(view, first)):
            continue
        for k, item in enumerate(items):
            if item.form != "class" or item.first != last + 1:
                continue
            if view.tokens[last].deprel in ("nmod:poss", "nsubj", "obj", "iobj"):
                continue
            text = view.text(first, last)
            items[k] = replace(item, first=first, canonical=text, form="designation")
            used.update(range(first, last + 1))
    return items, used


def _known_as(view: View, items: list[Mention], runs: list[tuple[int, int]]) -> list[tuple[Mention, int, int]]:
    found = []
    for first, last in runs:
        at = first - 1
        while at >= 0 and view.word(at) in cues("article"):
            at -= 1
        cue = view.word(at) if at >= 0 else ""
        if cue == "as" and at:
            cue = f"{view.word(at - 1)} as"
        before = [item for item in items if item.last < first]
        if cue in cues("naming") and before:
            kind = Mention(
                first, last, _top_of(view, first, last), "item", view.text(first, last), "designation",
                before[-1].weapon_class,
            )  # fmt: skip
            found.append((kind, first, last))
    return found


def _parties(view: View, named: list[tuple[NameMention, int, int]]) -> list[Mention]:
    found = []
    for name, first, last in named:
        state = name.canonical if name.kind == "state" else name.state
        if name.kind in ("state", "body", "office") and state:
            form = name.form if name.kind == "state" else "metonym"
            how = "" if form in ("name", "alias") else f"{name.form if name.kind == 'state' else name.kind} of {state}"
            found.append(Mention(first, last, _top_of(view, first, last), "party", state, form, resolved=how))
    return found


def _is_told(view: View, first: int, last: int) -> bool:
    """Whether a name that no list knows may be one: it has a capital, or the text has none and tells it twice."""
    if not view.text(first, last).islower():
        return True
    word = view.word(first)
    return view.caseless and view.proper_nouns[word] > 1


def _unknown(view: View, first: int, last: int) -> Mention:
    """A name that no list knows; "the North" is the state of the report whose name has that word."""
    text = view.text(first, last)
    if first == last and first and view.word(first - 1) == "the":
        for state in view.states:
            if text.lower() in state.lower().split()[:-1]:
                how = f"“the {text}” read as {state}"
                return Mention(first, last, first, "party", state, "short", resolved=how)
    if state := _cut_off(view, last, text):
        how = f"“{text}”, where the text breaks off, read as {state}"
        return Mention(first, last, _top_of(view, first, last), "party", state, "short", resolved=how)
    state = _state_behind(view, last)
    if state:
        how = f"“{text}” lies in {state}"
        return Mention(first, last, _top_of(view, first, last), "party", state, "place", resolved=how)
    return Mention(first, last, _top_of(view, first, last), "party", text, "unknown")


def _cut_off(view: View, last: int, text: str) -> str:
    """The one state of the report that a name begins like, where the line breaks off in the name."""
    end = view.tokens[last].end
    if len(text) <= _STEM or view.report.text[end : end + 1] not in ("", "\n", "\r", "…", "."):
        return ""
    likely = {name for name in view.states if name.lower().startswith(text.lower()) and name.lower() != text.lower()}
    return likely.pop() if len(likely) == 1 else ""


def _state_behind(view: View, last: int) -> str:
    """The state that follows a place name: "Tobruk in Libya", "Tobruk, Libya"."""
    following = last + 2
    if following >= len(view.tokens) or view.word(last + 1) not in ("in", ","):
        return ""
    return view.state_at.get(view.tokens[following].start, "")


def find_mentions(view: View, scope: Sequence[int]) -> list[Mention]:
    """All that may fill a role in these tokens, in order of place."""
    return list(_mentions(view, tuple(scope)))


@lru_cache(maxsize=16)
def _mentions(view: View, scope: tuple[int, ...]) -> tuple[Mention, ...]:
    """What find_mentions gives; the steps from words to an event ask for the same tokens again."""
    named = _named(view, scope)
    taken = {i for _, first, last in named for i in range(first, last + 1)}
    runs = _unknown_runs(view, scope, taken)
    items, used = _with_unknown(view, _items(view, scope, named), runs)
    for item, first, last in _known_as(view, items, runs):
        items.append(item)
        used.update(range(first, last + 1))
    found = items + _parties(view, named)
    for first, last, phrase in _phrases_at(view, scope, "parties"):
        found.append(Mention(first, last, _top_of(view, first, last), "party", "parties to the conflict", "side",
                             resolved=f"“{phrase}” names no state"))  # fmt: skip
    for kind in PRONOUNS:
        for first, last, _ in _phrases_at(view, scope, f"pronoun.{kind}"):
            found.append(Mention(first, last, _top_of(view, first, last), "pronoun", "", kind))
    covered = {i for m in found for i in range(m.first, m.last + 1)}
    for i in scope:
        if i not in covered and view.word(i) in cues("goods") and view.tokens[i].upos in ("NOUN", "PROPN"):
            found.append(Mention(i, i, i, "item", view.word(i), "goods"))
        elif i not in covered and view.tokens[i].upos in ("ADJ", "PROPN", "NOUN") and _demonym_of(view, i):
            name = _demonym_of(view, i)
            found.append(Mention(i, i, i, "party", name, "demonym", resolved=f"adjective of {name}"))
            used.add(i)
    for first, last in runs:
        beside_name = first - 1 in taken and view.tokens[first - 1].upos == "PROPN"
        if not used.intersection(range(first, last + 1)) and not beside_name and _is_told(view, first, last):
            found.append(_unknown(view, first, last))
    told = {m.last + 2 for m in found if m.form == "place"}
    return tuple(sorted((m for m in found if m.first not in told), key=lambda m: (m.first, -m.last, m.kind)))
