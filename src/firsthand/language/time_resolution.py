"""Which days an expression of time covers, and where it contradicts the calendar or itself."""

from collections.abc import Callable
from datetime import date

from firsthand.language.days import (
    MONTHS,
    WEEKDAYS,
    day_or_none,
    days_in,
    distance,
    month_of,
    period_of,
    plus_days,
    plus_months,
    plus_units,
    spelled,
    weekday_near,
)
from firsthand.language.feasts import days_of
from firsthand.language.time_types import Resolved, TimeExpression

_SLACK = {
    "minute": 0,
    "hour": 0,
    "day": 0,
    "week": 3,
    "fortnight": 3,
    "weekend": 3,
    "month": 15,
    "quarter": 45,
    "year": 182,
}
_TODAY_MAY_BE_TOMORROW = 1  # a report dated in one time zone may speak of a day that has begun in another


def resolve(
    expression: TimeExpression, anchor: date, *, ahead: bool = False, anchor_is: str = "report"
) -> Resolved | None:
    """The days ``expression`` covers, counted from ``anchor``; None for a duration, which names no day.

    ``ahead`` says that the sentence looks into the future: a month, a day or a weekday without a year is then the
    next one, otherwise the last. ``anchor_is`` names the anchor in the sentence of a contradiction ("report",
    "statement", "event"). Expressions whose ``counts_from`` is "mention" want the day last mentioned as anchor.
    """
    work = _WAYS.get(expression.kind)
    if work is None:
        return None
    return work(expression, anchor, ahead, f"the {anchor_is} of {anchor.isoformat()}")


Period = tuple[date, date]
_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first-half": (1, 6), "second-half": (7, 12)}


def _join(*sentences: str) -> str:
    return " ".join(dict.fromkeys(s for s in sentences if s))


