"""The words of quantities as sets and patterns, built from the lexicons."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from firsthand.language.needed_words import heads, words_of
from firsthand.language.numbers import FIGURE, number_words, scales, words_pattern
from firsthand.language.time_grammar import SPACE, either
from firsthand.lexicons import loader


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: its kind, canonical name, and factor to the first unit of the kind."""

    kind: str
    unit: str
    factor: float


def words(key: str) -> tuple[str, ...]:
    """The phrases of one key of quantities.csv."""
    return loader.phrases("quantities")[key]


@cache
def measures() -> dict[str, Measure]:
    """Word for a unit to the unit."""
    found = {}
    for key, phrases in loader.phrases("measures").items():
        kind, _, rest = key.partition(":")
        unit, _, factor = rest.partition(":")
        if factor:
            found.update({phrase: Measure(kind, unit, float(factor)) for phrase in phrases})
    return found


@cache
def factor_of(unit: str) -> tuple[str, float] | None:
    """Kind and factor of a canonical unit or any word for one."""
    for word, measure in measures().items():
        if unit.lower() in (word, measure.unit.lower()):
            return measure.kind, measure.factor
    return None


@cache
def symbols() -> dict[str, str]:
    """Sign of a currency to its code."""
    found = loader.phrases("measures").items()
    return {sign: key.partition(":")[2] for key, signs in found if key.startswith("symbol:") for sign in signs}


def _calibres() -> list[str]:
    """Every word for a unit of a bore."""
    return [w for key, ws in loader.phrases("measures").items() if key.startswith("calibre:") for w in ws]


@cache
def shares() -> dict[str, float]:
    """Words of a part, to how many hundredths of the whole it is."""
    found = loader.phrases("quantities").items()
    return {w: float(key[6:]) for key, ws in found if key.startswith("share-") and key != "share-whole" for w in ws}


Figures = tuple[float | None, float | None, float | None]


@cache
def stated() -> dict[str, Figures]:
    """Phrases that stand for a number: low, best, high."""
    found: dict[str, Figures] = {}
    for key, phrases in loader.phrases("quantities").items():
        if key.startswith("figures:"):
            low, best, high = (float(f) if f else None for f in key.split(":")[1:])
            found.update(dict.fromkeys(phrases, (low, best, high)))
    return found


@cache
def numbered_names() -> frozenset[tuple[str, str]]:
    """Last word and number of designations that end in a number of their own: ("leopard", "2")."""
    names = (name.lower().split() for w in loader.weapons() for name in (w.name, *w.aliases))
    return frozenset((a, b) for words_ in names for a, b in pairwise(words_) if b.isdigit())


