"""The names, times and amounts of a report: what the tagger found, and what the lexicons know."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from firsthand.language.gazetteer import find_names
from firsthand.model import Entity, Token
from firsthand.reader.amounts import find_amounts
from firsthand.reader.arms import Marked, find_arms

_NAMES = ("PER", "ORG", "LOC", "MISC")


def complete_entities(text: str, tokens: Sequence[Token], tagged: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities of a report, in order: ``tagged`` is what the model found in ``tokens`` of ``text``."""
    listed = find_names(text)
    amounts = _on_words(find_amounts(text), tokens)
    arms = _on_words(find_arms(text, listed), tokens)
    names = [e for e in tagged if e.label in _NAMES]
    return tuple(sorted([*names, *amounts, *arms], key=lambda e: (e.first, e.last, e.label)))


def _on_words(marked: Iterable[Marked], tokens: Sequence[Token]) -> list[Entity]:
    """The words that lie in the marked ranges; a range without a word of the reading is dropped."""
    starts, ends = [t.start for t in tokens], [t.end for t in tokens]
    found = []
    for start, end, label in marked:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        if first < last:
            found.append(Entity(first, last, label))
    return found
