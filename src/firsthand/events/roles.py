"""Fill the roles of an event from the clauses of its triggers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from firsthand.events.mentions import Mention
from firsthand.events.slots import arguments, by_whom, carrier, slot_of
from firsthand.events.triggers import Trigger
from firsthand.events.view import View, cues
from firsthand.lexicons import phrases

_PARTY_ROLES = ("supplier", "recipient", "user", "target", "sanctioner", "sanctioned", "trainer", "trainee", "party")
_WITH_ORIGIN = ("transfer", "use", "capability", "identity", "detection", "concealment", "escalation", "showcase")
_WORDS = ("to", "from", "by", "into", "on", "against")
_NEAR = 14
_SUBJECT_REACH = 8
_SIDE_BY_SIDE = 3


@dataclass(frozen=True, slots=True)
class Filled:
    """A mention in a role; ``why`` is the slot or rule that put it there."""

    role: str
    mention: Mention
    why: str


@cache
def _frames() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for key, items in phrases("event_frames").items():
        frame, _, slot = key.partition(".")
        if slot == "words":
            for item in items:
                form, _, pos = item.partition("/")
                found.setdefault((form, pos), frame)
    return found


@cache
def _role(frame: str, slot: str) -> str:
    return next(iter(phrases("event_frames").get(f"{frame}.{slot}", ())), "")


def frame_of(view: View, trigger: Trigger) -> str:
    """The frame that says how a trigger's clause is built; "other" where none is declared."""
    pos = "n" if view.tokens[trigger.head].upos in ("NOUN", "PROPN") else "v"
    if trigger.type == "capability" and pos == "v":
        return "other"
    frames = _frames()
    if trigger.type == "training" and view.word(trigger.head) == "training" and _is_noun_like(view, trigger.head):
        return "trained"
    if trigger.type == "use" and (trigger.phrase, pos) in _hits():
        args = [t.deprel for c in view.below[trigger.head] if (t := view.tokens[c])]
        objects = [c for c in view.below[trigger.head] if view.tokens[c].deprel in ("obj", "nsubj:pass")]
        return "use" if "obj" in args and any(view.word(c) in cues("goods") for c in objects) else "hit"
    return frames.get((trigger.phrase, pos)) or frames.get((trigger.phrase, "")) or "other"


def _is_noun_like(view: View, i: int) -> bool:
    """Whether an "-ing" form stands behind a preposition and has no object."""
    return view.preposition(i) != "" and not any(view.tokens[c].deprel == "obj" for c in view.below[i])


@cache
def _hits() -> frozenset[tuple[str, str]]:
    return frozenset(tuple(item.split("/")) for item in phrases("event_frames")["hit.words"] if "/" in item)  # type: ignore[misc]


def clause_roles(view: View, trigger: Trigger, mentions: Sequence[Mention], frame: str = "") -> list[Filled]:
    """The roles that the clause of one trigger gives, in order of place."""
    frame = frame or frame_of(view, trigger)
    args = arguments(view, trigger.head)
    slots = {k: by_whom(view, m, slot_of(view, m, trigger, args)) for k, m in enumerate(mentions)}
    with_item = any(slots[k] == "with:" and m.kind == "item" for k, m in enumerate(mentions))
    found: list[Filled] = []
    for k, mention in enumerate(mentions):
        slot = slots[k]
        if not slot:
            continue
        if slot == "origin":
            found.append(Filled("origin", mention, slot))
            continue
        role = _role(frame, slot)
        if slot == "mod" and mention.kind == "item":
            role = "item"
        if slot == "obj" and frame == "move" and trigger.phrase in cues("leaving") and role == "recipient":
            role = "supplier"
        if mention.kind == "item":
            role = role if role == "item" else _item_instead(frame, slot, role)
        elif role == "item":
            role = "" if mention.form in ("group", "thing") else _party_instead(frame, slot, with_item, mention)
            role = "recipient" if mention.kind == "pronoun" and with_item and slot in ("obj", "subjpass") else role
        if role:
            found.append(Filled(role, mention, slot))
    return found


