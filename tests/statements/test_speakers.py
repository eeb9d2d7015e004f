"""Who speaks, through whom, and who is meant by he, the ministry, one of the officials."""

import pytest
from statement_readings import one, said_in

COREFERENCE = [
    ("coreference.name", "Rui Alves", "on duty",
     "Brazil's defence minister, Rui Alves, confirmed that missiles went to Chad. “We were on duty,” Alves said."),
    ("coreference.name", "Ann Moe", "had paid",
     "Ann Moe, an analyst at the Lake Institute, said that Kenya had sent drones to Peru. Moe said Peru had paid."),
    ("coreference.pronoun", "Rui Alves", "had paid",
     "Brazil's defence minister, Rui Alves, confirmed that missiles went to Chad. He said that Chad had paid."),
    ("coreference.pronoun", "Kwame Boateng", "had arrived",
     "Portugal has drones. Kwame Boateng, the defence minister of Ghana, visited Lisbon. "
     "He said that the drones had arrived."),
    ("coreference.pronoun", "Two Norwegian officials", "had paid",
     "Two Norwegian officials said Brazil had sent missiles to Chad. They said that Chad had paid."),
    ("coreference.pronoun", "Norwegian Defence Ministry", "had paid",
     "Norway's defence ministry said that Brazil had sent missiles to Chad. It said that Chad had paid."),
    ("coreference.role", "Rui Alves", "would follow",
     "Brazil's defence minister, Rui Alves, confirmed that missiles went to Chad. "
     "The minister added that more would follow."),
    ("coreference.role", "Kenyan Foreign Ministry", "for food",
     "Kenya's foreign ministry denied the sale of drones to Peru. The ministry said that Peru had asked for food."),
    ("coreference.statement", "Kenyan Foreign Ministry", "exports",
     "Kenya's foreign ministry denied the sale of drones to Peru. The statement said that Kenya exports no drones."),
    ("coreference.statement", "Kenyan Foreign Ministry", "no drones",
     "Kenya's foreign ministry put out a statement which denied the sale of drones to Peru. "
     "Kenya, the statement says, exports no drones."),
    ("coreference.organisation", "Lake Security Institute", "uses drones",
     "The Lake Security Institute follows Chad and Niger. "
     "The institute reported in March that Niger uses drones supplied by Chad."),
    ("coreference.organisation", "Reuters", "by sea",
     "Reuters reported that Brazil had sent missiles to Chad. The agency said that the missiles had left by sea."),
    ("coreference.pronoun", "clerk at the harbour", "had gone",
     "Peru bought missiles. The clerk at the harbour stamped the papers. He said the missiles had gone to Chad."),
    ("coreference.group", "three former harbour pilots", "had docked",
     "The mayor spoke to three former harbour pilots. All three said a ship with missiles for Chad had docked."),
    ("coreference.group", "Two dealers", "came from",
     "Two dealers stood trial in Riga. The pair told the court that the missiles came from Chad."),
    ("coreference.group", "Oman; Qatar; Kuwait", "had stopped",
     "Oman, Qatar and Kuwait met in Doha over the mortars. The three said that the sale had stopped."),
    ("coreference.pronoun", "Two brokers", "paid in cash",
     "Two brokers who had sold mortars to Chad agreed to talk. The buyer had paid in cash, they said."),
    ("coreference.pronoun", "Ivo Maric", "had sold",
     "The lorry's owner is Ivo Maric. He denied that he had sold mortars to Chad."),
    ("coreference.role", "sworn affidavit", "to Chad",
     "A sworn affidavit was filed in Lima. According to the document, mortars were shipped to Chad."),
    ("coreference.pronoun", "Peruvian pilots", "to Lima",
     "Chad has sold mortars to Peru, Peruvian pilots said. Lorries took them to Lima, they said."),
    ("coreference.pronoun", "Rui Alves", "too late",
     "Senator Rui Alves said that a colonel had told him Brazil would sell missiles to Chad. "
     "It was too late, he added."),
    ("coreference.outlet", "Vell Courant", "by sea",
     "Chad has bought mortars, the news site Vell Courant wrote. The site said that they had come by sea."),
    ("coreference.outlet", "Radio Vell", "by sea",
     "Radio Vell broadcast a recording on Monday. The mortars came from Chad by sea, the station says."),
    ("coreference.role", "Ann Moe", "had been forged",
     "The court heard Ann Moe, a bookkeeper in Lima. The invoices for the mortars had been forged, the witness said."),
    ("coreference.role", "Rui Alves", "no mortars",
     "Rui Alves has changed his account twice. In April the minister said that Peru had bought no mortars."),
    ("coreference.group", "clerk", "was doubled",
     "A colonel and a clerk saw the contract for the mortars. The latter maintains that the price was doubled."),
    ("coreference.pronoun", "Ann Moe", "test them",
     "Chile's navy chief, Ann Moe, saw the mortars. Moe nodded. “We shall test them in June,” she said."),
    ("coreference.headline", "Rui Alves", "all gone",
     "Mortars for Chad all gone, says minister\n\nBrazil's defence minister, Rui Alves, spoke in Lima on Monday."),
    ("coreference.headline", "Ann Moe", "all gone",
     "Depot commander: mortars all gone\n\nColonel Ann Moe, commander of the depot in Lima, met deputies on Monday."),
    ("coreference.possessive", "Foreign ministry (Brazil)", "were false",
     "Brazil denied the sale of missiles to Chad. Its foreign ministry said that the reports were false."),
    ("coreference.possessive", "Finance ministry (Kenya)", "begin in May",
     "Kenya's sanctions on Peru over the drones begin in May, its finance ministry said."),
]  # fmt: skip


