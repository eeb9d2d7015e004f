"""A frame of speech: who says what, through whom."""

from dataclasses import dataclass, field

from firsthand.statements.utterance import Range


@dataclass(slots=True)
class Frame:
    """``source`` says ``scope`` with the verb or preposition ``head``; ``cue`` are its words.

    ``cited`` are voices that the source relies on, the next one first. ``relays`` are outlets to which, or in which, it
    was said. ``scope`` are token ranges in order. What is said begins at ``resume`` where that is set; ``about`` is
    whom a passive speaks of (A was accused by B of …).
    """

    head: int
    cue: list[Range]
    source: Range | None
    cited: list[Range] = field(default_factory=list)
    relays: list[Range] = field(default_factory=list)
    scope: list[Range] = field(default_factory=list)
    trails: bool = False
    hint: str = ""
    resume: int = 0
    about: Range | None = None


def ranges_of(words: list[int]) -> list[Range]:
    """Token ranges of a list of tokens in order.

    >>> ranges_of([1, 2, 3, 7, 8])
    [(1, 4), (7, 9)]
    """
    found: list[Range] = []
    for i in words:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found
