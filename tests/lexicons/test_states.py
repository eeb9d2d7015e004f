"""The lexicons of states and of offices are well formed: codes, owners of names, bodies, headers."""

import re
from collections import Counter, defaultdict
from importlib.resources import files

import pytest

from firsthand.lexicons import offices, states

# Names that reports use for two entries alike; every other name leads to one.
SHARED = {
    "congo": {"COD", "COG"},
    "congolese": {"COD", "COG"},
    "dominican": {"DMA", "DOM"},
    "dominicans": {"DMA", "DOM"},
    "sanaa": {"YEM", "houthis"},
    "sana'a": {"YEM", "houthis"},
}


def _lines(name: str) -> list[str]:
    return (files("firsthand.lexicons") / name).read_text(encoding="utf-8").splitlines()


def test_every_state_is_there_once() -> None:
    codes = Counter(state.code for state in states())
    assert max(codes.values()) == 1
    assert sum(code.isupper() for code in codes) >= 193
    assert {"PSE", "VAT", "TWN", "XKX", "eu", "nato", "un", "g7", "hezbollah", "houthis", "wagner"} <= set(codes)


def test_codes_are_iso_in_upper_case_or_made_in_lower_case() -> None:
    assert [s.code for s in states() if not re.fullmatch(r"[A-Z]{3}|[a-z][a-z0-9]+", s.code)] == []
    iso = {state.code.lower() for state in states() if state.code.isupper()}
    assert [state.code for state in states() if state.code in iso] == []


def test_a_name_leads_to_one_state_but_for_the_shared_few() -> None:
    owners = defaultdict(set)
    for state in states():
        for name in (state.name, *state.aliases, *state.demonyms, *state.metonyms):
            owners[name.casefold()].add(state.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == SHARED


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("DPRK", "PRK"),
        ("Türkiye", "TUR"),
        ("Britons", "GBR"),
        ("the Kremlin", "RUS"),
        ("Kiev", "UKR"),
        ("Biden administration", "USA"),
        ("Washington, D.C.", "USA"),
        ("Islamic Republic", "IRN"),
        ("Ansar Allah", "houthis"),
        ("Brussels", "eu"),
    ],
)
def test_other_names_find_their_state(written: str, code: str) -> None:
    assert [s.code for s in states() if written in (*s.aliases, *s.demonyms, *s.metonyms)] == [code]


def test_offices_are_many_and_of_two_kinds() -> None:
    assert len(offices()) >= 300
    assert {office.kind for office in offices()} == {"office", "body"}


def test_the_state_of_an_office_is_in_the_list_of_states() -> None:
    codes = {state.code for state in states()} | {""}
    assert [office.name for office in offices() if office.state not in codes] == []


def test_only_an_office_belongs_to_a_body_and_the_body_is_listed() -> None:
    bodies = {office.name for office in offices() if office.kind == "body"} | {""}
    assert [office.name for office in offices() if office.body not in bodies] == []
    assert [office.name for office in offices() if office.kind == "body" and office.body] == []


def test_a_name_leads_to_one_office_of_a_state() -> None:
    names = Counter((name.casefold(), o.state) for o in offices() for name in (o.name, *o.aliases))
    assert [name for name, n in names.items() if n > 1] == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("top U.S. diplomat", "Secretary of State"),
        ("EU foreign policy chief", "High Representative"),
        ("defense minister", "defence minister"),
        ("mission to the U.N.", "permanent mission to the United Nations"),
        ("HUR", "Main Directorate of Intelligence of Ukraine"),
        ("Revolutionary Guards", "Islamic Revolutionary Guard Corps"),
        ("Auswärtiges Amt", "German Foreign Ministry"),
        ("lawmaker", "member of parliament"),
    ],
)
def test_other_names_find_their_office(written: str, name: str) -> None:
    assert [office.name for office in offices() if written in office.aliases] == [name]


@pytest.mark.parametrize("name", ["states.csv", "offices.csv"])
@pytest.mark.parametrize("line", ["# Origin: ", "# Licence: Apache-2.0", "# Meaning of the columns:"])
def test_the_header_tells_origin_licence_and_meaning(name: str, line: str) -> None:
    assert any(found.startswith(line) for found in _lines(name))


@pytest.mark.parametrize("name", ["states.csv", "offices.csv"])
def test_the_header_explains_every_column(name: str) -> None:
    columns = next(line for line in _lines(name) if not line.startswith("#")).split(",")
    explained = [line.split()[1] for line in _lines(name) if line.startswith("#   ")]
    assert explained == columns
