"""Status, history, owners and the Admiralty code of invented claims."""

from dataclasses import replace
from datetime import date

import pytest

from firsthand.claims import group_claims
from firsthand.grading import grade
from firsthand.lineage import find_lineage
from firsthand.model import Claim
from small_case import SmallCase, event, transfer

PAIRS = [("Brazil", "Ghana", "howitzers:howitzer"), ("Sweden", "Peru", "drones:uav")]


def graded(case: SmallCase, as_of: str | None = None, ratings: dict[str, str] | None = None) -> tuple[Claim, ...]:
    drafts, statements = group_claims(case.reports, case.sources, case.statements, case.events)
    links, origins = find_lineage(case.reports, case.sources, statements)
    day = date.fromisoformat(as_of) if as_of else None
    return grade(case.reports, case.sources, statements, drafts, links, origins, day, ratings, case.events)


def said(case: SmallCase, words: str, actor: str | None, stance: str, day: str, goods: tuple[str, str, str]) -> None:
    """A report of its own in which ``actor`` takes a stance on the transfer."""
    report = case.report(f"{words}.\n", outlet=f"Paper {len(case.reports) + 1}", published=day)
    case.says(report, words, actor, stance, said=day, event=transfer(*goods))


@pytest.mark.parametrize("goods", PAIRS)
def test_history_climbs_and_keeps_what_caused_it(goods: tuple[str, str, str]) -> None:
    case = SmallCase()
    giver = goods[0]
    unnamed = case.source("officials", states=["Kenya"], named=False)
    minister = case.source("Ada Brun", states=["Kenya"])
    deputy = case.source("a deputy", states=[giver], named=False)
    spokesman = case.source("Odo Falk", states=[giver])
    said(case, "guns were sent over the sea", unnamed, "asserts", "2022-03-01", goods)
    said(case, "it is all baseless", spokesman, "denies", "2022-03-02", goods)
    said(case, "we can say that it has arrived", minister, "confirms", "2022-03-05", goods)
    said(case, "yes we did send what they asked for", deputy, "confirms", "2022-03-07", goods)
    (claim,) = graded(case)
    steps = [(str(h.on.first if h.on else None), h.status, h.contested, h.because) for h in claim.history]
    assert steps == [
        ("2022-03-01", "reported", False, "S1"),
        ("2022-03-02", "reported", True, "S2"),
        ("2022-03-05", "confirmed", True, "S3"),
        ("2022-03-07", "acknowledged", True, "S4"),
    ]
    assert claim.affirm == ("S1", "S3", "S4")
    assert claim.deny == ("S2",)
    assert set(claim.owners) == {"Kenya", giver}
    (early,) = graded(case, "2022-03-03")
    assert (early.status, early.contested, early.affirm) == ("reported", True, ("S1",))
    assert graded(case, "2022-02-01") == ()


@pytest.mark.parametrize("goods", PAIRS)
def test_two_origins_of_one_state_are_one_owner(goods: tuple[str, str, str]) -> None:
    case = SmallCase()
    said(case, "guns went", case.source("officials", states=["Kenya"], named=False), "asserts", "2022-03-01", goods)
    said(case, "they did arrive", case.source("Ada Brun", states=["Kenya"]), "asserts", "2022-03-05", goods)
    (claim,) = graded(case)
    assert len(claim.origins) == 2
    assert claim.owners == ("Kenya",)
    assert claim.grade.credibility == "3"


Voice = tuple[str, str, str, bool]
GRADES: list[tuple[str, list[Voice], str]] = [
    ("4", [("officials", "Kenya", "asserts", False)], "one unnamed origin"),
    ("3", [("Ada Brun", "Kenya", "asserts", True)], "one on record"),
    ("3", [("officials", "Kenya", "asserts", False), ("sources", "Chad", "asserts", False)], "two, both unnamed"),
    ("2", [("Ada Brun", "Kenya", "asserts", True), ("Bo Lind", "Chad", "confirms", True)], "two on record"),
    ("4", [("Ada Brun", "Kenya", "asserts", True), ("Bo Lind", "Chad", "denies", True)], "disinterested denial"),
    ("5", [("officials", "Kenya", "asserts", False), ("Bo Lind", "Chad", "denies", True)], "denied, none on record"),
    ("6", [("Ada Brun", "Kenya", "expects", True)], "only expected"),
    ("6", [("Ada Brun", "Kenya", "withholds", True)], "only withheld"),
]


@pytest.mark.parametrize("goods", PAIRS)
@pytest.mark.parametrize(("mark", "voices", "why"), GRADES)
def test_credibility_follows_the_published_rules(
    mark: str, voices: list[Voice], why: str, goods: tuple[str, str, str]
) -> None:
    case = SmallCase()
    texts = ["the guns crossed the strait", "there was a handover at the port"]
    for (name, state, stance, named), words in zip(voices, texts, strict=False):
        said(case, words, case.source(name, states=[state], named=named), stance, "2022-03-01", goods)
    (claim,) = graded(case)
    assert claim.grade.credibility == mark, why
    assert claim.grade.reliability == "F"
    assert claim.grade.findings


