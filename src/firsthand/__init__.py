"""Firsthand: who said it, on whose authority, when, who denies it, who merely repeats whom."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.settings import Settings

if TYPE_CHECKING:
    from firsthand.model import Dossier
    from firsthand.workflow import ReadReport

__all__ = ["Settings", "dossier", "read"]

_ALONE = Settings()


def read(source: "str | Path", *, settings: Settings = _ALONE, min_confidence: float = 0.0) -> "tuple[ReadReport, ...]":
    """Who says what in a report: one item a report, with its ``report``, ``sources``, ``statements`` and ``events``.

    ``source`` is the path of a file, a web address, or the text itself (whatever holds a line end or is no
    path). A feed or a JSON file may hold several reports. Offsets of spans count code points of ``report.text``,
    the end not included; ``said_on`` are days; ``confidence`` is the probability that a statement is read right.
    Statements under ``min_confidence`` are listed in ``left_out`` instead. ``settings`` may name another reader
    and how many cores to use; one process does the work where they do not say more.

    >>> [found] = read("Lorvath, 3 May 2031\\n\\nThe bank denied on Friday that it had lost money.\\n")
    >>> [statement] = found.statements
    >>> statement.stance, [found.report.quote(span) for span in statement.content]
    ('denies', ['that it had lost money'])

    Raises ValueError where nothing could be read, the message names the input, the reason and what to do; and where
    ``min_confidence`` is no number from 0 to 1.
    """
    from firsthand.workflow import read_input

    return read_input(source, settings, min_confidence)


def dossier(
    paths: "str | Path | Sequence[str | Path]",
    *,
    title: str = "",
    as_of: date | None = None,
    ratings: Mapping[str, str] | None = None,
    settings: Settings = _ALONE,
    min_confidence: float = 0.0,
) -> "Dossier":
    """The dossier of reports: their claims with status, origins and owners, lineage, discrepancies, register.

    ``paths`` are files or web addresses, in the order that gives the reports their ids R1, R2 …
    ``title`` names the case; without it the first report's title does. ``as_of`` shows the view at the end of that
    day, None of all that was read. ``ratings`` gives the reliability, a letter A to F, of sources and outlets by name.
    Statements under ``min_confidence`` are listed in ``left_out``, and nothing rests on them. ``settings`` are as for
    ``read``.
    Inputs that cannot be read are listed in ``set_aside`` with the reason. Nothing is written; see
    ``firsthand.views.write_dossier`` for the files.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     report = Path(folder, "report.txt")
    ...     _ = report.write_text("3 May 2031\\n\\nOstrevia has received missiles, a minister said on Friday.\\n")
    ...     made = dossier([report], title="Missiles")
    >>> made.title, [report.id for report in made.reports], made.set_aside
    ('Missiles', ['R1'], ())

    Raises ValueError where nothing could be read, where a rating is no letter from A to F, and where
    ``min_confidence`` is no number from 0 to 1.
    """
    from firsthand.workflow import make_dossier

    wrong = [name for name, letter in (ratings or {}).items() if letter not in tuple("ABCDEF")]
    if wrong:
        raise ValueError(f"rating of {wrong[0]}: want a letter A to F")
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    made = make_dossier(
        given, title=title, as_of=as_of, ratings=ratings, settings=settings, min_confidence=min_confidence
    )
    if not made.reports:
        reasons = "; ".join(f"{item.input}: {item.reason} ({item.advice})" for item in made.set_aside)
        raise ValueError(f"nothing could be read. {reasons or 'No input was named.'}")
    return made
