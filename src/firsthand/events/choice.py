"""Decide the type of an event from its chief trigger, and gather its roles."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.events.antecedents import alike
from firsthand.events.mentions import Mention
from firsthand.events.resolve import resolve_pronouns, speaker_states
from firsthand.events.roles import (
    Filled,
    by_words,
    clause_roles,
    frame_of,
    in_return,
    subject_by_words,
    transfer_roles,
    with_sides,
)
from firsthand.events.sides import carries, for_whom, only_says
from firsthand.events.slots import arguments, carrier
from firsthand.events.triggers import Trigger
from firsthand.events.view import View, cues, tops
from firsthand.events.wording import Wording
from firsthand.model import Source

_ABOUT_TRANSFER = ("escalation", "detection", "concealment", "capability", "sanction", "showcase")
_WITH_ITEMS = ("capability", "identity", "use", "training", "showcase", "production", "transfer", "detection")
_WITH_PARTIES = ("", "between", "with", "by", "of", "involving", "for", "to", "among")
_ROLE_OF_ACTOR = {
    "give": "supplier", "equip": "supplier", "given": "supplier", "get": "recipient", "gotten": "recipient",
    "use": "user", "hit": "user", "sanction": "sanctioner", "punish": "sanctioner", "talk": "party",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """The type and the mentions in their roles."""

    type: str
    filled: tuple[Filled, ...]


def _is_identity(view: View, content: Sequence[int], mentions: Sequence[Mention]) -> bool:
    """A name of goods is said to be another one: "X is, in fact, the Y"."""
    for top in tops(view, content):
        children = view.below[top]
        copula = any(view.tokens[c].deprel == "cop" for c in children)
        subject = [c for c in children if view.tokens[c].deprel.startswith("nsubj")]
        named = any(m.covers(top) and m.form == "designation" for m in mentions)
        if copula and subject and named:
            below = set(view.subtree(subject[0]))
            if any(m.kind == "item" and m.head in below for m in mentions):
                return True
    return _equated(view, content, [m for m in mentions if m.kind == "item"])


def _equated(view: View, content: Sequence[int], items: Sequence[Mention]) -> bool:
    """Two goods with nothing but "is" and its company between them, the second called by a name."""
    inside = set(content)
    for left, right in itertools.pairwise(items):
        between = [i for i in range(left.last + 1, right.first) if i in inside]
        verbs = [i for i in between if view.tokens[i].upos in ("VERB", "AUX") and view.word(i) not in cues("made")]
        copula = any(view.tokens[i].lemma == "be" for i in verbs)
        only = all(view.tokens[i].lemma == "be" or view.tokens[i].upos == "AUX" for i in verbs)
        if copula and only and right.form == "designation" and left.last in inside and right.first in inside:
            return True
    return False


def _subject_is_cooperation(wording: Wording) -> bool:
    """Whether what is judged is cooperation, and no transfer is named before the judgement."""
    before = [t.type for t in wording.triggers if wording.main is not None and t.first < wording.main.first]
    return "cooperation" in before and "transfer" not in before


def _type_of(view: View, wording: Wording, mentions: Sequence[Mention]) -> str:
    if _is_identity(view, wording.content, mentions):
        return "identity"
    if wording.main is None:
        return "other"
    if wording.main.type == "escalation" and _subject_is_cooperation(wording):
        return "cooperation"
    return wording.main.type


def choose(view: View, wording: Wording, mentions: Sequence[Mention], actor: Source | None) -> Chosen:
    """Type and roles of a statement's event."""
    kind = _type_of(view, wording, mentions)
    main = wording.main
    moves = kind in ("transfer", "detection", "concealment")
    left_out = in_return(view, wording.content)
    if main is None or main.head in left_out:
        left_out = frozenset()
    usable = [m for m in mentions if m.head not in left_out and not _part_of_word(main, kind, m)]
    usable = [m for m in usable if not only_says(view, m, wording.triggers) and not (moves and carries(view, m))]
    triggers = [t for t in wording.triggers if t.head not in left_out]
    transfers = [t for t in triggers if t.type == "transfer"]
    filled: list[Filled] = []
    if main is not None and kind == "transfer":
        filled = transfer_roles(view, transfers, usable, main)
    elif main is not None:
        lead = min((t for t in triggers if t.type == kind), key=lambda t: t.cost, default=main)
        filled = _own_roles(view, kind, lead, triggers, usable)
        if kind in _ABOUT_TRANSFER and transfers:
            taken = {f.mention.head for f in filled}
            more = transfer_roles(view, transfers, usable, min(transfers, key=lambda t: t.cost))
            filled += [f for f in more if f.mention.head not in taken]
    if kind in ("showcase", "cooperation"):
        filled = _all_parties(view, wording, usable, filled)
    if kind == "identity" and main is None:
        filled = [
            Filled("origin", m, "origin") for m in usable if m.kind == "party" and carrier(view, m)[1] == "origin"
        ]
    if kind == "training":
        filled = _training_sides(view, wording, usable, filled)
    if kind == "sanction" and main is not None:
        filled += by_words(view, usable, [main], filled)
    if kind == "use" and main is not None:
        filled += subject_by_words(view, usable, [main], filled)
    filled = _with_items(view, wording, kind, usable, filled)
    filled += _acting_speaker(view, wording, kind, filled, actor)
    filled = with_sides(resolve_pronouns(view, filled, mentions, actor), kind)
    if kind == "transfer":
        filled = for_whom(view, filled, usable)
        filled = _user_receives(filled, triggers, view, usable)
    return Chosen(_nuclear(kind, filled), tuple(_clean(filled, kind)))


