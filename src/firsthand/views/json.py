"""A dossier, or the reading of one report, as JSON: the contract ``firsthand/dossier/1``."""

import json
from collections.abc import Iterable
from importlib.resources import files
from math import isfinite
from typing import Any

from firsthand.model import (
    NOTHING_LEFT_OUT,
    Cell,
    Claim,
    DateRange,
    Discrepancy,
    Dossier,
    Event,
    Finding,
    Grade,
    LeftOut,
    Link,
    Origin,
    Quantity,
    RegisterRow,
    Report,
    RoleFiller,
    Source,
    Span,
    Statement,
    TimelineEntry,
)
from firsthand.views.counts import count

SCHEMA = "firsthand/dossier/1"
Object = dict[str, Any]
Texts = dict[str, str]


def schema() -> Object:
    """The JSON Schema (2020-12) that every dossier.json meets."""
    text = (files("firsthand.views") / "schema" / "dossier-1.schema.json").read_text(encoding="utf-8")
    loaded: Object = json.loads(text)
    return loaded


def to_json(dossier: Dossier) -> str:
    """The dossier as text of ``dossier.json``; the same dossier gives the same bytes.

    Raises KeyError if a span points into a report that the dossier does not hold.
    """
    texts = {report.id: report.text for report in dossier.reports}
    content: Object = {
        "schema": SCHEMA,
        "title": dossier.title,
        "as_of": dossier.as_of.isoformat() if dossier.as_of else None,
        "counts": count(dossier).as_dict(),
        "reports": [report_to_json(report) for report in dossier.reports],
        "sources": [source_to_json(source, texts) for source in dossier.sources],
        "statements": [statement_to_json(statement, texts) for statement in dossier.statements],
        "events": [_event(event, texts) for event in dossier.events],
        "claims": [_claim(claim, texts) for claim in dossier.claims],
        "lineage": [_link(link, texts) for link in dossier.lineage],
        "discrepancies": [_discrepancy(discrepancy, texts) for discrepancy in dossier.discrepancies],
        "timeline": [_timeline_entry(entry, texts) for entry in dossier.timeline],
        "register": [_register_row(row) for row in dossier.register],
        "set_aside": [{"input": s.input, "reason": s.reason, "advice": s.advice} for s in dossier.set_aside],
        "left_out": _left_out(dossier.left_out, texts),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def reading_to_json_line(
    report: Report,
    sources: Iterable[Source],
    statements: Iterable[Statement],
    events: Iterable[Event] = (),
    left_out: LeftOut = NOTHING_LEFT_OUT,
) -> str:
    """One line of ``firsthand read --jsonl``, without line end: {file, url, report, sources, statements, events,
    left_out}.

    Statements of other reports and events that none of the rest tells are left out, and spans in other reports too.
    """
    texts = {report.id: report.text}
    own = [statement for statement in statements if statement.report == report.id]
    told = {statement.event for statement in own}
    content: Object = {
        "file": report.file,
        "url": report.url,
        "report": report_to_json(report),
        "sources": [source_to_json(source, texts) for source in sources],
        "statements": [statement_to_json(statement, texts) for statement in own],
        "events": [_event(event, texts) for event in events if event.id in told],
        "left_out": _left_out(left_out, texts),
    }
    return json.dumps(content, ensure_ascii=False)


def report_to_json(report: Report) -> Object:
    """A report without its text: what it is, where it came from, and which parts are not prose."""
    texts = {report.id: report.text}
    return {
        "id": report.id,
        "file": report.file,
        "url": report.url,
        "title": report.title,
        "title_spans": _spans(report.title_spans, texts),
        "outlet": report.outlet,
        "outlet_spans": _spans(report.outlet_spans, texts),
        "byline": report.byline,
        "syndicated_from": report.syndicated_from,
        "syndicated_spans": _spans(report.syndicated_spans, texts),
        "language": report.language,
        "published": _dates(report.published, texts),
        "sha256": report.sha256,
        "words": report.words,
        "furniture": _spans(report.furniture, texts),
        "credits": _spans(report.credits, texts),
        "unread": report.unread,
        "copies_seen": list(report.copies_seen),
    }


def source_to_json(source: Source, texts: Texts) -> Object:
    """A source; its spans in reports that ``texts`` lacks are left out."""
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "named": source.named,
        "plural": source.plural,
        "role": source.role,
        "organisation": source.organisation,
        "state": source.state,
        "states": list(source.states),
        "aliases": list(source.aliases),
        "spans": _spans((span for span in source.spans if span.report in texts), texts),
    }


