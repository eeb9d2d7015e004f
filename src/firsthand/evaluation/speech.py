"""The measure of attributions whose cue is of speech or writing."""

import re
from collections import Counter
from functools import cache

from firsthand.evaluation.attribution import Attribution, Attributions, Places, same_relations
from firsthand.evaluation.figures import Figure, Figures, percent, rounded
from firsthand.lexicons.loader import phrases
from firsthand.reader.lemmas import lemma_of

SAYING = ("verb.say", "verb.tell", "verb.write", "word")
"""Keys of the lexicon whose words mean no more than that something is said, told or written; the others also ask,
promise, claim, admit, or are nouns."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def score_speech(gold: Attributions, found: Attributions, texts: dict[str, str]) -> Figures:
    """F1 by overlap of relations whose cue is of speech or writing, with precision and recall; then the same for the
    narrower ``SAYING``.

    Recall is over gold's relations with such a cue, precision over those found with such a cue; the partner of
    either may have any cue. ``texts`` are the texts of the files.
    """
    lists = {"speech": tuple(phrases("speech_cues")), "saying": SAYING}
    counts: dict[str, Counter[str]] = {name: Counter() for name in lists}
    for file, wanted in gold.items():
        got = found.get(file, ())
        pairs = same_relations(got, wanted)
        for name, keys in lists.items():
            heard, known = _spoken(got, texts[file], keys), _spoken(wanted, texts[file], keys)
            counts[name].update(
                predicted=len(heard),
                wanted=len(known),
                right=sum(i in heard for i, _ in pairs),
                recalled=sum(j in known for _, j in pairs),
            )
    return {measure: figure for name, count in counts.items() for measure, figure in _figures(name, count).items()}


def _figures(name: str, count: Counter[str]) -> Figures:
    precision = percent(count["right"], count["predicted"])
    recall = percent(count["recalled"], count["wanted"])
    return {
        f"{name} overlap": Figure(_mean(precision, recall), count["wanted"]),
        f"{name} precision": Figure(precision, count["predicted"]),
        f"{name} recall": Figure(recall, count["wanted"]),
    }


def _mean(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean, 0 where nothing is right, None where nothing was wanted."""
    if recall is None:
        return None
    return rounded(2 * precision * recall / (precision + recall)) if precision and recall else 0.0


def _spoken(attributions: tuple[Attribution, ...], text: str, keys: tuple[str, ...]) -> set[int]:
    return {i for i, a in enumerate(attributions) if is_of_speech(text, a.cue, keys)}


def is_of_speech(text: str, cue: Places, keys: tuple[str, ...] | None = None) -> bool:
    """Whether one of the words of ``text`` that begin at the places of the cue means to say or to write something.

    ``keys`` of speech_cues.csv are looked up, all where there are none.
    """
    listed = keys if keys is not None else tuple(phrases("speech_cues"))
    words = (match.group().lower() for place in cue if (match := _WORD.match(text, place)))
    return any(_speaks(word, listed) for word in words)


@cache
def _listed(keys: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Verbs, nouns and other words under the keys."""
    words = phrases("speech_cues")
    return {kind: frozenset(w for key in keys if key.startswith(kind) for w in words[key]) for kind in _KINDS}


_KINDS = ("verb", "noun", "word")


@cache
def _speaks(word: str, keys: tuple[str, ...]) -> bool:
    listed = _listed(keys)
    return word in listed["word"] or any(lemma_of(word, k.upper()) in listed[k] for k in ("verb", "noun"))
