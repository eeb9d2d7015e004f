"""The register and the timeline of invented cases."""

from dataclasses import replace

import pytest

from firsthand.claims import group_claims
from firsthand.grading import grade, register_rows, timeline
from firsthand.lineage import find_lineage
from firsthand.model import RegisterRow, TimelineEntry
from small_case import SmallCase, counted, dated, event, transfer


def rows(case: SmallCase) -> tuple[tuple[RegisterRow, ...], tuple[TimelineEntry, ...]]:
    drafts, statements = group_claims(case.reports, case.sources, case.statements, case.events)
    links, origins = find_lineage(case.reports, case.sources, statements)
    claims = grade(case.reports, case.sources, statements, drafts, links, origins, None, None, case.events)
    return (
        register_rows(case.reports, case.sources, statements, case.events, claims),
        timeline(case.reports, case.sources, statements, case.events, origins),
    )


@pytest.mark.parametrize(
    ("giver", "taker", "goods", "named", "family"),
    [
        ("Brazil", "Ghana", "missiles:missile", "Vostra-2:short-range-ballistic-missile", "ballistic"),
        ("Sweden", "Peru", "drones:uav", "Kite-9:loitering-munition", "uav"),
    ],
)
def test_one_row_a_family_with_its_cells(giver: str, taker: str, goods: str, named: str, family: str) -> None:
    case = SmallCase()
    one = case.report(f"{giver} sent {taker} hundreds of them in 2021.", published="2022-03-02")
    two = case.report(f"{giver} has sent {taker} the {named}.", published="2022-03-03")
    made = dated(counted(transfer(giver, taker, goods), one, "hundreds of them", 200, 999, "x"), one, "2021",
                 "2021-01-01", "2021-12-31")  # fmt: skip
    case.says(one, f"{giver} sent {taker} hundreds of them", case.source("Ada Brun", states=["Kenya"]), event=made)
    case.says(two, f"{giver} has sent {taker}", None, event=transfer(giver, taker, named))
    ((row,), _) = rows(case)
    assert (row.supplier, row.recipient) == (giver, taker)
    assert row.designations == (named.split(":")[0],)
    assert (row.delivered.low, row.delivered.best, row.delivered.high) == (200, None, 999)
    assert row.delivered.text == "hundreds of them"
    assert row.delivered.uncertain
    assert row.years == ("2021",)
    assert not row.years_uncertain
    assert row.status == "confirmed"
    cells = dict(row.cells)
    assert cells["delivered"] == ("S1",)
    assert cells["designation"] == ("S2",)
    assert f"{giver} sent {taker} hundreds of them" in row.comments


@pytest.mark.parametrize(("taker", "other"), [("Ghana", "Chad"), ("Peru", "Bolivia")])
def test_other_ends_and_other_goods_are_other_rows(taker: str, other: str) -> None:
    case = SmallCase()
    report = case.report("Guns went there. Guns went here. Boats too.")
    case.says(report, "Guns went there", None, event=transfer("Spain", taker, "guns:small-arms"))
    case.says(report, "Guns went here", None, event=transfer("Spain", other, "guns:small-arms"))
    case.says(report, "Boats too", None, event=transfer("Spain", taker, "boats:patrol-boat"))
    assert [(r.recipient, r.origins) for r in rows(case)[0]] == [(taker, 1), (other, 1), (taker, 1)]


@pytest.mark.parametrize("stance", ["denies", "withholds"])
def test_what_nobody_affirms_or_expects_makes_no_row(stance: str) -> None:
    case = SmallCase()
    report = case.report("Guns went there.")
    actor = case.source("Odo Falk", states=["Spain"])
    case.says(report, "Guns went there", actor, stance, event=transfer("Spain", "Chad", "guns:small-arms"))
    assert rows(case)[0] == ()


@pytest.mark.parametrize("goods", ["guns:small-arms", "boats:patrol-boat"])
def test_years_of_saying_are_uncertain(goods: str) -> None:
    case = SmallCase()
    report = case.report("It was sent.", published="2020-06-02")
    case.says(report, "It was sent", None, event=transfer("Spain", "Chad", goods))
    ((row,), _) = rows(case)
    assert (row.years, row.years_uncertain) == (("2020",), True)


@pytest.mark.parametrize(("phase", "modality"), [("agreed", "actual"), ("negotiating", "planned")])
def test_a_deal_without_delivery_is_expected(phase: str, modality: str) -> None:
    case = SmallCase()
    report = case.report("They signed for jets.", published="2020-06-02")
    made = transfer("France", "Iraq", "jets:fighter-aircraft", phase, modality)
    case.says(report, "They signed for jets", case.source("reports", "media", named=False), "expects", event=made)
    ((row,), _) = rows(case)
    assert (row.status, row.years) == ("expected", ())


