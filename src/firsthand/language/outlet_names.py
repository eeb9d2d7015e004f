"""One way of writing the name of an outlet, whatever short form a report uses."""

import re
from functools import cache

from firsthand.language.gazetteer import find_names
from firsthand.lexicons import outlets

_INITIALS = re.compile(r"[A-Z][A-Z/.&-]{1,7}")


@cache
def _initials() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in outlets():
        short = next((a for a in entry.aliases if _INITIALS.fullmatch(a)), "")
        if short and not _INITIALS.fullmatch(entry.name) and f"({short})" not in entry.name:
            found[entry.name] = short
    return found


@cache
def _in_full() -> dict[str, str]:
    """Outlets that are listed by their initials, with the name that the initials stand for."""
    found: dict[str, str] = {}
    for entry in outlets():
        letters = re.sub(r"[^A-Z]", "", entry.name)
        if len(letters) >= 2 and letters == entry.name.replace("/", ""):
            full = (a for a in entry.aliases if "".join(w[0] for w in a.split() if w[0].isupper()) == letters)
            found[entry.name] = next(full, "")
    return found


def label(canonical: str) -> str:
    """The register's name of an outlet with its usual initials, as a reader may know only one of them."""
    if full := _in_full().get(canonical):
        return f"{full} ({canonical})"
    short = _initials().get(canonical)
    return f"{canonical} ({short})" if short else canonical


@cache
def canonical(name: str) -> str:
    """The register's name of the outlet that ``name`` calls; ``name`` itself where none is known."""
    found = [m for m in find_names(name, caseless=name == name.lower()) if m.kind == "outlet"]
    return found[0].canonical if found else name.strip()
