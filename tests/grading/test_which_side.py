"""On which side of a claim invented statements stand, and who can admit what they tell."""

from dataclasses import replace

import pytest

from firsthand.claims import group_claims
from firsthand.grading import grade
from firsthand.lineage import find_lineage
from firsthand.model import Claim, Event, Finding
from small_case import SmallCase, transfer


def graded(case: SmallCase) -> list[Claim]:
    drafts, statements = group_claims(case.reports, case.sources, case.statements, case.events)
    links, origins = find_lineage(case.reports, case.sources, statements)
    return list(grade(case.reports, case.sources, statements, drafts, links, origins, None, None, case.events))


def pointing(event: Event) -> Event:
    return replace(event, findings=(Finding("event.anaphora", "S1", "It takes up what was told."),))


ENDS = [("Brazil", "Ghana", "howitzers:howitzer"), ("Sweden", "Peru", "rockets:rocket")]


@pytest.mark.parametrize(("giver", "taker", "goods"), ENDS)
@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("whether it had come", "withhold"),
        ("the tale of such goods is false", "deny"),
        ("this is a line that was crossed", "comment"),
        ("this is true", "affirm"),
    ],
)
def test_the_side_of_words_that_affirm_nothing(giver: str, taker: str, goods: str, words: str, side: str) -> None:
    case = SmallCase()
    report = case.report(f"{giver} sent it to {taker}. An envoy told us {words}.")
    case.says(report, f"{giver} sent it", None, event=transfer(giver, taker, goods))
    envoy = case.source("Ana Lind", states=["Kenya"])
    case.says(report, words, envoy, event=pointing(transfer(giver, taker, goods)))
    (claim,) = graded(case)
    assert "S2" in getattr(claim, side)
    assert claim.status == ("confirmed" if side == "affirm" else "reported")


@pytest.mark.parametrize(("giver", "taker", "goods"), ENDS)
def test_one_voice_does_not_contest_itself_by_words_that_only_refer_back(giver: str, taker: str, goods: str) -> None:
    case = SmallCase()
    report = case.report(f"{giver} sent it to {taker}, Ana Lind said. She rejected the tale.")
    envoy = case.source("Ana Lind", states=["Kenya"])
    case.says(report, f"{giver} sent it to {taker}", envoy, event=transfer(giver, taker, goods))
    case.says(report, "the tale", envoy, "denies", event=pointing(transfer(giver, taker, goods)))
    (claim,) = graded(case)
    assert not claim.contested
    assert (claim.affirm, claim.deny, claim.comment) == (("S1",), (), ("S2",))


@pytest.mark.parametrize(("giver", "taker", "goods"), ENDS)
def test_only_an_end_of_the_transfer_it_tells_can_admit_it(giver: str, taker: str, goods: str) -> None:
    case = SmallCase()
    report = case.report(f"It went to {taker}. {taker} has it from {giver}.")
    other = case.source("Ivo Marn", states=["Kenya"])
    case.says(report, f"It went to {taker}", other, event=transfer(giver, taker, goods))
    (claim,) = graded(case)
    assert claim.status == "confirmed"
    own = case.source("Rosa Quil", states=[taker])
    case.says(report, f"{taker} has it", own, event=transfer(giver, taker, goods))
    (claim,) = graded(case)
    assert claim.status == "acknowledged"


@pytest.mark.parametrize(("giver", "taker", "goods"), ENDS)
@pytest.mark.parametrize(
    ("words", "side"), [("we did not provide any details of what came", "withhold"), ("we did not send it", "deny")]
)
def test_a_negation_that_keeps_details_back_denies_nothing(
    giver: str, taker: str, goods: str, words: str, side: str
) -> None:
    case = SmallCase()
    report = case.report(f"{giver} sent it to {taker}. An envoy told us {words}.")
    case.says(report, f"{giver} sent it", None, event=transfer(giver, taker, goods))
    made = replace(transfer(giver, taker, goods), polarity="negative")
    case.says(report, words, case.source("Ana Lind", states=["Kenya"]), event=made)
    (claim,) = graded(case)
    assert "S2" in getattr(claim, side)
