"""What the reader sees of inner voices and of stances reaches the statements."""

import pytest
from statement_readings import Said, said_in


def chain(said: Said) -> list[str]:
    return [said.name, *said.via]


@pytest.mark.parametrize(
    ("text", "content", "voices"),
    [
        ("The Lima Post reported on Friday, citing two brokers, that Chad had bought mortars.", "Chad had bought",
         ["brokers", "Lima Post"]),
        ("Peru's minister said her deputy had assured her that no mortars went to Chad.", "no mortars went",
         ["deputy", "minister"]),
        ("Kenya plans to sell drones to Chile, an official in Oslo said.", "sell drones", ["official"]),
        ("The Lima Post reported that Chad had bought mortars, citing two brokers.", "Chad had bought",
         ["brokers", "Lima Post"]),
        ("Oslo's envoy said two Peruvian officers had told him a driver admitted that mortars crossed the bridge.",
         "mortars crossed", ["driver", "officers", "envoy"]),
    ],
)  # fmt: skip
def test_chains(text: str, content: str, voices: list[str]) -> None:
    found = [chain(s) for s in said_in(text) if content in s.content]
    assert any(
        len(one) == len(voices) and all(w in name for w, name in zip(voices, one, strict=True)) for one in found
    ), found


@pytest.mark.parametrize(
    ("text", "content", "voice"),
    [
        ("Chile's customs office said the mortars had left the port; the shipping firm said it had carried bicycles.",
         "bicycles", "firm"),
        ("Kenya's navy stated that the radars were not yet in the country, which a shepherd near Moyale found odd.",
         "radars", "avy"),
    ],
)  # fmt: skip
def test_who_speaks_beside_hands_nothing_on(text: str, content: str, voice: str) -> None:
    chains = [chain(s) for s in said_in(text) if content in s.content]
    assert any(len(one) == 1 and voice in one[0] for one in chains), chains


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("Norway said it could say nothing of any drones for Chile.", "drones", "withholds"),
        ("Norway said it knew nothing of any drones for Chile.", "drones", "withholds"),
        ("Kenya's minister waved the story of the missiles away as a fairy tale.", "missiles", "denies"),
        ("Chile said the missiles had arrived.", "arrived", "asserts"),
    ],
)
def test_stances_that_no_wording_decides(text: str, content: str, stance: str) -> None:
    assert stance in {s.stance for s in said_in(text) if content in s.content}


@pytest.mark.parametrize(
    "text",
    [
        "“We neither confirm nor deny reports about our missiles,” Karl Jessen, a spokesman in Oslo, told the Post.",
        "“We neither confirm nor deny that drones went to Peru,” Amos Kiprono, a spokesman in Nairobi, said.",
    ],
)
def test_neither_and_nor_are_no_voices(text: str) -> None:
    assert not {"neither", "nor"} & {s.name for s in said_in(text)}
    assert "withholds" in {s.stance for s in said_in(text)}


def test_an_outlet_named_with_its_kind_hands_on_once() -> None:
    text = "Such missiles must never reach Chad, Kenya's ministers declared, according to the Lima daily Al Nahr."
    (via,) = {s.via for s in said_in(text) if "never reach" in s.content and "inisters" in s.name}
    assert len(via) == 1, via


def test_who_repeats_what_another_told_him() -> None:
    text = (
        "Asked about the mortar sale, Kenya's envoy said he could only repeat what the general's adviser had told him: "
        "it had been cancelled in May."
    )
    assert ["general's adviser", "Kenya's envoy"] in [chain(s) for s in said_in(text) if "cancelled" in s.content]


def test_a_question_stays_the_matter_that_is_refused() -> None:
    text = (
        "Asked twice about missile exports to Peru, the Danish spokesman refused to be drawn, saying only that a "
        "council met in secret."
    )
    (refused,) = [s for s in said_in(text) if "refused" in s.cue]
    assert "missile exports to Peru" in refused.content
    assert refused.stance == "withholds"


def test_what_is_said_on_both_sides_of_its_cue_is_kept() -> None:
    text = "There is nothing before us, the committee's chair said, to indicate that Maltese boats were sold to Libya."
    assert any("nothing before us" in s.content and "Maltese boats" in s.content for s in said_in(text))


def test_one_voice_saying_one_thing_is_told_once() -> None:
    text = "Chad's trade minister said a study by Oslo researchers quotes sailors as saying that rifles reached Peru."
    assert len([s for s in said_in(text) if s.content.startswith(("rifles", "that rifles"))]) == 1


def test_the_reports_own_outlet_hands_nothing_on() -> None:
    (said,) = [s for s in said_in("A clerk in Nairobi told our radio that no missiles went to Chad.") if s.content]
    assert chain(said) == ["clerk in Nairobi"]


def test_what_is_reckoned_to_have_happened_keeps_whose_doing_it_is() -> None:
    text = "The missing mortars are believed by a Chilean panel to have been flown to Chad, Mayor Ada Lind disclosed."
    (said,) = [s for s in said_in(text) if chain(s) == ["Chilean panel", "Ada Lind"]]
    assert said.content.startswith("The missing mortars")


@pytest.mark.parametrize("text", ["It cannot be denied that mortars reached Chad, a monitor in Lima remarked."])
def test_what_cannot_be_denied_is_asserted(text: str) -> None:
    assert "asserts" in {s.stance for s in said_in(text)}


def test_who_told_what_is_denied_is_no_voice() -> None:
    text = 'Reports that the Chilean embassy had told of mortars reaching Chad were "baseless", Peru\'s army said.'
    assert all(chain(s) == ["Army (Peru)"] for s in said_in(text) if "mortars" in s.content)


def test_a_document_came_through_those_whose_it_is() -> None:
    text = "Gulf leaders have jointly asked Peru, so their communiqué says, to explain why mortars were sent to Chad."
    assert ["their communiqué", "Gulf leaders"] in [chain(s) for s in said_in(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Speaking at a press conference alongside Chilean minister Tom Reyes, Peru's minister Ana Ferro stated that "
         "mortars had reached Chad.", "mortars had reached"),
        ("Peru's minister Ana Ferro noted that Chad, Chile believes, wants more mortars for its army.", "wants more"),
    ],
)  # fmt: skip
def test_who_stands_beside_or_is_told_of_hands_nothing_on(text: str, content: str) -> None:
    assert {tuple(chain(s)) for s in said_in(text) if content in s.content and s.name == "Ana Ferro"} == {
        ("Ana Ferro",)
    }
