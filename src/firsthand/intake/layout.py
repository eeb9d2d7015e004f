"""What each piece of a page is: prose, headline, date line, credit, caption or furniture of the page."""

import re
from collections.abc import Callable
from functools import cache

from firsthand.intake.captions import repeats_title, split_caption
from firsthand.intake.datelines import split_dateline, split_trailing_credit
from firsthand.intake.dates import find_dates, weekday_pattern
from firsthand.intake.mastheads import with_masthead
from firsthand.intake.outlets import find_addresses, host_of, outlet_named, outlets_within
from firsthand.intake.pieces import (
    BYLINE,
    CAPTION,
    CLOCK,
    CREDIT,
    DATE,
    FURNITURE,
    HEADING,
    NOT_READ,
    PROSE,
    RELATED,
    WEATHER,
    Piece,
    alternatives,
    ends_sentence,
    lines,
    normal,
    phrase_set,
    word_count,
)
from firsthand.lexicons.loader import phrases

_HEAD_LINES = 8
_LONGEST_FURNITURE = 40
_LONGEST_HEADING = 30
_SHORTEST_PROSE = 12
_LONGEST_CREDIT = 14
_LONGEST_BYLINE = 7
_LONGEST_NAME = 5
_LONGEST_DATE_LINE = 120
_AFTER_READ_MORE = 2
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*(?:[ap]\.?m\.?|hrs))?(?:\s*(?:\(?(?:utc|gmt|[a-z]{2,4}t|z)\)?)(?:\s*[+-]\d+)?)?",
    re.IGNORECASE,
)
_WEATHER = re.compile(r"^-?\d{1,3}(?:\.\d)?\s*°?\s*[CF]$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(?<=[.!?\"”’])\s*[\[(][^()\[\]]{2,60}[\])]$")
_SYMBOLS = re.compile(r"^[\W\d_]*$")
_BREADCRUMB = re.compile(r"\s*[>/»›|]\s*")


def lay_out(text: str, head: int = 0) -> tuple[Piece, ...]:
    """The pieces of ``text`` in order, each with its kind; blank lines are in none.

    The first ``head`` characters are furniture.
    """
    pieces: list[Piece] = []
    seen_prose = False
    for index, line in enumerate(lines(text)):
        if line.start < head:
            pieces.append(line.of_kind(FURNITURE))
            continue
        dated, rest = _split_date_label(line) if index < _HEAD_LINES else (None, line)
        if dated:
            pieces.append(dated)
        judged = _judged(rest, pieces, seen_prose) if rest.text else ()
        seen_prose = seen_prose or any(piece.kind == PROSE for piece in judged)
        pieces.extend(judged)
    return tuple(_split_prose(with_masthead(_with_clock(_with_related(_without_repeats(pieces))))))


def _judged(line: Piece, before: list[Piece], seen_prose: bool) -> tuple[Piece, ...]:
    for rule in _RULES:
        if kind := rule(line, seen_prose):
            return (line.of_kind(kind),)
    if _closes_source_label(line, before):
        return (line.of_kind(CREDIT),)
    if caption := split_caption(line):
        return caption
    return (line.of_kind(PROSE if _is_prose(line) else HEADING),)


def _is_prose(line: Piece) -> bool:
    words = word_count(line.text)
    if words > _LONGEST_HEADING or (line.text.endswith(":") and words >= _SHORTEST_PROSE):
        return True
    return ends_sentence(_IN_BRACKETS.sub("", line.text)) and not _headline_question(line)


def _headline_question(line: Piece) -> bool:
    return line.text.endswith("?") and word_count(line.text) <= _SHORTEST_PROSE


def _split_date_label(line: Piece) -> tuple[Piece | None, Piece]:
    """A line near the top that begins "date 2031-05-07 …" is cut behind the date."""
    match = _date_label().match(line.text)
    dates = find_dates(line.text, match.end()) if match else ()
    if not (match and dates and dates[0].start == match.end() and dates[0].year):
        return None, line
    rest = line.part(dates[0].end, len(line.text), PROSE)
    if word_count(rest.text) < _SHORTEST_PROSE // 2 or (not rest.text[0].isalnum() and rest.text[0] not in "[\"“‘'("):
        return None, line
    return line.part(0, dates[0].end, DATE), rest


@cache
def _date_label() -> re.Pattern[str]:
    labels = sorted(phrases("page_words")["date label"], key=len, reverse=True)
    known = "|".join(re.escape(label) for label in labels if label != "on")
    return re.compile(rf"^(?:{known})\s*:?\s+", re.IGNORECASE)


