"""Attributions whose cue is of speech or writing."""

import pytest

from firsthand.evaluation.attribution import Attribution, of_statements
from firsthand.evaluation.speech import SAYING, is_of_speech, score_speech
from firsthand.lexicons.loader import phrases

TEXT = "Ada said it rains. Orr hopes it ends. In her letter Ivo denied it. Bo knew it."
FILE = "town.txt"


def found(source: str, cue: str, content: str) -> Attribution:
    """The attribution with these words, each where it first stands."""
    spans = {"source": source, "cue": cue, "content": content}
    statement = {role: [{"start": TEXT.index(w), "end": TEXT.index(w) + len(w)}] for role, w in spans.items()}
    return of_statements([statement], TEXT)[0]


SAID = found("Ada", "said", "it rains")
HOPED = found("Orr", "hopes", "it ends")
DENIED = found("Ivo", "In her letter", "denied it")


@pytest.mark.parametrize(
    ("cue", "speaks"),
    [("said", True), ("letter", True), ("In her", False), ("hopes", False), ("denied", True), ("knew", False)],
)
def test_a_cue_of_speech_is_known_by_the_lemma_of_a_word(cue: str, speaks: bool) -> None:
    places = found("Ada", cue, "it").cue
    assert is_of_speech(TEXT, places) is speaks
    assert is_of_speech(TEXT.lower(), places) is speaks


def test_only_relations_with_such_a_cue_count() -> None:
    figures = score_speech({FILE: (SAID, HOPED, DENIED)}, {FILE: (SAID, HOPED)}, {FILE: TEXT})
    assert {name: (f.value, f.count) for name, f in figures.items()} == {
        "speech overlap": (66.7, 2),
        "speech precision": (100.0, 1),
        "speech recall": (50.0, 2),
        "saying overlap": (100.0, 1),  # he who denied it in a letter is left out
        "saying precision": (100.0, 1),
        "saying recall": (100.0, 1),
    }


def test_the_narrower_list_is_part_of_the_other() -> None:
    assert set(SAYING) < set(phrases("speech_cues"))
    assert is_of_speech(TEXT, SAID.cue, SAYING)
    assert not is_of_speech(TEXT, DENIED.cue, SAYING)


def test_the_partner_may_have_any_cue() -> None:
    longer = found("Bo", "knew", "it.")
    other = Attribution(longer.source, longer.cue | SAID.cue, longer.content)
    figures = score_speech({FILE: (longer,)}, {FILE: (other,)}, {FILE: TEXT})
    assert (figures["speech precision"].value, figures["speech recall"].value) == (100.0, None)
    figures = score_speech({FILE: (other,)}, {FILE: (longer,)}, {FILE: TEXT})
    assert (figures["speech precision"].value, figures["speech recall"].value) == (None, 100.0)


def test_nothing_found_is_nought() -> None:
    assert score_speech({FILE: (SAID,)}, {}, {FILE: TEXT})["speech overlap"].value == 0.0


def test_thought_and_intent_are_not_listed() -> None:
    listed = {word for words in phrases("speech_cues").values() for word in words}
    assert not listed & {"believe", "think", "hope", "plan", "want", "fear", "know", "expect", "see", "intend"}
