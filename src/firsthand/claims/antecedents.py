"""What a statement that only points back ("denied the reports", "such a transfer") is about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.claims.aspects import has_cue, is_clipped
from firsthand.claims.proposition import Proposition
from firsthand.model.finding import Finding
from firsthand.model.statement import Source

_ANSWERS = ("denies", "withholds")
_SHORT = 5


def fill_from_context(propositions: Sequence[Proposition], sources: Mapping[str, Source]) -> list[Proposition]:
    """Give propositions that point back the roles of what they point to; order is kept.

    Only propositions of the same report serve, the nearest before first; a denial of named reports
    ("denied the Herald report") looks first for what those reports were said to say.
    """
    filled: list[Proposition] = []
    for proposition in propositions:
        filled.append(_fill(proposition, filled, sources))
    return filled


def _fill(proposition: Proposition, before: Sequence[Proposition], sources: Mapping[str, Source]) -> Proposition:
    if proposition.whole or proposition.general or not _points_back(proposition):
        return proposition
    found = _antecedent(proposition, [b for b in before if b.statement.report == proposition.statement.report], sources)
    if found is None:
        return proposition
    phase = proposition.phase
    if proposition.event_type != "transfer":
        answers = proposition.statement.stance in _ANSWERS
        phase = "planned" if has_cue("future", proposition.text) and not answers else found.phase
    return replace(
        proposition,
        aspect="transfer" if proposition.aspect != "details" else "details",
        phase=phase if proposition.aspect != "details" else "",
        givers=proposition.givers or found.givers,
        takers=proposition.takers or found.takers,
        parties=proposition.parties | found.parties,
        classes=proposition.classes if proposition.families else found.classes,
        findings=(
            Finding(
                "claim.points-back",
                found.text,
                "The words point back to what was told before in the same report.",
                (*proposition.statement.content, *found.statement.content),
            ),
        ),
    )


def _points_back(proposition: Proposition) -> bool:
    """Whether the words leave open what happened, so that only the context can say."""
    stance = proposition.statement.stance
    if proposition.aspect == "details":
        return True
    if stance == "denies" and _calls_a_report_untrue(proposition.text):
        return True
    if proposition.aspect == "transfer":
        return not (proposition.givers and proposition.takers and proposition.families)
    if proposition.aspect != "other":
        return False
    if proposition.event is not None and proposition.event.type != "other":
        return False
    text = proposition.text
    if stance in _ANSWERS:
        return has_cue("anaphor", text) or has_cue("verdict", text) or len(text.split()) <= _SHORT
    back = has_cue("anaphor", text) or is_clipped(text)
    return stance in ("expects", "confirms", "asserts") and back and has_cue("future", text)


def _calls_a_report_untrue(text: str) -> bool:
    """Whether a report is what is denied, whatever else it is called: "the claim *baseless* and *an excuse for* …"."""
    return has_cue("verdict", text) and has_cue("anaphor", " ".join(text.split()[:2]))


def _antecedent(
    proposition: Proposition, before: Sequence[Proposition], sources: Mapping[str, Source]
) -> Proposition | None:
    likely = [b for b in before if b.aspect == "transfer" and _agrees(proposition, b)]
    if not likely:
        return None
    named = set(proposition.statement.mentioned)
    by_named = [b for b in likely if named & {b.statement.actor, *b.statement.via}]
    if by_named:
        return by_named[-1]
    own = [b for b in likely if set(proposition.states) & b.parties]
    pool = own if proposition.statement.stance == "denies" and own else likely
    if proposition.statement.stance in _ANSWERS:
        answered = [b for b in pool if b.phase == "delivered" and b.statement.stance in ("asserts", "confirms")]
        pool = answered or pool
    return pool[-1]


def _agrees(proposition: Proposition, other: Proposition) -> bool:
    for mine, theirs in ((proposition.givers, other.givers), (proposition.takers, other.takers)):
        if mine and theirs and not mine & theirs:
            return False
    return proposition.goods_agree(other)