def _part_of_word(main: Trigger | None, kind: str, mention: Mention) -> bool:
    """Whether the goods are only part of the word for the event: "arms fair", "satellite images"."""
    if main is None or kind == "transfer" or mention.kind != "item":
        return False
    return main.first <= mention.first <= main.last or mention.weapon_class == "satellite"


def _own_roles(
    view: View, kind: str, main: Trigger, triggers: Sequence[Trigger], mentions: Sequence[Mention]
) -> list[Filled]:
    """Roles from the chief trigger, and from others of its type for what it leaves open."""
    found: list[Filled] = []
    same = [main] + [t for t in triggers if t.type == kind and t is not main]
    for trigger in same:
        frame = frame_of(view, trigger)
        if frame == "other" and kind in ("escalation", "capability", "detection", "concealment", "identity"):
            here = [f for f in clause_roles(view, trigger, mentions, frame) if f.role == "origin"]
        else:
            here = clause_roles(view, trigger, mentions, frame)
        filled = {f.role for f in found}
        heads = {f.mention.head for f in found}
        several = ("party", "origin", "item")
        found += [f for f in here if (f.role not in filled or f.role in several) and f.mention.head not in heads]
    return found


def _all_parties(view: View, wording: Wording, mentions: Sequence[Mention], filled: list[Filled]) -> list[Filled]:
    """Every state named in the content takes part, save those that only say where."""
    have = {f.mention.head for f in filled}
    inside = set(wording.content) if any(m.kind == "party" and m.first in wording.content for m in mentions) else set()
    result = list(filled)
    for mention in mentions:
        at, how = carrier(view, mention)
        here = mention.first in inside or not inside
        known = mention.kind == "party" and mention.form not in ("side", "unknown") and how == "self"
        if known and here and mention.head not in have and view.preposition(at) in _WITH_PARTIES:
            if view.tokens[at].deprel.startswith(("obl", "nmod")) and view.preposition(at) == "":
                continue
            result.append(Filled("party", mention, "named"))
    return result


def _training_sides(view: View, wording: Wording, mentions: Sequence[Mention], filled: list[Filled]) -> list[Filled]:
    """People who are somewhere "for training" are the ones trained."""
    if any(f.role in ("trainer", "trainee") for f in filled) or wording.main is None:
        return filled
    for mention in mentions:
        at, how = carrier(view, mention)
        if (
            mention.kind == "party"
            and how == "self"
            and mention.last < wording.main.first
            and (view.preposition(at) in ("", "of") and view.tokens[at].deprel.startswith(("nsubj", "nmod")))
        ):
            return [*filled, Filled("trainee", mention, "subject")]
    return filled


