"""Sentences of our own about many actors, read by the reader of the package."""

from functools import cache

import pytest
from event_readings import names, report_of, speaker, statement_of

from firsthand.events import find_events
from firsthand.model import Event, Reading

reader_module = pytest.importorskip("firsthand.reader")


@cache
def read(text: str) -> Reading:
    return reader_module.load_reader().read(report_of(text))


def event_of(text: str) -> Event:
    (event,), _ = find_events([report_of(text)], [read(text)], (), [statement_of(text, text.rstrip("."))])
    return event


# text; type:phase; supplier; recipient; item; best, or low of the quantity
TRANSFERS = [
    ("Turkey has delivered 36 combat drones to Azerbaijan.", "delivered", "Turkey", "Azerbaijan", "combat drones", 36),
    (
        "South Korea will send more than 180 tanks to Poland next year.",
        "preparing",
        "South Korea",
        "Poland",
        "tanks",
        181,
    ),
    ("Poland has ordered 180 tanks from South Korea.", "agreed", "South Korea", "Poland", "tanks", 180),
    ("China sold four frigates to Pakistan in 2018.", "delivered", "China", "Pakistan", "frigates", 4),
    ("The frigates were delivered to Pakistan by China.", "delivered", "China", "Pakistan", "frigates", None),
    (
        "Libya obtained armoured vehicles from the United Arab Emirates.",
        "delivered",
        "United Arab Emirates",
        "Libya",
        "armoured vehicles",
        None,
    ),
    ("Armoured vehicles from Jordan reached Libya in May.", "delivered", "Jordan", "Libya", "armoured vehicles", None),
    ("North Macedonia has donated tanks to Ukraine.", "delivered", "North Macedonia", "Ukraine", "tanks", None),
    ("Algeria wants to buy 14 Su-57 fighter jets from Russia.", "sought", "Russia", "Algeria", None, 14),
    ("Taiwan asked Brazil for more missiles.", "sought", "Brazil", "Taiwan", "missiles", None),
    ("Mali is getting Turkish drones.", "delivered", "Turkey", "Mali", "drones", None),
    ("Between 50 and 60 howitzers were sent from Norway to Estonia.", "shipped", "Norway", "Estonia", "howitzers", 50),
    ("Egypt secretly planned to supply Russia with 40,000 rockets.", "preparing", "Egypt", "Russia", "rockets", 40000),
    ("Egypt secretly planned to supply 40,000 rockets to Russia.", "preparing", "Egypt", "Russia", "rockets", 40000),
    (
        "Israel's delivery of air defence systems to Cyprus was completed in December.",
        "delivered",
        "Israel",
        "Cyprus",
        "air defence systems",
        None,
    ),
    ("the delivery of rifles from serbia to armenia has begun.", "delivered", "Serbia", "Armenia", "rifles", None),
    ("the delivery of serbian rifles to armenia has begun.", "delivered", "Serbia", "Armenia", "rifles", None),
    (
        "Saudi Arabia is supplying weapons to both sides in the war.",
        "delivered",
        "Saudi Arabia",
        "parties to the conflict",
        "weapons",
        None,
    ),
    (
        "The United Arab Emirates armed the Rapid Support Forces with howitzers.",
        "delivered",
        "United Arab Emirates",
        "Rapid Support Forces",
        "howitzers",
        None,
    ),
    (
        "The Netherlands agreed to transfer 24 F-16 fighter jets to Ukraine.",
        "agreed",
        "Netherlands",
        "Ukraine",
        None,
        24,
    ),
    (
        "The sale of 12 helicopters to Nigeria was approved by Washington.",
        "agreed",
        "United States",
        "Nigeria",
        "helicopters",
        12,
    ),
    ("Sweden may supply Ukraine with Gripen fighter jets.", "delivered", "Sweden", "Ukraine", None, None),
    ("Germany has never sold tanks to Qatar.", "delivered", "Germany", "Qatar", "tanks", None),
    (
        "Ostrel is preparing to ship dozens of cruise missiles to Kandovia.",
        "preparing",
        "Ostrel",
        "Kandovia",
        "cruise missiles",
        24,
    ),
    ("Kandovia is in talks with Ostrel to buy Zarka-5 missiles.", "negotiating", "Ostrel", "Kandovia", "Zarka-5", None),
    ("Kandovia is in talks to buy Zarka-5 missiles from Ostrel.", "negotiating", "Ostrel", "Kandovia", "Zarka-5", None),
    ("In return for rockets, Ostrel gave Kandovia two submarines.", "delivered", "Ostrel", "Kandovia", "submarines", 2),
]


@pytest.mark.parametrize(("text", "phase", "supplier", "recipient", "item", "number"), TRANSFERS)
def test_transfers(
    text: str, phase: str, supplier: str, recipient: str, item: str | None, number: float | None
) -> None:
    event = event_of(text)
    assert (event.type, event.phase) == ("transfer", phase)
    assert names(event, "supplier") == [supplier]
    assert names(event, "recipient") == [recipient]
    if item:
        assert names(event, "item") == [item]
    if number is not None:
        assert number in (event.quantities[0].best, event.quantities[0].low)


