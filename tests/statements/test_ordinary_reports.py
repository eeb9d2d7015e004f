"""Turns of ordinary reports: who is meant by he and she, whose words a paper prints, who only listens."""

import pytest
from statement_readings import said_in

CHAINS = [
    # pronouns agree with titles, words for persons and first names
    ("Mary Kip toured the depot in Lagos. Peter Kip, her deputy, held the lamp. No mortar had gone to Chad, she said.",
     "No mortar", ["Mary Kip"]),
    ("Mrs. Tan told the court of the mortars. Mr. Lim sat behind her. Chad had paid for them, she said.",
     "Chad had paid", ["Tan"]),
    ("In the barracks stood the quartermaster, Captain Paul Toweh. “The mortars came from Ghana,” he explained.",
     "came from Ghana", ["Paul Toweh"]),
    # a reason for silence is no source; who is asked to answer has not answered
    ("Citing a court order, Peru's customs service declined to say how many mortars had gone to Chad.",
     "how many", ["ustoms"]),
    ("Ghana and Togo demand that Chad reveal who bought the 700 mortars.", "who bought", ["Ghana; Togo"]),
    ("Peru's union urged Chad to confirm that 40 mortars had been sold.", "40 mortars", ["union"]),
    ("“Ask the seller,” said a spokesman for Peru's navy, who would not say whether 40 mortars had come from Chad.",
     "whether 40", ["spokesman"]),
    # quoted as having said, quoted first, quoted behind the words
    ("Chad's envoy, whom the Lima Post quotes as having said that the mortars were old, left on Friday.",
     "mortars were old", ["envoy", "Lima Post"]),
    ("Quoted by the weekly Lumen as saying that Peru had sold mortars, the envoy left the hall.",
     "Peru had sold", ["envoy", "Lumen"]),
    ("The envoy told the weekly Lumen that Chad needs mortars. “They are old,” he was quoted by the weekly as saying.",
     "They are old", ["envoy", "Lumen"]),
    # the outlet stays, with its whole name; the same newspaper; where it was said, of no name, is no voice
    ("Chad bought 90 mortars, the website FreightFile said in an article drawn from conversations with truck drivers.",
     "90 mortars", ["drivers", "FreightFile"]),
    ("A clerk told the Suva Tribune that Chad had mortars. They are old, General Aradin objected in the same paper.",
     "They are old", ["Aradin", "Suva Tribune"]),
    ("Chad sold mortars to Peru, the envoy said in an interview with the agency Ala-Too Press on Friday.",
     "sold mortars", ["envoy", "Ala-Too Press"]),
    ("Chad has bought mortars from Peru, the army chief Paul Kip said on a radio programme.",
     "bought mortars", ["Paul Kip"]),
    ("Chad has bought forty mortars from Peru, two officers were quoted as saying by the weekly Lumen.",
     "forty mortars", ["officers", "Lumen"]),
    ("A correspondent for the Lima Post waited for the envoy.\n\n“The mortars are ours,” the envoy told her.",
     "mortars are ours", ["envoy", "Lima Post"]),
    ("The dockers' union told the Lima Post they could not say whether Chad had bought mortars.",
     "whether Chad", ["union", "Lima Post"]),
    ("A clerk told the newspaper To Fanari that Chad had mortars. The keys were copied, Kip told the same paper.",
     "keys were copied", ["Kip", "To Fanari"]),
    # a paper that names its source; a headline that names a paper which the text below names
    ("Chad may buy two mortars, according to the Lima Post, which gave as its source a shipyard clerk in Oslo.",
     "two mortars", ["clerk", "Lima Post"]),
    ("Chad has bought mortars, the Lima Post wrote on Friday. It owed the news to a clerk at the harbour.",
     "bought mortars", ["clerk", "Lima Post"]),
    ("Chad silent on gift of mortars – paper\n\nThe state was promised six of them, according to the Lima Post, then.",
     "gift of mortars", ["Chad", "Lima Post"]),
    # refused: what was asked about
    ("Asked twice about mortars for Chad, Peru's envoy, Ada Lind, would not elaborate, adding only that it was late.",
     "mortars for Chad", ["Ada Lind"]),
    # who listens, who is told, who hands round his own people's paper
    ("Parliament heard from Ghana's deputy minister that the mortars for Chad cost twice the price.",
     "cost twice", ["deputy minister"]),
    ("Two clerks told the weekly Lumen that Ghana's navy had learned from the shipyard that the mortars were cracked.",
     "were cracked", ["shipyard", "clerks", "Lumen"]),
    ("Chad's and Peru's army chiefs said in a paper handed out by their aides that the mortars would be shared.",
     "would be shared", ["army chiefs"]),
    ("It was false, the maker Donau said in a letter, that, as Der Pegel had reported, Chad had sent back the mortars.",
     "sent back", ["Donau"]),
    # taken up: one of them, the man, the customs chief
    ("Two Peruvian officials spoke of mortars. They were paid, they said. They had come by sea, one of them said.",
     "by sea", ["officials"]),
    ("Mortars went to Chad, a driver told the station Sadoi on Friday. “Nobody pays us,” the man complained.",
     "Nobody pays", ["driver", "Sadoi"]),
    # who passes on or names whose words they are; ministers for their states; a voice beside its name
    ("Peru's navy said its embassy in Lima had passed on word from the maker that forty mortars would come in June.",
     "forty mortars", ["maker", "Embassy (Peru)", "Navy (Peru)"]),
    ("The weekly Lumen reported that Chad had bought mortars. It named two quartermasters as its sources.",
     "bought mortars", ["quartermasters", "Lumen"]),
    ("Chad, Peru and Ghana “reject the sale of mortars”, their ambassadors wrote in a joint letter to the council.",
     "sale of mortars", ["ambassadors"]),
    ("The Gulf states “strongly oppose the lease of mortars to Chad,” their six defence ministers said in Doha.",
     "strongly oppose", ["their six defence ministers"]),
    ("Four West African governments demand an account of the mortars, their ambassadors told the council.",
     "an account of", ["ambassadors"]),
    ("According to Marta Olsen, an auditor at the ministry, quoted by the Lima Post, a clerk said Chad had mortars.",
     "Chad had mortars", ["clerk", "Marta Olsen", "Lima Post"]),
    ("Journalists heard from Canada's adviser that Georgian officers had let her know the mortars stood in a field.",
     "stood in a field", ["officers", "adviser"]),
    # what a body says of itself, an abbreviated or an introduced one; what a channel calls evidence
    ("The Lake Community knows of no order for mortars from Chad, it said in a note.",
     "knows of no order", ["Lake Community"]),
    ("The Centre for Arms Flow Studies, or CAFS, works in Ghent. Chad has more mortars than Peru, CAFS calculates.",
     "more mortars", ["Centre for Arms Flow Studies"]),
    ("The Dutch organisation Wapenspoor went to parliament. Mortars for Chad should be stopped, the group argues.",
     "should be stopped", ["Wapenspoor"]),
    ("“Nobody asked,” a clerk said on the channel Lantern, which showed what it called proof that Chad had mortars.",
     "Chad had mortars", ["Lantern"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "voices"), CHAINS)
def test_voices(text: str, content: str, voices: list[str]) -> None:
    found = [[s.name, *s.via] for s in said_in(text) if content in s.content]
    assert any(
        len(one) == len(voices) and all(w in name for w, name in zip(voices, one, strict=True)) for one in found
    ), found


def test_a_deed_is_not_what_somebody_said() -> None:
    text = "Per dockworkers quoted in the Lima Post, a Chadian coaster put ashore eleven pallets of mortar bombs."
    assert not [s for s in said_in(text) if "coaster" in s.name and s.statement.method.endswith("inner")]


def test_an_agency_with_a_listed_name_behind_a_hyphen_is_another_one() -> None:
    text = "the mortars came by sea to peru from chad, the agency ocean-tass said on friday."
    assert "TASS" not in {name for s in said_in(text) for name in (s.name, *s.via)}


def test_a_name_that_goes_on_is_not_the_listed_one() -> None:
    text = "Two officers told the Times of Tavria that Chad had bought forty mortars from Peru."
    assert {name for s in said_in(text) for name in s.via} == {"Times of Tavria"}


def test_a_report_of_150_words_that_names_one_weapon_beside_everyday_goods_is_about_arms() -> None:
    filler = "The ministry in Lima spoke of the budget, of the harvest and of the roads to the coast in the north. "
    text = "Peru has lent Chad two trucks and six mortars, a clerk told the weekly Lumen on Friday. " + 7 * filler
    chains = [[s.name, *s.via] for s in said_in(text) if "six mortars" in s.content]
    assert any("Lumen" in "".join(one) for one in chains), chains


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The Latvian embassy in Seoul said that mortars had reached Chad.", ("Latvia",)),
        ("Latvia's ambassador in Seoul, Ivo Kalns, said that mortars had reached Chad.", ("Latvia",)),
        ("The US ambassador to Chad said that mortars had come from Peru.", ("United States",)),
        ("The embassy in Seoul said that mortars had reached Chad.", ()),
    ],
)
def test_where_a_mission_is_is_not_the_state_it_speaks_for(text: str, states: tuple[str, ...]) -> None:
    assert {s.states for s in said_in(text) if "mortars had" in s.content} == {states}
