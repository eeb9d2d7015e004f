"""The probability of an attribution follows what the tagger and the pointers say of it."""

import numpy as np
import pytest

from firsthand.reader.heads import TAGS
from firsthand.reader.sureness import FEATURES, Sureness, features


def _chances(*tags: int, sure: float = 0.9) -> np.ndarray:
    found = np.full((len(tags), TAGS), (1 - sure) / (TAGS - 1), np.float32)
    found[np.arange(len(tags)), tags] = sure
    return found


def test_each_feature_has_its_name() -> None:
    values = features(_chances(1, 3, 5, 6), (1, 2), [((2, 4), -0.1)], (0, 1), -0.2)
    assert len(values) == len(FEATURES)
    known = dict(zip(FEATURES, values, strict=True))
    assert known["has a source"] == 1.0
    assert known["pointer to the source"] == pytest.approx(-0.2)
    assert known["words of content"] == pytest.approx(np.log(2))
    assert known["in pieces"] == 0.0


def test_a_surer_tagger_is_surer() -> None:
    cue = FEATURES.index("cue, mean")
    sureness = Sureness(0.0, [float(i == cue) for i in range(len(FEATURES))])
    low, high = (
        sureness(features(_chances(1, 3, 5, 6, sure=p), (1, 2), [((2, 4), -0.1)], None, -0.2)) for p in (0.5, 0.99)
    )
    assert 0.0 < low < high < 1.0
