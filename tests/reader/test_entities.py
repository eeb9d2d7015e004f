"""Entities after the model: weapons, platforms, times, amounts, peoples, and names that the lexicons mend."""

from collections.abc import Sequence

import pytest

from firsthand.language.gazetteer import find_names
from firsthand.model import Entity, Token
from firsthand.reader.amounts import find_amounts
from firsthand.reader.arms import find_arms
from firsthand.reader.entities import complete_entities
from firsthand.reader.word_features import FEATURES, word_features
from firsthand.reader.words import split_words


def words_of(text: str) -> list[Token]:
    """The words of ``text`` without a tree; what begins with a capital is a proper noun."""
    return [
        Token(a, b, text[a:b], text[a:b].lower(), "PROPN" if text[a].isupper() else "NOUN", i, "root", 0)
        for i, (a, b) in enumerate(split_words(text))
    ]


def arms(text: str) -> list[tuple[str, str]]:
    return [(text[a:b], label) for a, b, label in find_arms(text, find_names(text))]


def amounts(text: str) -> list[tuple[str, str]]:
    return [(text[a:b], label) for a, b, label in find_amounts(text)]


def entities(text: str, tagged: Sequence[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    tokens = words_of(text)
    found = []
    for words, label in tagged:
        start = text.index(words)
        first = next(i for i, t in enumerate(tokens) if t.end > start)
        last = next(i for i, t in enumerate([*tokens, None]) if t is None or t.start >= start + len(words))
        found.append(Entity(first, last, label))
    return [
        (text[tokens[e.first].start : tokens[e.last - 1].end], e.label)
        for e in complete_entities(text, tokens, found, [""] * len(tokens))
    ]


@pytest.mark.parametrize(
    ("text", "tagged", "found"),
    [
        ("Lunch at Ostrow's, again.", "Ostrow", "Ostrow's"),
        ("A shelf at Ostrow's Store fell.", "Ostrow", "Ostrow"),
        ("The barge was Ostrow's, again.", "Ostrow", "Ostrow"),
    ],
)
def test_a_house_is_named_after_its_owner(text: str, tagged: str, found: str) -> None:
    assert entities(text, [(tagged, "ORG")]) == [(found, "ORG")]


def test_a_body_named_twice_is_one_a_third_time() -> None:
    text = "KVD met. Nobody from KVD spoke. They left KVD and went to Karsk."
    tagged = [("KVD met", "ORG"), ("KVD spoke", "ORG")]
    names = entities(text, [(words[:3], label) for words, label in tagged])
    assert names == [("KVD", "ORG")]
    tokens = words_of(text)
    twice = [Entity(k, k + 1, "ORG") for k, t in enumerate(tokens) if t.text == "KVD"][:2]
    assert [e.label for e in complete_entities(text, tokens, twice, [""] * len(tokens))].count("ORG") == 3


def test_an_address_is_no_place() -> None:
    assert entities("He lives at 14 Harbour Road.", [("Harbour Road", "LOC")]) == [("14", "QUANTITY")]
    assert ("Harbour Road", "LOC") in entities("He lives on Harbour Road.", [("Harbour Road", "LOC")])
    assert entities("See http://shop.example/en-US:all for more.") == []


@pytest.mark.parametrize(
    ("text", "tagged", "found"),
    [
        ("They met on historic Karsk Road.", ("historic Karsk Road", "LOC"), ("Karsk Road", "LOC")),
        ("They met in northern Iraq.", ("northern Iraq", "LOC"), ("northern Iraq", "LOC")),
        ("The Minister of Defence Ada Lind left.", ("Defence Ada Lind", "PER"), ("Ada Lind", "PER")),
    ],
)
def test_what_stands_before_a_name(text: str, tagged: tuple[str, str], found: tuple[str, str]) -> None:
    assert found in entities(text, [tagged])


def test_names_in_a_row_are_parted() -> None:
    text = "Present: Tom Martin Scott Neal Phillip Allen"
    assert entities(text, [("Tom Martin Scott Neal Phillip Allen", "PER")]) == [
        ("Tom Martin", "PER"), ("Scott Neal", "PER"), ("Phillip Allen", "PER"),
    ]  # fmt: skip
    assert entities("He left Lindt / Okoro.", [("Lindt / Okoro", "ORG")]) == [("Lindt", "ORG"), ("Okoro", "ORG")]


def test_a_storm_is_no_person_and_no_place() -> None:
    text = "Hurricane Lena hit Ostrow. Lena left it in ruins, Ada Lind said."
    assert entities(text, [("Lena", "PER"), ("Ostrow", "LOC"), ("Ada Lind", "PER")]) == [
        ("Hurricane Lena", "MISC"), ("Ostrow", "LOC"), ("Ada Lind", "PER"),
    ]  # fmt: skip
    assert ("Spain", "LOC") in entities("The first Typhoon Spain bought has been delivered.", [("Spain", "LOC")])


@pytest.mark.parametrize(
    ("text", "tagged", "found"),
    [
        ("Ada Lind-Moor, who chairs the board, left.", ("Ada Lind", "ORG"), ("Ada Lind-Moor", "PER")),
        ("The freighter Ada Lind left Karsk.", ("Ada Lind", "PER"), ("Ada Lind", "MISC")),
        ("They met at the Karsk Castle.", ("Karsk Castle", "ORG"), ("Karsk Castle", "LOC")),
        ("Tánaiste Ada Lind left.", ("Tánaiste Ada Lind", "PER"), ("Ada Lind", "PER")),
    ],
)
def test_people_ships_and_buildings(text: str, tagged: tuple[str, str], found: tuple[str, str]) -> None:
    assert entities(text, [tagged])[0] == found


@pytest.mark.parametrize(
    ("text", "tagged", "found"),
    [
        ("To: Lind, Matthew; Okoro, Helen", ("Lind", "Matthew", "Okoro", "Helen"), ["Lind, Matthew", "Okoro, Helen"]),
        ("“Lindt, Ove” wrote to you.", ("Lindt", "Ove"), ["Lindt, Ove"]),
        ("Among them were Lind, Matthew and Helen.", ("Lind", "Matthew", "Helen"), ["Lind", "Matthew", "Helen"]),
    ],
)
def test_a_surname_before_its_given_name(text: str, tagged: tuple[str, ...], found: list[str]) -> None:
    assert [name for name, _ in entities(text, [(name, "PER") for name in tagged])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("Lind@HARBOUR wrote.", [("Lind@HARBOUR", "PER")]), ("lind@harbour.example wrote.", [])],
)
def test_an_address_is_no_name(text: str, found: list[tuple[str, str]]) -> None:
    assert entities(text, [(text.partition(" ")[0], "PER")]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The army of Ostrel fired two mortars and a rifle.", {("mortars", "WEAPON"), ("rifle", "WEAPON")}),
        ("A car bomb and three IEDs went off in Karsk.", {("car bomb", "WEAPON"), ("IEDs", "WEAPON")}),
        ("They bought frigates and helicopters.", {("frigates", "PLATFORM"), ("helicopters", "PLATFORM")}),
        ("rebels hit a tank with a petrol bomb", {("tank", "PLATFORM"), ("petrol bomb", "WEAPON")}),
        ("HMS Valour (F 212) left.", {("HMS Valour", "PLATFORM"), ("F 212", "PLATFORM")}),
        ("HMS Valour left. Valour is new.", {("HMS Valour", "PLATFORM"), ("Valour", "PLATFORM")}),
        ("The USS Amber Bay sailed.", {("USS Amber Bay", "PLATFORM")}),
    ],
)  # fmt: skip
def test_weapons_and_platforms(text: str, found: set[tuple[str, str]]) -> None:
    assert set(arms(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "The think tank published a paper.",
        "Militant fighters entered the town.",
        "A suicide bomber was seen near the market.",
        "Two trucks carried bread to the villagers.",
        "It was a smoking gun for the lawyers.",
        "The Missile Command said nothing.",
    ],
)
def test_what_is_no_weapon(text: str) -> None:
    assert arms(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rebel vehicles burned", ["vehicles"]),
        ("the vehicles were parked at the school", []),
        ("bomber, fighter and transport aircraft", ["bomber", "fighter", "transport aircraft"]),
    ],
)
def test_everyday_vehicles_are_platforms_beside_words_of_war(text: str, found: list[str]) -> None:
    assert [words for words, _ in arms(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 3 May it cost $4 million.", [("3 May", "DATE"), ("$4 million", "MONEY")]),
        ("Since March 2019 it grew for two years.", [("March 2019", "DATE"), ("for two years", "DURATION")]),
        ("They left on Christmas Eve with 40 trucks.", [("Christmas Eve", "DATE"), ("40 trucks", "QUANTITY")]),
        ("Many came first, and one man stayed.[3]", []),
        ("At 41°02′N it lies.", []),
    ],
)
def test_times_and_amounts(text: str, found: list[tuple[str, str]]) -> None:
    assert amounts(text) == found


