"""Whether the words around an expression of time look ahead, so that a day without a year is the next one."""

import re
from functools import cache

from firsthand.language.folding import fold
from firsthand.language.time_grammar import SPACE, either, month_numbers, weekday_numbers
from firsthand.language.time_types import TimeExpression
from firsthand.lexicons import loader

_REACH = 300
_END = re.compile(r"[.!?;]+[\"”')\]]?\s|\n\s*\n")
_SHORT = re.compile(r"[^\W\d_]+$")
_SEGMENT = re.compile(r",|:|\s[-–—]\s|—|\(|\)|[\"“”]")
_OF = re.compile(r"(?:^|\s)(?:of|dated|from)\s(?:the\s)?$")
_FORWARD = ("until", "by")


def looks_ahead(text: str, expression: TimeExpression) -> bool:
    """Whether the clause around ``expression`` tells of what is to come.

    The nearest verb decides: before the expression in its own part of the sentence, else behind it there, else
    before and then behind it in the whole sentence. "Until" and "by" look ahead unless a verb looks back.

    >>> from firsthand.language.times import find_times
    >>> text = "The barge, seized on Friday, will sail on Monday."
    >>> [(t.text, looks_ahead(text, t)) for t in find_times(text)]
    [('Friday', False), ('Monday', True)]
    """
    kind = expression.kind
    if kind in ("since", "year", "decade", "duration"):
        return False
    before, after = _around(text, expression.start, expression.end)
    if kind != "range" and _OF.search(before) and not _of_ahead(before):
        return False
    near_before = _SEGMENT.split(before)[-1]
    near_after = _SEGMENT.split(after)[0]
    for part, last in ((near_before, True), (near_after, False), (before, True), (after, False)):
        cue = _cue(part, last)
        if cue is not None:
            return cue
    return kind in _FORWARD


def _of_ahead(before: str) -> bool:
    """ "In the spring of", "the end of": the "of" joins two words of one time."""
    return bool(re.search(r"(?:end|start|beginning|course|autumn|spring|summer|winter|fall)\sof\s(?:the\s)?$", before))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind in the sentence, in lower case."""
    before = fold(text[max(start - _REACH, 0) : start])
    cut = 0
    for match in _END.finditer(before):
        word = _SHORT.search(before, 0, match.start())
        if not (word and before[match.start()] == "." and _is_short(word[0])):
            cut = match.end()
    after = fold(text[end : end + _REACH])
    close = _END.search(after)
    return before[cut:], after[: close.start()] if close else after


def _is_short(word: str) -> bool:
    return word + "." in month_numbers() or word + "." in weekday_numbers() or len(word) < 3


def _words(key: str) -> tuple[str, ...]:
    return loader.phrases("tense_words")[key]


@cache
def _cues() -> re.Pattern[str]:
    modal, ahead_to, ahead_on = (either(_words(key)) for key in ("modal", "ahead-to", "ahead-on"))
    return re.compile(
        rf"(?<![^\W_])(?:(?P<past_modal>{modal}(?:{SPACE}not)?{SPACE}have(?![^\W_])|could(?:n't|{SPACE}not))"
        rf"|(?P<ahead>{either(_words('ahead'))}|{ahead_to}{SPACE}(?:to|for)(?![^\W_])|{modal}"
        rf"|{ahead_on}{SPACE}(?:in|on|by|at|next|this)(?![^\W_])|{ahead_on}(?=\s*$)"
        rf"|(?:is|are|am|be){SPACE}(?:not{SPACE})?[^\W\d_]{{2,14}}ing(?![^\W_]))"
        rf"|(?P<schedule>{either(_words('schedule'))})"
        rf"|(?P<past>{either(_words('past'))})"
        rf"|(?P<ed>[^\W\d_]{{1,16}}ed)(?![^\W_]))"
        rf"|(?P<short>'(?:ll|d)(?![^\W_]))"
    )


_BEHIND_MAY = re.compile(r"\s+[^\W\d_]")
_BEFORE_MAY = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|(?<![^\W_])(?:in|of|since|by|until|to|from|last|next|early|late|mid))[\s-]+$"
)


def _is_the_month(match: re.Match[str], part: str) -> bool:
    return not _BEHIND_MAY.match(part, match.end()) or bool(
        _BEFORE_MAY.search(part, max(match.start() - 8, 0), match.start())
    )


_LAST_WORDS = re.compile(r"([^\W_]+|'s|'re)(?:\s+[^\W\d_]+ly)?[\s-]+$")
_HAVING = re.compile(r"^\s*$")


def _cue(part: str, last: bool) -> bool | None:
    """True where the nearest verb looks ahead, False where it looks back, None where there is none."""
    found = None
    for match in _cues().finditer(part):
        said = _read(match, part)
        if said is None:
            continue
        found = said
        if not last:
            break
    return found


def _read(match: re.Match[str], part: str) -> bool | None:
    if match["past_modal"]:
        return False
    if match["ahead"]:
        return None if match["ahead"] == "may" and _is_the_month(match, part) else True
    if match["short"]:
        return match["short"] == "'ll"
    before = _LAST_WORDS.search(part, max(match.start() - 40, 0), match.start())
    lead = before[1] if before else ""
    if match["schedule"]:
        return None if lead in _words("noun-lead") or lead.isdigit() or lead == "'s" else True
    if match["ed"]:
        word = match["ed"]
        if word in _words("not-past") or lead in _words("be") or lead in _words("noun-lead") or lead.isdigit():
            return None
        return None if lead == "'s" else False
    if match["past"] in ("has", "have") and _HAVING.match(part, match.end()):
        return None  # "has until Friday to answer"
    if lead in _words("be") and match["past"] not in ("has", "have", "had"):
        return None
    return False
