"""Times against the silver of PolNeAR's dev part: dates that another program marked and normalised.

Its DATE and TIME marks are asked; its lengths (DURATION), repeated times (SET) and bare references ("now", "once",
"the future") are neither asked nor counted against what is found there. The day of most of its articles is not known,
so values are compared only where they do not depend on it: a year, a month of a year, a full date, a decade, and, where
no year is said, a month, a day of a month and a weekday, all as the words say them.
"""

import json
import re
from pathlib import Path

from firsthand.evaluation.figures import Figure, Figures, Tally, f1, percent
from firsthand.evaluation.written_spans import Place, paired
from firsthand.language.time_types import TimeExpression
from firsthand.language.times import find_times

_ASKED = ("DATE", "TIME")
_OPENED = ("since", "by", "until", "before", "after")
_PLAIN = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d){0,2}|\d{3}X|XXXX-WXX-\d")
_CLOCK = re.compile(r"T[A-Z\d:]+$")
_REFERENCE = re.compile(r"(?:PAST|PRESENT|FUTURE)_REF")
_BARE = re.compile(r"T\d\d:\d\d.*|T?(?:MO|AF|EV|NI|DT|MI)")


def score_silver_times(folder: Path) -> Figures:
    """Precision, recall and F1 of the times found, and how many comparable values agree; ``folder`` is PolNeAR's
    dev part. Empty where it is missing."""
    path = folder / "entities.jsonl"
    if not path.exists():
        return {}
    found_all = wanted_all = met = 0
    values = Tally()
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = (folder / "text" / article["file"]).read_text(encoding="utf-8")
        marks = [m for m in article["entities"] if m[2] in (*_ASKED, "DURATION", "SET")]
        wanted = [m for m in marks if _is_asked(m)]
        other: list[Place] = [(m[0], m[1]) for m in marks if not _is_asked(m)]
        found = [t for t in find_times(text) if t.kind not in ("duration", "unplaced")]
        pairs = paired([(t.start, t.end) for t in found], [(m[0], m[1]) for m in wanted])
        free = [t for j, t in enumerate(found) if j not in pairs.values() and not _meets(t, other)]
        met, wanted_all = met + len(pairs), wanted_all + len(wanted)
        found_all += len(pairs) + len(free)
        for i, j in pairs.items():
            silver, mine = _CLOCK.sub("", wanted[i][3]), normalised(found[j])
            if _PLAIN.fullmatch(silver) and mine:
                values.add(
                    silver == mine, f"{text[wanted[i][0] : wanted[i][1]]}: {silver}, found: {found[j].text} = {mine}"
                )
    return {
        "found precision": Figure(percent(met, found_all), found_all),
        "found recall": Figure(percent(met, wanted_all), wanted_all),
        "found": Figure(f1(met, found_all, wanted_all), wanted_all),
        "values that agree, of those compared": values.figure(),
    }


def _is_asked(mark: list[object]) -> bool:
    """Times of the clock alone name no day, and bare references none that can be told."""
    value = str(mark[3]) if len(mark) > 3 else ""
    return mark[2] in _ASKED and bool(value) and not _REFERENCE.match(value) and not _BARE.fullmatch(value)


def _meets(time: TimeExpression, places: list[Place]) -> bool:
    return any(time.start < b and a < time.end for a, b in places)


def normalised(time: TimeExpression) -> str:
    """What the words say, in the form of the silver; empty where that has none for it.

    >>> [normalised(t) for t in find_times("It left on 3 May 2021, a Monday.")]
    ['2021-05-03', 'XXXX-WXX-1']
    """
    if time.kind in _OPENED and time.inner is not None:
        time = time.inner
    if time.part or time.direction or time.offset or time.kind not in ("date", "month", "year", "decade", "weekday"):
        return ""
    if time.kind == "weekday":
        return f"XXXX-WXX-{(time.weekday or 0) + 1}"
    if time.kind == "decade":
        return f"{(time.year or 0) // 10}X"
    year = f"{time.year}" if time.year else "XXXX"
    parts = [year, *(f"{part:02}" for part in (time.month, time.day) if part)]
    return "-".join(parts) if time.year or time.month else ""
