"""Readings for tests of events: made by hand, word by word, or by the reader of the package."""

from datetime import date

from firsthand.model import DateRange, Event, Reading, Report, Source, Span, Statement, Token
from firsthand.reader.words import split_words

DAY = date(2023, 5, 10)


def report_of(text: str, name: str = "R1") -> Report:
    """A report with nothing but its text, of 10 May 2023."""
    days = DateRange(DAY, DAY, "test")
    return Report(name, None, None, None, None, "en", days, "", len(text.split()), text)


def reading_of(text: str, tags: str, name: str = "R1") -> Reading:
    """A reading of one sentence; ``tags`` has "lemma/UPOS/deprel/head" for each word, heads from 0, roots their own."""
    words = split_words(text)
    rows = [row.split("/") for row in tags.split()]
    assert len(words) == len(rows), [text[a:b] for a, b in words]
    tokens = tuple(
        Token(start, end, text[start:end], lemma, upos, int(head), deprel, 0)
        for (start, end), (lemma, upos, deprel, head) in zip(words, rows, strict=True)
    )
    whole = ((0, len(tokens)),)
    return Reading(name, tokens, whole, whole, (), (), "by hand")


def statement_of(
    text: str, content: str, *, number: int = 1, stance: str = "asserts", actor: Source | None = None, cue: str = "",
    source: str = "", via: tuple[str, ...] = (), report: str = "R1",
) -> Statement:  # fmt: skip
    """A statement with this content, cue and source, found in the text by their words."""

    def spans(words: str) -> tuple[Span, ...]:
        if not words:
            return ()
        at = text.index(words)
        return (Span(report, at, at + len(words)),)

    return Statement(
        f"S{number}", report, spans(content), spans(cue), spans(source), actor.id if actor else None, via, "indirect",
        stance, None, 1.0, "test", Span(report, 0, len(text)),
    )  # fmt: skip


def speaker(name: str, *states: str, kind: str = "institution", named: bool = True, plural: bool = False) -> Source:
    """A source that speaks for these states."""
    return Source(f"src-{name}", name, kind, named, None, None, states, (), (), plural)


def names(event: Event, role: str) -> list[str]:
    """The canonical names in one role."""
    return [filler.canonical for filler in event.fillers(role)]