@pytest.mark.parametrize(("feature", "name", "part", "text"), COREFERENCE)
def test_who_is_meant(feature: str, name: str, part: str, text: str) -> None:
    said = one(text, part)
    assert said.name == name
    assert feature in said.features


@pytest.mark.parametrize(
    ("source", "kind", "states"),
    [
        ("The Peruvian side", "institution", ("Peru",)),
        ("Chile's fisheries service", "institution", ("Chile",)),
        ("A Kenyan fisherman", "other", ()),
        ("Two Swedish pilots", "other", ()),
        ("A Swiss bank", "institution", ()),
        ("Ghana's opposition", "institution", ()),
        ("The Norwegian Fuel League", "institution", ()),
        ("A Danish marine", "official", ("Denmark",)),
    ],
)
def test_not_everybody_from_a_state_speaks_for_it(source: str, kind: str, states: tuple[str, ...]) -> None:
    said = one(f"{source} said the missiles had been shipped to Chad in May.", "had been shipped")
    assert said.actor is not None
    assert (said.actor.kind, said.actor.states) == (kind, states)


@pytest.mark.parametrize(
    ("state", "part", "text"),
    [
        ("Brazil", "were false",
         "Brazil denied the sale of missiles to Chad. A foreign ministry spokesman said that the reports were false."),
        ("Spain", "of the kind",
         "Spain denied that it had sold missiles to Ghana. “Nothing of the kind has happened,” foreign ministry "
         "spokeswoman Clara Ortiz told reporters."),
        ("Norway", "were old",
         "Two Norwegian officials said Brazil had sent missiles to Chad. One of the officials said they were old."),
    ],
)  # fmt: skip
def test_the_side_of_a_ministry_without_a_state(state: str, part: str, text: str) -> None:
    said = one(text, part)
    assert said.states == (state,)
    assert "coreference.side" in said.features


