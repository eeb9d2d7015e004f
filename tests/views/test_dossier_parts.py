"""The parts of the views, each for itself."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dossier_case import case, hostile_case
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from firsthand.model import Cell, DateRange, Dossier, Finding, Link, OutletRef, Report, Span, Statement
from firsthand.views import schema, summary, to_csv, write_dossier
from firsthand.views.cards import cards
from firsthand.views.counts import count
from firsthand.views.csv import HEADER
from firsthand.views.index import Index
from firsthand.views.marking import blocks, sentence_pieces
from firsthand.views.matrix import matrix
from firsthand.views.prominence import by_prominence
from firsthand.views.stemma import stemma
from firsthand.views.timeline import timeline
from firsthand.views.timescale import TimeScale


def test_counts() -> None:
    counts = count(case())
    assert (counts.reports, counts.statements, counts.claims, counts.contested) == (5, 12, 3, 1)
    assert (counts.origins, counts.owners, counts.discrepancies, counts.resolved) == (6, 4, 2, 1)


def rows(dossier: Dossier) -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_csv(dossier))))


def test_csv_has_the_columns_of_the_register() -> None:
    header, row = rows(case())
    assert header[:13] == [
        "Recipient", "Supplier", "Year of order", "", "Number ordered", "", "Weapon designation", "Weapon description",
        "Number delivered", "", "Year(s) of delivery", "status", "Comments",
    ]  # fmt: skip
    assert header[13:] == ["contested", "origins", "owners", "credibility", "statements"]
    assert row[:4] == ["Ostrel", "Varnia", "2030", "?"]
    assert row[8:11] == ["24–99 (dozens)", "?", "2030;2031"]
    assert row[13:] == ["yes", "3", "Lembia;Ostrel", "1", "S1;S8;S11"]


def test_csv_guards_formulas() -> None:
    row = rows(hostile_case())[2]
    assert row[0] == "'=1+1"
    assert row[7] == "'+SUM(A1)"
    assert row[11] == "'-1"
    guarded = replace(case().register[0], recipient="  @cmd", delivered=Cell(None, None, None, "\t=x", False))
    assert rows(replace(case(), register=(guarded,)))[1][0] == "'  @cmd"


def printed(dossier: Dossier) -> str:
    console = Console(width=80, file=io.StringIO(), color_system=None)
    summary(dossier, console)
    out = console.file
    assert isinstance(out, io.StringIO)
    return out.getvalue()


def test_terminal_says_all_in_words_within_80_columns() -> None:
    text = printed(case())
    for word in ("✕ contested", "acknowledged", "✕ denies: Teo Maral", "withhold:", "F1", "Set aside: empty.txt"):
        assert word in text
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "\x1b" not in text


def test_terminal_survives_what_a_report_may_hold() -> None:
    text = printed(hostile_case())
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "\u202e" not in text


def test_cards_group_voices_by_owner() -> None:
    plain = case()
    first, second, third = cards(plain.claims, Index(plain))
    assert [group.owner for group in first.sides["affirm"].groups] == ["Lembia", "Ostrel"]
    assert (first.sides["affirm"].origins, first.sides["affirm"].owners) == (3, 2)
    assert first.sides["deny"].statements == ["S2", "S12"]
    assert [change.text for change in first.changes] == ["reported", "contested", "confirmed", "acknowledged"]
    assert (first.step, second.step, third.step) == (4, 1, 0)
    assert third.between
    assert not first.between


def test_matrix_counts_origins_not_reports() -> None:
    plain = case()
    made = matrix(plain.claims, Index(plain))
    assert made.owners[0] == ("Lembia", 3)
    column = [voice.name for voice in made.voices].index("unnamed Lembian officials")
    (mark,) = made.rows[0].cells[column]
    assert (mark.side, mark.count, mark.statements) == ("affirm", 1, ["S1", "S4", "S7"])


def test_trail_runs_from_speaker_to_report() -> None:
    index = Index(case())
    assert index.trail(index.statements["S7"]) == ["unnamed Lembian officials", "The Harbour Ledger", "Coast Daily"]
    assert index.trail(index.statements["S12"]) == ["Teo Maral", "outlet of R5"]


def test_stemma_shows_each_kind_of_link() -> None:
    plain = case()
    drawn = str(stemma(plain, Index(plain)))
    for kind in ("k-cites", "k-copies", "k-same_utterance", "k-origin"):
        assert kind in drawn
    assert 'data-evidence="L2"' in drawn
    assert stemma(replace(plain, reports=()), Index(plain)) is None


def test_stemma_folds_origins_that_did_not_travel() -> None:
    plain = case()
    apart = replace(plain.claims[0].origins[1], id="O2b", statements=("S9",))
    lone = replace(plain.claims[0].origins[1], statements=("S8",))
    claim = replace(plain.claims[0], origins=(plain.claims[0].origins[0], lone, apart))
    made = replace(plain, claims=(claim,))
    assert "2 origins found in this report only" in str(stemma(made, Index(made)))


def test_timeline_draws_uncertain_dates_as_width() -> None:
    plain = case()
    wide = replace(plain.statements[0], said_on=DateRange(date(2031, 3, 1), date(2031, 3, 20), "bounds"))
    sure = str(timeline(plain, Index(plain), plain.claims))
    unsure_case = replace(plain, statements=(wide, *plain.statements[1:]))
    assert 'class="width' not in sure
    assert 'class="width s-affirm"' in str(timeline(unsure_case, Index(unsure_case), unsure_case.claims))
    undated = replace(plain, timeline=(), claims=(), statements=(replace(wide, said_on=None),))
    assert timeline(undated, Index(undated), undated.claims) is None


days = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@settings(deadline=None, max_examples=40)
@given(st.lists(days, min_size=1, max_size=20), st.lists(days, min_size=2, max_size=6))
def test_time_never_runs_backwards(known: list[date], asked: list[date]) -> None:
    scale = TimeScale([DateRange(day, day + timedelta(days=2), "test") for day in known], 100, 900)
    places = [scale.edge(day.toordinal()) for day in sorted(asked)]
    assert places == sorted(places)
    assert all(100 - 1e-6 <= place <= 900 + 1e-6 for place in places)


def test_an_open_interval_reaches_the_edge() -> None:
    scale = TimeScale([DateRange(date(2031, 1, 1), date(2031, 1, 9), "test")], 0, 100)
    assert scale.interval(DateRange(None, date(2031, 1, 4), "test"))[0] == 0
    assert scale.interval(DateRange(date(2031, 1, 4), None, "test"))[1] == 100


TEXT = "One line of words.\n\n  A second <b>line</b>, longer.\r\nThe third\u2028and fourth\n"
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda p: Span("R1", min(p), max(p)))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.lists(spans, max_size=3), st.lists(spans, max_size=1)), max_size=6), st.lists(spans))
def test_marking_keeps_every_character(marks: list[tuple[list[Span], list[Span]]], furniture: list[Span]) -> None:
    report = Report("R1", "a.txt", None, None, None, "en", None, "", 9, TEXT, furniture=tuple(furniture))
    statements = tuple(
        Statement(f"S{n}", "R1", tuple(content), tuple(cue), (), None, (), "direct", "asserts", None, 1.0, "test",
                  Span("R1", 0, 18))
        for n, (content, cue) in enumerate(marks)
    )  # fmt: skip
    plain = replace(case(), reports=(report,), statements=statements, claims=(), timeline=(), register=())
    made = blocks(report, statements, Index(plain))
    lines = [line.rstrip() for line in TEXT.splitlines() if line.strip()]
    assert ["".join(piece.text for piece in block.pieces) for block in made] == lines
    anchors = [key for block in made for piece in block.pieces for key in piece.anchors]
    assert len(anchors) == len(set(anchors))
    assert set(anchors) == {statement.id for statement in statements}
    for statement in statements:
        assert "".join(words for words, _ in sentence_pieces(statement, report)) in TEXT


def test_overlapping_statements_share_a_piece() -> None:
    report = Report("R1", "a.txt", None, None, None, "en", None, "", 4, "one two three four")
    outer, inner = (
        Statement(key, "R1", (Span("R1", *where),), (), (), None, (), "direct", stance, None, 1.0, "test",
                  Span("R1", 0, 18))
        for key, where, stance in (("S1", (0, 13), "asserts"), ("S2", (4, 18), "denies"))
    )  # fmt: skip
    plain = replace(case(), reports=(report,), statements=(outer, inner), claims=())
    (block,) = blocks(report, (outer, inner), Index(plain))
    assert [(piece.text, piece.statements) for piece in block.pieces] == [
        ("one ", ("S1",)),
        ("two three", ("S1", "S2")),
        (" four", ("S2",)),
    ]


def test_write_dossier_writes_three_files_of_the_same_bytes(tmp_path: Path) -> None:
    first = write_dossier(hostile_case(), tmp_path / "a" / "b")
    second = write_dossier(hostile_case(), tmp_path / "c")
    assert [path.name for path in first] == ["dossier.json", "dossier.html", "register.csv"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_lone_surrogate_does_not_stop_the_writing(tmp_path: Path) -> None:
    odd = replace(case(), title="broken \ud83d here")
    paths = write_dossier(odd, tmp_path)
    assert b'"broken \\ud83d here"' in paths[0].read_bytes()
    assert "broken \ufffd here" in paths[1].read_text(encoding="utf-8")


def test_the_formats_are_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    for name in (*schema()["properties"], *HEADER):
        assert not name or f"`{name}`" in text or f"`{name}[]`" in text, name


def test_claims_that_matter_lead_and_the_others_stand_folded() -> None:
    plain = case()
    one = plain.claims[0]
    minor = replace(one, contested=False, type="other", affirm=one.affirm[:1], deny=(), withhold=(), expect=())
    many = (*(replace(minor, id=f"C{n}") for n in range(20, 28)), one)
    leading, folded = by_prominence(many)
    assert [claim.id for claim in leading] == [one.id]
    assert [claim.id for claim in folded] == [f"C{n}" for n in range(20, 28)]
    assert by_prominence(many[:3]) == (many[:3], ())


def test_the_stemma_takes_neither_occasions_nor_persons_for_outlets() -> None:
    plain = case()
    finding = Finding("lineage.cites-occasion", "briefing", "The report tells where it was said.")
    heard = Link("R4", OutletRef("Ada Brenn, briefing", None), "cites", (), (finding,))
    assert "Ada Brenn, briefing" not in str(stemma(replace(plain, lineage=(heard,)), Index(plain)))
    speaker = plain.statements[0].actor or plain.statements[1].actor
    relayed = tuple(replace(s, via=(speaker,)) if speaker else s for s in plain.statements)
    made = replace(plain, lineage=(), statements=relayed)
    assert "Relayed by" not in str(stemma(made, Index(made)))
