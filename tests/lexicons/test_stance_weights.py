"""The weights of what speaks for a stance."""

import re
from pathlib import Path

from firsthand.lexicons import stance_weights
from firsthand.model import STANCES

RULES = Path(__file__).parents[2] / "docs" / "rules.md"


def test_every_stance_has_its_weight() -> None:
    assert {f"common {stance}" for stance in STANCES} < set(stance_weights())


def test_the_rest_are_rules_of_stance() -> None:
    rules = set(re.findall(r"(?m)^### (stance\.\S+)", RULES.read_text(encoding="utf-8")))
    others = {name for name in stance_weights() if not name.startswith("common ")}
    assert others - {"reader", "wording"} <= rules


def test_what_the_wording_shows_speaks_for_it() -> None:
    weights = stance_weights()
    assert weights["reader"] > 0
    assert weights["wording"] > 0
    assert weights["stance.cue"] > 0