def _cut(first: date, last: date, part: str, anchor: date) -> tuple[date, date]:
    """A part of a period: thirds for early, mid and late, halves, or the side of the anchor."""
    if (
        (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        and first.year == last.year
        and part in _OF_YEAR
    ):
        start, end = _OF_YEAR[part]
        return date(first.year, start, 1), month_of(first.year, end)[1]
    if ":" in part:
        return _counted_part(first, last, part)
    length = (last - first).days + 1
    third = max(length // 3, 1)
    if part == "early":
        return first, plus_days(first, third - 1)
    if part == "mid":
        return plus_days(first, third), plus_days(last, -third)
    if part == "late":
        return plus_days(last, 1 - third), last
    if part == "first-half":
        return first, plus_days(first, length // 2 - 1)
    if part == "second-half":
        return plus_days(first, length // 2), last
    if part == "earlier" and first <= anchor <= last:
        return first, anchor
    if part == "later" and first <= anchor <= last:
        return anchor, last
    return first, last


def _counted_part(first: date, last: date, part: str) -> Period:
    """A part by number: "week:2", or from the beginning or the end "first:10:day"."""
    side, count, unit = (*part.split(":"), "week")[:3]
    number = max(int(count), 1)
    if side == "week":
        start = plus_days(first, 7 * (number - 1)) if number < 5 else plus_days(last, -6)
        return start, min(plus_days(start, 6), last)
    if side == "first":
        return first, min(last, plus_days(plus_units(first, number, unit), -1))
    return max(first, plus_days(plus_units(plus_days(last, 1), -number, unit), 0)), last


def _years_for(expression: TimeExpression, anchor: date) -> list[int]:
    """The year said, or every year that may be meant where none is."""
    if expression.year is not None:
        return [max(expression.year, 1)]
    if expression.offset is not None and expression.kind in ("date", "month", "season", "quarter", "feast"):
        return [min(max(anchor.year + expression.offset, 1), 9998)]
    return [y for y in range(anchor.year - 9, anchor.year + 10) if 1 <= y <= 9998]


def _choose(periods: list[Period], anchor: date, ahead: bool, direction: int | None) -> Period:
    """The period that fits the tense: the last begun by the anchor, or the next not yet over."""
    if len(periods) == 1:
        return periods[0]
    if direction == -1:
        fitting = [p for p in periods if p[1] < anchor]
        return fitting[-1] if fitting else periods[0]
    if direction == 1:
        fitting = [p for p in periods if p[0] > anchor]
        return fitting[0] if fitting else periods[-1]
    if direction == 0:
        fitting = [p for p in periods if p[0].year == anchor.year]
        return fitting[0] if fitting else periods[-1]
    if ahead:
        fitting = [p for p in periods if p[1] >= anchor]
        return fitting[0] if fitting else periods[-1]
    limit = plus_days(anchor, _TODAY_MAY_BE_TOMORROW)
    fitting = [p for p in periods if p[0] <= limit]
    return fitting[-1] if fitting else periods[0]


def _against_direction(e: TimeExpression, first: date, last: date, anchor: date, named: str) -> str:
    if e.direction == 1 and last < anchor:
        return f'"{e.text}" lies before {named}, though it says next.'
    if e.direction == -1 and first > anchor:
        return f'"{e.text}" lies after {named}, though it says last.'
    return ""


def _date(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    month, number = e.month or 1, e.day or 1
    if e.month is None:
        starts = [plus_months(anchor.replace(day=1), n) for n in range(-3, 4)]
        told = [d for m in starts if (d := day_or_none(m.year, m.month, number))]
        return Resolved(*_choose([(d, d) for d in told], anchor, ahead, None))
    years = _years_for(e, anchor)
    days = [d for y in years if (d := day_or_none(y, month, number))]
    if not days:
        first, last = _choose([month_of(y, month) for y in years], anchor, ahead, None)
        where = f"{MONTHS[month]} {first.year}" if month == 2 else MONTHS[month]
        return Resolved(
            first, last, f"{where} has {days_in(first.year, month)} days: there is no {number} {MONTHS[month]}."
        )
    if e.swappable:
        return _either_way(e, days[0], anchor)
    if e.weekday is not None and e.direction is not None and len(days) > 1:
        day = min(days, key=lambda d: (distance(d, anchor), d))
    else:
        day = _choose([(d, d) for d in days], anchor, ahead, e.direction)[0]
    return _checked(e, day, anchor, named)


def _either_way(e: TimeExpression, day: date, anchor: date) -> Resolved:
    """Figures that may be day and month or month and day: both days, unless only one lies in the past."""
    other = day_or_none(day.year, day.day, day.month) or day
    past = [d for d in (day, other) if d <= plus_days(anchor, _TODAY_MAY_BE_TOMORROW)]
    first, last = (past[0], past[0]) if len(past) == 1 else (min(day, other), max(day, other))
    return Resolved(first, last)


def _checked(e: TimeExpression, day: date, anchor: date, named: str) -> Resolved:
    """A day against its own weekday and against "last" or "next"."""
    if e.weekday is None:
        return Resolved(day, day, _against_direction(e, day, day, anchor, named))
    wrong_name = e.weekday != day.weekday()
    wrong_side = (e.direction == 1 and day < anchor) or (e.direction == -1 and day > anchor)
    if not wrong_name and not wrong_side:
        return Resolved(day, day)
    said = WEEKDAYS[e.weekday]
    reasons = []
    if wrong_name:
        reasons.append(f"was a {WEEKDAYS[day.weekday()]}, not a {said}")
    if wrong_side:
        reasons.append(f"lay {'before' if day < anchor else 'after'} {named}")
    sentence = f"{spelled(day)} {', and '.join(reasons)}"
    if e.direction is not None and (wrong_side or e.direction == 0):
        meant = weekday_near(anchor, e.weekday, e.direction)
        turn = {1: "next", 0: "same week's", -1: "last"}[e.direction]
        return Resolved(meant, meant, f"{sentence}; the {turn} {said} was {meant.isoformat()}.")
    near = min((plus_days(day, n) for n in range(-3, 4)), key=lambda d: d.weekday() != e.weekday)
    first, last = min(day, near), max(day, near)
    return Resolved(first, last, f"{sentence}; the nearest {said} was {near.isoformat()}.")


def _month(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    month = e.month or 1
    first, last = _choose([month_of(y, month) for y in _years_for(e, anchor)], anchor, ahead, e.direction)
    clash = _against_direction(e, first, last, anchor, named)
    return Resolved(*_cut(first, last, e.part, anchor), clash)


def _season(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    start = e.month or 3
    periods = []
    for year in _years_for(e, anchor):
        first = date(year, start, 1)
        periods.append((first, plus_days(plus_months(first, 3), -1)))
    first, last = _choose(periods, anchor, ahead, e.direction)
    if start == 12 and e.year is not None:  # "winter 2023" may be either end of that year
        first = date(e.year, 1, 1)
        return Resolved(first, plus_days(plus_months(date(e.year, 12, 1), 3), -1))
    return Resolved(*_cut(first, last, e.part, anchor))


def _quarter(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    months = 3 if e.unit == "quarter" else 6
    periods = []
    for year in _years_for(e, anchor):
        first = date(year, 1 + months * ((e.number or 1) - 1), 1)
        periods.append((first, plus_days(plus_months(first, months), -1)))
    return Resolved(*_choose(periods, anchor, ahead, None))


def _year(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    first, last = period_of(date(min(max(e.year or anchor.year, 1), 9999), 1, 1), "year")
    return Resolved(*_cut(first, last, e.part, anchor))


def _feast(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved | None:
    found = [days for year in _years_for(e, anchor) if (days := days_of(e.name, year))]
    return Resolved(*_choose(found, anchor, ahead, e.direction)) if found else None


def _fiscal(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    """A fiscal year of whatever state: it begins between April of the year before and January, or in April."""
    year = min(max(e.year if e.year is not None else anchor.year + (e.offset or 0), 2), 9998)
    last = e.other.year if e.other and e.other.year else year
    if e.other:
        return Resolved(date(year, 4, 1), date(last, 9, 30))
    return Resolved(date(year - 1, 10, 1), date(year + 1, 3, 31))


def _century(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    last = min(max(e.number or 1, 1), 99) * 100
    first = date(last - 99, 1, 1)
    third = {"early": (0, 33), "mid": (33, 67), "late": (66, 100)}.get(e.part, (0, 100))
    return Resolved(date(first.year + third[0], 1, 1), date(last - 100 + third[1], 12, 31))


def _decade(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    first, last = period_of(date(min(max(e.year or anchor.year, 1), 9999), 1, 1), "decade")
    return Resolved(*_cut(first, last, e.part, anchor))


def _weekday(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    weekday = e.weekday or 0
    if e.offset is not None:
        day = plus_days(weekday_near(anchor, weekday, 0), 7 * e.offset)
    elif e.direction is not None:
        day = weekday_near(anchor, weekday, e.direction)
    elif weekday == anchor.weekday():
        day = anchor
    else:
        day = weekday_near(anchor, weekday, 1 if ahead else -1)
    return Resolved(day, day)


def _relative(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    offset = e.offset or 0
    if e.unit == "day":
        low = e.low if e.low is not None else offset
        high = e.high if e.high is not None else offset
        return Resolved(plus_days(anchor, int(low)), plus_days(anchor, int(high)))
    first, last = period_of(anchor, e.unit)
    if e.offset is None and first > anchor and not ahead:  # "over the weekend" looks back to the last one begun
        offset = -1
    if offset:
        first, last = period_of(plus_units(first, offset, e.unit), e.unit)
    return Resolved(*_cut(first, last, e.part, anchor))


def _shift(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    low, high, sign, clash = e.low or 0.0, e.high or 0.0, e.direction or 1, ""
    if e.inner is not None and (way := _WAYS.get(e.inner.kind)) and (base := way(e.inner, anchor, ahead, named)):
        anchor, clash = base.first or anchor, base.contradiction
    ends = sorted((plus_units(anchor, sign * low, e.unit), plus_units(anchor, sign * high, e.unit)))
    slack = _SLACK.get(e.unit, 182) if low else 0
    if e.unit in ("minute", "hour"):
        ends = sorted((*ends, plus_units(anchor, sign * (low + 23 if e.unit == "hour" else 0), e.unit)))
    return Resolved(plus_days(ends[0], -slack), plus_days(ends[-1], slack), clash)


def _window(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved:
    sign = e.direction or 1
    far = plus_units(anchor, sign * max(e.high or 1.0, 1.0), e.unit)
    return Resolved(min(far, anchor), max(far, anchor))


def _open(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved | None:
    """since X: from X to the anchor; by, until X: open to X; before X: open to the day before; after X: from X."""
    if e.inner is None or (work := _WAYS.get(e.inner.kind)) is None:
        return None
    inner = work(e.inner, anchor, ahead, named)
    if inner is None:
        return None
    if e.kind == "since":
        if inner.first is not None and inner.first > plus_days(anchor, _TODAY_MAY_BE_TOMORROW) and not ahead:
            clash = f'"{e.text}" begins after {named}.'
            return Resolved(inner.first, None, _join(inner.contradiction, clash))
        last = None if ahead else anchor if inner.first is None else max(anchor, inner.first)
        return Resolved(inner.first, last, inner.contradiction)
    if e.kind == "after":
        return Resolved(inner.first, None, inner.contradiction)
    if e.kind == "before" and inner.first is not None:
        return Resolved(None, plus_days(inner.first, -1), inner.contradiction)
    return Resolved(None, inner.last, inner.contradiction)


def _range(e: TimeExpression, anchor: date, ahead: bool, named: str) -> Resolved | None:
    if e.inner is None or e.other is None:
        return None
    one, two = _WAYS.get(e.inner.kind), _WAYS.get(e.other.kind)
    last = two(e.other, anchor, ahead, named) if two else None
    first = one(e.inner, anchor, ahead, named) if one else None
    if first is None or last is None or first.first is None or last.last is None:
        return first or last
    clash = _join(first.contradiction, last.contradiction)
    if first.first <= last.last:
        return Resolved(first.first, last.last, clash)
    if e.inner.year is None and e.inner.kind in ("date", "month", "season", "weekday"):
        # the end is fixed by the tense, the beginning lies before it: "from November to January"
        earlier = one(e.inner, last.last, False, named) if one else None
        if earlier and earlier.first and earlier.first <= last.last:
            return Resolved(earlier.first, last.last, clash)
    backwards = f'"{e.text}" ends before it begins.'
    days = [d for d in (first.first, first.last, last.first, last.last) if d]
    return Resolved(min(days), max(days), _join(clash, backwards))


_Way = Callable[[TimeExpression, date, bool, str], Resolved | None]
_WAYS: dict[str, _Way] = {
    "date": _date,
    "month": _month,
    "year": _year,
    "feast": _feast,
    "fiscal": _fiscal,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "weekday": _weekday,
    "relative": _relative,
    "shift": _shift,
    "window": _window,
    "since": _open,
    "by": _open,
    "until": _open,
    "before": _open,
    "after": _open,
    "range": _range,
}
