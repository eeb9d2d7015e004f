"""Names of outlets: the printed words matched to the register of outlets."""

import re
from functools import cache
from urllib.parse import urlsplit

from firsthand.lexicons.loader import OutletEntry, outlets

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”’)\]]+", re.IGNORECASE)
_BARE_DOMAIN = re.compile(r"^(?:[a-z0-9-]+\.)+[a-z]{2,6}$", re.IGNORECASE)


def plain(name: str) -> str:
    """A name without case, article and punctuation, for comparison."""
    words = re.sub(r"[^\w]+", " ", name.lower()).strip()
    return words.removeprefix("the ")


@cache
def _by_name() -> dict[str, OutletEntry]:
    found: dict[str, OutletEntry] = {}
    for entry in outlets():
        for name in (entry.name, *entry.aliases):
            found.setdefault(plain(name), entry)
    for entry in outlets():
        found.setdefault(plain(entry.name).replace(" ", ""), entry)
    found.pop("", None)
    return found


@cache
def _by_domain() -> dict[str, OutletEntry]:
    return {domain.lower().removeprefix("www."): entry for entry in reversed(outlets()) for domain in entry.domains}


def outlet_named(words: str) -> OutletEntry | None:
    """The outlet that ``words`` name and nothing else: a name, an alias, a domain, or a name with its short form."""
    words = words.strip()
    if entry := _by_name().get(plain(words)):
        return entry
    if host := host_of(words):
        return _by_host(host)
    if match := re.fullmatch(r"([^()]{2,60})\(([^()]{1,20})\)\W*", words):
        return outlet_named(match[1]) or outlet_named(match[2])
    return None


def outlets_within(words: str) -> tuple[tuple[OutletEntry, int, int], ...]:
    """Outlets named anywhere in ``words``, longest names first at each place, with offsets into ``words``."""
    tokens = [(m.start(), m.end()) for m in re.finditer(r"[\w.&]+(?:/[\w.]+)?", words)]
    found: list[tuple[OutletEntry, int, int]] = []
    i = 0
    while i < len(tokens):
        for j in range(min(len(tokens), i + 7), i, -1):
            start, end = tokens[i][0], tokens[j - 1][1]
            entry = _by_name().get(plain(words[start:end])) or (
                _by_domain().get(words[start:end].lower().strip(".")) if j == i + 1 else None
            )
            if entry and words[start:end].lower() != "the":
                found.append((entry, start, end))
                i = j
                break
        else:
            i += 1
    return tuple(found)


def find_addresses(text: str) -> tuple[tuple[int, int, str], ...]:
    """Web addresses in ``text`` with their offsets."""
    return tuple((m.start(), m.start() + len(a), a) for m in _ADDRESS.finditer(text) if (a := m[0].rstrip(".,;:")))


def host_of(address: str) -> str | None:
    """The host of a web address or a bare domain, without ``www.``; None for other words."""
    address = address.strip()
    if _BARE_DOMAIN.match(address):
        return address.lower().removeprefix("www.")
    if not _ADDRESS.match(address):
        return None
    if "//" not in address:
        address = "http://" + address
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _by_host(host: str) -> OutletEntry | None:
    parts = host.split(".")
    for i in range(len(parts) - 1):
        if entry := _by_domain().get(".".join(parts[i:])):
            return entry
    return None


def outlet_of_address(address: str) -> str | None:
    """The outlet that publishes at ``address``: its name where it is known, else the host."""
    host = host_of(address)
    if host is None:
        return None
    entry = _by_host(host)
    return entry.name if entry else host