def test_a_nationality_stands_within_the_name_of_a_body() -> None:
    found = entities("The Norwegian Coast Watch spoke.", [("Norwegian Coast Watch", "ORG")])
    assert ("Norwegian Coast Watch", "ORG") in found
    assert ("Norwegian", "NATIONALITY") in found


@pytest.mark.parametrize(
    ("text", "people"), [("A Peruvian ship left.", "Peruvian"), ("a kenyan farmer spoke.", "kenyan")]
)
def test_a_people_is_no_place(text: str, people: str) -> None:
    assert (people, "NATIONALITY") in entities(text, [(people, "LOC")])
    assert (people, "LOC") not in entities(text, [(people, "LOC")])


@pytest.mark.parametrize(
    ("text", "tagged", "label"),
    [("Norway denied it.", "PER", "LOC"), ("Peru denied it.", "ORG", "LOC"), ("NATO denied it.", "LOC", "ORG")],
)
def test_the_lexicons_know_better(text: str, tagged: str, label: str) -> None:
    name = text.split()[0]
    assert entities(text, [(name, tagged)]) == [(name, label)]


def test_addresses_and_marks_are_no_names() -> None:
    text = "Write to desk@ledger.example or see https://ledger.example/a , says ( Ana ) ."
    tagged = [("desk@ledger.example", "PER"), ("https://ledger.example/a", "LOC"), ("( Ana )", "PER")]
    assert entities(text, tagged) == [("Ana", "PER")]


