"""Fold statements into origins: one utterance, or one outlet's own sourcing, is one origin."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from firsthand.language.likeness import content_stems, overlap
from firsthand.language.outlet_names import canonical, label
from firsthand.lineage.copies import Copy
from firsthand.lineage.utterances import is_narrow, said_alike, same_day, stems_of
from firsthand.model.claim import OriginDraft, OutletRef
from firsthand.model.finding import Finding
from firsthand.model.report import Report
from firsthand.model.statement import Source, Statement
from firsthand.model.text import Span

SAME_NAME = 0.65
CITED_APART = timedelta(days=2)


class _Folder:
    """Statements of a case and the groups they fold into."""

    def __init__(
        self,
        reports: Mapping[str, Report],
        sources: Mapping[str, Source],
        statements: Sequence[Statement],
        relays: Mapping[str, tuple[str, Finding]],
    ) -> None:
        self.reports, self.sources, self.statements, self.relays = reports, sources, statements, relays
        self.stems = stems_of(statements, reports)
        self.outlets = {s.id: self._outlets(s) for s in statements}
        self.group = {s.id: i for i, s in enumerate(statements)}
        self.members: dict[int, list[Statement]] = {i: [s] for i, s in enumerate(statements)}
        self.findings: dict[int, list[Finding]] = {i: [] for i in range(len(statements))}
        self.within_claim = {s.id: i for i, s in enumerate(statements)}

    def _outlets(self, statement: Statement) -> frozenset[str]:
        """Names of the outlets whose report the statement relays, its own where the outlet speaks."""
        relays = [self.sources[i] for i in (*statement.via, statement.actor) if i is not None and i in self.sources]
        media = [s for s in relays if s.kind == "media" and s.named]
        names = {label(canonical(name)) for s in media for name in s.name.split("; ")}
        if statement.id in self.relays:
            names.add(self.relays[statement.id][0])
        return frozenset(names)

    def actor(self, statement: Statement) -> Source | None:
        return self.sources.get(statement.actor or "")

    def anonymous(self, statement: Statement) -> bool:
        """Whether nobody is heard by name behind the outlet; several at once, behind an outlet, are not."""
        actor = self.actor(statement)
        if actor is None or actor.kind == "media" or (actor.plural and bool(statement.via)):
            return True
        return not actor.named and actor.kind != "institution"

    def keys(self, statement: Statement) -> list[tuple[object, ...]]:
        """What two statements must have one of in common to be of one origin: a speaker or an outlet."""
        actor = self.actor(statement)
        found: list[tuple[object, ...]] = [("outlet", name) for name in sorted(self.outlets[statement.id])]
        if actor is not None:
            found += [("id", actor.id), ("name", actor.name.lower())]
            if actor.kind == "institution" and actor.states:
                found.append(("body", *actor.states))
        return found

    def settled(self, one: Statement, other: Statement) -> bool:
        """Whether the two are one origin already, for a reason that holds inside their claim where they share one."""
        if self.group[one.id] != self.group[other.id]:
            return False
        return one.claim != other.claim or self.within_claim[one.id] == self.within_claim[other.id]

    def _tie(self, one: Statement, other: Statement) -> None:
        """Remember that a reason ties the two, and all that is tied to them, inside one claim."""
        old, new = self.within_claim[other.id], self.within_claim[one.id]
        if one.claim == other.claim and old != new:
            for member in self.members[self.group[one.id]]:
                if self.within_claim[member.id] == old:
                    self.within_claim[member.id] = new

    def fold(self, one: Statement, other: Statement, finding: Finding) -> None:
        a, b = sorted((self.group[one.id], self.group[other.id]))
        self.findings[a].append(finding)
        if a != b:
            for member in self.members.pop(b):
                self.members[a].append(member)
                self.group[member.id] = a
            self.findings[a] += self.findings.pop(b)
        self._tie(one, other)


def fold_origins(
    reports: Sequence[Report],
    sources: Mapping[str, Source],
    statements: Sequence[Statement],
    copies: Sequence[Copy],
    relays: Mapping[str, tuple[str, Finding]],
) -> tuple[OriginDraft, ...]:
    """Origins O1, O2 … in the order of their first statement; every statement is in exactly one."""
    folder = _Folder({r.id: r for r in reports}, sources, statements, relays)
    _fold_copied(folder, copies)
    seen: dict[tuple[object, ...], list[int]] = {}
    for i, one in enumerate(statements):
        keys = folder.keys(one)
        for j in sorted({j for key in keys for j in seen.get(key, ())}):
            other = statements[j]
            if folder.settled(one, other):
                continue
            finding = _same_voice(folder, one, other) or _same_cited_report(folder, one, other)
            if finding is not None and not _kept_apart(folder, one, other):
                folder.fold(one, other, finding)
        for key in keys:
            seen.setdefault(key, []).append(i)
    order = {s.id: i for i, s in enumerate(statements)}
    groups = sorted(folder.members, key=lambda g: min(order[s.id] for s in folder.members[g]))
    return tuple(
        OriginDraft(
            f"O{n + 1}",
            tuple(sorted((s.id for s in folder.members[g]), key=order.__getitem__)),
            _cited(folder, folder.members[g]),
            tuple(dict.fromkeys(folder.findings[g])),
        )
        for n, g in enumerate(groups)
    )


def _cited(folder: _Folder, members: Sequence[Statement]) -> OutletRef | None:
    shared = frozenset.intersection(*(folder.outlets[s.id] for s in members))
    if not shared:
        return None
    dated = next((s.said_on for s in members if is_narrow(s.said_on)), None)
    return OutletRef(sorted(shared)[0], dated)


def _evidence(one: Statement, other: Statement) -> tuple[Span, ...]:
    return (*one.source, *one.content, *other.source, *other.content)


def _fold_copied(folder: _Folder, copies: Sequence[Copy]) -> None:
    by_report: dict[str, list[Statement]] = {}
    for statement in folder.statements:
        by_report.setdefault(statement.report, []).append(statement)
    for pair in copies:
        for a, b in pair.blocks:
            for one in by_report.get(a.report, ()):
                for other in by_report.get(b.report, ()):
                    if _lies(one, a) and _lies(other, b) and said_alike(folder.stems[one.id], folder.stems[other.id]):
                        sentence = "The passage stands in both reports: one copies the other."
                        folder.fold(one, other, Finding("origin.copied", "copied passage", sentence, (a, b)))


def _lies(statement: Statement, block: Span) -> bool:
    """Whether more than half of the content lies in the block."""
    whole = sum(s.end - s.start for s in statement.content)
    inside = sum(max(0, min(s.end, block.end) - max(s.start, block.start)) for s in statement.content)
    return 2 * inside > whole


def _same_voice(folder: _Folder, one: Statement, other: Statement) -> Finding | None:
    a, b = folder.actor(one), folder.actor(other)
    if a is None or b is None or a.kind == "media" or (a.id != b.id and not _same_description(a, b)):
        return None
    when = same_day(one, other, folder.reports)
    within = one.report == other.report
    if not when or (within and one.occasion and other.occasion and one.occasion != other.occasion):
        return None
    if within and not a.named and folder.outlets[one.id] == folder.outlets[other.id]:
        sentence = "The same unnamed source speaks twice in one report: one origin."
        return Finding("origin.unnamed-source", a.name, sentence, _evidence(one, other))
    same_claim = one.claim is not None and one.claim == other.claim
    close = same_claim and (within or (when == "dated" and is_narrow(one.said_on) and is_narrow(other.said_on)))
    firm = when == "unknown" or (_speaks_often(a) and when != "dated")
    alike = said_alike(folder.stems[one.id], folder.stems[other.id], firm=firm)
    if not (close or alike) or (not a.named and not alike):
        return None
    day = {"dated": "on the same day", "near": "in reports of the same week"}.get(when, "on no stated day")
    words = "in matching words" if alike else "to the same effect"
    sentence = f"{a.name} speaks {day} {words}: one utterance."
    return Finding("origin.same-utterance", a.name, sentence, _evidence(one, other))


def _same_description(one: Source, other: Source) -> bool:
    """Whether two sources go by one name: the same words, or for a body of one state, most of them."""
    if one.kind != other.kind or one.states != other.states:
        return False
    if one.name.lower() == other.name.lower():
        return True
    a, b = content_stems(one.name), content_stems(other.name)
    return one.kind == "institution" and bool(one.states) and len(a & b) >= 2 and overlap(a, b) >= SAME_NAME


def _speaks_often(source: Source) -> bool:
    """Whether the speaker is a state as such, which reports let say many things in the same few words."""
    return source.kind == "institution" and source.name in source.states


def _same_cited_report(folder: _Folder, one: Statement, other: Statement) -> Finding | None:
    shared = folder.outlets[one.id] & folder.outlets[other.id]
    if not shared or _two_sources(folder, one, other):
        return None
    if not (folder.anonymous(one) and folder.anonymous(other)) or not _cited_days_meet(folder, one, other):
        return None
    a, b = folder.actor(one), folder.actor(other)
    if a and b and a.states and b.states and "media" not in (a.kind, b.kind) and not set(a.states) & set(b.states):
        return None
    outlet = sorted(shared)[0]
    resolved = [folder.relays[s.id][1] for s in (one, other) if s.id in folder.relays]
    spans = _evidence(one, other) + tuple(x for f in resolved for x in f.spans)
    sentence = f"Both relay the same report of {outlet}: one origin."
    return Finding("origin.same-cited-report", outlet, sentence, spans)


def _cited_days_meet(folder: _Folder, one: Statement, other: Statement) -> bool:
    """Days told are at most two apart; a day not told must fit the week of the report that cites."""
    a, b = one.said_on, other.said_on
    if a and b:
        if not (a.first and a.last and b.first and b.last):
            return a.meets(b)
        return max(a.first, b.first) - min(a.last, b.last) <= CITED_APART
    when = same_day(one, other, folder.reports)
    same_claim = one.claim is not None and one.claim == other.claim
    return one.report == other.report or when == "near" or (when == "unknown" and same_claim)


def _kept_apart(folder: _Folder, one: Statement, other: Statement) -> bool:
    """Whether folding would make one of two sources that one report keeps apart behind the same outlet."""
    mine = folder.members[folder.group[one.id]]
    theirs = folder.members[folder.group[other.id]]
    if mine is theirs:
        return False
    return any(_two_sources(folder, a, b) or _two_days(a, b) for a in mine for b in theirs)


def _two_sources(folder: _Folder, one: Statement, other: Statement) -> bool:
    """Whether one report lets two unnamed voices speak; an outlet's words that hold the voice's are not a second."""
    if one.report != other.report or one.actor == other.actor:
        return False
    nested = any(a.meets(b) for a in one.content for b in other.content)
    return not nested and folder.anonymous(one) and folder.anonymous(other)


def _two_days(one: Statement, other: Statement) -> bool:
    """Whether both days are told and lie further apart than those of one cited report can."""
    a, b = one.said_on, other.said_on
    if not (a and b and a.first and a.last and b.first and b.last):
        return False
    return max(a.first, b.first) - min(a.last, b.last) > CITED_APART
