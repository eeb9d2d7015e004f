"""The dossier in short, for a terminal of 80 columns; every mark has its word, so no colour is needed."""

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from firsthand.model import UNSURE_BELOW, Claim, Discrepancy, Dossier, RegisterRow, probability_text
from firsthand.views.counts import count
from firsthand.views.index import Index
from firsthand.views.prominence import by_prominence
from firsthand.views.wording import (
    CREDIBILITY,
    MARKS,
    STATUS_MARKS,
    UNSURE,
    VERBS,
    as_sentence,
    counted,
    day_text,
    figure,
    left_out_text,
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
        console.print(Text("Claims", style="bold"))
        for claim in leading:
            _claim(claim, index, console)
        if folded:
            rest = counted(len(folded), "further claim")
            console.print(Text(f"{rest}, each of few voices: see dossier.html.\n", style="dim"))
        console.print(Text("Credibility: " + "; ".join(f"{k} {v}" for k, v in CREDIBILITY.items()) + ".", style="dim"))
        if index.unsure:
            bound = probability_text(UNSURE_BELOW)
            console.print(Text(f"{UNSURE} unsure reading: read with a probability under {bound}.", style="dim"))
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
    if dossier.left_out.min_confidence:
        parts.append(left_out_text(counts.left_out, dossier.left_out.min_confidence))
    console.print(Text(" · ".join(parts)))
    console.print()


def _claim(claim: Claim, index: Index, console: Console) -> None:
    """Status and grounds on one line, the wording in bold, then a line for each side with its voices."""
    contested = f", {MARKS['deny']} contested" if claim.contested else ""
    grounds = f"{counted(len(claim.origins), 'origin')} of {counted(len(claim.owners), 'owner')}"
    grade = f"{claim.grade.reliability}{claim.grade.credibility}"
    mark = STATUS_MARKS.get(claim.status, "")
    console.print(Text(f"\n{mark} {claim.status}{contested} · {grounds} · {grade}", style="dim"))
    console.print(Text(as_sentence(shortened(index.worded(claim), 200)), style="bold", overflow="fold"))
    for line in _sides(claim, index):
        console.print(Padding(Text(line, overflow="fold"), (0, 0, 0, 2)))
    for finding in claim.findings:
        if finding.feature == "reading.unsure":
            console.print(Padding(Text(f"{UNSURE} {finding.sentence}", overflow="fold"), (0, 0, 0, 2)))


def _sides(claim: Claim, index: Index) -> list[str]:
    voices: dict[str, dict[str, tuple[str, list[str]]]] = {}
    for key in (*claim.affirm, *claim.deny, *claim.withhold, *claim.expect):
        statement = index.statements.get(key)
        if statement is not None:
            name = shortened(index.voice(statement).name, 44)
            names = voices.setdefault(index.side(statement, claim.id), {})
            names.setdefault(name.casefold(), (name, []))[1].append(key)
    lines = []
    for side, names in voices.items():
        verb = VERBS[side] if len(names) == 1 else VERBS[side].removesuffix("s").replace("denie", "deny")
        told = [name + _doubt(keys, index) for name, keys in names.values()]
        lines.append(f"{MARKS[side]} {verb}: {_some(told)}")
    return lines


def _doubt(keys: list[str], index: Index) -> str:
    if some := sum(index.statements[key].unsure for key in keys):
        return f" {UNSURE}" if some == len(keys) else f" ({some} of {len(keys)} {UNSURE})"
    return ""


def _some(names: list[str]) -> str:
    rest = f" and {len(names) - MOST_VOICES} more" if len(names) > MOST_VOICES else ""
    return ", ".join(names[:MOST_VOICES]) + rest


def _discrepancy(discrepancy: Discrepancy, index: Index) -> Text:
    about = index.claims.get(discrepancy.about)
    subject = about.wording if about else discrepancy.about
    title = f"  {discrepancy.kind}: {as_sentence(shortened(subject, 62))}"
    if discrepancy.kind == "voice":
        sides: dict[str, list[str]] = {}
        for value in discrepancy.values:
            side, _, name = value.value.partition(": ")
            sides.setdefault(side, []).append(shortened(name, 44))
        lines = [f"    {side}: {_some(names)}" for side, names in sides.items()]
    else:
        told = [f"“{shortened(value.value, 60)}”" for value in discrepancy.values]
        rest = [f"and {len(told) - MOST_VOICES} more"] if len(told) > MOST_VOICES else []
        short = sum(map(len, told)) < 60
        lines = ["    " + " ≠ ".join(told)] if short else [f"    {one}" for one in (*told[:MOST_VOICES], *rest)]
    return Text("\n".join((title, *lines)), overflow="fold")


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
