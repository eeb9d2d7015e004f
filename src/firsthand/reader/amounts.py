"""Times, money and other amounts of a text, as entities."""

import re

from firsthand.language.covered import Covered
from firsthand.language.quantities import QuantityExpression, find_quantities
from firsthand.language.times import TimeExpression, find_times
from firsthand.lexicons import phrases
from firsthand.reader.arms import Marked

_LENGTHS = ("duration", "window")
_OPENED = ("since", "by", "until", "before", "after")
_NOTE = re.compile(r"\[\s*$")
_DEGREES = re.compile(r"\s?[°′″º]")


def find_amounts(text: str) -> list[Marked]:
    """Every DATE, DURATION, MONEY and QUANTITY of ``text``, in order, none over another.

    A quantity has a figure: "many", "one" and "first" are none, nor are footnote marks and coordinates.

    >>> text = "On 3 May two ships brought 400 tons worth $2 million."
    >>> [(text[a:b], label) for a, b, label in find_amounts(text)]
    [('3 May', 'DATE'), ('two ships', 'QUANTITY'), ('400 tons', 'QUANTITY'), ('$2 million', 'MONEY')]
    """
    times = [_time(expression) for expression in find_times(text)]
    told = Covered((a, b) for a, b, _ in times)
    times += [(a, b, label) for a, b, label in _named_days(text) if not told.meets(a, b)]
    told = Covered((a, b) for a, b, _ in times)
    found = times + [
        (q.start, q.end, {"money": "MONEY", "duration": "DURATION"}.get(q.kind, "QUANTITY"))
        for q in find_quantities(text)
        if _counts(q, text) and not told.meets(q.start, q.end)
    ]
    return sorted(found)


def _time(expression: TimeExpression) -> Marked:
    if expression.kind in _OPENED and expression.inner is not None:
        expression = expression.inner
    return expression.start, expression.end, "DURATION" if expression.kind in _LENGTHS else "DATE"


def _counts(quantity: QuantityExpression, text: str) -> bool:
    if quantity.kind == "ordinal" or (quantity.low is None and quantity.best is None and quantity.high is None):
        return False
    if quantity.kind == "count" and quantity.best == 1:
        return False
    note = _NOTE.search(text, max(quantity.start - 3, 0), quantity.start) and text[quantity.end : quantity.end + 1]
    if note == "]":
        return False
    return not (_DEGREES.match(text, quantity.end) or text[quantity.start - 1 : quantity.start] in ("°", "′", "″"))


def _named_days(text: str) -> list[Marked]:
    words = "|".join(re.escape(day) for day in sorted(phrases("named_days")["day"], key=lambda d: (-len(d), d)))
    return [(*m.span(), "DATE") for m in re.finditer(rf"(?i)(?<![^\W_])(?:{words})(?![^\W_])", text)]
