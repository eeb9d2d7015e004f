"""Whether a text is about arms: how often it names them, and whether everyday goods alone make the number."""

import pytest

from firsthand.language.arms_density import dense_in_arms, weapons_named
from firsthand.language.gazetteer import find_names


@pytest.mark.parametrize(
    ("weapons", "words", "about"),
    [
        (["howitzers"], 150, True),
        (["howitzers"], 151, False),
        (["mines", "trucks", "howitzers"], 300, False),
        (["mines", "howitzers"], 140, True),
        (["mines", "howitzers"], 200, False),
        (["trucks", "boats"], 100, False),
        ([], 10, False),
    ],
)
def test_density(weapons: list[str], words: int, about: bool) -> None:
    assert dense_in_arms(weapons, words) is about


def test_weapons_are_named_in_lower_case() -> None:
    text = "Missiles and mortars left Peru."
    assert weapons_named(text, find_names(text)) == ["missiles", "mortars"]