@pytest.mark.parametrize(("day", "when"), [("2022-05-02", "2022-04-01"), ("2021-01-05", "2020-12-30")])
def test_the_timeline_keeps_saying_and_happening_apart(day: str, when: str) -> None:
    case = SmallCase()
    report = case.report("It was sent back then. It rained.", published=day)
    speaker = case.source("Ada Brun", states=["Kenya"])
    made = dated(transfer("Spain", "Chad", "guns:small-arms"), report, "back then", when)
    case.says(report, "It was sent", speaker, said=day, event=made)
    case.says(report, "It rained", speaker, event=event("other"))
    entries = rows(case)[1]
    assert [(e.kind, str(e.on.first)) for e in entries] == [("happened", when), ("said", day)]
    assert entries[1].voice == speaker
    assert all(e.text in report.text for e in entries)


@pytest.mark.parametrize(("words", "unit"), [("four shipments", "shipment"), ("12 containers", "container")])
def test_packages_are_shown_but_not_counted_as_goods(words: str, unit: str) -> None:
    case = SmallCase()
    report = case.report(f"They sent {words} of it.")
    made = counted(transfer("Spain", "Chad", "drones:uav"), report, words, 4, 4, unit)
    case.says(report, f"They sent {words}", None, event=made)
    ((row,), _) = rows(case)
    assert (row.delivered.low, row.delivered.text) == (None, words)


@pytest.mark.parametrize(("goods", "kind"), [("drones", "uav"), ("tanks", "tank")])
def test_a_count_belongs_to_the_goods_it_counts(goods: str, kind: str) -> None:
    case = SmallCase()
    report = case.report(f"They sent 40 {goods} and some rifles.")
    made = counted(transfer("Spain", "Chad", f"{goods}:{kind}"), report, f"40 {goods}", 40, 40, goods[:-1])
    rifles = transfer("", "", "rifles:rifle").roles
    case.says(report, "They sent 40", None, event=replace(made, roles=(*made.roles, *rifles)))
    assert [r.delivered.best for r in rows(case)[0]] == [40, None]


@pytest.mark.parametrize(("words", "low"), [("billions in aid", 2e9), ("40 million of it", 4e7)])
def test_a_great_number_without_a_thing_is_no_count_of_arms(words: str, low: float) -> None:
    case = SmallCase()
    report = case.report(f"They sent {words}.")
    case.says(
        report, "They sent", None, event=counted(transfer("Spain", "Chad", "drones:uav"), report, words, low, None, "")
    )
    ((row,), _) = rows(case)
    assert (row.delivered.low, row.delivered.text) == (None, "")


@pytest.mark.parametrize(("giver", "stray"), [("Spain", "Kenya"), ("Brazil", "Norway")])
def test_one_statement_that_reads_an_end_otherwise_makes_no_row(giver: str, stray: str) -> None:
    case = SmallCase()
    for words in ("drones went", "more drones came", "drones arrived"):
        case.says(case.report(f"The {words} last week."), words, None, event=transfer(giver, "Chad", "drones:uav"))
    report = case.report("Officials there believe that it sent drones.")
    case.says(report, "it sent drones", None, event=transfer(stray, "Chad", "drones:uav"))
    drafts, statements = group_claims(case.reports, case.sources, case.statements, case.events)
    joined = [replace(s, claim="C1") for s in statements]
    links, origins = find_lineage(case.reports, case.sources, joined)
    one = replace(drafts[0], statements=tuple(s.id for s in joined))
    claims = grade(case.reports, case.sources, joined, [one], links, origins, None, None, case.events)
    made = register_rows(case.reports, case.sources, joined, case.events, claims)
    assert [row.supplier for row in made] == [giver]


@pytest.mark.parametrize(("low", "shown"), [(60, (40, None)), (20, (20, 40))])
def test_one_figure_is_best_only_where_no_other_count_excludes_it(low: int, shown: tuple[float, float | None]) -> None:
    case = SmallCase()
    for words, least, most in (("40 drones", 40, 40), (f"at least {low} drones", low, None)):
        report = case.report(f"They sent {words}.")
        made = counted(transfer("Spain", "Chad", "drones:uav"), report, words, least, most, "drone")
        if least == most:
            made = replace(made, quantities=tuple(replace(q, best=40) for q in made.quantities))
        case.says(report, f"They sent {words}", None, event=made)
    ((row,), _) = rows(case)
    assert (row.delivered.low, row.delivered.best) == shown
    assert row.delivered.high == (None if low > 40 else 40)


@pytest.mark.parametrize("words", ["whether the guns had come", "to comment"])
def test_what_is_left_open_makes_no_row(words: str) -> None:
    case = SmallCase()
    report = case.report(f"An officer in Lima said {words}.")
    actor = case.source("Ivo Marn", states=["Peru"])
    case.says(report, words, actor, event=transfer("Spain", "Peru", "guns:small-arms"))
    assert rows(case)[0] == ()


@pytest.mark.parametrize("taker", ["the West", "parties to the conflict"])
def test_nobody_in_particular_is_no_end(taker: str) -> None:
    case = SmallCase()
    report = case.report("Guns went there. Guns went to Chad.")
    case.says(report, "Guns went there", None, event=transfer("Spain", taker, "guns:small-arms"))
    case.says(report, "Guns went to Chad", None, event=transfer("Spain", "Chad", "guns:small-arms"))
    assert [r.recipient for r in rows(case)[0]] == ["Chad"]
