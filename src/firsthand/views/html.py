"""The dossier as one page that stands alone: text, style, drawings and script in one file, no outside address."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from firsthand.model import UNSURE_BELOW, Discrepancy, Dossier, RegisterRow, probability_text
from firsthand.views import wording
from firsthand.views.cards import cards
from firsthand.views.counts import count
from firsthand.views.csv import comments
from firsthand.views.evidence import left_out, link_evidence, reasons, statement_evidence
from firsthand.views.index import Index
from firsthand.views.marking import blocks
from firsthand.views.matrix import matrix
from firsthand.views.prominence import by_prominence
from firsthand.views.stemma import stemma
from firsthand.views.svg import inline_mark
from firsthand.views.timeline import timeline

COLUMNS = (
    ("recipient", "Recipient"),
    ("supplier", "Supplier"),
    ("year_of_order", "Year of order"),
    ("ordered", "Number ordered"),
    ("designation", "Weapon designation"),
    ("description", "Weapon description"),
    ("delivered", "Number delivered"),
    ("years", "Year(s) of delivery"),
    ("status", "Status"),
    ("comments", "Comments"),
    ("origins", "Origins"),
    ("owners", "Owners"),
    ("credibility", "Credibility"),
)
NUMBERS = ("year_of_order", "ordered", "delivered", "years", "origins", "credibility")

# Prose, which stands under its row on the page.
BELOW = ("owners", "comments")


def to_html(dossier: Dossier) -> str:
    """The whole page as text; no text of a report can become markup in it."""
    index = Index(dossier)
    leading, folded = by_prominence(dossier.claims)
    script, style = _asset("page.js"), _asset("page.css")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return _environment().get_template("page.html").render(
        dossier=dossier,
        index=index,
        counts=count(dossier),
        cards=cards(leading, index),
        further=cards(folded, index),
        timeline=timeline(dossier, index, leading),
        stemma=stemma(dossier, index),
        matrix=matrix(leading, index),
        further_matrix=matrix(folded, index),
        discrepancies=[d for d in dossier.discrepancies if not d.resolved],
        resolved=[d for d in dossier.discrepancies if d.resolved],
        register=[_register_cells(row, index) for row in dossier.register],
        columns=COLUMNS,
        numbers=NUMBERS,
        below=BELOW,
        reports=[(report, blocks(report, dossier.statements, index)) for report in dossier.reports],
        left_out=[left_out(statement, index) for statement in dossier.left_out.statements],
        evidence=[statement_evidence(statement, index) for statement in dossier.statements],
        links=link_evidence(dossier, index),
        script=Markup(script),
        style=Markup(style),
        digest=digest,
    )  # fmt: skip


def _asset(name: str) -> str:
    return (files("firsthand.views") / "templates" / name).read_text(encoding="utf-8")


def _finish(value: Any) -> Any:
    """Every plain string that a template prints loses the characters a page may not hold."""
    return wording.shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("firsthand.views", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finish,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "mark": inline_mark,
        "day": wording.day_text,
        "dates": wording.dates_text,
        "counted": wording.counted,
        "probability": probability_text,
        "unsure_below": UNSURE_BELOW,
        "left_out_text": wording.left_out_text,
        "verbs": wording.VERBS,
        "ladder": wording.LADDER,
        "meanings": wording.STATUS_MEANINGS,
        "credibility": wording.CREDIBILITY,
        "reasons": reasons,
        "about": _about,
        "quotes": _quotes,
    }
    return environment


def _register_cells(row: RegisterRow, index: Index) -> list[tuple[str, str, bool, list[str]]]:
    """For each column: its key, its words, whether it is uncertain, the statements behind it."""
    cells = {_column(name): index.known(keys) for name, keys in row.cells}
    every = index.known(key for keys in cells.values() for key in keys)
    words = {
        "recipient": row.recipient,
        "supplier": row.supplier,
        "year_of_order": row.year_of_order,
        "ordered": wording.figure(row.ordered, grouped=True),
        "designation": "; ".join(row.designations),
        "description": row.description,
        "delivered": wording.figure(row.delivered, grouped=True),
        "years": "; ".join(row.years),
        "status": row.status + (", contested" if row.contested else ""),
        "comments": comments(row),
        "origins": str(row.origins),
        "owners": "; ".join(row.owners),
        "credibility": row.credibility,
    }
    unsure = {
        "year_of_order": row.year_of_order_uncertain,
        "ordered": row.ordered.uncertain,
        "designation": row.designation_uncertain,
        "delivered": row.delivered.uncertain,
        "years": row.years_uncertain,
    }
    return [(key, words[key], unsure.get(key, False), cells.get(key) or every) for key, _ in COLUMNS]


def _column(name: str) -> str:
    """The key of a column by any of its usual names."""
    plain = name.casefold().replace(" ", "_").replace("(s)", "s")
    known = [key for key, _ in COLUMNS]
    if plain in known:
        return plain
    return next((key for key in known if plain.rstrip("s").endswith(key.rstrip("s")) or key in plain), plain)


def _about(discrepancy: Discrepancy, index: Index) -> tuple[str, str]:
    """What a discrepancy is about: words, and the anchor on the page (empty where there is none)."""
    if discrepancy.about in index.claims:
        return index.claims[discrepancy.about].wording, discrepancy.about
    if discrepancy.about in index.reports:
        report = index.reports[discrepancy.about]
        return f"{report.id}, {report.outlet or 'outlet unknown'}", report.id
    return discrepancy.about, ""


def _quotes(spans: tuple[Any, ...], index: Index) -> list[tuple[str, str]]:
    """(report id, words) of each span, each quotation once."""
    return list(dict.fromkeys((span.report, index.reports[span.report].quote(span)) for span in spans))
