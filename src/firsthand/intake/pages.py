"""What a format gives before anything is judged: text and the fields that came with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One text with its fields as found. ``file`` is the label shown, ``digest`` the SHA-256 of its bytes.

    ``published`` holds pairs of (where it was found, the words of the date), best first; ``made`` is the date
    a file says it was made on, which is weaker than anything printed. ``head`` is the length of a block of fields
    at the start of ``text``, which is not prose.
    """

    text: str
    digest: str
    file: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    published: tuple[tuple[str, str], ...] = ()
    made: tuple[str, str] | None = None
    head: int = 0
