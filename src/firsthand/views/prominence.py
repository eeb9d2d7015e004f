"""Which claims lead the page, and which stand folded behind them."""

from collections.abc import Iterable

from firsthand.model import Claim

# What a register of transfers is made for comes first; then what bears on it.
_WEIGHT = {"transfer": 6, "use": 2, "training": 2, "production": 2, "designation": 2, "nuclear-assistance": 2}
_FEW = 6
_MOST = 12
_LEAST_OWNERS = 2


def by_prominence(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims that lead, weightiest first, and the others in the dossier's order.

    A claim leads if it is contested, if it is a transfer that two statements speak to, or if three do; what is about
    no known kind of event needs two owners beside. Where a dossier has few claims, or none of these, the first few
    lead. At most a dozen lead.
    """
    every = tuple(claims)
    place = {claim.id: i for i, claim in enumerate(every)}
    ordered = sorted(every, key=lambda claim: (-_weight(claim), place[claim.id]))
    if len(every) <= _FEW:
        return tuple(ordered), ()
    lead = (
        [claim for claim in ordered if _leads(claim)][:_MOST]
        or [claim for claim in ordered if claim.type != "other"][:_FEW]
        or ordered[:_FEW]
    )
    chosen = {claim.id for claim in lead}
    return tuple(lead), tuple(claim for claim in every if claim.id not in chosen)


def _voiced(claim: Claim) -> int:
    return len(claim.affirm) + len(claim.deny) + len(claim.withhold) + len(claim.expect)


def _weight(claim: Claim) -> int:
    contested = 6 if claim.contested else 0
    return contested + _WEIGHT.get(claim.type, 0) + min(12, _voiced(claim)) + min(6, len(claim.owners))


def _leads(claim: Claim) -> bool:
    voiced = _voiced(claim)
    if claim.type == "other" and len(claim.owners) < _LEAST_OWNERS:
        return False
    return claim.contested or voiced >= 3 or (claim.type == "transfer" and voiced >= 2)
