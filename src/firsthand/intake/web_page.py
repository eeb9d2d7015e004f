"""HTML to a page: main text by trafilatura, fields from the page's own metadata."""

import hashlib
import json
import re
from collections.abc import Iterator

import trafilatura
from lxml import html as markup  # type: ignore[import-untyped,unused-ignore]

from firsthand.intake.decoding import decode
from firsthand.intake.pages import Page
from firsthand.intake.pieces import word_count
from firsthand.intake.refusal import RefusalError

_FEWEST_WORDS = 10
_DATE_FIELDS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.issued",
    "pubdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "date",
)
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([\w-]+)", re.IGNORECASE)


def page_of_html(data: bytes, file: str | None, url: str | None = None) -> Page:
    """The article in a web page. Scripts, styles and comments are never in its text.

    Raises RefusalError where there is no article.
    """
    source = _decoded(data)
    nothing = RefusalError(
        "a web page with no article in it", "open the page, copy the article's text into a .txt file and name that file"
    )
    try:
        tree = markup.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    except Exception as error:  # lxml raises several kinds for what is no markup
        raise nothing from error
    fields = _fields(tree)
    text = trafilatura.extract(source, include_comments=False, include_tables=True, favor_precision=False) or ""
    if word_count(text) < _FEWEST_WORDS or not re.search(r"\w[.!?…。؟][\"'”’)]*(\s|$)", text):
        raise nothing
    title = fields.get("title")
    if title and title.lower() not in text[: len(title) + 200].lower():
        text = f"{title}\n\n{text}"
    published = tuple((name, fields[name]) for name in ("json-ld", *_DATE_FIELDS, "time") if name in fields)
    return Page(
        text=text,
        digest=hashlib.sha256(data).hexdigest(),
        file=file,
        url=url or fields.get("url"),
        title=title,
        outlet=fields.get("outlet"),
        byline=fields.get("author"),
        published=published,
    )


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _fields(tree: markup.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if not content:
            continue
        if name in _DATE_FIELDS:
            found.setdefault(name, content)
        for key, names in _TEXT_FIELDS.items():
            if name in names:
                found.setdefault(key, content)
    for key, value in _linked_data(tree):
        found.setdefault(key, value)
    for time in tree.iter("time"):
        if stamp := time.get("datetime"):
            found.setdefault("time", stamp)
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            found.setdefault("url", link.get("href"))
    if "title" not in found and (heads := [" ".join(head.text_content().split()) for head in tree.iter("h1")]):
        found["title"] = heads[0]
    if "title" not in found and (titles := [" ".join(t.text_content().split()) for t in tree.iter("title")]):
        found["title"] = re.split(r"\s[|–—]\s|\s-\s(?=[^-]{2,40}$)", titles[0])[0]
    return {key: value for key, value in found.items() if value}


_TEXT_FIELDS = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "url": ("og:url",),
}


def _linked_data(tree: markup.HtmlElement) -> Iterator[tuple[str, str]]:
    """Date, headline and publisher from the page's JSON-LD."""
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            publisher = item.get("publisher")
            named = {
                "json-ld": item.get("datePublished"),
                "title": item.get("headline"),
                "outlet": publisher.get("name") if isinstance(publisher, dict) else publisher,
            }
            yield from ((key, value.strip()) for key, value in named.items() if isinstance(value, str))


def _items(data: object) -> Iterator[dict[str, object]]:
    stack = [data]
    while stack:
        item = stack.pop(0)
        if isinstance(item, list):
            stack.extend(item)
        elif isinstance(item, dict):
            yield item
            stack.append(item.get("@graph"))
