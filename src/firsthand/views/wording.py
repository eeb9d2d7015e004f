"""Small words and marks that every view shares: dates, stances, statuses, figures."""

import calendar
import unicodedata
from datetime import date

from firsthand.language.days import MONTHS
from firsthand.model import Cell, DateRange

SIDES = {
    "asserts": "affirm",
    "confirms": "affirm",
    "denies": "deny",
    "withholds": "withhold",
    "expects": "expect",
    "supposes": "suppose",
    "comments": "comment",
}
MARKS = {"affirm": "●", "deny": "✕", "withhold": "○", "expect": "▷", "suppose": "◇", "comment": "–"}
UNSURE = "?"
"""Stands beside what is likelier misread than not."""
VERBS = {
    "affirm": "affirms",
    "deny": "denies",
    "withhold": "withholds",
    "expect": "expects",
    "suppose": "supposes",
    "comment": "comments",
}
LADDER = ("expected", "reported", "confirmed", "acknowledged")
STATUS_MARKS = {
    "expected": "▷",
    "reported": "◐",
    "confirmed": "●",
    "acknowledged": "◉",
    "denied": "✕",
    "unsettled": "○",
}
STATUS_MEANINGS = {
    "expected": "said to be planned, imminent or possible",
    "reported": "said by unnamed or relayed voices only",
    "confirmed": "said on record by a named person or a body",
    "acknowledged": "admitted by the supplier or the recipient",
    "denied": "nobody affirms or expects it; the words are those of the denial",
    "unsettled": "only withheld, supposed or commented on",
}
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}


def day_text(day: date) -> str:
    """A day in words.

    >>> day_text(date(2031, 3, 4))
    '4 March 2031'
    """
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def dates_text(dates: DateRange | None) -> str:
    """An interval of days in as few words as keep it exact.

    >>> dates_text(DateRange(date(2031, 3, 4), date(2031, 3, 8), "stated"))
    '4–8 March 2031'
    >>> dates_text(DateRange(date(2031, 3, 1), date(2031, 3, 31), "stated"))
    'March 2031'
    >>> dates_text(DateRange(None, date(2031, 3, 4), "bounds"))
    'by 4 March 2031'
    >>> dates_text(None)
    'undated'
    """
    if dates is None or (dates.first is None and dates.last is None):
        return "undated"
    if dates.first is None:
        assert dates.last is not None
        return f"by {day_text(dates.last)}"
    if dates.last is None:
        return f"{day_text(dates.first)} or later"
    return _closed(dates.first, dates.last)


def _closed(first: date, last: date) -> str:
    if first == last:
        return day_text(first)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if first.year == last.year:
        if whole_months and (first.month, last.month) == (1, 12):
            return str(first.year)
        if first.month == last.month:
            month = f"{MONTHS[first.month]} {first.year}"
            return month if whole_months else f"{first.day}–{last.day} {month}"
        if whole_months:
            return f"{MONTHS[first.month]} – {MONTHS[last.month]} {last.year}"
        return f"{first.day} {MONTHS[first.month]} – {day_text(last)}"
    return f"{day_text(first)} – {day_text(last)}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "reply", "replies"), counted(2000, "report")
    ('1 reply', '2,000 reports')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def left_out_text(number: int, min_confidence: float) -> str:
    """How many statements were left out for their confidence.

    >>> left_out_text(12, 0.6), left_out_text(1, 0.625)
    ('12 statements under 0.60 left out', '1 statement under 0.625 left out')
    """
    bound = f"{min_confidence:.2f}"
    return (
        f"{counted(number, 'statement')} under {bound if float(bound) == min_confidence else min_confidence} left out"
    )


def figure(cell: Cell, grouped: bool = False) -> str:
    """A register's figure: the stated number, else the bounds with the words, else the words.

    ``grouped`` splits thousands by commas, for readers; files have none.

    >>> figure(Cell(24, None, 99, "dozens", True))
    '24–99 (dozens)'
    >>> figure(Cell(12, 12, 12, "a dozen", False)), figure(Cell(171, None, None, "over 170", True))
    ('12', '171– (over 170)')
    >>> figure(Cell(2000, None, None, "", True), grouped=True)
    '2,000–'
    """
    if cell.best is not None:
        return _plain(cell.best, grouped)
    if cell.low is None and cell.high is None:
        return cell.text
    low = _plain(cell.low, grouped) if cell.low is not None else ""
    high = _plain(cell.high, grouped) if cell.high is not None else ""
    bounds = low if low == high else f"{low}–{high}"
    return f"{bounds} ({cell.text})" if cell.text else bounds


def _plain(number: float, grouped: bool) -> str:
    whole = int(number) if number == int(number) else number
    return f"{whole:,}" if grouped else str(whole)


def shown(text: str) -> str:
    """Text fit for a page: control characters that no page may hold become U+FFFD; line ends stay."""
    return "".join("\ufffd" if (ord(c) < 32 and c not in "\n\t\r") or 0xD800 <= ord(c) < 0xE000 else c for c in text)


def one_line(text: str) -> str:
    """Text fit for a terminal: one line, no control characters, no invisible marks of direction."""
    kept = "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn") else " " for c in text)
    return " ".join(kept.split())


def shortened(text: str, most: int) -> str:
    """At most ``most`` characters, with an ellipsis where something was cut.

    >>> shortened("a long sentence", 8)
    'a long…'
    """
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def as_sentence(text: str) -> str:
    """Words that open a line, with a capital; marks of quotation before them stay.

    >>> as_sentence("the rockets came"), as_sentence("“we sent none”")
    ('The rockets came', '“We sent none”')
    """
    place = next((i for i, c in enumerate(text) if c.isalnum()), 0)
    return text[:place] + text[place : place + 1].upper() + text[place + 1 :]
