"""What the reader tags as the statements of the innermost voices, brought together with the other utterances."""

from collections.abc import Sequence
from functools import cache

from firsthand.language.trees import Tree
from firsthand.lexicons import phrases
from firsthand.model import Speech
from firsthand.statements.cues import Cues
from firsthand.statements.tagged import cue_head, joined, spoken
from firsthand.statements.utterance import Range, Utterance, overlap

UNSURE = 0.1
"""Innermost statements that are likelier wrong than this are left out."""
KNOWN = 0.8
"""An innermost statement of which so much lies in the content of another utterance adds nothing to it."""
DEEPEST = 4
"""Utterances around one another that are counted."""
CLAUSE = 4
"""A piece of so many words may be a clause that was missed; a shorter one apart from the rest is hardly said."""
ALIKE = 0.5
"""Two utterances whose contents share so much of each other say the same."""


def with_innermost(
    tree: Tree, cues: Cues, found: Sequence[Utterance], settled: Sequence[Utterance] = ()
) -> list[Utterance]:
    """The utterances with the stances of the innermost statements; where these know of more voices, with theirs.

    An utterance with the cue of an innermost statement takes its content where that is wider. Those that nothing found
    meets are added; what the ``settled`` utterances hold is left to them.
    """
    inner = [u for s in tree.reading.inner if s.score >= UNSURE and (u := _utterance(tree, cues, s)).content]
    inner = [
        i for i in inner if not any(_meet(i.content, u.content) for u in settled) and not _only_means(tree, cues, i)
    ]
    tagged = _by_word(inner)
    for u in found:
        near = _meeting(u, tagged)
        if near:
            _take(u, max(near, key=lambda i: (_meet(i.cue, u.cue), _shared(i.content, u.content))))
    there = _by_word(found)
    added = [i for i in inner if _reports(tree, cues, i) and not any(_says(i, u) for u in _meeting(i, there))]
    return _once([*found, *added])


def _reports(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """Whether the cue has a word that reports: without one a deed ("have taken steps") is easily taken for words."""
    words = [i for a, b in u.cue for i in range(a, b)]
    return not words or any(
        cues.verb(tree, i) or cues.noun(tree, i) or tree.tokens[i].lemma in _words_of_speech() for i in words
    )


def _says(inner: Utterance, u: Utterance) -> bool:
    """Whether an utterance has the cue of an innermost statement, or nearly all of its content."""
    return _meet(inner.cue, u.cue) or _share(inner.content, u.content) > KNOWN


def _by_word(found: Sequence[Utterance]) -> dict[int, list[Utterance]]:
    """The words of cues and contents to the utterances that hold them."""
    held: dict[int, list[Utterance]] = {}
    for u in found:
        for i in {i for a, b in (*u.cue, *u.content) for i in range(a, b)}:
            held.setdefault(i, []).append(u)
    return held


def _meeting(u: Utterance, held: dict[int, list[Utterance]]) -> list[Utterance]:
    """Those of ``held`` whose cue meets the cue of ``u``, or whose content meets its content."""
    near = {id(o): o for a, b in (*u.cue, *u.content) for i in range(a, b) for o in held.get(i, ())}
    return [o for o in near.values() if _meet(o.cue, u.cue) or _meet(o.content, u.content)]


def _take(u: Utterance, inner: Utterance) -> None:
    """Give the utterance what the innermost statement that is most like it shows."""
    same = _meet(inner.cue, u.cue)
    if same or min(_share(inner.content, u.content), _share(u.content, inner.content)) > ALIKE:
        u.stances = inner.stances
    deeper = len(inner.relays) > _voices_around(u) or (bool(inner.source) and not u.source)
    wider = _meet(inner.content, u.content) and _share(inner.content, u.content) < 1
    if (same and wider) or (deeper and not same):
        said = [p for p in inner.content if _meet([p], u.content) or p[1] - p[0] >= CLAUSE]
        u.content, u.cue, u.head = said or inner.content, inner.cue, inner.head
    if deeper:
        u.relays, u.outer = inner.relays, None
        if inner.source:
            u.source, u.subject = inner.source, inner.subject


def _utterance(tree: Tree, cues: Cues, s: Speech) -> Utterance:
    bare = all(tree.tokens[i].upos == "PUNCT" for a, b in s.cue for i in range(a, b))
    head = s.cue[0][0] if bare else cue_head(tree, cues, s.cue)
    cue: list[Range] = [] if bare else list(s.cue)
    subject = tree.head_of(s.source[0]) if s.source else None
    return Utterance(
        list(s.source), cue, joined(spoken(tree, head, s)), head, s.score, "reader:inner", _handed_on(tree, s.via),
        subject=subject, stances=dict(s.stances),
    )  # fmt: skip


def _only_means(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """Chile plans to sell, Norway said: who plans, hopes or intends does not speak; another tells of it."""
    words = [i for a, b in u.cue for i in range(a, b)]
    ahead = any("expects" in (cues.verb(tree, i), cues.noun(tree, i)) for i in words)
    return bool(u.relays) and ahead and not any(tree.tokens[i].lemma in _words_of_speech() for i in words)


@cache
def _words_of_speech() -> frozenset[str]:
    return frozenset(word for group in phrases("speech_cues").values() for word in group)


def _handed_on(tree: Tree, via: Sequence[Range]) -> list[Range]:
    """The voices it came through; described to an outlet by officers: two that were tagged as one."""
    found: list[Range] = []
    for first, last in via:
        by = next((i for i in range(first + 1, last - 1) if tree.word(i) == "by"), None)
        found += [(first, last)] if by is None else [(by + 1, last), (first, by)]
    return found


def _voices_around(u: Utterance) -> int:
    count, outer = len(u.relays), u.outer
    for _ in range(DEEPEST):
        if outer is not None:
            count += len(outer.relays) + bool(outer.source)
            outer = outer.outer
    return count


def _once(found: list[Utterance]) -> list[Utterance]:
    """Two utterances that became one by what they took are one."""
    kept: dict[tuple[tuple[Range, ...], ...], Utterance] = {}
    for u in found:
        kept.setdefault((tuple(u.source), tuple(u.cue), tuple(u.content)), u)
    return list(kept.values())


def _shared(some: Sequence[Range], others: Sequence[Range]) -> int:
    return sum(overlap(a, b) for a in some for b in others)


def _meet(some: Sequence[Range], others: Sequence[Range]) -> bool:
    return _shared(some, others) > 0


def _share(some: Sequence[Range], others: Sequence[Range]) -> float:
    """How much of the first lies in the second."""
    return _shared(some, others) / max(1, sum(b - a for a, b in some))
