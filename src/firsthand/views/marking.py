"""A report's text cut into pieces, each with the statements that stand on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from firsthand.model import Report, Span, Statement
from firsthand.views.index import Index


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without a boundary inside. ``statements`` whose content it is, ``parts`` whose cue or source it is."""

    text: str
    statements: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    side: str = ""
    aside: bool = False
    anchors: tuple[str, ...] = ()


@dataclass(slots=True)
class Block:
    """One line of the report that is not blank; ``notes`` are the statements that begin in it."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def aside(self) -> bool:
        """Whether the whole line is furniture or credit."""
        return all(piece.aside for piece in self.pieces if piece.text.strip())


def blocks(report: Report, statements: Iterable[Statement], index: Index) -> list[Block]:
    """The lines of a report with their marks; the pieces of all lines give the text again, line ends left out.

    Spans may nest and overlap: a piece carries every statement that covers it, in the dossier's order.
    """
    own = [statement for statement in statements if statement.report == report.id]
    # What begins after the last word is noted beside the last word.
    end_of_words = max(0, len(report.text.rstrip()) - 1)
    starts = sorted((min(_start(statement), end_of_words), place, statement.id) for place, statement in enumerate(own))
    cuts = _cuts(report, own)
    found: list[Block] = []
    begin = 0
    for line in report.text.splitlines(keepends=True):
        end = begin + len(line)
        words = line.rstrip()
        if words:
            last = begin + len(words)
            block = Block(notes=[key for start, _, key in starts if start < end])
            starts = [item for item in starts if item[0] >= end]
            block.pieces = _pieces(report, own, index, [c for c in cuts if begin < c < last], begin, last, block.notes)
            found.append(block)
        begin = end
    return found


def _start(statement: Statement) -> int:
    return min(span.start for span in statement.content or (statement.sentence,))


def _cuts(report: Report, statements: list[Statement]) -> list[int]:
    spans: list[Span] = [*report.furniture, *report.credits]
    for statement in statements:
        spans += [*statement.content, *statement.cue, *statement.source]
        spans.append(Span(report.id, _start(statement), _start(statement)))
    return sorted({cut for span in spans for cut in (span.start, span.end)})


def _pieces(
    report: Report, statements: list[Statement], index: Index, cuts: list[int], begin: int, end: int, notes: list[str]
) -> list[Piece]:
    near = [s for s in statements if any(p.start < end and begin < p.end for p in (*s.content, *s.cue, *s.source))]
    asides = [span for span in (*report.furniture, *report.credits) if span.start < end and begin < span.end]
    starts = {statement.id: _start(statement) for statement in statements if statement.id in notes}
    pieces: list[Piece] = []
    bounds = [begin, *cuts, end]
    for first, last in pairwise(bounds):
        span = Span(report.id, first, last)
        content = [s for s in near if any(part.meets(span) for part in s.content)]
        parts = [s for s in near if any(part.meets(span) for part in (*s.cue, *s.source))]
        shortest = min(content, key=_length, default=None)
        anchors = tuple(key for key in notes if key in starts and (last == end or starts[key] < last))
        for key in anchors:
            del starts[key]
        pieces.append(
            Piece(
                report.text[first:last],
                tuple(s.id for s in content),
                tuple(s.id for s in parts if s not in content),
                index.side(shortest) if shortest else "",
                any(aside.meets(span) for aside in asides),
                anchors,
            )
        )
    return pieces


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def sentence_pieces(statement: Statement, report: Report) -> list[tuple[str, str]]:
    """The sentences of a statement as (words, part), part being content, cue, source or empty."""
    whole = [statement.sentence, *statement.content]
    begin, end = min(whole, key=attrgetter("start")).start, max(whole, key=attrgetter("end")).end
    parts = [("content", s) for s in statement.content]
    parts += [("cue", s) for s in statement.cue] + [("source", s) for s in statement.source]
    cuts = sorted({begin, end, *(c for _, s in parts for c in (s.start, s.end) if begin < c < end)})
    pieces = []
    for first, last in pairwise(cuts):
        span = Span(report.id, first, last)
        names = [name for name, part in parts if part.meets(span)]
        pieces.append((report.text[first:last], names[0] if names else ""))
    return pieces
