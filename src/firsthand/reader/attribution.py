"""From tagged ranges and links to attributions."""

from firsthand.model import Speech
from firsthand.reader.heads import (
    ROLES,
    Floats,
    Heads,
    Range,
    likeliest_tags,
    tag_probabilities,
    tagged_ranges,
)
from firsthand.reader.sureness import Sureness, features

EAGERNESS = 1.0
"""Added to the score of a step from outside to the begin of a role: what is found too much goes by its sureness
(chosen on PolNeAR dev, docs/reader.md)."""


def find_speech(heads: Heads, words: Floats, sureness: Sureness) -> list[Speech]:
    """The attributions of one window, ranges in words of the window."""
    scores = heads.tag_scores(words)
    ranges: list[list[Range]] = [[] for _ in ROLES]
    for first, last, role in tagged_ranges(likeliest_tags(scores, _eager(heads.steps))):
        ranges[role].append((first, last))
    sources, cues, contents = ranges
    if not contents or not cues:
        return []
    cue_of = heads.link_scores("cue", words, contents, cues)
    source_of = heads.link_scores("source", words, cues, sources)
    said: dict[int, list[tuple[Range, float]]] = {}
    for k, content in enumerate(contents):
        cue = int(cue_of[k].argmax())
        if cue < len(cues):
            said.setdefault(cue, []).append((content, float(cue_of[k, cue])))
    chances = tag_probabilities(scores, heads.steps)
    found = []
    for cue, pieces in sorted(said.items()):
        k = int(source_of[cue].argmax())
        source = sources[k] if k < len(sources) else None
        known = features(chances, cues[cue], pieces, source, float(source_of[cue, k]))
        found.append(
            Speech(
                (source,) if source else (), (cues[cue],), tuple(piece for piece, _ in pieces), sureness(known), known
            )
        )
    return found


def _eager(steps: Floats) -> Floats:
    """The steps between tags with EAGERNESS on those that open a role at the begin or from outside."""
    eager = steps.copy()
    eager[:2, 1::2] += EAGERNESS
    return eager
