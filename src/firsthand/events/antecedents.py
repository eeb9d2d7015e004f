"""What "the reports", "the shipments" and "such a transfer" point back to."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.events.view import View, cues
from firsthand.language.gazetteer import subsumes
from firsthand.model import Event, RoleFiller, Source, Statement

_TOLD = (
    "transfer",
    "use",
    "training",
    "production",
    "nuclear-assistance",
    "showcase",
    "identity",
    "cooperation",
    "sanction",
)
_SHARED = ("supplier", "recipient")


@dataclass(frozen=True, slots=True)
class Told:
    """A statement already read, with its event."""

    statement: Statement
    event: Event


def classes(roles: Sequence[tuple[str, RoleFiller]]) -> list[str]:
    """The weapon classes of the items among these roles."""
    return [filler.weapon_class for role, filler in roles if role == "item" and filler.weapon_class]


def alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of weapon classes can mean the same goods; an empty list fits all."""
    return not one or not other or any(subsumes(a, b) or subsumes(b, a) for a in one for b in other)


def fits(roles: Sequence[tuple[str, RoleFiller]], event: Event) -> bool:
    """Whether an event with these roles may be the one told before: no role differs, the goods are alike."""
    for role in _SHARED:
        mine = {f.canonical for name, f in roles if name == role}
        theirs = {f.canonical for f in event.fillers(role)}
        if mine and theirs and not mine & theirs:
            return False
    parties = {f.canonical for name, f in roles if name == "party"}
    sides = {f.canonical for role in _SHARED for f in event.fillers(role)}
    return parties <= sides and alike(classes(roles), classes(event.roles))


def fullest(told: Sequence[Told], roles: Sequence[tuple[str, RoleFiller]]) -> Told | None:
    """The nearest transfer told before that fits these roles and has both sides; else the nearest with one."""
    with_goods = bool(classes(roles)) and any(role in _SHARED for role, _ in roles)
    nearest = None
    for one in reversed(told):
        sides = sum(bool(one.event.fillers(role)) for role in _SHARED) if one.event.type == "transfer" else 0
        if not sides or (sides == 1 and nearest is not None) or not fits(roles, one.event):
            continue
        if with_goods and not classes(one.event.roles):
            continue
        if sides == 2:
            return one
        nearest = one
    return nearest


def pointed_at(
    view: View, words: Sequence[int], told: Sequence[Told], sources: dict[str, Source], me: Statement
) -> Told | None:
    """The statement that "the reports", "this" or a predicate without a subject points back to.

    One whose source or relay is named in the words wins; else the nearest one of another speaker, else the nearest.
    """
    fitting = [t for t in told if t.event.type in _TOLD]
    if not fitting:
        return None
    named = {view.word(i) for i in words if view.tokens[i].upos in ("PROPN", "NOUN", "ADJ")} - cues("sayings")
    best, score = None, 0
    for one in fitting:
        ids = [one.statement.actor, *one.statement.via]
        names = " ".join(sources[i].name.lower() for i in ids if i in sources)
        hits = sum(word in names.split() for word in named)
        if hits > score:
            best, score = one, hits
    if best:
        return best
    transfers = [t for t in fitting if t.event.type == "transfer"] or fitting
    others = [t for t in transfers if t.statement.actor != me.actor]
    return (others or transfers)[-1]
