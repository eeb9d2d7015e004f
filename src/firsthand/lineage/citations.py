"""Outlets that a report names as relay or origin of what it tells, with the day of the cited report."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from firsthand.language.gazetteer import NameMention, find_names, is_caseless
from firsthand.language.outlet_names import canonical, label
from firsthand.language.times import find_times, resolve
from firsthand.lexicons.loader import phrases
from firsthand.model.claim import Link, OutletRef
from firsthand.model.finding import Finding
from firsthand.model.report import Report
from firsthand.model.statement import Source, Statement
from firsthand.model.text import DateRange, Span

_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘(])|\n+|(?<=[a-z]{3})[.!?]\s+(?=[a-z])")
_ITEM = "cites"
_LONGEST = 3000


def find_citations(
    reports: Sequence[Report], sources: Mapping[str, Source], statements: Sequence[Statement]
) -> list[Link]:
    """One link for each report, outlet and day of the cited report; an undated mention joins a dated one.

    Occasions at which a speaker was heard directly ("briefing", "press conference") and documents
    that speak are cited too: the report stands on them.
    """
    links: list[Link] = []
    in_case = {bare_name(r.outlet): r.outlet for r in reversed(reports) if r.outlet and not _is_listed(r.outlet)}
    for report in reports:
        own = {canonical(name) for name in (report.outlet, report.syndicated_from) if name}
        found = _from_statements(report, sources, [s for s in statements if s.report == report.id])
        found += _from_prose(report, in_case)
        outlet_links = [_as_in_case(link, in_case) for link in found if not _is_own(link, own)]
        links += _merged([link for link in outlet_links if not _is_own(link, own)])
    return links


def bare_name(name: str) -> str:
    """A name without case and article, for comparison.

    >>> bare_name("THE VELL GAZETTE"), bare_name("Vell Gazette")
    ('vell gazette', 'vell gazette')
    """
    return " ".join(name.lower().split()).removeprefix("the ")


def _is_listed(outlet: str) -> bool:
    return any(m.kind == "outlet" for m in find_names(outlet, caseless=outlet == outlet.lower()))


def _as_in_case(link: Link, in_case: Mapping[str, str]) -> Link:
    """The link with the outlet called as the report of the case that it published calls it."""
    target = link.target
    if not isinstance(target, OutletRef) or bare_name(target.outlet) not in in_case:
        return link
    return replace(link, target=replace(target, outlet=in_case[bare_name(target.outlet)]))


def _is_own(link: Link, own: set[str]) -> bool:
    """Whether the outlet is the report's own, called by its name or by the end of it ("told the Gazette")."""
    if not isinstance(link.target, OutletRef):
        return False
    called = bare_name(link.target.outlet)
    return link.target.outlet in {label(name) for name in own} or any(
        bare_name(name) == called or bare_name(name).endswith(f" {called}") for name in own
    )


def _link(report: Report, outlet: str, dated: DateRange | None, statements: tuple[str, ...], finding: Finding) -> Link:
    return Link(report.id, OutletRef(outlet, dated), _ITEM, statements, (finding,))


def _from_statements(report: Report, sources: Mapping[str, Source], statements: Sequence[Statement]) -> list[Link]:
    links: list[Link] = []
    for statement in statements:
        ids = [*statement.via, *([statement.actor] if statement.actor else [])]
        evidence = (*statement.source, *statement.cue)
        for source in (sources[i] for i in ids if i in sources):
            if source.kind == "media" and source.named:
                role = "relays" if source.id in statement.via else "says"
                for name in source.name.split("; "):
                    finding = Finding("lineage.cites-outlet", role, f"{name} is named as the source.", evidence)
                    relayed = _relayed_on(report, statement) if not _speaks_to(report, statement) else None
                    links.append(_link(report, label(canonical(name)), relayed, (statement.id,), finding))
        actor = sources.get(statement.actor or "")
        if actor and not any(sources[v].kind == "media" for v in statement.via if v in sources):
            links += _heard(report, actor, statement, evidence)
    return links


def _relayed_on(report: Report, statement: Statement) -> DateRange | None:
    """The day of the cited report: the one that the sentence names, where the statement's own stands elsewhere."""
    told = statement.said_on
    here = told is not None and any(statement.sentence.meets(span) for span in told.spans)
    return told if here else _day(report, (statement.sentence.start, statement.sentence.end)) or told


def _heard(report: Report, actor: Source, statement: Statement, evidence: tuple[Span, ...]) -> list[Link]:
    """The occasion at which a named speaker was heard, or the document that speaks."""
    if statement.occasion and actor.named and actor.kind != "media":
        words = f"{actor.name}, {statement.occasion}"
        finding = Finding("lineage.cites-occasion", statement.occasion, "The report tells where it was said.", evidence)
    elif actor.kind == "document" and (actor.named or actor.organisation) and actor.name[:1].isupper():
        words = actor.name
        finding = Finding("lineage.cites-document", actor.name, "The report rests on a document.", evidence)
    else:
        return []
    return [_link(report, words, statement.said_on, (statement.id,), finding)]


def _speaks_to(report: Report, statement: Statement) -> bool:
    """Whether the words are that someone told an outlet something, so that the day is the speaker's."""
    return any(report.quote(span).lower().split()[:1] in (["told"], ["telling"], ["tells"]) for span in statement.cue)


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cues = phrases("citing_cues")
    helper = "|".join(map(re.escape, sorted(cues["helper"], key=len, reverse=True)))
    before = "|".join(map(re.escape, sorted(cues["before"], key=len, reverse=True)))
    after = "|".join(map(re.escape, sorted(cues["after"], key=len, reverse=True)))
    first = "|".join(map(re.escape, cues["first"]))
    return (
        re.compile(rf"(?<!\w)(?:{before})(?:[\s,]+(?:{helper}|[\w-]+(?:'s|’s|n|ish|ese)))*\s*[(“\"]?$"),
        re.compile(rf"^[”\")]?(?:,[^,.]{{1,60}},)?(?:[\s,]+(?:{helper}))*[\s,]+(?:{after})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{first})(?!\w)"),
    )


