"""Bores of guns and rounds, which stand inside other amounts: "20,000 155mm shells"."""

import re
from functools import cache

from firsthand.language.folding import fold
from firsthand.language.quantity_types import QuantityExpression
from firsthand.language.time_grammar import either
from firsthand.lexicons import loader


@cache
def _pattern() -> re.Pattern[str]:
    units = [(key, words) for key, words in loader.phrases("measures").items() if key.startswith("calibre:")]
    named = "|".join(rf"(?P<u{n}>{either(words)})" for n, (_, words) in enumerate(units))
    return re.compile(
        rf"(?<![^\W_]|[.,])(?P<bore>\d{{1,3}}(?:\.\d{{1,2}})?|\.\d\d)(?:\s?[x×]\s?\d{{1,3}})?(?:-|\s)?(?:{named})(?![^\W_])"
    )


def find_calibres(text: str) -> list[QuantityExpression]:
    """Every bore in ``text``, in order, as a quantity of kind "calibre"; it may stand inside another amount.

    >>> [(q.text, q.best, q.unit) for q in find_calibres("20,000 155mm shells and a .50-caliber gun")]
    [('155mm', 155.0, 'mm'), ('.50-caliber', 0.5, 'calibre')]
    """
    units = [key.partition(":")[2] for key in loader.phrases("measures") if key.startswith("calibre:")]
    found = []
    for match in _pattern().finditer(fold(text)):
        bore = float(match["bore"])
        unit = next(unit for n, unit in enumerate(units) if match[f"u{n}"])
        start, end = match.span()
        found.append(QuantityExpression(start, end, text[start:end], "calibre", bore, bore, bore, unit))
    return found
