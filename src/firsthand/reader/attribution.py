"""From tagged ranges and links to attributions."""

import math

import numpy as np

from firsthand.model import Speech
from firsthand.reader.heads import Floats, Heads, Range, role_ranges

EAGERNESS = np.array([1.0, 1.0, 1.0], np.float32)
"""Taken from the log probability of "outside" for source, cue and content: chosen on PolNeAR dev, where the
tagger otherwise finds less than it should (docs/reader.md)."""


def find_speech(heads: Heads, words: Floats) -> list[Speech]:
    """The attributions of one window, ranges in words of the window."""
    scores = heads.role_scores(words)
    eager = scores.copy()
    eager[:, :, 0] -= EAGERNESS[:, None]
    sources, cues, contents = role_ranges(eager)
    if not contents or not cues:
        return []
    cue_of = heads.link_scores("cue", words, contents, cues)
    source_of = heads.link_scores("source", words, cues, sources)
    said: dict[int, list[tuple[Range, float]]] = {}
    for k, content in enumerate(contents):
        cue = int(cue_of[k].argmax())
        if cue < len(cues):
            said.setdefault(cue, []).append((content, float(cue_of[k, cue])))
    found = []
    for cue, parts in sorted(said.items()):
        source = int(source_of[cue].argmax())
        sure = [_sureness(scores[1], cues[cue]), float(source_of[cue, source])]
        sure += [_sureness(scores[2], part) for part, _ in parts] + [link for _, link in parts]
        if source < len(sources):
            sure.append(_sureness(scores[0], sources[source]))
        found.append(
            Speech(
                (sources[source],) if source < len(sources) else (),
                (cues[cue],),
                tuple(part for part, _ in parts),
                round(math.exp(sum(sure) / len(sure)), 4),
            )
        )
    return found


def _sureness(log_probs: Floats, part: Range) -> float:
    """Mean log probability that each word of the range is in it."""
    inside = np.logaddexp(log_probs[part[0] : part[1], 1], log_probs[part[0] : part[1], 2])
    return float(inside.mean())
