"""The words around a cue and at the head of a content, and fixed wordings looked up in them."""

import re
from functools import cache, lru_cache

from firsthand.language.trees import Tree
from firsthand.lexicons import phrases
from firsthand.statements.utterance import Utterance

_MARKS = frozenset("“”\"«»„‘’'`") | {"''", "``"}
_RUN = re.compile(r"[\w-]+")
_MOST = 30
_LONGEST = 14


@cache
def _pattern(group: str) -> re.Pattern[str]:
    """The phrases of a group as one pattern, longer ones first."""
    items = sorted(phrases("stance_wordings")[group], key=lambda p: (-len(p), p))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_phrase(item) for item in items)})(?![\w-])")


def _phrase(item: str) -> str:
    """A phrase as a pattern: ``a/b`` is a or b, ``a_b`` two words in one place, ``*`` up to four words.

    ``<deny>`` is any word of a class (stance_classes.csv), ``give+`` any form of a verb, ``admit++`` with its last
    letter doubled.
    """
    parts = []
    for place in item.split():
        if place == "*":
            parts.append(r"(?:\S+ ){0,4}?")
        else:
            parts.append(f"(?:{'|'.join(re.escape(word) for word in _words(place))}) ")
    return "".join(parts).removesuffix(" ")


def _words(place: str) -> list[str]:
    """Every wording that fits one place of a phrase, longer ones first."""
    found: set[str] = set()
    for word in place.split("/"):
        if word.startswith("<"):
            found.update(_class(word[1:-1]))
        else:
            found.update(_forms(word.replace("_", " ")))
    return sorted(found, key=lambda w: (-len(w), w))


@cache
def _class(name: str) -> frozenset[str]:
    """The wordings of a class; it may hold other classes."""
    return frozenset(w for item in phrases("stance_classes")[name] for w in _members(item))


def _members(item: str) -> list[str]:
    return list(_class(item[1:-1])) if item.startswith("<") else _forms(item)


def _forms(words: str) -> list[str]:
    """The forms of the one verb of a wording that is marked with a plus sign.

    >>> _forms("deny+")
    ['deny', 'denies', 'denied', 'denying']
    >>> _forms("own+ to")
    ['own to', 'owns to', 'owned to', 'owning to']
    """
    verb = next((w for w in words.split() if w.endswith("+")), None)
    if verb is None:
        return [words]
    base = verb.rstrip("+")
    stem = base + base[-1] if verb.endswith("++") else base.removesuffix("e")
    third, past = base + "s", stem + "ed"
    if base.endswith("y") and base[-2] not in "aeou":
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    elif base.endswith(("s", "sh", "ch", "x", "z")):
        third = base + "es"
    return [words.replace(verb, form) for form in (base, third, past, stem + "ing")]


@cache
def _openers(group: str) -> frozenset[str]:
    """The words with which a phrase of the group can begin."""
    return frozenset(w.split()[0] for item in phrases("stance_wordings")[group] for w in _words(item.split()[0]))


@cache
def _heads(group: str) -> frozenset[str] | None:
    """The runs of letters with which a phrase of the group begins; None where one begins otherwise.

    A text without them needs no search, and many a pattern is never compiled.
    """
    runs = [_RUN.match(word) for word in _openers(group)]
    return frozenset(run.group() for run in runs if run) if all(runs) else None


@lru_cache(maxsize=64)
def _runs(text: str) -> frozenset[str]:
    return frozenset(_RUN.findall(text))


def starts(group: str, words: list[str]) -> int:
    """How many of ``words`` a phrase of ``group`` at their start takes, 0 where none fits."""
    if not words or words[0] not in _openers(group):
        return 0
    found = opens(group, " ".join(words[:_LONGEST]))
    return len(found.split()) if found else 0


def wording(group: str, text: str) -> str | None:
    """The first words of ``text`` that a phrase of ``group`` (stance_wordings.csv) fits, None where none does."""
    heads = _heads(group)
    if heads is not None and heads.isdisjoint(_runs(text)):
        return None
    found = _pattern(group).search(text)
    return found.group() if found else None


def opens(group: str, text: str) -> str | None:
    """The words with which ``text`` begins that a phrase of ``group`` fits, None where none does."""
    heads, first = _heads(group), _RUN.match(text)
    if heads is not None and (first is None or first.group() not in heads):
        return None
    found = _pattern(group).match(text)
    return found.group() if found else None


def plain(tree: Tree, words: list[int]) -> str:
    """Tokens as lower-case words between single blanks, without marks of quotation, "n't" as "not"."""
    said = " ".join(tree.word(i).replace("’", "'") for i in words if tree.tokens[i].text not in _MARKS)
    for short, long in ((" n't", " not"), ("n't ", " not "), ("wo not", "will not"), ("ca not", "can not")):
        said = said.replace(short, long)
    return said.replace("cannot", "can not")


def around_cue(tree: Tree, u: Utterance) -> str:
    """The words of the cue's sentence from the source to the content, or from the content to the end behind it."""
    begin, end = tree.sentence(u.head)
    before = [a for a, _ in u.content if a > u.head]
    behind = [b for _, b in u.content if b <= u.head]
    first, last = begin, end
    if before:
        last = min(before)
        sources = [b for _, b in u.source if b <= u.head]
        first = max([begin, *(s for s in sources if s <= u.head)])
    elif behind:
        first = max(begin, *behind)
        last = next((i for i in range(first + 1, end) if tree.word(i) == ";"), end)
    outside = [i for i in range(first, min(last, first + _MOST)) if not u.covers(i)]
    return plain(tree, outside).replace(" , ", " ")


def lead_in(tree: Tree, u: Utterance) -> str:
    """The words of the cue's sentence up to the content, source included; empty where the content comes first."""
    begin, _ = tree.sentence(u.head)
    starts_at = [a for a, _ in u.content if a > u.head]
    words = range(begin, min(starts_at)) if starts_at and u.cue else range(0)
    return plain(tree, [i for i in words if not u.covers(i)]).replace(" , ", " ")


def before_source(tree: Tree, u: Utterance) -> str:
    """The words of the sentence before source, cue and content."""
    begin, _ = tree.sentence(u.head)
    return plain(tree, list(range(begin, max(begin, min(u.first, u.head)))))


def of_content(tree: Tree, u: Utterance, most: int = 60) -> str:
    """The words of the content, in the order of the text."""
    said = plain(tree, [i for a, b in sorted(u.content) for i in range(a, b)][:most])
    return said.removeprefix(", ").removeprefix("that ").removeprefix(", ")