def _furniture(line: Piece, seen_prose: bool) -> str | None:
    shape = normal(line.text)
    if _SYMBOLS.match(line.text) and not find_dates(line.text):
        return WEATHER if _WEATHER.match(line.text) else FURNITURE
    if _WEATHER.match(line.text):
        return WEATHER
    if shape in phrase_set("whole") or shape in phrase_set("related"):
        return FURNITURE
    if word_count(line.text) <= _LONGEST_FURNITURE:
        lower = line.lower
        if any(phrase in lower for phrase in phrases("furniture")["anywhere"]):
            return FURNITURE
        starts = any(_begins(shape, lower, phrase) for phrase in phrases("furniture")["start"])
        if starts and not _reports(line):
            return FURNITURE
    return FURNITURE if _is_tongue_list(line) else None


def _begins(shape: str, lower: str, phrase: str) -> bool:
    """Whether a line begins with a phrase, as words and not within one."""
    for text in (shape, lower.lstrip("•·*-–—>»▶►🎙️📢 \t")):
        if text.startswith(phrase):
            following = text[len(phrase) : len(phrase) + 1]
            return not (following.isalnum() and phrase[-1].isalnum())
    return False


def _reports(line: Piece) -> bool:
    said = alternatives("furniture", "reporting")
    return ends_sentence(line.text) and bool(re.search(rf"\b{said}\b", line.lower))


def _is_tongue_list(line: Piece) -> bool:
    tokens = re.findall(r"[^\W\d_]+", line.lower)
    if 2 <= len(tokens) <= 15 and all(token in phrases("furniture")["tongue code"] for token in tokens):
        return len(line.text) <= 4 * len(tokens) + 4
    if word_count(line.text) > _LONGEST_FURNITURE:
        return False
    rest, found = line.lower, 0
    for name in sorted(set(phrases("furniture")["tongue"]), key=len, reverse=True):
        if name in rest:
            rest, found = rest.replace(name, " "), found + 1
    letters = sum(character.isalpha() for character in line.lower)
    return found >= 3 and sum(character.isalpha() for character in rest) < 0.3 * letters


def _date_line(line: Piece, seen_prose: bool) -> str | None:
    """A line that is a date, perhaps with its label, an hour and a word or two behind a bar."""
    dates = find_dates(line.text) if len(line.text) <= _LONGEST_DATE_LINE else ()
    if not dates:
        return None
    if not any(date.year for date in dates) and word_count(line.text) > 3:
        return None
    rest = line.text
    for date in reversed(dates):
        rest = rest[: date.start] + " | " + rest[date.end :]
    rest = _TIME.sub(" ", rest)
    label = _date_label().match(re.sub(r"^[^\w]+", "", line.text))
    parts = [part for part in re.split(r"[|•·–—:,;()]|\s-\s|\s/\s", rest) if re.search(r"\w", part)]
    known = set(phrases("page_words")["date label"])
    unknown = [p for p in parts if normal(p) not in known and not re.fullmatch(rf"\W*{weekday_pattern()}\W*", p, re.I)]
    count = sum(word_count(part) for part in unknown)
    at_edge = not _around(line.text, dates[0].start, dates[-1].end)
    if not unknown or (label and count <= 10) or (count <= 4 and at_edge and not ends_sentence(line.text)):
        return DATE
    return None


