"""Cases of our own writing (``tests/cases``), read as ``firsthand read`` reads a text."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from firsthand.evaluation.figures import Figure, Figures, Tally
from firsthand.intake import report_from_text
from firsthand.model import DateRange, Report, Source, Statement
from firsthand.workflow import statements_of

HALVES = ("tune", "report")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WrittenCase:
    """One line of a file of cases: its ``gold`` as written there, and the report that its text is."""

    id: str
    half: str
    gold: dict[str, Any]
    report: Report

    def place(self, words: str) -> Place:
        """Where a slice that gold names stands in the text; raises ValueError where it stands nowhere."""
        first = self.report.text.index(words)
        return first, first + len(words)


@dataclass(frozen=True, slots=True)
class CaseRead:
    """The sources, by id, and the statements of the report of a case."""

    sources: dict[str, Source]
    statements: tuple[Statement, ...]


@cache
def written_cases(path: Path) -> tuple[WrittenCase, ...]:
    """The cases of a file, one JSON object a line."""
    return tuple(_case(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line)


def _case(gold: dict[str, Any]) -> WrittenCase:
    day = date.fromisoformat(gold["published"])
    report = report_from_text(gold["text"])
    report = replace(report, published=DateRange(day, day, "the case"), outlet=gold.get("outlet") or report.outlet)
    return WrittenCase(gold["id"], gold["half"], gold, report)


def read_case(case: WrittenCase) -> CaseRead:
    """What Firsthand makes of the text of a case."""
    (read,) = statements_of([case.report])
    return CaseRead({source.id: source for source in read.sources}, read.statements)


def nearest(statements: Sequence[Statement], content: Sequence[Place], cue: Sequence[Place] = ()) -> Statement | None:
    """The statement that shares the most letters with gold, of two the shorter; None where no content meets gold's."""

    def shared(statement: Statement) -> int:
        return _letters(_places(statement.content), content) + _letters(_places(statement.cue), cue)

    meeting = [s for s in statements if _letters(_places(s.content), content)]
    return max(meeting, key=lambda s: (shared(s), -sum(b - a for a, b in _places(s.content))), default=None)


def _places(spans: Iterable[Any]) -> list[Place]:
    return [(span.start, span.end) for span in spans]


def _letters(found: Sequence[Place], gold: Sequence[Place]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in found for c, d in gold)


def words_of(source: Source, text: str) -> set[str]:
    """Every word that a source is known by, lower case: in the text, its name, role and aliases."""
    named = [source.name, source.role or "", *source.aliases, *(text[s.start : s.end] for s in source.spans)]
    return {word for name in named for word in _words(name)}


def _words(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W_]+(?:[-'’.][^\W_]+)*", text.lower()):
        yield word
        yield from re.split(r"[-'’.]", word)


class HalvesTally:
    """Tallies of one measure by half, and within each half by group; a measure is named by half and group."""

    def __init__(self, groups: Iterable[str]):
        self._groups = list(Counter(groups))
        self._tallies = {(half, group): Tally() for half in HALVES for group in ("", *self._groups)}

    def add(self, half: str, group: str, hit: bool, miss: str) -> None:
        """Count a case in its half and in its group there."""
        for key in ((half, ""), (half, group)):
            self._tallies[key].add(hit, miss)

    def figures(self) -> Figures:
        """``tune`` and ``report``, then both for each group."""
        order = [(half, group) for group in ("", *self._groups) for half in HALVES]
        return {f"{half} {group}".strip(): self._figure(half, group) for half, group in order}

    def _figure(self, half: str, group: str) -> Figure:
        """The figure; a miss is told once, with its half, and none of the half that is not to be looked at."""
        figure = self._tallies[half, group].figure()
        return figure if half == "tune" and not group else replace(figure, misses=())
