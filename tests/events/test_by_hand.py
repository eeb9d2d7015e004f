"""Rules of the events stage on trees made by hand, and on trees that are wrong."""

import pytest
from event_readings import names, reading_of, report_of, speaker, statement_of
from hypothesis import given
from hypothesis import strategies as st

from firsthand.events import find_events
from firsthand.model import Event, Source, Statement
from firsthand.reader.words import split_words


def events_of(text: str, tags: str, statements: list[Statement], sources: tuple[Source, ...] = ()) -> tuple[Event, ...]:
    events, filled = find_events([report_of(text)], [reading_of(text, tags)], sources, statements)
    assert [s.event for s in filled] == [e.id for e in events] == [f"E{n + 1}" for n in range(len(statements))]
    return events


ACTIVE = "Turkey delivered drones to Azerbaijan"
ACTIVE_TAGS = "turkey/PROPN/nsubj/1 deliver/VERB/root/1 drone/NOUN/obj/1 to/ADP/case/4 azerbaijan/PROPN/obl/1"
PASSIVE = "Frigates were sold to Pakistan by China"
PASSIVE_TAGS = (
    "frigate/NOUN/nsubj:pass/2 be/AUX/aux:pass/2 sell/VERB/root/2"
    " to/ADP/case/4"
    " pakistan/PROPN/obl/2 by/ADP/case/6 china/PROPN/obl:agent/2"
)
FLAT = "turkey/PROPN/root/0 deliver/VERB/dep/0 drone/NOUN/dep/0 to/ADP/dep/0 azerbaijan/PROPN/dep/0"


@pytest.mark.parametrize(
    ("text", "tags", "supplier", "recipient", "item"),
    [
        (ACTIVE, ACTIVE_TAGS, "Turkey", "Azerbaijan", "drones"),
        (PASSIVE, PASSIVE_TAGS, "China", "Pakistan", "frigates"),
    ],
)
def test_both_sides_by_the_tree(text: str, tags: str, supplier: str, recipient: str, item: str) -> None:
    (event,) = events_of(text, tags, [statement_of(text, text)])
    assert (event.type, event.phase) == ("transfer", "delivered")
    assert names(event, "supplier") == [supplier]
    assert names(event, "recipient") == [recipient]
    assert names(event, "item") == [item]


def test_spans_are_the_words() -> None:
    (event,) = events_of(ACTIVE, ACTIVE_TAGS, [statement_of(ACTIVE, ACTIVE)])
    report = report_of(ACTIVE)
    for _, filler in event.roles:
        assert [report.quote(span) for span in filler.spans] == [filler.text]
    assert any(f.feature == "event.type" and f.spans for f in event.findings)


def test_a_tree_without_shape_still_gives_the_recipient() -> None:
    (event,) = events_of(ACTIVE, FLAT, [statement_of(ACTIVE, ACTIVE)])
    assert (event.type, names(event, "recipient")) == ("transfer", ["Azerbaijan"])


@pytest.mark.parametrize(("state", "source_words"), [("Serbia", "Serbia"), ("Brazil", "Brazil")])
def test_the_speaker_acts_where_the_words_have_no_subject(state: str, source_words: str) -> None:
    text = f"{source_words} denied selling rifles to Armenia"
    tags = f"{state.lower()}/PROPN/nsubj/1 deny/VERB/root/1 sell/VERB/xcomp/1 rifle/NOUN/obj/2"
    tags += " to/ADP/case/5 armenia/PROPN/obl/2"
    actor = speaker(state, state)
    said = statement_of(
        text, "selling rifles to Armenia", stance="denies", actor=actor, cue="denied", source=source_words
    )
    (event,) = events_of(text, tags, [said], (actor,))
    assert names(event, "supplier") == [state]
    assert any(f.feature == "event.speaker-acts" for f in event.findings)


