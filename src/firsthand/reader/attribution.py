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


def find_speech(heads: Heads, words: Floats, sureness: Sureness) -> list[Speech]:
    """The attributions of one window, ranges in words of the window."""
    scores = heads.tag_scores(words)
    sources, cues, contents = tagged_roles(scores, heads.eager_steps)
    if not contents or not cues:
        return []
    cue_of = heads.link_scores("cue", words, contents, cues)
    source_of = heads.link_scores("source", words, cues, sources)
    said = contents_by_cue(contents, cue_of)
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


def tagged_roles(scores: Floats, steps: Floats) -> list[list[Range]]:
    """The ranges of each role in the likeliest chain of tags."""
    ranges: list[list[Range]] = [[] for _ in ROLES]
    for first, last, role in tagged_ranges(likeliest_tags(scores, steps)):
        ranges[role].append((first, last))
    return ranges


def contents_by_cue(contents: list[Range], cue_of: Floats) -> dict[int, list[tuple[Range, float]]]:
    """The index of each cue that contents point to, to these with the log probability of the pointer.

    ``cue_of`` has a row a content and a column a cue, and a last one for none.
    """
    said: dict[int, list[tuple[Range, float]]] = {}
    for content, scores in zip(contents, cue_of, strict=True):
        cue = int(scores.argmax())
        if cue < len(scores) - 1:
            said.setdefault(cue, []).append((content, float(scores[cue])))
    return said
