"""The status of a claim after each statement, in the order in which they were made."""

from collections.abc import Sequence
from datetime import date

from firsthand.grading.cues import has_cue
from firsthand.grading.standing import Case, has_standing, on_record, side_of, speaks_for_party
from firsthand.model.claim import HistoryEntry
from firsthand.model.finding import Finding
from firsthand.model.statement import Statement

RANKS = ("unsettled", "denied", "expected", "reported", "confirmed", "acknowledged")
_SENTENCES = {
    "acknowledged": "A voice of the supplier or the recipient says so itself.",
    "confirmed": "A named person or a body says so on record.",
    "reported": "Only unnamed or relayed voices say so.",
    "expected": "It is said to be planned, likely or possible.",
    "denied": "Nobody affirms it, and someone denies it.",
    "unsettled": "It is only left open, supposed or judged.",
}


def known_by(case: Case, statements: Sequence[Statement], as_of: date | None) -> list[Statement]:
    """The statements that had been made by the end of ``as_of``, oldest first; undated ones only without a day.

    A statement of uncertain day counts from the last day on which it can have been made.
    """
    ordered = sorted(statements, key=case.sort_key)
    if as_of is None:
        return ordered
    return [s for s in ordered if case.sort_key(s)[0] <= as_of]


def status_given(case: Case, statement: Statement, parties: frozenset[str]) -> str:
    """The status that one statement gives a claim by itself."""
    side = side_of(case, statement)
    if side == "deny":
        return "denied"
    if side == "expect":
        return "expected" if statement.stance == "expects" else "unsettled"
    if side != "affirm":
        return "unsettled"
    recorded = on_record(case, statement)
    if speaks_for_party(case, statement, _own_ends(case, statement) or parties) and (
        recorded or statement.stance == "confirms"
    ):
        return "acknowledged"
    actor = case.actor(statement)
    if recorded and actor and (actor.kind != "expert" or _examined(case, statement)):
        return "confirmed"
    return "reported"


def _own_ends(case: Case, statement: Statement) -> frozenset[str]:
    """Who gives and who receives by the statement's own words: only they can admit what it says."""
    event = case.event(statement)
    if event is None or event.type != "transfer":
        return frozenset()
    ends = (*event.fillers("supplier"), *event.fillers("recipient"), *event.fillers("party"))
    return frozenset(f.canonical for f in ends if f.canonical)


def _examined(case: Case, statement: Statement) -> bool:
    text = case.quote(statement.sentence)
    return has_cue("examined", text) and has_cue("exhibit", text)


def history_of(
    case: Case, statements: Sequence[Statement], parties: frozenset[str], planned: bool = False
) -> tuple[tuple[HistoryEntry, ...], tuple[Finding, ...]]:
    """Each change of status or contest with the statement that made it, and why; ``statements`` oldest first.

    What is affirmed of a ``planned`` transfer is the plan: such a claim is expected at most.
    """
    entries: list[HistoryEntry] = []
    findings: list[Finding] = []
    status, denied, contested = "", False, False
    for statement in statements:
        given = status_given(case, statement, parties)
        if planned and RANKS.index(given) > RANKS.index("expected"):
            given = "expected"
        denied = denied or (side_of(case, statement) == "deny" and has_standing(case, statement))
        new = given if not status or RANKS.index(given) > RANKS.index(status) else status
        now_contested = denied and RANKS.index(new) >= RANKS.index("expected")
        if new != status:
            findings.append(Finding(f"status.{new}", new, _SENTENCES[new], statement.content))
        if now_contested and not contested:
            because = statement.content
            findings.append(Finding("status.contested", "contested", "Someone with standing denies it.", because))
        if (new, now_contested) != (status, contested):
            entries.append(HistoryEntry(case.day(statement), new, now_contested, statement.id))
        status, contested = new, now_contested
    return tuple(entries), tuple(findings)
