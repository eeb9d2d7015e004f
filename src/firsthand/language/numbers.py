"""Number words and figures of English."""

import re
from functools import cache

from firsthand.lexicons import loader

FIGURE = r"(?:\d{1,3}(?:(?:,|[\u00a0\u2009\u202f])\d{3}(?!\d))+|\d{1,3}(?: 000(?!\d))+|\d{1,15})(?:\.\d{1,6})?"
"""A number in digits, thousands separated by commas, by thin or fixed blanks, or not at all."""

_BETWEEN_THOUSANDS = re.compile(r"[,\s]")


@cache
def number_words() -> dict[str, float]:
    """The value of each simple number word."""
    return {w: float(key) for key, words in loader.phrases("numbers").items() if ":" not in key for w in words}


@cache
def scales() -> dict[str, float]:
    """The factor of each scale word (hundred, thousand, million …)."""
    found = loader.phrases("numbers").items()
    return {w: float(key.partition(":")[2]) for key, words in found if key.startswith("scale:") for w in words}


@cache
def words_pattern() -> str:
    """A regular expression for a number in words, as "two", "twenty-five" or "two hundred and ten thousand"."""
    simple = "|".join(sorted(number_words(), key=len, reverse=True))
    scale = "|".join(sorted((w for w in scales() if len(w) > 3), key=len, reverse=True))
    part = rf"(?:{simple})(?![^\W_])"
    tail = rf"(?:[ -](?:and )?(?:(?:{simple}|{scale})(?![^\W_])))"
    return rf"{part}{tail}{{0,8}}"


def value_of(text: str) -> float | None:
    """The value of a number in digits or words, None where it is neither.

    >>> value_of("1,300"), value_of("twenty-five"), value_of("two hundred and ten thousand")
    (1300.0, 25.0, 210000.0)
    """
    text = text.strip().lower()
    if re.fullmatch(FIGURE, text):
        return float(_BETWEEN_THOUSANDS.sub("", text))
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", text):
        if word == "and":
            continue
        if word in number_words():
            current, seen = current + number_words()[word], True
        elif word in scales():
            factor = scales()[word]
            current = (current or 1.0) * factor
            if factor >= 1000:
                total, current = total + current, 0.0
            seen = True
        elif re.fullmatch(FIGURE, word):
            current, seen = current + float(word.replace(",", "")), True
        else:
            return None
    return total + current if seen else None
