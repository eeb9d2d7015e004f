"""Quantities: a table of amounts, comparisons, and properties that hold for any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.language.numbers import value_of
from firsthand.language.quantities import QuantityExpression, compatible, find_calibres, find_quantities, to_kilometres

ONE = [
    # text, expression, kind, low, best, high, unit
    ("Chile sold a dozen howitzers to Peru", "a dozen howitzers", "count", 12, 12, 12, "howitzer"),
    ("half a dozen frigates", "half a dozen frigates", "count", 6, 6, 6, "frigate"),
    ("dozens of Malian officers were in Lima", "dozens of Malian officers", "count", 24, None, 99, "officer"),
    ("several dozen trucks", "several dozen trucks", "count", 36, None, 99, "truck"),
    ("scores of civilians", "scores of civilians", "count", 40, None, 99, "civilian"),
    ("hundreds of cruise missiles", "hundreds of cruise missiles", "count", 200, None, 999, "missile"),
    ("Hundreds of Rockets", "Hundreds of Rockets", "count", 200, None, 999, "rocket"),
    ("several hundred shells", "several hundred shells", "count", 300, None, 999, "shell"),
    ("thousands of rifles", "thousands of rifles", "count", 2000, None, 9999, "rifle"),
    ("tens of thousands of rounds", "tens of thousands of rounds", "count", 20000, None, 99999, "round"),
    ("hundreds of thousands of mines", "hundreds of thousands of mines", "count", 200000, None, 999999, "mine"),
    ("millions of cartridges", "millions of cartridges", "count", 2000000, None, None, "cartridge"),
    ("over 170 drones", "over 170 drones", "count", 171, None, None, "drone"),
    ("more than 1,000 containers", "more than 1,000 containers", "count", 1001, None, None, "container"),
    ("at least 12 crews", "at least 12 crews", "count", 12, None, None, "crew"),
    ("no fewer than nine bridges", "no fewer than nine bridges", "count", 9, None, None, "bridge"),
    ("some 200 soldiers", "some 200 soldiers", "count", 180, 200, 220, "soldier"),
    ("about 400 short-range rockets", "about 400 short-range rockets", "count", 360, 400, 440, "rocket"),
    ("an estimated 50 tankers", "an estimated 50 tankers", "count", 45, 50, 55, "tanker"),
    ("nearly 300 recruits", "nearly 300 recruits", "count", 270, 300, 300, "recruit"),
    ("just over 100 pilots", "just over 100 pilots", "count", 100, 100, 110, "pilot"),
    ("up to 30 launchers", "up to 30 launchers", "count", None, None, 30, "launcher"),
    ("as many as 20 jets", "as many as 20 jets", "count", None, None, 20, "jet"),
    ("fewer than 50 tanks", "fewer than 50 tanks", "count", None, None, 49, "tank"),
    ("no more than 8 boats", "no more than 8 boats", "count", None, None, 8, "boat"),
    ("a couple of corvettes", "a couple of corvettes", "count", 2, 2, 2, "corvette"),
    ("a few vessels", "a few vessels", "count", 3, None, None, "vessel"),
    ("several armoured vehicles", "several armoured vehicles", "count", 3, None, None, "vehicle"),
    ("a handful of instructors", "a handful of instructors", "count", 3, None, None, "instructor"),
    ("a limited number of mortars", "a limited number of mortars", "count", None, None, None, "mortar"),
    ("an unspecified number of grenades", "an unspecified number of grenades", "count", None, None, None, "grenade"),
    ("large quantities of shells", "large quantities of shells", "count", None, None, None, "shell"),
    ("multiple shipments of rifles", "multiple shipments", "count", None, None, None, "shipment"),
    ("four shipments since", "four shipments", "count", 4, 4, 4, "shipment"),
    ("twenty-five tanks", "twenty-five tanks", "count", 25, 25, 25, "tank"),
    ("two hundred Kenyan troops", "two hundred Kenyan troops", "count", 200, 200, 200, "troop"),
    ("1.5 million shells", "1.5 million shells", "count", 1.5e6, 1.5e6, 1.5e6, "shell"),
    ("1.000 crates", "1.000 crates", "count", 1000, 1000, 1000, "crate"),
    ("200 to 300 rockets", "200 to 300 rockets", "count", 200, None, 300, "rocket"),
    ("200–300 rockets", "200–300 rockets", "count", 200, None, 300, "rocket"),
    ("between 30 and 40 tanks", "between 30 and 40 tanks", "count", 30, None, 40, "tank"),
    ("two or three batteries", "two or three batteries", "count", 2, None, 3, "battery"),
    ("2 to 3 million rounds", "2 to 3 million rounds", "count", 2e6, None, 3e6, "round"),
    ("400 or more drones", "400 or more drones", "count", 400, None, None, "drone"),
    ("60 or so engineers", "60 or so engineers", "count", 54, 60, 66, "engineer"),
    ("24 F-50 fighter jets", "24 F-50 fighter jets", "count", 24, 24, 24, "jet"),
    ("30 F-50s", "30 F-50s", "count", 30, 30, 30, "F-50"),
    ("nine Zorblats", "nine Zorblats", "count", 9, 9, 9, "Zorblat"),
    ("a 12-page report", "12-page", "count", 12, 12, 12, "page"),
    ("a million people", "a million people", "count", 1e6, 1e6, 1e6, "person"),
    ("12 crew members", "12 crew members", "count", 12, 12, 12, "member"),
    ("many of the ministry's howitzers", "many of the ministry's howitzers", "count", None, None, None, "howitzer"),
    ("a 10,000-strong force", "10,000-strong", "count", 10000, 10000, 10000, ""),
    ("15 Leopard 2A6 tanks", "15 Leopard 2A6 tanks", "count", 15, 15, 15, "tank"),
    ("3\u202f000 rounds", "3\u202f000 rounds", "count", 3000, 3000, 3000, "round"),
    ("3 000 rounds", "3 000 rounds", "count", 3000, 3000, 3000, "round"),
    ("between 300km and 500km", "between 300km and 500km", "distance", 300, None, 500, "km"),
    ("300m away", "300m", "distance", 300, 300, 300, "m"),
    ("500m euros", "500m euros", "money", 5e8, 5e8, 5e8, "EUR"),
    ("$7m", "$7m", "money", 7e6, 7e6, 7e6, "USD"),
    ("46 ordered jets", "46 ordered jets", "count", 46, 46, 46, "jet"),
    ("the toll was 170", "170", "count", 170, 170, 170, ""),
    ("a 40-mile radius", "40-mile", "distance", 40, 40, 40, "mile"),
    ("a 250-kilometre range", "250-kilometre", "distance", 250, 250, 250, "km"),
    ("under 300 km", "under 300 km", "distance", None, None, 300, "km"),
    ("more than 90 km away", "more than 90 km", "distance", 90, None, None, "km"),
    ("80 nautical miles", "80 nautical miles", "distance", 80, 80, 80, "nautical mile"),
    ("500km", "500km", "distance", 500, 500, 500, "km"),
    ("20 tonnes of powder", "20 tonnes", "weight", 20, 20, 20, "tonne"),
    ("a 450-kilogram warhead", "450-kilogram", "weight", 450, 450, 450, "kg"),
    ("about 100 square kilometres", "about 100 square kilometres", "area", 90, 100, 110, "km2"),
    ("$5 million", "$5 million", "money", 5e6, 5e6, 5e6, "USD"),
    ("US$500,000", "US$500,000", "money", 5e5, 5e5, 5e5, "USD"),
    ("over €3bn", "over €3bn", "money", 3e9, None, None, "EUR"),
    ("two billion dollars", "two billion dollars", "money", 2e9, 2e9, 2e9, "USD"),
    ("12 percent", "12 percent", "percent", 12, 12, 12, "percent"),
    ("75.5% of", "75.5%", "percent", 75.5, 75.5, 75.5, "percent"),
    ("a 34-year-old man", "34-year-old", "age", 34, 34, 34, "year"),
    ("the man, aged 34,", "aged 34", "age", 34, 34, 34, "year"),
    ("a three-day visit", "three-day", "duration", 3, 3, 3, "day"),
    ("half a million rounds", "half a million rounds", "count", 5e5, 5e5, 5e5, "round"),
    ("One and a half million mines", "One and a half million mines", "count", 1.5e6, 1.5e6, 1.5e6, "mine"),
    ("3 lakh mines", "3 lakh mines", "count", 3e5, 3e5, 3e5, "mine"),
    ("Rs 20 crore", "Rs 20 crore", "money", 2e8, 2e8, 2e8, "INR"),
    ("12 million Swedish kronor", "12 million Swedish kronor", "money", 1.2e7, 1.2e7, 1.2e7, "SEK"),
    ("5 million pounds for it", "5 million pounds", "money", 5e6, 5e6, 5e6, "GBP"),
    ("5 million pounds of grain", "5 million pounds", "weight", 5e6, 5e6, 5e6, "pound"),
    ("two-thirds of the crew", "two-thirds", "percent", 66.7, 66.7, 66.7, "percent"),
    ("one in five rifles", "one in five", "percent", 20, 20, 20, "percent"),
    ("half the boats", "half the", "percent", 50, 50, 50, "percent"),
    ("both ferries sank", "both ferries", "count", 2, 2, 2, "ferry"),
    ("a trio of submarines", "a trio of submarines", "count", 3, 3, 3, "submarine"),
    ("60-odd crates", "60-odd crates", "count", 60, None, 69, "crate"),
    ("500-plus mines", "500-plus mines", "count", 500, None, None, "mine"),
    ("two or three hundred mines", "two or three hundred mines", "count", 200, None, 300, "mine"),
    ("18 (eighteen) guns", "18 (eighteen) guns", "count", 18, 18, 18, "gun"),
    ("less than a dozen jets", "less than a dozen jets", "count", None, None, 11, "jet"),
    ("took over 14 boats", "14 boats", "count", 14, 14, 14, "boat"),
    ("10 Mi-90 helicopters", "10 Mi-90 helicopters", "count", 10, 10, 10, "helicopter"),
    ("1.5m mines", "1.5m mines", "count", 1.5e6, 1.5e6, 1.5e6, "mine"),
    ("six missile gunboats", "six missile gunboats", "count", 6, 6, 6, "gunboat"),
    ("nine old but sturdy trucks", "nine old but sturdy trucks", "count", 9, 9, 9, "truck"),
    ("7 second-hand, Omani-built barges", "7 second-hand, Omani-built barges", "count", 7, 7, 7, "barge"),
    ("four times more shells", "four times more shells", "count", None, None, None, "shell"),
    ("the third delivery", "third", "ordinal", 3, 3, 3, ""),
]


@pytest.mark.parametrize(("text", "words", "kind", "low", "best", "high", "unit"), ONE)
def test_one(
    text: str, words: str, kind: str, low: float | None, best: float | None, high: float | None, unit: str
) -> None:
    q = find_quantities(text)[0]
    assert (q.text, q.kind, q.unit) == (words, kind, unit)
    assert (q.low, q.best, q.high) == pytest.approx((low, best, high))


@pytest.mark.parametrize(("text", "words", "kind", "low", "best", "high", "unit"), ONE)
def test_capitals_make_no_difference(
    text: str, words: str, kind: str, low: float | None, best: float | None, high: float | None, unit: str
) -> None:
    q, low_case = find_quantities(text)[0], find_quantities(text.lower())[0]
    assert (q.low, q.best, q.high, q.kind) == (low_case.low, low_case.best, low_case.high, low_case.kind)


@pytest.mark.parametrize(
    "text",
    [
        "the Grom-360 and F-50",
        "155mm shells",
        "a 155 mm gun",
        "Resolution 1718",
        "on 3 May 2021",
        "in 2016",
        "at 10:30",
        "at 5 p.m.",
        "9/11",
        "the Zorblat 75",
        "the leopard 2",
        "a one-sided deal",
        "a two-front war",
        "one of them",
        "Bolivia bought a missile",
        "the 6.35 version",
        "both Chad and Mali",
        "a quarter of an hour",
        "https://example.org/a-12/345",
        "a two-to-one score-line v2.3.1",
    ],
)
def test_none(text: str) -> None:
    assert [q.text for q in find_quantities(text) if q.text != "one"] == []


@pytest.mark.parametrize(
    ("one", "other", "holds", "words"),
    [
        ("75 miles", "under 300 kilometers", True, '75 miles" = 120.7 km lies within "under 300 kilometers".'),
        ("up to 80 km", "50 miles", True, '50 miles" = 80.5 km'),
        ("500 km", "75 miles", False, "cannot both hold"),
        ("20 tons", "15 tonnes", False, "cannot both hold"),
        ("200 missiles", "over 170 missiles", True, "lies within"),
        ("200 missiles", "dozens of missiles", False, "cannot both hold"),
        ("four shipments", "200 missiles", True, "not compared"),
        ("a limited number of drones", "200 drones", True, "gives no figure"),
        ("some 200 tanks", "210 tanks", True, "lies within"),
        ("200 tanks", "200 tanks", True, "are the same"),
        ("200 tanks", "201 tanks", False, "cannot both hold"),
        ("$5 million", "€9 million", True, "not compared"),
        ("12 percent", "12 km", True, "not compared"),
        ("180 to 220 tanks", "200 to 300 tanks", True, "can both hold"),
        ("at least 12 crews", "up to 10 crews", False, "cannot both hold"),
    ],
)
def test_compatible(one: str, other: str, holds: bool, words: str) -> None:
    (a,), (b,) = find_quantities(one), find_quantities(other)
    for left, right in ((a, b), (b, a)):
        found, sentence = compatible(left, right)
        assert found is holds
        assert sentence.endswith(".")
        assert words in sentence


def test_to_kilometres() -> None:
    assert to_kilometres(75, "mile") == pytest.approx(120.7, abs=0.01)
    assert to_kilometres(1, "nautical miles") == pytest.approx(1.852)
    assert to_kilometres(1500, "metres") == pytest.approx(1.5)
    assert to_kilometres(3, "tonne") is None
    assert to_kilometres(3, "") is None


@pytest.mark.parametrize(
    ("text", "value"), [("ninety-nine", 99), ("two hundred and ten thousand", 210_000), ("1,300", 1300), ("many", None)]
)
def test_value_of(text: str, value: float | None) -> None:
    assert value_of(text) == value


def test_offsets_are_into_the_whole_text() -> None:
    text = "İzmir: 200 tanks, 75 miles, and a dozen jets."
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["200 tanks", "75 miles", "a dozen jets"]
    assert [q.text for q in find_quantities(text, 16)] == ["75 miles", "a dozen jets"]
    assert find_quantities(text, 0, 6) == []


# fmt: off
PIECES = st.sampled_from([
    "200", "1,3", "1.5", "million", "hundred", "dozens", "a", "dozen", "of", "over", "up to", "some", "$", "€5", "-",
    "–", "to", "between", "and", "miles", "km", "%", "tanks", "Su-35s", "the", "or more", "+", "aged", "İ", "ß", ",",
    "a limited number of", "one", "5 p.m.", "3 May", "2024", "-year-old", "third", "\n", "mm", "No.", "ammunition",
])
# fmt: on


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join)))
def test_any_text(text: str) -> None:
    end = 0
    found = find_quantities(text)
    for q in found:
        assert q.start >= end
        end = q.end
        assert q.text == text[q.start : q.end] != ""
        figures = [f for f in (q.low, q.best, q.high) if f is not None]
        assert figures == sorted(figures)
    for one, other in pairwise(found):
        assert compatible(one, other)[0] == compatible(other, one)[0]


@pytest.mark.parametrize("bad", ["a" * 100_000, "1" * 100_000, "1," * 50_000, "two " * 25_000, "a-" * 50_000])
def test_long_words_are_quick(bad: str) -> None:
    began = time.process_time()
    find_quantities(bad)
    assert time.process_time() - began < 5


def test_numbers_inside_a_phrase_may_be_names() -> None:
    (q,) = find_quantities("20 Hawk 75 trainers")
    assert (q.text, q.low, q.unit) == ("20 Hawk 75 trainers", 20, "trainer")


def test_is_frozen() -> None:
    assert isinstance(find_quantities("200 tanks")[0], QuantityExpression)


@pytest.mark.parametrize(
    ("text", "bores"),
    [
        ("20,000 155mm shells", [("155mm", 155, "mm")]),
        ("a 120-mm mortar and a 9 millimetre pistol", [("120-mm", 120, "mm"), ("9 millimetre", 9, "mm")]),
        ("7.62x39mm rounds", [("7.62x39mm", 7.62, "mm")]),
        ("an 8-inch gun, 30 mm", [("8-inch", 8, "inch"), ("30 mm", 30, "mm")]),
        ("the Zorblat-155 and 155 crates", []),
    ],
)
def test_calibres(text: str, bores: list[tuple[str, float, str]]) -> None:
    assert [(q.text, q.best, q.unit) for q in find_calibres(text)] == bores
