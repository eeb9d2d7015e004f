"""An attribution while it is being worked on: token ranges, before actors and stances are known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Range = tuple[int, int]


@dataclass(slots=True)
class Utterance:
    """Token ranges of who (``source``), how (``cue``) and what (``content``).

    ``head`` is the token the cue turns on. ``relays`` are noun phrases between the source and the report,
    nearest to the source first. ``method`` names the rule that found it; ``score`` is 0–1.
    ``outer`` is the utterance that this one is reported inside of. ``hint`` is the
    stance that the cue decides, or empty; ``stances`` the reader's probability of each, or empty.
    """

    source: list[Range]
    cue: list[Range]
    content: list[Range]
    head: int
    score: float
    method: str
    relays: list[Range] = field(default_factory=list)
    outer: "Utterance | None" = None
    subject: int | None = None
    hint: str = ""
    stances: dict[str, float] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The first token of the whole."""
        return min(a for a, _ in (*self.source, *self.cue, *self.content))

    @property
    def likeliest(self) -> str:
        """The stance that the reader holds likeliest, empty where it did not judge."""
        return max(self.stances, key=self.stances.__getitem__, default="")

    def covers(self, i: int) -> bool:
        """Whether token ``i`` lies in the content."""
        return any(a <= i < b for a, b in self.content)


def sound(found: list[Utterance], tokens: int) -> list[Utterance]:
    """The utterances with content, their ranges cut to those that hold a token: a wrong tree can leave others."""

    def real(ranges: list[Range]) -> list[Range]:
        return [(a, b) for a, b in ranges if 0 <= a < b <= tokens]

    for u in found:
        u.content, u.cue, u.source, u.relays = real(u.content), real(u.cue), real(u.source), real(u.relays)
    return [u for u in found if u.content]


def narrowest(found: Iterable[Utterance]) -> Utterance | None:
    """The utterance with the fewest words of content, the first of several; None where there is none."""
    return min(found, key=lambda u: sum(b - a for a, b in u.content), default=None)


def overlap(a: Range, b: Range) -> int:
    """How many tokens two ranges share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def without(span: Range, hole: Range) -> list[Range]:
    """What is left of a range when another is taken out.

    >>> without((0, 9), (3, 5))
    [(0, 3), (5, 9)]
    """
    if not overlap(span, hole):
        return [span]
    return [part for part in ((span[0], hole[0]), (hole[1], span[1])) if part[1] > part[0]]


def shared(some: Sequence[Range], others: Sequence[Range]) -> int:
    """How many tokens lie in both."""
    return sum(overlap(a, b) for a in some for b in others)


def meet(some: Sequence[Range], others: Sequence[Range]) -> bool:
    """Whether a token lies in both."""
    return shared(some, others) > 0


def share(some: Sequence[Range], others: Sequence[Range]) -> float:
    """How much of the first lies in the second."""
    return shared(some, others) / max(1, sum(b - a for a, b in some))
