"""What goes from whom to whom, brought together from the claims: the raw material of the register."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from firsthand.grading.standing import Case
from firsthand.language.families import depth, family, is_designation
from firsthand.language.gazetteer import find_names, is_caseless, subsumes
from firsthand.language.likeness import content_stems
from firsthand.lexicons import states, weapons
from firsthand.lexicons.loader import phrases
from firsthand.model.claim import Claim
from firsthand.model.event import Event, RoleFiller
from firsthand.model.statement import Statement

TRANSFERS = ("transfer", "nuclear-assistance")


@dataclass(slots=True)
class Item:
    """Everything told of one family of goods between one supplier and one recipient."""

    supplier: str
    recipient: str
    family: str
    claims: list[Claim] = field(default_factory=list)
    told: list[tuple[Statement, Event, Claim]] = field(default_factory=list)
    designations: dict[str, list[str]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    classes: Counter[str] = field(default_factory=Counter)


def collect(case: Case, claims: Sequence[Claim]) -> list[Item]:
    """Items in the order in which the case first speaks of them."""
    items: dict[tuple[str, str, str], Item] = {}
    places = _states_of_places(case)
    for claim in claims:
        if claim.type not in TRANSFERS:
            continue
        usual = _usual_family(case, claim)
        for statement in _members(case, claim):
            event = case.event(statement)
            if event is None or event.type not in TRANSFERS:
                continue
            supplier, recipient = (places.get(end, end) for end in _ends(event, claim))
            if not _is_end(supplier) or not _is_end(recipient) or supplier == recipient:
                continue
            for kind in _families(event) or {usual: ()}:
                item = items.setdefault((supplier, recipient, kind), Item(supplier, recipient, kind))
                _add(item, statement, event, claim, kind)
    found = _without_strays(_without_bare(list(items.values())))
    for item in found:
        _name(case, item, claims)
    return found


def _is_end(name: str) -> bool:
    """Whether a name is one that a register can list: not empty, and not of nobody in particular ("the West")."""
    return bool(name) and name.lower() not in phrases("grading_cues")["collective"]


def _states_of_places(case: Case) -> dict[str, str]:
    """Places given as an end of a transfer whose state the text names right after them ("Velm in Ostrel")."""
    found: dict[str, str] = {}
    known = {s.name for s in states()}
    for event in case.events.values():
        for filler in (*event.fillers("supplier"), *event.fillers("recipient")):
            for span in filler.spans if filler.canonical not in known else ():
                text = case.reports[span.report].text
                after = text[span.end : span.end + 40]
                for mention in find_names(after, caseless=is_caseless(text[:2000])):
                    between = after[: mention.start].strip(" ,").lower()
                    if mention.kind == "state" and between in ("in", "of", ""):
                        found.setdefault(filler.canonical, mention.canonical)
                    break
    return found


def _members(case: Case, claim: Claim) -> list[Statement]:
    ids = {*claim.affirm, *claim.deny, *claim.withhold, *claim.expect, *claim.comment}
    return [s for s in case.statements.values() if s.id in ids]


def _end(event: Event, claim: Claim, role: str) -> str:
    """Who stands at one end of the transfer: in the event itself, else the one the claim mostly names."""
    own = [f.canonical for f in event.fillers(role) if f.canonical]
    return (own or [f.canonical for name, f in claim.roles if name == role and f.canonical] or [""])[0]


def _ends(event: Event, claim: Claim) -> tuple[str, str]:
    """Supplier and recipient; where only two parties are told, the one that makes the weapon named is the supplier."""
    supplier, recipient = (_end(event, claim, role) for role in ("supplier", "recipient"))
    parties = list(dict.fromkeys(f.canonical for f in event.fillers("party") if f.canonical))
    if supplier or recipient or len(parties) != 2:
        return supplier, recipient
    makers = frozenset(m for f in event.fillers("item") for m in _makers().get(f.canonical, frozenset()))
    making = [p for p in parties if p in makers]
    if len(making) != 1:
        return "", ""
    return making[0], next(p for p in parties if p != making[0])


def _families(event: Event) -> dict[str, tuple[RoleFiller, ...]]:
    """The families of the goods of an event that have one; a class too wide for that gives none."""
    goods = [f for role in ("item", "weapon", "product") for f in event.fillers(role)]
    found: dict[str, tuple[RoleFiller, ...]] = {}
    for good in goods:
        kind = family(good.weapon_class) or (_wide(good.weapon_class) if good.weapon_class else "")
        if kind:
            found[kind] = (*found.get(kind, ()), good)
    if event.type == "nuclear-assistance" and not found:
        found["nuclear-assistance"] = ()
    return found


def _wide(weapon_class: str | None) -> str:
    """Wide classes below the root make a row of their own; goods of no stated kind do not."""
    return weapon_class if weapon_class and depth(weapon_class) > 0 else ""


def _usual_family(case: Case, claim: Claim) -> str:
    counts: Counter[str] = Counter()
    for statement in _members(case, claim):
        event = case.event(statement)
        counts.update({kind: 1 for kind in _families(event) if family(kind)} if event else {})
    return counts.most_common(1)[0][0] if counts else "weapon"


def _add(item: Item, statement: Statement, event: Event, claim: Claim, kind: str) -> None:
    if claim not in item.claims:
        item.claims.append(claim)
    item.told.append((statement, event, claim))
    item.classes.update(f.weapon_class for f in _families(event).get(kind, ()) if f.weapon_class)


def _without_bare(items: Sequence[Item]) -> list[Item]:
    """Goods of a wide class join the one narrower family of the same ends that shares a claim with them; arms of
    no stated kind join the first row of the same ends."""
    kept: list[Item] = []
    for item in items:
        narrower = [
            other
            for other in items
            if other is not item
            and (other.supplier, other.recipient) == (item.supplier, item.recipient)
            and depth(other.family) > depth(item.family)
            and (depth(item.family) == 0 or any(c in other.claims for c in item.claims))
        ]
        if family(item.family) or not narrower:
            kept.append(item)
            continue
        target = narrower[0]
        target.told += [entry for entry in item.told if entry not in target.told]
        target.claims += [c for c in item.claims if c not in target.claims]
    return kept


def _without_strays(items: Sequence[Item]) -> list[Item]:
    """Rows without those that only share the claims of another row of the same goods, with one end read otherwise.

    A claim is about one transfer, so its ends are those that most of its statements name.
    """

    def strays_from(item: Item, other: Item) -> bool:
        ends = {item.supplier, item.recipient}
        near = ends & {other.supplier, other.recipient}
        alike = family(item.family) == family(other.family) or subsumes(item.family, other.family)
        fewer = len(item.told) * 2 <= len(other.told)
        return bool(near) and other is not item and alike and fewer and all(c in other.claims for c in item.claims)

    return [
        item
        for item in items
        if not any(
            strays_from(item, other) and (item.supplier, item.recipient) != (other.supplier, other.recipient)
            for other in items
        )
    ]


def _name(case: Case, item: Item, claims: Sequence[Claim]) -> None:
    """Collect the designations that the case gives for the item: in its events, in linked claims, beside its maker."""
    related = {c.id for c in item.claims} | {i for c in item.claims for i in c.linked}
    for statement in case.statements.values():
        event = case.event(statement)
        firm = statement.claim in related
        goods = [f for role, f in (event.roles if event else ()) if role in ("item", "weapon", "product")]
        for good in goods:
            belongs = is_designation(good) and _belongs(good.weapon_class, item)
            if belongs and (firm or _ends_in(event, item)):
                _designate(item, good.canonical, statement, doubtful=statement.stance in ("expects", "supposes"))
        for name in _beside_maker(case, statement, item):
            _designate(item, name, statement, doubtful=True)


def _belongs(weapon_class: str | None, item: Item) -> bool:
    """Whether a weapon is of the item's family, or of a kind that a widely worded item includes."""
    wide = not family(item.family) and depth(item.family) > 0
    return family(weapon_class) == item.family or (wide and subsumes(item.family, weapon_class or ""))


