"""A report with its trees and the names in it, laid out for the rules of this stage."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import attrgetter

from firsthand.language.gazetteer import NameMention, find_names, is_caseless
from firsthand.lexicons import phrases
from firsthand.model import Reading, Report, Span, Statement, Token

_NO_SIDE = ("PER", "DATE", "DURATION", "MONEY", "QUANTITY")
CLIMB = 12
NEAR_BEFORE = 4
"""No walk up a tree is longer than this, so that a tree with a loop does no harm."""


@cache
def cues(key: str) -> frozenset[str]:
    """The words of one key of event_cues.csv."""
    return frozenset(phrases("event_cues").get(key, ()))


@dataclass(frozen=True, eq=False)
class View:
    """One report: ``names`` are in order of place, ``below`` holds the dependents of each token.

    ``persons`` are the tokens of persons, times and sums, which never are a side of a transfer. Two views are never
    equal, so that what is known of one can be kept for it.
    """

    report: Report
    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...]
    names: tuple[NameMention, ...]
    starts: tuple[int, ...]
    caseless: bool
    persons: frozenset[int]
    sentences: tuple[tuple[int, int], ...] = field(default=())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens in lower case, with straight apostrophes."""
        return tuple(token.text.lower().replace("’", "'") for token in self.tokens)

    @cached_property
    def placed(self) -> tuple[tuple[int, int, NameMention], ...]:
        """The names that hold a token, with their first and last, in order."""
        at = ((self.inside(name.start, name.end), name) for name in self.names)
        return tuple((tokens[0], tokens[-1], name) for tokens, name in at if tokens)

    @cached_property
    def state_at(self) -> dict[int, str]:
        """Where a state is called by its name, in order of place, to that name."""
        return {n.start: n.canonical for n in self.names if n.kind == "state" and n.form == "name"}

    @cached_property
    def states(self) -> tuple[str, ...]:
        """The states that the report calls by name, each once, in order of place."""
        return tuple(dict.fromkeys(self.state_at.values()))

    @cached_property
    def proper_nouns(self) -> Counter[str]:
        """How often each word stands as a proper noun."""
        return Counter(token.text for token in self.tokens if token.upos == "PROPN")

    @cached_property
    def arms(self) -> frozenset[int]:
        """The tokens of weapons and their classes."""
        return frozenset(
            i
            for first, last, name in self.placed
            if name.kind in ("weapon", "weapon-class")
            for i in range(first, last + 1)
        )

    def inside(self, start: int, end: int) -> range:
        """Tokens that share a character with ``[start, end)``."""
        first = bisect_left(self.starts, start)
        if first and self.tokens[first - 1].end > start:
            first -= 1
        last = bisect_left(self.starts, end)
        return range(first, max(first, last))

    def name_at(self, place: int) -> NameMention | None:
        """The known name that holds the character at ``place``."""
        k = bisect_right(self.names, place, key=attrgetter("start"))
        return self.names[k - 1] if k and place < self.names[k - 1].end else None

    def of(self, spans: Iterable[Span]) -> list[int]:
        """Tokens of these spans, in order, each once."""
        return sorted({i for span in spans for i in self.inside(span.start, span.end)})

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` to token ``last``, both included."""
        return Span(self.report.id, self.tokens[first].start, self.tokens[last].end)

    def word(self, i: int) -> str:
        """The token in lower case, with a straight apostrophe."""
        return self.words[i]

    def text(self, first: int, last: int) -> str:
        """The words from token ``first`` to token ``last``, both included, as they stand."""
        return self.report.text[self.tokens[first].start : self.tokens[last].end]

    def up(self, i: int) -> Iterator[int]:
        """The heads above token ``i``, nearest first."""
        for _ in range(CLIMB):
            head = self.tokens[i].head
            if head == i:
                return
            yield head
            i = head

    def subtree(self, i: int) -> list[int]:
        """Token ``i`` and everything that hangs on it, in order."""
        found, todo = {i}, [i]
        while todo:
            for child in self.below[todo.pop()]:
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return sorted(found)

    def preposition(self, i: int) -> str:
        """The preposition of the phrase that token ``i`` heads, empty where there is none."""
        case = [c for c in self.below[i] if self.tokens[c].deprel == "case" and self.word(c) not in ("'s", "'")]
        before = [c for c in case if c < i]
        if case:
            return self.word(before[0] if before else case[0])
        at = i - 1
        while at >= 0 and i - at <= NEAR_BEFORE and self.tokens[at].upos in ("DET", "ADJ", "NUM", "PROPN"):
            at -= 1
        near = at >= 0 and self.tokens[at].upos == "ADP" and self.tokens[at].sentence == self.tokens[i].sentence
        return self.word(at) if near else ""


def look_at(report: Report, reading: Reading) -> View:
    """The view of one report with its reading."""
    below = tuple(tuple(items) for items in reading.children())
    persons = _no_sides(reading)
    return View(
        report,
        reading.tokens,
        below,
        tuple(find_names(report.text)),
        tuple(token.start for token in reading.tokens),
        is_caseless(report.text),
        persons,
        reading.sentences,
    )


def _no_sides(reading: Reading) -> frozenset[int]:
    """Tokens of times, sums and persons. A single name that is called a person nowhere by two words stays open:

    an invented state looks to the reader like a family name.
    """
    full = [e for e in reading.entities if e.label == "PER" and e.last - e.first > 1]
    words = {reading.tokens[i].text.lower() for e in full for i in range(e.first, e.last)}
    found: set[int] = set()
    for entity in reading.entities:
        run = range(entity.first, entity.last)
        lone = entity.label == "PER" and len(run) == 1 and reading.tokens[entity.first].text.lower() not in words
        before = reading.tokens[entity.first - 1] if entity.first else None
        titled = before is not None and before.head == entity.first and before.upos in ("NOUN", "PROPN")
        if entity.label in _NO_SIDE and not (lone and not titled):
            found.update(run)
    return frozenset(found)


def content_tokens(view: View, statement: Statement) -> list[int]:
    """The tokens of what the statement says."""
    return view.of(statement.content)


def tops(view: View, content: Sequence[int]) -> list[int]:
    """The tokens of the content that hang on nothing inside it, in order."""
    inside = set(content)
    return [i for i in content if view.tokens[i].head == i or view.tokens[i].head not in inside]