OTHERS = [
    (
        "Azerbaijan fired Israeli-made ballistic missiles at Armenian positions.",
        "use",
        {"user": "Azerbaijan", "supplier": "Israel"},
    ),
    ("Myanmar's army used Chinese fighter jets against villages.", "use", {"user": "Myanmar", "supplier": "China"}),
    (
        "France is training Moldovan soldiers on the use of howitzers.",
        "training",
        {"trainer": "France", "trainee": "Moldova"},
    ),
    (
        "Washington imposed sanctions on Belarus for arming Sudan.",
        "sanction",
        {"sanctioner": "United States", "sanctioned": "Belarus"},
    ),
    (
        "The European Union will impose export controls on Ostrel.",
        "sanction",
        {"sanctioner": "European Union", "sanctioned": "Ostrel"},
    ),
    (
        "Any sale of fighter jets to Turkey would be a threat to the region.",
        "escalation",
        {"recipient": "Turkey", "item": "fighter jets"},
    ),
    ("Ethiopia hid the transfer of drones from Turkey.", "concealment", {"supplier": "Turkey"}),
    ("The Korvat missiles have a range of 300 kilometres.", "capability", {"item": "Korvat"}),
    ("Venezuela is said to have built a factory for rifles with Russian help.", "production", {"party": "Venezuela"}),
    ("The minister visited an arms fair in Ankara.", "showcase", {}),
    ("Satellite images could detect the shipments.", "detection", {}),
]


@pytest.mark.parametrize(("text", "kind", "roles"), OTHERS)
def test_other_types(text: str, kind: str, roles: dict[str, str]) -> None:
    event = event_of(text)
    assert event.type == kind
    for role, name in roles.items():
        assert name in names(event, role)


def test_parties_of_a_deal_and_of_ties() -> None:
    assert names(event_of("Brazil and Sweden signed a contract for 36 fighter jets."), "party") == ["Brazil", "Sweden"]
    assert names(event_of("Military ties between Vietnam and India have grown."), "party") == ["Vietnam", "India"]


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Germany has never sold tanks to Qatar.", "negative", "actual"),
        ("Norway did not send howitzers to Israel.", "negative", "actual"),
        ("Sweden may supply Ukraine with Gripen fighter jets.", "positive", "possible"),
        ("South Korea will send more than 180 tanks to Poland.", "positive", "planned"),
        ("Any sale of fighter jets to Turkey would be a threat.", "positive", "hypothetical"),
        ("Peru refrains from selling rifles to Bolivia.", "negative", "actual"),
    ],
)
def test_polarity_and_modality(text: str, polarity: str, modality: str) -> None:
    event = event_of(text)
    assert (event.polarity, event.modality) == (polarity, modality)


def test_a_range_is_a_measure_and_no_count() -> None:
    event = event_of("The Korvat missiles have a range of 300 kilometres.")
    assert event.quantities == ()
    assert [m.best for m in event.measures] == [300]


def test_times_count_from_the_report() -> None:
    event = event_of("China sold four frigates to Pakistan last year.")
    assert event.when is not None
    assert event.when.first is not None
    assert event.when.first.year == 2022


@pytest.mark.parametrize(("state", "pronoun"), [("Serbia", "it"), ("Brazil", "it")])
def test_a_pronoun_is_the_speaker(state: str, pronoun: str) -> None:
    text = f"{state} said {pronoun} sold rifles to Armenia."
    actor = speaker(state, state)
    said = statement_of(text, f"{pronoun} sold rifles to Armenia", actor=actor, cue="said", source=state)
    (event,), _ = find_events([report_of(text)], [read(text)], (actor,), [said])
    assert names(event, "supplier") == [state]
    assert any(f.feature == "event.pronoun" for f in event.findings)


def test_lower_case_text_reads_alike() -> None:
    upper = event_of("China sold four frigates to Pakistan in 2018.")
    lower = event_of("china sold four frigates to pakistan in 2018.")
    assert [(r, f.canonical) for r, f in upper.roles] == [(r, f.canonical) for r, f in lower.roles]


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("Serbia sends Armenia rifles.", "Serbia", "Armenia"),
        ("Crates of rifles went from Mersin in Turkey to Derna in Libya.", "Turkey", "Libya"),
        ("Rifles were shipped from Burgas in Bulgaria to Yemen.", "Bulgaria", "Yemen"),
        ("Ethiopia has already armed Somali rebels with rifles.", "Ethiopia", "Somalia"),
    ],
)
def test_places_stand_for_their_state_and_names_behind_the_verb_receive(
    text: str, supplier: str, recipient: str
) -> None:
    event = event_of(text)
    assert (names(event, "supplier"), names(event, "recipient")) == ([supplier], [recipient])
