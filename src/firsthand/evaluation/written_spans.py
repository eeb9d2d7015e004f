"""Slices found against slices wanted, one to one: how often the place is right, and how often the value too."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from firsthand.evaluation.figures import Figure, Figures, f1, percent

HALVES = ("tune", "report")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SpanCase:
    """One line of a file of cases: its ``gold`` as written there, with what every such line has."""

    id: str
    half: str
    form: str
    text: str
    gold: dict[str, Any]

    def place(self, wanted: dict[str, Any]) -> Place:
        """Where a slice of gold stands: at ``start`` where that is told, else where its words first are."""
        first = wanted["start"] if "start" in wanted else self.text.index(wanted["words"])
        return first, first + len(wanted["words"])


@cache
def span_cases(path: Path) -> tuple[SpanCase, ...]:
    """The cases of a file, one JSON object a line."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return tuple(SpanCase(g["id"], g["half"], g["form"], g["text"], g) for g in lines)


def paired(found: Sequence[Place], wanted: Sequence[Place]) -> dict[int, int]:
    """Index of each slice wanted to that of the one found for it: those that share the most letters first."""
    shared = [
        (min(b, d) - max(a, c), -i, -j)
        for i, (a, b) in enumerate(wanted)
        for j, (c, d) in enumerate(found)
        if a < d and c < b
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(shared, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


@dataclass(slots=True)
class _Count:
    wanted: int = 0
    found: int = 0
    placed: int = 0
    right: int = 0


class SpanTally:
    """Counts of one task by half and form."""

    def __init__(self, forms: Iterable[str]):
        self._forms = list(Counter(forms))
        self._counts = {(half, form): _Count() for half in HALVES for form in ("", *self._forms)}
        self._misses: list[str] = []

    def add(self, case: SpanCase, *, wanted: int, found: int, placed: int, right: int, misses: Sequence[str]) -> None:
        """Count what one case wanted, what was found, what of it stands in place, and what is right there."""
        for form in ("", case.form):
            count = self._counts[case.half, form]
            count.wanted, count.found = count.wanted + wanted, count.found + found
            count.placed, count.right = count.placed + placed, count.right + right
        if case.half == "tune":
            self._misses += [f"{case.id} ({case.form}): {miss}" for miss in misses]

    def figures(self) -> Figures:
        """For each half precision, recall and F1 of the places and F1 of the values; then both F1 for each form."""
        figures: Figures = {}
        for half in HALVES:
            count = self._counts[half, ""]
            figures |= {
                f"{half}, found precision": Figure(percent(count.placed, count.found), count.found),
                f"{half}, found recall": Figure(percent(count.placed, count.wanted), count.wanted),
                f"{half}, found": Figure(f1(count.placed, count.found, count.wanted), count.wanted),
                f"{half}, value": Figure(f1(count.right, count.found, count.wanted), count.wanted),
            }
        figures["tune, value"] = Figure(figures["tune, value"].value, figures["tune, value"].count, tuple(self._misses))
        for form in self._forms:
            for half in HALVES:
                figures |= _of_form(half, form, self._counts[half, form])
        return figures


def _of_form(half: str, form: str, count: _Count) -> Figures:
    if not count.wanted:  # a form of traps: what is found at all is wrong
        return {f"{half} {form}, found wrongly": Figure(float(count.found), count.found)} if count.found else {}
    return {
        f"{half} {form}, found": Figure(f1(count.placed, count.found, count.wanted), count.wanted),
        f"{half} {form}, value": Figure(f1(count.right, count.found, count.wanted), count.wanted),
    }
