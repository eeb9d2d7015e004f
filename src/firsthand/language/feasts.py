"""Days of the year that have names of their own: which days they fall on in a year."""

from datetime import date
from functools import cache

from firsthand.language.days import days_in, plus_days
from firsthand.lexicons import loader

_EPOCH = 227015
"""The day, counted as Python does, on which the tabular Islamic calendar begins."""


@cache
def feasts() -> dict[str, str]:
    """Name of a day to how it is found, as lexicons/feasts.csv has it."""
    ways = loader.phrases("feasts").items()
    return {name: key for key, names in ways for name in names if ":" in key}


def is_bare(name: str) -> bool:
    """Whether a feast's name is one only where no noun of its own follows it: "Christmas", not "Christmas Day"."""
    return name in loader.phrases("feasts")["bare"]


def may_follow(word: str) -> bool:
    """Whether a word behind a bare name leaves it a day."""
    return word in loader.phrases("feasts")["bare-ends"]


def days_of(way: str, year: int) -> tuple[date, date] | None:
    """First and last day of a feast in a year of our calendar; None where it has none in it.

    >>> days_of("easter:-2:-2", 2024)
    (datetime.date(2024, 3, 29), datetime.date(2024, 3, 29))
    """
    kind, *rest = way.split(":")
    if kind == "once":
        day = date.fromisoformat(rest[0])
        return (day, day) if day.year == year else None
    if kind in ("day", "days"):
        first, last = _day(year, rest[0]), _day(year, rest[-1])
        return first, last if last >= first else _day(year + 1, rest[-1])
    numbers = [int(number) for number in rest]
    if kind == "nth":
        return (day := _nth(year, *numbers)), day
    if kind in ("easter", "orthodox"):
        sunday = _easter(year) if kind == "easter" else _orthodox_easter(year)
        return plus_days(sunday, numbers[0]), plus_days(sunday, numbers[1])
    return _by_the_moon(year, *numbers)


def _day(year: int, text: str) -> date:
    return date(year, int(text[:2]), int(text[3:]))


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    if count < 0:
        last = date(year, month, days_in(year, month))
        return plus_days(last, -((last.weekday() - weekday) % 7))
    first = date(year, month, 1)
    return plus_days(first, (weekday - first.weekday()) % 7 + 7 * (count - 1))


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the anonymous algorithm."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, by Meeus; right from 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return plus_days(date(year, month, day + 1), 13)


def _by_the_moon(year: int, month: int, day: int, length: int) -> tuple[date, date] | None:
    """Days of the Islamic year that begins in, or just before, ours; a day either way, as the moon is sighted."""
    around = (year - 622) * 33 // 32
    for islamic in range(around - 1, around + 3):
        if islamic < 1:
            continue
        count = day - 1 + (59 * (month - 1) + 1) // 2 + (islamic - 1) * 354 + (3 + 11 * islamic) // 30
        first = date.fromordinal(_EPOCH + count)
        if first.year == year:
            return plus_days(first, -1), plus_days(first, length)
    return None
