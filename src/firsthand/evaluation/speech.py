"""The measure of attributions whose cue is of speech or writing."""

import re
from collections import Counter
from functools import cache

from firsthand.evaluation.attribution import Attribution, Attributions, Places, same_relations
from firsthand.evaluation.figures import Figure, Figures, percent, rounded
from firsthand.lexicons.loader import phrases
from firsthand.reader.lemmas import lemma_of

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def score_speech(gold: Attributions, found: Attributions, texts: dict[str, str]) -> Figures:
    """F1 by overlap of relations whose cue is of speech or writing, with precision and recall.

    Recall is over gold's relations with such a cue, precision over those found with such a cue; the partner of
    either may have any cue. ``texts`` are the texts of the files.
    """
    counts: Counter[str] = Counter()
    for file, wanted in gold.items():
        got = found.get(file, ())
        pairs = same_relations(got, wanted)
        heard, known = _spoken(got, texts[file]), _spoken(wanted, texts[file])
        counts.update(
            predicted=len(heard),
            wanted=len(known),
            right=sum(i in heard for i, _ in pairs),
            recalled=sum(j in known for _, j in pairs),
        )
    precision = percent(counts["right"], counts["predicted"])
    recall = percent(counts["recalled"], counts["wanted"])
    return {
        "speech overlap": Figure(_mean(precision, recall), counts["wanted"]),
        "speech precision": Figure(precision, counts["predicted"]),
        "speech recall": Figure(recall, counts["wanted"]),
    }


def _mean(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean, 0 where nothing is right, None where nothing was wanted."""
    if recall is None:
        return None
    return rounded(2 * precision * recall / (precision + recall)) if precision and recall else 0.0


def _spoken(attributions: tuple[Attribution, ...], text: str) -> set[int]:
    return {i for i, a in enumerate(attributions) if is_of_speech(text, a.cue)}


def is_of_speech(text: str, cue: Places) -> bool:
    """Whether one of the words of ``text`` that begin at the places of the cue means to say or to write something."""
    return any(_speaks(match.group().lower()) for place in cue if (match := _WORD.match(text, place)))


@cache
def _listed() -> dict[str, frozenset[str]]:
    """Verbs, nouns and other words of the lexicon."""
    keys = phrases("speech_cues")
    return {kind: frozenset(w for key in keys if key.startswith(kind) for w in keys[key]) for kind in _KINDS}


_KINDS = ("verb", "noun", "word")


@cache
def _speaks(word: str) -> bool:
    listed = _listed()
    return word in listed["word"] or any(lemma_of(word, k.upper()) in listed[k] for k in ("verb", "noun"))
