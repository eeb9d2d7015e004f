"""An invented case: Varnia is said to arm Ostrel. Five reports, twelve statements, three claims."""

from dataclasses import replace
from datetime import date

from firsthand.model import (
    Cell,
    Claim,
    DateRange,
    Discrepancy,
    Dossier,
    Event,
    Finding,
    Grade,
    HistoryEntry,
    Link,
    Origin,
    OutletRef,
    Quantity,
    RegisterRow,
    Report,
    RoleFiller,
    SetAside,
    Source,
    Span,
    Statement,
    TimelineEntry,
    Value,
)

LEDGER = """Varnia ships rockets to Ostrel, officials say
By Mira Toll
Load Next Story
Varnia has shipped dozens of Kestrel-9 rockets to Ostrel, unnamed Lembian officials told The Harbour Ledger on Monday.

"We have sent nothing to anyone," said Teo Maral, a spokesman for the Varnian foreign ministry, on Tuesday.
The Lembian interior ministry declined to say whether Ostrel's crews train in Varnia.
"""
WIRE = """Lembian Wire
More Varnian rockets expected in Ostrel
Varnia has sent rockets to Ostrel, The Harbour Ledger reported on Tuesday, citing Lembian officials.

More launches of the same type are expected within weeks, said Ines Korr of the Quay Institute.
Officials in Port Lemb said they had no information on training.
"""
COAST = WIRE.replace("Lembian Wire\n", "Coast Daily\n") + "Read more on Lembian Wire\n"
BRENN = """Brenn confirms rockets
March 9, 2031
Ostrel has now received these rockets, Defence Minister Ada Brenn said at a press conference on Sunday.

She said the Kestrel-9 reaches 40 miles. The delivery would change little on the front, according to Ines Korr.
"""
LATER = """Ostrel's general speaks of "a few" rockets
“Ostrel has received the rockets,” Ada Brenn told reporters on Sunday.
General Pavo Lind of Ostrel acknowledged that a small number of Kestrel-9 came before the war, with a range of 65 km.
Teo Maral again denied on Monday, March 12, any delivery to Ostrel.
"""
TEXTS = {"R1": LEDGER, "R2": WIRE, "R3": COAST, "R4": BRENN, "R5": LATER}


def at(report: str, phrase: str) -> Span:
    """Where ``phrase`` first stands in the report."""
    start = TEXTS[report].index(phrase)
    return Span(report, start, start + len(phrase))


def day(text: str, basis: str = "stated", last: str | None = None) -> DateRange:
    return DateRange(date.fromisoformat(text), date.fromisoformat(last or text), basis)


def reports() -> tuple[Report, ...]:
    def made(number: int, outlet: str | None, title: str, published: DateRange | None, **more: object) -> Report:
        key = f"R{number}"
        plain = Report(
            key, f"{number:03d}.txt", None, title, outlet, "en", published, f"{number:064x}",
            len(TEXTS[key].split()), TEXTS[key],
        )  # fmt: skip
        return replace(plain, **more)  # type: ignore[arg-type]

    printed = DateRange(date(2031, 3, 9), date(2031, 3, 9), "a printed header", (at("R4", "March 9, 2031"),))
    return (
        made(1, "The Harbour Ledger", "Varnia ships rockets to Ostrel, officials say", day("2031-03-04", "metadata"),
             furniture=(at("R1", "Load Next Story"),), credits=(at("R1", "By Mira Toll"),), byline="Mira Toll"),
        made(2, "Lembian Wire", "More Varnian rockets expected in Ostrel", day("2031-03-05", "metadata"),
             url="https://wire.example/rockets?a=1&b=2", credits=(at("R2", "Lembian Wire"),)),
        made(3, "Coast Daily", "More Varnian rockets expected in Ostrel",
             day("2031-03-05", "bounds from the text", "2031-03-08"), syndicated_from="Lembian Wire",
             syndicated_spans=(at("R3", "Read more on Lembian Wire"),)),
        made(4, "The Harbour Ledger", "Brenn confirms rockets", printed),
        made(5, None, 'Ostrel\'s general speaks of "a few" rockets', None),
    )  # fmt: skip


def sources() -> tuple[Source, ...]:
    return (
        Source("A1", "unnamed Lembian officials", "official", False, None, None, ("Lembia",), ("Lembian officials",),
               (at("R1", "unnamed Lembian officials"),), True),
        Source("A2", "Teo Maral", "official", True, "spokesman", "Varnian foreign ministry", ("Varnia",), (),
               (at("R1", "Teo Maral"),)),
        Source("A3", "Lembian interior ministry", "institution", True, None, None, ("Lembia",), (),
               (at("R1", "The Lembian interior ministry"),)),
        Source("A4", "The Harbour Ledger", "media", True, None, None, (), (), (at("R2", "The Harbour Ledger"),)),
        Source("A5", "Ines Korr", "expert", True, "analyst", "Quay Institute", (), (), (at("R2", "Ines Korr"),)),
        Source("A6", "Ada Brenn", "official", True, "Defence Minister", None, ("Lembia",), (),
               (at("R4", "Ada Brenn"), at("R5", "Ada Brenn"))),
        Source("A7", "Pavo Lind", "official", True, "General", None, ("Ostrel",), (), (at("R5", "General Pavo Lind"),)),
    )  # fmt: skip


