"""Calendar dates as printed in a text: month names, ISO, slashes; with or without year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from firsthand.lexicons.loader import phrases

_DIGIT = re.compile(r"\d")

FIRST_YEAR, LAST_YEAR = 1990, 2099


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text at ``[start, end)``. Parts that are not printed are None; ``weekday`` counts from Monday 0.

    ``swapped`` is the other reading (month, day) of a date like 08/11/2022 that can be read two ways.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    swapped: tuple[int, int] | None = None

    def on(self, year: int | None = None) -> date | None:
        """The day, in ``year`` where none is printed; None where it is no whole date."""
        return _day(self.year or year, self.month, self.day)

    def readings(self) -> tuple[date, ...]:
        """All days that a date with a year may mean, earliest first."""
        found = {self.on()}
        if self.swapped:
            found.add(_day(self.year, *self.swapped))
        return tuple(sorted(d for d in found if d))

    def earliest(self) -> date | None:
        """First day of what is printed with a year: the day, the month or the year."""
        if self.year is None:
            return None
        return min(self.readings(), default=None) if self.day else _day(self.year, self.month or 1, 1)


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    if not (year and month and day):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _names(kind: str) -> dict[str, int]:
    words = phrases("page_words")
    return {name: int(key.split()[1]) for key, names in words.items() if key.startswith(f"{kind} ") for name in names}


def month_named(name: str) -> int:
    """Number of a month by its name or short form."""
    return _names("month")[name.lower().rstrip(".")]


def weekday_named(name: str) -> int:
    """Number of a weekday, Monday 0, by its name or short form."""
    return _names("weekday")[name.lower().rstrip(".")]


@cache
def weekday_pattern() -> str:
    """A pattern for the name of a weekday."""
    return "(?:" + "|".join(sorted(map(re.escape, _names("weekday")), key=len, reverse=True)) + r")\.?"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "(?P<month>" + "|".join(sorted(map(re.escape, _names("month")), key=len, reverse=True)) + r")\b\.?"
    before = rf"(?:(?<![a-z])(?P<weekday>{weekday_pattern()}),?\s+(?:the\s+)?)?"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    day = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
    cues = "|".join(sorted(map(re.escape, phrases("page_words")["year before"]), key=len, reverse=True))
    month_first = rf"{before}(?<![a-z]){month.replace(chr(92) + 'b', '(?![a-z])')}\s*{day}"
    sources = (
        rf"(?<![\d-]){year}(?P<sep>[-/.])(?P<mon>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
        rf"(?<![\d/.])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep){year}",
        rf"{before}(?<![\w.,])(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{month}(?![a-z])"
        rf"(?:[,\s-]+{year})?",
        rf"{before}(?<![\w.,])(?P<day>0?[1-9]|[12]\d|3[01])\.\s+{month}(?![a-z])\s+{year}",
        rf"{month_first}(?:\s*,?\s+{year})?",
        rf"(?<![a-z]){month}(?![a-z])(?:\s+of|,)?\s+{year}",
        rf"\b(?:{cues})[\s-]+{year}(?!\s+[a-z-]*(?:tons|missiles|troops|people))",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """All dates of ``text[start:end]`` in order, not overlapping.

    >>> [(m.year, m.month, m.day) for m in find_dates("On 3 March, after talks in May 2031")]
    [(None, 3, 3), (2031, 5, None)]
    >>> find_dates("Date: 08/11/2022")[0].readings()
    (datetime.date(2022, 8, 11), datetime.date(2022, 11, 8))
    """
    return _dates(text, start, len(text) if end is None else end)


@lru_cache(maxsize=256)
def _dates(text: str, start: int, stop: int) -> tuple[DateMention, ...]:
    """What find_dates gives; the same line is looked at for more than one reason."""
    taken: list[DateMention] = []
    covered: set[int] = set()
    if not _DIGIT.search(text, start, stop):
        return ()  # every pattern has a figure
    for pattern in _patterns():
        for match in pattern.finditer(text, start, stop):
            mention = _mention(match)
            if mention and covered.isdisjoint(range(mention.start, mention.end)):
                taken.append(mention)
                covered.update(range(mention.start, mention.end))
    return tuple(sorted(taken, key=lambda mention: mention.start))


def _mention(match: re.Match[str]) -> DateMention | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    begin = match.start("year") if set(parts) == {"year"} else match.start()
    if parts.get("a"):
        return _slashed(begin, match.end(), year, int(parts["a"]), int(parts["b"]), dotted=parts["sep"] == ".")
    month = int(parts["mon"]) if parts.get("mon") else month_named(parts["month"]) if parts.get("month") else None
    day = int(parts["day"]) if parts.get("day") else None
    if day and month and _day(year or 2024, month, day) is None:
        return None
    weekday = weekday_named(parts["weekday"]) if parts.get("weekday") else None
    return DateMention(begin, match.end(), year, month, day, weekday)


def _slashed(begin: int, end: int, year: int | None, a: int, b: int, dotted: bool) -> DateMention | None:
    """A date of three numbers; with points between them the day stands first wherever that is possible."""
    month_first, day_first = _day(year, a, b), _day(year, b, a)
    if dotted and day_first:
        return DateMention(begin, end, year, b, a)
    if not (month_first or day_first):
        return None
    if month_first and day_first and a != b:
        return DateMention(begin, end, year, a, b, swapped=(b, a))
    month, day = (a, b) if month_first else (b, a)
    return DateMention(begin, end, year, month, day)


_IN_ADDRESS = re.compile(
    r"(?<!\d)(20\d\d|19\d\d)[/_-]?(0[1-9]|1[0-2]|(?<=[/_-])[1-9](?=[/_-]))[/_-]?([0-2]\d|3[01]|(?<=[/_-])\d)(?!\d)"
)
_NAMED_IN_ADDRESS = re.compile(r"/(20\d\d)/([a-z]{3,9})/(\d{1,2})(?=/|$)", re.IGNORECASE)


def dates_in_address(address: str) -> Iterator[tuple[int, int, date]]:
    """Days that stand in a web address, with their offsets.

    >>> [str(day) for _, _, day in dates_in_address("https://example.org/world/2031/05/07/talks/")]
    ['2031-05-07']
    """
    for match in _IN_ADDRESS.finditer(address):
        if day := _day(*(int(group) for group in match.groups())):
            yield match.start(), match.end(), day
    for match in _NAMED_IN_ADDRESS.finditer(address):
        if match[2].lower() in _names("month") and (day := _day(int(match[1]), month_named(match[2]), int(match[3]))):
            yield match.start(), match.end(), day
