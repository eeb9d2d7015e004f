"""The words of a statement that bear on its event: content, subject outside it, triggers, and the chief one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.events.mentions import Mention, find_mentions
from firsthand.events.roles import frame_of
from firsthand.events.slots import arguments, slot_of
from firsthand.events.triggers import Trigger, find_triggers
from firsthand.events.view import View, cues, tops
from firsthand.model import Source, Span, Statement

_WEAK_COST = 0.4
_FREE_WEAK = ("sanction", "escalation", "cooperation")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
_ITEM_WITHIN = 8
_SIDE_BEFORE = 4
_NAMING = ("PROPN", "NOUN", "ADJ", "DET", "AUX", "ADV")


@dataclass(frozen=True, slots=True)
class Wording:
    """``scope`` is the content and what the sentence says outside it of its subject.

    ``triggers`` are those of the scope that count, ``main`` is the chief one. ``speaker_acts`` holds where the
    subject of the content is the source. ``outside`` are the tokens of the scope that are not content.
    """

    content: tuple[int, ...]
    scope: tuple[int, ...]
    outside: tuple[int, ...]
    triggers: tuple[Trigger, ...]
    main: Trigger | None
    speaker_acts: bool
    spans: tuple[Span, ...]


def _outside(view: View, statement: Statement, content: Sequence[int]) -> tuple[list[int], bool]:
    """Tokens of the subject that stands outside the content, and whether that subject is the source."""
    inside, cue = set(content), set(view.of(statement.cue))
    source = set(view.of(statement.source))
    subjects: list[int] = []
    if accused := _accused(view, cue, inside | source):
        return accused, False
    for top in tops(view, content)[:2]:
        token = view.tokens[top]
        if token.upos == "PUNCT":
            continue
        if any(c in inside and view.tokens[c].deprel in _SUBJECTS for c in view.below[top]):
            return [], False
        at = top
        for above in (top, *view.up(top)):
            if above in cue and _opens_bare(view, content):
                subjects += _steered(view, above, inside | source)
            if above in cue or (view.tokens[at].deprel in ("parataxis", "ccomp") and above != top):
                break
            here = [c for c in view.below[above] if view.tokens[c].deprel in _SUBJECTS and c not in inside]
            if here:
                subjects += here
                break
            at = above
        else:
            continue
        if any(c in cue for c in (top, *view.up(top))) and not subjects and _opens_bare(view, content):
            return [], True
    found = sorted({i for s in subjects for i in view.subtree(s) if i not in inside | cue})
    if source and set(found) & source:
        return [], _opens_bare(view, content)
    return found, False


def _accused(view: View, cue: set[int], besides: set[int]) -> list[int]:
    """Who "stands accused" or "was charged" by the source: the name before the cue, never the source itself."""
    said = [i for i in sorted(cue) if view.tokens[i].lemma.lower() in cues("accusing")]
    if not said or view.word(said[0]) not in cues("accused"):
        return []
    found: list[int] = []
    at = min(cue) - 1
    while at >= 0 and view.tokens[at].upos in _NAMING and view.tokens[at].sentence == view.tokens[said[0]].sentence:
        found.append(at)
        at -= 1
    return sorted(i for i in found if i not in besides)


def _steered(view: View, cue: int, besides: set[int]) -> list[int]:
    """Who is accused, warned or urged: the object of the cue, or its subject in the passive."""
    if view.tokens[cue].lemma.lower() not in cues("object.control"):
        return []
    below = [c for c in view.below[cue] if c not in besides]
    passive = any(view.tokens[c].deprel == "aux:pass" for c in view.below[cue])
    wanted = ("nsubj:pass", "nsubj") if passive else ("obj", "iobj")
    return [c for c in below if view.tokens[c].deprel in wanted]


def _opens_bare(view: View, content: Sequence[int]) -> bool:
    """Whether the content opens with a participle, an infinitive, or a noun that leads to one ("involvement in …")."""
    words = [i for i in content if view.tokens[i].upos != "PUNCT"][:6]
    if (
        not words
        or view.tokens[words[0]].upos in ("VERB", "AUX")
        or view.word(words[0]) in ("to", "of", "their", "its")
    ):
        return bool(words)
    gerund = [i for i in words if view.tokens[i].upos == "VERB" and view.word(i).endswith("ing")]
    names = [i for i in words if view.tokens[i].upos in ("PROPN", "PRON")]
    return bool(gerund) and view.tokens[words[0]].upos == "NOUN" and not names


def _before_fragment(view: View, statement: Statement, content: Sequence[int]) -> list[int]:
    """The words before a content that opens in the middle of a clause ("… is *a threat*", "the claims *are false*").

    They reach back to the cue, a comma, or the word that opens the clause.
    """
    first = next((i for i in content if view.tokens[i].upos != "PUNCT"), content[0])
    cue = set(view.of(statement.cue)) | set(view.of(statement.source))
    at = content[0] - 1
    while at >= 0 and view.tokens[at].upos == "PUNCT" and view.word(at) not in (",", ";", ":", "."):
        at -= 1
    if at < 0 or view.tokens[at].sentence != view.tokens[first].sentence:
        return []
    mid_clause = view.tokens[at].upos in ("AUX", "VERB") and at not in cue
    token = view.tokens[first]
    opens_with_verb = token.upos in ("AUX", "VERB") and not view.word(first).endswith("ing")
    opens_with_verb = opens_with_verb and view.tokens[at].upos not in ("PART", "PUNCT", "SCONJ", "CCONJ")
    if not (mid_clause or opens_with_verb):
        return []
    found: list[int] = []
    while at >= 0 and at not in cue and view.tokens[at].sentence == token.sentence:
        if view.word(at) in (",", ";", ":") or view.tokens[at].upos == "SCONJ":
            break
        found.append(at)
        at -= 1
    named = any(view.tokens[i].upos in ("NOUN", "PROPN", "PRON") and view.word(i) != "there" for i in found)
    return sorted(found) if named else []


def _counts(view: View, trigger: Trigger, mentions: Sequence[Mention]) -> bool:
    """Whether a weak trigger has a weapon, goods or a word that points back in its clause."""
    if not trigger.weak or trigger.type in _FREE_WEAK:
        return True
    items = [m for m in mentions if m.kind == "item"]
    pointers = [m.head for m in mentions if m.kind == "pronoun"]
    parties = [m for m in mentions if m.kind == "party"]
    if trigger.phase in ("agreed", "negotiating"):
        sides = [m for m in parties if 0 < trigger.first - m.last <= _SIDE_BEFORE]
        if any(item.form != "goods" for item in items) or len(sides) > 1:
            return True
    args = arguments(view, trigger.head)
    if frame_of(view, trigger) == "move":
        return any(slot_of(view, item, trigger, args) in ("subj", "subjpass") for item in items) or any(
            args.get(p) == "subj" for p in pointers
        )
    if any(slot_of(view, item, trigger, args) for item in items):
        return True
    if trigger.type in ("transfer", "use") and any(p in args and args[p] in ("obj", "subjpass") for p in pointers):
        return True
    below = set(view.subtree(trigger.head))
    return any(i.head in below and abs(i.first - trigger.head) <= _ITEM_WITHIN for i in items) and trigger.type in (
        "transfer",
        "showcase",
        "use",
        "capability",
        "production",
    )


def _bare_course(view: View, trigger: Trigger, triggers: Sequence[Trigger]) -> bool:
    """Whether "plan to", "imminent" and the like stand over something that is no transfer, or over nothing."""
    if trigger.type != "transfer" or frame_of(view, trigger) != "other":
        return False
    below = [t for t in triggers if t is not trigger and trigger.head in set(view.up(t.head))]
    below = below or [t for t in triggers if t is not trigger and t.first > trigger.last]
    nearest = min(below, key=lambda t: (t.cost, t.first), default=None)
    return nearest is None or nearest.type != "transfer"


def _says_that(view: View, trigger: Trigger) -> bool:
    """Whether a word of judgement only introduces a clause ("concerned that")."""
    return trigger.type == "escalation" and any(view.tokens[c].deprel == "ccomp" for c in view.below[trigger.head])


def read_wording(view: View, statement: Statement, content: Sequence[int], actor: Source | None) -> Wording:
    """Gather the triggers of a statement and choose the chief one: the one nearest the top of the content."""
    outside = _before_fragment(view, statement, content)
    speaker_acts = False
    if not outside:
        outside, speaker_acts = _outside(view, statement, content)
    scope = tuple(sorted({*content, *outside}))
    mentions = find_mentions(view, scope)
    found = find_triggers(view, list(content)) + (find_triggers(view, outside) if outside else [])
    counting = [t for t in found if _counts(view, t, mentions) and not _says_that(view, t)]
    counting = [t for t in counting if not _bare_course(view, t, counting)]
    counting = [replace(t, cost=t.cost + _WEAK_COST) if t.weak and t.type in _FREE_WEAK else t for t in counting]
    inside = set(content)
    own = [t for t in counting if t.head in inside]
    main = min(own or counting, key=lambda t: (t.cost, t.first), default=None)
    return Wording(tuple(content), scope, tuple(outside), tuple(counting), main, speaker_acts, statement.content)


def is_saying(view: View, i: int) -> bool:
    """Whether token ``i`` is a noun for something said: report, claim, rumour."""
    return view.word(i) in cues("sayings") and view.tokens[i].upos in ("NOUN", "PROPN")
