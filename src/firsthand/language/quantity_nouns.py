"""The noun that an amount counts, and where the amount with its noun ends."""

import re
from typing import NamedTuple

from firsthand.language.quantity_words import countables, numbered_names, singular, words

OF = re.compile(r"\s{1,2}of(?:\s{1,2}(?:the|its|their|his|her|our|these|those))?(?=\s)")
"""The words between an amount and a noun of which it is a part."""

_NOUN_WORD = re.compile(r"(,?)(?:[^\S\n]{1,2}|[^\S\n]?\n[^\S\n]?)([^\W_](?:[^\W_]|['’./-](?=[^\W_])){0,39})")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[^\S\n]$")
_DIGITS = re.compile(r"\d{1,6}(?!\d)")
_DESCRIBES = re.compile(r".{2,}(?:ing|ed|able|ible|ive|ous|ful|less|worthy|ern|ish)$|[^\W\d_]+-[^\W\d_-]+")
_SENTENCE_ENDS = ';:.!?()"“”'
_LONGEST_NOUN_PHRASE = 8


class Noun(NamedTuple):
    """Where the noun ends and its singular, empty where it is not told."""

    end: int
    unit: str


def noun_counted(folded: str, raw: str, position: int) -> Noun | None:
    """The noun of the phrase at ``position``: the last known one of the phrase, or an unknown plural.

    A comma or "but" goes on only between words that describe: "16 second-hand, Polish-built helicopters".
    """
    known: Noun | None = None
    unknown: Noun | None = None
    described = False
    for _ in range(_LONGEST_NOUN_PHRASE):
        match = _NOUN_WORD.match(folded, position)
        if not match or (match[1] and not described):
            break
        word, begin = match[2], match.start(2)
        if word in words("not-counted") and not (described and word in words("between-describing")):
            break
        if word.isdigit() and not (after_capital(raw, begin) or ends_a_name(folded, begin)):
            break
        if known and _is_plural(folded, known) and word not in countables():
            break
        position = match.end()
        if word in countables():
            known = Noun(position, countables()[word])
        elif known and not _is_plural(folded, known) and (name := _plural_noun(raw[begin:position])):
            return Noun(position, name)  # "six missile gunboats"
        elif known is None and unknown is None:
            name = _unknown_noun(raw[begin:position])
            unknown = Noun(position, name) if name else None
        described = known is None and unknown is None and (described or _describes(word))
        if position < len(folded) and folded[position] in _SENTENCE_ENDS:
            break
    return known or unknown


def _is_plural(folded: str, noun: Noun) -> bool:
    """Whether the noun stands in the plural; "aircraft" and "personnel" have no other form."""
    if folded.endswith(noun.unit, 0, noun.end):
        return noun.unit + "s" not in countables()
    return folded[noun.end - 1] == "s"


def _plural_noun(word: str) -> str:
    """The singular of a plural in small letters, which cannot be a verb's form behind the noun before it."""
    name = _unknown_noun(word) if word.islower() and word.isalpha() else ""
    return name if name and name != word and word[-2:] != "'s" else ""


def _describes(word: str) -> bool:
    return word in words("describing") or bool(_DESCRIBES.fullmatch(word))


def ends_a_name(folded: str, begin: int) -> bool:
    """Whether the number at ``begin`` belongs to a known designation, as in "Leopard 2"."""
    before, number = _WORD_BEFORE.search(folded, max(begin - 24, 0), begin), _DIGITS.match(folded, begin)
    return bool(before and number and (before[1], number[0]) in numbered_names())


def after_capital(raw: str, begin: int) -> bool:
    """Whether the word before ``begin`` has a capital."""
    before = _WORD_BEFORE.search(raw, max(begin - 24, 0), begin)
    return bool(before and before[1][0].isupper())


def _unknown_noun(word: str) -> str:
    """The singular of a word that looks like a plural or a designation, else empty."""
    if word.lower().endswith(("'s", "’s", "s'", "s’")):
        return ""
    if word.isdigit() or word.lower().endswith("mm"):
        return ""
    if re.search(r"\d", word) and re.search(r"[^\W\d_]", word):
        return word.removesuffix("s")
    if len(word) > 3 and word.endswith("s") and singular(word) != word:
        return singular(word)
    return ""
