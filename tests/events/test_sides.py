"""Who gives and who receives, where the words around a name say so: invented reports, read by the reader."""

import pytest
from event_readings import names, report_of, speaker, statement_of
from test_with_reader import event_of, read

from firsthand.events import find_events
from firsthand.model import Event


def said(text: str, content: str, **fields: object) -> Event:
    actor = fields.get("actor")
    (event,), _ = find_events(
        [report_of(text)],
        [read(text)],
        (actor,) if actor else (),
        [statement_of(text, content, **fields)],  # type: ignore[arg-type]
    )
    return event


@pytest.mark.parametrize(
    ("text", "content", "source", "state", "giver", "taker"),
    [
        (
            "Sudan stands accused by the government of Kenya of shipping Chad a great number of howitzers.",
            "shipping Chad a great number of howitzers",
            "the government of Kenya",
            "Kenya",
            "Sudan",
            "Chad",
        ),
        (
            "Bolivia stands accused by the ministry of Peru of sending Chile hundreds of rockets.",
            "sending Chile hundreds of rockets",
            "the ministry of Peru",
            "Peru",
            "Bolivia",
            "Chile",
        ),
    ],
)
def test_who_accuses_is_no_supplier(text: str, content: str, source: str, state: str, giver: str, taker: str) -> None:
    event = said(text, content, actor=speaker("ministry", state), source=source, cue="stands accused")
    assert names(event, "supplier") == [giver]
    assert names(event, "recipient") == [taker]


@pytest.mark.parametrize(
    ("text", "giver", "taker"),
    [
        ("Norway said the Kasal Guild had received drones from Chad.", "Chad", "Kasal Guild"),
        ("Peru said Kenya had received rifles from Laos.", "Laos", "Kenya"),
        ("Unnamed Norwegian officials believe Laos has already sent rifles to Kenya.", "Laos", "Kenya"),
        ("Laos has already sent mortars to Chad for the Kasal Guild.", "Laos", "Kasal Guild"),
        ("Peru has sent rifles to Bolivia for Ghana's army.", "Peru", "Ghana"),
        ("The rockets left the Kenyan port for Chad.", "Kenya", "Chad"),
        ("More than 300 crates with rifles have been delivered by Laos for Ghana's war.", "Laos", "Ghana"),
        ("Many crates of rockets have been delivered by Chad for Kenya's forces.", "Chad", "Kenya"),
    ],
)
def test_names_beside_telling_words(text: str, giver: str, taker: str) -> None:
    event = event_of(text)
    assert names(event, "supplier") == [giver]
    assert names(event, "recipient") == [taker]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Chad delivered howitzers to Kenya aboard two cargo ships.", ["howitzers"]),
        ("Rockets were sent to Peru from Laos on a ship.", ["rockets"]),
        ("China sold two ships to Ghana.", ["ships"]),
    ],
)
def test_what_goods_travel_in_is_not_the_goods(text: str, goods: list[str]) -> None:
    assert names(event_of(text), "item") == goods


@pytest.mark.parametrize("words", ["to comment", "a request for comment"])
def test_a_refusal_to_speak_tells_no_event(words: str) -> None:
    text = f"Chad sent rockets to Kenya. The ministry declined {words}."
    _, event = find_events(
        [report_of(text)],
        [read(text)],
        (),
        [statement_of(text, "Chad sent rockets to Kenya"), statement_of(text, words, number=2, stance="withholds")],
    )[0]
    assert event.type == "other"
    assert not event.roles


@pytest.mark.parametrize(
    ("text", "content", "cue", "year"),
    [
        ("The Vell Gazette first reported the shipment on 4 May.", "the shipment on 4 May", "first reported", None),
        ("The Vell Gazette reported the arms sale on 2 March.", "the arms sale on 2 March", "reported", None),
        ("Chad sent Kenya rockets under the treaty of 2019.", "Chad sent Kenya rockets under the treaty of 2019", "",
         None),
        ("Laos sent Peru rifles under a 2018 agreement.", "Laos sent Peru rifles under a 2018 agreement", "", None),
        ("Laos sent Peru rifles in 2018.", "Laos sent Peru rifles in 2018", "", 2018),
    ],
)  # fmt: skip
def test_times_that_are_not_of_the_event(text: str, content: str, cue: str, year: int | None) -> None:
    when = said(text, content, cue=cue).when
    assert (when.first.year if when and when.first else None) == year


@pytest.mark.parametrize(
    ("call", "taker"),
    [
        ("this is one more reason to provide Peru with more air defence systems", "Peru"),
        ("there is every reason to send Kenya more drones", "Kenya"),
    ],
)
def test_a_call_for_arms_takes_no_supplier_from_before(call: str, taker: str) -> None:
    text = f"Chad sent weapons to Laos. For the envoy {call}."
    told = [statement_of(text, "Chad sent weapons to Laos"), statement_of(text, call, number=2)]
    _, event = find_events([report_of(text)], [read(text)], (), told)[0]
    assert names(event, "recipient") == [taker]
    assert "Chad" not in names(event, "supplier")