def _with_items(
    view: View, wording: Wording, kind: str, mentions: Sequence[Mention], filled: list[Filled]
) -> list[Filled]:
    """Weapons that no clause gave a role: all where none has one, designations that are of the class named."""
    items = [f.mention for f in filled if f.role == "item"]
    have = {m.head for m in items}
    inside = set(wording.content)
    open_items = [m for m in mentions if m.kind == "item" and m.head not in have and m.form != "goods"]
    classes = [m.weapon_class for m in items if m.weapon_class]
    result = list(filled)
    if not classes and kind in _WITH_ITEMS:
        chosen = [m for m in open_items if m.first in inside] or (open_items if kind != "transfer" else [])
        result += [Filled("item", m, "in the content") for m in chosen]
    else:
        for m in open_items:
            if m.form == "designation" and m.weapon_class and alike([m.weapon_class], classes) and m.first in inside:
                result.append(Filled("item", m, "of the class named"))
    if kind == "identity":
        result = [f for f in result if f.role in ("item", "origin")]
        have = {f.mention.head for f in result}
        result += [Filled("item", m, "in the content") for m in open_items if m.head not in have]
    return result


def _acting_speaker(
    view: View, wording: Wording, kind: str, filled: Sequence[Filled], actor: Source | None
) -> list[Filled]:
    """The speaker's state acts where the content has no subject of its own ("denied supplying X")."""
    main = wording.main
    states = speaker_states(actor)
    if main is None or not wording.speaker_acts or len(states) != 1:
        return []
    leads = [main] + [t for t in wording.triggers if t.type == kind and main.head in set(view.up(t.head))]
    for trigger in leads:
        role = _ROLE_OF_ACTOR.get(frame_of(view, trigger), "")
        if not role or any(f.role == role for f in filled):
            continue
        args = arguments(view, trigger.head)
        inside = set(wording.content)
        if any(slot in ("subj", "subjpass", "poss") and i in inside for i, slot in args.items()):
            continue
        if view.tokens[trigger.head].upos not in ("VERB", "AUX") and kind != "sanction":
            continue
        if any(f.mention.canonical == states[0] for f in filled):
            continue
        how = f"the words have no subject; {actor.name if actor else ''} speaks for {states[0]}"
        at = Mention(trigger.first, trigger.last, trigger.head, "party", states[0], "speaker", resolved=how)
        return [Filled(role, at, "speaker acts")]
    return []


def _user_receives(
    filled: list[Filled], triggers: Sequence[Trigger], view: View, mentions: Sequence[Mention]
) -> list[Filled]:
    """Who fires weapons that came from another state has received them."""
    roles = {f.role for f in filled}
    if "recipient" in roles or "supplier" not in roles:
        return filled
    suppliers = {f.mention.canonical for f in filled if f.role == "supplier"}
    for trigger in triggers:
        if trigger.type != "use":
            continue
        for user in clause_roles(view, trigger, mentions):
            if user.role == "user" and user.mention.canonical and user.mention.canonical not in suppliers:
                return [*filled, Filled("recipient", user.mention, "user receives")]
    return filled


def _nuclear(kind: str, filled: Sequence[Filled]) -> str:
    classes = {f.mention.weapon_class for f in filled if f.role == "item" and f.mention.weapon_class}
    return "nuclear-assistance" if kind == "transfer" and classes == {"nuclear-assistance"} else kind


def _clean(filled: Sequence[Filled], kind: str) -> list[Filled]:
    """Each state once a role, never supplier and recipient at once, goods left out beside named weapons."""
    named = any(f.role == "item" and f.mention.form != "goods" for f in filled)
    seen: set[tuple[str, str]] = set()
    result: list[Filled] = []
    for one in sorted(filled, key=lambda f: (f.role, f.mention.first)):
        mention = one.mention
        if not mention.canonical or one.role == "origin":
            continue
        if one.role == "item" and named and mention.form == "goods":
            continue
        other = {"recipient": "supplier", "supplier": "recipient"}.get(one.role, "")
        name = mention.canonical
        if one.role == "item":
            name = f"{mention.first}" if kind == "identity" else name
            name = mention.weapon_class or name if mention.form == "class" else name
        if (one.role, name) in seen or (other, name) in seen:
            continue
        seen.add((one.role, name))
        result.append(replace(one))
    return result