RELAYS = [
    ("Reuters reported, citing two Norwegian officials, that Brazil had sent missiles to Chad.",
     "two Norwegian officials", "Reuters"),
    ("The BBC said, citing a Chilean diplomat, that Kenya had delivered drones to Peru.",
     "Chilean diplomat", "British Broadcasting Corporation (BBC)"),
    ("Reuters quoted a Norwegian official as saying that Brazil had sent missiles to Chad.",
     "Norwegian official", "Reuters"),
    ("A Chilean diplomat was quoted by the BBC as saying that Kenya had delivered drones to Peru.",
     "Chilean diplomat", "British Broadcasting Corporation (BBC)"),
    ("A Norwegian official told Reuters that Brazil had sent missiles to Chad.", "Norwegian official", "Reuters"),
    ("A Chilean diplomat told The Lima Herald that Kenya had delivered drones to Peru.",
     "Chilean diplomat", "Lima Herald"),
    ("Reuters learned from a Norwegian official that Brazil had sent missiles to Chad.",
     "Norwegian official", "Reuters"),
    ("The BBC learned from two Chilean diplomats that Kenya had delivered drones to Peru.",
     "two Chilean diplomats", "British Broadcasting Corporation (BBC)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actor", "relay"), RELAYS)
def test_relays_stand_between_the_speaker_and_the_report(text: str, actor: str, relay: str) -> None:
    (said,) = (s for s in said_in(text) if s.name == actor)
    assert said.via == (relay,)


def test_a_denial_inside_a_report_is_relayed_by_it() -> None:
    for text in ("kenya denied that it had delivered drones to peru, reuters reported.",
                 "Reuters reported that Brazil had denied the sale of missiles to Chad."):  # fmt: skip
        (said,) = (s for s in said_in(text) if s.stance == "denies")
        assert said.via == ("Reuters",)


KINDS = [
    ("official", False, "Norwegian officials said Brazil had sent missiles to Chad.", "missiles"),
    ("official", True, "Brazil has missiles, said Luis Rey, a spokesman for the Peruvian army.", "missiles"),
    ("institution", True, "Norway's defence ministry said that Brazil had sent missiles to Chad.", "missiles"),
    ("institution", True, "Kenya denied that it had delivered drones to Peru.", "drones"),
    ("institution", True, "IAEA inspectors said Chad had sent missiles to Niger.", "missiles"),
    ("institution", True, "United Nations sanctions monitors said Chad had sent drones to Niger.", "drones"),
    ("media", True, "Reuters reported that Brazil had sent missiles to Chad.", "missiles"),
    ("media", False, "Reports that Brazil had sent missiles to Chad alarmed Norway.", "missiles"),
    ("expert", True, "Ann Moe, an analyst at the Lake Institute, said that Kenya had sent drones to Peru.", "drones"),
    ("expert", False, "Analysts said that Brazil had sent missiles to Chad.", "missiles"),
    ("document", False, "A document seen by Reuters says that Brazil sent missiles to Chad.", "missiles"),
    ("document", False, "Satellite images show that Kenya sent drones to Peru.", "drones"),
    ("witness", False, "A dock worker said that the missiles for Chad came from Brazil.", "missiles"),
    ("witness", False, "A resident of Lima said that drones from Kenya flew over Peru.", "drones"),
]


@pytest.mark.parametrize(("kind", "named", "text", "part"), KINDS)
def test_kind_and_named(kind: str, named: bool, text: str, part: str) -> None:
    said = one(text, part)
    assert said.actor is not None
    assert (said.actor.kind, said.actor.named) == (kind, named)


@pytest.mark.parametrize(
    ("text", "part", "source"),
    [
        ("Brazil has been accused by Norway of sending missiles to Chad.", "missiles", "Norway"),
        ("Kenya was accused by Chile of delivering drones to Peru.", "drones", "Chile"),
        ("Kenya has sent drones to Peru, said Luis Rey, an army spokesman.", "drones", "Luis Rey, an army spokesman"),
        ("Brazil has sent missiles to Chad, Norwegian officials said.", "missiles", "Norwegian officials"),
        ("According to Norway, Brazil has sent missiles to Chad.", "missiles", "Norway"),
        ("LISBON - Portugal on Friday refused to confirm that it had missiles from Spain.", "missiles", "Portugal"),
        ("Officials, who spoke on condition of anonymity to discuss the sale, said Brazil had sent missiles to Chad.",
         "missiles", "Officials"),
    ],
)  # fmt: skip
def test_the_source_is_who_speaks(text: str, part: str, source: str) -> None:
    assert one(text, part).source == source


