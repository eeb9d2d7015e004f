"""Who hands words on: papers seen, described, passed; conversations; names behind words for outlets."""

import pytest

from firsthand.evaluation.written_cases import CaseRead
from firsthand.evaluation.written_nested import voices_of
from firsthand.intake import report_from_text
from firsthand.workflow import statements_of

CASES = [
    (
        "A staff memo described to the Quito Courier by two Chilean officers says that Peru has sold mortars to Chad.",
        "Peru has sold",
        ["memo", "officers", "Courier"],
    ),
    (
        "A port file shown to the Accra Herald by a Ghanaian clerk says that Kenya has bought rockets from Chile.",
        "Kenya has bought",
        ["file", "clerk", "Herald"],
    ),
    (
        "In a letter to parliament, a copy of which was obtained by the Lima Tribune, Peru's envoy wrote that "
        "Chad had received mortars.",
        "Chad had received",
        ["envoy", "Tribune"],
    ),
    (
        "In a note to the court, excerpts of which were seen by the Oslo Gazette, Kenya's minister wrote that "
        "Chile had sold rockets.",
        "Chile had sold",
        ["minister", "Gazette"],
    ),
    (
        "A sergeant in Lima spoke to the Andean Courier about the mortars.\n\nThey went to Chad, the sergeant said.",
        "They went to Chad",
        ["sergeant", "Courier"],
    ),
    (
        "A docker in Mombasa talked to the Coast Herald about the rockets.\n\nChile sent them, the docker said.",
        "Chile sent them",
        ["docker", "Herald"],
    ),
    (
        "Last week she gave an interview to the weekly Il Porto.\n\nThe mortars went to Chad, the clerk said.",
        "The mortars went",
        ["clerk", "Il Porto"],
    ),
    (
        "Deputy Ana Ferro held up a contract in the chamber on Monday.\n\nThe contract lists 40 mortars for Chad.",
        "40 mortars",
        ["contract", "Ferro"],
    ),
    (
        "A cable was leaked by an aide, Tom Okoro.\n\nThe cable says that Kenya has sold rockets to Peru.",
        "Kenya has sold",
        ["cable", "Okoro"],
    ),
    (
        "The Almaty paper Altyn Kun has it from two freight brokers that Chad has sold mortars to Peru.",
        "Chad has sold",
        ["brokers", "Altyn"],
    ),
    (
        "Chad has sold mortars to Peru, the Cork Tribune alleges, on the word of a single banker.",
        "Chad has sold",
        ["banker", "Tribune"],
    ),
    (
        "Chad has sold mortars to Peru. So at least a harbour master says in an interview with the Cork Tribune.",
        "Chad has sold",
        ["master", "Tribune"],
    ),
    (
        "Chad has mortars for Peru in store. That, at least, is the opinion of Ely Sambary, a retired pilot.",
        "Chad has mortars",
        ["Sambary"],
    ),
    (
        "Harbourmaster, on local radio: mortars came as tractor parts\n\nThe freighter from Chad spent a night here.",
        "mortars came",
        ["Harbourmaster", "radio"],
    ),
    (
        "“We will not let mortars pass our land,” begins the Lima Declaration, which six envoys signed on Monday.",
        "We will not",
        ["Declaration", "envoys"],
    ),
    (
        "“Mortars went to Chad,” Ana Ferro said in Peru.\n\nShe was speaking to the Lima Tribune.",
        "Mortars went",
        ["Ferro", "Tribune"],
    ),
    (
        "“Mortars went to Chad,” Ana Ferro said in Peru. Her remarks were carried by Radio Vell.",
        "Mortars went",
        ["Ferro", "Vell"],
    ),
    (
        "A lawyer, Ana Ferro, read out a statement in Peru.\n\nMortars went to Chad, the statement said.",
        "Mortars went",
        ["statement", "Ferro"],
    ),
    (
        "Peru's police published a note by a clerk on Monday.\n\nMortars went to Chad, the clerk wrote.",
        "Mortars went",
        ["clerk", "police"],
    ),
    (
        "Mortars went to Chad from Peru.\n\nThe claim comes from Ana Ferro, who spoke to the Lima Tribune.",
        "Mortars went",
        ["Ferro", "Tribune"],
    ),
    (
        "Reuters quoted two officials in Peru on Monday.\n\nMortars went to Chad, they said.",
        "Mortars went",
        ["officials", "Reuters"],
    ),
    (
        "Peru's navy has asked Chile to hurry the delivery of two mortars, officers told the Lima Tribune.",
        "has asked Chile",
        ["officers", "Tribune"],
    ),
    (
        "Ships carried 40 mortars to Chad - navy\n\nThe ships left Peru in May. They are on their way home.",
        "Ships carried",
        ["Navy"],
    ),
    (
        "Citing the head of the arsenal, Ana Ferro, the broadcaster Vell TV reported that Peru had tested mortars.",
        "Peru had tested",
        ["Ferro", "Vell"],
    ),
    (
        "Peru denied a claim by clerks, published in the Lima Tribune, that mortars had gone to Chad.",
        "had gone to Chad",
        ["Peru"],
    ),
    (
        "Ana Ferro, a mayor in Peru, has given the Lima Tribune a list.\n\nMortars went to Chad, the list says.",
        "Mortars went",
        ["list", "Tribune"],
    ),
    (
        "Kenya has sold rockets to Peru, the Accra Herald wrote on Monday. It cited two Ghanaian pilots.",
        "Kenya has sold",
        ["pilots", "Herald"],
    ),
    (
        "Chad has received 30 mortars from Peru, the Accra Herald wrote. It attributed the figure to two brokers.",
        "30 mortars",
        ["brokers", "Herald"],
    ),
    (
        "Chad has received 30 mortars from Peru, the Accra Herald said in a story based on interviews with two pilots.",
        "30 mortars",
        ["pilots", "Herald"],
    ),
    (
        "An envoy recalled that the general had read out a letter in which Kenya promised twelve mortars to Chad.",
        "twelve mortars",
        ["Kenya", "general", "envoy"],
    ),
    (
        "An internal note on the mortars reached the court in May. The judge disclosed it.\n\n"
        "The note says that Kenya has sold them to Chad.",
        "Kenya has sold",
        ["note"],
    ),
    (
        "Mayor Jon Lind came back from Lima on Friday. His hosts had told him that Peru would send 12 mortars.",
        "Peru would send",
        ["hosts", "Lind"],
    ),
    (
        "Through his lawyer, the jailed broker Ugo Bassi denied that he had sold mortars to Chad.",
        "sold mortars",
        ["Bassi", "lawyer"],
    ),
    (
        "Consul Mia Berg left the palace at noon. The general had told her, she recalled, that mortars went to Chad.",
        "mortars went",
        ["general", "Berg"],
    ),
    (
        "Peru's coast guard says in its log that fishermen reported, on the word of a diver, the sinking of "
        "nine boxes of mortars.",
        "nine boxes",
        ["diver", "fishermen", "guard"],
    ),
    (
        '"Nobody warned us before the rockets were sold," the Lima Herald quoted a harbour pilot as complaining.',
        "Nobody warned",
        ["pilot", "Herald"],
    ),
    (
        "Chad was reminded by Kenya in June, according to the Accra weekly Nkran, that the rockets it "
        "bought may not be sold on to Peru.",
        "may not be sold",
        ["Kenya", "Nkran"],
    ),
    (
        "The Chilean side, in the telling of Peruvian chief of staff General Ivo Ramos, insisted that the "
        "mortars were on loan.",
        "mortars were on loan",
        ["Chile", "Ramos"],
    ),
    (
        "Open Holds, an Antwerp group that follows the arms trade, has read nine years of freight "
        "bills.\n\nSix flights left Peru by night and landed in Chad.\n\nThe group believes that each "
        "carried at least nine mortars.",
        "each carried",
        ["Open Holds"],
    ),
    (
        "Peruvian mortars rust in harbour: dockers\n\nThe 40 mortars were landed in Lima in March and have "
        "not been moved since.",
        "rust in harbour",
        ["dockers"],
    ),
    (
        "The Lima Courier has returned to the matter of the mortars.\n\nChile delivered thirty of them "
        "instead of forty. So a clerk at the naval base informed the newspaper.",
        "Chile delivered",
        ["clerk", "Courier"],
    ),
    (
        "The mortars for Chad never left the port of Lima.\n\nSo, at any rate, the broker Ana Ferro swore "
        "before the court.",
        "never left",
        ["Ferro"],
    ),
    (
        "Some 400 Chilean rockets have changed hands in Peru since May.\n\nThe figure is that of Professor "
        "Tom Okoro, who has counted them on photographs.",
        "changed hands",
        ["Okoro"],
    ),
    (
        "Peru has paid twice for the same eight mortars.\n\nThe claim comes from a former clerk at the central bank.",
        "paid twice",
        ["clerk"],
    ),
    (
        "Chad wants to return three leased helicopters to Peru, according to the Accra site Nkran Post, "
        "whose source is a major on the general staff.",
        "three leased",
        ["major", "Nkran"],
    ),
    (
        "Kenya will lend Chad four radars, the Lima daily El Faro reported on Monday. The tip came from a "
        "member of the budget committee.",
        "four radars",
        ["member", "Faro"],
    ),
    (
        'Senator Ana Ferro asked the minister, Tom Okoro, where the spare mortars had gone.\n\n"To a broker '
        'in Chad," he replied.',
        "To a broker",
        ["Okoro"],
    ),
    (
        '"I flew the mortars in from Peru myself," he boasted in a bar in Accra.\n\nThe speaker was Ivo '
        "Ramos, a cargo pilot who has since moved away.",
        "flew the mortars",
        ["Ramos"],
    ),
    (
        "The Lima Mail has it from a former army cook that nine of Chad's mortars have been sold for scrap.",
        "nine of Chad",
        ["cook", "Mail"],
    ),
    (
        'Quoting "a well-placed hand at the ministry", the weekly El Faro wrote that the mortars sold to '
        "Chad had been valued as scrap.",
        "valued as scrap",
        ["hand", "Faro"],
    ),
    (
        "Consul Ana Ferro passed on what her Chilean opposite number had remarked over dinner: the mortars "
        "sent to Chad have no sights.",
        "have no sights",
        ["opposite number", "Ferro"],
    ),
    (
        "Ottawa has not said which of its allies will get the old howitzers, and a spokesman for the "
        "department, Luc Gerva, would not elaborate.",
        "which of its allies",
        ["Canada"],
    ),
    (
        "Peru's army denied that Chilean planes had carried mortars through its airfields.\n\nThe claim was "
        "reported by several regional broadcasters on Monday.",
        "Chilean planes",
        ["Peru"],
    ),
    (
        "Three soldiers at a checkpoint near Lima showed a visitor their new rifles. Half of the mortars "
        "jam in the dust, the men complained.",
        "Half of the mortars",
        ["soldiers"],
    ),
    (
        "Peru's consul in Accra, Chilean minister Tom Reyes testified, swore to him that the seized mortars "
        "were props.",
        "seized mortars",
        ["consul", "Reyes"],
    ),
    (
        "Peruvian minister Ivo Ramos said on Monday that Peru can confirm that a first delivery of mortars "
        "to Chad is complete.",
        "a first delivery",
        ["Ramos"],
    ),
    (
        "The governor said that mediators had conveyed to him the rebels' demand for the return of forty mortars.",
        "return of forty mortars",
        ["rebels", "mediators", "governor"],
    ),
    (
        "The minister remarked that officers had relayed to him the complaints of herders about mortar fire.",
        "mortar fire",
        ["herders", "officers", "minister"],
    ),
    (
        "Conscripts repeated to her a sergeant's remark that the mortars “rust in their boxes”, the ombudsman, Ana "
        "Costa, notes in her report.",
        "rust in their boxes",
        ["sergeant", "Conscripts", "Ana Costa"],
    ),
    (
        "Chad's interior ministry wrote that the embassy in Lima had reported a promise by Peru's general staff to "
        "repair the mortars.",
        "repair the mortars",
        ["General staff (Peru)", "embassy in Lima", "Interior ministry (Chad)"],
    ),
    (
        "The five members of the forum, through its secretariat, asked Peru to explain the loan of forty mortars.",
        "forty mortars",
        ["five members", "its secretariat"],
    ),
    (
        "Members of the council approved a statement on Thursday. It finds that mortars for Chad were bought in haste.",
        "bought in haste",
        ["statement", "Members"],
    ),
    (
        "The five members of the forum, through its secretariat, denounced the loan of forty mortars to Chad.",
        "forty mortars",
        ["five members", "its secretariat"],
    ),
]


@pytest.mark.parametrize(("text", "content", "voices"), CASES)
def test_who_hands_words_on(text: str, content: str, voices: list[str]) -> None:
    report = report_from_text(text)
    (read,) = statements_of([report])
    known = CaseRead({s.id: s for s in read.sources}, read.statements)
    chains = []
    for s in read.statements:
        if any(content in report.text[c.start : c.end] for c in s.content):
            names = [known.sources[v] for v in voices_of(known, s)]
            chains.append([" ".join((n.name, *n.aliases)) for n in names])
    assert any(
        len(chain) == len(voices) and all(v in name for v, name in zip(voices, chain, strict=True)) for chain in chains
    ), chains
