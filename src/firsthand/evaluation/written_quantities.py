"""Quantities in texts of our own: found, with the right figures and the right unit."""

from pathlib import Path
from typing import Any

from firsthand.evaluation.figures import Figures
from firsthand.evaluation.written_spans import SpanCase, SpanTally, paired, span_cases
from firsthand.language.quantities import QuantityExpression, find_calibres, find_quantities

_UNITS = {"percent": "%"}
_SAME = 1e-6


def score_quantities(folder: Path) -> Figures:
    """How many of the quantities of ``quantities.jsonl`` are found (their slices overlap, one to one), with gold's
    low, best, high and unit. Ordinals are not asked; of a loose one it is asked that both sides' figures meet."""
    cases = span_cases(folder / "quantities.jsonl")
    tally = SpanTally(case.form for case in cases)
    for case in cases:
        _score(case, tally)
    return tally.figures()


def _score(case: SpanCase, tally: SpanTally) -> None:
    wanted = case.gold["quantities"]
    found = [q for q in find_quantities(case.text) if q.kind != "ordinal"] + find_calibres(case.text)
    pairs = _pairs(case, found, wanted)
    misses = [f"wrongly found: {q.text}" for j, q in enumerate(found) if j not in pairs.values()]
    right = 0
    for i, gold in enumerate(wanted):
        if i not in pairs:
            misses.append(f"not found: {gold['words']}")
        elif is_right(found[pairs[i]], gold):
            right += 1
        else:
            misses.append(f"{_shown(gold)}, found: {_told(found[pairs[i]])}")
    tally.add(case, wanted=len(wanted), found=len(found), placed=len(pairs), right=right, misses=misses)


def _pairs(case: SpanCase, found: list[QuantityExpression], wanted: list[dict[str, Any]]) -> dict[int, int]:
    """Calibres, which may stand inside another amount, pair with calibres alone."""
    pairs: dict[int, int] = {}
    for bores in (True, False):
        asked = [i for i, gold in enumerate(wanted) if (gold["unit"] == "mm") == bores]
        there = [j for j, q in enumerate(found) if (q.kind == "calibre") == bores]
        places = [(found[j].start, found[j].end) for j in there]
        met = paired(places, [case.place(wanted[i]) for i in asked])
        pairs |= {asked[i]: there[j] for i, j in met.items()}
    return pairs


def _shown(gold: dict[str, Any]) -> str:
    return f"{gold['words']}: {gold['low']}, {gold['best']}, {gold['high']} {gold['unit']}"


def _told(q: QuantityExpression) -> str:
    return f"{q.text}: {q.low}, {q.best}, {q.high} {q.unit}"


def is_right(q: QuantityExpression, gold: dict[str, Any]) -> bool:
    """Whether figures and unit are gold's; of a loose one, whether the figures meet where both sides have some."""
    mine, asked = (q.low, q.best, q.high), (gold["low"], gold["best"], gold["high"])
    if not gold.get("loose"):
        return _UNITS.get(q.unit, q.unit) == gold["unit"] and all(map(_equal, mine, asked))
    if mine == (None, None, None) or asked == (None, None, None):
        return True
    low, high = q.low if q.low is not None else 0.0, q.high if q.high is not None else float("inf")
    return low <= (asked[2] if asked[2] is not None else float("inf")) and (asked[0] or 0.0) <= high


def _equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _SAME * max(1.0, abs(other))
