"""The dossier in short, for a terminal of 80 columns; every mark has its word, so no colour is needed."""

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from firsthand.model import Claim, Discrepancy, Dossier, RegisterRow
from firsthand.views.counts import count
from firsthand.views.index import Index
from firsthand.views.prominence import by_prominence
from firsthand.views.wording import (
    CREDIBILITY,
    MARKS,
    STATUS_MARKS,
    VERBS,
    as_sentence,
    counted,
    day_text,
    figure,
    one_line,
    shortened,
)

MOST_VOICES = 5


def summary(dossier: Dossier, console: Console) -> None:
    """Print counts, claims, discrepancies, register and what was set aside."""
    index = Index(dossier)
    _masthead(dossier, console)
    if dossier.claims:
        leading, folded = by_prominence(dossier.claims)
        console.print(_claims(leading, index))
        if folded:
            rest = counted(len(folded), "further claim")
            console.print(Text(f"{rest}, each of few voices: see dossier.html.\n", style="dim"))
        console.print(Text("Credibility: " + "; ".join(f"{k} {v}" for k, v in CREDIBILITY.items()) + ".", style="dim"))
        console.print()
    open_ones = [d for d in dossier.discrepancies if not d.resolved]
    if open_ones:
        console.print(Text("Discrepancies", style="bold"))
        for discrepancy in open_ones:
            console.print(_discrepancy(discrepancy, index))
        console.print()
    if dossier.register:
        console.print(_register(dossier.register))
    for item in dossier.set_aside:
        line = f"Set aside: {shortened(item.input, 60)}. {one_line(item.reason)} {one_line(item.advice)}"
        console.print(Text(line, overflow="fold"))


def _masthead(dossier: Dossier, console: Console) -> None:
    counts = count(dossier)
    as_of = f"as of {day_text(dossier.as_of)}" if dossier.as_of else "everything that was read"
    console.print()
    console.print(Text(shortened(dossier.title, 200), style="bold", overflow="fold"))
    console.print(Text(as_of, style="dim"))
    parts = [
        counted(counts.reports, "report"),
        counted(counts.statements, "statement"),
        counted(counts.claims, "claim") + (f" ({counts.contested} contested)" if counts.contested else ""),
        f"{counted(counts.origins, 'origin')} of {counted(counts.owners, 'owner')}",
        counted(counts.discrepancies, "discrepancy", "discrepancies"),
    ]
    if counts.set_aside:
        parts.append(f"{counts.set_aside} set aside")
    console.print(Text(" · ".join(parts)))
    console.print()


def _claims(claims: Iterable[Claim], index: Index) -> Table:
    table = Table(box=box.SIMPLE_HEAD, title="Claims", title_justify="left", title_style="bold", expand=True,
                  pad_edge=False, show_lines=False)  # fmt: skip
    table.add_column("Claim, and who says what", ratio=1, overflow="fold")
    table.add_column("Status", width=15)
    table.add_column("Origins", width=10)
    table.add_column("Grade", width=5)
    for claim in claims:
        status = Text(f"{STATUS_MARKS.get(claim.status, '')} {claim.status}")
        if claim.contested:
            status.append(f"\n{MARKS['deny']} contested", style="bold")
        grounds = f"{len(claim.origins)}\n{counted(len(claim.owners), 'owner')}"
        grade = f"{claim.grade.reliability}{claim.grade.credibility}"
        table.add_row(_who(claim, index), status, Text(grounds), Text(grade))
        table.add_row()
    return table


def _who(claim: Claim, index: Index) -> Text:
    """The wording in bold, then a line for each side with its voices."""
    out = Text(as_sentence(shortened(claim.wording, 200)), style="bold")
    voices: dict[str, dict[str, None]] = {}
    for key in (*claim.affirm, *claim.deny, *claim.withhold, *claim.expect):
        statement = index.statements.get(key)
        if statement is not None:
            side = index.side(statement, claim.id)
            voices.setdefault(side, {})[shortened(index.voice(statement).name, 60)] = None
    for side, names in voices.items():
        told = list(names)[:MOST_VOICES]
        rest = f" and {len(names) - MOST_VOICES} more" if len(names) > MOST_VOICES else ""
        verb = VERBS[side] if len(names) == 1 else VERBS[side].removesuffix("s").replace("denie", "deny")
        out.append(f"\n{MARKS[side]} {verb}: ", style="not bold")
        out.append(", ".join(told) + rest, style="not bold")
    return out


def _discrepancy(discrepancy: Discrepancy, index: Index) -> Text:
    about = index.claims.get(discrepancy.about)
    subject = about.wording if about else discrepancy.about
    told = [f"“{shortened(value.value, 50)}”" for value in discrepancy.values]
    rest = f" and {len(told) - MOST_VOICES} more" if len(told) > MOST_VOICES else ""
    values = " ≠ ".join(told[:MOST_VOICES]) + rest
    return Text(f"  {discrepancy.kind}: {values}\n    {as_sentence(shortened(subject, 70))}", overflow="fold")


def _register(rows: Iterable[RegisterRow]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, title="Register", title_justify="left", title_style="bold", expand=True,
                  pad_edge=False)  # fmt: skip
    table.add_column("From – to", width=18, overflow="fold")
    table.add_column("Weapon", ratio=1, overflow="fold")
    for name, width in (("Delivered", 15), ("Status", 13)):
        table.add_column(name, width=width, overflow="fold")
    for row in rows:
        item = "; ".join(row.designations) or row.description
        status = row.status + (", contested" if row.contested else "")
        number = figure(row.delivered, grouped=True) + (" ?" if row.delivered.uncertain else "")
        years = "; ".join(row.years) + (" ?" if row.years_uncertain and row.years else "")
        delivered = "\n".join(part for part in (shortened(number, 40), shortened(years, 40)) if part.strip(" ?"))
        cells = (f"{shortened(row.supplier, 40)} –\n{shortened(row.recipient, 40)}", shortened(item, 160), delivered)
        table.add_row(*map(Text, cells), Text(shortened(status, 60)))
    return table
