"""The lexicon of outlets is well formed: kinds, states, and names that lead to one outlet each."""

import re
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files

import pytest

from firsthand.lexicons import outlets

KINDS = {"agency", "state media", "daily", "weekly", "broadcaster", "online", "think tank", "journal"}

# Words and initialisms that mean something else when a text is written without capitals.
ORDINARY = (
    *("time", "times", "sun", "hill", "national", "metro", "mirror", "guardian", "economist", "independent"),
    *("observer", "diplomat", "nation", "dawn", "post", "focus", "stern", "tempo", "spa", "mena", "app", "ani"),
    *("ft", "nbc", "err", "nos", "rand", "car", "foreign affairs", "foreign policy", "military parade", "current time"),
)


def _repeated(items: Iterable[str]) -> list[str]:
    return sorted(item for item, n in Counter(item.casefold() for item in items).items() if n > 1)


def _names() -> list[str]:
    return [name for outlet in outlets() for name in (outlet.name, *outlet.aliases)]


def test_there_are_enough_outlets_of_every_kind_and_from_every_region() -> None:
    assert len(outlets()) >= 250
    assert {outlet.kind for outlet in outlets()} == KINDS
    assert {"USA", "UKR", "IRN", "PRK", "IND", "ZAF", "BRA", "AUS"} <= {outlet.state for outlet in outlets()}


def test_names_and_aliases_lead_to_one_outlet() -> None:
    assert _repeated(_names()) == []


def test_domains_lead_to_one_outlet_and_are_bare_hosts() -> None:
    domains = [domain for outlet in outlets() for domain in outlet.domains]
    assert _repeated(domains) == []
    host = re.compile(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+")
    assert [domain for domain in domains if not host.fullmatch(domain)] == []


def test_states_are_codes_in_upper_case() -> None:
    assert [outlet.name for outlet in outlets() if not re.fullmatch(r"[A-Z]{3}", outlet.state)] == []


@pytest.mark.parametrize("word", ORDINARY)
def test_no_name_is_an_ordinary_word_in_lower_case(word: str) -> None:
    assert word not in {name.casefold() for name in _names()}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("AFP", "Agence France-Presse"),
        ("WaPo", "The Washington Post"),
        ("RFE/RL", "Radio Free Europe/Radio Liberty"),
        ("Korean Central News Agency", "KCNA"),
        ("SIPRI", "Stockholm International Peace Research Institute"),
        ("El Pais", "El País"),
    ],
)
def test_short_and_other_forms_find_their_outlet(written: str, name: str) -> None:
    assert [outlet.name for outlet in outlets() if written in (outlet.name, *outlet.aliases)] == [name]


def test_header_tells_origin_licence_and_meaning() -> None:
    text = (files("firsthand.lexicons") / "outlets.csv").read_text(encoding="utf-8")
    header = text.split("\nname,kind,state,aliases,domains\n")[0].splitlines()
    assert all(line.startswith("#") for line in header)
    for word in ("# origin:", "# licence: Apache-2.0, as the project", "# meaning"):
        assert any(line.startswith(word) for line in header), word
    assert all(any(kind in line for line in header) for kind in KINDS)


def test_every_row_has_the_five_cells() -> None:
    text = (files("firsthand.lexicons") / "outlets.csv").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert [row for row in rows if row.count(",") != 4 and '"' not in row] == []