def statement_to_json(statement: Statement, texts: Texts) -> Object:
    """A statement; ``texts`` holds the text of its report by id."""
    text = texts[statement.report]
    return {
        "id": statement.id,
        "report": statement.report,
        "content": _pieces(statement.content, text),
        "cue": _pieces(statement.cue, text) or None,
        "source": _pieces(statement.source, text) or None,
        "sentence": _pieces((statement.sentence,), text)[0],
        "actor": statement.actor,
        "via": list(statement.via),
        "mentioned": list(statement.mentioned),
        "mode": statement.mode,
        "stance": statement.stance,
        "occasion": statement.occasion,
        "claim": statement.claim,
        "event": statement.event,
        "said_on": _dates(statement.said_on, texts),
        "confidence": round(statement.confidence, 4),
        "method": statement.method,
        "findings": _findings(statement.findings, texts),
    }


def _left_out(left_out: LeftOut, texts: Texts) -> Object:
    return {
        "min_confidence": _number(left_out.min_confidence),
        "statements": [statement_to_json(statement, texts) for statement in left_out.statements],
    }


def _pieces(spans: Iterable[Span], text: str) -> list[Object]:
    return [{"start": span.start, "end": span.end, "text": text[span.start : span.end]} for span in spans]


def _spans(spans: Iterable[Span], texts: Texts) -> list[Object]:
    return [
        {"report": s.report, "start": s.start, "end": s.end, "text": texts[s.report][s.start : s.end]} for s in spans
    ]


def _dates(dates: DateRange | None, texts: Texts) -> Object | None:
    if dates is None:
        return None
    return {
        "from": dates.first.isoformat() if dates.first else None,
        "to": dates.last.isoformat() if dates.last else None,
        "basis": dates.basis,
        "spans": _spans((span for span in dates.spans if span.report in texts), texts),
    }


def _findings(findings: Iterable[Finding], texts: Texts) -> list[Object]:
    return [
        {"feature": f.feature, "value": f.value, "sentence": f.sentence, "spans": _spans(f.spans, texts)}
        for f in findings
    ]


def _filler(filler: RoleFiller, texts: Texts) -> Object:
    return {
        "text": filler.text,
        "canonical": filler.canonical,
        "weapon_class": filler.weapon_class,
        "resolved": filler.resolved,
        "spans": _spans(filler.spans, texts),
    }


def _roles(roles: Iterable[tuple[str, RoleFiller]], texts: Texts) -> Object:
    """Each role with its first filler; further fillers of the same role stand in its ``also``."""
    found: Object = {}
    for role, filler in roles:
        if role in found:
            found[role]["also"].append(_filler(filler, texts))
        else:
            found[role] = {**_filler(filler, texts), "also": []}
    return found


def _quantity(quantity: Quantity, texts: Texts) -> Object:
    return {
        "low": _number(quantity.low),
        "best": _number(quantity.best),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "text": quantity.text,
        "spans": _spans(quantity.spans, texts),
    }


def _number(value: float | None) -> float | int | None:
    """Whole numbers without a decimal point; JSON has no infinity, an open end is null."""
    if value is None or not isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _event(event: Event, texts: Texts) -> Object:
    quantities = [_quantity(quantity, texts) for quantity in event.quantities]
    return {
        "id": event.id,
        "type": event.type,
        "phase": event.phase,
        "roles": _roles(event.roles, texts),
        "quantity": quantities[0] if quantities else None,
        "quantities": quantities,
        "measures": [_quantity(measure, texts) for measure in event.measures],
        "when": _dates(event.when, texts),
        "place": _filler(event.place, texts) if event.place else None,
        "polarity": event.polarity,
        "modality": event.modality,
        "statements": list(event.statements),
        "spans": _spans(event.spans, texts),
        "findings": _findings(event.findings, texts),
    }