def test_one_name_has_one_label_in_a_report() -> None:
    text = "Varn spoke. Varn left. Varn slept."
    tokens = words_of(text)
    tagged = [Entity(0, 1, "PER"), Entity(3, 4, "LOC"), Entity(6, 7, "PER")]
    assert {e.label for e in complete_entities(text, tokens, tagged, [""] * len(tokens))} == {"PER"}


def test_features_know_lists_and_letters() -> None:
    table = word_features(["Mount", "Elgon", "in", "Norway"], cased=True)
    on = [{name for name, value in zip(FEATURES, row, strict=True) if value} for row in table]
    assert "place-front" in on[0]
    assert {"state", "begins-large"} <= on[3]
    assert "small" in on[2]
    low = word_features(["norway"], cased=False)[0]
    assert {name for name, value in zip(FEATURES, low, strict=True) if value} == {"state", "after-stop"}


def test_a_hyphen_parts_no_name() -> None:
    """Of four words with given names at the first and third place two persons are made, but not of Hye-jin."""
    assert ("Hye-jin Ok", "PER") in entities("They met Hye-jin Ok.", [("Hye-jin Ok", "PER")])
    assert ("Anna Ruiz", "PER") in entities("They met Anna Ruiz Maria Lopez.", [("Anna Ruiz Maria Lopez", "PER")])
