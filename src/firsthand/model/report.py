"""One published text."""

from dataclasses import dataclass

from firsthand.model.text import DateRange, Span


@dataclass(frozen=True, slots=True)
class Report:
    """A report as taken in; ``text`` is kept exactly as decoded and every span points into it.

    ``id`` is short and stable (R1, R2 … in input order). ``file`` or ``url`` says where it came from.
    ``language`` is an ISO 639-1 code. ``words`` counts words between blanks.
    ``furniture`` is text of the page that is not prose.
    ``credits`` are spans of bylines, datelines, "read more" lines and the like, which are not prose
    either but tell the outlet. ``syndicated_from`` names the outlet that a credit line says the text
    was taken from. ``unread`` says why the reader did not read it, empty where it did. ``copies_seen``
    lists other inputs with identical bytes.
    """

    id: str
    file: str | None
    url: str | None
    title: str | None
    outlet: str | None
    language: str
    published: DateRange | None
    sha256: str
    words: int
    text: str
    furniture: tuple[Span, ...] = ()
    credits: tuple[Span, ...] = ()
    title_spans: tuple[Span, ...] = ()
    outlet_spans: tuple[Span, ...] = ()
    byline: str | None = None
    syndicated_from: str | None = None
    syndicated_spans: tuple[Span, ...] = ()
    unread: str = ""
    copies_seen: tuple[str, ...] = ()

    def quote(self, span: Span) -> str:
        """The words at ``span``."""
        if span.report != self.id:
            raise ValueError(f"span of report {span.report} asked of report {self.id}")
        return self.text[span.start : span.end]