def statements() -> tuple[Statement, ...]:
    def made(
        number: int, report: str, content: str, cue: str, source: str, actor: str | None, stance: str, said: str | None,
        claim: str | None, sentence: str, via: tuple[str, ...] = (), mode: str = "indirect",
    ) -> Statement:  # fmt: skip
        return Statement(
            f"S{number}", report, (at(report, content),), (at(report, cue),) if cue else (),
            (at(report, source),) if source else (), actor, via, mode, stance, day(said) if said else None,
            0.9, "test 1", at(report, sentence), claim=claim, event="E1" if number == 1 else None,
        )  # fmt: skip

    officials = "Varnia has shipped dozens of Kestrel-9 rockets to Ostrel"
    nothing = '"We have sent nothing to anyone," said Teo Maral, a spokesman for the Varnian foreign ministry'
    relay = "Varnia has sent rockets to Ostrel, The Harbour Ledger reported on Tuesday, citing Lembian officials."
    more = "More launches of the same type are expected within weeks"
    brenn = "Ostrel has now received these rockets"
    reach = "She said the Kestrel-9 reaches 40 miles."
    lind = "a small number of Kestrel-9 came before the war"
    again = "Teo Maral again denied on Monday, March 12, any delivery to Ostrel."
    return (
        made(1, "R1", officials, "told", "unnamed Lembian officials", "A1", "asserts", "2031-03-03", "C1",
             officials + ", unnamed Lembian officials told The Harbour Ledger on Monday."),
        made(2, "R1", '"We have sent nothing to anyone,"', "said", "Teo Maral", "A2", "denies", "2031-03-04", "C1",
             nothing, mode="direct"),
        made(3, "R1", "whether Ostrel's crews train in Varnia", "declined to say", "The Lembian interior ministry",
             "A3", "withholds", None, "C3",
             "The Lembian interior ministry declined to say whether Ostrel's crews train in Varnia."),
        made(4, "R2", "Varnia has sent rockets to Ostrel", "reported", "Lembian officials", "A1", "asserts",
             "2031-03-03", "C1", relay, via=("A4",)),
        made(5, "R2", more, "said", "Ines Korr", "A5", "expects", "2031-03-05", "C2", more + ", said Ines Korr of the "
             "Quay Institute."),
        made(6, "R2", "no information on training", "said", "Officials in Port Lemb", "A1", "withholds", None, "C3",
             "Officials in Port Lemb said they had no information on training."),
        made(7, "R3", "Varnia has sent rockets to Ostrel", "reported", "Lembian officials", "A1", "asserts",
             "2031-03-03", "C1", relay, via=("A4",)),
        made(8, "R4", brenn, "said", "Ada Brenn", "A6", "confirms", "2031-03-09", "C1",
             brenn + ", Defence Minister Ada Brenn said at a press conference on Sunday."),
        made(9, "R4", "the Kestrel-9 reaches 40 miles", "said", "She", "A6", "asserts", "2031-03-09", "C1", reach),
        made(10, "R5", "“Ostrel has received the rockets,”", "told", "Ada Brenn", "A6", "confirms", "2031-03-09", "C1",
             "“Ostrel has received the rockets,” Ada Brenn told reporters on Sunday.", mode="direct"),
        made(11, "R5", lind, "acknowledged", "General Pavo Lind of Ostrel", "A7", "confirms", None, "C1",
             "General Pavo Lind of Ostrel acknowledged that " + lind + ", with a range of 65 km."),
        made(12, "R5", "any delivery to Ostrel", "denied", "Teo Maral", "A2", "denies", "2031-03-12", "C1", again),
    )  # fmt: skip


def finding(feature: str, sentence: str, *spans: Span) -> Finding:
    return Finding(feature, "", sentence, spans)


