"""The register: one row for each supplier, recipient and family of goods, every cell with its statements."""

from collections.abc import Iterable, Sequence

from firsthand.grading.cues import has_cue
from firsthand.grading.register_items import Item, collect, other_names
from firsthand.grading.standing import Case, on_record, side_of
from firsthand.grading.status import RANKS
from firsthand.language.families import class_of_noun, depth, description, family
from firsthand.model.claim import Claim
from firsthand.model.dossier import Cell, RegisterRow
from firsthand.model.event import Event, Quantity
from firsthand.model.report import Report
from firsthand.model.statement import Source, Statement

_ORDERED = ("agreed",)
_MOST_COMMENTS = 4
_LEAST_WORDS = 4
_NO_COUNT_OF_ARMS = 1_000_000


def register_rows(
    reports: Iterable[Report],
    sources: Iterable[Source],
    statements: Iterable[Statement],
    events: Iterable[Event],
    claims: Iterable[Claim],
) -> tuple[RegisterRow, ...]:
    """Rows in the order in which the case first speaks of them; transfers whose ends are unknown make none."""
    case = Case.of(reports, sources, statements, events)
    graded = tuple(claims)
    rows = [_row(case, item, graded) for item in collect(case, graded)]
    return tuple(row for row in rows if row is not None)


def _row(case: Case, item: Item, claims: Sequence[Claim]) -> RegisterRow | None:
    positive = [(s, e) for s, e, _ in item.told if side_of(case, s) in ("affirm", "expect")]
    if not positive:
        return None
    done = [(s, e) for s, e in positive if side_of(case, s) == "affirm" and e.phase in ("shipped", "delivered", "")]
    ordered = [(s, e) for s, e in positive if e.phase in _ORDERED]
    best = max(item.claims, key=lambda c: (RANKS.index(c.status), c.phase == "delivered"))
    years, years_ids, years_uncertain = _years(case, done)
    order_years, order_ids, order_uncertain = _years(case, ordered)
    amount, amount_ids = _amount(item, done or positive, sure=bool(done))
    order, order_amount_ids = _amount(item, ordered, sure=True)
    names = [_shown(case, name, ids) for name, ids in item.designations.items()]
    comments, comment_ids = _comments(case, item)
    origins = {o.id for c in item.claims for o in c.origins}
    cells = {
        "supplier": tuple(dict.fromkeys(s.id for s, _ in positive)),
        "recipient": tuple(dict.fromkeys(s.id for s, _ in positive)),
        "year_of_order": order_ids,
        "ordered": order_amount_ids,
        "designation": tuple(dict.fromkeys(i for ids in item.designations.values() for i in ids)),
        "description": tuple(dict.fromkeys(s.id for s, _ in positive)),
        "delivered": amount_ids,
        "years": years_ids,
        "status": tuple(dict.fromkeys(h.because for c in item.claims for h in c.history)),
        "comments": comment_ids,
    }
    return RegisterRow(
        supplier=item.supplier,
        recipient=item.recipient,
        year_of_order=order_years[0] if order_years else "",
        year_of_order_uncertain=order_uncertain,
        ordered=order,
        designations=tuple(names),
        designation_uncertain=bool(item.doubtful) or not names,
        description=_description(item),
        delivered=amount,
        years=years,
        years_uncertain=years_uncertain,
        status=best.status,
        comments=comments,
        contested=any(c.contested for c in item.claims),
        origins=len(origins),
        owners=tuple(dict.fromkeys(o for c in item.claims for o in c.owners)),
        credibility=_credibility(best, claims),
        claims=tuple(c.id for c in item.claims),
        cells=tuple((column, ids) for column, ids in cells.items()),
    )


def _credibility(best: Claim, claims: Sequence[Claim]) -> str:
    return best.grade.credibility if best in claims else "6"


def _shown(case: Case, name: str, ids: Sequence[str]) -> str:
    """A designation with the other names that the reports use for it: "A-1 (B-2)"."""
    others = other_names(case, name, ids)
    return f"{name} ({', '.join(others)})" if others else name


def _description(item: Item) -> str:
    """The register's words for the goods: of the narrowest class that most statements share, else of the family."""
    if not item.classes:
        return description(item.family)
    most = max(item.classes.values())
    likely = [c for c, n in item.classes.items() if n == most]
    narrow = max(likely, key=depth)
    return description(narrow if depth(narrow) >= depth(item.family) else item.family)


