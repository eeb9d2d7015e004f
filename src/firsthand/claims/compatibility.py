"""When two propositions can be one claim, and why."""

from datetime import timedelta

from firsthand.claims.proposition import Proposition

RESPONSE_APART = timedelta(days=60)
PARTY_ASPECTS = ("escalation", "effect", "cooperation", "detection", "concealment", "range", "details")


def compatible(one: Proposition, other: Proposition) -> str:
    """The reason why two propositions can be one claim, empty where they cannot."""
    if one.aspect != other.aspect or one.phase != other.phase:
        return ""
    if one.aspect == "transfer":
        return "claim.same-transfer" if _same_transfer(one, other) else ""
    if one.aspect == "designation":
        return "claim.same-designation" if one.designations & other.designations else ""
    if one.aspect == "general":
        return "claim.general-denial" if _meet(one.owners, other.owners) else ""
    if one.aspect == "sanction":
        return "claim.same-response" if _meet(one.parties, other.parties) and not _apart(one, other) else ""
    if one.aspect in PARTY_ASPECTS:
        return "claim.same-topic" if _meet(one.parties, other.parties) and one.goods_agree(other) else ""
    if one.aspect == "other":
        return ""
    return "claim.same-event" if _roles_agree(one, other) and one.goods_agree(other) else ""


def may_share_a_claim(one: Proposition, other: Proposition) -> bool:
    """Whether nothing speaks against two members of one claim, where a third could otherwise bring them together."""
    if one.aspect == "transfer":
        return bool(compatible(one, other))
    return one.aspect != "sanction" or not _apart(one, other)


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _same_transfer(one: Proposition, other: Proposition) -> bool:
    return _meet(one.givers, other.givers) and _meet(one.takers, other.takers) and one.goods_agree(other)


def _roles_agree(one: Proposition, other: Proposition) -> bool:
    if one.event is None or other.event is None:
        return False
    names = {name for name, _ in one.event.roles} & {name for name, _ in other.event.roles} - {"item"}
    for name in names:
        mine = {f.canonical for f in one.event.fillers(name)}
        theirs = {f.canonical for f in other.event.fillers(name)}
        if not mine & theirs:
            return False
    return bool(names) or _meet(one.parties, other.parties)


def _apart(one: Proposition, other: Proposition) -> bool:
    """Whether the two are known to have been said more than sixty days from one another."""
    a, b = one.day, other.day
    if not (a and b and a.first and a.last and b.first and b.last):
        return False
    return max(a.first, b.first) - min(a.last, b.last) > RESPONSE_APART
