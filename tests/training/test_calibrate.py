"""The fit of confidence: it finds what made the data, judges on what it did not see, and says what it is."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SOURCE = Path(__file__).resolve().parents[2] / "training" / "calibrate.py"


@pytest.fixture(scope="module")
def calibrate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("training_calibrate", SOURCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["training_calibrate"] = module
    spec.loader.exec_module(module)
    return module


def drawn(bias: float, weights: list[float], cases: int = 6000) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Features, outcomes drawn by a logistic rule, and articles of twenty cases."""
    dice = np.random.default_rng(7)
    features = dice.normal(size=(cases, len(weights))) * np.array([1.0, 30.0][: len(weights)]) + 2
    chance = 1 / (1 + np.exp(-(bias + features @ np.array(weights))))
    return features, (dice.random(cases) < chance).astype(float), [f"a{k // 20}" for k in range(cases)]


@pytest.mark.parametrize(("bias", "weights"), [(-1.0, [0.8, 0.02]), (2.0, [-1.5, 0.0])])
def test_the_coefficients_that_made_the_data_are_found(
    calibrate: ModuleType, bias: float, weights: list[float], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    features, right, articles = drawn(bias, weights)
    out = tmp_path / "calibration.json"
    fitted = calibrate.fit(features, right, articles, ("a", "b"), out=out)
    assert fitted.bias == pytest.approx(bias, abs=0.3)
    assert fitted.weights == pytest.approx(weights, abs=0.15)
    assert abs(fitted(features).mean() - right.mean()) < 1e-3
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["weights"] == {"a": round(float(fitted.weights[0]), 6), "b": round(float(fitted.weights[1]), 6)}
    assert written["cross_fitted"]["expected calibration error"] < 0.03
    assert "cross-fitted" in capsys.readouterr().out


def test_each_half_of_the_articles_is_judged_by_the_other(calibrate: ModuleType) -> None:
    features, right, articles = drawn(0.0, [1.0])
    found = calibrate.cross_fitted(features, right, articles, 1.0, 1)
    # Other outcomes in one article change the probabilities of other articles only.
    turned = np.where(np.array(articles) == "a0", 1 - right, right)
    again = calibrate.cross_fitted(features, turned, articles, 1.0, 1)
    assert (found[:20] == again[:20]).all()
    assert (found != again).any()


def test_what_is_perfectly_told_apart_keeps_finite_coefficients(calibrate: ModuleType) -> None:
    features = np.array([[-1.0, 5.0], [-2.0, 5.0], [1.0, 5.0], [2.0, 5.0]])
    bias, weights = calibrate.solve(features, np.array([0.0, 0.0, 1.0, 1.0]), 1.0)
    assert np.isfinite([bias, *weights]).all()
    assert weights[0] > 0
    assert weights[1] == 0


@pytest.mark.parametrize(
    ("features", "articles", "names"),
    [
        (np.ones((3, 1)), ["a", "a", "a"], ["x"]),
        (np.ones((3, 1)), ["a", "b"], ["x"]),
        (np.ones((3, 2)), ["a", "b", "b"], ["x"]),
        (np.array([[1.0], [np.nan], [1.0]]), ["a", "b", "b"], ["x"]),
    ],
)
def test_what_does_not_fit_together_is_refused(
    calibrate: ModuleType, features: np.ndarray, articles: list[str], names: list[str]
) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        calibrate.fit(features, np.array([0.0, 1.0, 1.0]), articles, names)
