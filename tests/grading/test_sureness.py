"""A claim that rests on statements likelier misread than not says so, and is graded as before."""

from dataclasses import replace

import pytest

from firsthand.claims import group_claims
from firsthand.grading import grade
from firsthand.lineage import find_lineage
from firsthand.model import Claim, Finding, probability_text, set_apart
from small_case import SmallCase, transfer

PAIRS = [("Brazil", "Ghana", "howitzers:howitzer"), ("Sweden", "Peru", "drones:uav")]


def graded(goods: tuple[str, str, str], *voices: tuple[str, float]) -> Claim:
    """The claim of a transfer on which each voice takes a stance, read with this probability."""
    case = SmallCase()
    for number, (stance, confidence) in enumerate(voices, start=1):
        report = case.report(f"the cargo came by ship number {number}.\n", f"Paper {number}", f"2022-03-0{number}")
        words = f"the cargo came by ship number {number}"
        actor = case.source(f"Ada Brun the {number}.", states=[f"State {number}"])
        case.says(report, words, actor, stance, f"2022-03-0{number}", event=transfer(*goods), confidence=confidence)
    drafts, statements = group_claims(case.reports, case.sources, case.statements, case.events)
    links, origins = find_lineage(case.reports, case.sources, statements)
    (claim,) = grade(case.reports, case.sources, statements, drafts, links, origins, None, None, case.events)
    return claim


def unsure(claim: Claim) -> list[Finding]:
    return [finding for finding in claim.findings if finding.feature == "reading.unsure"]


@pytest.mark.parametrize("goods", PAIRS)
def test_one_unsure_statement_alone(goods: tuple[str, str, str]) -> None:
    claim = graded(goods, ("asserts", 0.414), ("denies", 0.9))
    (finding,) = unsure(claim)
    assert finding.sentence == "It rests on one statement read with probability 0.41."
    assert len(finding.spans) == 1
    sure = graded(goods, ("asserts", 0.9), ("denies", 0.9))
    assert (claim.status, claim.contested, claim.grade) == (sure.status, sure.contested, sure.grade)


@pytest.mark.parametrize("goods", PAIRS)
def test_several_unsure_statements_name_the_surest(goods: tuple[str, str, str]) -> None:
    (finding,) = unsure(graded(goods, ("asserts", 0.2), ("confirms", 0.499)))
    assert finding.sentence == "It rests on 2 statements, the surest read with probability 0.49."


@pytest.mark.parametrize("goods", PAIRS)
@pytest.mark.parametrize(
    "voices",
    [
        [("asserts", 0.3), ("confirms", 0.5)],  # one of those that affirm is sure
        [("asserts", 0.5)],
        [("denies", 0.1)],  # nobody affirms
        [("asserts", 0.9), ("denies", 0.1)],
    ],
)
def test_nothing_is_said_otherwise(goods: tuple[str, str, str], voices: list[tuple[str, float]]) -> None:
    assert unsure(graded(goods, *voices)) == []


def test_statements_below_the_bound_are_set_apart_in_order() -> None:
    case = SmallCase()
    report = case.report("it came and it went and it came again\n")
    for words, confidence in (("it came", 0.9), ("it went", 0.59), ("came again", 0.6)):
        case.says(report, words, None, confidence=confidence)
    kept, left = set_apart(case.statements, 0.6)
    assert [s.id for s in kept] == ["S1", "S3"]
    assert [s.id for s in left.statements] == ["S2"]
    assert left.min_confidence == 0.6
    assert set_apart(case.statements, 0)[1].statements == ()
    assert set_apart([replace(s, confidence=1.0) for s in case.statements], 1)[1].statements == ()


@pytest.mark.parametrize("bound", [-0.1, 1.01, float("nan"), float("inf")])
def test_a_bound_that_is_no_probability_is_refused(bound: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        set_apart([], bound)


def test_a_probability_is_cut_to_two_digits() -> None:
    assert [probability_text(p) for p in (0.29, 0.83, 0.5999, 0.996, 0.0)] == [
        "0.29", "0.83", "0.59", "0.99", "under 0.01"
    ]  # fmt: skip
