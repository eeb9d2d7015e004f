"""What the reader tags as the statements of the innermost voices, brought together with the other utterances."""

from collections.abc import Sequence

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.innermost_tagged import SURE, from_document, innermost_utterances, reports
from firsthand.statements.outlets import Outlets
from firsthand.statements.utterance import Range, Utterance, meet, narrowest, share, shared
from firsthand.statements.wording import wording

LIKELY = 0.5
"""One that is likelier right than this may lengthen a chain."""
KNOWN = 0.8
"""An innermost statement of which so much lies in the content of another utterance adds nothing to it."""
DEEPEST = 4
"""Utterances around one another that are counted."""
CLAUSE = 4
"""A piece of so many words may be a clause that was missed; a shorter one apart from the rest is hardly said."""
AROUND = 60
"""Words to each side of a statement in which others stand beside it."""
OWN = 2
"""An utterance with so many words of weight beside an innermost statement says something itself."""
ALIKE = 0.5
"""Two utterances whose contents share so much of each other say the same."""


def with_innermost(
    tree: Tree, cues: Cues, found: Sequence[Utterance], outlets: Outlets, settled: Sequence[Utterance] = ()
) -> list[Utterance]:
    """The utterances with the stances of the innermost statements, and with their voices where the reader is sure.

    An utterance with the cue of an innermost statement takes its content where that is wider, or where the reader is
    sure of it and a rule took more. Those that nothing found meets are added; what the ``settled`` utterances hold is
    left to them.
    """
    inner = innermost_utterances(tree, cues, outlets)
    inner = [i for i in inner if not any(meet(i.content, u.content) for u in settled)]
    tagged = _by_word(inner)
    within: list[Utterance] = []
    changed: set[int] = set()
    for u in found:
        near = _meeting(u, tagged)
        if near:
            nearest = max(near, key=lambda i: (meet(i.cue, u.cue), shared(i.content, u.content)))
            if _denies_it(tree, cues, u, nearest):
                continue
            if _says_more(tree, u, nearest):
                within.append(nearest)
            else:
                before = u.content
                _take(tree, cues, u, outlets, nearest, tagged)
                changed.update([id(u)] if u.content != before else [])
    for u in found:
        if u.outer is not None and id(u.outer) in changed and not meet(u.outer.content, [*u.content, *u.cue]):
            u.outer = None  # a claim that Chad laughs at: what Chad speaks of is the claim, not what it says
    there = _by_word(found)
    added = [i for i in inner if _reports(tree, cues, i) and not any(_says(i, u) for u in _meeting(i, there))]
    for i in added:
        if not i.source and len(i.relays) > 1:  # the reader told the voices, and not which of them is the innermost
            i.source, i.relays = [i.relays[0]], i.relays[1:]
    for i in within:
        near = _meeting(i, there)
        if not any(meet(i.cue, o.cue) for o in (*near, *added)):
            i.outer = narrowest(o for o in near if share(i.cue, o.content) == 1)
            known = _voices(i.outer) if i.outer is not None else []
            if i.outer is not None and all(meet([v], i.relays) for v in known):
                i.outer = None  # the reader has all of them, and knows their order
            i.relays = [r for r in i.relays if i.outer is None or not meet([r], known)]
            added.append(i)
    return _without_echoes(_once(tree, [*found, *added]))


def _without_echoes(found: list[Utterance]) -> list[Utterance]:
    """Villagers reported it on the word of a shepherd: what the shepherd said through them is not theirs besides."""
    held = _by_word(found)
    echoes: set[int] = set()
    for u in found:
        others = (o for o in _meeting(u, held) if o is not u and id(o) not in echoes)
        if u.source and any(_echoes(u, o) for o in others):
            echoes.add(id(u))
    kept = [u for u in found if id(u) not in echoes]
    for u in kept:
        u.outer = next((o for o in _around(u) if id(o) not in echoes), None)
    return kept


