"""Statements of texts of our own, read by the reader of the package."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from firsthand.model import DateRange, Report, Source, Statement
from firsthand.reader import load_reader
from firsthand.statements import find_statements

DAY = date(2031, 5, 16)


@dataclass(frozen=True)
class Said:
    """A statement with its parts as text."""

    statement: Statement
    content: str
    cue: str
    source: str
    actor: Source | None
    via: tuple[str, ...]

    @property
    def stance(self) -> str:
        return self.statement.stance

    @property
    def features(self) -> set[str]:
        return {finding.feature for finding in self.statement.findings}

    @property
    def states(self) -> tuple[str, ...]:
        return self.actor.states if self.actor else ()

    @property
    def name(self) -> str:
        return self.actor.name if self.actor else ""


def report_of(text: str, name: str = "R1") -> Report:
    """A report of Friday 16 May 2031 with nothing but its text."""
    return Report(name, None, None, None, None, "en", DateRange(DAY, DAY, "test"), "", len(text.split()), text)


@cache
def said_in(*texts: str) -> tuple[Said, ...]:
    """What is said in a case of such reports."""
    reports = [report_of(text, f"R{k + 1}") for k, text in enumerate(texts)]
    sources, statements = find_statements(reports, [load_reader().read(r) for r in reports])
    known = {s.id: s for s in sources}
    by_id = {r.id: r.text for r in reports}

    def words(spans: tuple) -> str:  # type: ignore[type-arg]
        return " … ".join(by_id[s.report][s.start : s.end] for s in spans)

    return tuple(
        Said(
            s, words(s.content), words(s.cue), words(s.source), known.get(s.actor or ""),
            tuple(known[v].name for v in s.via),
        )
        for s in statements
    )  # fmt: skip


def one(text: str, part: str) -> Said:
    """The one statement of the text that has ``part`` in its content; the text follows on failure."""
    found = [s for s in said_in(text) if part in s.content and s.cue]
    assert len(found) == 1, [(s.name, s.cue, s.content) for s in said_in(text)]
    return found[0]
