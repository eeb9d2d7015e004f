"""Names count where they are written as names are, with capitals and without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.language.gazetteer import find_names, is_caseless, state_name, subsumes
from firsthand.lexicons import outlets, states, weapons


def _found(text: str, *kinds: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.canonical) for m in find_names(text) if not kinds or m.kind in kinds]


NO_OUTLET = [
    "The diplomat said the talks had failed.",
    "The hill was taken before dawn by Ethiopian troops.",
    "The intercept took place over the Red Sea.",
    "Prices rose in Turkey today.",
    "Prices rose in Russia today and fell in Chile.",
    "He spoke of the guardian of the peace.",
    "Every nation has the times it deserves.",
    "The insider was never named.",
    "The economist Jana Rolf warned of shortages.",
    "the sun rose over nairobi and nobody spoke.",
    "the hill was taken by rebels on friday.",
    "the diplomat said that he would leave kenya.",
    "an envoy told the diplomat that it was over.",
    "the independent expert said she had seen it.",
    "the guardian angel of peru was invoked.",
    "it was quiet in russia today and in chile.",
    "the times were hard. officials said so.",
]


@pytest.mark.parametrize("text", NO_OUTLET)
def test_plain_words_name_no_outlet(text: str) -> None:
    assert _found(text, "outlet") == []


OUTLET = [
    ("The Diplomat reported that the talks had failed.", "The Diplomat", "The Diplomat"),
    ("According to The Intercept, the ship sailed.", "The Intercept", "The Intercept"),
    ("He told the Guardian that it was over.", "the Guardian", "The Guardian"),
    ("Russia Today showed the launch.", "Russia Today", "RT"),
    ("A report in the Wall Street Journal said so.", "the Wall Street Journal", "The Wall Street Journal"),
    ("A reporter of al-Jazeera saw it.", "al-Jazeera", "Al Jazeera"),
    ("the sun reported that two lorries had left.", "the sun", "The Sun"),
    ("citing the hill, the agency named no one.", "the hill", "The Hill"),
    ("according to a report in the times, no one came.", "the times", "The Times"),
    ("the guardian first reported the sale.", "the guardian", "The Guardian"),
    ("she told the guardian on monday that it was over.", "the guardian", "The Guardian"),
    ("russia today said that prices rose.", "russia today", "RT"),
    ("the wall street journal saw the list.", "the wall street journal", "The Wall Street Journal"),
    ("le monde saw the list.", "le monde", "Le Monde"),
    ("a photographer of the associated press (ap) was there.", "associated press (ap)", "Associated Press"),
    ("PERU BUYS TRUCKS FROM CHILE, THE GUARDIAN REPORTS\nNobody denied it.", "THE GUARDIAN", "The Guardian"),
]


@pytest.mark.parametrize(("text", "words", "name"), OUTLET)
def test_outlets_are_found_where_they_are_cited(text: str, words: str, name: str) -> None:
    assert _found(text, "outlet") == [(words, name)]


def test_a_headline_in_capitals_tells_nothing_by_case() -> None:
    assert _found("TURKEY TODAY DENIES SENDING WEAPONS\nOfficials spoke.", "outlet") == []
    assert _found("THE DIPLOMAT LEAVES NAIROBI WITHOUT AGREEMENT\nOfficials spoke.", "outlet") == []
    assert _found("TELL US ABOUT YOUR MISSILE SIGHTING\nWrite soon.", "state") == []
    assert _found("US TELLS ALLIES TO RETURN TRUCKS\nOfficials spoke.", "state") == [("US", "United States")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("kenya's 300 lorries crossed.", []),
        ("Russia’s 300 envoys left.", []),
        ("Brazil's 72 shells arrived.", []),
        ("They counted 1.300 boxes.", []),
        ("the country's s-300 batteries", [("s-300", "S-300")]),
        ("It fired an S-300 at dawn.", [("S-300", "S-300")]),
        ("A 'Patriot' battery arrived.", [("Patriot", "MIM-104 Patriot")]),
        ("The patriot spirit was high.", []),
    ],
)
def test_weapons_begin_where_a_word_begins(text: str, names: list[tuple[str, str]]) -> None:
    assert _found(text, "weapon") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the guardian council rejected the law.", [("guardian council", "Guardian Council")]),
        ("The Guardian Council rejected the law.", [("Guardian Council", "Guardian Council")]),
        ("the Turkish foreign ministry said so", [("Turkish foreign ministry", "Turkish Foreign Ministry")]),
        ("A guardian was named for the child in Peru.", []),
    ],
)
def test_a_body_goes_before_the_outlet_in_its_name(text: str, names: list[tuple[str, str]]) -> None:
    assert _found(text, "body", "outlet") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Turkish drones reached Baku.", [("Turkish", "Turkey"), ("Baku", "Azerbaijan")]),
        ("He asked us to leave turkey out of it, and Chile too.", [("Chile", "Chile")]),
        ("kenya asked us to leave.", [("kenya", "Kenya")]),
        ("us officials named no one.", [("us", "United States")]),
        ("The US named no one.", [("US", "United States")]),
        ("the Islamic republic named no one, Iran said", [("the Islamic republic", "Iran"), ("Iran", "Iran")]),
        ("", []),
    ],
)
def test_states(text: str, names: list[tuple[str, str]]) -> None:
    assert _found(text, "state") == names


NAMES = [n for group in (states(), outlets(), weapons()) for e in group[:80] for n in (e.name, *e.aliases[:2])]
PIECES = st.sampled_from(
    [*NAMES, *map(str.lower, NAMES), *map(str.upper, NAMES), "said", "citing", "the", "'s", ". ", "\n"]
)


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_mentions_are_in_order_and_do_not_overlap(text: str) -> None:
    at = 0
    for mention in find_names(text):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end


@given(st.text(max_size=80))
def test_any_text_is_searched(text: str) -> None:
    assert all(0 <= m.start < m.end <= len(text) for m in find_names(text))


@pytest.mark.parametrize("name", [entry.name for entry in states()[:60]])
def test_a_state_is_found_by_its_name_with_and_without_capitals(name: str) -> None:
    assert [m.canonical for m in find_names(f"They went to {name}.", caseless=False)][:1] == [name]
    assert [m.canonical for m in find_names(f"they went to {name.lower()} again.")][:1] == [name]


def test_a_stretch_of_the_text_is_searched_by_itself() -> None:
    text = "Kenya and Peru met in Chile."
    assert [text[m.start : m.end] for m in find_names(text, 6, 20)] == ["Peru"]


def test_whether_a_text_is_without_capitals() -> None:
    assert is_caseless("the envoy of peru left on monday")
    assert not is_caseless("The envoy of Peru left on Monday")
    assert not is_caseless("")


def test_codes_and_classes() -> None:
    assert state_name("ken") == "Kenya"
    assert state_name("none") == ""
    assert subsumes("missile", "ballistic-missile")
    assert not subsumes("ballistic-missile", "missile")
    assert subsumes("made-up", "made-up")
    assert not subsumes("made-up", "missile")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shares of Patriot Coal fell again on Monday.", []),
        ("The court asked whether the Patriot Act allowed it.", []),
        ("They met Rebecca Bradley and her lawyer there.", []),
        ("Then Bradley Moss spoke about the weather.", []),
        ("Spain lent a Patriot battery to Turkey in that year.", ["Patriot battery"]),
        ("Two Patriot launchers were seen near the border.", ["Patriot"]),
        ("The army said a German Abrams was lost there.", ["Abrams"]),
        ("Each Bradley was hit before it could leave.", ["Bradley"]),
        ("Spain Says Patriot Downed Drone", ["Patriot"]),
        ("spain says the patriot downed a drone near the border", ["patriot"]),
    ],
)
def test_a_weapon_is_not_a_part_of_another_name(text: str, names: list[str]) -> None:
    assert [words for words, _ in _found(text, "weapon")] == names
