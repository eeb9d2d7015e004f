"""Different weapons named for what one state is said to send another."""

from collections.abc import Sequence

from firsthand.grading.standing import Case
from firsthand.language.families import family, is_designation
from firsthand.model.claim import Claim, Discrepancy, Value
from firsthand.model.finding import Finding
from firsthand.model.statement import Statement
from firsthand.model.text import Span

_ABOUT_ITEMS = ("transfer", "designation", "use", "range", "effect", "training")


def differing_designations(case: Case, claims: Sequence[Claim]) -> list[Discrepancy]:
    """Reports that name different weapons of one family for the same supplier and recipient."""
    by_id = {claim.id: claim for claim in claims}
    found: list[Discrepancy] = []
    done: set[tuple[str, str, str]] = set()
    for claim in claims:
        if claim.type != "transfer":
            continue
        near = [claim, *(by_id[i] for i in claim.linked if i in by_id)]
        for kind, told in _named(case, near).items():
            key = (_first(claim, "supplier"), _first(claim, "recipient"), kind)
            reports = [{case.statements[s].report for s in ids} for ids, _ in told.values()]
            if len(told) < 2 or key in done or all(r & s for r in reports for s in reports):
                continue
            done.add(key)
            values = tuple(Value(n, tuple(dict.fromkeys(ids)), tuple(spans)) for n, (ids, spans) in told.items())
            finding = Finding(
                "discrepancy.designation",
                "; ".join(told),
                "Reports name different weapons for the same transfer.",
                tuple(s for v in values for s in v.spans),
            )
            found.append(Discrepancy("", "designation", claim.id, values, (finding,)))
    return found


def _first(claim: Claim, role: str) -> str:
    return next((filler.canonical for name, filler in claim.roles if name == role), "")


def _named(case: Case, claims: Sequence[Claim]) -> dict[str, dict[str, tuple[list[str], list[Span]]]]:
    """Designations by family, each with the statements and the words that name it."""
    found: dict[str, dict[str, tuple[list[str], list[Span]]]] = {}
    for claim in claims:
        if claim.type not in _ABOUT_ITEMS:
            continue
        for statement in (case.statements[s] for s in (*claim.affirm, *claim.expect, *claim.comment)):
            for name, kind, spans in _designations(case, statement):
                ids, places = found.setdefault(kind, {}).setdefault(name, ([], []))
                ids.append(statement.id)
                places.extend(spans)
    return found


def _designations(case: Case, statement: Statement) -> list[tuple[str, str, list[Span]]]:
    event = case.event(statement)
    return [
        (f.canonical, family(f.weapon_class), [s for s in f.spans if s.report == statement.report])
        for role, f in (event.roles if event else ())
        if role in ("item", "weapon") and is_designation(f)
    ]
