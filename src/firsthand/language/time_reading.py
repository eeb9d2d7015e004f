"""The times of a report, each with the days it comes to: what it counts from, and whether its sentence looks ahead."""

from dataclasses import dataclass
from datetime import date

from firsthand.language.time_outlook import looks_ahead
from firsthand.language.time_types import Resolved, TimeExpression
from firsthand.language.times import find_times, resolve

__all__ = ["ReadTime", "read_times"]


@dataclass(frozen=True, slots=True)
class ReadTime:
    """An expression of time and its days; ``days`` is None where it names none or counts from a day not told."""

    expression: TimeExpression
    days: Resolved | None


def read_times(text: str, published: date) -> list[ReadTime]:
    """Every expression of time of ``text`` with its days, in order.

    Those that count from the day last mentioned take the nearest day told before them.
    """
    found: list[ReadTime] = []
    mentioned: date | None = None
    for expression in find_times(text):
        anchor = mentioned if expression.counts_from == "mention" else published
        days = resolve(expression, anchor, ahead=looks_ahead(text, expression)) if anchor else None
        found.append(ReadTime(expression, days))
        if days is not None and expression.kind not in ("window", "since", "by", "until", "before", "after"):
            mentioned = days.first or days.last or mentioned
    return found
