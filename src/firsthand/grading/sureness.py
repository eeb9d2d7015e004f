"""How surely the statements were read on which a claim rests."""

from collections.abc import Sequence

from firsthand.grading.standing import Case, side_of
from firsthand.model.finding import Finding
from firsthand.model.statement import Statement, probability_text


def unsure_readings(case: Case, statements: Sequence[Statement]) -> tuple[Finding, ...]:
    """One finding where every statement that affirms the claim is likelier misread than not; it changes no grade."""
    affirming = [s for s in statements if side_of(case, s) == "affirm"]
    if not affirming or not all(s.unsure for s in affirming):
        return ()
    surest = probability_text(max(s.confidence for s in affirming))
    told = (
        f"It rests on one statement read with probability {surest}."
        if len(affirming) == 1
        else f"It rests on {len(affirming)} statements, the surest read with probability {surest}."
    )
    return (Finding("reading.unsure", surest, told, tuple(span for s in affirming for span in s.content)),)
