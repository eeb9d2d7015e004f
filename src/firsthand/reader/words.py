"""Split text into words as Universal Dependencies English does, with offsets in code points."""

import re
from collections.abc import Iterable
from functools import cache

from firsthand.lexicons import phrases

WordSpan = tuple[int, int]

LONGEST_WORD = 200
"""A run of letters longer than this is cut into pieces, so that no word costs more than its share."""

_CONTRACTION = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
_AT_SOME_PLACES = ("before_number", "within", "us_state")


@cache
def abbreviations() -> frozenset[str]:
    """Every abbreviation that keeps its full stop, in lower case."""
    return frozenset(item for group in phrases("abbreviations").values() for item in group)


@cache
def _pattern() -> re.Pattern[str]:
    short, how = phrases("abbreviations"), phrases("spellings")
    everywhere = (item for key, items in short.items() if key not in _AT_SOME_PLACES for item in items)
    return re.compile(
        rf"""(?ix)
        [^\W\d_]++(?=[\s,])                                   # most words, at once
        | (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]]   # addresses
        | (?:mailto:)?[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}      # mail
        | [\w+-]{{1,64}}@[\w-]{{1,63}}
        | @?[^\W_][\w-]{{0,62}}(?:\.[\w-]{{1,63}}){{0,8}}\.(?:{_one_of(how["site"])})(?![\w-])   # sites
        | [\w-]{{0,100}}\.(?:{_one_of(how["file"])})(?!\w)    # files
        | (?<![\w.])[^\W\d_]{{2,40}}(?:\.[^\W\d_][^\W_]{{1,40}}(?:-[^\W_]{{1,40}})?){{2,8}}(?![^\W_])  # groups
        | (?<!\w)[\#@][^\W\d]\w+                              # tags and accounts
        | (?<![^\W_])(?:{_one_of(everywhere)})(?![^\W_])      # abbreviations that keep their stop
        | (?<![^\W_])(?:{_one_of(short["before_number"])})(?=\s*\d)
        | (?<![^\W_])(?:{_one_of(short["within"])})(?=\s*[,;:)]|\s+(?-i:[a-z]))
        | (?:(?<=,\s)|(?<=[-(]))(?:{_one_of(short["us_state"])})(?![^\W_])
        | (?<![^\W_])(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w.]))?             # U.S., Ph.D
        | (?<![^\W_])[^\W\d_]\.[^\W\d_](?![\w.])              # U.S without its last stop
        | (?<![^\W_])(?:(?-i:[A-HJ-Z])|(?-i:[b-hj-z]))\.(?=[ ]+\w)          # initials of names
        | (?<![^\W_])[^\W\d_]{{1,3}}&[^\W\d_]{{1,2}}(?![^\W_])              # AT&T
        | (?<![\w/])(?:{_one_of(how["slashed"])})(?![\w/])
        | (?<![\w/-])\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?![\w/-])           # 9/11, 12/31/2001
        | (?<![\w-])(?:\d{{3}}-)?\d{{3}}-\d{{4}}(?![\w-])     # telephone numbers
        | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])        # numbers and ordinals
        | \d+(?:[.,:]\d+)*(?=(?:{_one_of(how["unit"])})(?![^\W_]))
        | (?<![\w.])\.\d+(?![^\W_])                           # .45
        | (?<![\w-])(?:{_one_of(how["prefix"])})-[^\W\d_]+(?:['’][^\W_]+)*
        | [^\W_]+(?:['’][^\W_]+)*                             # words, apostrophes inside
        | (?<!\w)['’](?:{_one_of(how["clipped"])})(?!\w)
        | ['’](?:s|re|ve|ll|d|m)(?![^\W_])
        | (?<!\w)[:;=]['-]?(?:[()]|[dp](?!\w))                # :-)
        | [.!?]{{2,}} | [-=*~|+^]{{2,}} | <{{2,}} | >{{2,}} | \${{2,}} | '' | `` | [‘’]’
        | [^\w\s] | _+
        """
    )


def _one_of(items: Iterable[str]) -> str:
    return "|".join(re.escape(item) for item in sorted(items, key=len, reverse=True))


@cache
def _fused() -> dict[str, tuple[int, ...]]:
    """A spelling to the places inside it where its words part."""
    found = {}
    for item in phrases("spellings")["fused"]:
        places, at = [], 0
        for part in item.split()[:-1]:
            at += len(part)
            places.append(at)
        found[item.replace(" ", "")] = tuple(places)
    return found


def split_words(text: str) -> list[WordSpan]:
    """Offsets of the words and punctuation marks of ``text``, in order.

    >>> [ "U.S. officials don't know."[a:b] for a, b in split_words("U.S. officials don't know.")]
    ['U.S.', 'officials', 'do', "n't", 'know', '.']
    """
    found: list[WordSpan] = []
    for match in _pattern().finditer(text):
        start, end = match.span()
        if end - start <= LONGEST_WORD:
            for place in _cuts(match.group()):
                found.append((start, match.start() + place))
                start = match.start() + place
        while end - start > LONGEST_WORD:
            found.append((start, start + LONGEST_WORD))
            start += LONGEST_WORD
        found.append((start, end))
    return found


def _cuts(word: str) -> tuple[int, ...]:
    """Where the words part that are written as one."""
    if ("'" in word or "’" in word) and word[0] not in "'’":
        split = _CONTRACTION.match(word)
        return (split.end(1),) if split else ()
    return _fused().get(word.lower(), ())