def _item_instead(frame: str, slot: str, role: str) -> str:
    if slot in ("obj", "iobj", "subjpass") and frame in ("give", "get", "use", "equip", "make", "talk", "hit"):
        return "item"
    return "item" if slot in ("of:", "with:") and role in ("", "party", "recipient") else ""


def _party_instead(frame: str, slot: str, with_item: bool, mention: Mention) -> str:
    """A state where a weapon is looked for: it is given something ("supply X with", "X was sent")."""
    if frame == "give" and slot in ("obj", "subjpass"):
        return "recipient" if with_item or mention.kind == "party" else ""
    if frame == "show" and slot == "obj":
        return "party"
    if frame in ("given", "talk") and slot == "with:":
        return "party"
    if frame == "use" and slot in ("obj", "subjpass"):
        return "target"
    return ""


def related(view: View, main: Trigger, other: Trigger) -> bool:
    """Whether two triggers stand in one line of the tree, so that they tell of one event."""
    return main.head in set(view.up(other.head)) or other.head in set(view.up(main.head))


def in_return(view: View, content: Sequence[int]) -> frozenset[int]:
    """Tokens that tell of a service in the other direction ("in return for …"); they fill no role."""
    words = [view.word(i) for i in content]
    found: set[int] = set()
    for phrase in sorted(cues("return"), key=len, reverse=True):
        parts = phrase.split()
        for k in range(len(words) - len(parts) + 1):
            if words[k : k + len(parts)] == parts and not found.intersection(content[k : k + len(parts)]):
                rest = content[k:] if parts[-1] in ("for", "of") else content[max(0, k - 8) : k + len(parts)]
                stop = [i for i in rest if k and view.word(i) in (",", ";", ".") and i > content[k]]
                found.update(i for i in rest if not stop or i < stop[0])
                if parts[-1] not in ("for", "of"):
                    found -= set(_before_clause(view, content, k))
    return frozenset(found)


def _before_clause(view: View, content: Sequence[int], k: int) -> list[int]:
    """The tokens before the clause that "in return" closes: its verb is the last one before the phrase."""
    verbs = [j for j in range(k) if view.tokens[content[j]].upos == "VERB"]
    return list(content[: verbs[-1]]) if len(verbs) > 1 else list(content)


def transfer_roles(view: View, triggers: Sequence[Trigger], mentions: Sequence[Mention], main: Trigger) -> list[Filled]:
    """Roles of a transfer from all its triggers, the chief one first; later ones only fill what is open."""
    ordered = sorted(triggers, key=lambda t: (t.head != main.head, not related(view, main, t), t.cost, t.first))
    found: list[Filled] = []
    for trigger in ordered:
        here = clause_roles(view, trigger, mentions)
        filled = {f.role for f in found}
        heads = {f.mention.head for f in found if f.role not in ("party", "origin")}
        for new in here:
            open_role = new.role not in filled or new.role in ("party", "origin")
            if open_role and (new.mention.head not in heads or new.role == "origin"):
                found.append(new)
    return by_words(view, mentions, ordered or [main], found)


def by_words(view: View, mentions: Sequence[Mention], triggers: Sequence[Trigger], found: list[Filled]) -> list[Filled]:
    """Where the tree leaves a role open, the word before a name decides: "to X", "from X", "by X"."""
    used = {f.mention.head for f in found if f.role != "party"}
    filled = {f.role for f in found}
    framed = [t for t in triggers if frame_of(view, t) != "other"]
    for mention in mentions if framed else ():
        before_it = [t for t in framed if t.head < mention.first]
        trigger = max(before_it, key=lambda t: t.head) if before_it else framed[0]
        frame = frame_of(view, trigger)
        at, how = carrier(view, mention)
        if mention.head in used or mention.kind != "party" or how == "origin" or mention.form == "demonym":
            continue
        before = [view.word(i) for i in range(max(0, mention.first - 3), mention.first)]
        before = [w for w in before if w not in cues("article")]
        word = before[-1] if before else ""
        near = (
            abs(mention.first - trigger.head) <= _NEAR
            and view.tokens[mention.first].sentence == view.tokens[trigger.head].sentence
        )
        if word == "with" and frame == "talk" and 0 < mention.first - trigger.last <= _SIDE_BY_SIDE:
            found.append(Filled("party", mention, "with: by words"))
            continue
        role = _role(frame, f"{word}:") if near and word in _WORDS else ""
        if role in ("supplier", "recipient", "sanctioned") and role not in filled and _hangs_on_goods(view, at):
            found.append(Filled(role, mention, f"{word}: by words"))
            filled.add(role)
            used.add(mention.head)
    found = found + subject_by_words(view, mentions, framed, found)
    return found + _talker(view, framed, found)


