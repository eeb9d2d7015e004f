"""Turn a match of a pattern of time_grammar into an expression of time, or refuse it."""

import re
from dataclasses import replace
from functools import cache

from firsthand.language.numbers import value_of
from firsthand.language.time_grammar import (
    SPACE,
    few,
    keyed,
    month_names,
    month_numbers,
    weekday_numbers,
    words,
)
from firsthand.language.time_matches import (
    Match,
    Reader,
    happening,
    make,
    number_of,
    part_of,
    phrase,
    previous_word,
    turn_of,
    unit_of,
    weekday_of,
    year_of,
)
from firsthand.language.time_types import TimeExpression

_PLURAL = re.compile(rf"{SPACE}(?:[^\W\d_]{{1,20}}-)?[^\W\d_]{{2,20}}(?<![sui])s(?![^\W_])")
_OF_A_THING = re.compile(rf"{SPACE}(?:of|in)(?![^\W_])", re.IGNORECASE)
_MEASURE = re.compile(rf"{SPACE}(?:miles?|kilomet|km|met|percent|per cent|people|hours?|days?)", re.IGNORECASE)


_NEXT = re.compile(r" ([^\W\d_]+)")
_ENDS = re.compile(r"\s*(?:$|[.,;:)])")
_SURNAME = re.compile(r" [A-Z][^\W\d_]*[a-z]")


def _is_a_name(match: Match, raw: str) -> bool:
    """Whether a bare month with a capital is a person: "April Glaspie", "Theresa May", "Mr March"."""
    begin, end = match.start("month"), match.end("month")
    if not raw[begin].isupper() or raw[begin : begin + 2].isupper():
        return False
    before = raw[max(begin - 24, 0) : begin].rsplit(None, 1)[-1:] if raw[begin - 1 : begin] == " " else []
    lead = before[0] if before else ""
    cues = (*words("month-cue-capital"), *words("month-cue"))
    if lead.lower() in words("title"):
        return True
    if lead[:1].isupper() and lead.isalpha():
        return lead.lower() not in cues and lead.lower() not in ("the", "a") and lead.lower() not in weekday_numbers()
    follows = _SURNAME.match(raw, end)
    return bool(follows) and lead.lower() not in (*cues, "the", "a", "an") and not lead.endswith(("'s", "’s"))


def _is_month(match: Match, raw: str, alone: bool) -> bool:
    """Whether a name of a month is one here: "may" and "march" are not, unless something says so."""
    name = match["month"]
    begin, end = match.start("month"), match.end("month")
    doubtful = name in words("month-doubtful")
    capital = raw[begin].isupper() and not raw[begin : begin + 2].isupper()
    if not alone:
        return not (doubtful and not capital and _MEASURE.match(raw, match.end()))
    if _is_a_name(match, raw):
        return False
    if name in month_names() and not doubtful:
        return capital or name != "august" or previous_word(raw, begin) not in ("an", "such", "most")
    before = previous_word(raw, begin)
    if not doubtful:
        return before in words("month-cue") and end == match.end()
    if before in words("month-cue"):
        return True
    return capital and before in words("month-cue-capital")


def _date(match: Match, raw: str) -> TimeExpression | None:
    if not _is_month(match, raw, alone=False):
        return None
    return make(
        match,
        "date",
        month=month_numbers()[match["month"]],
        day=number_of(match["day"]),
        weekday=weekday_of(match),
        direction=turn_of(match),
        **year_of(match),
    )


def _days(match: Match, raw: str) -> TimeExpression | None:
    """Two days of one month: "6–8 September", "May 3 to 5"; "May 3 and 5" where nothing follows that 5 may count."""
    if not _is_month(match, raw, alone=False):
        return None
    if match["both"] and previous_word(raw, match.start()) != "between":
        days_first = match.start("day") < match.start("month")
        if not days_first and not match["year"] and not _ENDS.match(raw, match.end()):
            return None
    month, year = month_numbers()[match["month"]], number_of(match["year"])
    first = make(match, "date", year=year, month=month, day=number_of(match["day"]))
    return make(match, "range", inner=first, other=replace(first, day=number_of(match["day2"])))


def _day_alone(match: Match, raw: str) -> TimeExpression | None:
    return make(match, "date", day=number_of(match["day"]))