def _claim(number: int, wording: str, **more: object) -> Claim:
    grade = Grade("F", "6", (finding("credibility.cannot-be-judged", "Only expectations or refusals to speak."),))
    plain = Claim(f"C{number}", wording, "transfer", "delivered", (), "unsettled", False, (), (), (), (), (), (), (),
                  (), (), grade, ())  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def claims() -> tuple[Claim, ...]:
    roles = (
        ("supplier", RoleFiller("Varnia", "Varnia", (at("R1", "Varnia"),))),
        ("recipient", RoleFiller("Ostrel", "Ostrel", (at("R1", "Ostrel"),))),
        ("item", RoleFiller("Kestrel-9 rockets", "Kestrel-9", (at("R1", "Kestrel-9 rockets"),), "rocket")),
        ("item", RoleFiller("rockets", "rocket", (at("R2", "rockets"),), "rocket")),
    )
    shared = finding("origin.same-utterance", "Ada Brenn said it on one day in close words.", at("R4", "Ada Brenn"))
    origins = (
        Origin("O1", "unnamed Lembian officials to The Harbour Ledger", ("Lembia",), ("S1", "S4", "S7"), False, "S1",
               day("2031-03-03"), "affirm", (finding("origin.cited-report", "Relayed from one report."),)),
        Origin("O2", "Ada Brenn, press conference", ("Lembia",), ("S8", "S9", "S10"), True, "S8", day("2031-03-09"),
               "affirm", (shared,)),
        Origin("O3", "Pavo Lind", ("Ostrel",), ("S11",), True, "S11", None, "affirm", ()),
        Origin("O4", "Teo Maral", ("Varnia",), ("S2", "S12"), True, "S2", day("2031-03-04"), "deny", ()),
    )  # fmt: skip
    grade = Grade("F", "1", (
        finding("credibility.confirmed", "Two owners affirm, Lembia and Ostrel, and a party admits it.",
                at("R5", "General Pavo Lind")),
    ))  # fmt: skip
    history = (
        HistoryEntry(day("2031-03-03"), "reported", False, "S1"),
        HistoryEntry(day("2031-03-04"), "reported", True, "S2"),
        HistoryEntry(day("2031-03-09"), "confirmed", True, "S8"),
        HistoryEntry(None, "acknowledged", True, "S11"),
    )
    expected = Origin("O5", "Ines Korr", ("Quay Institute",), ("S5",), True, "S5", day("2031-03-05"), "expect", ())
    silent = Origin("O6", "Lembian interior ministry", ("Lembia",), ("S3", "S6"), True, "S3", None, "withhold", ())
    return (
        _claim(1, "Varnia has transferred Kestrel-9 rockets to Ostrel", roles=roles, status="acknowledged",
               contested=True, history=history, origins=origins, owners=("Lembia", "Ostrel", "Varnia"),
               affirm=("S1", "S4", "S7", "S8", "S9", "S10", "S11"), deny=("S2", "S12"), linked=("C2",), grade=grade),
        _claim(2, "Varnia is about to transfer more rockets to Ostrel", phase="preparing", status="expected",
               history=(HistoryEntry(day("2031-03-05"), "expected", False, "S5"),), origins=(expected,),
               owners=("Quay Institute",), expect=("S5",), linked=("C1",)),
        _claim(3, "Ostrel's crews train in Varnia", type="training", phase="", origins=(silent,), owners=("Lembia",),
               withhold=("S3", "S6")),
    )  # fmt: skip


def lineage() -> tuple[Link, ...]:
    credit = at("R3", "Read more on Lembian Wire")
    return (
        Link("R2", "R1", "cites", ("S4",), (finding("lineage.cites", "It names the report of Tuesday.",
                                                    at("R2", "The Harbour Ledger reported on Tuesday")),)),
        Link("R3", "R2", "copies", (), (finding("lineage.copies", "All but one line is the same.", credit),)),
        Link("R3", OutletRef("The Harbour Ledger", day("2031-03-04")), "cites", ("S7",), ()),
        Link("R5", "R4", "same_utterance", ("S8", "S10"), (finding("origin.same-utterance", "One press conference."),)),
    )  # fmt: skip


def discrepancies() -> tuple[Discrepancy, ...]:
    return (
        Discrepancy("D1", "voice", "C1", (
            Value("shipped", ("S11",), (at("R5", "a small number of Kestrel-9 came before the war"),)),
            Value("nothing sent", ("S2", "S12"), (at("R1", "We have sent nothing to anyone"),)),
        ), (finding("discrepancy.voice", "Recipient and supplier say opposite things."),)),
        Discrepancy("D2", "calendar", "R5", (
            Value("Monday, March 12", ("S12",), (at("R5", "Monday, March 12"),)),
        ), (finding("discrepancy.calendar", "12 March 2031 is a Wednesday."),)),
        Discrepancy("D3", "value", "C1", (
            Value("40 miles", ("S9",), (at("R4", "40 miles"),)),
            Value("65 km", ("S11",), (at("R5", "65 km"),)),
        ), (finding("discrepancy.value", "Both are lengths."),), resolved="40 miles is 64 km."),
    )  # fmt: skip


