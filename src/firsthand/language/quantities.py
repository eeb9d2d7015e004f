"""Find amounts in English text: counts, distances, weights, money, shares, ages, ordinals, lengths of time."""

import re
from dataclasses import dataclass

from firsthand.language.folding import fold
from firsthand.language.numbers import number_words, scales, value_of
from firsthand.language.quantity_calibres import find_calibres
from firsthand.language.quantity_comparison import compatible, to_kilometres
from firsthand.language.quantity_nouns import OF, Noun, after_capital, ends_a_name, noun_counted
from firsthand.language.quantity_types import QuantityExpression
from firsthand.language.quantity_words import (
    Figures,
    Measure,
    can_fit,
    countables,
    has_two_numbers,
    measures,
    modifiers,
    openings,
    ordinals,
    patterns,
    shares,
    stated,
    symbols,
    words,
)
from firsthand.language.times import find_times

__all__ = ["QuantityExpression", "compatible", "find_calibres", "find_quantities", "to_kilometres"]

_START = re.compile(r"[^\W_]+|[$€£¥₩₽₹₪₺₴]")
_PART_OF_NAME = re.compile(r"(?:[^\W\d_][-–/.]|\d[-–/.,:]|[_/=#@]|[^\W_]'?-)$")
_GOES_ON = re.compile(r"[^\W_]|[-–/:.,]\d|[-–][^\W\d_]{1,2}\d")
_POUNDS_OF_MONEY = 1e6
_MILLIONS = 1000
_M = re.compile(r"m(?=\s[^\W\d_])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEADING_ZERO = re.compile(r"0\d")
_HYPHENED = re.compile(r"-([^\W\d_]{2,20})(?![^\W_])")


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number as read, before its noun is known."""

    start: int
    end: int
    figures: Figures
    sign: str = ""
    whole: bool = True
    measured: Figures | None = None
    plain_one: bool = False


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[QuantityExpression]:
    """Every amount in ``text[start:end]``, in order, none over another. Offsets are into ``text``.

    Dates, times and numbers inside designations ("Fath-360", "155mm") are no amounts.

    >>> [(q.text, q.low, q.unit) for q in find_quantities("More than 1,000 containers went 75 miles.")]
    [('More than 1,000 containers', 1001.0, 'container'), ('75 miles', 75.0, 'mile')]
    """
    end = len(text) if end is None else min(end, len(text))
    start = max(start, 0)
    part = text[start:end]
    folded = fold(part)
    times = [(t.start, t.end) for t in find_times(part) if t.kind not in ("duration", "window")]
    found: list[QuantityExpression] = []
    opening, free, next_time = openings(), 0, 0
    for word in _START.finditer(folded):
        begin = word.start()
        if begin < free or not (word[0][0].isdigit() or word[0] in opening):
            continue
        while next_time < len(times) and times[next_time][1] <= begin:
            next_time += 1
        limit = times[next_time][0] if next_time < len(times) else len(folded)
        if begin >= limit:
            continue
        quantity = _at(folded, part, begin)
        if quantity is None or quantity.end > limit:
            continue
        free = quantity.end
        low, high = start + quantity.start, start + quantity.end
        found.append(
            QuantityExpression(
                low, high, text[low:high], quantity.kind, quantity.low, quantity.best, quantity.high, quantity.unit
            )
        )
    return found


def _at(folded: str, raw: str, begin: int) -> QuantityExpression | None:
    if _PART_OF_NAME.search(folded, max(begin - 3, 0), begin) or ends_a_name(folded, begin):
        return None
    if aged := patterns()["aged"].match(folded, begin):
        years = float(aged["num"])
        return QuantityExpression(begin, aged.end(), "", "age", years, years, years, "year")
    if ordinal := _ordinal(folded, begin):
        return ordinal
    if part := _share(folded, begin):
        return part
    if both := patterns()["both"].match(folded, begin):
        return _both(folded, raw, begin, both.end())
    if times := patterns()["times"].match(folded, begin):  # "three times as many": no figure of its own
        return _counted(folded, raw, _Amount(begin, times.end(), (None, None, None)), needs_noun=True)
    amount = _range(folded, begin) or _stated(folded, begin) or _number(folded, begin)
    if amount is not None:
        return _with_unit(folded, raw, amount)
    vague = patterns()["vague"].match(folded, begin)
    if not vague:
        return None
    return _counted(folded, raw, _Amount(begin, vague.end(), (None, None, None)), needs_noun=True)


def _share(folded: str, begin: int) -> QuantityExpression | None:
    """ "A third of", "three quarters of", "half the": a part as hundredths of the whole."""
    match = patterns()["share"].match(folded, begin) if can_fit("share", folded) else None
    if not match:
        return None
    if match["all"] or match["all_of"]:
        some, whole = value_of(match["some"] or match["of"]), value_of(match["all"] or match["all_of"])
        value = round(100 * some / whole, 1) if some and whole else 101.0
    else:
        count = None if match["whole"] or match["count"] in ("a", "an") else value_of(match["count"])
        value = round((count or 1.0) * (50.0 if match["whole"] else shares()[match["part"]]), 1)
    if value > 100:
        return None
    low, best, high = _bounded(match["mod"] or "", value, whole=False)
    return QuantityExpression(begin, match.end(), "", "percent", low, best, high, "percent")


def _both(folded: str, raw: str, begin: int, end: int) -> QuantityExpression | None:
    """ "Both frigates" are two; "both Chad and Mali" are no amount."""
    noun = noun_counted(folded, raw, end)
    if noun is None or not noun.unit or folded[noun.end - 1] != "s" or folded[noun.end :].startswith(" and "):
        return None
    return QuantityExpression(begin, noun.end, "", "count", 2.0, 2.0, 2.0, noun.unit)


def _ordinal(folded: str, begin: int) -> QuantityExpression | None:
    match = patterns()["ordinal"].match(folded, begin)
    if not match:
        return None
    value = float(match["figure"] or ordinals()[match["word"]])
    return QuantityExpression(begin, match.end(), "", "ordinal", value, value, value, "")


def _value(match: re.Match[str], which: str = "") -> float | None:
    figure = match["num" + which]
    if re.fullmatch(r"\d{1,3}\.000", figure):  # a thousand as the continent writes it
        figure = figure.replace(".", "")
    value = value_of(figure)
    if value is not None and match["half" + which]:
        value += 0.5
    scale = match["scale" + which]
    return value * scales()[scale] if value is not None and scale else value


def _bounded(mod: str, value: float, whole: bool) -> Figures:
    """What a word before a number makes of it: low, best, high."""
    kind = modifiers().get(" ".join(mod.split())) if mod else None
    if kind == "over":
        return (value + 1 if whole and value == int(value) else value), None, None
    if kind == "least":
        return value, None, None
    if kind == "under":
        return None, None, (value - 1 if whole and value == int(value) and value > 1 else value)
    if kind == "most":
        return None, None, value
    slack = round(value * 0.1, 6)
    if kind == "about":
        return value - slack, value, value + slack
    if kind == "nearly":
        return value - slack, value, value
    if kind == "just-over":
        return value, value, value + slack
    return value, value, value


def _number(folded: str, begin: int) -> _Amount | None:
    match = patterns()["number"].match(folded, begin)
    if not match or _cut_off(folded, match) or _over_of_verb(folded, match):
        return None
    value = _value(match)
    if value is None or _LEADING_ZERO.match(match["num"]):
        return None
    figures = _bounded(match["mod"] or "", value, whole=not match["sign"])
    measured = _bounded(match["mod"] or "", value, whole=False)
    again = patterns()["again"].match(folded, match.end())
    end = again.end() if again and value_of(again["num"]) == value else match.end()
    plain = value == 1 and match["num"] in number_words() and not match["mod"]
    amount = _Amount(begin, end, figures, match["sign"] or "", measured=measured, plain_one=plain)
    return _behind(folded, amount, value)


def _over_of_verb(folded: str, match: re.Match[str]) -> bool:
    """Whether "over" belongs to the verb before it: "took over 14 boats"."""
    if match["mod"] != "over":
        return False
    return bool(patterns()["over_verb"].search(folded, max(match.start() - 12, 0), match.start()))


def _cut_off(folded: str, match: re.Match[str]) -> bool:
    """Whether the number is only a piece of something: a designation, a clock time, a label."""
    number = match.start("sign") if match["sign"] else match.start("num")
    if patterns()["label"].search(folded, max(number - 24, 0), number):
        return True
    if number > match.start() and _PART_OF_NAME.search(folded, max(number - 3, 0), number):
        return True
    after = match.end()
    if match["num"][-1].isdigit() and not match["scale"]:
        if patterns()["attached"].match(folded, after):
            return False
        if patterns()["clock"].match(folded, after) or patterns()["calibre"].match(folded, after):
            return True
        return bool(_GOES_ON.match(folded, after))
    return after < len(folded) and (folded[after].isalnum() or folded[after] == "_")


def _behind(folded: str, amount: _Amount, value: float) -> _Amount:
    """Words behind the number: "or more", "or so", "+"."""
    match = patterns()["after"].match(folded, amount.end)
    if not match or amount.figures[1] is None:
        return amount
    if match["odd"]:  # "40-odd": up to the next ten or hundred
        figures: Figures = (value, None, value + 10 ** (len(f"{value:.0f}") - len(f"{value:.0f}".rstrip("0"))) - 1)
    elif match["plus"] or match["more"]:
        figures = (value, None, None)
    elif match["fewer"]:
        figures = (None, None, value)
    else:
        figures = (value - value * 0.1, value, value + value * 0.1)
    return _Amount(amount.start, match.end(), figures, amount.sign)


def _range(folded: str, begin: int) -> _Amount | None:
    match = patterns()["range"].match(folded, begin) if has_two_numbers(folded) else None
    if not match or (match["and"] and not match["both"]) or _cut_off_range(folded, match):
        return None
    low, high = _value(match), _value(match, "2")
    if low is None or high is None:
        return None
    if match["scale2"] and not match["scale"] and low < high:
        low *= scales()[match["scale2"]]
    elif (factor := scales().get(match["num2"].split()[-1])) and low < 100 and low * factor < high:
        low *= factor  # "two or three hundred"
    if low >= high:
        return None
    kind = modifiers().get(" ".join((match["mod"] or "").split()))
    figures: Figures = (low if kind not in ("most", "under") else None, None, high)
    return _Amount(begin, match.end(), figures, match["sign"] or match["sign2"] or "")


def _cut_off_range(folded: str, match: re.Match[str]) -> bool:
    number = match.start("num")
    if patterns()["label"].search(folded, max(number - 24, 0), number):
        return True
    after = match.end()
    if patterns()["attached"].match(folded, after):
        return False
    if match["num2"][-1].isdigit() and not match["scale2"]:
        clock = patterns()["clock"].match(folded, after) or patterns()["calibre"].match(folded, after)
        return bool(clock or _GOES_ON.match(folded, after))
    return after < len(folded) and folded[after].isalnum()


def _stated(folded: str, begin: int) -> _Amount | None:
    match = patterns()["stated"].match(folded, begin) if can_fit("stated", folded) else None
    if not match:
        return None
    low, best, high = stated()[" ".join(match["stated"].split())]
    if best is not None and match["mod"]:
        low, best, high = _bounded(match["mod"], best, whole=True)
    elif match["mod"]:
        kind = modifiers()[" ".join(match["mod"].split())]
        low, high = (
            (low, None) if kind in ("over", "least") else (None, high) if kind in ("most", "under") else (low, high)
        )
    amount = _Amount(begin, match.end(), (low, best, high), plain_one=not match["stated"].endswith("s"))
    return amount if best is None else _behind(folded, amount, best)


def _with_unit(folded: str, raw: str, amount: _Amount) -> QuantityExpression | None:
    low, best, high = amount.figures
    if amount.sign:
        end = amount.end
        return QuantityExpression(amount.start, end, "", "money", low, best, high, symbols()[amount.sign.strip()])
    if old := patterns()["old"].match(folded, amount.end):
        return QuantityExpression(amount.start, old.end(), "", "age", low, best, high, "year")
    if millions := _by_the_million(folded, raw, amount):
        return millions
    of = OF.match(folded, amount.end)
    for after in (amount.end, of.end() if of else amount.end):
        unit = patterns()["measure"].match(folded, after)
        if unit and not (unit["unit"] == "second" and best != 1 and folded[after] != "-"):
            measure = _meant(folded, unit, best)
            if amount.measured is not None:  # a measure has no next whole number
                low, best, high = amount.measured
            return QuantityExpression(amount.start, unit.end(), "", measure.kind, low, best, high, measure.unit)
    return _counted(folded, raw, amount, needs_noun=amount.plain_one)


def _by_the_million(folded: str, raw: str, amount: _Amount) -> QuantityExpression | None:
    """ "1.5m shells": an "m" at the figure, and things that are counted behind it."""
    low, best, high = amount.figures
    if best is None or best >= _MILLIONS or not _M.match(folded, amount.end):
        return None
    noun = noun_counted(folded, raw, amount.end + 1)
    if noun is None or folded[noun.end - 1] != "s" or noun.unit not in countables().values():
        return None
    figures = [None if figure is None else figure * 1e6 for figure in (low, best, high)]
    return QuantityExpression(amount.start, noun.end, "", "count", figures[0], figures[1], figures[2], noun.unit)


def _meant(folded: str, unit: re.Match[str], best: float | None) -> Measure:
    """The unit; "pounds" by the million are money, unless they are pounds of something."""
    measure = measures()[" ".join(unit["unit"].split())]
    if measure.unit == "pound" and (best or 0) >= _POUNDS_OF_MONEY and not OF.match(folded, unit.end()):
        return Measure("money", "GBP", 1.0)
    return measure


def _counted(folded: str, raw: str, amount: _Amount, needs_noun: bool) -> QuantityExpression | None:
    """The amount with the noun it counts; None where it counts none and so is no amount."""
    low, best, high = amount.figures
    if compound := _HYPHENED.match(folded, amount.end):
        if compound[1] not in countables() and compound[1] not in words("attributive"):
            return None
        unit = countables().get(compound[1], "")
        return QuantityExpression(amount.start, compound.end(), "", "count", low, best, high, unit)
    if best is not None and best != int(best) and best < 1000:
        return None  # half a thing is not counted: a version, a size, a mark
    of = None if amount.plain_one and best == 1 else OF.match(folded, amount.end)
    noun = noun_counted(folded, raw, of.end() if of else amount.end)
    if noun is None:
        of_a_name = raw[amount.start].isdigit() and after_capital(raw, amount.start)
        if needs_noun or of_a_name or _YEAR.fullmatch(folded, amount.start, amount.end):
            return None
        noun = Noun(amount.end, "")
    return QuantityExpression(amount.start, noun.end, "", "count", low, best, high, noun.unit)