@pytest.mark.parametrize(("pointer", "noun"), [("the report", "report"), ("the allegations", "allegation")])
def test_what_is_said_points_back(pointer: str, noun: str) -> None:
    text = f"Turkey delivered drones to Azerbaijan ; Baku rejected {pointer}"
    tags = f"{ACTIVE_TAGS} ;/PUNCT/punct/1 baku/PROPN/nsubj/7 reject/VERB/parataxis/1 the/DET/det/9 {noun}/NOUN/obj/7"
    one = speaker("a daily", kind="media")
    two = speaker("Azerbaijan", "Azerbaijan")
    said = [
        statement_of(text, ACTIVE, actor=one),
        statement_of(text, pointer, number=2, stance="denies", actor=two, cue="rejected", source="Baku"),
    ]
    first, second = events_of(text, tags, said, (one, two))
    assert second.type == "transfer"
    assert [n for n, _ in second.roles] == [n for n, _ in first.roles]
    (finding,) = [f for f in second.findings if f.feature == "event.anaphora"]
    assert finding.value == "S1"
    assert {span.start for span in finding.spans} == {0, text.index(pointer)}


def test_missing_sides_come_from_the_transfer_told_before() -> None:
    text = "Turkey delivered drones to Azerbaijan ; the drones arrived"
    tags = f"{ACTIVE_TAGS} ;/PUNCT/punct/1 the/DET/det/7 drone/NOUN/nsubj/8 arrive/VERB/parataxis/1"
    said = [statement_of(text, ACTIVE), statement_of(text, "the drones arrived", number=2)]
    _, second = events_of(text, tags, said)
    assert names(second, "supplier") == ["Turkey"]
    assert names(second, "recipient") == ["Azerbaijan"]
    assert any(f.feature == "event.inherited" for f in second.findings)


def test_a_report_that_was_not_read() -> None:
    text = "Turkey delivered drones to Azerbaijan"
    events, filled = find_events([report_of(text)], [], (), [statement_of(text, text)])
    assert [e.type for e in events] == ["other"]
    assert filled[0].event == "E1"


def test_no_statements() -> None:
    assert find_events([], [], (), []) == ((), ())


def test_the_order_given_is_kept() -> None:
    text = "Turkey delivered drones to Azerbaijan ; the drones arrived"
    tags = f"{ACTIVE_TAGS} ;/PUNCT/punct/1 the/DET/det/7 drone/NOUN/nsubj/8 arrive/VERB/parataxis/1"
    said = [statement_of(text, "the drones arrived", number=2), statement_of(text, ACTIVE)]
    events = events_of(text, tags, said)
    assert [e.statements for e in events] == [("S2",), ("S1",)]
    assert names(events[0], "supplier") == ["Turkey"]


WORDS = (
    "Turkey sold drones to Azerbaijan ; the reports that it plans to supply Ostrel"
    " ’s army with Zarka-5 missiles were denied"
)


@given(st.data())
def test_any_tree_gives_events_whose_spans_are_in_the_text(data: st.DataObject) -> None:
    count = len(split_words(WORDS))
    relations = ("nsubj", "obj", "obl", "nmod", "nmod:poss", "acl", "acl:relcl", "xcomp", "conj", "case", "compound")
    rows = [
        f"{data.draw(st.sampled_from(('plan', 'sell', 'drone', 'be')))}"
        f"/{data.draw(st.sampled_from(('VERB', 'NOUN', 'PROPN', 'ADP', 'PRON', 'AUX', 'PUNCT')))}"
        f"/{data.draw(st.sampled_from(relations))}/{data.draw(st.integers(0, count - 1))}"
        for _ in range(count)
    ]
    said = [statement_of(WORDS, WORDS), statement_of(WORDS, "the reports", number=2, stance="denies")]
    events = events_of(WORDS, " ".join(rows), said)
    report = report_of(WORDS)
    for event in events:
        for _, filler in event.roles:
            assert all(report.quote(span) for span in filler.spans)
        assert event.findings or event.type == "other"