def _years(case: Case, told: Sequence[tuple[Statement, Event]]) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Years in which it is told to have happened; else the years in which it was said, which is uncertain."""
    found: dict[str, list[str]] = {}
    for statement, event in told:
        when = event.when
        if when and when.first and when.last and when.last.year - when.first.year <= 1:
            for year in {when.first.year, when.last.year}:
                found.setdefault(str(year), []).append(statement.id)
        elif when and when.first and when.last is None:
            found.setdefault(str(when.first.year), []).append(statement.id)
    if found:
        years = tuple(sorted(found))
        return years, tuple(dict.fromkeys(i for y in years for i in found[y])), len(years) > 1
    for statement, _ in told:
        day = case.day(statement)
        if day and day.last:
            found.setdefault(str(day.last.year), []).append(statement.id)
    first = sorted(found)[:1]
    return tuple(first), tuple(dict.fromkeys(found[first[0]])) if first else (), bool(first)


def _amount(item: Item, told: Sequence[tuple[Statement, Event]], sure: bool) -> tuple[Cell, tuple[str, ...]]:
    """Least low and greatest high of the goods counted, the words of each count, "?" unless one exact figure is told.

    Shipments and containers are shown in their words only: their number is not the number of goods.
    """
    counts: list[tuple[Statement, Quantity]] = [(s, q) for s, e in told for q in e.quantities if _of_item(q, item)]
    goods = [q for _, q in counts if not has_cue("package", f"{q.unit} {q.text}")]
    lows = [q.low for q in goods if q.low is not None]
    highs = [q.high for q in goods if q.high is not None]
    bests = {q.best for q in goods if q.best is not None}
    text = "; ".join({q.text.lower(): q.text for _, q in reversed(counts)}.values())
    best = next(iter(bests)) if len(bests) == 1 else None
    if best is not None and not all(_allows(q, best) for q in goods):
        best = None
    uncertain = bool(counts) and (not sure or best is None or len({q.text.lower() for _, q in counts}) > 1)
    most = max(highs) if highs else None
    if most is not None and any(q.high is None and (q.low or 0.0) > most for q in goods):
        most = None
    cell = Cell(min(lows) if lows else None, best, most, text, uncertain)
    return cell, tuple(dict.fromkeys(s.id for s, _ in counts))


def _allows(quantity: Quantity, figure: float) -> bool:
    """Whether a count leaves room for the figure."""
    return (quantity.low or 0.0) <= figure and (quantity.high is None or figure <= quantity.high)


def _of_item(quantity: Quantity, item: Item) -> bool:
    """Whether what is counted can be the item: not goods of another family told in the same words, nor a bare
    great number that no thing stands beside ("billions in aid")."""
    if not quantity.unit and (quantity.low or 0) >= _NO_COUNT_OF_ARMS:
        return False
    counted = family(class_of_noun(quantity.unit))
    return not counted or counted == item.family


def _comments(case: Case, item: Item) -> tuple[str, tuple[str, ...]]:
    """Exact words with who says them: what is told on record, what is told at all, who denies, who withholds."""
    ranked: list[tuple[int, Statement]] = []
    for statement, _, _ in item.told:
        side = side_of(case, statement)
        rank = {"affirm": 1, "deny": 2, "expect": 3, "withhold": 4}.get(side, 5)
        ranked.append((0 if side == "affirm" and on_record(case, statement) else rank, statement))
    chosen: list[Statement] = []
    for rank in range(5):
        group = [s for r, s in ranked if r == rank]
        telling = [s for s in group if len(case.text(s).split()) >= _LEAST_WORDS]
        chosen += telling[:1] if telling or chosen else group[:1]
    parts = [f"“{' '.join(case.text(s).split())}” ({_who(case, s)})" for s in chosen[:_MOST_COMMENTS]]
    return "; ".join(parts), tuple(s.id for s in chosen[:_MOST_COMMENTS])


def _who(case: Case, statement: Statement) -> str:
    actor = case.actor(statement)
    name = actor.name if actor else case.outlet(statement)
    verb = {"deny": "denies", "withhold": "withholds"}.get(side_of(case, statement), "")
    return f"{name} {verb}".strip()