def _echoes(u: Utterance, other: Utterance) -> bool:
    through = all(meet([s], other.relays) for s in u.source) and not meet(other.cue, u.cue)
    return through and min(share(other.content, u.content), share(u.content, other.content)) > KNOWN


def _denies_it(tree: Tree, cues: Cues, u: Utterance, inner: Utterance) -> bool:
    """Reports that the envoy had warned of it were false, she said: what the envoy told is what she denies."""
    first = min(a for a, _ in u.content)
    told = wording("claim_noun", tree.word(first + (tree.word(first) == "the")))
    return (
        bool(told)
        and inner.likeliest == "denies"
        and cues.verb(tree, inner.head) != "denies"
        and share(inner.cue, u.content) == 1
    )


def _says_more(tree: Tree, u: Utterance, inner: Utterance) -> bool:
    """It lies when it says that …: an utterance that holds the whole of another one, and words of its own beside it."""
    if meet(inner.cue, u.cue) or not inner.cue or share(inner.cue, u.content) < 1:
        return False
    held = {i for part in (inner.source, inner.cue, inner.content, inner.relays) for a, b in part for i in range(a, b)}
    rest = [tree.tokens[i].upos for a, b in u.content for i in range(a, b) if i not in held]
    return sum(upos in ("VERB", "NOUN", "PROPN", "ADJ") for upos in rest) >= OWN


