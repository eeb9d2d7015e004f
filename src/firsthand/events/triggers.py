"""Find the words that tell what a statement is about, and choose the one it is chiefly about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.events.view import View, cues, tops
from firsthand.lexicons import phrases

_POS = {"v": ("VERB", "AUX"), "n": ("NOUN", "PROPN"), "a": ("ADJ", "ADV")}
_COST = {
    "xcomp": 0.2, "ccomp": 0.3, "aux": 0.1, "cop": 0.1, "root": 0.0, "obj": 0.5, "obl": 0.9, "obl:agent": 1.3,
    "nsubj": 1.2, "nsubj:pass": 1.2, "csubj": 0.9, "nmod": 0.9, "compound": 1.2, "amod": 1.6, "acl": 0.8,
    "acl:relcl": 1.4, "advcl": 1.4, "conj": 0.7, "parataxis": 0.8, "appos": 1.2, "nmod:poss": 1.3, "dep": 0.8,
}  # fmt: skip
_OTHER_COST = 1.0
_LATE = 0.01
_NOUN_ENDINGS = ("tion", "tions", "ment", "ments", "ery", "eries")
_BIAS = {"capability": 0.1, "escalation": 0.2, "cooperation": 0.2, "production": 0.1, "detection": 0.1}
_CONTENT_WORDS = ("VERB", "NOUN", "PROPN", "ADJ", "ADV")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words ``[first, last]`` around ``head`` that name an event of ``type`` and ``phase``.

    ``phrase`` is the entry of event_words; ``weak`` ones count only beside a weapon; ``cost`` grows with the
    distance from the top of the content.
    """

    first: int
    last: int
    head: int
    type: str
    phase: str
    phrase: str
    weak: bool
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    pos: tuple[str, ...]
    type: str
    phase: str
    weak: bool


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    index: dict[str, list[_Pattern]] = {}
    for key, items in phrases("event_words").items():
        name, _, phase = key.removeprefix("weak.").partition(":")
        for item in items:
            form, _, pos = item.partition("/")
            for spelled in dict.fromkeys((form, form.replace("-", " - "))):
                words = tuple(spelled.split())
                index.setdefault(words[0], []).append(
                    _Pattern(words, _POS.get(pos, ()), name, phase, key.startswith("weak."))
                )
    return {word: tuple(sorted(found, key=lambda p: (-len(p.words), p.weak))) for word, found in index.items()}


def _spelled(pattern: _Pattern) -> str:
    return " ".join(pattern.words).replace(" - ", "-")


def _forms(view: View, i: int) -> tuple[str, ...]:
    word, lemma = view.word(i), view.tokens[i].lemma.lower()
    forms = [lemma, word]
    if len(word) > 4 and word.endswith("s"):
        forms.append(word[:-1])
    return tuple(dict.fromkeys(forms))


def _match(view: View, content: Sequence[int], k: int) -> _Pattern | None:
    best: _Pattern | None = None
    for form in _forms(view, content[k]):
        for pattern in _patterns().get(form, ()):
            if best and len(best.words) >= len(pattern.words):
                break
            n = len(pattern.words)
            if k + n > len(content) or content[k + n - 1] != content[k] + n - 1:
                continue
            if any(w not in _forms(view, content[k + j]) for j, w in enumerate(pattern.words) if j):
                continue
            if pattern.pos and n == 1 and not _tag_fits(view, content[k], pattern.pos):
                continue
            best = pattern
    return best


def _tag_fits(view: View, i: int, tags: tuple[str, ...]) -> bool:
    """Whether the part of speech is one of ``tags``; endings that only nouns have outweigh the tagger."""
    return view.tokens[i].upos in tags or ("NOUN" in tags and view.word(i).endswith(_NOUN_ENDINGS))


def _head_of(view: View, first: int, last: int) -> int:
    """The token of a phrase that the rest of it hangs on; a word with content where the tree is of no help."""
    for i in range(first, last + 1):
        token = view.tokens[i]
        outside = token.head == i or not first <= token.head <= last
        if outside and token.upos in _CONTENT_WORDS:
            return i
    return next((i for i in range(last, first - 1, -1) if view.tokens[i].upos in _CONTENT_WORDS), first)


def depth(view: View, i: int, top: Iterable[int]) -> float:
    """How far token ``i`` lies below the top of its content; arcs of subjects and modifiers weigh most."""
    ends = set(top)
    cost, at = 0.0, i
    for head in view.up(i):
        if at in ends:
            break
        cost += _COST.get(view.tokens[at].deprel, _OTHER_COST)
        if at != i and view.tokens[at].lemma.lower() in cues("clear"):
            cost -= 0.1
        at = head
    return max(cost, 0.0)


def _subject_tops(view: View, top: Sequence[int]) -> set[int]:
    """Tops that are nouns before a top that is a predicate: the subjects of a tree that fell apart."""
    found: set[int] = set()
    for k, i in enumerate(top):
        later = top[k + 1 :]
        noun = view.tokens[i].upos in ("NOUN", "PROPN") and not any(
            view.tokens[c].deprel in ("cop", "nsubj", "nsubj:pass") for c in view.below[i]
        )
        if noun and any(_is_predicate(view, j) for j in later):
            found.add(i)
    return found


def _is_predicate(view: View, i: int) -> bool:
    children = [view.tokens[c].deprel for c in view.below[i]]
    return "cop" in children or (view.tokens[i].upos == "VERB" and not {"nsubj", "nsubj:pass"} & set(children))


def _under(view: View, i: int, heads: set[int]) -> bool:
    return i in heads or bool(heads & set(view.up(i)))


def find_triggers(view: View, content: Sequence[int]) -> list[Trigger]:
    """Every trigger in these tokens, in order, longest first where they overlap.

    Nouns before the noun they describe ("supply ships", "arms trade") stay out when they modify a name or weapon.
    """
    top = tops(view, content)
    subjects = _subject_tops(view, top)
    weapons = view.arms
    found: list[Trigger] = []
    k = 0
    while k < len(content):
        pattern = _match(view, content, k)
        if pattern is None:
            k += 1
            continue
        first, last = content[k], content[k + len(pattern.words) - 1]
        head = _head_of(view, first, last)
        token = view.tokens[head]
        part_of_name = head in weapons and not (pattern.type == "transfer" and len(pattern.words) > 1)
        describes = token.deprel in ("compound", "flat") and token.head in weapons
        if not (part_of_name and token.upos != "VERB") and not describes:
            cost = depth(view, head, top) + (_COST["nsubj"] if _under(view, head, subjects) else 0.0)
            cost += _BIAS.get(pattern.type, 0.0) + _LATE * (k / max(1, len(content)))
            found.append(Trigger(first, last, head, pattern.type, pattern.phase, _spelled(pattern), pattern.weak, cost))
        k += len(pattern.words)
    return found