@pytest.mark.parametrize("goods", PAIRS)
def test_an_uncontradicted_admission_beside_others_is_confirmed(goods: tuple[str, str, str]) -> None:
    case = SmallCase()
    said(case, "the guns crossed", case.source("Ada Brun", states=["Kenya"]), "asserts", "2022-03-01", goods)
    said(case, "we sent them", case.source("Odo Falk", states=[goods[0]]), "confirms", "2022-03-02", goods)
    (claim,) = graded(case)
    assert (claim.grade.credibility, claim.status) == ("1", "acknowledged")
    said(case, "we did not", case.source("Ida Falk", states=[goods[0]]), "denies", "2022-03-03", goods)
    (claim,) = graded(case)
    assert (claim.grade.credibility, claim.contested) == ("2", True)


@pytest.mark.parametrize("exhibit", ["examined the debris of one", "inspected the wreckage"])
def test_an_exhibit_examined_by_a_third_party_counts(exhibit: str) -> None:
    case = SmallCase()
    goods = PAIRS[0]
    said(case, "the guns crossed", case.source("Ada Brun", states=["Kenya"]), "asserts", "2022-03-01", goods)
    lab = case.source("Institute of Metals", "expert")
    said(case, f"we {exhibit} and it came from there", lab, "asserts", "2022-03-02", goods)
    (claim,) = graded(case)
    assert claim.grade.credibility == "1"


@pytest.mark.parametrize(
    ("words", "state"), [("information held by Kenya", "Kenya"), ("intelligence shared by Chad", "Chad")]
)
def test_who_leans_on_another_is_not_independent_of_it(words: str, state: str) -> None:
    case = SmallCase()
    goods = PAIRS[0]
    said(case, "the guns crossed", case.source("Ada Brun", states=[state]), "asserts", "2022-03-01", goods)
    second = case.source("Bo Lind", states=["Norway"])
    said(case, f"guns went there, according to {words}", second, "asserts", "2022-03-02", goods)
    (claim,) = graded(case)
    assert claim.grade.credibility == "3"
    assert any(f.feature == "owner.leans-on" for o in claim.origins for f in o.findings)


@pytest.mark.parametrize("goods", PAIRS)
def test_the_reports_own_words_add_no_owner_where_others_are_heard(goods: tuple[str, str, str]) -> None:
    case = SmallCase()
    said(case, "the guns crossed", case.source("Ada Brun", states=["Kenya"]), "asserts", "2022-03-01", goods)
    said(case, "guns have come", None, "asserts", "2022-03-02", goods)
    (claim,) = graded(case)
    assert claim.grade.credibility == "3"
    assert any(f.feature == "owner.retells" for o in claim.origins for f in o.findings)


@pytest.mark.parametrize(("name", "mark"), [("Ada Brun", "B"), ("The Velm Gazette", "C")])
def test_reliability_comes_from_ratings_only(name: str, mark: str) -> None:
    case = SmallCase()
    kind = "official" if name == "Ada Brun" else "media"
    said(case, "the guns crossed", case.source(name, kind, states=["Kenya"]), "asserts", "2022-03-01", PAIRS[0])
    assert graded(case)[0].grade.reliability == "F"
    assert graded(case, ratings={name: mark})[0].grade.reliability == mark


@pytest.mark.parametrize(
    ("stance", "status"), [("denies", "denied"), ("withholds", "unsettled"), ("expects", "expected")]
)
def test_a_claim_that_nobody_affirms(stance: str, status: str) -> None:
    case = SmallCase()
    said(case, "the guns crossed", case.source("Ada Brun", states=["Kenya"]), stance, "2022-03-01", PAIRS[0])
    (claim,) = graded(case)
    assert (claim.status, claim.contested) == (status, False)


@pytest.mark.parametrize("goods", PAIRS)
def test_saying_that_it_did_not_happen_is_denying(goods: tuple[str, str, str]) -> None:
    case = SmallCase()
    report = case.report("No such thing was ever sent.", published="2022-03-01")
    negative = replace(transfer(*goods), polarity="negative")
    case.says(report, "No such thing was ever sent", case.source("Odo Falk", states=[goods[0]]), event=negative)
    (claim,) = graded(case)
    assert claim.deny == ("S1",)


@pytest.mark.parametrize("kind", ["training", "production"])
def test_an_undated_statement_is_left_out_of_the_view_of_a_day(kind: str) -> None:
    case = SmallCase()
    report = case.report("Crews are being taught there.")
    case.says(report, "Crews are being taught", None, event=event(kind, trainer="Chile", trainee="Peru"))
    assert graded(case, "2022-03-01") == ()
    assert len(graded(case)) == 1


@pytest.mark.parametrize(("name", "kind"), [("reports", "media"), ("paper", "document")])
def test_what_nobody_in_particular_says_belongs_to_the_outlet(name: str, kind: str) -> None:
    case = SmallCase()
    for outlet, owner in (("The Quay Post", "The Quay Post"), (None, "outlet of R2")):
        report = case.report("Guns went there.", outlet)
        case.says(
            report,
            "Guns went there",
            case.source(name, kind, named=False),
            event=transfer("Spain", "Chad", "guns:small-arms"),
        )
        assert owner in graded(case)[0].owners