def _designate(item: Item, name: str, statement: Statement, doubtful: bool) -> None:
    ids = item.designations.setdefault(name, [])
    if statement.id not in ids:
        ids.append(statement.id)
    if doubtful and len(ids) == 1:
        item.doubtful.add(name)
    elif not doubtful:
        item.doubtful.discard(name)


def _ends_in(event: Event | None, item: Item) -> bool:
    return event is not None and {item.supplier, item.recipient} <= {f.canonical for _, f in event.roles}


@cache
def _makers() -> dict[str, frozenset[str]]:
    names = {s.code.upper(): s.name for s in states()}
    return {w.name: frozenset(names.get(m.upper(), "") for m in w.makers) for w in weapons()}


def _beside_maker(case: Case, statement: Statement, item: Item) -> list[str]:
    """Designations in words that also speak of both ends, where the supplier makes the weapon or stands beside it."""
    text = case.text(statement) or ""
    stems = content_stems(f"{text} {case.quote(statement.sentence)}")
    codes = {s.name: f"={s.code}" for s in states()}
    if not {codes.get(item.supplier), codes.get(item.recipient)} <= stems:
        return []
    mentions = find_names(text)
    found = []
    for i, mention in enumerate(mentions):
        if mention.kind != "weapon" or not _belongs(mention.entry_id, item):
            continue
        beside = i > 0 and mentions[i - 1].canonical == item.supplier and mention.start - mentions[i - 1].end <= 2
        if beside or item.supplier in _makers().get(mention.canonical, frozenset()):
            found.append(mention.canonical)
    return found


def other_names(case: Case, name: str, ids: Iterable[str]) -> list[str]:
    """Other names under which the statements speak of the same weapon, as they write them."""
    found: list[str] = []
    for statement in (case.statements[i] for i in ids):
        for span in statement.content:
            text = case.quote(span)
            for mention in find_names(text):
                words = text[mention.start : mention.end]
                if mention.kind == "weapon" and mention.canonical == name and words.lower() != name.lower():
                    found.append(words)
    return list(dict.fromkeys(found))