def register() -> tuple[RegisterRow, ...]:
    none = Cell(None, None, None, "", False)
    return (
        RegisterRow("Varnia", "Ostrel", "2030", True, none, ("Kestrel-9",), False, "Rocket artillery",
                    Cell(24, None, 99, "dozens", True), ("2030", "2031"), True, "acknowledged",
                    "Lembia says dozens; Ostrel a small number", True, 3, ("Lembia", "Ostrel"), "1", ("C1",),
                    (("supplier", ("S1", "S8")), ("recipient", ("S1", "S8")), ("designation", ("S1", "S11")),
                     ("delivered", ("S1",)), ("years", ("S11",)), ("status", ("S11",)))),
    )  # fmt: skip


def case() -> Dossier:
    """The whole invented dossier as of 15 March 2031."""
    said = tuple(
        TimelineEntry(s.said_on, "said", TEXTS[s.report][s.content[0].start : s.content[0].end], s.actor, (s.id,),
                      s.content)
        for s in statements()
        if s.said_on
    )  # fmt: skip
    came = at("R5", "came before the war")
    happened = TimelineEntry(day("2030-11-01", "stated", "2031-02-10"), "happened", "came before the war", None,
                             ("S11",), (came,))  # fmt: skip
    dozens = Quantity(24, None, 99, "items", "dozens", (at("R1", "dozens"),))
    event = Event("E1", "transfer", "shipped", claims()[0].roles, (dozens,), (), None, None, "positive", "actual",
                  ("S1",), (at("R1", "shipped"),))  # fmt: skip
    return Dossier(
        "Rockets from Varnia", date(2031, 3, 15), reports(), sources(), statements(), (event,), claims(), lineage(),
        discrepancies(), (happened, *said), register(),
        (SetAside("empty.txt", "The file is empty.", "Give a file with text."),),
    )  # fmt: skip


HOSTILE = "<script>alert('x')</script> & \"quoted\" \u202egnp.exe\u202c " + "W" * 500


def hostile_case() -> Dossier:
    """The case with markup, quotes, marks of direction and a very long word wherever a report's text can go."""
    plain = case()
    text = f"{HOSTILE}\nThe envoy said {HOSTILE} on Monday.\n"
    start = text.index(HOSTILE, 10)
    content, cue = Span("R6", start, start + len(HOSTILE)), Span("R6", text.index("said"), text.index("said") + 4)
    report = Report("R6", f"{HOSTILE}.txt", "javascript:alert(1)//" + HOSTILE, HOSTILE, HOSTILE, "en", None, "f" * 64,
                    8, text, furniture=(Span("R6", 0, len(HOSTILE)),), byline=HOSTILE)  # fmt: skip
    voice = Source("A9", HOSTILE, "official", True, HOSTILE, HOSTILE, (HOSTILE,), (HOSTILE,), (cue,))
    spoken = Statement("S13", "R6", (content,), (cue,), (), "A9", ("A9",), "direct", "asserts",
                       day("2031-03-07", HOSTILE), 0.5, "test 1", Span("R6", len(HOSTILE) + 1, len(text)),
                       occasion=HOSTILE, claim="C1")  # fmt: skip
    bad = finding(HOSTILE, HOSTILE, content)
    origin = Origin("O9", HOSTILE, (HOSTILE,), ("S13",), True, "S13", day("2031-03-07"), "affirm", (bad,))
    first = plain.claims[0]
    claim = replace(first, wording=HOSTILE, origins=(*first.origins, origin), affirm=(*first.affirm, "S13"),
                    grade=Grade("F", "1", (bad,)), owners=(*first.owners, HOSTILE))  # fmt: skip
    row = replace(plain.register[0], supplier=HOSTILE, recipient="=1+1", designations=(HOSTILE, "@x"), status="-1",
                  description="+SUM(A1)", comments=HOSTILE, cells=(("supplier", ("S13",)),))  # fmt: skip
    odd = Discrepancy("D9", "value", "C1", (Value(HOSTILE, ("S13",), (content,)),), (bad,), resolved=HOSTILE)
    return replace(
        plain,
        title=HOSTILE,
        reports=(*plain.reports, report),
        sources=(*plain.sources, voice),
        statements=(*plain.statements, spoken),
        claims=(claim, *plain.claims[1:]),
        lineage=(*plain.lineage, Link("R6", OutletRef(HOSTILE, None), "cites", ("S13",), (bad,))),
        discrepancies=(*plain.discrepancies, odd),
        timeline=(*plain.timeline, TimelineEntry(day("2031-03-07"), "said", HOSTILE, "A9", ("S13",), (content,))),
        register=(*plain.register, row),
        set_aside=(*plain.set_aside, SetAside(HOSTILE, HOSTILE, HOSTILE)),
    )
