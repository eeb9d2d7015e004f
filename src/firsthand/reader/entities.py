"""The names, times and amounts of a report: what the tagger found, and what the lexicons know."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from firsthand.language.covered import Covered
from firsthand.language.gazetteer import NameMention, find_names, is_caseless
from firsthand.lexicons import phrases
from firsthand.model import Entity, Token
from firsthand.reader.amounts import find_amounts
from firsthand.reader.arms import Marked, find_arms
from firsthand.reader.known_names import known_places, mend_names, nationalities
from firsthand.reader.people import with_whole_people

_NAMES = ("PER", "ORG", "LOC", "MISC")
_OWN_NAME = ("name", "alias")


def complete_entities(
    text: str, tokens: Sequence[Token], tagged: Sequence[Entity], kinds: Sequence[str]
) -> tuple[Entity, ...]:
    """The entities of a report, in order: ``tagged`` is what the model found in ``tokens`` of ``text``, ``kinds`` what
    the phrase that each word heads stands for.

    A nationality may lie within the name of a body; all else lies side by side.
    """
    listed = find_names(text)
    amounts = _on_words(find_amounts(text), tokens)
    arms = _on_words(find_arms(text, listed), tokens)
    known = _on_words(((n.start, n.end, _known_label(n)) for n in listed if n.form in _OWN_NAME), tokens)
    names = mend_names(text, tokens, [e for e in tagged if e.label in _NAMES], known, cased=not is_caseless(text))
    bodies = _ends_at([e for e in names if e.label == "ORG"])
    arms = [a for a in arms if bodies.get(a.first, 0) <= a.last]
    placed = arms + [e for e in amounts if e.label in ("DATE", "MONEY")]
    taken = Covered((e.first, e.last) for e in placed)
    names = [e for e in names if not taken.meets(e.first, e.last)]
    names = with_whole_people(text, tokens, kinds, names, known_places())
    found = [*names, *nationalities(tokens, names), *amounts, *arms]
    return tuple(sorted(found, key=lambda e: (e.first, -e.last, e.label)))


def _ends_at(names: Iterable[Entity]) -> dict[int, int]:
    """For each word of the names where the longest that holds it ends."""
    ends: dict[int, int] = {}
    for e in names:
        for k in range(e.first, e.last):
            ends[k] = max(e.last, ends.get(k, 0))
    return ends


def _known_label(name: NameMention) -> str:
    """What a listed name is sure to be; empty where the words around it must tell."""
    if name.kind == "state":
        return "LOC" if name.entry_id.isupper() or name.entry_id in phrases("regions")["land"] else "ORG"
    return "ORG" if name.kind in ("body", "outlet") else ""


def _on_words(marked: Iterable[Marked], tokens: Sequence[Token]) -> list[Entity]:
    """The words that lie in the marked ranges; a range without a word of the reading is dropped."""
    starts, ends = [t.start for t in tokens], [t.end for t in tokens]
    found = []
    for start, end, label in marked:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if first < last:
            found.append(Entity(first, last, label))
    return found
