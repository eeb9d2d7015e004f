"""Statements about invented transfers come together as claims, or stay apart, as a reader would have it."""

import pytest

from firsthand.claims import group_claims
from firsthand.model import ClaimDraft, Statement
from small_case import SmallCase, event, transfer


def grouped(case: SmallCase) -> tuple[dict[str, ClaimDraft], dict[str, Statement]]:
    drafts, statements = group_claims(case.reports, case.sources, case.statements, case.events)
    return {d.id: d for d in drafts}, {s.id: s for s in statements}


GOODS = [
    ("Brazil", "Ghana", "howitzers", "howitzer", "towed guns:towed-gun", "drones", "uav"),
    ("Sweden", "Peru", "rockets", "rocket", "guided rockets:guided-rocket", "tanks", "tank"),
]


@pytest.mark.parametrize(("giver", "taker", "goods", "kind", "narrow", "other", "other_kind"), GOODS)
def test_goods_that_subsume_meet_and_others_stay_apart(
    giver: str, taker: str, goods: str, kind: str, narrow: str, other: str, other_kind: str
) -> None:
    case = SmallCase()
    one = case.report(f"{giver} sent {taker} {goods}. It sent {other} too.")
    two = case.report(f"{giver} gave {taker} {narrow.split(':')[0]}, a minister said.")
    case.says(one, f"{giver} sent {taker} {goods}", None, event=transfer(giver, taker, f"{goods}:{kind}"))
    case.says(one, f"It sent {other} too", None, event=transfer(giver, taker, f"{other}:{other_kind}"))
    case.says(two, f"{giver} gave {taker}", None, event=transfer(giver, taker, narrow))
    drafts, said = grouped(case)
    assert said["S1"].claim == said["S3"].claim == "C1"
    assert said["S2"].claim == "C2"
    assert drafts["C1"].findings[0].feature == "claim.same-transfer"


@pytest.mark.parametrize(("giver", "taker", "goods", "kind", "narrow", "other", "other_kind"), GOODS)
def test_planned_and_delivered_are_two_linked_claims(
    giver: str, taker: str, goods: str, kind: str, narrow: str, other: str, other_kind: str
) -> None:
    case = SmallCase()
    report = case.report(f"{giver} sent {taker} {goods}. {giver} is in talks to send {taker} more.")
    case.says(report, f"{giver} sent {taker} {goods}", None, event=transfer(giver, taker, f"{goods}:{kind}"))
    talks = transfer(giver, taker, f"{goods}:{kind}", "negotiating")
    case.says(report, f"{giver} is in talks", None, "expects", event=talks)
    drafts, _ = grouped(case)
    assert [d.phase for d in drafts.values()] == ["delivered", "planned"]
    assert drafts["C1"].linked == ("C2",)
    assert drafts["C2"].linked == ("C1",)


@pytest.mark.parametrize(
    ("denial", "giver", "taker"), [("the reports", "Kenya", "Chad"), ("are pure invention and false", "Laos", "Nepal")]
)
def test_a_denial_that_points_back_joins_what_it_denies(denial: str, giver: str, taker: str) -> None:
    case = SmallCase()
    report = case.report(f"{giver} shipped mortars to {taker}. A spokesman spoke of {denial}.")
    actor = case.source("spokesman", states=[giver])
    case.says(report, f"{giver} shipped mortars", None, event=transfer(giver, taker, "mortars:mortar"))
    case.says(report, denial, actor, "denies", event=event("other"))
    drafts, said = grouped(case)
    assert said["S2"].claim == said["S1"].claim
    assert "claim.points-back" in {f.feature for f in drafts["C1"].findings}


@pytest.mark.parametrize(
    ("words", "state"), [("never arms either side", "Qatar"), ("gives no weapons to any party", "Oman")]
)
def test_a_general_denial_is_its_own_claim_linked_to_the_specific(words: str, state: str) -> None:
    case = SmallCase()
    one = case.report(f"{state} shipped drones to Chad. {state} {words}.")
    two = case.report(f"{state} {words}, its embassy said.")
    actor = case.source(f"embassy of {state}", "institution", [state])
    case.says(one, f"{state} shipped drones", None, event=transfer(state, "Chad", "drones:uav"))
    denial = transfer(state, "", "arms:weapon")
    case.says(one, f"{state} {words}", actor, "denies", event=denial)
    case.says(two, f"{state} {words}", actor, "denies", event=denial)
    drafts, said = grouped(case)
    assert said["S2"].claim == said["S3"].claim != said["S1"].claim
    assert drafts["C2"].type == "general"
    assert drafts["C2"].linked == ("C1",)


@pytest.mark.parametrize(
    ("words", "goods"),
    [
        ("the missiles could be the Vostra-2", "Vostra-2:ballistic-missile"),
        ("the drones included the Kite-9", "Kite-9:uav"),
    ],
)
def test_naming_the_weapon_is_a_claim_of_its_own(words: str, goods: str) -> None:
    case = SmallCase()
    report = case.report(f"Spain sent Chad {goods}. Experts said {words}.")
    noun, kind = words.split()[1], goods.split(":")[1]
    case.says(report, "Spain sent Chad", None, event=transfer("Spain", "Chad", f"{noun}:{kind}"))
    case.says(report, words, None, "expects", event=transfer("Spain", "Chad", goods))
    drafts, said = grouped(case)
    assert said["S1"].claim != said["S2"].claim
    assert drafts["C2"].type == "designation"


