"""Passages that reports share, by runs of five words, and what is said to be taken from another outlet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.language.gazetteer import find_names
from firsthand.language.outlet_names import canonical, label
from firsthand.lexicons import outlets
from firsthand.lexicons.loader import phrases
from firsthand.model.claim import Link, OutletRef
from firsthand.model.finding import Finding
from firsthand.model.report import Report
from firsthand.model.text import Span

RUN = 5
LEAST_WORDS = 25
LEAST_SHARE = 0.2
_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s]+)\S*")
_OPEN, _CLOSE = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Copy:
    """``link.source`` shares ``blocks`` with ``link.target``: pairs of spans, source first."""

    link: Link
    blocks: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class _Words:
    report: Report
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]


def find_copies(reports: Sequence[Report]) -> tuple[Copy, ...]:
    """Every pair of reports that shares passages in the reporter's own words; the later one is the source of the link.

    Words inside quotation marks do not count: two reporters may hear one speaker.
    """
    prepared = [_words(report) for report in reports]
    index = [_runs(entry) for entry in prepared]
    found: list[Copy] = []
    for i, one in enumerate(prepared):
        for j in range(i):
            blocks = _blocks(one, prepared[j], index[j])
            own = sum(n - sum(one.quoted[a : a + n]) for a, _, n in blocks)
            least = min(len(one.words), len(prepared[j].words))
            if own >= LEAST_WORDS and own >= LEAST_SHARE * least:
                found.append(_copy(one, prepared[j], blocks, own, least))
    return tuple(found)


def _words(report: Report) -> _Words:
    skip = [(s.start, s.end) for s in (*report.furniture, *report.credits)]
    words, places, quoted = [], [], []
    inside, last = False, 0
    for match in _WORD.finditer(report.text):
        for char in report.text[last : match.start()]:
            inside = (char in _OPEN) or (inside and char not in _CLOSE) if char in _OPEN + _CLOSE else inside
            inside = not inside if char == '"' else inside
            inside = False if char == "\n" else inside
        last = match.start()
        if any(a <= match.start() < b for a, b in skip):
            continue
        words.append(match.group().lower())
        places.append(match.span())
        quoted.append(inside)
    return _Words(report, tuple(words), tuple(places), tuple(quoted))


def _runs(entry: _Words) -> dict[tuple[str, ...], list[int]]:
    runs: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(entry.words) - RUN + 1):
        runs.setdefault(entry.words[i : i + RUN], []).append(i)
    return runs


def _blocks(one: _Words, other: _Words, runs: dict[tuple[str, ...], list[int]]) -> list[tuple[int, int, int]]:
    """Shared stretches as (index in one, index in other, length), longest continuation first, none overlapping."""
    blocks: list[tuple[int, int, int]] = []
    i = 0
    while i <= len(one.words) - RUN:
        best = (0, 0)
        for j in runs.get(one.words[i : i + RUN], ())[:20]:
            n = RUN
            while i + n < len(one.words) and j + n < len(other.words) and one.words[i + n] == other.words[j + n]:
                n += 1
            best = max(best, (n, -j))
        if best[0]:
            blocks.append((i, -best[1], best[0]))
            i += best[0]
        else:
            i += 1
    return blocks


def _copy(one: _Words, other: _Words, blocks: list[tuple[int, int, int]], own: int, least: int) -> Copy:
    spans = tuple((_span(one, a, n), _span(other, b, n)) for a, b, n in blocks)
    share = f"{own} words, {round(100 * own / least)} % of the shorter"
    sentence = f"The reports share {share} in the reporter's own words."
    if _later(other.report, one.report):
        one, other = other, one
        spans = tuple((b, a) for a, b in spans)
    evidence = tuple(s for pair in spans for s in pair)
    finding = Finding("lineage.shared-passages", share, sentence, evidence)
    return Copy(Link(one.report.id, other.report.id, "copies", (), (finding,)), spans)


def _span(entry: _Words, first: int, count: int) -> Span:
    return Span(entry.report.id, entry.places[first][0], entry.places[first + count - 1][1])


def _later(one: Report, other: Report) -> bool:
    """Whether ``one`` must come after ``other``; a report without a date comes after one with a date."""
    a = one.published.first if one.published else None
    b = other.published.first if other.published else None
    if a and b:
        return a > b
    return b is not None and a is None


def syndication_links(reports: Sequence[Report], copies: Sequence[Copy]) -> list[Link]:
    """Links to the outlet that a credit line, an address under the text, or a copied report says the text is from."""
    by_id = {report.id: report for report in reports}
    links: list[Link] = []
    # A copy of a report that the outlet published in the case is linked to that report, not to the outlet's name too.
    here = {(str(pair.link.source), by_id[str(pair.link.target)].outlet) for pair in copies}
    for report in reports:
        if report.syndicated_from and (report.id, report.syndicated_from) in here:
            continue
        if report.syndicated_from:
            finding = Finding(
                "lineage.syndicated", report.syndicated_from, "A credit line says so.", report.syndicated_spans
            )
            links.append(_to(report, report.syndicated_from, finding))
        elif original := _original(report) or _dateline(report):
            links.append(_to(report, *original))
    told = {link.source: link for link in links}
    for pair in copies:
        target = by_id[str(pair.link.target)]
        if target.id in told and pair.link.source not in told:
            outlet = told[target.id].target
            finding = Finding(
                "lineage.syndicated",
                f"through {target.id}",
                f"It shares passages with {target.id}, which is from that outlet.",
                tuple(s for block in pair.blocks for s in block),
            )
            links.append(Link(pair.link.source, outlet, "copies", (), (finding, *pair.link.findings)))
    return links


def _to(report: Report, outlet: str, finding: Finding) -> Link:
    return Link(report.id, OutletRef(label(canonical(outlet)), report.published), "copies", (), (finding,))


def _original(report: Report) -> tuple[str, Finding] | None:
    """The outlet whose address stands after words like "read more on original"."""
    domains = {domain: entry.name for entry in outlets() for domain in entry.domains}
    for match in _ADDRESS.finditer(report.text):
        before = report.text[max(0, match.start() - 60) : match.start()].lower().rstrip(" :\n\r")
        if not before.endswith(phrases("citing_cues")["address"]):
            continue
        host = match.group(1).lower()
        name = next((domains[host[i:]] for i in _tails(host) if host[i:] in domains), "")
        named = [m.canonical for m in find_names(match.group()) if m.kind == "outlet"]
        if name or named:
            span = Span(report.id, match.start(), match.end())
            finding = Finding("lineage.linked-original", match.group(), "The page links to its original.", (span,))
            return name or named[0], finding
    return None


def _dateline(report: Report) -> tuple[str, Finding] | None:
    """The agency that a dateline or a credit names ("VELM, May 3 (Agency) -"): the text is the agency's."""
    for span in report.credits:
        for mention in find_names(report.text, span.start, span.end):
            if mention.kind == "outlet" and mention.entry_id in ("agency", "state media"):
                here = Span(report.id, mention.start, mention.end)
                words = "A dateline or credit line names the agency."
                return mention.canonical, Finding("lineage.agency-credit", mention.canonical, words, (here, span))
    return None


def _tails(host: str) -> list[int]:
    return [0, *(i + 1 for i, char in enumerate(host) if char == ".")]
