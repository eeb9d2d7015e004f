"""Grade the claims of a case: origins and owners, status and its history, the Admiralty code."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from firsthand.grading.credibility import grade_claim
from firsthand.grading.standing import Case, leans_on, on_record, owners_of, parties_of, side_of
from firsthand.grading.status import history_of, known_by
from firsthand.grading.sureness import unsure_readings
from firsthand.model.claim import Claim, ClaimDraft, Link, Origin, OriginDraft
from firsthand.model.event import Event
from firsthand.model.finding import Finding
from firsthand.model.report import Report
from firsthand.model.statement import Source, Statement

_SIDE_ORDER = ("affirm", "expect", "withhold", "comment")


def grade(
    reports: Iterable[Report],
    sources: Iterable[Source],
    statements: Iterable[Statement],
    claim_drafts: Iterable[ClaimDraft],
    links: Iterable[Link],
    origin_drafts: Iterable[OriginDraft],
    as_of: date | None = None,
    ratings: Mapping[str, str] | None = None,
    events: Iterable[Event] = (),
) -> tuple[Claim, ...]:
    """Claims with status, history, origins, owners and grade, as they stood at the end of ``as_of`` (None: now).

    ``ratings`` gives the reliability A–F of sources and outlets by name. A claim that nobody had
    spoken of by that day is left out.
    """
    case = Case.of(reports, sources, statements, events)
    drafts = tuple(origin_drafts)
    copied = {link.source: link for link in links if link.kind == "copies"}
    graded = [_graded(case, draft, drafts, as_of, ratings or {}, copied) for draft in claim_drafts]
    found = [claim for claim in graded if claim is not None]
    return tuple(found)


def _graded(
    case: Case,
    draft: ClaimDraft,
    origin_drafts: Sequence[OriginDraft],
    as_of: date | None,
    ratings: Mapping[str, str],
    copied: Mapping[str, Link],
) -> Claim | None:
    members = [case.statements[s] for s in draft.statements]
    known = known_by(case, members, as_of)
    if not known:
        return None
    kept = {s.id for s in known}
    parties = parties_of(draft.type, draft.roles)
    origins = _origins(case, known, origin_drafts, copied)
    history, reasons = history_of(case, known, parties, draft.phase == "planned")
    sides: dict[str, list[str]] = {}
    for statement in members:
        if statement.id in kept:
            sides.setdefault(side_of(case, statement), []).append(statement.id)
    return Claim(
        id=draft.id,
        wording=draft.wording,
        type=draft.type,
        phase=draft.phase,
        roles=draft.roles,
        status=history[-1].status,
        contested=history[-1].contested,
        history=history,
        origins=origins,
        owners=tuple(dict.fromkeys(owner for o in origins for owner in o.owners)),
        affirm=tuple(sides.get("affirm", ())),
        deny=tuple(sides.get("deny", ())),
        withhold=tuple(sides.get("withhold", ())),
        expect=tuple(sides.get("expect", ())),
        comment=tuple(sides.get("comment", ())),
        linked=draft.linked,
        grade=grade_claim(case, origins, known, parties, ratings),
        findings=(*draft.findings, *reasons, *unsure_readings(case, known)),
    )


def _origins(
    case: Case, known: Sequence[Statement], drafts: Sequence[OriginDraft], copied: Mapping[str, Link]
) -> tuple[Origin, ...]:
    """The origins of one claim; an utterance that denies and affirms it counts once on each side."""
    by_id = {s.id: s for s in known}
    origins: list[Origin] = []
    for draft in drafts:
        here = [by_id[s] for s in draft.statements if s in by_id]
        denying = [s for s in here if side_of(case, s) == "deny"]
        rest = [s for s in here if side_of(case, s) != "deny"]
        for part, side in ((rest, ""), (denying, "deny")):
            if part:
                sides = {side_of(case, s) for s in part}
                found = side or next(s for s in _SIDE_ORDER if s in sides)
                suffix = "b" if rest and denying and side else ""
                origins.append(_origin(case, draft, part, found, draft.id + suffix, copied))
    return tuple(_mark_retold(case, origins))


def _origin(
    case: Case, draft: OriginDraft, part: Sequence[Statement], side: str, name: str, copied: Mapping[str, Link]
) -> Origin:
    first = min(part, key=lambda s: (case.sort_key(s), s.report in copied))
    findings = _about_these(draft.findings, part)
    for statement in part:
        if leaning := leans_on(case, statement):
            words = f"It leans on what {leaning[0]} found, so it is not independent of it."
            findings.append(Finding("owner.leans-on", leaning[0], words, (leaning[1],)))
            break
    owners = tuple(dict.fromkeys(owner for s in part for owner in _owned(case, s, part)))
    return Origin(
        name,
        _description(case, first, draft),
        owners,
        tuple(s.id for s in part),
        any(on_record(case, s) for s in part),
        first.id,
        first.said_on or case.reports[first.report].published,
        side,
        tuple(findings),
    )


def _about_these(findings: Sequence[Finding], part: Sequence[Statement]) -> list[Finding]:
    """The reasons that concern two of these statements, one for each thing they say."""
    kept: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        touched = [s for s in part if any(x.meets(y) for x in finding.spans for y in s.content)]
        if len(touched) > 1:
            kept.setdefault((finding.feature, finding.sentence), finding)
    return list(kept.values())


def _owned(case: Case, statement: Statement, part: Sequence[Statement]) -> tuple[str, ...]:
    """Owners of a statement; an outlet owns nothing of an origin in which someone speaks through it."""
    actor = case.actor(statement)
    relayed = any((a := case.actor(s)) is not None and a.kind != "media" for s in part)
    return () if relayed and (actor is None or actor.kind == "media") else owners_of(case, statement)


def _description(case: Case, first: Statement, draft: OriginDraft) -> str:
    """Who speaks, through whom, where: names and words of the reports only."""
    actor = case.actor(first)
    name = actor.name if actor else case.outlet(first)
    relays = [case.sources[i].name for i in first.via if i in case.sources]
    if draft.cited and not relays and actor and actor.kind != "media":
        relays = [draft.cited.outlet]
    return ", ".join(part for part in (name, *relays, first.occasion or "") if part)


def _mark_retold(case: Case, origins: Sequence[Origin]) -> list[Origin]:
    """An outlet's own words count as retelling where others are heard to affirm the same."""
    heard = [o for o in origins if o.side == "affirm" and case.actor(case.statements[o.first]) is not None]
    marked: list[Origin] = []
    for origin in origins:
        first = case.statements[origin.first]
        if heard and origin.side == "affirm" and case.actor(first) is None:
            words = "The report says so in its own words, as others are heard to say: it is no further voice."
            finding = Finding("owner.retells", origin.owners[0], words, first.content)
            origin = Origin(
                origin.id,
                origin.description,
                origin.owners,
                origin.statements,
                origin.on_record,
                origin.first,
                origin.first_said,
                origin.side,
                (*origin.findings, finding),
            )
        marked.append(origin)
    return marked