@cache
def ordinals() -> dict[str, int]:
    """Ordinal words."""
    found = loader.phrases("quantities").items()
    return {w: int(key[len("ordinal-") :]) for key, ws in found if key.startswith("ordinal-") for w in ws}


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def singular(noun: str) -> str:
    """The singular of an unknown noun in -s, by the rules of spelling."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("oes") and len(noun) > 4:
        return noun[:-2]
    if noun.endswith(("sses", "xes", "ches", "shes", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


@cache
def countables() -> dict[str, str]:
    """Every known form of a countable noun, its last word only, to its singular."""
    found: dict[str, str] = {}
    for weapon_class in loader.weapon_classes():
        heads = {noun.lower().split()[-1] for noun in weapon_class.nouns}
        for head in heads:
            one = singular(head)
            found.setdefault(head, one if one in heads else head)
    for key, phrases in loader.phrases("countables").items():
        for phrase in phrases:
            noun = phrase.split()[-1]
            if key == "regular":
                found[noun], found[_plural(noun)] = noun, noun
            else:
                found[noun] = key
    return found


_MODIFIERS = ("over", "least", "most", "under", "about", "nearly", "just-over")


@cache
def modifiers() -> dict[str, str]:
    """Words before a number to what they do to it."""
    return {phrase: key for key in _MODIFIERS for phrase in words(key)}


def _number(n: str) -> str:
    scale = either(scales())
    money = either(word for word, measure in measures().items() if measure.kind == "money")
    million = rf"m(?![^\W_])(?!{SPACE}{money})"  # "300m" is a distance, unless money follows or leads
    sign = "|".join(re.escape(s) for s in sorted(symbols(), key=len, reverse=True))
    return (
        rf"(?:(?P<sign{n}>{sign})\s?)?(?P<num{n}>{FIGURE}|{words_pattern()})(?P<half{n}>{SPACE}and{SPACE}a{SPACE}half(?![^\W_]))?"
        rf"(?:(?:{SPACE}|-)?(?P<scale{n}>(?(sign{n}){scale}|(?!{million}){scale})))?"
    )


class Compiled(dict[str, re.Pattern[str]]):
    """Patterns by name, each compiled when it is first asked for: to compile them all is a tenth of the start."""

    def __init__(self, written: dict[str, str]):
        super().__init__()
        self._written = written

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = re.compile(self._written[name])
        return self[name]


@cache
def _needs() -> dict[str, frozenset[str]]:
    """Name of a form to words of which one stands in whatever it fits."""
    return {"share": heads((*words("share-whole"), *shares(), "one", "out")), "stated": heads(stated())}


def can_fit(name: str, folded: str) -> bool:
    """Whether the form can fit anywhere in folded text, by the words that it needs."""
    return not _needs()[name].isdisjoint(words_of(folded))


@lru_cache(maxsize=8)
def has_two_numbers(folded: str) -> bool:
    """Whether two words of a folded text can begin a number: a range has two."""
    simple = heads(number_words())
    found = (w for w in re.findall(r"[^\W_]+", folded) if not w.isalpha() or w in simple)
    return next(found, None) is not None and next(found, None) is not None


@cache
def patterns() -> Compiled:
    """Name of a form to its pattern, to be matched against folded text."""
    modifier = rf"(?:(?P<mod>{either(modifiers())}){SPACE})?"
    open_range = rf"(?:(?P<both>(?:{either(words('between'))}){SPACE})|(?P<from>from{SPACE}))?"
    attached = either(loader.phrases("measures")["attached"])
    joined = rf"{SPACE}(?:to|or|(?P<and>and)){SPACE}(?:as many as{SPACE})?"
    # "10 Mi-17 helicopters" is no range: behind a gap a unit has no hyphen
    until = rf"(?:{attached}|\s{attached}(?![-–]))?(?:\s?[-–—]\s?|{joined})"
    adjective, noun = either(words("vague-adjective")), either(words("vague-noun"))
    written = {
        "number": modifier + _number(""),
        "share": (
            rf"{modifier}(?:(?P<whole>{either(words('share-whole'))})|(?:(?P<count>an?|{either(number_words())}|\d{{1,2}})"
            rf"(?:{SPACE}|-)(?P<part>{either(shares())}))(?={SPACE}of(?![^\W_])(?!{SPACE}an?{SPACE})))"
            rf"|(?P<some>one){SPACE}in{SPACE}(?:every{SPACE})?(?P<all>{either(number_words())}|\d{{1,3}}(?!\d))"
            rf"|(?P<of>{either(number_words())}|\d{{1,3}}){SPACE}out{SPACE}of{SPACE}(?:every{SPACE})?"
            rf"(?P<all_of>{either(number_words())}|\d{{1,3}}(?!\d))"
        ),
        "again": rf"\s?\((?P<num>\d{{1,9}}(?:,\d{{3}})*|{words_pattern()})\)(?=\s)",
        "times": (
            rf"(?:{either(w for w in number_words())}|\d{{1,3}}){SPACE}times{SPACE}"
            rf"(?:as{SPACE}(?:many|much)|more|the{SPACE}(?:number|amount|quantity){SPACE}of|fewer|less)(?!{SPACE}(?:than|likely))"
        ),
        "both": either(words("both")),
        "over_verb": rf"(?<![^\W_]){either(words('over-verb'))}\s{{1,2}}$",
        "range": open_range + modifier + _number("") + until + _number("2"),
        "stated": rf"{modifier}(?P<stated>{either(stated())})",
        "vague": (
            rf"(?:{either(words('vague'))}|(?:(?:an?|the){SPACE})?{adjective}{SPACE}{noun}|an?{SPACE}number(?={SPACE}of))"
        ),
        "ordinal": rf"(?:(?P<figure>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{either(ordinals())}))(?![^\W_])",
        "aged": rf"{either(words('aged'))}{SPACE}(?P<num>\d{{1,3}})(?![^\W_])",
        "old": rf"(?:-|{SPACE})(?:{either(words('old'))})",
        "measure": rf"(?:-|{SPACE})?(?P<unit>{either(measures())})(?![^\W_])(?!(?<=\smi)-\d|(?<=\sm)-\d)",
        "attached": rf"(?P<unit>{either(loader.phrases('measures')['attached'])})(?![^\W_])",
        "calibre": rf"(?:-|{SPACE})?(?:{either(_calibres())})(?![^\W_])",
        "clock": rf"{SPACE}?(?:{either(words('clock'))})",
        "after": (
            rf"(?P<plus>\+|-plus(?![^\W_]))|(?P<odd>(?:-|{SPACE})(?:odd|something)(?=\s))|{SPACE}(?:(?P<more>{either(words('or-more'))})|(?P<fewer>{either(words('or-fewer'))})"
            rf"|(?P<so>{either(words('or-so'))}))"
        ),
        "label": rf"(?<![^\W_]){either(words('label'))}[\s#]{{1,2}}$",
    }
    return Compiled(written)


@cache
def openings() -> frozenset[str]:
    """The first words of everything the patterns match, but for figures."""
    from_data = [
        *modifiers(),
        *stated(),
        *words("vague"),
        *words("vague-adjective"),
        *words("between"),
        *words("aged"),
        *words("both"),
        *words("share-whole"),
    ]
    heads = {re.split(r"[^\w]", phrase)[0] for phrase in from_data} | {"a", "an", "the", "from", *ordinals()}
    heads |= set(re.findall(r"[a-z]+", words_pattern())) | {re.split(r"[^\w]", s)[0] or s[0] for s in symbols()}
    return frozenset(heads - {""})
