"""JSON and JSON Lines to pages: one report an object."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePath

from firsthand.intake.decoding import decode
from firsthand.intake.pages import Page
from firsthand.intake.refusal import RefusalError

_NAMES = {
    "text": ("text", "body", "content", "article", "maintext", "articleBody", "full_text"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "published": ("published", "date", "date_published", "published_at", "publishedAt", "datePublished", "pubDate"),
    "outlet": ("outlet", "source", "publisher", "site", "sitename"),
    "byline": ("byline", "author", "authors"),
    "language": ("language", "lang"),
}
_MILLISECONDS = 10**11


def pages_of_json(data: bytes, file: str) -> Iterator[Page | RefusalError]:
    """A page for each object with a text: the file itself, its list, or the list in one of its fields."""
    source = decode(data)
    try:
        loaded = json.loads(source)
    except RecursionError:
        raise RefusalError("JSON nested too deeply", "write one object a report") from None
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        if _looks_like_lines(source):
            yield from pages_of_json_lines(data, file)
            return
        raise RefusalError(f"not valid JSON: line {line}: {_why(error)}", f"mend line {line}") from None
    objects = _objects(loaded)
    if not objects:
        raise RefusalError("JSON with no report in it", _ADVICE)
    single = objects == [loaded]
    for number, item in enumerate(objects, 1):
        yield _page(item, file if single else f"{file}#{number}")


def pages_of_json_lines(data: bytes, file: str) -> Iterator[Page | RefusalError]:
    """A page for each line; a line that is no object or has no text is refused by its number."""
    seen = False
    for number, line in enumerate(decode(data).splitlines(), 1):
        if not line.strip():
            continue
        seen = True
        try:
            item = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield RefusalError(f"line {number} is not valid JSON: {_why(error)}", f"mend line {number}")
            continue
        yield _page(item, f"{file}#{number}")
    if not seen:
        raise RefusalError("an empty file", "name a file with text")


_ADVICE = 'give each report as an object with a field "text" (also read: title, url, date, outlet, language)'


def _looks_like_lines(source: str) -> bool:
    first = next((line for line in source.splitlines() if line.strip()), "")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _why(error: Exception) -> str:
    return str(getattr(error, "msg", error)).lower()


def _objects(loaded: object) -> list[object]:
    if isinstance(loaded, list):
        return loaded
    if not isinstance(loaded, dict):
        return []
    if _field(loaded, "text"):
        return [loaded]
    lists = [value for value in loaded.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    return lists[0] if len(lists) == 1 else [loaded]


def _field(item: dict[str, object], key: str) -> str | None:
    for name in _NAMES[key]:
        value = item.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = ", ".join(str(part) for part in value)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and key == "published":
            value = _stamp(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _stamp(seconds: float) -> str | None:
    try:
        moment = datetime.fromtimestamp(seconds / 1000 if abs(seconds) > _MILLISECONDS else seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment.date().isoformat()


def _page(item: object, label: str) -> Page | RefusalError:
    number = PurePath(label).name.rpartition("#")[2] if "#" in label else ""
    which = f"report {number} " if number else "an object "
    if not isinstance(item, dict):
        return RefusalError(f"{which}is no JSON object", _ADVICE)
    text = _field(item, "text")
    if text is None:
        return RefusalError(f"{which}without text", _ADVICE)
    text = text.encode("utf-8", errors="replace").decode("utf-8")  # a lone surrogate cannot be written again
    published = _field(item, "published")
    return Page(
        text=text,
        digest=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        file=label,
        url=_field(item, "url"),
        title=_field(item, "title"),
        outlet=_field(item, "outlet"),
        byline=_field(item, "byline"),
        language=_field(item, "language"),
        published=(("field of the record", published),) if published else (),
    )
