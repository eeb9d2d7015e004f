"""The register as CSV, in the column order of SIPRI's trade register, then ours."""

import csv
import io

from firsthand.model import Dossier, RegisterRow
from firsthand.views.wording import figure

HEADER = (
    "Recipient",
    "Supplier",
    "Year of order",
    "",
    "Number ordered",
    "",
    "Weapon designation",
    "Weapon description",
    "Number delivered",
    "",
    "Year(s) of delivery",
    "status",
    "Comments",
    "contested",
    "origins",
    "owners",
    "credibility",
    "statements",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(dossier: Dossier) -> str:
    """The register of a dossier, a header and one line a transfer, ends of line as RFC 4180 has them.

    An unnamed column holds "?" where the value to its left is uncertain; several years, owners and ids of
    statements are split by ";". A cell that a spreadsheet would take for a formula gets a leading apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in dossier.register:
        writer.writerow([_safe(cell) for cell in _cells(row)])
    return out.getvalue()


def _cells(row: RegisterRow) -> list[str]:
    statements = dict.fromkeys(key for _, keys in row.cells for key in keys)
    return [
        row.recipient,
        row.supplier,
        row.year_of_order,
        _mark(row.year_of_order_uncertain),
        figure(row.ordered),
        _mark(row.ordered.uncertain),
        "; ".join(row.designations),
        row.description,
        figure(row.delivered),
        _mark(row.delivered.uncertain),
        ";".join(row.years),
        row.status,
        comments(row),
        "yes" if row.contested else "no",
        str(row.origins),
        ";".join(row.owners),
        row.credibility,
        ";".join(statements),
    ]


def comments(row: RegisterRow) -> str:
    """The comments, with a word for what is uncertain in a column that has no "?" beside it."""
    unsure = [
        name
        for name, flag in (("designation", row.designation_uncertain), ("years of delivery", row.years_uncertain))
        if flag
    ]
    told = f"Uncertain: {', '.join(unsure)}." if unsure else ""
    given = row.comments.rstrip()
    if given and told and given[-1] not in ".!?;":
        given += "."
    return " ".join(part for part in (given, told) if part)


def _mark(uncertain: bool) -> str:
    return "?" if uncertain else ""


def _safe(cell: str) -> str:
    return "'" + cell if cell.lstrip().startswith(FORMULA) or cell.startswith(FORMULA) else cell
