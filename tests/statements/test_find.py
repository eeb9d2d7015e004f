"""Quotations, own words, days, states that no list has, and what holds for any text."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from statement_readings import one, report_of, said_in

from firsthand.reader import load_reader
from firsthand.statements import find_statements


@pytest.mark.parametrize(
    ("text", "name", "stance"),
    [
        ("Chad has missiles and Niger has drones.\n\n“We sold the missiles to Chad because it asked for help, and we "
         "would do it again.” — Rui Alves, Brazilian defence minister", "Rui Alves", "confirms"),
        ("Peru has drones and Kenya makes them.\n\n“The drones will fly over our borders from the month of June "
         "onwards.” — Luis Rey, Peruvian army spokesman", "Luis Rey", "expects"),
    ],
)  # fmt: skip
def test_a_signed_quotation(text: str, name: str, stance: str) -> None:
    (said,) = said_in(text)
    assert (said.name, said.stance, said.cue) == (name, stance, "—")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("“We sold the missiles to Chad,” the Brazilian minister said. “Chad had asked for them in a letter of the "
         "year before.”", "letter"),
        ("“We sold the drones to Peru,” the Kenyan minister said.\n\n“Peru paid for every one of the drones before the "
         "month of May.”", "paid"),
    ],
)  # fmt: skip
def test_a_quotation_goes_on(text: str, part: str) -> None:
    first, second = said_in(text)
    assert part in second.content
    assert part not in first.content
    assert first.name == second.name


@pytest.mark.parametrize(
    "text",
    [
        "Brazil sent 40 missiles to Chad in March. Norway closed its ports.",
        "Peru received drones from Kenya in June and showed them to nobody.",
    ],
)
def test_own_words(text: str) -> None:
    (said,) = said_in(text)
    assert (said.actor, said.cue, said.stance) == (None, "", "asserts")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Norway's defence ministry said on Tuesday that Brazil had sent missiles to Chad. The ministry said that Chad "
         "had paid for them.", "had paid"),
        ("Kenya's president said on Tuesday that drones had gone to Peru. He said that Chile had been told.", "told"),
    ],
)  # fmt: skip
def test_the_day_holds_for_the_same_speaker(text: str, part: str) -> None:
    on = one(text, part).statement.said_on
    assert on is not None
    assert (on.first, on.last) == (date(2031, 5, 13), date(2031, 5, 13))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the brazilian defence minister said on monday that brazil had sent missiles to chad.", "Brazil"),
        ("kenya denied that it had delivered drones to peru.", "Kenya"),
    ],
)
def test_lower_case_reads_as_well(text: str, state: str) -> None:
    (said,) = said_in(text)
    assert said.states == (state,)


INVENTED = [
    ("The Tavrenian foreign ministry denied that it had sent missiles to Ostrevia. Tavrenia is silent. "
     "The government of Ostrevia said nothing.", "had sent", "Tavrenia"),
    ("Ostrevia's government said it had received no missiles from Tavrenia. Tavrenia's army is silent.",
     "received", "Ostrevia"),
    ("Belmar's defence minister said that missiles had gone to Ostrevia. Ostrevia's army has them.", "gone", "Belmar"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "part", "state"), INVENTED)
def test_a_state_that_no_list_has(text: str, part: str, state: str) -> None:
    said = one(text, part)
    assert said.states == (state,)


def test_another_report_shows_that_it_is_a_state() -> None:
    plain = "Varnia denied that it had sent missiles to Chad."
    (alone,) = (s for s in said_in(plain) if s.stance == "denies")
    assert alone.states == ()
    together = said_in(plain, "Varnia's army has missiles and Chad has drones.")
    assert together[0].states == ("Varnia",)


@given(st.text(alphabet=st.sampled_from("ab Tv.,“”\"'—\n-said denies Chad's missiles"), max_size=120))
@settings(deadline=None, max_examples=25)
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    report = report_of(text)
    _, statements = find_statements([report], [load_reader().read(report)])
    for statement in statements:
        for span in (*statement.content, *statement.cue, *statement.source, statement.sentence):
            assert 0 <= span.start < span.end <= len(text)


@given(st.lists(st.sampled_from([*"“”\"—,.", "Chad", "said", "denied", "missiles", "to", "that", "who", "Kenya's",
                                 "army", "sent", "no", "citing", "officials", "declined", "comment", "\n\n"]),
                max_size=24))  # fmt: skip
@settings(deadline=None, max_examples=40)
@example(["said", "“", "“", "Chad", "missiles", "“", "Kenya's", "“", "“", "denied", "said"])
def test_any_order_of_words_is_read(words: list[str]) -> None:
    report = report_of(" ".join(words))
    sources, statements = find_statements([report], [load_reader().read(report)])
    assert {s.actor for s in statements if s.actor} <= {s.id for s in sources}
