"""The cases of the reader alone: which figures on which development sets, and what to reach."""

from collections.abc import Callable
from pathlib import Path

from firsthand.evaluation.attribution import score_attributions, score_pieces
from firsthand.evaluation.calibration import score_calibration
from firsthand.evaluation.case import Case
from firsthand.evaluation.dev_sets import EWT, GUM, DevSets, lower_cased
from firsthand.evaluation.entities import score_exact, score_overlap
from firsthand.evaluation.figures import Figure, Figures, rounded
from firsthand.evaluation.parsing import score_sentences, score_trees
from firsthand.evaluation.speech import score_speech

TO_REACH: dict[str, dict[str, float]] = {
    "attribution": {
        "source exact": 80.0,
        "cue exact": 73.0,
        "content exact": 68.0,
        "relation overlap": 80.0,
        "relation exact": 50.0,
        "speech overlap": 93.0,
        "saying overlap": 93.0,
        "calibration": 95.0,
    },
    "ewt": {"UPOS": 95.5, "UAS": 88.0, "LAS": 85.0},
    "sentences": {"boundaries": 96.0, "boundaries, lower-cased": 93.0},
    "lower-case": {"relation overlap, change": -1.0, "EWT LAS, change": -2.0},
    "uner": {"names": 80.0},
    "re3d": {"names": 75.0, "arms": 65.0, "amounts": 80.0},
}
"""Case and measure to the figure aimed at."""


def reader_cases(corpora: Path, weights: Path | None = None) -> tuple[Case, ...]:
    """The cases whose files are there; all share the readings of one reader."""
    sets = DevSets(corpora, weights)
    dev = corpora / "polnear" / "dev"
    texts = tuple(sorted((dev / "text").glob("*.txt")))
    ewt, gum, uner = corpora / EWT, corpora / GUM, corpora / "uner" / "en_ewt-ud-dev.iob2"
    re3d = corpora / "re3d"
    notes = tuple(sorted((dev / "attributions").glob("*.ann")))
    listed = (
        Case("attribution", texts, notes, lambda: _attribution(sets)),
        Case("ewt", (ewt,), (ewt,), lambda: score_trees(sets.trees(EWT))),
        Case("gum", (gum,), (gum,), lambda: score_trees(sets.trees(GUM))),
        Case("sentences", (ewt, gum), (ewt, gum), lambda: _sentences(sets)),
        Case("uner", (ewt,), (uner,), lambda: score_exact(*sets.uner)),
        Case("re3d", (re3d / "documents.jsonl",), (re3d / "entities.jsonl",), lambda: score_overlap(*sets.re3d)),
        Case("lower-case", texts, (*notes, ewt) if notes else (), lambda: _lower_case(sets)),
    )
    return tuple(case for case in listed if case.there())


def _attribution(sets: DevSets) -> Figures:
    said = sets.said()
    figures = score_attributions(said.gold, said.found) | score_pieces(said.gold, said.found, said.texts)
    return figures | score_speech(said.gold, said.found, said.texts) | score_calibration(sets)


def _sentences(sets: DevSets) -> Figures:
    figures = dict(score_sentences([*sets.trees(EWT), *sets.trees(GUM)]))
    low = score_sentences([*sets.trees(EWT, lower_cased), *sets.trees(GUM, lower_cased)])
    figures |= {f"{name}, lower-cased": figure for name, figure in low.items()}
    for title, name in (("EWT", EWT), ("GUM", GUM)):
        figures[f"{title} boundaries"] = score_sentences(sets.trees(name))["boundaries"]
    return figures


def _lower_case(sets: DevSets) -> Figures:
    """Figures on lower-cased text, and by how much they differ from those on the text as it is."""
    figures: Figures = {}
    measures: dict[str, Callable[..., Figure]] = {
        "relation overlap": lambda *change: _relation(sets, *change),
        "EWT LAS": lambda *change: score_trees(sets.trees(EWT, *change))["LAS"],
    }
    for name, measure in measures.items():
        plain, low = measure(), measure(lower_cased)
        figures[name] = low
        change = None if low.value is None or plain.value is None else rounded(low.value - plain.value)
        figures[f"{name}, change"] = Figure(change, low.count)
    return figures


def _relation(sets: DevSets, *change: Callable[[str], str]) -> Figure:
    said = sets.said(*change)
    return score_attributions(said.gold, said.found)["relation overlap"]
