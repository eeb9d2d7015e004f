"""States that speak with two voices, reports that describe one source differently, and rival firsts."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from firsthand.grading.cues import cue_places
from firsthand.grading.standing import Case, side_of
from firsthand.model.claim import Claim, Discrepancy, Value
from firsthand.model.finding import Finding
from firsthand.model.statement import Statement
from firsthand.model.text import Span

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_HAPPENS = ("transfer", "use", "training", "production", "designation", "nuclear-assistance", "showcase", "general")
_RANKED = ("transfer", "use", "training", "production", "designation")


def two_voices(case: Case, claims: Sequence[Claim]) -> list[Discrepancy]:
    """One state of which one voice affirms a claim and another denies it."""
    found: list[Discrepancy] = []
    by_id = {claim.id: claim for claim in claims}
    done: set[tuple[str, tuple[str, ...]]] = set()
    for claim in claims:
        if claim.type not in _HAPPENS:
            continue
        general = [by_id[i] for i in claim.linked if i in by_id and by_id[i].type == "general"]
        denying = [case.statements[s] for c in (claim, *general) for s in c.deny]
        affirming = [case.statements[s] for s in claim.affirm]
        for state in dict.fromkeys(x for s in denying for x in _states(case, s)):
            against = [s for s in denying if state in _states(case, s)]
            for_it = [s for s in affirming if state in _states(case, s)]
            key = (state, tuple(s.id for s in for_it))
            if key in done or not any(_other_voice(case, a, b) for a in against for b in for_it):
                continue
            done.add(key)
            values = _voices(case, (*for_it, *against))
            spans = tuple(x for v in values for x in v.spans)
            finding = Finding("discrepancy.voice", state, f"{state} speaks with two voices about it.", spans)
            found.append(Discrepancy("", "voice", claim.id, values, (finding,)))
    return found


def _other_voice(case: Case, one: Statement, other: Statement) -> bool:
    """Whether two voices speak, or the state as such with two tongues; a person who adds to himself is one."""
    actor = case.actor(one)
    return one.actor != other.actor or (actor is not None and actor.kind == "institution")


def _states(case: Case, statement: Statement) -> tuple[str, ...]:
    actor = case.actor(statement)
    return actor.states if actor and actor.kind in ("official", "institution", "document") else ()


def _voices(case: Case, statements: Sequence[Statement]) -> tuple[Value, ...]:
    """One value for each voice and side, with all that the voice says there; the sides take turns."""
    told: dict[tuple[str, str | None], list[Statement]] = {}
    for statement in statements:
        side = "denies" if side_of(case, statement) == "deny" else "affirms"
        told.setdefault((side, statement.actor), []).append(statement)
    by_side = [[entry for entry in told.items() if entry[0][0] == side] for side in ("affirms", "denies")]
    turns = [entry for pair in zip_longest(*by_side) for entry in pair if entry is not None]
    values = []
    for (side, _), group in turns:
        actor = case.actor(group[0])
        spans = tuple(dict.fromkeys(x for s in group for x in (*s.source, *s.content)))
        values.append(Value(f"{side}: {actor.name if actor else ''}", tuple(s.id for s in group), spans))
    return tuple(values)


def differing_sourcing(case: Case, claims: Sequence[Claim]) -> list[Discrepancy]:
    """Reports that relay one origin and describe its source differently: other states, or another outlet."""
    found: list[Discrepancy] = []
    done: set[tuple[str, ...]] = set()
    for claim in claims:
        for origin in claim.origins:
            if not any(f.feature == "origin.same-cited-report" for f in origin.findings):
                continue
            told: dict[str, list[Statement]] = {}
            for statement in (case.statements[s] for s in origin.statements):
                actor = case.actor(statement)
                if actor is not None and actor.kind != "media":
                    told.setdefault(actor.name.lower(), []).append(statement)
            # Who is called "two officials" here and "two officials of X" there is described less fully, not otherwise.
            states = {tuple(sorted(_states(case, s))) for group in told.values() for s in group} - {()}
            key = tuple(sorted(told))
            if len(told) < 2 or len(states) < 2 or key in done:
                continue
            done.add(key)
            values = tuple(_description(case, group) for group in told.values())
            spans = tuple(s for v in values for s in v.spans)
            sentence = "Reports describe the source of one and the same report differently."
            finding = Finding("discrepancy.sourcing", " / ".join(v.value for v in values), sentence, spans)
            found.append(Discrepancy("", "sourcing", claim.id, values, (finding,)))
    return found


def _description(case: Case, group: Sequence[Statement]) -> Value:
    spans = tuple(span for s in group for span in s.source)
    actor = case.actor(group[0])
    return Value(actor.name if actor else "", tuple(s.id for s in group), spans)


def rival_firsts(case: Case, claims: Sequence[Claim]) -> list[Discrepancy]:
    """A report that calls something the first confirmation, against an earlier confirmation that others tell of."""
    found: list[Discrepancy] = []
    for report in case.reports.values():
        outside = (*report.furniture, *report.credits)
        for start, end in cue_places("first", report.text):
            span = Span(report.id, start, end)
            if any(span.meets(s) for s in outside):
                continue
            sentence = _sentence(report.text, start, end)
            claim = _claim_near(case, claims, report.id, start)
            earlier = _earlier(case, claim, report.id, start) if claim else []
            if claim and earlier:
                place = Span(report.id, *sentence)
                near = [s.id for s in case.statements.values() if s.sentence.meets(place)]
                values = (
                    Value(report.quote(place).strip(), tuple(near), (place,)),
                    *(Value(case.text(s), (s.id,), s.content) for s in earlier),
                )
                words = "A report calls it the first, another tells of an earlier one."
                spans = (span, *(x for s in earlier for x in s.content))
                finding = Finding("discrepancy.first", report.text[start:end], words, spans)
                found.append(Discrepancy("", "first", claim.id, values, (finding,)))
    return found


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begins = [m.end() for m in _SENTENCE_END.finditer(text, 0, start)]
    stop = _SENTENCE_END.search(text, end)
    return (begins[-1] if begins else 0, stop.start() + 1 if stop else len(text))


def _claim_near(case: Case, claims: Sequence[Claim], report: str, place: int) -> Claim | None:
    """The claim of an event whose affirming statement in the report stands nearest before the words."""
    best: tuple[int, Claim] | None = None
    for claim in claims:
        if claim.type not in _RANKED:
            continue
        for statement in (case.statements[s] for s in claim.affirm):
            at = statement.content[0].start if statement.content else 0
            if statement.report == report and (best is None or abs(place - at) < best[0]):
                best = (abs(place - at), claim)
    return best[1] if best else None


def _earlier(case: Case, claim: Claim, report: str, place: int) -> list[Statement]:
    """Confirmations of the claim made before the one that the report calls the first, told by other reports."""
    own = [case.statements[s] for s in claim.affirm if case.statements[s].report == report]
    dated = [s.said_on.first for s in own if s.said_on and s.said_on.first and s.stance == "confirms"]
    day = max(dated) if dated else None
    found = [
        s
        for s in (case.statements[i] for i in claim.affirm)
        if day
        and s.stance == "confirms"
        and s.said_on
        and s.said_on.last
        and s.said_on.last < day
        and (s.report != report or (s.content and s.content[0].start > place))
    ]
    first_of = {s.report: s for s in sorted(found, key=case.sort_key, reverse=True)}
    return [s for s in found if first_of[s.report] is s]