def _origin(origin: Origin, texts: Texts) -> Object:
    return {
        "id": origin.id,
        "description": origin.description,
        "owner": "; ".join(origin.owners) or None,
        "owners": list(origin.owners),
        "side": origin.side,
        "statements": list(origin.statements),
        "on_record": origin.on_record,
        "first": {"statement": origin.first, "said_on": _dates(origin.first_said, texts)},
        "findings": _findings(origin.findings, texts),
    }


def _grade(grade: Grade, texts: Texts) -> Object:
    return {
        "scale": grade.scale,
        "reliability": grade.reliability,
        "credibility": grade.credibility,
        "findings": _findings(grade.findings, texts),
    }


def _claim(claim: Claim, texts: Texts) -> Object:
    return {
        "id": claim.id,
        "wording": claim.wording,
        "event": {"type": claim.type, "phase": claim.phase, "roles": _roles(claim.roles, texts)},
        "status": claim.status,
        "contested": claim.contested,
        "history": [
            {
                "on": _dates(entry.on, texts),
                "status": entry.status,
                "contested": entry.contested,
                "because": entry.because,
            }
            for entry in claim.history
        ],
        "origins": [_origin(origin, texts) for origin in claim.origins],
        "owners": list(claim.owners),
        "affirm": list(claim.affirm),
        "deny": list(claim.deny),
        "withhold": list(claim.withhold),
        "expect": list(claim.expect),
        "comment": list(claim.comment),
        "linked": list(claim.linked),
        "grade": _grade(claim.grade, texts),
        "findings": _findings(claim.findings, texts),
    }


def _link(link: Link, texts: Texts) -> Object:
    target = link.target
    to = target if isinstance(target, str) else {"outlet": target.outlet, "dated": _dates(target.dated, texts)}
    return {
        "from": link.source,
        "to": to,
        "kind": link.kind,
        "statements": list(link.statements),
        "findings": _findings(link.findings, texts),
    }


def _discrepancy(discrepancy: Discrepancy, texts: Texts) -> Object:
    return {
        "id": discrepancy.id,
        "kind": discrepancy.kind,
        "about": discrepancy.about,
        "values": [
            {"value": v.value, "statements": list(v.statements), "spans": _spans(v.spans, texts)}
            for v in discrepancy.values
        ],
        "resolved": discrepancy.resolved,
        "findings": _findings(discrepancy.findings, texts),
    }


def _timeline_entry(entry: TimelineEntry, texts: Texts) -> Object:
    return {
        "on": _dates(entry.on, texts),
        "kind": entry.kind,
        "text": entry.text,
        "voice": entry.voice,
        "statements": list(entry.statements),
        "spans": _spans(entry.spans, texts),
    }


def _cell(cell: Cell) -> Object:
    return {
        "low": _number(cell.low),
        "best": _number(cell.best),
        "high": _number(cell.high),
        "text": cell.text,
        "uncertain": cell.uncertain,
    }


def _register_row(row: RegisterRow) -> Object:
    return {
        "supplier": row.supplier,
        "recipient": row.recipient,
        "year_of_order": row.year_of_order,
        "year_of_order_uncertain": row.year_of_order_uncertain,
        "ordered": _cell(row.ordered),
        "designation": list(row.designations),
        "designation_uncertain": row.designation_uncertain,
        "description": row.description,
        "delivered": _cell(row.delivered),
        "years": list(row.years),
        "years_uncertain": row.years_uncertain,
        "status": row.status,
        "comments": row.comments,
        "contested": row.contested,
        "origins": row.origins,
        "owners": list(row.owners),
        "credibility": row.credibility,
        "claims": list(row.claims),
        "cells": {column: list(ids) for column, ids in row.cells},
    }
