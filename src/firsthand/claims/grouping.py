"""Put statements of compatible events together into claims."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from firsthand.claims.antecedents import fill_from_context
from firsthand.claims.compatibility import compatible, may_share_a_claim
from firsthand.claims.proposition import Proposition, propose
from firsthand.claims.weights import Weights
from firsthand.claims.wording import best_wording
from firsthand.model.claim import ClaimDraft
from firsthand.model.event import Event, RoleFiller
from firsthand.model.finding import Finding
from firsthand.model.report import Report
from firsthand.model.statement import Source, Statement

LIKE_WORDS = 0.5
_SENTENCES = {
    "claim.same-transfer": "Both speak of a transfer between the same parties of goods that can be the same.",
    "claim.same-designation": "Both say which weapon it is, and name a weapon in common.",
    "claim.general-denial": "Both speak of arming anyone in general, not of one transfer.",
    "claim.same-response": "Both speak of measures against the same parties, not far apart in time.",
    "claim.same-topic": "Both judge the same side of the matter, about the same parties.",
    "claim.same-event": "Both speak of an event of the same kind with the same parties.",
    "claim.like-words": "Both say much the same in much the same words.",
}


@dataclass(slots=True)
class _Group:
    members: list[Proposition]
    findings: list[Finding] = field(default_factory=list)


def group_claims(
    reports: Iterable[Report],
    sources: Iterable[Source],
    statements: Iterable[Statement],
    events: Iterable[Event],
) -> tuple[tuple[ClaimDraft, ...], tuple[Statement, ...]]:
    """Claims of a case, with ids C1, C2 … in the order of their first statement, and the statements with ``claim`` set.

    A statement that is alone with its subject and names no party and no weapon stays without a claim.
    """
    by_report = {report.id: report for report in reports}
    by_source = {source.id: source for source in sources}
    ordered = list(statements)
    propositions = _propositions(ordered, by_report, by_source, {event.id: event for event in events})
    groups = [g for g in _group(propositions) if _worth_a_claim(g)]
    position = {statement.id: i for i, statement in enumerate(ordered)}
    for group in groups:
        group.members.sort(key=lambda p: position[p.statement.id])
    groups.sort(key=lambda g: position[g.members[0].statement.id])
    ids = [f"C{i + 1}" for i in range(len(groups))]
    drafts = tuple(_draft(group, ids[i], _linked(group, groups, ids), by_report) for i, group in enumerate(groups))
    claim_of = {p.statement.id: ids[i] for i, group in enumerate(groups) for p in group.members}
    return drafts, tuple(replace(s, claim=claim_of.get(s.id)) for s in ordered)


def _propositions(
    statements: Sequence[Statement],
    reports: Mapping[str, Report],
    sources: Mapping[str, Source],
    events: Mapping[str, Event],
) -> list[Proposition]:
    order = {report: i for i, report in enumerate(reports)}
    in_place = sorted(statements, key=lambda s: (order[s.report], s.content[0].start if s.content else 0))
    laid_out = [propose(s, events.get(s.event or ""), reports[s.report], sources, i) for i, s in enumerate(in_place)]
    return fill_from_context(laid_out, sources)


def _group(propositions: Sequence[Proposition]) -> list[_Group]:
    """Whole propositions first, so that vaguer ones join what they can mean instead of bridging what differs."""
    groups: dict[tuple[str, str], list[_Group]] = defaultdict(list)
    weights = Weights.of(propositions)
    for proposition in sorted(propositions, key=lambda p: (_vagueness(p), p.place)):
        near = groups[proposition.aspect, proposition.phase]
        found = [(g, *_reason(proposition, g, weights)) for g in near]
        likely = [(score, -i, g, why, other) for i, (g, why, other, score) in enumerate(found) if why]
        if not likely:
            near.append(_Group([proposition], list(proposition.findings)))
            continue
        _, _, group, why, other = max(likely, key=lambda entry: (entry[0], entry[1]))
        group.members.append(proposition)
        spans = (*proposition.statement.content, *other.statement.content)
        group.findings += [*proposition.findings, Finding(why, proposition.statement.id, _SENTENCES[why], spans)]
    return [group for near in groups.values() for group in near]


def _vagueness(proposition: Proposition) -> int:
    if proposition.aspect != "transfer":
        return 0 if proposition.parties or proposition.designations else 1
    return sum(not known for known in (proposition.givers, proposition.takers, proposition.families))


def _reason(proposition: Proposition, group: _Group, weights: Weights) -> tuple[str, Proposition, float]:
    """Why the proposition can join the group, the member that says so, and how near that member is."""
    best: tuple[str, Proposition, float] = ("", group.members[0], 0.0)
    if not all(may_share_a_claim(proposition, m) for m in group.members):
        return best
    for member in group.members:
        why = compatible(proposition, member)
        if not why and proposition.aspect != "other":
            continue
        likeness = weights.likeness(proposition.stems, member.stems)
        if not why and likeness >= LIKE_WORDS:
            why = "claim.like-words"
        if not why:
            continue
        same_report = member.statement.report == proposition.statement.report
        distance = abs(member.place - proposition.place) if same_report else 1000
        score = likeness + (2.0 / (1 + distance) if same_report else 0.0) + 0.01 * len(group.members)
        if not best[0] or score > best[2]:
            best = (why, member, score)
    return best


def _worth_a_claim(group: _Group) -> bool:
    first = group.members[0]
    if first.aspect != "other" or len(group.members) > 1:
        return True
    return bool(first.event and (first.parties or first.classes))


def _draft(group: _Group, claim: str, linked: tuple[str, ...], reports: Mapping[str, Report]) -> ClaimDraft:
    wording, spans = best_wording(group.members, reports)
    return ClaimDraft(
        claim,
        wording,
        group.members[0].aspect,
        group.members[0].phase,
        _roles(group.members),
        tuple(p.statement.id for p in group.members),
        linked,
        tuple(group.findings),
        tuple(dict.fromkeys(p.event.id for p in group.members if p.event)),
        spans,
    )


def _roles(members: Sequence[Proposition]) -> tuple[tuple[str, RoleFiller], ...]:
    """Each role with each canonical filler once, the most often named first."""
    seen: dict[tuple[str, str], RoleFiller] = {}
    counts: Counter[tuple[str, str]] = Counter()
    order: dict[str, int] = defaultdict(lambda: len(order))
    for member in members:
        for role, filler in member.event.roles if member.event else ():
            seen.setdefault((role, filler.canonical), filler)
            counts[role, filler.canonical] += 1
            order[role] = order[role]
    keys = sorted(seen, key=lambda key: (order[key[0]], -counts[key]))
    return tuple((role, seen[role, canonical]) for role, canonical in keys)


def _linked(group: _Group, groups: Sequence[_Group], ids: Sequence[str]) -> tuple[str, ...]:
    """Claims about the same goods and parties: planned and delivered, general and specific, which weapon, details."""
    near = ("transfer", "general", "designation", "details", "range")
    if group.members[0].aspect not in near:
        return ()
    return tuple(
        ids[i]
        for i, other in enumerate(groups)
        if other is not group
        and other.members[0].aspect in near
        and "transfer" in (group.members[0].aspect, other.members[0].aspect)
        and _share(group, other)
    )


def _share(one: _Group, other: _Group) -> bool:
    givers = [frozenset(x for p in g.members for x in (p.givers or frozenset(p.states))) for g in (one, other)]
    families = [frozenset(f for p in g.members for f in p.families) for g in (one, other)]
    takers = [frozenset(x for p in g.members for x in p.takers) for g in (one, other)]
    return all(not a or not b or bool(a & b) for a, b in (givers, families, takers)) and bool(
        givers[0] & givers[1] or families[0] & families[1]
    )
