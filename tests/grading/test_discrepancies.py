"""What does not fit together in invented cases, and what only looks so."""

from dataclasses import replace

import pytest

from firsthand.claims import group_claims
from firsthand.grading import find_discrepancies, grade
from firsthand.lineage import find_lineage
from firsthand.model import Discrepancy
from small_case import SmallCase, counted, dated, event, find, transfer

PAIRS = [("Brazil", "Ghana", "howitzers:howitzer"), ("Sweden", "Peru", "drones:uav")]


def found(case: SmallCase, kind: str) -> list[Discrepancy]:
    drafts, statements = group_claims(case.reports, case.sources, case.statements, case.events)
    links, origins = find_lineage(case.reports, case.sources, statements)
    claims = grade(case.reports, case.sources, statements, drafts, links, origins, None, None, case.events)
    every = find_discrepancies(case.reports, case.sources, statements, case.events, claims)
    return [d for d in every if d.kind == kind]


@pytest.mark.parametrize("goods", PAIRS)
@pytest.mark.parametrize(
    ("one", "two", "clash"),
    [("about 40 of them", "over 170 of them", True), ("at least 30 of them", "some 40 of them", False)],
)
def test_counts_that_cannot_both_hold(goods: tuple[str, str, str], one: str, two: str, clash: bool) -> None:
    figures = {"about 40 of them": (36, 44), "over 170 of them": (171, None), "at least 30 of them": (30, None)}
    figures["some 40 of them"] = (36, 44)
    case = SmallCase()
    for words in (one, two):
        report = case.report(f"They sent {words}.")
        low, high = figures[words]
        made = counted(transfer(*goods), report, words, low, high, goods[2].split(":")[0])
        case.says(report, f"They sent {words}", None, event=made)
    clashes = found(case, "value")
    assert bool(clashes) is clash


@pytest.mark.parametrize(
    ("one", "two", "state"),
    [
        ("The rockets have a range of 50 miles.", "The rockets have a range of under 200 km.", "resolved"),
        ("The depot at Velm lies 100 km from the border.", "The depot at Velm lies 190 km from the border.", "open"),
        ("The depot at Velm lies 100 km from the border.", "She walked 7 km to the market in the rain.", "none"),
    ],
)
def test_figures_in_one_setting(one: str, two: str, state: str) -> None:
    case = SmallCase()
    case.report(one)
    case.report(two)
    clashes = found(case, "value")
    assert ["none", "open", "resolved"][0 if not clashes else 2 if clashes[0].resolved else 1] == state


@pytest.mark.parametrize("goods", PAIRS)
@pytest.mark.parametrize(("day", "clash"), [("2022-03-20", True), ("2022-03-04", False), ("2022-11-20", False)])
def test_two_days_of_one_event(goods: tuple[str, str, str], day: str, clash: bool) -> None:
    case = SmallCase()
    one, two = case.report("They sent it on the first day."), case.report("They sent it on that other day.")
    case.says(one, "They sent it", None, event=dated(transfer(*goods), one, "the first day", "2022-03-04"))
    case.says(two, "They sent it", None, event=dated(transfer(*goods), two, "that other day", day))
    assert bool(found(case, "date")) is clash


@pytest.mark.parametrize("goods", PAIRS)
def test_begun_before_the_deal_was_done(goods: tuple[str, str, str]) -> None:
    case = SmallCase()
    one, two = (
        case.report("They sent it from January on."),
        case.report("The deal had not yet been completed in March."),
    )
    made = dated(transfer(*goods), one, "January", "2022-01-01", "2022-02-20")
    case.says(one, "They sent it", None, event=made)
    talks = transfer(*goods, phase="negotiating")
    case.says(two, "The deal had not yet been completed", None, "expects", said="2022-03-10", event=talks)
    assert found(case, "date")[0].findings[0].feature == "discrepancy.date-order"


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [("Vostra-2:ballistic-missile", "Ardent-5:ballistic-missile", True), ("Kite-9:uav", "Kite-9:uav", False)],
)
def test_other_weapons_named_for_one_transfer(first: str, second: str, clash: bool) -> None:
    case = SmallCase()
    for goods in (first, second):
        report = case.report(f"Spain sent Chad the {goods}.")
        case.says(report, "Spain sent Chad", None, event=transfer("Spain", "Chad", goods))
    assert bool(found(case, "designation")) is clash


@pytest.mark.parametrize("goods", PAIRS)
def test_two_voices_of_one_state(goods: tuple[str, str, str]) -> None:
    case = SmallCase()
    report = case.report("We sent it. We never did.")
    mayor = case.source("a deputy", states=[goods[0]], named=False)
    case.says(report, "We sent it", mayor, "confirms", event=transfer(*goods))
    case.says(report, "We never did", case.source("Odo Falk", states=[goods[0]]), "denies", event=transfer(*goods))
    (clash,) = found(case, "voice")
    assert {i for v in clash.values for i in v.statements} == {"S1", "S2"}