def _names(report: Report, start: int, end: int, plain: bool, in_case: Mapping[str, str]) -> list[NameMention]:
    """Outlets named in a sentence: those of the list, and those that published a report of the case."""
    found = [m for m in find_names(report.text, start, end, caseless=plain) if m.kind == "outlet"]
    low = report.text[start:end].lower()
    for bare, outlet in in_case.items():
        for match in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", low):
            span = Span(report.id, start + match.start(), start + match.end())
            cased = plain or report.text[span.start].isupper()
            if cased and not any(span.meets(Span(report.id, m.start, m.end)) for m in found):
                found.append(NameMention(span.start, span.end, "outlet", outlet, "name", "outlet", ""))
    return sorted(found, key=lambda m: m.start)


def _from_prose(report: Report, in_case: Mapping[str, str]) -> list[Link]:
    outside = [*report.furniture, *report.credits, *report.title_spans]
    before, after, first = _beside()
    plain = is_caseless(report.text)
    links: list[Link] = []
    for start, end in _sentences(report.text):
        names = _names(report, start, end, plain, in_case) if end - start < _LONGEST else []
        listed = False
        for i, mention in enumerate(names):
            here = Span(report.id, mention.start, mention.end)
            if any(here.meets(span) for span in outside):
                continue
            lead = report.text[start : mention.start].lower()
            tail = report.text[mention.end : end].lower()
            joined = i and report.text[names[i - 1].end : mention.start].strip(" ,").lower() in ("", "and", "or")
            listed = bool(before.search(lead) or after.search(tail) or (joined and listed))
            if listed:
                had_it_first = first.search(report.text[mention.start : end].lower()) or first.search(lead)
                links.append(_mentioned(report, mention, (start, end), bool(had_it_first)))
    return links


def _mentioned(report: Report, mention: NameMention, sentence: tuple[int, int], first: bool) -> Link:
    evidence = Span(report.id, *sentence)
    value = "first" if first else "named"
    words = "The report says that it had the news first." if first else "The report names it as a source."
    finding = Finding("lineage.cites-outlet", value, words, (evidence,))
    told = re.search(r"\b(?:told|telling|tells)\b[^.]{0,60}$", report.text[sentence[0] : mention.start].lower())
    dated = None if told else _day(report, sentence)
    return _link(report, label(mention.canonical), dated, (), finding)


def _day(report: Report, sentence: tuple[int, int]) -> DateRange | None:
    """The one day that the sentence names, None where it names none or several."""
    anchor = report.published.last if report.published else None
    days: dict[tuple[date, date], Span] = {}
    for expression in find_times(report.text, *sentence):
        if expression.kind not in ("date", "weekday", "relative") or (anchor is None and expression.year is None):
            continue
        found = resolve(expression, anchor or date(expression.year or 1, 1, 1))
        if found and found.first and found.last and not found.contradiction and (found.last - found.first).days < 2:
            days.setdefault((found.first, found.last), Span(report.id, expression.start, expression.end))
    if len(days) != 1:
        return None
    ((ends, span),) = days.items()
    return DateRange(*ends, "named with the cited report", (span,))


def _sentences(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    return [(a, b) for a, b in itertools.pairwise(cuts) if b > a]


def _merged(links: Sequence[Link]) -> list[Link]:
    """One link for an outlet and day; undated mentions join the first dated one of that outlet."""
    found: dict[tuple[str, date | None, date | None], Link] = {}
    keyed = [(link, link.target) for link in links if isinstance(link.target, OutletRef)]
    for link, target in sorted(keyed, key=lambda entry: entry[1].dated is None):
        key = (target.outlet, *_ends(target.dated))
        if target.dated is None:
            key = next((k for k in found if k[0] == target.outlet), key)
        if key in found:
            old = found[key]
            statements = tuple(dict.fromkeys((*old.statements, *link.statements)))
            findings = tuple(dict.fromkeys((*old.findings, *link.findings)))
            found[key] = Link(old.source, old.target, old.kind, statements, findings)
        else:
            found[key] = link
    return list(found.values())


def _ends(dated: DateRange | None) -> tuple[date | None, date | None]:
    return (dated.first, dated.last) if dated else (None, None)


def vague_relays(
    citations: Sequence[Link], statements: Sequence[Statement], sources: Mapping[str, Source]
) -> dict[str, tuple[str, Finding]]:
    """Statements relayed by "media" or "reports", to the one outlet that the same report says had it first."""
    first: dict[str, list[tuple[str, Finding]]] = {}
    for link in citations:
        for finding in link.findings:
            if isinstance(link.target, OutletRef) and finding.value == "first":
                first.setdefault(link.source, []).append((link.target.outlet, finding))
    found: dict[str, tuple[str, Finding]] = {}
    for statement in statements:
        relays = [sources[i] for i in (*statement.via, statement.actor) if i is not None and i in sources]
        vague = [s for s in relays if s.kind == "media" and not s.named]
        named = [s for s in relays if s.kind == "media" and s.named]
        options = first.get(statement.report, [])
        if vague and not named and len({name for name, _ in options}) == 1:
            found[statement.id] = options[0]
    return found
