"""Fit the confidence of statements: ``python -m training.calibrate --shared DIR --weights DIR``.

Writes confidence.json into the folder of the weights.
"""

import argparse
import json
import pathlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from firsthand.evaluation.calibration import Judged, judge, report
from firsthand.evaluation.dev_sets import DevSets, as_written
from firsthand.evaluation.reliability import brier, equal_mass, equal_width, expected_error
from firsthand.reader.sureness import FEATURES

NEUTRAL = {"bias": 0.0, "weights": dict.fromkeys(FEATURES, 0.0)}
"""Nothing is known yet: every statement is kept and gets one half."""
STEPS = 50
TOLERANCE = 1e-10


@dataclass(frozen=True)
class Fitted:
    """A logistic regression: the probability is 1 / (1 + exp(-(bias + features @ weights)))."""

    names: tuple[str, ...]
    bias: float
    weights: np.ndarray

    def __call__(self, features: np.ndarray) -> np.ndarray:
        """The probability of each row of ``features``, shape (cases, names)."""
        return _sigmoid(self.bias + features @ self.weights)


def fit(
    features: np.ndarray,
    right: np.ndarray,
    articles: Sequence[str],
    names: Sequence[str] = (),
    *,
    penalty: float = 1.0,
    seed: int = 1,
    out: pathlib.Path | None = None,
) -> Fitted:
    """Fit ``right`` (cases; 0 or 1) to ``features`` (cases, features), and print how well that holds.

    What is printed is measured on articles that the fit did not see: their halves are fitted apart and each judges the
    other. The returned coefficients are fitted to all cases, and hold for the features as given. ``penalty`` is the
    weight of the squared coefficients, each feature scaled to unit variance; ``out`` is a file for the coefficients.
    Raises ValueError where the shapes do not fit, a feature is no finite number, or there are fewer than two articles.
    """
    features = np.asarray(features, np.float64).reshape(len(right), -1)
    right = np.asarray(right, np.float64)
    names = tuple(names) or tuple(f"feature {k}" for k in range(features.shape[1]))
    if len(names) != features.shape[1] or len(articles) != len(right):
        raise ValueError(f"{features.shape} features, {len(right)} outcomes, {len(articles)} articles, {names} names")
    if not np.isfinite(features).all():
        raise ValueError("a feature is no finite number")
    held_out = cross_fitted(features, right, articles, penalty, seed)
    print(f"cross-fitted in two folds by article, {len(set(articles))} articles")
    print(report(held_out, right))
    bias, weights = solve(features, right, penalty)
    fitted = Fitted(names, bias, weights)
    if out is not None:
        out.write_text(json.dumps(_as_json(fitted, held_out, right, penalty, seed), indent=1) + "\n", encoding="utf-8")
    return fitted


def cross_fitted(
    features: np.ndarray, right: np.ndarray, articles: Sequence[str], penalty: float, seed: int
) -> np.ndarray:
    """The probability of each case by coefficients fitted to the other half of the articles."""
    unique = sorted(set(articles))
    if len(unique) < 2:
        raise ValueError("cross-fitting wants at least two articles")
    shuffled = [unique[k] for k in np.random.default_rng(seed).permutation(len(unique))]
    first = np.isin(np.array(articles), shuffled[::2])
    found = np.zeros(len(right))
    for fold in (first, ~first):
        bias, weights = solve(features[~fold], right[~fold], penalty)
        found[fold] = _sigmoid(bias + features[fold] @ weights)
    return found


def solve(features: np.ndarray, right: np.ndarray, penalty: float) -> tuple[float, np.ndarray]:
    """Bias and weights by Newton's method (iteratively reweighted least squares); the bias is not penalised."""
    centre, scale = features.mean(0), features.std(0)
    scale[scale < 1e-12] = 1.0
    rows = np.column_stack([np.ones(len(right)), (features - centre) / scale])
    ridge = penalty * np.eye(rows.shape[1])
    ridge[0, 0] = 1e-9
    found = np.zeros(rows.shape[1])
    loss = _loss(rows, right, ridge, found)
    for _ in range(STEPS):
        chance = _sigmoid(rows @ found)
        slope = rows.T @ (chance - right) + ridge @ found
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge
        step = np.linalg.solve(curve, slope)
        size = 1.0
        while size > 1e-6 and (now := _loss(rows, right, ridge, found - size * step)) > loss:
            size /= 2
        found = found - size * step
        if abs(loss - now) < TOLERANCE:
            break
        loss = now
    weights = found[1:] / scale
    return float(found[0] - centre @ weights), weights


def _loss(rows: np.ndarray, right: np.ndarray, ridge: np.ndarray, found: np.ndarray) -> float:
    score = rows @ found
    return float(np.logaddexp(0, score).sum() - right @ score + found @ ridge @ found / 2)


def _sigmoid(score: np.ndarray) -> np.ndarray:
    return np.where(score >= 0, 1, np.exp(-np.abs(score))) / (1 + np.exp(-np.abs(score)))


def _as_json(fitted: Fitted, held_out: np.ndarray, right: np.ndarray, penalty: float, seed: int) -> dict[str, object]:
    return {
        "bias": round(fitted.bias, 6),
        "weights": {name: round(float(w), 6) for name, w in zip(fitted.names, fitted.weights, strict=True)},
        "statements": len(right),
        "penalty": penalty,
        "seed": seed,
        "cross_fitted": {
            "expected calibration error": round(expected_error(equal_width(held_out, right)), 4),
            "of equal mass": round(expected_error(equal_mass(held_out, right)), 4),
            "Brier score": round(brier(held_out, right), 4),
        },
    }


def tagged(judged: Judged, sets: DevSets) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Features, outcome and article of each statement that the tagger found; rules have figures of their own."""
    known = {
        (name, article.reading.tokens[speech.cue[0][0]].start): speech.features
        for name, article in sets.read(as_written).items()
        for speech in article.reading.speech
    }
    rows, right, articles = [], [], []
    for name, one, hit in zip(judged.articles, judged.statements, judged.right, strict=True):
        found = known.get((name, one["cue"][0]["start"])) if one["cue"] and "rule:" not in one["method"] else None
        if found:
            rows.append(found)
            right.append(hit)
            articles.append(name)
    return np.array(rows), np.array(right), articles


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path("../shared"))
    parser.add_argument("--weights", type=pathlib.Path, required=True, help="folder of the weights")
    parser.add_argument("--penalty", type=float, default=1.0)
    args = parser.parse_args()
    place = args.weights / "confidence.json"
    place.write_text(json.dumps(NEUTRAL, indent=1) + "\n", encoding="utf-8")
    sets = DevSets(args.shared / "corpora", args.weights)
    cases = tagged(judge(sets), sets)
    found = fit(*cases, FEATURES, penalty=args.penalty, out=place)
    print(f"\nbias {found.bias:.4f}")
    print("\n".join(f"{name:<32} {weight:>8.4f}" for name, weight in zip(found.names, found.weights, strict=True)))
