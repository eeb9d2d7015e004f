"""What the reader makes of one report: words, sentences, trees, names, and who says what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A word. Offsets in code points; ``head`` is an index into Reading.tokens, its own at a root."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Tokens ``[first, last)`` that name something.

    ``label``: PER, ORG, LOC, MISC, NATIONALITY, WEAPON, PLATFORM, DATE, DURATION, MONEY or QUANTITY.
    """

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution as tagged: ranges ``[first, last)`` of tokens, and the probability that it is right.

    ``features`` are what the probability was computed from (reader.sureness.FEATURES). An innermost statement has also
    ``via``, the voices it came through, innermost first, and the probability of each of ``stances``.
    """

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    score: float
    features: tuple[float, ...] = ()
    via: tuple[tuple[int, int], ...] = ()
    stances: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens of one report in order, with ``sentences`` and ``paragraphs`` as token ranges ``[first, last)``.

    Furniture and credits of the report are not read: no token lies in them. ``mentions`` are phrases and pronouns
    that stand for one person (PER), a body or a group of persons (ORG) or a place (LOC) without naming them, and, as
    ORG, states among the entities that act. ``speech`` holds outermost attributions, as PolNeAR marks them; ``inner``
    the statements of the innermost voices, in texts about arms alone.
    """

    report: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]
    speech: tuple[Speech, ...]
    method: str
    mentions: tuple[Entity, ...] = ()
    inner: tuple[Speech, ...] = ()

    def children(self) -> list[list[int]]:
        """For each token the tokens that hang on it, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                below[token.head].append(i)
        return below
