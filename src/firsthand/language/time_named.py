"""Times that go by a name or by a happening: feasts, fiscal years, and those that no calendar holds."""

import re
from functools import cache

from firsthand.language.feasts import feasts, is_bare, may_follow
from firsthand.language.numbers import number_words, value_of
from firsthand.language.time_grammar import SPACE, YEAR, either, keyed, month_names, units, words
from firsthand.language.time_matches import Match, Reader, happening, make, part_of, phrase, turn_of, unit_of, year_of
from firsthand.language.time_types import TimeExpression

_NEXT_WORD = re.compile(rf"{SPACE}([^\W\d_]+)")


@cache
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
        "eve": rf"{either(words('eve'))}{happening().pattern}",
        "decade_word": rf"the{SPACE}(?:(?P<part>{either(keyed('part-'))})(?:{SPACE}|-))?"
        rf"(?:(?P<decade>{either(keyed('decade-'))})|'?(?P<figure>[3-9]0)s(?![^\W_]))",
        "century": rf"(?:the{SPACE})?(?:(?P<part>{either(keyed('part-'))})(?:{SPACE}|-))?"
        rf"(?:(?P<figure>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{either(keyed('century-'))}))(?:{SPACE}|-)century(?![^\W_])",
        "year_end": either(words("year-end")),
        "end_of": rf"end-(?:(?P<year>{YEAR})|(?P<month>{either(month_names())}))",
        "nth_week": rf"(?:the{SPACE})?(?P<which>{either(keyed('ordinal-'))}){SPACE}week{SPACE}(?:of|in){SPACE}"
        rf"(?P<month>{either(month_names())})(?:{of_year}|{turned})?",
        "first_days": rf"(?:the{SPACE})?(?P<side>first|last|final|opening|closing){SPACE}"
        rf"(?P<count>\d{{1,2}}|{either(number_words())}){SPACE}(?P<unit>{either(units())}){SPACE}of{SPACE}"
        rf"(?:(?P<month>{either(month_names())})(?:{of_year}|{turned})?"
        rf"|(?P<that_year>{YEAR})|(?:the|(?P<turn>{either(keyed('direction-'))})){SPACE}year(?![^\W_]))",
        "unit_before": rf"the{SPACE}(?P<unit>{either(u for u in units() if not u.endswith('s'))}){SPACE}"
        rf"(?P<side>before|after)(?:{SPACE}(?P<beyond>last|next)(?![^\W_])|(?=\s*(?:$|[.,;:)])))",
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
    if way == "unknown:":
        return make(match, "unplaced")
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


def _decade_word(match: Match, raw: str) -> TimeExpression | None:
    year = int(keyed("decade-")[match["decade"]]) if match["decade"] else 1900 + int(match["figure"])
    return make(match, "decade", year=year, part=part_of(match))


def _century(match: Match, raw: str) -> TimeExpression | None:
    number = int(match["figure"] or keyed("century-")[phrase(match["word"])])
    return make(match, "century", number=number, part=part_of(match)) if number else None


def _year_end(match: Match, raw: str) -> TimeExpression | None:
    return make(match, "relative", unit="year", offset=0, part="late", direction=0, counts_from="report")


def _end_of(match: Match, raw: str) -> TimeExpression | None:
    if match["year"]:
        return make(match, "year", year=int(match["year"]), part="late")
    return make(match, "month", month=month_names()[match["month"]], part="late")


def _nth_week(match: Match, raw: str) -> TimeExpression | None:
    which = keyed("ordinal-")[match["which"]]
    part = f"week:{5 if which == 'last' else which}"
    return make(match, "month", month=month_names()[match["month"]], part=part, **year_of(match))


def _first_days(match: Match, raw: str) -> TimeExpression | None:
    count, unit = int(value_of(match["count"]) or 1), unit_of(match["unit"])
    side = "first" if match["side"] in ("first", "opening") else "last"
    part = f"{side}:{count}:{unit}"
    if unit not in ("day", "week", "month"):
        return None
    if match["month"]:
        return make(match, "month", month=month_names()[match["month"]], part=part, **year_of(match))
    if match["that_year"]:
        return make(match, "year", year=int(match["that_year"]), part=part)
    return make(match, "relative", unit="year", offset=turn_of(match) or 0, part=part, counts_from="report")


def _unit_before(match: Match, raw: str) -> TimeExpression | None:
    unit, offset = unit_of(match["unit"]), -1 if match["side"] == "before" else 1
    if unit in ("minute", "hour", "day") or (match["beyond"] and (match["beyond"] == "last") != (offset == -1)):
        return None
    if match["beyond"]:
        return make(match, "relative", unit=unit, offset=2 * offset, counts_from="report")
    return make(match, "relative", unit=unit, offset=offset, counts_from="mention")


def _unplaced(match: Match, raw: str) -> TimeExpression | None:
    return make(match, "unplaced")


NAMED_READERS: dict[str, Reader] = {
    "feast": _feast,
    "fiscal": _fiscal,
    "fiscal_behind": _fiscal,
    "fiscal_turn": _fiscal,
    "unplaced": _unplaced,
    "eve": _unplaced,
    "decade_word": _decade_word,
    "century": _century,
    "year_end": _year_end,
    "end_of": _end_of,
    "nth_week": _nth_week,
    "first_days": _first_days,
    "unit_before": _unit_before,
}
