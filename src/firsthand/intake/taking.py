"""Inputs one after the other to reports; what cannot be read is set aside with its reason."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from firsthand.intake.formats import page_of_text, pages_of
from firsthand.intake.pages import Page
from firsthand.intake.refusal import RefusalError
from firsthand.intake.report import report_of
from firsthand.model import Report, SetAside

MAX_LETTERS = 1_000_000
"""A longer text is a book or a mistake: reading it would hold up the case for minutes."""


@dataclass(frozen=True, slots=True)
class SeenBefore(SetAside):
    """An input with the same bytes as an earlier one, whose report has the id ``report``."""

    report: str


def take_in(inputs: Sequence[str | Path]) -> Iterator[Report | SetAside]:
    """Read files and web addresses in order, one at a time; reports get the ids R1, R2 … in this order.

    An input that cannot be read comes back as SetAside; nothing is raised for it, nothing is written.
    """
    seen: dict[str, tuple[str, str]] = {}
    for given in map(str, inputs):
        for found in _results(given):
            if isinstance(found, RefusalError):
                yield SetAside(given, found.reason, found.advice)
                continue
            name = found.file or found.url or given
            if len(found.text) > MAX_LETTERS:
                size = f"{len(found.text) / 1e6:.1f} million letters; at most {MAX_LETTERS / 1e6:.0f} million are read"
                yield SetAside(name, f"too long for a report ({size})", "split it into one file a report")
                continue
            if found.digest in seen:
                first, id = seen[found.digest]
                yield SeenBefore(name, f"identical to {first}: counted once", "nothing to do", id)
                continue
            id = f"R{len(seen) + 1}"
            seen[found.digest] = (name, id)
            yield report_of(found, id)


def _results(given: str) -> Iterator[Page | RefusalError]:
    try:
        yield from pages_of(given)
    except RefusalError as refusal:
        yield refusal
    except (RecursionError, MemoryError, UnicodeError) as error:
        yield RefusalError(
            f"cannot be read ({type(error).__name__})", "save the report as plain text and name that file"
        )


def take_in_all(inputs: Sequence[str | Path]) -> tuple[tuple[Report, ...], tuple[SetAside, ...]]:
    """All reports and all that was set aside, each in input order.

    A report seen twice names its other inputs in ``copies_seen``.
    """
    results = list(take_in(inputs))
    return fold_copies(results)


def fold_copies(results: Sequence[Report | SetAside]) -> tuple[tuple[Report, ...], tuple[SetAside, ...]]:
    """What ``take_in`` gave, as reports that know their copies, and what was set aside."""
    aside = tuple(result for result in results if isinstance(result, SetAside))
    copies: dict[str, tuple[str, ...]] = {}
    for result in aside:
        if isinstance(result, SeenBefore):
            copies[result.report] = (*copies.get(result.report, ()), result.input)
    reports = tuple(
        replace(result, copies_seen=copies.get(result.id, ())) for result in results if isinstance(result, Report)
    )
    return reports, aside


def report_from_text(text: str, *, id: str = "R1", file: str | None = None) -> Report:
    """The report that ``text`` is, kept exactly; offsets count code points.

    >>> report_from_text("Minister resigns\\n\\n3 May 2031\\n\\nThe minister has resigned, she said.").title
    'Minister resigns'

    Raises ValueError where there is nothing but blanks.
    """
    digest = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    try:
        return report_of(page_of_text(text, digest, file), id)
    except RefusalError as refusal:
        raise ValueError(refusal.reason) from None


def report_ids(count: int) -> tuple[str, ...]:
    """The ids of the first ``count`` reports of a case, in input order.

    >>> report_ids(3)
    ('R1', 'R2', 'R3')
    """
    return tuple(f"R{number}" for number in range(1, count + 1))