@pytest.mark.parametrize("goods", PAIRS)
def test_one_cited_report_sourced_in_two_ways(goods: tuple[str, str, str]) -> None:
    case = SmallCase()
    outlet = case.source("Reuters", "media")
    for name, states in (("Kenyan officials", ["Kenya"]), ("Kenyan and Chadian officials", ["Kenya", "Chad"])):
        report = case.report(f"{name} told Reuters it was sent.", published="2022-03-02")
        case.says(report, "it was sent", case.source(name, states=states, named=False), via=[outlet],
                  said="2022-03-01", event=transfer(*goods))  # fmt: skip
    (clash,) = found(case, "sourcing")
    assert [v.value for v in clash.values] == ["Kenyan officials", "Kenyan and Chadian officials"]


@pytest.mark.parametrize("words", ["next friday, may 3", "on Monday, 5 May 2022"])
def test_slips_of_the_calendar(words: str) -> None:
    case = SmallCase()
    case.report(f"The two will meet {words} in Velm.", published="2022-05-20")
    (slip,) = found(case, "calendar")
    assert slip.about == "R1"


@pytest.mark.parametrize("phrase", ["the first public acknowledgment", "the first official confirmation"])
def test_rival_firsts(phrase: str) -> None:
    case = SmallCase()
    goods = PAIRS[0]
    one = case.report(f"He said it was sent. It was {phrase} of it.", published="2022-03-09")
    two = case.report("She said it went there.", published="2022-03-05")
    case.says(one, "it was sent", case.source("Ada Brun", states=["Kenya"]), "confirms", said="2022-03-09",
              event=transfer(*goods))  # fmt: skip
    case.says(two, "it went there", case.source("Bo Lind", states=["Chad"]), "confirms", said="2022-03-05",
              event=transfer(*goods))  # fmt: skip
    (rival,) = found(case, "first")
    assert rival.values[1].statements == ("S2",)


@pytest.mark.parametrize("day", ["3 May 2022", "Tuesday"])
def test_nothing_is_found_where_all_fits(day: str) -> None:
    case = SmallCase()
    report = case.report(f"They sent it on {day}.", published="2022-05-05")
    made = replace(event("other"), spans=(find(report, "sent"),))
    case.says(report, "They sent it", None, event=made)
    drafts, statements = group_claims(case.reports, case.sources, case.statements, case.events)
    assert find_discrepancies(case.reports, case.sources, statements, case.events, ()) == ()
    assert drafts == ()


@pytest.mark.parametrize("kind", ["institution", "official"])
def test_a_person_who_says_both_is_one_voice(kind: str) -> None:
    case = SmallCase()
    report = case.report("We sent some. We never sent those.")
    voice = case.source("Office of Trade", kind, states=["Brazil"])
    case.says(report, "We sent some", voice, "confirms", event=transfer(*PAIRS[0]))
    case.says(report, "We never sent those", voice, "denies", event=transfer(*PAIRS[0]))
    assert bool(found(case, "voice")) is (kind == "institution")


@pytest.mark.parametrize("goods", PAIRS)
def test_a_voice_stands_once_on_a_side_and_the_sides_take_turns(goods: tuple[str, str, str]) -> None:
    case = SmallCase()
    report = case.report("We never did. Never did we. No such thing. We sent it.")
    falk = case.source("Odo Falk", states=[goods[0]])
    for words in ("We never did", "Never did we"):
        case.says(report, words, falk, "denies", event=transfer(*goods))
    case.says(report, "No such thing", case.source("Una Strand", states=[goods[0]]), "denies", event=transfer(*goods))
    deputy = case.source("a deputy", states=[goods[0]], named=False)
    case.says(report, "We sent it", deputy, "confirms", event=transfer(*goods))
    (clash,) = found(case, "voice")
    assert [v.value for v in clash.values] == ["affirms: a deputy", "denies: Odo Falk", "denies: Una Strand"]
    assert clash.values[1].statements == ("S1", "S2")


@pytest.mark.parametrize(("low", "words"), [(1001, "more than 1,000 of them"), (41, "over 40 of them")])
def test_rounding_is_no_dispute(low: int, words: str) -> None:
    case = SmallCase()
    for told, least, most in ((words, low, None), ("that many of them", low - 1, low - 1)):
        report = case.report(f"They sent {told}.")
        made = counted(transfer(*PAIRS[0]), report, told, least, most, "howitzer")
        case.says(report, f"They sent {told}", None, event=made)
    assert not found(case, "value")


@pytest.mark.parametrize("goods", PAIRS)
@pytest.mark.parametrize("words", ["A second shipment came", "Another batch came"])
def test_another_shipment_is_another_day(goods: tuple[str, str, str], words: str) -> None:
    case = SmallCase()
    one, two = case.report("They sent it on the first day."), case.report(f"{words} on that other day.")
    case.says(one, "They sent it", None, event=dated(transfer(*goods), one, "the first day", "2022-03-04"))
    case.says(two, words, None, event=dated(transfer(*goods), two, "that other day", "2022-03-20"))
    assert not found(case, "date")


@pytest.mark.parametrize("goods", PAIRS)
def test_a_source_described_less_fully_is_not_described_otherwise(goods: tuple[str, str, str]) -> None:
    case = SmallCase()
    outlet = case.source("Reuters", "media")
    for name, states in (("two Kenyan officials", ["Kenya"]), ("two unnamed officials", [])):
        report = case.report(f"{name} told Reuters it was sent.", published="2022-03-02")
        case.says(report, "it was sent", case.source(name, states=states, named=False), via=[outlet],
                  said="2022-03-01", event=transfer(*goods))  # fmt: skip
    assert not found(case, "sourcing")