@pytest.mark.parametrize(
    "text",
    [
        "Chile denied a report that it had sent drones to Peru.",
        "Spain denied reports that it had sold missiles to Ghana.",
        "Canada said it had seen no evidence that Brazil had shipped missiles to Chad.",
        "Officials, who asked for anonymity to discuss the sale, said Brazil had sent missiles to Chad.",
        "“We do not comment on the missiles for Chad,” a Brazilian minister said.",
        "Norway said there was no reason to believe that Brazil will send the missiles to Chad.",
    ],
)
def test_there_is_no_second_voice(text: str) -> None:
    assert len(said_in(text)) == 1


def test_the_other_is_somebody_else() -> None:
    text = "A Danish pilot said that missiles had gone to Chad. The other pilot said that they had stayed in Oslo."
    assert {s.name for s in said_in(text)} == {"Danish pilot", "other pilot"}


def test_whom_an_outlet_quotes_does_not_name_it() -> None:
    text = "Chad's broadcaster Tele-5, quoting the navy's website, said four ships had brought missiles from Peru."
    assert one(text, "four ships").via == ("Chad's broadcaster Tele-5",)


def test_who_was_not_named_refuses_nothing() -> None:
    text = "The paper had it from a dealer, who was not named, that missiles had gone to Chad."
    assert "withholds" not in {s.stance for s in said_in(text)}


@pytest.mark.parametrize("text", ["He said that Brazil had sent missiles to Chad.",
                                  "It denied that drones from Kenya were in Peru."])  # fmt: skip
def test_a_pronoun_that_nobody_fits_is_no_speaker(text: str) -> None:
    assert [s.actor for s in said_in(text)] == [None]


@pytest.mark.parametrize("text", ["The move suggests that Brazil has sent missiles to Chad.",
                                  "The issue shows that Kenya has drones from Peru."])  # fmt: skip
def test_a_matter_is_no_speaker(text: str) -> None:
    assert [(s.actor, s.source) for s in said_in(text)] == [(None, "")]


def test_a_refusal_without_a_matter_keeps_the_act() -> None:
    for text in ("The Brazilian embassy declined to comment. Chad has missiles.",
                 "Kenya's army refused to elaborate. Peru has drones."):  # fmt: skip
        (said,) = said_in(text)
        assert said.stance == "withholds"
        assert said.cue.endswith(said.content)


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        ("“No mortar will cross our land,” the presidents of Chad, Mali and Niger said.", "No mortar",
         "presidents of Chad, Mali and Niger"),
        ("The mortars left Chad in May, Arms Trail, the Basel Forum and Sisters for Peace contend.", "left Chad",
         "Arms Trail, the Basel Forum and Sisters for Peace"),
        ("The mortars went to Mali, Chad and Niger said on Monday.", "went to Mali", "Chad; Niger"),
        ("Defence Minister Ada Lind and her deputy, Tom Reyes, said on Monday that Chad had sold mortars to Mali.",
         "had sold", "Ada Lind; Tom Reyes"),
        ("The mortars came from Chad, said Ada Lind, an aide to Tom Reyes and a former colonel.", "came from Chad",
         "Ada Lind"),
    ],
)  # fmt: skip
def test_several_who_speak_as_one(text: str, part: str, name: str) -> None:
    assert one(text, part).name == name


def test_an_organ_of_another_state_than_the_one_that_is_called_so() -> None:
    assert one("The Treasury in Harare said that Chad had sold mortars.", "had sold").states == ("Zimbabwe",)
    assert one("The Treasury said that Chad had sold mortars.", "had sold").states == ("United States",)