@pytest.mark.parametrize(("state", "other"), [("Chile", "Bolivia"), ("Norway", "Latvia")])
def test_sanctions_far_apart_in_time_are_two_claims(state: str, other: str) -> None:
    case = SmallCase()
    texts = [
        f"{state} will impose sanctions on {other}.",
        f"{state} will sanction {other}.",
        f"{state} plans sanctions.",
    ]
    when = ["2021-03-01", "2021-03-20", "2021-11-02"]
    for text, day in zip(texts, when, strict=True):
        report = case.report(text, published=day)
        planned = event("sanction", "", "planned", sanctioner=state, sanctioned=other)
        case.says(report, text[:-1], None, "expects", event=planned)
    _, said = grouped(case)
    assert said["S1"].claim == said["S2"].claim != said["S3"].claim


@pytest.mark.parametrize("words", ["when the guns had arrived", "how many rifles were sent"])
def test_a_withheld_detail_is_not_a_doubt_of_the_event(words: str) -> None:
    case = SmallCase()
    report = case.report(f"Italy sent guns to Mali. A minister would not say {words}.")
    minister = case.source("minister", states=["Italy"])
    case.says(report, "Italy sent guns to Mali", minister, event=transfer("Italy", "Mali", "guns:small-arms"))
    case.says(report, words, minister, "withholds", event=transfer("Italy", "Mali", "guns:small-arms"))
    drafts, said = grouped(case)
    assert said["S2"].claim == "C2"
    assert drafts["C2"].type == "details"
    assert drafts["C2"].linked == ("C1",)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the harbour of Velm was closed after the storm", "after the storm the harbour at Velm was shut and closed"),
        ("the new bridge over the Arn has been opened", "a new bridge over the Arn was opened"),
    ],
)
def test_other_matters_meet_by_their_words(one: str, two: str) -> None:
    case = SmallCase()
    a, b, c = case.report(one + "."), case.report(two + "."), case.report("prices of bread rose in spring.")
    for report in (a, b, c):
        case.says(report, report.text[:-1], None, event=event("other"))
    _, said = grouped(case)
    assert said["S1"].claim == said["S2"].claim == "C1"
    assert said["S3"].claim is None


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_wording_is_an_exact_slice_that_names_both_ends(order: tuple[int, ...]) -> None:
    case = SmallCase()
    texts = ["it has been delivered at last", "Japan has delivered frigates to Kenya", "false"]
    reports = [case.report(f"Word is that {texts[i]}.") for i in order]
    for report, i in zip(reports, order, strict=True):
        stance = "denies" if i == 2 else "asserts"
        case.says(report, texts[i], None, stance, event=transfer("Japan", "Kenya", "frigates:frigate"))
    drafts, _ = grouped(case)
    assert "Kenya" in drafts["C1"].wording or len(drafts["C1"].wording.split()) >= 5
    assert any(drafts["C1"].wording in r.text for r in case.reports)
    assert drafts["C1"].wording_spans[0].end - drafts["C1"].wording_spans[0].start == len(drafts["C1"].wording)


@pytest.mark.parametrize(
    ("content", "wording"),
    [
        ("that Japan has delivered frigates to Kenya,", "Japan has delivered frigates to Kenya"),
        ("but that “Japan has delivered frigates to Kenya", "Japan has delivered frigates to Kenya"),
    ],
)
def test_wording_leaves_joining_words_out(content: str, wording: str) -> None:
    case = SmallCase()
    report = case.report(f"He said {content}” or so.")
    case.says(report, content, None, event=transfer("Japan", "Kenya", "frigates:frigate"))
    assert grouped(case)[0]["C1"].wording == wording


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_whole_transfers_group_alike_in_any_order_of_reports(turn: int) -> None:
    ends = [("Japan", "Kenya"), ("Japan", "Chad"), ("Japan", "Kenya"), ("Chad", "Kenya")]
    case = SmallCase()
    for giver, taker in ends[turn:] + ends[:turn]:
        report = case.report(f"{giver} sent {taker} frigates.")
        case.says(report, f"{giver} sent {taker}", None, event=transfer(giver, taker, "frigates:frigate"))
    drafts, _ = grouped(case)
    assert sorted(len(d.statements) for d in drafts.values()) == [1, 1, 2]


@pytest.mark.parametrize(
    ("poor", "good"),
    [
        ("what frigates Japan sent Kenya", "Japan sent frigates to Kenya"),
        ("this sale of frigates by Japan to Kenya", "Japan sold frigates to Kenya"),
        ("the tale of frigates from Japan for Kenya is false", "Kenya got frigates from Japan"),
    ],
)
def test_wording_stands_for_itself(poor: str, good: str) -> None:
    case = SmallCase()
    for words in (poor, good):
        case.says(case.report(f"Word is {words}."), words, None, event=transfer("Japan", "Kenya", "frigates:frigate"))
    assert good in {draft.wording for draft in grouped(case)[0].values()}
    assert grouped(case)[0]["C1"].wording == good


@pytest.mark.parametrize(
    ("words", "giver", "taker"),
    [
        ("the claim baseless and an excuse for new sanctions", "Kenya", "Chad"),
        ("the report a lie and a pretext for an embargo", "Laos", "Nepal"),
    ],
)
def test_a_report_that_is_called_untrue_is_what_is_denied(words: str, giver: str, taker: str) -> None:
    case = SmallCase()
    report = case.report(f"{giver} shipped mortars to {taker}. An embargo was set. The envoy called {words}.")
    actor = case.source("envoy", states=[giver])
    case.says(report, f"{giver} shipped mortars", None, event=transfer(giver, taker, "mortars:mortar"))
    case.says(report, "An embargo was set", None, event=event("sanction", sanctioned=giver))
    case.says(report, words, actor, "denies", event=event("sanction"))
    _, said = grouped(case)
    assert said["S3"].claim == said["S1"].claim
    assert said["S2"].claim != said["S1"].claim
