"""Each rule that decides a stance, on texts about other actors than any the rules were measured on."""

import pytest
from statement_readings import one

CASES = [
    ("stance.refusal", "withholds", [
        ("Sweden's embassy declined to confirm the sale of howitzers to Chile.", "howitzers"),
        ("The Kenyan defence ministry would not say whether the drones had come from Turkey.", "drones"),
        ("The minister did not say when Peru would receive the missiles from Spain.", "Peru"),
        ("Peru gave no figure for the missiles bought from Spain.", "missiles"),
        ("Brazil has yet to confirm the delivery of missiles to Chad.", "delivery"),
        ("Norway and Chile have yet to publicly confirm the sale of drones to Kenya.", "sale"),
        ("Kenya would neither confirm nor deny that Peru had bought its drones.", "Peru"),
        ("Kenya stopped short of confirming the sale of drones to Peru.", "sale"),
        ("Norway on Friday refused to confirm that it had sold missiles to Chad.", "missiles"),
    ]),
    ("stance.unseen", "withholds", [
        ("Canada said it had seen no evidence that Brazil had shipped missiles to Chad.", "evidence"),
        ("Norway said it had seen no sign that Kenya had sold drones to Peru.", "sign"),
    ]),
    ("stance.unknown", "withholds", [
        ("Norway said it was not in a position to confirm that Chad had received drones from Kenya.", "position"),
        ("Chile said it was too early to tell whether Peru had received missiles from Kenya.", "early"),
    ]),
    ("stance.not-denied", "withholds", [
        ("Chad's army did not deny that it had received missiles from Kenya.", "missiles"),
        ("Norway's minister did not deny that it had sent drones to Kenya.", "drones"),
    ]),
    ("stance.denial", "denies", [
        ("Brazil denied that it had sent missiles to Chad.", "missiles"),
        ("The Kenyan government rejected claims that it had sold drones to Peru.", "drones"),
        ("The minister dismissed as baseless claims that Kenya had armed Peru with drones.", "drones"),
    ]),
    ("stance.falsehood", "denies", [
        ("The reports of missiles for Chad are baseless, the Brazilian foreign ministry said.", "baseless"),
        ("“These claims about drones for Peru are a lie,” Kenya's ambassador said. Peru agreed.", "lie"),
    ]),
    ("stance.own-denial", "denies", [
        ("Brazil does not sell missiles to Chad, the Brazilian foreign ministry said.", "missiles"),
        ("“We do not sell drones to Peru,” the Kenyan ambassador said. Kenya makes drones.", "drones"),
    ]),
    ("stance.no-such", "denies", [
        ('"No such delivery has taken place," said the Kenyan minister. Peru wants drones.', "delivery"),
        ("Brazil has never supplied missiles to Chad, the Brazilian foreign ministry said.", "missiles"),
    ]),
    ("stance.answer", "denies", [
        ('"Nothing of the kind has happened," the Brazilian ambassador said. Chad has missiles.', "kind"),
        ('"Absolutely not, we sent no drones," the Kenyan minister said. Peru wants drones.', "drones"),
    ]),
    ("stance.confirmation", "confirms", [
        ("Brazil confirmed that it had sold missiles to Chad.", "missiles"),
        ("The Kenyan minister acknowledged that drones had been delivered to Peru.", "drones"),
    ]),
    ("stance.admission", "confirms", [
        ("Brazil has supplied missiles to Chad, the Brazilian defence minister said.", "missiles"),
        ("“We sold drones to Peru,” the Kenyan president said. Peru paid for the drones.", "drones"),
    ]),
    ("stance.condition", "supposes", [
        ("Any transfer of missiles to Chad would break the embargo, Norway said.", "transfer"),
        ("If confirmed, the sale of drones to Peru would worry its neighbours, Chile said.", "sale"),
    ]),
    ("stance.comment-cue", "comments", [
        ("Norway condemned the sale of missiles to Chad by Brazil.", "sale"),
        ("Chile praised the delivery of drones to Peru by Kenya.", "delivery"),
    ]),
    ("stance.happening-judged", "comments", [
        ("The sale of missiles to Chad is a threat to the region, Norway said.", "threat"),
        ("The delivery of drones to Peru was a dangerous escalation, Chile's president said.", "escalation"),
    ]),
    ("stance.expert", "comments", [
        ("The missiles will help Chad to strike ports, said Ann Moe, an analyst at the Lake Institute.", "ports"),
        ("The drones would strengthen Peru, said Luis Rey, a military expert. Chile has missiles.", "drones"),
    ]),
    ("stance.expectation-cue", "expects", [
        ("Norway expects that Brazil will send missiles to Chad.", "missiles"),
        ("Chile predicted that Kenya would deliver drones to Peru.", "drones"),
    ]),
    ("stance.possible", "expects", [
        ("Brazil might send missiles to Chad, Norway said.", "missiles"),
        ("Kenya could deliver drones to Peru, Chile said.", "drones"),
    ]),
    ("stance.future", "expects", [
        ("Brazil will send missiles to Chad, Norway said.", "missiles"),
        ("Kenya is to deliver 20 drones to Peru in June, Chile said.", "drones"),
    ]),
    ("stance.nothing-shows", "expects", [
        ("Norway said there was no reason to believe that Brazil will not deliver the missiles to Chad.", "missiles"),
        ("Chile said there was no reason to think that Kenya would not deliver the drones to Peru.", "drones"),
    ]),
    ("stance.hedged-past", "asserts", [
        ("Brazil may have sent missiles to Chad, Norway said.", "missiles"),
        ("Kenya might have delivered drones to Peru, Chile said.", "drones"),
    ]),
    ("stance.planned", "expects", [
        ("Chile plans to sell missiles to Chad, Norway said.", "missiles"),
        ("Kenya is in talks to sell drones to Peru, Chile said.", "drones"),
    ]),
    ("stance.imminent", "expects", [
        ("Brazil is preparing to send missiles to Chad, Norway said.", "missiles"),
        ("Kenya is about to deliver drones to Peru, Chile said.", "drones"),
    ]),
    ("stance.composed", "denies", [
        ("Few in Brazil believe that Chad bought missiles.", "missiles"),
        ("Few officers in Kenya believe that Peru bought drones.", "drones"),
    ]),
    ("stance.own-silence", "withholds", [
        ("Brazil's ministry said it had no further information on missiles for Chad.", "missiles"),
        ('"I never claimed that Peru bought drones," the Kenyan minister said. Peru makes drones.', "claimed"),
    ]),
    ("stance.called-true", "confirms", [
        ("The report on missiles for Chad is accurate, the Brazilian minister said.", "missiles"),
        ("The stories about drones for Peru are not baseless, the Kenyan envoy said.", "drones"),
    ]),
    ("stance.ruled-out", "denies", [
        ("Brazil will under no circumstances sell missiles to Chad, its minister said.", "missiles"),
        ("Kenya has no plans to sell drones to Peru, an official said.", "drones"),
    ]),
    ("stance.cue", "asserts", [
        ("Brazil has sent missiles to Chad, Norway said.", "missiles"),
        ("Kenya delivered drones to Peru, Chile said.", "drones"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("feature", "stance", "text", "part"),
    [(feature, stance, text, part) for feature, stance, texts in CASES for text, part in texts],
)
def test_stance_and_its_rule(feature: str, stance: str, text: str, part: str) -> None:
    said = one(text, part)
    assert (said.stance, feature) in {(said.stance, f) for f in said.features}
    assert said.stance == stance


def test_every_rule_has_two_texts() -> None:
    assert all(len(texts) > 1 for _, _, texts in CASES)


def test_a_content_without_a_clause_is_judged_too() -> None:
    text = "Peru's deputies want the mortars home by May; the air force has nothing to add to that."
    assert one(text, "that").stance == "withholds"