def _talker(view: View, framed: Sequence[Trigger], found: Sequence[Filled]) -> list[Filled]:
    """Who is in talks "to buy" or "to sell" is the one who will buy or sell."""
    if any(f.role in ("supplier", "recipient") for f in found):
        return []
    for trigger in framed:
        role = _role(frame_of(view, trigger), "subj")
        talks = [t for t in framed if frame_of(view, t) == "talk" and t.first < trigger.first]
        opened = trigger.first > 0 and view.word(trigger.first - 1) == "to"
        before = [f for f in found if f.role == "party" and talks and f.mention.last < talks[0].first]
        if role in ("supplier", "recipient") and opened and before:
            return [Filled(role, before[-1].mention, "subj by words")]
    return []


def subject_by_words(
    view: View, mentions: Sequence[Mention], framed: Sequence[Trigger], found: Sequence[Filled]
) -> list[Filled]:
    """A verb whose subject the tree does not show takes the name that opens its clause."""
    used = {f.mention.head for f in found if f.role not in ("party", "origin")}
    filled = {f.role for f in found}
    for trigger in framed:
        role = _role(frame_of(view, trigger), "subj")
        args = arguments(view, trigger.head)
        if role not in ("supplier", "recipient", "user") or role in filled or view.tokens[trigger.head].upos != "VERB":
            continue
        if any(slot in ("subj", "subjpass") for slot in args.values()):
            continue
        for mention in mentions:
            at, how = carrier(view, mention)
            between = [view.word(i) for i in range(mention.last + 1, trigger.first)]
            word = view.preposition(at)
            alone = word == "" or (word == "for" and between == ["to"])
            alone = alone and how != "origin" and mention.head not in used and mention.last < trigger.first
            if (
                mention.kind in ("party", "pronoun")
                and alone
                and len(between) <= _SUBJECT_REACH
                and not (cues("stop") & set(between))
            ):
                return [Filled(role, mention, "subj by words")]
    return []


def _hangs_on_goods(view: View, at: int) -> bool:
    """No noun that has nothing to do with the goods stands between the name and its preposition."""
    head = view.tokens[at].head
    return view.tokens[head].upos in ("VERB", "AUX", "NOUN", "PROPN", "ADJ") and view.preposition(at) != ""


def with_sides(found: list[Filled], frame_type: str) -> list[Filled]:
    """Turn the parties of a deal and the makers of weapons into supplier and recipient where that is clear."""
    roles = {f.role for f in found}
    result = [f for f in found if f.role not in ("party", "origin")]
    parties = [f for f in found if f.role == "party"]
    origins = [f for f in found if f.role == "origin" and f.mention.canonical]
    named = {f.mention.canonical for f in result if f.role in ("supplier", "recipient")}
    if frame_type == "transfer":
        for party in parties:
            origin = any(o.mention.canonical == party.mention.canonical for o in origins)
            if party.mention.canonical in named:
                continue
            if ("recipient" in roles and "supplier" not in roles) or (origin and "supplier" not in roles):
                result.append(Filled("supplier", party.mention, "other party"))
                roles.add("supplier")
            elif "supplier" in roles and "recipient" not in roles:
                result.append(Filled("recipient", party.mention, "other party"))
                roles.add("recipient")
            else:
                result.append(party)
            named.add(party.mention.canonical)
    else:
        result += parties
    recipients = {f.mention.canonical for f in result if f.role in ("recipient", "user") and f.mention.canonical}
    if frame_type in _WITH_ORIGIN and "supplier" not in roles:
        makers = [o for o in origins if o.mention.canonical not in recipients]
        result += [Filled("supplier", maker.mention, "origin") for maker in makers[:1]]
    return result