def _reports(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """Whether the cue has a word that reports, or the reader is sure; else a deed is easily taken for words."""
    return not u.cue or _tells(tree, cues, u) or (u.score >= SURE and not (u.relays and _has_done(tree, cues, u)))


def _tells(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """Whether the cue has a word that reports."""
    return any(reports(tree, cues, i) for a, b in u.cue for i in range(a, b))


def _has_done(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """A coaster put ashore eleven pallets: the content is no clause, but what the verb was done to."""
    if not u.cue or len(u.content) != 1 or from_document(tree, cues, u) or _tells(tree, cues, u):
        return False
    first, last = u.content[0]
    thing = tree.child(u.head, "obj", "nsubj:pass")
    clause = any(tree.tokens[i].upos == "AUX" for i in range(first, last))
    return thing is not None and first <= thing < last and not clause


def _says(inner: Utterance, u: Utterance) -> bool:
    """Whether an utterance has the cue of an innermost statement, or nearly all of its content."""
    return meet(inner.cue, u.cue) or share(inner.content, u.content) > KNOWN


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
    return [o for o in near.values() if meet(o.cue, u.cue) or meet(o.content, u.content)]


def _beside(one: Utterance, held: dict[int, list[Utterance]]) -> list[Range]:
    """The voices of other innermost statements nearby that do not hand on what this one says."""
    first, last = min(a for a, _ in one.content), max(b for _, b in one.content)
    others = {id(o): o for i in range(first - AROUND, last + AROUND) for o in held.get(i, ())}
    return [
        voice
        for other in others.values()
        if other.score >= LIKELY and other.content and not meet(other.content, one.content)
        for voice in (*other.source, *other.relays)
        if not meet([voice], one.relays)
    ]


def _take(
    tree: Tree, cues: Cues, u: Utterance, outlets: Outlets, inner: Utterance, tagged: dict[int, list[Utterance]]
) -> None:
    """Give the utterance what the innermost statement that is most like it shows."""
    same = meet(inner.cue, u.cue)
    if same or min(share(inner.content, u.content), share(u.content, inner.content)) > ALIKE:
        u.stances = inner.stances
    if same and _said_around(tree, u, inner):
        return
    if same and _according(tree, cues, u, inner):
        outwards = [r for r in inner.relays if not meet([r], [*u.source, *inner.source])]
        if any(cues.has("record_noun", tree.word(i)) for part in u.source for i in range(*part)):
            u.source, u.subject, u.relays = inner.source, inner.subject, [*u.source, *outwards]
        else:
            u.relays = [*inner.source, *outwards]
        return
    deeper = len(inner.relays) > len(_voices(u)) - len(u.source) or (bool(inner.source) and not u.source)
    further = not meet(inner.source, _voices(u)) and meet(u.source, inner.relays)
    deeper = deeper or (further and _tells(tree, cues, inner))
    known = not u.source or meet(u.source, [*inner.source, *inner.relays])
    known = known or all(cues.has("relative_word", tree.slice(part)) for part in u.source)
    mixed = any(meet([s], inner.source) and meet([s], inner.relays) for s in u.source)
    likely = inner.score >= LIKELY or _by_noun(tree, cues, u, inner)
    deeper = (deeper or mixed) and likely and (same or known)
    surer = same and bool(inner.source) and inner.score >= SURE and not _knows_more(u, inner, tagged, outlets)
    wider = meet(inner.content, u.content) and share(inner.content, u.content) < 1
    elsewhere = same and inner.score >= SURE and not meet(inner.content, u.content)
    guessed = u.method != "reader" and inner.score >= SURE and share(u.content, inner.content) < 1
    guessed = guessed and not _goes_on(tree, cues, u, inner)
    if (same and (wider or guessed or elsewhere)) or (deeper and not same):
        said = [p for p in inner.content if meet([p], u.content) or p[1] - p[0] >= CLAUSE]
        u.content, u.cue, u.head = said or inner.content, inner.cue, inner.head
    if deeper or surer:
        beyond = [o for o in _around(u) if _holds_all(tree, o, inner)][-1:]
        told = [s for s in u.source if outlets.is_outlet(s) and not outlets.is_own(s)]
        u.relays, u.outer = [*inner.relays, *_known_relays(u, outlets, inner)], None
        u.relays[:0] = [s for s in told if inner.source and not meet([s], [*inner.source, *u.relays])]
        if inner.source and (mixed or not meet(inner.source, u.source)) and not _other_subject(tree, u, inner):
            u.source, u.subject = inner.source, inner.subject
        u.source = [*u.source[:1], *(s for s in u.source[1:] if not meet([s], [*u.relays, *inner.relays]))]
        u.relays += [s for o in beyond for s in o.source if not meet([s], [*u.source, *u.relays])]
        u.relays = [r for r in u.relays if not meet([r], u.source)]


def _by_noun(tree: Tree, cues: Cues, u: Utterance, inner: Utterance) -> bool:
    """She says that the embassy reported a promise by | the staff: one with all the voices of the utterance and more,
    whose cue holds the noun for what was said, is true though the reader is not sure where such a cue ends."""
    full = bool(u.source and inner.source) and all(meet([voice], _voices(inner)) for voice in _voices(u))
    return full and any(cues.noun(tree, i) is not None for a, b in inner.cue for i in range(a, b))


def _holds_all(tree: Tree, outer: Utterance, inner: Utterance) -> bool:
    """She notes that conscripts repeated his remark: what she says holds all of that, so that it comes through her."""
    parts = [*inner.source, *inner.relays, *inner.cue, *inner.content]
    somebody = bool(outer.source) and tree.is_person(tree.head_of(outer.source[0]))
    return somebody and bool(inner.relays) and share(parts, outer.content) == 1


def _according(tree: Tree, cues: Cues, u: Utterance, inner: Utterance) -> bool:
    """According to a declaration agreed at night, the heads of state …: the declaration says so, through them;
    according to minutes the envoy …: he does, through the minutes."""
    behind = bool(u.cue and u.source) and u.source[0][0] == u.cue[0][1] and tree.word(u.cue[0][0]) == "according"
    return behind and from_document(tree, cues, u) and bool(inner.source) and not meet(inner.source, u.source)


def _said_around(tree: Tree, u: Utterance, inner: Utterance) -> bool:
    """The buyers, two clerks said, wanted more: the clerks say it, and the buyers stand in what they say."""
    subject = tree.subject(u.head)
    knows = subject is not None and any(a <= subject < b for a, b in u.source)
    if not (knows and inner.source and meet(u.source, inner.relays) and share(inner.source, u.content) == 1):
        return False
    other = tree.tokens[tree.head_of(inner.source[0])]
    return other.deprel.startswith("nsubj") and any(a <= other.head < b for a, b in u.content)


def _other_subject(tree: Tree, u: Utterance, inner: Utterance) -> bool:
    """They saw no sign that Chad made it, and said so: the tree knows who did, and that Chad did something else."""
    subject = tree.subject(u.head)
    if subject is None or not any(a <= subject < b for a, b in u.source):
        return False
    other = tree.tokens[tree.head_of(inner.source[0])]
    return other.deprel.startswith("nsubj") and other.head not in (u.head, inner.head) and not inner.relays


def _goes_on(tree: Tree, cues: Cues, u: Utterance, inner: Utterance) -> bool:
    """300 grenades, | none of which bears a number: the reader left out what is told of them behind the comma."""
    if len(u.content) != 1 or len(inner.content) != 1 or u.content[0][0] != inner.content[0][0]:
        return False
    end = inner.content[0][1]
    words = [tree.tokens[i].text for i in range(end, min(end + 4, u.content[0][1]))]
    return words[:1] == [","] and any(cues.has("relative_word", word) for word in words)


def _knows_more(u: Utterance, inner: Utterance, tagged: dict[int, list[Utterance]], outlets: Outlets) -> bool:
    """Whether an utterance has all the voices that the reader sees, and one more.

    Who says something else beside it hands nothing on, nor does who stands in what is said; a name
    that was told and may be an outlet is one if the reader sees it.
    """
    elsewhere = [*_beside(inner, tagged), *inner.content]
    told = [
        r for one in (u, *_around(u)) for r in one.relays if outlets.is_unknown_name(r) and not outlets.is_outlet(r)
    ]
    known = [voice for voice in _voices(u) if not meet([voice], elsewhere) and voice not in told]
    seen = [*inner.source, *inner.relays]
    return len(known) > len(seen) and all(meet([s], known) for s in seen)


def _voices(u: Utterance) -> list[Range]:
    """The voices of an utterance and of those around it."""
    return [voice for one in (u, *_around(u)) for voice in (*one.source, *one.relays)]


def _around(u: Utterance) -> list[Utterance]:
    """The utterances around one, the nearest first."""
    found: list[Utterance] = []
    outer = u.outer
    while outer is not None and len(found) < DEEPEST:
        found.append(outer)
        outer = outer.outer
    return found


def _known_relays(u: Utterance, outlets: Outlets, inner: Utterance) -> list[Range]:
    """Outlets that printed the words or were told them, which the reader does not see."""
    seen = [*inner.source, *inner.relays]
    relays = [r for one in (u, *_around(u)) for r in one.relays]
    return [r for r in relays if outlets.is_outlet(r) and not meet([r], seen)]


def _once(tree: Tree, found: list[Utterance]) -> list[Utterance]:
    """Two utterances that became one by what they took are one; what a rule reads of the same voice adds nothing else
    than further voices."""
    kept: list[Utterance] = []
    said: dict[tuple[tuple[Range, ...], ...], Utterance] = {}
    for u in sorted(found, key=_by_rule):
        voiced = (tuple(u.source), tuple((a + (tree.word(a) == "that"), b) for a, b in u.content))
        whole = (*voiced, tuple(u.cue))
        same = said.get(voiced if _by_rule(u) and u.source else whole)
        if same is None:
            kept.append(u)
            said.setdefault(voiced, u)
            said[whole] = u
        elif all(same is not outer for outer in _around(u)) and set(_voices(same)) < set(_voices(u)):
            same.relays, same.outer = u.relays, u.outer
    return kept


def _by_rule(u: Utterance) -> bool:
    return u.method.startswith("rule")
