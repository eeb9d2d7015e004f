"""What the drawer shows: the very words of a statement with their way here, or the reasons of a link."""

from dataclasses import dataclass

from firsthand.model import Dossier, Finding, Link, Report, Span, Statement
from firsthand.views.index import Index
from firsthand.views.marking import sentence_pieces
from firsthand.views.stemma import KIND_WORDS, link_key
from firsthand.views.wording import dates_text


@dataclass(frozen=True, slots=True)
class Reason:
    """A finding with its quotations as (report id, words)."""

    sentence: str
    feature: str
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StatementEvidence:
    """A statement as the drawer shows it; ``pieces`` are (words, part) of its sentences."""

    statement: Statement
    side: str
    voice: str
    note: str
    trail: tuple[str, ...]
    pieces: tuple[tuple[str, str], ...]
    said: str
    said_basis: str
    report: Report
    outlet: str
    published: str
    published_basis: str
    claim: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """A link of lineage as the drawer shows it."""

    key: str
    text: str
    reasons: tuple[Reason, ...]


def reasons(findings: tuple[Finding, ...], index: Index) -> tuple[Reason, ...]:
    """Findings with the words they rest on; what several findings say in one sentence is said once."""
    told: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for finding in findings:
        quotes = told.setdefault((finding.sentence, finding.feature), {})
        quotes.update((_quote(span, index), None) for span in finding.spans)
    return tuple(Reason(sentence, feature, tuple(quotes)) for (sentence, feature), quotes in told.items())


def _quote(span: Span, index: Index) -> tuple[str, str]:
    return span.report, index.reports[span.report].quote(span)


def statement_evidence(statement: Statement, index: Index) -> StatementEvidence:
    """Everything the drawer says of one statement."""
    report = index.reports[statement.report]
    voice = index.voice(statement)
    claim = index.claims.get(statement.claim or "")
    return StatementEvidence(
        statement,
        index.side(statement),
        voice.name,
        voice.note,
        tuple(index.trail(statement)),
        tuple(sentence_pieces(statement, report)),
        dates_text(statement.said_on),
        statement.said_on.basis if statement.said_on else "",
        report,
        index.outlet(report),
        dates_text(report.published),
        report.published.basis if report.published else "",
        claim.wording if claim else "",
        reasons(statement.findings, index),
    )


@dataclass(frozen=True, slots=True)
class LeftOutStatement:
    """A statement that nothing rests on, as the head of the page lists it."""

    statement: Statement
    voice: str
    outlet: str
    words: str


def left_out(statement: Statement, index: Index) -> LeftOutStatement:
    """Who says what where, of a statement that was left out."""
    report = index.reports[statement.report]
    words = " … ".join(report.quote(span) for span in statement.content)
    return LeftOutStatement(statement, index.voice(statement).name, index.outlet(report), words)


def link_evidence(dossier: Dossier, index: Index) -> list[LinkEvidence]:
    """Everything the drawer says of each link of lineage."""
    return [
        LinkEvidence(link_key(number), _link_text(link, index), reasons(link.findings, index))
        for number, link in enumerate(dossier.lineage)
    ]


def _link_text(link: Link, index: Index) -> str:
    def name(key: str) -> str:
        report = index.reports.get(key)
        return f"{index.outlet(report)} ({key})" if report and report.outlet else key

    if isinstance(link.target, str):
        target = name(link.target)
    else:
        dated = f", {dates_text(link.target.dated)}" if link.target.dated else ""
        target = link.target.outlet + dated
    return f"{name(link.source)} {KIND_WORDS.get(link.kind, link.kind)} {target}."
