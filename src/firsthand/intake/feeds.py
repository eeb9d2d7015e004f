"""RSS and Atom to pages: one report an entry."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import feedparser
from lxml import html as markup  # type: ignore[import-untyped,unused-ignore]

from firsthand.intake.pages import Page
from firsthand.intake.pieces import word_count
from firsthand.intake.refusal import RefusalError

_FEWEST_WORDS = 40
_BLOCKS = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"})


def pages_of_feed(data: bytes, file: str) -> Iterator[Page | RefusalError]:
    """A page for each entry that holds an article; entries that only announce one are refused together."""
    feed = feedparser.parse(BytesIO(data))
    if not feed.entries:
        raise RefusalError("a feed with no entries", "open the feed's address in a browser and save the articles")
    outlet = feed.feed.get("title")
    short = 0
    for number, entry in enumerate(feed.entries, 1):
        text = _plain(_body(entry))
        if word_count(text) < _FEWEST_WORDS:
            short += 1
            continue
        stamp = entry.get("published") or entry.get("updated")
        yield Page(
            text=text,
            digest=hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest(),
            file=f"{file}#{number}",
            url=entry.get("link"),
            title=_plain(entry.get("title", "")) or None,
            outlet=(entry.get("source") or {}).get("title") or outlet,
            byline=entry.get("author"),
            published=(("entry of the feed", stamp),) if stamp else (),
        )
    if short:
        yield RefusalError(
            f"{short} of {len(feed.entries)} entries of the feed hold no article, only its announcement",
            "give the addresses of the articles instead",
        )


def _body(entry: Any) -> str:
    contents = [part.get("value", "") for part in entry.get("content", [])]
    return str(max([*contents, entry.get("summary", "")], key=len))


def _plain(source: str) -> str:
    """The text of a fragment of HTML, a line a block."""
    if not source.strip():
        return ""
    try:
        tree = markup.fromstring(f"<div>{source}</div>")
    except Exception:  # what lxml cannot parse is shown as it is
        return str(source)
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.tail = f"\n{element.tail or ''}"
    lines = (" ".join(line.split()) for line in str(tree.text_content()).splitlines())
    return "\n".join(line for line in lines if line)