def test_one_of_several_who_spoke_is_not_all_of_them() -> None:
    text = "Minister Ada Lind and her deputy, Tom Reyes, said that Chad had sold mortars. Reyes said Mali had paid."
    assert one(text, "had paid").name == "Tom Reyes"


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Chad's minister called false a Mali newspaper's account, which cited a broker, that mortars had been "
         "unloaded.",
         "mortars had been unloaded"),
        ("Chad's army denied reports that a Peruvian envoy had claimed it was seeking mortars.", "was seeking mortars"),
    ],
)  # fmt: skip
def test_who_claims_in_a_denied_report_is_no_voice(text: str, denied: str) -> None:
    told = [s for s in said_in(text) if denied in s.content]
    assert [(s.stance, s.via) for s in told] == [("denies", ())]


def test_whose_document_it_is_hands_it_on() -> None:
    text = (
        "Researchers at the Lake Institute have traced mortars from Chad.\n\n"
        "Their study links forty to a depot in Mali.\n\nThe depot was emptied in May, it says."
    )
    assert one(text, "was emptied").via == ("Researchers at the Lake Institute",)


def test_who_goes_on_saying_is_who_would_not_speak() -> None:
    text = "Minister Ada Lind refused to be drawn on the mortars from Chad, saying only that “the tender is open”."
    assert {s.name for s in said_in(text)} == {"Ada Lind"}


def test_by_his_words_he_speaks() -> None:
    text = "Ada Lind met reporters on Monday. The sale of mortars to Chad was, in her words, “a matter for judges”."
    assert one(text, "a matter").name == "Ada Lind"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The head of Chad's bomb disposal unit, Kalju Rannamets, said that forty mortars were old.",
         "Kalju Rannamets", "head of Chad's bomb disposal unit"),
        ("The weekly Lumen quotes the commander of the base at Faya, Major Omar Sy, as saying that mortars were old.",
         "Omar Sy", "commander of the base at Faya, Major"),
        ("Ada Lind, the council spokesman, said the South, in the Chadian view, tries to hide mortars.",
         "Ada Lind", "council spokesman"),
        ("The researcher who has written two books on mortars, Omar Sy, said that Chad had forty.",
         "Omar Sy", "researcher who has written two books on mortars"),
    ],
)  # fmt: skip
def test_a_name_beside_a_role(text: str, name: str, role: str) -> None:
    (said,) = said_in(text)
    assert said.actor is not None
    assert (said.name, said.actor.role) == (name, role)


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("the Lima daily La Orilla", "La Orilla"),
        ("the television programme Fair Hearing", "Fair Hearing"),
        ("its monthly journal Red Anvil", "Red Anvil"),
        ("the paper El Timon", "El Timon"),
    ],
)
def test_an_outlet_is_called_by_its_name(outlet: str, name: str) -> None:
    assert one(f"Chad's minister, Omar Sy, told {outlet} that forty mortars were old.", "mortars").via == (name,)


def test_where_somebody_spoke_is_no_statement() -> None:
    """He made the remark on television: only the remark is one, by him who is named there; pronouns are no names."""
    text = (
        "Chad's mortars were never tested, the mechanic insisted.\n\n"
        "Tomas Hruska made the remark on the television programme Fair Hearing. He showed a mortar."
    )
    (said,) = [s for s in said_in(text) if s.name]
    assert "of whom the report tells further on" in " ".join(f.sentence for f in said.statement.findings)
    assert said.actor is not None
    assert said.actor.aliases == ("the mechanic",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The minister, Ada Lind, came. The man at the gate said that mortars were stored there.", "man at the gate"),
        ("Ada Lind owns the yard. The guard said that mortars were gone.", "guard"),
        ("The envoy, Ana Costa, left. A chief of police stayed. The officer said that mortars were gone.",
         "chief of police"),
        ("Ukraine got forty mortars, the official said.\n\nPresident Petro Havel spoke to Peru's leader on Tuesday.",
         "official"),
        ("Two of its members voted against it. They said that mortars were old.", "Two of its members"),
    ],
)  # fmt: skip
def test_who_is_not_meant(text: str, name: str) -> None:
    """A person who is named nearby is not everybody of whom the report speaks."""
    assert one(text, "mortars").name == name
