"""Times that go by a name or by a happening: feasts, fiscal years, and those that no calendar holds."""

import re

from firsthand.language.feasts import feasts, is_bare, may_follow
from firsthand.language.time_grammar import SPACE, YEAR, either, keyed, words
from firsthand.language.time_matches import Match, Reader, make, phrase, turn_of, year_of
from firsthand.language.time_types import TimeExpression

_NEXT_WORD = re.compile(rf"{SPACE}([^\W\d_]+)")
_HAPPENING = (
    r"(?:the|a|an|its|their|his|her|this|that)"
    rf"{SPACE}(?:[^\W_]{{1,20}}{SPACE}){{0,2}}?[^\W_]{{3,20}}"
    rf"(?=$|[.,;:)]|{SPACE}(?:in|on|of|at|that|and|with|by|to|for|from|between|was|were|had|has|is|he|she|it|they)(?![^\W_]))"
)


def named_patterns() -> dict[str, str]:
    """Name of an expression to its pattern, to be matched against folded text."""
    turn = rf"(?P<turn>{either(keyed('direction-'))})"
    part = rf"(?:the{SPACE})?(?P<part>{either(keyed('part-'))})(?:{SPACE}|-)(?:the{SPACE})?"
    of_year = rf"(?:,?{SPACE}(?:of{SPACE}|in{SPACE})?(?P<year>{YEAR}))"
    turned = rf"{SPACE}(?:of{SPACE})?(?P<year_turn>{either(keyed('direction-'))}){SPACE}year(?![^\W_])"
    fiscal = either(words("fiscal"))
    short = r"(?:'?(?P<short>\d\d)(?!\d|[^\W_]))"
    return {
        "feast": rf"(?:{turn}{SPACE})?(?P<feast>{either(feasts())})(?:{of_year}|{turned})?",
        "fiscal": rf"(?:the{SPACE})?(?:{part})?(?:{fiscal}(?:{SPACE}|-)|fy)(?:(?P<year>{YEAR})|{short})"
        r"(?:[-–/](?:20)?(?P<year2>\d\d)(?!\d))?",
        "fiscal_behind": rf"(?:the{SPACE})?(?P<year>(?:19|20)\d\d)(?:[-–/](?:20)?(?P<year2>\d\d))?"
        rf"(?:{SPACE}|-)(?:{either(words('fiscal-after'))})",
        "fiscal_turn": rf"{turn}{SPACE}(?:{either(words('fiscal-after'))})",
        "unplaced": either(words("unplaced")),
        "eve": rf"{either(words('eve'))}{SPACE}(?P<happening>{_HAPPENING})",
    }


def named_openings() -> frozenset[str]:
    """The first words of the names of feasts."""
    return frozenset(re.split(r"[^\w]", name)[0] for name in feasts())


def _feast(match: Match, raw: str) -> TimeExpression | None:
    name = phrase(match["feast"])
    after = _NEXT_WORD.match(raw, match.end())
    if is_bare(name) and not match["year"] and after and not may_follow(after[1].lower()):
        return None
    way = feasts()[name]
    if way.startswith("once:"):
        year, month, day = (int(number) for number in way.partition(":")[2].split("-"))
        return make(match, "date", year=year, month=month, day=day)
    return make(match, "feast", name=way, direction=turn_of(match), **year_of(match))


def _fiscal(match: Match, raw: str) -> TimeExpression | None:
    groups = match.groupdict()
    if "turn" in groups:
        return make(match, "fiscal", offset=turn_of(match), counts_from="report")
    year = int(groups["year"]) if groups.get("year") else 2000 + int(groups["short"])
    later = groups.get("year2")
    if later and (year + 1) % 100 != int(later):
        return None
    return make(match, "fiscal", year=year, other=make(match, "fiscal", year=year + 1) if later else None)


def _unplaced(match: Match, raw: str) -> TimeExpression | None:
    return make(match, "unplaced")


NAMED_READERS: dict[str, Reader] = {
    "feast": _feast,
    "fiscal": _fiscal,
    "fiscal_behind": _fiscal,
    "fiscal_turn": _fiscal,
    "unplaced": _unplaced,
    "eve": _unplaced,
}
