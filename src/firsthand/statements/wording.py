"""The words around a cue and at the head of a content, and fixed wordings looked up in them."""

import re
from functools import cache

from firsthand.language.trees import Tree
from firsthand.lexicons import phrases
from firsthand.statements.utterance import Utterance

_MARKS = frozenset("“”\"«»„‘’'`") | {"''", "``"}
_MOST = 30


@cache
def _pattern(group: str) -> re.Pattern[str]:
    """The phrases of a group as one pattern, longer ones first."""
    items = sorted(phrases("stance_wordings")[group], key=lambda p: (-len(p), p))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_phrase(item) for item in items)})(?![\w-])")


def _phrase(item: str) -> str:
    """A phrase as a pattern: ``a/b`` is a or b, ``a_b`` two words in one place, ``*`` up to four words."""
    parts = []
    for place in item.split():
        if place == "*":
            parts.append(r"(?:\S+ ){0,4}?")
        else:
            parts.append(f"(?:{'|'.join(re.escape(a.replace('_', ' ')) for a in place.split('/'))}) ")
    return "".join(parts).removesuffix(" ")


def wording(group: str, text: str) -> str | None:
    """The first words of ``text`` that a phrase of ``group`` (stance_wordings.csv) fits, None where none does."""
    found = _pattern(group).search(text)
    return found.group() if found else None


def opens(group: str, text: str) -> str | None:
    """The words with which ``text`` begins that a phrase of ``group`` fits, None where none does."""
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
    outside = [i for i in range(first, min(last, first + _MOST)) if not u.covers(i)]
    return plain(tree, outside)


def before_source(tree: Tree, u: Utterance) -> str:
    """The words of the sentence before source, cue and content."""
    begin, _ = tree.sentence(u.head)
    return plain(tree, list(range(begin, max(begin, min(u.first, u.head)))))


def of_content(tree: Tree, u: Utterance, most: int = 60) -> str:
    """The words of the content, in the order of the text."""
    said = plain(tree, [i for a, b in sorted(u.content) for i in range(a, b)][:most])
    return said.removeprefix(", ").removeprefix("that ").removeprefix(", ")
