"""What an expression of time says, and what it comes to."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time; ``text`` is the slice ``[start:end]`` of what was searched.

    ``kind``
        date (month and day, or more; or a day alone), month, year, decade, century (``number``), weekday,
        season (``month`` is its first), quarter (``number``; unit quarter or half),
        feast (``name`` says how its days are found), fiscal (``year``; ``other`` is the second of two),
        unplaced (a time that no calendar holds: "at some point"),
        relative (the period ``offset`` units from the anchor: "yesterday", "last week"),
        shift (``low`` to ``high`` units before or after the anchor, or ``inner``: "two days ago"),
        window (the time between the anchor and ``high`` units before or after it: "in recent weeks"),
        duration (names no day),
        since, by, until, before, after (of ``inner``), range (from ``inner`` to ``other``).
    ``direction``
        -1 for last, ago, past; 0 for this; 1 for next, later, coming; None where the words do not say.
    ``part``
        early, mid, late, first-half, second-half, earlier, later; by number week:N,
        first:N:UNIT, last:N:UNIT; empty for the whole.
    ``counts_from``
        what day an expression counts from: "report" (the report's or the utterance's day; also for dates
        without a year), "mention" (the day spoken of before it: "the following day", "a month earlier"),
        or empty where it stands for itself.
    ``swappable``
        the date is in figures and day and month could be the other way round.
    """

    start: int
    end: int
    text: str
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    number: int | None = None
    offset: int | None = None
    low: float | None = None
    high: float | None = None
    direction: int | None = None
    part: str = ""
    counts_from: str = ""
    swappable: bool = False
    name: str = ""
    inner: "TimeExpression | None" = None
    other: "TimeExpression | None" = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The days an expression covers, both included; None leaves that side open.

    ``contradiction`` is one plain sentence where the expression disagrees with the calendar or with its own words,
    else empty; ``first`` and ``last`` then hold what survives of it.
    """

    first: date | None
    last: date | None
    contradiction: str = ""
