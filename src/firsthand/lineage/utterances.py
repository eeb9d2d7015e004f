"""Whether two statements are one utterance: the same speaker, the same day, matching words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from firsthand.language.likeness import content_stems, overlap
from firsthand.model.claim import Link, OriginDraft
from firsthand.model.finding import Finding
from firsthand.model.report import Report
from firsthand.model.statement import Statement
from firsthand.model.text import DateRange

MATCH = 0.5
FIRM_MATCH = 0.7
LEAST_SHARED = 3
UNDATED_WINDOW = timedelta(days=7)
NARROW = 3


def said_alike(one: frozenset[str], other: frozenset[str], firm: bool = False) -> bool:
    """Whether two contents match as wordings of one utterance; ``firm`` asks for more where days are unknown.

    Names of states do not count: everybody in the case speaks of the same ones.
    """
    one, other = (frozenset(s for s in stems if not s.startswith("=")) for stems in (one, other))
    if len(one & other) < LEAST_SHARED and one != other:
        return False
    return overlap(one, other) >= (FIRM_MATCH if firm else MATCH)


def same_day(one: Statement, other: Statement, reports: Mapping[str, Report]) -> str:
    """dated, near or unknown for two statements that can be of one day; empty where they cannot.

    dated: both days are told and meet. near: a day is not told, but the reports are of one week.
    """
    a, b = one.said_on, other.said_on
    if a and b:
        return "dated" if a.meets(b) else ""
    window_a, window_b = (_window(s, reports) for s in (one, other))
    if window_a is None or window_b is None:
        return "unknown"
    return "near" if window_a[0] <= window_b[1] and window_b[0] <= window_a[1] else ""


def _window(statement: Statement, reports: Mapping[str, Report]) -> tuple[date, date] | None:
    said = statement.said_on
    if said and said.first and said.last:
        return said.first, said.last
    published = reports[statement.report].published
    if not published or not published.first or not published.last:
        return None
    return published.first - UNDATED_WINDOW, published.last


def is_narrow(said: DateRange | None) -> bool:
    """Whether a day is told to within three days."""
    return said is not None and said.days is not None and said.days <= NARROW


def stems_of(statements: Iterable[Statement], reports: Mapping[str, Report]) -> dict[str, frozenset[str]]:
    """The telling stems of each statement's content, by id."""
    return {s.id: content_stems(" ".join(reports[s.report].quote(x) for x in s.content)) for s in statements}


def utterance_links(
    reports: Sequence[Report], origins: Iterable[OriginDraft], statements: Sequence[Statement]
) -> list[Link]:
    """A link between two reports for each origin that a rule of the same speaker folded across them."""
    by_id = {s.id: s for s in statements}
    order = {report.id: i for i, report in enumerate(reports)}
    found: dict[tuple[str, str], tuple[list[str], list[Finding]]] = {}
    for origin in origins:
        spoken = [f for f in origin.findings if f.feature == "origin.same-utterance"]
        here = sorted({by_id[s].report for s in origin.statements}, key=order.__getitem__) if spoken else []
        for i, later in enumerate(here[1:], 1):
            earlier = here[i - 1]
            ids, findings = found.setdefault((later, earlier), ([], []))
            ids += [s for s in origin.statements if by_id[s].report in (later, earlier)]
            findings += [f for f in spoken if {x.report for x in f.spans} & {later, earlier}]
    return [
        Link(later, earlier, "same_utterance", tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(findings)))
        for (later, earlier), (ids, findings) in found.items()
    ]