def _iso(match: Match, raw: str) -> TimeExpression | None:
    month, day = int(match["month"]), int(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return make(match, "date", year=int(match["year"]), month=month, day=day)


def _figures(match: Match, raw: str) -> TimeExpression | None:
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if year < 100:
        if match["sep"] == ".":
            return None
        year += 2000 if year < 70 else 1900
    if match["sep"] == "." or one > 12:
        day, month = one, two
    else:
        month, day = one, two
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    swappable = match["sep"] == "/" and one <= 12 and two <= 12 and one != two
    return make(match, "date", year=year, month=month, day=day, swappable=swappable)


def _month(match: Match, raw: str) -> TimeExpression | None:
    told = (
        match["year"] or match["year_turn"] or match["part"] or match["mention"] or match["turn"] not in (None, "this")
    )
    doubtful = match["month"] in words("month-doubtful")
    if not told and not _is_month(match, raw, alone=True):
        return None
    if not match["year"] and doubtful and match["part"] and not raw[match.start("month")].isupper():
        return None
    month = month_numbers()[match["month"]]
    if match["mention"]:
        return make(
            match, "month", month=month, direction=turn_of(match, "mention"), counts_from="mention", **year_of(match)
        )
    return make(match, "month", month=month, part=part_of(match), direction=turn_of(match), **year_of(match))


def _bare_month(match: Match, raw: str) -> TimeExpression | None:
    if not _is_month(match, raw, alone=True):
        return None
    return make(match, "month", month=month_numbers()[match["month"]])


def _year_alone(match: Match, raw: str) -> TimeExpression | None:
    year = int(match["year"])
    if not 1900 <= year <= 2099:
        return None
    if match["part"]:
        return make(match, "year", year=year, part=part_of(match))
    before = previous_word(raw, match.start())
    in_a_row = before.isdigit() and len(before) == 4 and before[:2] in ("19", "20")
    if not in_a_row and before not in words("year-cue") and raw[max(match.start() - 1, 0) : match.start()] != "(":
        return None
    if before != "in" and _PLURAL.match(raw, match.end()):
        return None
    return make(match, "year", year=year)


def _years_short(match: Match, raw: str) -> TimeExpression | None:
    first, second = int(match["year"]), int(match["year2"])
    if (first + 1) % 100 != second:
        return None
    one = make(match, "year", year=first)
    return make(match, "range", inner=one, other=replace(one, year=first + 1))


def _years_full(match: Match, raw: str) -> TimeExpression | None:
    first, second = int(match["year"]), int(match["year2"])
    if not 1800 <= first < second <= 2099:
        return None
    one = make(match, "year", year=first)
    return make(match, "range", inner=one, other=replace(one, year=second))


def _hyphened(match: Match, raw: str) -> TimeExpression | None:
    month = month_numbers()[match["month"]]
    return make(match, "date", year=int(match["year"]), month=month, day=int(match["day"]))


def _decade(match: Match, raw: str) -> TimeExpression | None:
    return make(match, "decade", year=int(match["year"]), part=part_of(match))


def _season(match: Match, raw: str) -> TimeExpression | None:
    season = match["season"]
    told = match["year"] or match["year_turn"] or match["turn"]
    before = previous_word(raw, match.start())
    plain = match["season"] == phrase(match[0])
    if not told:
        if season in words("season-doubtful") and _OF_A_THING.match(raw, match.end()):
            return None
        if plain and before not in words("month-cue"):
            return None
        if not plain and (before not in words("month-cue") and not match["part"]):
            return None
        if season in words("season-doubtful") and not (before in words("month-cue") or match["part"]):
            return None
    month = int(keyed("season-")[season])
    return make(match, "season", month=month, part=part_of(match), direction=turn_of(match), **year_of(match))


def _quarter(match: Match, raw: str) -> TimeExpression | None:
    which = keyed("ordinal-")[match["which"]]
    unit = match["unit"]
    number = (4 if unit == "quarter" else 2) if which == "last" else int(which)
    if (unit == "half" and number > 2) or (number == 4 and which == "last" and not match["year"]):
        return None
    told = match["year"] or match["year_turn"] or match[0].endswith("year") or unit == "quarter"
    return make(match, "quarter", unit=unit, number=number, **year_of(match)) if told else None


def _quarter_short(match: Match, raw: str) -> TimeExpression | None:
    unit = "quarter" if match["which"] else "half"
    return make(match, "quarter", unit=unit, number=int(match["which"] or match["half"]), year=int(match["year"]))


def _weekday_alone(match: Match, raw: str) -> TimeExpression | None:
    after = _NEXT.match(raw, match.end())
    if previous_word(raw, match.start()) in words("no-time-before"):
        return None
    if after and after[1].istitle() and after[1].lower() in words("no-time-after"):
        return None
    fields = {"weekday": weekday_of(match), "direction": turn_of(match), "offset": turn_of(match, "week_turn")}
    if match["mention"]:
        return make(match, "weekday", counts_from="mention", **(fields | {"direction": turn_of(match, "mention")}))
    return make(match, "weekday", counts_from="report", **fields)


def _day_word(match: Match, raw: str) -> TimeExpression | None:
    low, _, high = keyed("day-")[phrase(match["word"])].partition(":")
    first, last = int(low), int(high or low)
    return make(match, "relative", unit="day", offset=first, low=first, high=last, counts_from="report")


def _free_of_object(match: Match, raw: str) -> bool:
    """No noun follows: in "the day after the vote" the day counts from the vote, which is not ours to date."""
    return not _hold_back().match(raw, match.end())


@cache
def _hold_back() -> re.Pattern[str]:
    return re.compile(rf"{SPACE}(?:(?:{'|'.join(words('hold-back'))})(?![^\W_])|[^\W\d_]{{2,16}}['’]s)", re.IGNORECASE)


def _of_a_happening(match: Match, raw: str) -> TimeExpression | None:
    """ "Two days after the crash": a time, but not one that the words let us place."""
    thing = happening().match(raw, match.end())
    return replace(make(match, "unplaced"), end=thing.end()) if thing else None


def _mention_word(match: Match, raw: str) -> TimeExpression | None:
    word = phrase(match["word"])
    if word.endswith(("before", "after")) and not _free_of_object(match, raw):
        return _of_a_happening(match, raw)
    offset = int(keyed("mention-")[word])
    return make(match, "relative", unit="day", offset=offset, low=offset, high=offset, counts_from="mention")


def _period(match: Match, raw: str) -> TimeExpression | None:
    groups = match.groupdict()
    offset = turn_of(match) if "turn" in groups else 0
    unit = unit_of(match["unit"])
    if unit in ("minute", "hour") or (unit == "day" and offset != 0):
        return None
    return make(
        match, "relative", unit=unit, offset=offset, part=part_of(match), direction=offset, counts_from="report"
    )


def _weekend(match: Match, raw: str) -> TimeExpression | None:
    return make(match, "relative", unit="weekend", counts_from="report")


def _mention_period(match: Match, raw: str) -> TimeExpression | None:
    offset, unit = turn_of(match, "mention"), unit_of(match["unit"])
    if unit in ("minute", "hour") or (unit == "day" and match["mention"] == "the same"):
        return None
    return make(match, "relative", unit=unit, offset=offset, direction=offset, counts_from="mention")


_UNIT_SPANS = {"minute": (0, 59), "hour": (0, 24), "day": (2, 7), "week": (2, 8), "month": (2, 12)}


def _amount(match: Match) -> tuple[float, float]:
    """How many units, low and high; a unit without a number gets the span of ``_UNIT_SPANS``."""
    groups = match.groupdict()
    if groups.get("few"):
        low, high = few()[phrase(groups["few"])]
    elif groups.get("amount"):
        word = groups["amount"]
        low = high = 1.0 if word in ("a", "an") else (value_of(word) or 1.0)
        if groups.get("amount2"):
            high = max(low, value_of(groups["amount2"]) or low)
    else:
        unit = unit_of(groups["unit"])
        low, high = _UNIT_SPANS.get(unit, (2, 10)) if groups["unit"].endswith("s") else (1.0, 1.0)
    if groups.get("half") or groups.get("half_after"):
        low, high = low + 0.5, high + 0.5
    loose = phrase(groups.get("loose") or "")
    if loose in words("under"):
        low = 0.0
    elif loose in words("over"):
        high = high * 2
    return low, high


def _shift(match: Match, raw: str) -> TimeExpression | None:
    low, high = _amount(match)
    groups = match.groupdict()
    if "amount" not in groups and not match["unit"].endswith("s"):
        return None
    back = bool(groups.get("ago") or groups.get("earlier"))
    word = phrase(groups.get("earlier") or groups.get("later") or "")
    if word == "on" and not _ENDS.match(raw, match.end()):
        return None
    if word in ("after", "before") and not _free_of_object(match, raw):
        return _of_a_happening(match, raw)
    from_report = groups.get("ago") or groups.get("hence")
    return make(
        match,
        "shift",
        unit=unit_of(match["unit"]),
        low=low,
        high=high,
        direction=-1 if back else 1,
        counts_from="report" if from_report else "mention",
    )


def _window(direction: int) -> Reader:
    def read(match: Match, raw: str) -> TimeExpression | None:
        if not match["unit"].endswith("s") and not (match.groupdict().get("amount") or "past" in match[0]):
            return None
        low, high = _amount(match)
        fields = {"unit": unit_of(match["unit"]), "low": low, "high": high, "direction": direction}
        return make(match, "window", counts_from="report", **fields)

    return read


def _in_amount(match: Match, raw: str) -> TimeExpression | None:
    low, high = _amount(match)
    fields = {"unit": unit_of(match["unit"]), "low": low, "high": high, "direction": 1}
    return make(match, "shift", counts_from="report", **fields)


def _duration(match: Match, raw: str) -> TimeExpression | None:
    low, high = _amount(match)
    return make(match, "duration", unit=unit_of(match["unit"]), low=low, high=high)


READERS: dict[str, Reader] = {
    "iso": _iso,
    "day_alone": _day_alone,
    "figures": _figures,
    "days_after_month": _days,
    "days_before_month": _days,
    "month_day": _date,
    "day_month": _date,
    "month": _month,
    "month_only": _bare_month,
    "iso_slash": _iso,
    "hyphened": _hyphened,
    "years_full": _years_full,
    "years_short": _years_short,
    "year": _year_alone,
    "decade": _decade,
    "season": _season,
    "quarter": _quarter,
    "quarter_short": _quarter_short,
    "weekday": _weekday_alone,
    "day_word": _day_word,
    "mention_word": _mention_word,
    "weekend": _weekend,
    "period": _period,
    "the_period": _period,
    "mention_period": _mention_period,
    "past_window": _window(-1),
    "coming_window": _window(1),
    "within": _window(1),
    "in_amount": _in_amount,
    "shift": _shift,
    "bare_shift": _shift,
    "duration": _duration,
}
