"""The statements of the innermost voices: cues, contents, and the voices that the pointers lead to."""

from firsthand.model import Speech
from firsthand.reader.attribution import contents_by_cue, tagged_roles
from firsthand.reader.heads import Floats, Heads, Range, tag_probabilities
from firsthand.reader.sureness import Sureness, features

DEEPEST = 4
"""Voices between a statement and the report: more would be a circle of pointers."""


def find_innermost(heads: Heads, words: Floats, sureness: Sureness) -> tuple[list[Speech], list[Range]]:
    """The innermost statements of one window and the sources in it, ranges in words of the window.

    Their stances are left to the second reading.
    """
    scores = heads.inner_scores(words)
    sources, cues, contents = tagged_roles(scores, heads.inner_steps)
    if not contents or not cues:
        return [], sources
    cue_of = heads.link_scores("inner_cue", words, contents, cues)
    source_of = heads.link_scores("inner_source", words, cues, sources)
    via_of = heads.link_scores("inner_via", words, cues, sources).argmax(1).tolist()
    said = contents_by_cue(contents, cue_of)
    chosen = source_of.argmax(1).tolist()
    _to_innermost(said, chosen, via_of, len(sources))
    chances = tag_probabilities(scores, heads.inner_steps)
    found = []
    for cue, pieces in sorted(said.items()):
        k = chosen[cue]
        source = sources[k] if k < len(sources) else None
        known = features(chances, cues[cue], pieces, source, float(source_of[cue, k]))
        via = tuple(sources[v] for v in _outwards(cue, chosen, via_of, len(sources)))
        content = tuple(piece for piece, _ in pieces)
        found.append(Speech((source,) if source else (), (cues[cue],), content, sureness(known), known, via))
    return found, sources


def _to_innermost(
    said: dict[int, list[tuple[Range, float]]], source_of: list[int], via_of: list[int], none: int
) -> None:
    """Reported, citing officials: a cue that nothing hangs on has the words of the voice that it came through."""
    for cue, outer in enumerate(via_of):
        if cue in said or outer == none or source_of[cue] in (none, outer, *via_of):
            continue
        passing = [k for k in said if source_of[k] == outer]
        if passing:
            said[cue] = said.pop(min(passing, key=lambda k: abs(k - cue)))


def _outwards(cue: int, source_of: list[int], via_of: list[int], none: int) -> list[int]:
    """The sources through which the words of a cue came: that of the next cue outwards, and so on."""
    found: list[int] = []
    own = source_of[cue]
    while len(found) < DEEPEST:
        source = via_of[cue]
        if source in (none, own, *found):
            break
        found.append(source)
        outer = [k for k, s in enumerate(source_of) if s == source and k != cue]
        if not outer:
            break
        cue = outer[0]
    return found
