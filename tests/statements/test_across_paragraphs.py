"""Who is meant, and through whom words came, where another sentence or paragraph tells it."""

import pytest
from statement_readings import said_in

CHAINS = [
    # an outlet that reached somebody, printed a talk, had a guest
    ("The agency Nord-Press reached a retired pilot by telephone.\n\n“Chad had bought forty mortars,” he said.",
     "forty mortars", ["pilot", "Nord-Press"]),
    ("The Optic spoke to Colonel Omar Sy.\n\nHe said that the shipyard's manager had told him of forty mortars.",
     "forty mortars", ["manager", "Omar Sy", "Optic"]),
    ("Kompas Selatan published its conversation with General Jorge Vial.\n\n“Chad has bought forty mortars,” he says.",
     "forty mortars", ["Jorge Vial", "Kompas Selatan"]),
    ("Colonel Omar Sy was a guest on the Optic on Friday night.\n\n“Chad has bought forty mortars,” he told viewers.",
     "forty mortars", ["Omar Sy", "Optic"]),
    ("A senior customs officer gave the Optic an interview.\n\nChad, he said, had bought forty mortars.",
     "forty mortars", ["officer", "Optic"]),
    ("The auditor has been talking to Kompas Selatan for days.\n\nChad, she claims in the paper, bought forty mortars.",
     "forty mortars", ["auditor", "Kompas Selatan"]),
    ("“Chad paid twice,” said Leyla Aziz, a mortar dealer. Her remarks were carried on Monday by the weekly Lumen.",
     "paid twice", ["Leyla Aziz", "Lumen"]),
    # it is the document, not the outlet that has it
    ("The Lima Post has obtained an internal memo.\n\nIt says that Chad had bought forty mortars.",
     "forty mortars", ["memo", "Lima Post"]),
    ("A police report has reached the Optic.\n\nAccording to it, Chad had bought forty mortars.",
     "forty mortars", ["police report", "Optic"]),
    # what an outlet bases its words on
    ("Chad has bought forty mortars, El Puente del Sur said. Its source was an engineer at the plant in Lima.",
     "forty mortars", ["engineer", "El Puente del Sur"]),
    ("Chad has forty mortars, concludes the research collective Borderfile, whose account rests on talks with guards.",
     "forty mortars", ["guards", "Borderfile"]),
    ("Chad has forty mortars, wrote Handelskurier, whose article quotes “participants in the negotiations”.",
     "forty mortars", ["participants", "Handelskurier"]),
    ("Chad has bought forty mortars, an official confided to Rīgas Vēstnesis.",
     "forty mortars", ["official", "Rīgas Vēstnesis"]),
    # he and she among two; who is named only further on, or beside a long description
    ("Marek Hudák, head of a mortar plant, and his buyer, Simona Nagy, met in Brno.\n\n“I ordered forty,” she said.",
     "ordered forty", ["Simona Nagy"]),
    ("Air Marshal Ranil Perera and Auditor General Sunil Silva met.\n\n“Mortars are old,” the auditor general said.",
     "ortars are old", ["Sunil Silva"]),
    ("The mortars for Chad were cracked, the harbour guard recollected.\n\nThe guard is Deo Ndayizeye, who sells maps.",
     "were cracked", ["Deo Ndayizeye"]),
    ("The mortars for Chad were cracked, the technician says.\n\nThe man's name is Pekka Rautamo.",
     "were cracked", ["Pekka Rautamo"]),
    ("The radio spoke to the mayor of a town near the army's range, Delia Mamani. “Chad sent mortars,” the mayor said.",
     "Chad sent", ["Delia Mamani", "adio"]),
    # another speaker in between; the same occasion again; who is no minister of another state
    ("Peru will take no more mortars, Minister Kojo Asamoah told the weekly Lumen. “Ours are good,” said Ufuk Kaya of"
     " the maker.\n\nIn the interview Asamoah also named a price. “Forty dollars each,” he added.",
     "Forty dollars", ["Kojo Asamoah", "Lumen"]),
    ("A foreman told the weekly Lumen of mortars. Chad's attaché, Yacine Ferhat, denied it.\n\nThe foreman had heard"
     " of that. “They are as loud as a tram,” he said.",
     "loud as a tram", ["foreman", "Lumen"]),
    ("Ukraine's deputy minister Larysa Kovtun reported that the Czech prime minister had promised forty mortars.",
     "forty mortars", ["Czech prime minister", "Larysa Kovtun"]),
    ("According to the Namibian minister Tuli Kongo, Angola's ambassador has repeated that the mortars were a present.",
     "were a present", ["Angola's ambassador", "Tuli Kongo"]),
    ("The American undersecretary, the Japanese vice-minister Chie Hama said, had hinted that mortars would be late.",
     "would be late", ["undersecretary", "Chie Hama"]),
    ("“Mortars cost more,” Minister Josphat Lete justified himself. Chad's rifles cost 600 dollars, according to data.",
     "ortars cost more", ["Josphat Lete"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "voices"), CHAINS)
def test_voices_of_other_sentences(text: str, content: str, voices: list[str]) -> None:
    said = next(s for s in said_in(text) if content in s.content)
    found = [said.name, *said.via]
    assert len(found) == len(voices), found
    assert all(wanted in name for wanted, name in zip(voices, found, strict=True)), found


def test_a_man_is_no_agency() -> None:
    """He stands for nobody where only an outlet was told of."""
    text = "The agency Nord-Press has a new office.\n\n“Chad had bought forty mortars,” he said."
    assert all(not said.name for said in said_in(text) if "forty mortars" in said.content)


def test_an_outlet_of_a_longer_name_is_another() -> None:
    (said,) = said_in("Two officers told Kompas Selatan that Chad had bought forty mortars from Peru.")
    (editions,) = said_in("Two officers told Kompas that Chad had bought forty mortars from Peru.")
    assert said.via == ("Kompas Selatan",)
    assert editions.via == ("Kompas",)


def test_a_text_may_end_where_a_listener_would_follow() -> None:
    assert {s.name for s in said_in("Chad declined to")} <= {"", "Chad"}
