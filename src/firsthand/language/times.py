"""Find expressions of time in English text. ``resolve`` says which days they cover."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache

from firsthand.language.folding import fold
from firsthand.language.time_grammar import SPACE, joiners, openings, written_patterns
from firsthand.language.time_matches import Reader
from firsthand.language.time_named import NAMED_READERS, named_openings, named_patterns
from firsthand.language.time_needs import can_fit
from firsthand.language.time_readers import READERS
from firsthand.language.time_resolution import resolve
from firsthand.language.time_types import Resolved, TimeExpression

__all__ = ["Resolved", "TimeExpression", "find_times", "resolve"]

_WORD = re.compile(r"[^\W_]+")
_WEAPON_LIKE = re.compile(r"[^\W_][-/.:]$|[$€£#]$|\d[.,]$")


def find_times(text: str, start: int = 0, end: int | None = None) -> list[TimeExpression]:
    """Every expression of time in ``text[start:end]``, in order, none over another, the longest where several fit.

    Offsets are into ``text``. Letters in capitals or not make no difference, but for names of months
    that are other words too ("may", "march").

    >>> [t.text for t in find_times("It left on 3 May 2021 and came two days later.")]
    ['3 May 2021', 'two days later']
    """
    return list(_times(text, max(start, 0), len(text) if end is None else min(end, len(text))))


@lru_cache(maxsize=64)
def _times(text: str, start: int, end: int) -> tuple[TimeExpression, ...]:
    """What find_times gives; several stages ask for the times of the same text."""
    part = text[start:end]
    folded = fold(part)
    found: list[TimeExpression] = []
    opening, free = _openings(), 0
    for word in _WORD.finditer(folded):
        begin = word.start()
        if begin < free or not (word[0] in opening or word[0][0].isdigit() or word[0][:2] == "fy"):
            continue
        if begin and _WEAPON_LIKE.search(folded, max(begin - 2, 0), begin):
            continue
        expression = _longest(folded, part, begin)
        if expression is not None:
            found.append(expression if start == 0 else _moved(expression, start))
            free = expression.end
    return tuple(_worded(expression, text) for expression in found)


def _moved(expression: TimeExpression, by: int) -> TimeExpression:
    inner, other = expression.inner, expression.other
    return replace(
        expression,
        start=expression.start + by,
        end=expression.end + by,
        inner=_moved(inner, by) if inner else None,
        other=_moved(other, by) if other else None,
    )


def _worded(expression: TimeExpression, text: str) -> TimeExpression:
    inner, other = expression.inner, expression.other
    return replace(
        expression,
        text=text[expression.start : expression.end],
        inner=_worded(inner, text) if inner else None,
        other=_worded(other, text) if other else None,
    )


def _longest(folded: str, raw: str, begin: int) -> TimeExpression | None:
    found = _opened(folded, raw, begin) or _plain(folded, raw, begin)
    if found is None or found.kind in ("range", "since", "by", "until", "before", "after", "duration", "window"):
        return found
    if found.kind == "shift":
        return _from_a_day(folded, raw, found)
    return _with_end(folded, raw, found, "through") or found


_FROM_A_DAY = re.compile(rf"{SPACE}(?:on{SPACE})?")


def _from_a_day(folded: str, raw: str, shift: TimeExpression) -> TimeExpression:
    """ "two days after 3 May": a distance from a day that is told."""
    gap = _FROM_A_DAY.match(folded, shift.end)
    if gap is None or not folded.endswith(("after", "before"), shift.start, shift.end):
        return shift
    day = _plain(folded, raw, gap.end())
    if day is None or day.kind not in ("date", "weekday", "month", "relative"):
        return shift
    return replace(shift, end=day.end, inner=day, counts_from=day.counts_from)


def _opened(folded: str, raw: str, begin: int) -> TimeExpression | None:
    """An interval that begins with a preposition: since, by, until, before, after, between … and, from … to."""
    for kind in ("since", "by", "until", "before", "after"):
        match = joiners()[kind].match(folded, begin)
        if match:
            inner = _plain(folded, raw, match.end())
            if inner and inner.kind not in ("duration", "window") and not (kind == "by" and inner.kind == "shift"):
                return TimeExpression(begin, inner.end, "", kind, inner=inner, counts_from=inner.counts_from)
    for kind in ("between", "from"):
        match = joiners()[kind].match(folded, begin)
        inner = _plain(folded, raw, match.end()) if match else None
        if inner and inner.kind == "range":
            return replace(inner, start=begin)
        if inner:
            joined = _with_end(folded, raw, inner, "and" if kind == "between" else "through", opened=True)
            if joined:
                return replace(joined, start=begin)
    return None


def _with_end(
    folded: str, raw: str, first: TimeExpression, joiner: str, *, opened: bool = False
) -> TimeExpression | None:
    match = joiners()[joiner].match(folded, first.end)
    if not match and opened and first.year is not None:
        match = joiners()[f"{joiner}-behind-year"].match(folded, first.end)
    if not match or match.end() == first.end:
        return None
    second = _plain(folded, raw, match.end())
    if second is None or second.kind in ("duration", "window", "range"):
        return None
    hyphen = match[0].strip() in "-–—"
    if hyphen and (second.kind != first.kind or match[0] != match[0].strip()):
        return None
    if first.kind in ("date", "month", "season", "quarter") and first.year is None and second.year is not None:
        first = replace(first, year=second.year)
    counts_from = first.counts_from or second.counts_from
    return TimeExpression(first.start, second.end, "", "range", counts_from=counts_from, inner=first, other=second)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(written_patterns().get(name) or named_patterns()[name])


@lru_cache(maxsize=8)
def _readers(folded: str) -> tuple[tuple[Callable[[str, int], re.Match[str] | None], Reader], ...]:
    """The expressions that can stand in the text, each with what reads it."""
    readers = READERS | NAMED_READERS
    return tuple((_pattern(name).match, read) for name, read in readers.items() if can_fit(name, folded))


@cache
def _openings() -> frozenset[str]:
    return openings() | named_openings()


def _plain(folded: str, raw: str, begin: int) -> TimeExpression | None:
    best: TimeExpression | None = None
    for match_at, read in _readers(folded):
        match = match_at(folded, begin)
        if match and (best is None or match.end() > best.end):
            best = read(match, raw) or best
    return best
