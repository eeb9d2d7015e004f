"""The patterns of single expressions of time, built from lexicons/times.csv."""

import re
from collections.abc import Iterable
from functools import cache

from firsthand.language.numbers import number_words
from firsthand.lexicons import loader

SPACE = r"(?:[^\S\n]{1,3}\n?[^\S\n]{0,3}|\n[^\S\n]{0,3})"
"""One gap between words: a few blanks, at most one of them a line break."""

_DAY_FIGURE = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?"
_DAY = r"(?P<{0}>" + _DAY_FIGURE + r")(?![^\W_]|[.,]\d|%|-[^\W\d_])"
_YEAR_FIGURE = r"(?:1[6-9]|20|21)\d\d"
YEAR = _YEAR_FIGURE + r"(?!\d|[^\W\d_]|[.,]\d|%)"

_HALF = rf"{SPACE}and{SPACE}a{SPACE}half(?![^\W_])"


def words(key: str) -> tuple[str, ...]:
    """The phrases of one key of times.csv."""
    return loader.phrases("times")[key]


def keyed(prefix: str) -> dict[str, str]:
    """Phrase to the rest of its key, for every key ``<prefix>REST`` of times.csv."""
    found: dict[str, str] = {}
    for key, phrases in loader.phrases("times").items():
        if key.startswith(prefix) and not key.endswith("-doubtful"):
            found.update((phrase, key[len(prefix) :]) for phrase in phrases)
    return found


