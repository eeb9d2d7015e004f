"""Who copies, cites and repeats whom, in invented reports."""

import pytest

from firsthand.lineage import find_lineage
from firsthand.model import Link, OriginDraft, OutletRef, Span
from small_case import SmallCase

LONG = (
    "The ministry of works said the new pier would open before the winter, after two years in which the town had to "
    "make do with a raft. Fishermen who spoke at the gate were glad of it and said that the raft had cost them days. "
)
OTHER = (
    "Grain left the silos at dawn and the column of lorries reached the border by noon, where guards let it pass after "
    "a short search of the first and the last. Nobody would say who had paid for the fuel or for the drivers' papers. "
)


def lineage(case: SmallCase) -> tuple[list[Link], list[OriginDraft]]:
    links, origins = find_lineage(case.reports, case.sources, case.statements)
    return list(links), list(origins)


@pytest.mark.parametrize("text", [LONG, OTHER])
def test_shared_passages_are_a_copy_of_the_earlier(text: str) -> None:
    case = SmallCase()
    case.report("A word before. " + text + " And more of its own.", published="2022-05-03")
    case.report(text, published="2022-05-01")
    case.report("Nothing of that stands here, and what stands here is short.", published="2022-05-02")
    links, _ = lineage(case)
    assert [(link.source, link.target, link.kind) for link in links] == [("R1", "R2", "copies")]
    assert links[0].findings[0].feature == "lineage.shared-passages"


@pytest.mark.parametrize("text", [LONG, OTHER])
def test_a_shared_quotation_is_no_copy(text: str) -> None:
    case = SmallCase()
    case.report(f"She told the hall: “{text.strip()}” Then she left.")
    case.report(f"In a speech of an hour the minister said: “{text.strip()}”")
    assert lineage(case)[0] == []


@pytest.mark.parametrize(
    ("text", "outlet", "day"),
    [
        ("On May 2, Reuters reported that the ships had sailed.", "Reuters", "2022-05-02"),
        ("The ships had sailed, according to Kyodo News.", "Kyodo News", None),
        ("The envoy told the state news agency TASS that all was well.", "TASS", None),
        ("Bloomberg first reported the sale.", "Bloomberg", None),
    ],
)
def test_outlets_named_as_sources_are_cited(text: str, outlet: str, day: str | None) -> None:
    case = SmallCase()
    case.report(text, outlet="Velm Gazette", published="2022-05-04")
    (link,) = lineage(case)[0]
    assert isinstance(link.target, OutletRef)
    assert outlet in link.target.outlet
    assert (link.target.dated.first.isoformat() if link.target.dated and link.target.dated.first else None) == day


@pytest.mark.parametrize("text", ["He reads Reuters every day.", "A picture by Kyodo News hung there."])
def test_an_outlet_that_is_only_mentioned_is_not_cited(text: str) -> None:
    case = SmallCase()
    case.report(text)
    assert lineage(case)[0] == []


@pytest.mark.parametrize("agency", ["Reuters", "Kyodo"])
def test_a_dateline_tells_the_agency(agency: str) -> None:
    case = SmallCase()
    text = f"VELM, May 3 ({agency}) - It rained."
    case.report(text, outlet="Velm Gazette", credits=(Span("R1", 0, text.index("-")),))
    (link,) = lineage(case)[0]
    assert link.kind == "copies"
    assert isinstance(link.target, OutletRef)
    assert agency in link.target.outlet


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("the guns have now reached the coast", "the guns have now reached the northern coast", True),
        ("any sale would be a grave mistake for the region", "such a sale would be a grave mistake", True),
        ("the guns have now reached the coast", "the harvest was poor this year", False),
    ],
)
def test_one_speaker_on_one_day_in_matching_words_is_one_origin(one: str, two: str, same: bool) -> None:
    case = SmallCase()
    a, b = case.report(f"He said {one}."), case.report(f"She reports that {two}.")
    speaker = case.source("Ada Brun", states=["Chile"])
    case.says(a, one, speaker, said="2022-05-02")
    case.says(b, two, speaker, said="2022-05-02")
    links, origins = lineage(case)
    assert (len(origins) == 1) is same
    assert bool([link for link in links if link.kind == "same_utterance"]) is same


@pytest.mark.parametrize(("day", "same"), [("2022-05-02", True), ("2022-05-20", False)])
def test_another_day_is_another_origin(day: str, same: bool) -> None:
    case = SmallCase()
    words = "the guns have now reached the coast"
    a, b = case.report(f"He said {words}."), case.report(f"As he said, {words}.")
    speaker = case.source("Ada Brun", states=["Chile"])
    case.says(a, words, speaker, said="2022-05-02")
    case.says(b, words, speaker, said=day)
    assert (len(lineage(case)[1]) == 1) is same


def _relayed(first: str | None, second: str | None, states: tuple[str, str]) -> SmallCase:
    case = SmallCase()
    a = case.report("Officials told Reuters the boats had left.", published="2022-05-04")
    b = case.report("Reuters had it that the boats were gone.", published="2022-05-05")
    outlet = case.source("Reuters", "media")
    one = case.source("two officials", states=[states[0]], named=False)
    two = case.source("unnamed officials of two states", states=[states[1], "Peru"], named=False)
    case.says(a, "the boats had left", one, said=first, via=[outlet])
    case.says(b, "the boats were gone", two, said=second, via=[outlet])
    return case