def _around(text: str, start: int, end: int) -> bool:
    """Whether words touch the dates of a line without a bar, comma or colon between."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return bool((before and before[-1].isalnum()) or (after and after[0].isalnum() and not _TIME.match(after)))


def _address_line(line: Piece, seen_prose: bool) -> str | None:
    addresses = find_addresses(line.text)
    if addresses and addresses[0][0] == 0 and word_count(line.text) <= 2:
        return CREDIT
    return CREDIT if word_count(line.text) == 1 and host_of(line.text) else None


@cache
def _source_label() -> re.Pattern[str]:
    label = alternatives("page_words", "source label")
    return re.compile(rf"^\W*{label}(?P<mark>\s*[:»›>|–—]+|\s+-)?\s*(?P<rest>.*)$", re.IGNORECASE)


def _source_line(line: Piece, seen_prose: bool) -> str | None:
    """ "Source » name", "Read more on original:", "First published by name"."""
    match = _source_label().match(line.text)
    if not match or word_count(line.text) > _LONGEST_CREDIT:
        return None
    rest = match["rest"].strip(" .")
    if not rest:
        return CREDIT
    named = bool(find_addresses(rest) or (outlets_within(rest) and outlets_within(rest)[0][1] <= 6) or host_of(rest))
    if match["mark"]:
        return CREDIT if named or word_count(rest) <= 5 else None
    republished = re.match(rf"^\W*{alternatives('page_words', 'republished label')}", line.text, re.IGNORECASE)
    if republished and rest[0].isupper() and word_count(rest) <= _LONGEST_NAME:
        return CREDIT
    return CREDIT if named and not _reports(line) else None


def _closes_source_label(line: Piece, before: list[Piece]) -> bool:
    """The one line behind a bare "Source:" that names the source."""
    if not before or before[-1].kind != CREDIT or word_count(line.text) > 6:
        return False
    match = _source_label().match(before[-1].text)
    return bool(match and match["mark"] and not match["rest"].strip() and not ends_sentence(line.text))


def _byline(line: Piece, seen_prose: bool) -> str | None:
    if seen_prose or word_count(line.text) > 10 or ends_sentence(line.text):
        return None
    label = alternatives("page_words", "byline")
    named = re.match(rf"^(?:{label})\s*:?\s+\S", line.text, re.IGNORECASE)
    if named and word_count(line.text) <= _LONGEST_BYLINE and not re.match(r"^by\s+(?:the|a|an|\d+)\b", line.lower):
        return BYLINE
    first = re.split(r"[,|–—]|\s-\s", line.text)[0].strip()
    names = first.split()
    if outlet_named(line.text) or (outlet_named(first) and word_count(line.text) <= 5):
        return CREDIT
    twice = len(names) == 2 or len(names) == 3
    return CREDIT if twice and outlet_named(names[0]) and outlet_named(" ".join(names[1:])) else None


def _section(line: Piece, seen_prose: bool) -> str | None:
    if seen_prose:
        return None
    parts = [normal(part) for part in _BREADCRUMB.split(line.text) if part]
    sections = phrase_set("section")
    if len(parts) == 1:
        return FURNITURE if parts[0] in sections else None
    short = all(word_count(part) <= 4 for part in parts)
    return FURNITURE if short and parts and parts[0] in sections else None


_RULES: tuple[Callable[[Piece, bool], str | None], ...] = (
    _source_line,
    _address_line,
    _furniture,
    _date_line,
    _section,
    _byline,
)


def _without_repeats(pieces: list[Piece]) -> list[Piece]:
    """A headline or a date printed again is furniture, and so is a caption that begins with the headline."""
    seen: set[str] = set()
    title = next((piece.text for piece in pieces if piece.kind == HEADING), "")
    kept: list[Piece] = []
    for piece in pieces:
        shape = piece.lower
        if piece.kind in (HEADING, DATE) and shape in seen:
            kept.append(piece.of_kind(FURNITURE))
        elif piece.text != title and title and repeats_title(piece, title):
            kept.append(piece.of_kind(CAPTION))
        else:
            kept.append(piece)
        seen.add(shape)
    return kept


def _with_related(pieces: list[Piece]) -> list[Piece]:
    """Under a heading such as "Related" every line up to the next prose names other articles."""
    found: list[Piece] = []
    left = 0
    for piece in pieces:
        shape = normal(piece.text)
        heading = shape in phrase_set("related") or any(
            shape.startswith(f"{phrase} ") and word_count(shape) <= 6 and piece.kind in (HEADING, FURNITURE)
            for phrase in ("more from", "more on")
        )
        if heading or shape in phrase_set("inline"):
            found.append(piece.of_kind(FURNITURE))
            left = len(pieces) if heading else _AFTER_READ_MORE
        elif left and _is_item(piece):
            found.append(piece.of_kind(RELATED if piece.kind not in (CREDIT, CAPTION) else piece.kind))
            left -= piece.kind not in (CAPTION, FURNITURE)
        else:
            found.append(piece)
            left = left if piece.kind in NOT_READ else 0
    return found


def _is_item(piece: Piece) -> bool:
    if piece.kind in NOT_READ or piece.kind in (DATE, HEADING, BYLINE, CREDIT):
        return True
    return not ends_sentence(piece.text) and word_count(piece.text) <= _LONGEST_FURNITURE


def _with_clock(pieces: list[Piece]) -> list[Piece]:
    """A date beside the weather tells when the page was fetched, not when it was written."""
    weather = [i for i, piece in enumerate(pieces) if piece.kind == WEATHER]
    return [
        piece.of_kind(CLOCK) if piece.kind == DATE and any(abs(i - w) <= 2 for w in weather) else piece
        for i, piece in enumerate(pieces)
    ]


def _split_prose(pieces: list[Piece]) -> list[Piece]:
    """Datelines are cut from the first paragraphs, credits and "read more" from the ends of any."""
    found: list[Piece] = []
    paragraphs = 0
    for piece in pieces:
        if piece.kind != PROSE:
            found.append(piece)
            continue
        paragraphs += 1
        parts = split_dateline(piece) if paragraphs <= 3 else (piece,)
        found.extend(parts[:-1])
        found.extend(split_trailing_credit(parts[-1]))
    return found
