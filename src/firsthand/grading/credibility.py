"""The second character of the Admiralty code, by published rules, and the first from an analyst's ratings."""

from collections.abc import Mapping, Sequence

from firsthand.grading.cues import has_cue
from firsthand.grading.standing import Case, side_of, speaks_for_party
from firsthand.model.claim import Grade, Origin
from firsthand.model.finding import Finding
from firsthand.model.statement import Statement
from firsthand.model.text import Span

_SENTENCES = {
    "1": "Independent owners affirm it, one of them on record, and an exhibit or a party's admission bears it out.",
    "2": "Independent owners affirm it, at least one of them on record, and nobody without interest denies it.",
    "3": "One owner affirms it on record, or several owners all unnamed, and nobody without interest denies it.",
    "4": "Only one unnamed origin affirms it, or someone without interest denies what is affirmed on record.",
    "5": "Someone without interest denies it and nobody affirms it on record.",
    "6": "There are only expectations, suppositions, comments or denials by a party.",
}


def grade_claim(
    case: Case,
    origins: Sequence[Origin],
    statements: Sequence[Statement],
    parties: frozenset[str],
    ratings: Mapping[str, str],
) -> Grade:
    """Grade a claim from its origins; ``ratings`` gives A–F for names of sources and outlets."""
    affirming = [o for o in origins if o.side == "affirm"]
    independent = _independent(affirming)
    recorded = {owner for o in affirming if o.on_record for owner in o.owners}
    opposed = {
        owner
        for o in origins
        if o.side == "deny" and not _by_party(case, o, parties) and _counts(case, o)
        for owner in o.owners
    }
    exhibit = [s for s in statements if side_of(case, s) == "affirm" and _exhibit(case, s, parties)]
    admission = _admission(case, statements, parties)
    mark = _mark(len(independent), len(recorded), len(opposed), bool(exhibit or admission), bool(affirming))
    findings = [Finding(f"credibility.{mark}", mark, _SENTENCES[mark], _spans(case, affirming))]
    findings.append(_told("credibility.owners", f"owners that affirm: {_list(independent)}", _spans(case, affirming)))
    if recorded:
        spans = _spans(case, [o for o in affirming if o.on_record])
        findings.append(_told("credibility.on-record", f"on record: {_list(recorded)}", spans))
    if opposed:
        spans = _spans(case, [o for o in origins if o.side == "deny"])
        findings.append(_told("credibility.disinterested-denial", f"denied without interest: {_list(opposed)}", spans))
    findings += [_told("credibility.exhibit", "an exhibit was examined", (s.sentence,)) for s in exhibit[:1]]
    findings += [_told("credibility.admission", "a party admits it", s.content) for s in admission[:1]]
    reliability, why = _reliability(case, affirming or origins, ratings)
    return Grade(reliability, mark, (*findings, why))


def _mark(affirm: int, recorded: int, opposed: int, borne_out: bool, any_affirm: bool) -> str:
    if not any_affirm:
        return "5" if opposed else "6"
    if opposed:
        return "4" if recorded else "5"
    if affirm >= 2 and recorded:
        return "1" if borne_out else "2"
    return "3" if recorded or affirm >= 2 else "4"


def _list(owners: set[str] | frozenset[str]) -> str:
    return "; ".join(sorted(owners)) or "none"


def _told(feature: str, value: str, spans: Sequence[Span]) -> Finding:
    return Finding(feature, value, value[0].upper() + value[1:] + ".", tuple(spans))


def _spans(case: Case, origins: Sequence[Origin]) -> tuple[Span, ...]:
    return tuple(span for o in origins for span in case.statements[o.first].content)


def _independent(affirming: Sequence[Origin]) -> frozenset[str]:
    """Owners that affirm on their own: not leaning on another, nor an outlet that only retells what others say.

    An origin counts for one owner at most, so that one utterance of officials of two states is not two voices.
    """
    own = [o for o in affirming if not any(f.feature in ("owner.leans-on", "owner.retells") for f in o.findings)]
    found: set[str] = set()
    for origin in sorted(own or affirming, key=lambda o: len(o.owners)):
        new = [owner for owner in origin.owners if owner not in found]
        found.update(new[:1])
    return frozenset(found)


def _by_party(case: Case, origin: Origin, parties: frozenset[str]) -> bool:
    return any(speaks_for_party(case, case.statements[s], parties) for s in origin.statements)


def _counts(case: Case, origin: Origin) -> bool:
    """Whether a denial comes from someone who speaks, not from an outlet's own words."""
    actor = case.actor(case.statements[origin.first])
    return actor is not None and actor.kind not in ("media", "other")


def _exhibit(case: Case, statement: Statement, parties: frozenset[str]) -> bool:
    text = case.quote(statement.sentence)
    third = not speaks_for_party(case, statement, parties) and case.actor(statement) is not None
    return third and has_cue("examined", text) and has_cue("exhibit", text)


def _admission(case: Case, statements: Sequence[Statement], parties: frozenset[str]) -> list[Statement]:
    """Admissions by a party that no other voice of the same state denies."""
    denying = {
        state
        for s in statements
        if side_of(case, s) == "deny" and (actor := case.actor(s)) is not None
        for state in actor.states
    }
    return [
        s
        for s in statements
        if side_of(case, s) == "affirm"
        and speaks_for_party(case, s, parties)
        and (actor := case.actor(s)) is not None
        and not denying & set(actor.states)
    ]


def _reliability(case: Case, origins: Sequence[Origin], ratings: Mapping[str, str]) -> tuple[str, Finding]:
    """The best rating that an analyst gave one of the sources; F where there is none."""
    found: list[tuple[str, str, Statement]] = []
    for statement in (case.statements[s] for o in origins for s in o.statements):
        names = [case.sources[i].name for i in (statement.actor, *statement.via) if i is not None and i in case.sources]
        outlet = case.reports[statement.report].outlet
        for name in (*names, *([outlet] if outlet and not names else [])):
            if ratings.get(name, "") in tuple("ABCDEF"):
                found.append((ratings[name], name, statement))
    if not found:
        return "F", Finding("reliability.unrated", "F", "No analyst has rated the sources.")
    mark, name, statement = min(found, key=lambda entry: entry[0])
    return mark, Finding("reliability.rated", mark, f"{name} is rated {mark} by an analyst.", statement.source)
