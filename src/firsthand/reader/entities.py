"""The names, times and amounts of a report: what the tagger found, and what the lexicons know."""

from collections.abc import Sequence

from firsthand.model import Entity, Token


def complete_entities(text: str, tokens: Sequence[Token], tagged: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities of a report, in order: ``tagged`` is what the model found in ``tokens`` of ``text``."""
    return tuple(tagged)
