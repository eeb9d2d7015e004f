"""What the groups of a match say: helpers of the readers of expressions of time."""

import re
from collections.abc import Callable
from functools import cache

from firsthand.language.time_grammar import SPACE, keyed, units, weekday_numbers, words
from firsthand.language.time_types import TimeExpression

Match = re.Match[str]
Reader = Callable[[Match, str], TimeExpression | None]
"""From a match against folded text, and the text as it was, to what it says; None where it is no time."""

_BEFORE = re.compile(r"([^\W_]+)\W{1,4}$")
_NEED_A_YEAR = ("date", "month", "season", "quarter", "feast")


def make(match: Match, kind: str, **fields: object) -> TimeExpression:
    if kind in _NEED_A_YEAR and fields.get("year") is None:
        fields.setdefault("counts_from", "report")
    return TimeExpression(match.start(), match.end(), "", kind, **fields)  # type: ignore[arg-type]


def number_of(text: str | None) -> int | None:
    digits = re.match(r"\d+", text or "")
    return int(digits[0]) if digits else None


def phrase(text: str) -> str:
    return " ".join(text.split())


@cache
def _turns() -> dict[str, int]:
    return {phrase: int(rest) for phrase, rest in (keyed("direction-") | keyed("mentioned-direction-")).items()}


def turn_of(match: Match, group: str = "turn") -> int | None:
    found = match.groupdict().get(group)
    return _turns()[phrase(found)] if found else None


def part_of(match: Match) -> str:
    found = match.groupdict().get("part")
    return keyed("part-")[phrase(found)] if found else ""


def weekday_of(match: Match) -> int | None:
    groups = match.groupdict()
    found = groups.get("weekday") or groups.get("weekday_after")
    return weekday_numbers()[found] if found else None


def year_of(match: Match) -> dict[str, int | None]:
    """The year said, or the year counted from the anchor's ("of last year") as ``offset``."""
    return {"year": number_of(match.groupdict().get("year")), "offset": turn_of(match, "year_turn")}


def previous_word(text: str, begin: int) -> str:
    found = _BEFORE.search(text, max(begin - 24, 0), begin)
    return found[1].lower() if found else ""


def unit_of(text: str) -> str:
    return units().get(text, "weekend" if text in words("weekend") else "")


@cache
def happening() -> re.Pattern[str]:
    """A short noun phrase with an article behind a gap, as in "after the crash"."""
    follows = "in|on|of|at|that|and|with|by|to|for|from|between|was|were|had|has|is|he|she|it|they"
    return re.compile(
        rf"{SPACE}(?:the|a|an|its|their|his|her|this|that){SPACE}(?:[^\W_]{{1,20}}{SPACE}){{0,2}}?[^\W_]{{3,20}}"
        rf"(?=$|[.,;:)]|{SPACE}(?:{follows})(?![^\W_]))",
        re.IGNORECASE,
    )