@pytest.mark.parametrize(
    ("first", "second", "states", "same"),
    [
        ("2022-05-03", "2022-05-03", ("Chile", "Chile"), True),
        ("2022-05-03", "2022-05-04", ("Chile", "Chile"), True),
        ("2022-05-03", None, ("Chile", "Chile"), True),
        ("2022-03-03", "2022-05-04", ("Chile", "Chile"), False),
        ("2022-03-03", None, ("Chile", "Chile"), False),
        ("2022-05-03", "2022-05-03", ("Chile", "Kenya"), False),
    ],
)
def test_statements_relayed_from_one_cited_report_are_one_origin(
    first: str | None, second: str | None, states: tuple[str, str], same: bool
) -> None:
    origins = lineage(_relayed(first, second, states))[1]
    assert (len(origins) == 1) is same
    if same:
        assert {f.feature for f in origins[0].findings} == {"origin.same-cited-report"}
        assert origins[0].cited is not None


@pytest.mark.parametrize("second", ["an officer", "a dock worker"])
def test_an_outlets_second_source_is_kept_apart(second: str) -> None:
    case = SmallCase()
    report = case.report(f"Reuters said the boats had left. It quoted {second} who saw more coming.")
    outlet = case.source("Reuters", "media")
    case.says(report, "the boats had left", outlet, said="2022-05-03")
    other = case.source(second, named=False)
    case.says(report, "more coming", other, said="2022-05-03", via=[outlet])
    assert len(lineage(case)[1]) == 2


@pytest.mark.parametrize("vague", ["western media", "news reports"])
def test_a_vague_relay_is_the_outlet_that_had_it_first(vague: str) -> None:
    case = SmallCase()
    a = case.report("Bloomberg wrote that the boats had left.", published="2022-05-04")
    b = case.report(f"Boats are gone, {vague} said. Bloomberg first reported it.", published="2022-05-04")
    named = case.source("Bloomberg", "media")
    loose = case.source(vague, "media", named=False)
    case.says(a, "the boats had left", named)
    case.says(b, "Boats are gone", loose)
    assert len(lineage(case)[1]) == 1


@pytest.mark.parametrize("name", ["officials", "sources"])
def test_an_unnamed_plural_speaks_once_in_a_report(name: str) -> None:
    case = SmallCase()
    report = case.report("Guns were sent. The crews are being trained.")
    source = case.source(name, named=False, states=["Kenya"])
    case.says(report, "Guns were sent", source)
    case.says(report, "crews are being trained", source)
    (origin,) = lineage(case)[1]
    assert origin.findings[0].feature == "origin.unnamed-source"


@pytest.mark.parametrize("occasion", ["briefing", "press conference"])
def test_the_occasion_is_cited(occasion: str) -> None:
    case = SmallCase()
    report = case.report(f"At a {occasion} Ada Brun said it rained.")
    case.says(report, "it rained", case.source("Ada Brun", states=["Chile"]), occasion=occasion)
    (link,) = lineage(case)[0]
    assert isinstance(link.target, OutletRef)
    assert link.target.outlet == f"Ada Brun, {occasion}"


@pytest.mark.parametrize(
    ("outlet", "called"), [("THE VELL GAZETTE", "The Vell Gazette"), ("Osta Evening Post", "Osta Evening Post")]
)
def test_outlets_of_the_case_are_cited_though_no_list_knows_them(outlet: str, called: str) -> None:
    case = SmallCase()
    case.report("The raft sank at noon, two fishermen told us.", outlet=outlet, published="2022-05-02")
    text = f"The mayor spoke on May 4.\n{called} first reported the loss on May 2. The {called.split()[-1]} is old."
    two = case.report(text, outlet="Tolm Dispatch", published="2022-05-05")
    paper = case.source(called, "media")
    case.says(two, "the loss", paper, said="2022-05-04")
    case.report("The harbour is shut, the mayor told the Dispatch.", outlet="Tolm Dispatch", published="2022-05-06")
    links, _ = lineage(case)
    cited = [link for link in links if link.kind == "cites"]
    assert {(x.source, x.target.outlet) for x in cited if isinstance(x.target, OutletRef)} == {("R2", outlet)}
    days = {x.target.dated.first.isoformat() for x in cited if isinstance(x.target, OutletRef) and x.target.dated
            and x.target.dated.first}  # fmt: skip
    assert days == {"2022-05-02"}


@pytest.mark.parametrize(("text", "wire"), [(LONG, "Vell Wire"), (OTHER, "Osta Press Agency")])
def test_a_copy_of_a_report_of_the_case_is_linked_to_it_alone(text: str, wire: str) -> None:
    case = SmallCase()
    case.report(text, outlet=wire, published="2022-05-01")
    case.report(text + " And more.", outlet="Tolm Dispatch", published="2022-05-02", syndicated_from=wire)
    links, _ = lineage(case)
    assert [(link.source, link.target) for link in links if link.kind == "copies"] == [("R2", "R1")]
