"""States that no list has: a name that owns a ministry, a government or an army is one, with its adjectives."""

import re
from collections.abc import Sequence

from firsthand.language.covered import Covered
from firsthand.language.gazetteer import NameMention
from firsthand.lexicons import phrases

_CAPITALISED = r"[A-Z][a-z][^\W\d_]*"
_OWNER = re.compile(rf"(?<!\w)({_CAPITALISED})(?:['’]s? (?:[a-z]+ )?| )$")
_OWNED = re.compile(rf" of (?:the )?({_CAPITALISED})(?!\w)")
_WORD = re.compile(rf"(?<!\w){_CAPITALISED}")
_STEM = 4

Page = tuple[str, Sequence[NameMention], frozenset[str]]


def unlisted_states(pages: Sequence[Page]) -> dict[str, str]:
    """Every form of an unlisted state ("Ostrevia", "Ostrevian") to its name, in the pages of one case.

    A page is a text, the known names in it, and words of persons' names and of days, which are no states.
    """
    listed: set[str] = set()
    owners: set[str] = set()
    words: set[str] = set()
    for text, names, people in pages:
        listed |= people | {w for n in names for w in text[n.start : n.end].split()}
        words |= set(_WORD.findall(text))
        owners |= {owner for n in names if _is_of_a_state(n) for owner in _owners(text, n)}
    endings = phrases("stance_words")["demonym_ending"]
    free = sorted(w for w in words - listed if len(w) > _STEM)
    owners &= set(free)
    found: dict[str, str] = {}
    for owner in sorted(owners):
        kin = [w for w in free if _share_stem(w, owner)]
        bases = [w for w in kin if not w.endswith(endings)] or [min(kin, key=lambda w: (len(w), w))]
        name = bases[0]
        if owner != name or not owner.endswith(endings):
            for w in kin:
                if w == name or w.removesuffix("s").endswith(endings):
                    found[w] = name
    return found


def mentions_of(states: dict[str, str], text: str, names: Sequence[NameMention]) -> list[NameMention]:
    """The known names with those of the unlisted states put among them, in order of place."""
    if not states:
        return list(names)
    held = Covered((n.start, n.end) for n in names)
    more = [
        NameMention(m.start(), m.end(), "state", name, "name" if m.group() == name else "demonym", "", name)
        for m in _WORD.finditer(text)
        if (name := states.get(m.group())) and not held.meets(m.start(), m.end())
    ]
    return sorted([*names, *more], key=lambda n: (n.start, n.end))


def _is_of_a_state(name: NameMention) -> bool:
    """A body or office that only states have, of no state in particular."""
    return (
        name.kind in ("body", "office") and not name.state and name.canonical in phrases("stance_words")["of_a_state"]
    )


def _owners(text: str, name: NameMention) -> list[str]:
    before = _OWNER.search(text[max(0, name.start - 60) : name.start])
    behind = _OWNED.match(text[name.end : name.end + 60])
    return [m.group(1) for m in (before, behind) if m]


def _share_stem(a: str, b: str) -> bool:
    """The same word up to what makes an adjective of it."""
    shared = next(
        (k for k, (x, y) in enumerate(zip(a.lower(), b.lower(), strict=False)) if x != y), min(len(a), len(b))
    )
    return shared >= max(_STEM, max(len(a), len(b)) - 4)
