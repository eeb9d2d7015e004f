"""A page becomes a report: title, outlet, date, language, furniture and credits, each with its words."""

from firsthand.intake.credits import Credited, publisher_of
from firsthand.intake.layout import lay_out
from firsthand.intake.pages import Page
from firsthand.intake.pieces import CREDITED, HEADING, NOT_READ, PROSE, Piece, ends_sentence, word_count
from firsthand.intake.published import date_published
from firsthand.intake.tongue import language_of, unread_reason
from firsthand.lexicons.loader import outlets
from firsthand.model import Report, Span

_LONGEST_TITLE = 30
_MONTH_FIRST = frozenset({"USA", "PHL"})


def report_of(page: Page, id: str) -> Report:
    """The report that ``page`` is, under the id it is given. Every span lies in the page's text."""
    pieces = lay_out(page.text, page.head)
    publisher = publisher_of(page, pieces)
    name = publisher.outlet.name if publisher.outlet else None
    title = _title(page, pieces)
    prose = "\n".join(piece.text for piece in pieces if piece.kind in (PROSE, HEADING)) or page.text
    language = language_of(prose, page.language)
    return Report(
        id=id,
        file=page.file,
        url=page.url,
        title=page.title or (title.text.lstrip("# ") if title else None),
        outlet=name,
        language=language,
        published=date_published(page, pieces, id, month_first=_month_first(name)),
        sha256=page.digest,
        words=word_count(page.text),
        text=page.text,
        furniture=tuple(Span(id, piece.start, piece.end) for piece in pieces if piece.kind in NOT_READ),
        credits=tuple(Span(id, piece.start, piece.end) for piece in pieces if piece.kind in CREDITED),
        title_spans=(Span(id, title.start, title.end),) if title else (),
        outlet_spans=_spans(publisher.outlet, id),
        byline=publisher.byline,
        syndicated_from=publisher.taken_from.name if publisher.taken_from else None,
        syndicated_spans=_spans(publisher.taken_from, id),
        unread=unread_reason(language),
    )


def _spans(credited: Credited | None, id: str) -> tuple[Span, ...]:
    return tuple(Span(id, start, end) for start, end in credited.spans) if credited else ()


def _month_first(outlet: str | None) -> bool:
    return any(entry.name == outlet and entry.state in _MONTH_FIRST for entry in outlets())


def _title(page: Page, pieces: tuple[Piece, ...]) -> Piece | None:
    """The title given with the page where the text prints it, else the first headline above the prose."""
    if page.title:
        wanted = page.title.strip().lower()
        return next((piece for piece in pieces if piece.lower.lstrip("# ") == wanted), None)
    for index, piece in enumerate(pieces):
        if piece.kind == PROSE:
            return None
        if piece.kind == HEADING and word_count(piece.text) <= _LONGEST_TITLE and not piece.text.endswith(":"):
            follows = any(later.kind == PROSE for later in pieces[index + 1 :])
            return piece if follows and not ends_sentence(piece.text.rstrip("?!")) else None
    return None
