"""Which format an input is in, by its content and its suffix, and the pages in it."""

import hashlib
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from firsthand.intake.addresses import fetch, is_address
from firsthand.intake.decoding import MAX_BYTES, decode
from firsthand.intake.pages import Page
from firsthand.intake.refusal import RefusalError

_HTML = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<fields>(?:[^\n]*\n){0,40}?)---[ \t]*\r?(?:\n|\Z)")
_FRONT_FIELD = re.compile(
    r"^(title|date|published|author|byline|outlet|source|publisher|url|link|lang|language):\s*(.+?)\s*$"
)


def pages_of(given: str) -> Iterator[Page | RefusalError]:
    """The pages of a file or a web address; a RefusalError in the stream refuses one of several.

    Raises RefusalError where nothing of the input can be read.
    """
    if is_address(given):
        data, kind = fetch(given)
        yield from _pages(data, given, PurePosixPath(urlsplit(given).path).suffix.lower(), kind, given)
    else:
        path = Path(given)
        yield from _pages(_read(path), given, path.suffix.lower(), "", None)


def _read(path: Path) -> bytes:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise RefusalError("a directory", f"name the files in it, for example {path}/*.txt")
        if not stat.S_ISREG(about.st_mode):
            raise RefusalError("not a file", "name a file")
        _check_size(about.st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise RefusalError("no such file", "check the path") from None
    except PermissionError:
        raise RefusalError("may not be read (permission denied)", "change its permissions or copy it") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise RefusalError(f"cannot be opened ({why})", "check the path") from None


def _check_size(size: int) -> None:
    if size > MAX_BYTES:
        raise RefusalError(
            f"too large ({size / 1e6:.1f} MB; at most {MAX_BYTES // 1_000_000} MB are read)",
            "name only the article, or split the file into one file a report",
        )


def _pages(data: bytes, given: str, suffix: str, kind: str, url: str | None) -> Iterator[Page | RefusalError]:
    _check_size(len(data))
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise RefusalError("an empty file" if not data else "nothing but blanks", "name a file with text")
    file = None if url else given
    if data.startswith(b"%PDF-") or suffix == ".pdf" or kind == "application/pdf":
        from firsthand.intake.portable_document import page_of_pdf

        yield page_of_pdf(data, file, url)
    elif _FEED.match(data[:4096]) or suffix in (".rss", ".atom"):
        from firsthand.intake.feeds import pages_of_feed

        yield from pages_of_feed(data, given)
    elif _HTML.match(data[:4096]) or suffix in (".html", ".htm", ".xhtml") or kind == "text/html":
        from firsthand.intake.web_page import page_of_html

        yield page_of_html(data, file, url)
    elif suffix in (".jsonl", ".ndjson", ".json") or kind == "application/json":
        from firsthand.intake.records import pages_of_json, pages_of_json_lines

        yield from (pages_of_json_lines if suffix in (".jsonl", ".ndjson") else pages_of_json)(data, given)
    else:
        yield page_of_text(decode(data), hashlib.sha256(data).hexdigest(), file, url)


def page_of_text(text: str, digest: str, file: str | None, url: str | None = None) -> Page:
    """Plain text or Markdown, kept as it is; fields between ``---`` lines at its head are read as metadata."""
    if not text.strip("\ufeff \t\r\n\x0b\x0c\xa0\u200b\u2028\u2029"):
        raise RefusalError("nothing but blanks", "name a file with text")
    front = _FRONT.match(text)
    fields: dict[str, str] = {}
    for line in front["fields"].splitlines() if front else ():
        if match := _FRONT_FIELD.match(line):
            fields.setdefault(match[1], match[2].strip("\"'"))
    date = fields.get("published") or fields.get("date")
    return Page(
        text=text,
        digest=digest,
        file=file,
        url=url or fields.get("url") or fields.get("link"),
        title=fields.get("title"),
        outlet=fields.get("outlet") or fields.get("source") or fields.get("publisher"),
        byline=fields.get("byline") or fields.get("author"),
        language=fields.get("language") or fields.get("lang"),
        published=(("head of the file", date),) if date else (),
        head=front.end() if front else 0,
    )
