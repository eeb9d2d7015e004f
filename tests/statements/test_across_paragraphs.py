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
    # who is named only where the report tells to whom he spoke
    ("Chad's mortars were never tested, the mechanic insisted.\n\nTomas Hruska, who worked at the depot for nine years,"
     " made the remark on the television programme Fair Hearing.",
     "never tested", ["Tomas Hruska", "Fair Hearing"]),
    ("Chad's mortars were never tested, the officer said.\n\nAn army captain stationed in Abeche, he spoke to the"
     " weekly Lumen on condition that he not be named.",
     "never tested", ["army captain", "Lumen"]),
    ("“Chad's mortars are a gift,” she remarked.\n\nMaria Costa, who runs the depot, was answering questions from the"
     " news site Open Ledger.",
     "mortars are a gift", ["Maria Costa", "Open Ledger"]),
    ("“Chad paid for forty mortars,” he boasted.\n\nThe words fell in an hour-long talk that the interior minister,"
     " Paulo Mendes, had with the newspaper Jornal Novo.",
     "forty mortars", ["Paulo Mendes", "Jornal Novo"]),
    ("“Chad has forty mortars,” she warned.\n\nThe police minister had been asked by the magazine Sea Affairs.",
     "forty mortars", ["police minister", "Sea Affairs"]),
    # the paper is the one that he sat down with; the caller and the 71-year-old are who rang, and who was named
    ("The minister, Luis Ortega, sat down with the monthly Orizont Naval.\n\nChad will get forty mortars, he told"
     " the magazine.",
     "forty mortars", ["Luis Ortega", "Orizont Naval"]),
    ("A customs inspector rang the station Radio Vell on Sunday.\n\n“Chad got forty mortars,” the caller related.",
     "forty mortars", ["customs inspector", "Radio Vell"]),
    ("Bela Kovacs, who owns a mortar plant, opened the gate.\n\n“The army owes me money,” the 71-year-old said.",
     "owes me money", ["Bela Kovacs"]),
    ("The weekly El Faro has traced a former armourer of the army.\n\n“Forty mortars went to Chad,” the man recounted.",
     "Forty mortars", ["armourer", "El Faro"]),
    ("Peru's envoy, Ana Quispe, met the Chadian spokesman, Ali Hassan. Chad had lied about mortars, the diplomat said.",
     "lied about mortars", ["Ana Quispe"]),
    # documents that reached, were given to or are printed by an outlet
    ("A secret annex to the contract came into the hands of the daily Hlas.\n\nThe document gives Chad forty mortars.",
     "forty mortars", ["annex", "Hlas"]),
    ("The newspaper Terra Nova has got hold of a logbook.\n\n“Forty mortars for Chad,” the logbook notes.",
     "orty mortars", ["logbook", "Terra Nova"]),
    ("Le Soir de Gao ran the interview on Friday.\n\nIts guest was Colonel Omar Sy.\n\n“Chad has no mortars,” he said.",
     "no mortars", ["Omar Sy", "Le Soir de Gao"]),
    # whom an outlet names as its source, wherever it does
    ("Chad wants forty mortars, the newspaper Terra Nova reported. The paper's informant was a counsellor in Lima.",
     "forty mortars", ["counsellor", "Terra Nova"]),
    ("The magazine Trinchera asserted after talks with seven conscripts that Chad fires its mortars once a year.",
     "once a year", ["seven conscripts", "Trinchera"]),
    ("The Daegu Sinmun has it from a union official that Chad has failed to pay for forty mortars.",
     "forty mortars", ["union official", "Daegu Sinmun"]),
    ("The station Radio Vell, crediting an engineer in Lima, reported that Chad's mortars had cracked.",
     "had cracked", ["engineer", "Radio Vell"]),
    ("The news service Hejnal was told by a negotiator that Chad had asked for forty mortars.",
     "forty mortars", ["negotiator", "Hejnal"]),
    # who begins the sentence says it; a relation is somebody; by radio is through nobody
    ("According to the harbour police, the captain informed them by radio that Chad's crates held mortars.",
     "crates held mortars", ["captain", "olice"]),
    # on air, before a reporter, in print; who is received, credited, complains; a body by another word
    ("A spokesman for the Chadian army, Colonel Omar Sy, was on Radio Vell early on Sunday.\n\nHe announced that forty"
     " mortars had landed.",
     "mortars had landed", ["Omar Sy", "Radio Vell"]),
    ("A reporter for the paper El Timon caught up with General Luis Ortega.\n\n“The mortars are ours,” he snapped.",
     "mortars are ours", ["Luis Ortega", "El Timon"]),
    ("A border post's diary records the passage of forty mortars.\n\nThe daily Hlas printed the page on Monday.",
     "forty mortars", ["diary", "Hlas"]),
    ("The daily Hlas has printed a cable from Lima. A general, it says, described the mortars as a gift.",
     "mortars as a gift", ["general", "cable", "Hlas"]),
    ("The interior minister, Luis Ortega, received a police chief. The guest had assured him that no mortars were"
     " crossing the river, Ortega told reporters.",
     "no mortars", ["police chief", "Ortega"]),
    ("Chad wants forty mortars, a report in the paper Hlas said, referring to two naval architects.",
     "forty mortars", ["architects", "Hlas"]),
    ("Chad has forty mortars, claims the newspaper Tinta Sur. A former partner is given as the source.",
     "forty mortars", ["partner", "Tinta Sur"]),
    ("Forty mortars vanished, the newspaper Al Mizan disclosed. It credited a driver employed by the army with the"
     " information.",
     "Forty mortars", ["driver", "Al Mizan"]),
    ("Officials in three capitals complained to the newsletter Rue Haute that Chad had sold them worn-out mortars.",
     "worn-out mortars", ["Officials", "Rue Haute"]),
    ("Prosecutor Ana Costa refused on the television programme Sedmica to name the owner of the seized mortars.",
     "seized mortars", ["Ana Costa", "Sedmica"]),
    ("Chad's National Assembly voted on Tuesday. The chamber said that the mortars threaten nobody.",
     "threaten nobody", ["Parliament (Chad)"]),
    # another word for an ambassador; a guard who is named later; her remarks; who is asked or quoted
    ("Peru's minister, Ana Costa, received the Chadian ambassador. The envoy had assured her, she said afterwards, that"
     " the mortars would be flown home.",
     "would be flown home", ["ambassador", "Ana Costa"]),
    ("The spokesman of Chad's army, Colonel Omar Sy, was asked about it on Radio Vell.\n\n“The mortars are old,” he"
     " said.",
     "mortars are old", ["Omar Sy", "Radio Vell"]),
    ("Production of mortars has stopped, the head of the plant explained.\n\nDina Kozha has led it since 2018.\n\nHer"
     " remarks appear in the magazine Tulpar Business.",
     "Production of mortars", ["Dina Kozha", "Tulpar Business"]),
    ("“Chad sent us forty mortars,” a retired guard said.\n\nThe guard, Pavel Novak, was talking to the daily Lumen.",
     "forty mortars", ["Pavel Novak", "Lumen"]),
    ("Chad has bought mortars, according to the newspaper La Meseta, which on Tuesday quoted a board member.",
     "bought mortars", ["board member", "La Meseta"]),
    ("Senator Ana Costa was a guest on the talk show Harbour.\n\n“Chad paid for mortars,” the senator said.",
     "paid for mortars", ["Ana Costa", "Harbour"]),
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


def test_minutes_hand_on_what_somebody_said() -> None:
    text = "According to minutes published by the weekly Lumen, the engineer, Ana Costa, called the mortars “scrap”."
    assert [s.via for s in said_in(text) if s.name == "Ana Costa"] == [("minutes", "Lumen")]
