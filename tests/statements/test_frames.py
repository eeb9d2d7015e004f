"""Voices inside one another, told by the order of words; and wordings that decide a stance."""

import pytest
from statement_readings import said_in

CHAINS = [
    ("Kenya's ambassador told Radio Sahara that he had been assured by the Chadian army that the drones were still in "
     "their crates.", "in their crates", ("army", "ambassador", "Sahara")),
    ("Norway's envoy told the Coastal Herald that she had been informed by the Peruvian navy that the torpedoes were "
     "in the depot.", "in the depot", ("navy", "envoy", "Herald")),
    ("In an interview published by the magazine Frontera, General Luis Paz said Chile had sold Peru 40 tanks.",
     "40 tanks", ("Paz", "Frontera")),
    ("Citing Western diplomats, the website Africa Brief reported that the drones were made in Kenya.",
     "made in Kenya", ("diplomats", "Brief")),
    ("Drones were on their way to Chad, the daily Le Sable reported on Monday, citing two Kenyan officials.",
     "on their way", ("officials", "Sable")),
    ("The Chadian president has told visitors that his Kenyan counterpart told him the drones would come in spring, a "
     "French diplomat said.", "in spring", ("counterpart", "president", "diplomat")),
]  # fmt: skip

STANCES = [
    ("Asked whether Brazil had lent Chad its howitzers, the ministry's spokesman kept his counsel.", "howitzers",
     "withholds"),
    ("Portugal's defence minister skirted the question of whether frigates were on their way to Angola.", "frigates",
     "withholds"),
    ("Seoul has neither confirmed nor ruled out that it sent shells to Poland.", "sent shells", "withholds"),
    ("Questions about the drones that Kenya is said to have sold to Peru went unanswered at the embassy in Lima.",
     "drones", "withholds"),
    ("An aide to the Emir met a question about torpedoes for Oman with silence.", "torpedoes", "withholds"),
    ("It has not been established whether Kenyan drones were used by Chad's army.", "drones", "withholds"),
    ("Belgium took no position on the claim that its machine guns had reached Yemen.", "machine guns", "withholds"),
    ("Kenya, Uganda and Rwanda on Monday issued a joint declaration saying that no missiles had been sold to Chad.",
     "missiles", "denies"),
    ("Peru's navy confirmed that no torpedoes had been received from Norway.", "torpedoes", "denies"),
    ("Chile's army acknowledged that it was considering the sale of tanks to Peru.", "tanks", "expects"),
    ("If Norway were to sell missiles to Peru, Chile would buy some too, a Lima professor said.", "missiles",
     "supposes"),
    ("Kenya's army has no doubt that the drones came from Chad.", "drones", "asserts"),
    ("There is no evidence that Kenya sold drones to Chad, the panel said.", "drones", "denies"),
    ("Norway rejected criticism of its sale of frigates to Peru.", "frigates", "comments"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "part", "chain"), CHAINS)
def test_voices_inside_one_another(text: str, part: str, chain: tuple[str, ...]) -> None:
    said = min((s for s in said_in(text) if part in s.content), key=lambda s: len(s.content))
    found = (said.name, *said.via)
    assert len(found) == len(chain), found
    assert all(word.lower() in f"{name} {said.source}".lower() for word, name in zip(chain, found, strict=True)), found


@pytest.mark.parametrize(("text", "part", "stance"), STANCES)
def test_a_wording_decides_the_stance(text: str, part: str, stance: str) -> None:
    assert stance in [s.stance for s in said_in(text) if part in s.content]


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        ("Norway's admiral Kari Lund stood on the quay on Monday beside new torpedoes.\n\n“They have gone to Peru,” "
         "she said.", "Peru", "Kari Lund"),
        ("Kenya's police commissioner, Amos Kiprono, showed the rifles on Monday.\n\nAmong them, according to the "
         "commissioner, were 40 rifles from Chad.", "40 rifles", "Amos Kiprono"),
    ],
)  # fmt: skip
def test_who_was_named_paragraphs_before(text: str, part: str, name: str) -> None:
    (said,) = (s for s in said_in(text) if part in s.content)
    assert (said.name, said.stance) == (name, "asserts")
