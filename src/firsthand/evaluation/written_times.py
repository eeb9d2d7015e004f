"""Expressions of time in texts of our own: found, and resolved to the right days."""

from datetime import date
from pathlib import Path
from typing import Any

from firsthand.evaluation.figures import Figures
from firsthand.evaluation.written_spans import SpanCase, SpanTally, paired, span_cases
from firsthand.language.time_reading import ReadTime, read_times


def score_times(folder: Path) -> Figures:
    """How many of the times of ``times.jsonl`` are found (their slices overlap, one to one) and rightly resolved.

    Lengths of time that name no day are neither asked nor counted as found. A side that the words leave open
    may also end on the report's day: "since March" holds until then for all that the report can know.
    """
    cases = span_cases(folder / "times.jsonl")
    tally = SpanTally(case.form for case in cases)
    for case in cases:
        _score(case, tally)
    return tally.figures()


def _score(case: SpanCase, tally: SpanTally) -> None:
    wanted = case.gold["times"]
    lengths = [case.place({"words": words}) for words in case.gold["durations"]]
    published = date.fromisoformat(case.gold["published"])
    found = [t for t in read_times(case.text, published) if t.expression.kind != "duration"]
    pairs = paired([(t.expression.start, t.expression.end) for t in found], [case.place(time) for time in wanted])
    wrong = [
        t.expression
        for j, t in enumerate(found)
        if j not in pairs.values() and not any(t.expression.start < b and a < t.expression.end for a, b in lengths)
    ]
    misses = [f"wrongly found: {expression.text} ({expression.kind})" for expression in wrong]
    right = 0
    for i, time in enumerate(wanted):
        if i not in pairs:
            misses.append(f"not found: {time['words']}")
        elif is_right(found[pairs[i]], time, published):
            right += 1
        else:
            misses.append(f"{time['words']}: {time['from']}..{time['to']}, found: {_shown(found[pairs[i]])}")
    total = len(pairs) + len(wrong)
    tally.add(case, wanted=len(wanted), found=total, placed=len(pairs), right=right, misses=misses)


def _shown(time: ReadTime) -> str:
    days = f"{time.days.first}..{time.days.last}" if time.days else "no day"
    return f"{time.expression.text} ({time.expression.kind}) = {days}"


def is_right(time: ReadTime, gold: dict[str, Any], published: date) -> bool:
    """Whether the days are gold's; of a loose time, whether one day is in both."""
    first, last = (date.fromisoformat(gold[side]) if gold[side] else None for side in ("from", "to"))
    one, two = (time.days.first, time.days.last) if time.days else (None, None)
    if not gold.get("loose"):
        if first is None and last is None:
            return one is None and two is None
        return one == first and (two == last or (last is None and two == published))
    if first is None and last is None:
        return True
    if time.days is None:
        return False
    return (one or date.min) <= (last or date.max) and (first or date.min) <= (two or date.max)
