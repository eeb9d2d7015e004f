"""Arithmetic with days, weeks, months and years."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def plus_days(day: date, count: int) -> date:
    """The day ``count`` days on, held inside the calendar of Python."""
    ordinal = min(max(day.toordinal() + count, 1), date.max.toordinal())
    return date.fromordinal(ordinal)


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return monthrange(year, month)[1]


def month_of(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    year = min(max(year, MINYEAR), MAXYEAR)
    return date(year, month, 1), date(year, month, days_in(year, month))


def plus_months(day: date, count: int) -> date:
    """The same day ``count`` months on, or the last of that month where it is shorter."""
    months = day.year * 12 + day.month - 1 + count
    months = min(max(months, MINYEAR * 12), MAXYEAR * 12 + 11)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, days_in(year, month)))


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
        return None
    return date(year, month, day)


def period_of(day: date, unit: str) -> tuple[date, date]:
    """First and last day of the week (from Monday), weekend, month, quarter, year, decade or century of a day."""
    if unit in ("week", "weekend"):
        monday = plus_days(day, -day.weekday())
        return plus_days(monday, 5 if unit == "weekend" else 0), plus_days(monday, 6)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        first = day.month - (day.month - 1) % 3
        return date(day.year, first, 1), month_of(day.year, first + 2)[1]
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years is None:
        return day, day
    first_year = max(day.year - day.year % years, MINYEAR)
    return date(first_year, 1, 1), date(min(first_year + years - 1, MAXYEAR), 12, 31)


def plus_units(day: date, count: float, unit: str) -> date:
    """The day ``count`` units on; hours and minutes count as the part of a day they are, rounded."""
    whole = round(count)
    if unit in ("minute", "hour"):
        return plus_days(day, round(count / (24 if unit == "hour" else 1440)))
    if unit in ("week", "weekend"):
        return plus_days(day, round(count * 7))
    if unit == "fortnight":
        return plus_days(day, round(count * 14))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        return plus_days(day, whole)
    if count != whole:
        return plus_days(day, round(count * months * 30.44))
    return plus_months(day, max(min(whole, 100_000), -100_000) * months)


def weekday_near(day: date, weekday: int, direction: int) -> date:
    """The nearest day of that name strictly before (-1) or after (1) ``day``, or in its week (0)."""
    if direction == 0:
        return plus_days(day, weekday - day.weekday())
    if direction > 0:
        return plus_days(day, (weekday - day.weekday() - 1) % 7 + 1)
    return plus_days(day, -((day.weekday() - weekday - 1) % 7 + 1))


def spelled(day: date) -> str:
    """A day as a sentence has it: "13 August 2024"."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def distance(one: date, other: date) -> timedelta:
    """How far two days lie apart, without sign."""
    return abs(one - other)