def either(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first, at word boundaries."""
    parts = []
    for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)):
        body = re.escape(phrase).replace(r"\ ", SPACE)
        parts.append(body + (r"(?![^\W_])" if phrase[-1].isalnum() else ""))
    return "(?:" + "|".join(parts) + ")"


@cache
def month_names() -> dict[str, int]:
    """Full names of months."""
    return {name: int(rest) for name, rest in keyed("month-").items() if rest.isdigit()}


@cache
def month_numbers() -> dict[str, int]:
    """Names and abbreviations of months."""
    return month_names() | {name: int(rest) for name, rest in keyed("month-short-").items()}


@cache
def weekday_numbers() -> dict[str, int]:
    """Names and abbreviations of weekdays, Monday 0."""
    full = {name: int(rest) for name, rest in keyed("weekday-").items() if rest.isdigit()}
    return full | {name: int(rest) for name, rest in keyed("weekday-short-").items()}


@cache
def units() -> dict[str, str]:
    """Words for units of time."""
    return keyed("unit-")


@cache
def few() -> dict[str, tuple[float, float]]:
    """Vague amounts of a unit: low and high."""
    return {phrase: (float(rest.split(":")[0]), float(rest.split(":")[1])) for phrase, rest in keyed("few-").items()}


def _amount() -> str:
    simple = either(w for w in number_words() if number_words()[w] > 0)
    tens = either(w for w in number_words() if 20 <= number_words()[w] < 100)
    ones = either(w for w in number_words() if 0 < number_words()[w] < 10)
    figure = rf"(?:\d{{1,4}}(?:\.\d)?(?![\d,.]\d|\d)|{tens}-{ones}|{simple}|an?(?![^\W_]))"
    loose = either((*words("rough"), *words("under"), *words("over")))
    joined = rf"(?:(?:-|–|{SPACE}(?:to|or|and){SPACE})(?P<amount2>{figure}))?"
    number = rf"(?:(?P<few>{either(few())})|(?P<amount>{figure}){joined})(?P<half>{_HALF})?"
    return rf"(?:(?P<loose>{loose}){SPACE})?{number}(?:{SPACE}full)?"


@cache
def written_patterns() -> dict[str, str]:
    """Name of an expression to its pattern, to be compiled and matched against folded text."""
    month = either(month_numbers())
    full_month = either(month_names())
    weekday = either(weekday_numbers())
    full_weekday = either(n for n in keyed("weekday-") if not keyed("weekday-")[n].startswith("short"))
    unit = rf"(?P<unit>{either(units())})"
    period = rf"(?P<unit>{either([*(u for u in units() if not u.endswith('s')), *words('weekend')])})"
    turn = rf"(?P<turn>{either(keyed('direction-'))})"
    mention_turn = rf"(?P<mention>{either(keyed('mentioned-direction-'))})"
    part = rf"(?:the{SPACE})?(?P<part>{either(keyed('part-'))})(?:{SPACE}|-)(?:the{SPACE})?"
    of_year = (
        rf"(?:,?{SPACE}(?:of{SPACE}|in{SPACE})?(?P<year>{YEAR})"
        rf"|{SPACE}(?:of{SPACE})?(?P<year_turn>{either(keyed('direction-'))}){SPACE}year(?![^\W_]))"
    )
    amount = _amount()
    daytime = either(words("daytime"))
    comma = rf"(?:,?{SPACE}|{SPACE}\()"
    lead = rf"(?:(?:{turn}{SPACE})?(?P<weekday>{weekday})(?:{SPACE}{daytime})?{comma}(?:the{SPACE}|on{SPACE})?)?"
    trail = rf"(?:{SPACE}?\((?P<weekday_after>{weekday})\))?"
    day, day2 = _DAY.format("day"), _DAY.format("day2")
    dash = rf"(?:{SPACE}?[-–—]{SPACE}?|{SPACE}(?:to|through|until){SPACE}|(?P<both>{SPACE}and{SPACE}))"
    season = either(keyed("season-"))
    ordinal = either(keyed("ordinal-"))
    away = {name: either(words(name)) for name in ("ago", "earlier", "later", "hence")}
    return {
        "iso": rf"(?P<year>{_YEAR_FIGURE})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
        "iso_slash": rf"(?P<year>{_YEAR_FIGURE})/(?P<month>\d\d)/(?P<day>\d\d)(?![\d/])",
        "hyphened": rf"(?P<day>\d{{1,2}})-(?P<month>{month})-(?P<year>(?:19|20)\d\d)(?!\d)",
        "day_alone": rf"on{SPACE}the{SPACE}(?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))"
        rf"(?=\s*(?:$|[.,;:)])|{SPACE}{either(words('lone-day'))})",
        "figures": r"(?P<one>\d{1,2})(?P<sep>[/.])(?P<two>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|\d\d)(?![\w/])",
        "month_day": rf"{lead}(?P<month>{month}){SPACE}(?:the{SPACE})?{day}(?:,?{SPACE}(?P<year>{YEAR}))?{trail}",
        "day_month": rf"{lead}(?:the{SPACE})?{day}(?:{SPACE}of)?{SPACE}(?P<month>{month})(?:{of_year})?{trail}",
        "days_after_month": rf"(?P<month>{month}){SPACE}(?P<day>{_DAY_FIGURE})"
        rf"{dash}{day2}(?:,?{SPACE}(?P<year>{YEAR}))?",
        "days_before_month": rf"(?:the{SPACE})?(?P<day>{_DAY_FIGURE}){dash}{day2}(?:{SPACE}of)?"
        rf"{SPACE}(?P<month>{month})(?:,?{SPACE}(?P<year>{YEAR}))?",
        "month": rf"(?:{part})?(?:(?:{turn}|{mention_turn}){SPACE})?(?P<month>{month})(?:{of_year})?",
        "month_only": rf"(?P<month>{full_month})",
        "year": rf"(?:{part})?(?P<year>{YEAR})",
        "years_full": rf"(?P<year>{_YEAR_FIGURE})[-–/](?P<year2>{_YEAR_FIGURE})(?![\d-]|[^\W\d_])",
        "years_short": rf"(?P<year>{_YEAR_FIGURE})[-–/](?P<year2>\d\d)(?![\d-])",
        "decade": rf"(?:the{SPACE})?(?:(?P<part>{either(keyed('part-'))})(?:{SPACE}|-))?"
        r"(?P<year>(?:1[6-9]|20)\d0)'?s(?![^\W_])",
        "season": rf"(?:{part})?(?:{turn}{SPACE})?(?:the{SPACE})?(?P<season>{season})(?:{of_year})?",
        "quarter": rf"(?:the{SPACE})?(?P<which>{ordinal}){SPACE}(?P<unit>quarter|half)"
        rf"(?:{of_year}|{SPACE}of{SPACE}the{SPACE}year)?",
        "quarter_short": rf"(?:q(?P<which>[1-4])|h(?P<half>[12])){SPACE}(?:of{SPACE})?(?P<year>{YEAR})",
        "weekday": rf"(?:(?:{turn}|{mention_turn}){SPACE})?(?P<weekday>{full_weekday})(?:{SPACE}{daytime})?"
        rf"(?:{SPACE}(?:of{SPACE})?(?P<week_turn>{either(keyed('direction-'))}){SPACE}week(?![^\W_]))?",
        "day_word": rf"(?P<word>{either(keyed('day-'))})(?:{SPACE}{daytime})?",
        "mention_word": rf"(?P<word>{either(keyed('mention-'))})",
        "weekend": rf"(?:over|during|at|on){SPACE}the{SPACE}{either(words('weekend'))}",
        "period": rf"(?:{part})?{turn}{SPACE}{period}",
        "the_period": rf"(?:{part}){period}",
        "mention_period": rf"{mention_turn}{SPACE}{period}",
        "shift": rf"{amount}{SPACE}{unit}(?P<half_after>{_HALF})?{SPACE}"
        rf"(?:(?P<ago>{away['ago']})|(?P<earlier>{away['earlier']})"
        rf"|(?P<later>{away['later']})|(?P<hence>{away['hence']}))",
        "bare_shift": rf"(?P<some>{unit}){SPACE}(?:(?P<ago>{away['ago']})|(?P<earlier>{away['earlier']})"
        rf"|(?P<later>{away['later']}))",
        "past_window": rf"(?:(?:in|over|during|for|throughout|within|across){SPACE})?(?:the{SPACE})?"
        rf"(?:{either(words('past-window'))}){SPACE}(?:{amount}{SPACE})?{unit}",
        "coming_window": rf"(?:(?:in|over|during|for|throughout|within){SPACE})?(?:the{SPACE})?"
        rf"(?:{either(words('coming-window'))}){SPACE}(?:{amount}{SPACE})?{unit}",
        "within": rf"{either(words('within'))}{SPACE}(?:the{SPACE})?(?:{amount}{SPACE})?{unit}",
        "in_amount": rf"in{SPACE}{amount}{SPACE}{unit}"
        rf"(?!{SPACE}(?:of(?![^\W_])|{away['ago']}|{away['earlier']}|{away['later']}))",
        "duration": rf"(?:{either(words('lasting'))}){SPACE}(?:(?:the{SPACE})?{amount}{SPACE})?{unit}",
    }


@cache
def joiners() -> dict[str, re.Pattern[str]]:
    """The words that open or join an interval, with the gap after them."""
    found = {
        name: re.compile(
            rf"{either(words(name))}{SPACE}(?:on{SPACE}|in{SPACE}|the{SPACE}(?=end|start|beginning|middle))?"
        )
        for name in ("since", "by", "until", "before", "after", "between", "from")
    }
    found["through-behind-year"] = re.compile(rf",{SPACE}(?:{either(words('through'))}){SPACE}")
    found["and-behind-year"] = re.compile(rf",{SPACE}and{SPACE}")
    found["through"] = re.compile(rf"(?:{SPACE})?(?:{either(words('through'))})(?:{SPACE})?")
    found["and"] = re.compile(rf"{SPACE}and{SPACE}")
    return found


@cache
def openings() -> frozenset[str]:
    """The first words of everything the patterns match, but for words in figures."""
    heads = {
        "a",
        "an",
        "the",
        "in",
        "on",
        "over",
        "at",
        "during",
        "for",
        "throughout",
        "within",
        "across",
        "q1",
        "q2",
        "q3",
        "q4",
    }
    heads |= {"h1", "h2"} | set(number_words())
    for key, phrases in loader.phrases("times").items():
        if key not in (
            "ago",
            "later",
            "earlier",
            "hold-back",
            "year-cue",
            "month-cue",
            "month-cue-capital",
            "through",
            "title",
            "no-time-before",
            "no-time-after",
        ):
            heads.update(re.split(r"[^\w]", phrase)[0] for phrase in phrases)
    return frozenset(heads - {""})
