"""Views of a dossier: JSON, one HTML page, a register as CSV, a summary for the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.model import Dossier
from firsthand.views.csv import to_csv
from firsthand.views.json import reading_to_json_line, schema, to_json

if TYPE_CHECKING:
    from firsthand.views.html import to_html
    from firsthand.views.terminal import summary

__all__ = ["reading_to_json_line", "schema", "summary", "to_csv", "to_html", "to_json", "write_dossier"]


def __getattr__(name: str) -> Any:
    # The page and the terminal bring libraries that reading alone does not wait for.
    if name == "to_html":
        from firsthand.views.html import to_html

        return to_html
    if name == "summary":
        from firsthand.views.terminal import summary

        return summary
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def write_dossier(dossier: Dossier, folder: str | Path) -> tuple[Path, ...]:
    """Write dossier.json, dossier.html and register.csv into ``folder``, which is made if it is missing.

    Returns the three paths in that order. Files of those names are replaced. The CSV begins with a byte
    order mark, so that spreadsheets take it for UTF-8. Raises OSError where the folder cannot be written.
    """
    from firsthand.views.html import to_html

    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    # A lone surrogate has no UTF-8; each format writes it in its own escape instead of failing.
    written = (
        ("dossier.json", to_json(dossier).encode("utf-8", "backslashreplace")),
        ("dossier.html", to_html(dossier).encode("utf-8", "xmlcharrefreplace")),
        ("register.csv", to_csv(dossier).encode("utf-8-sig", "replace")),
    )
    paths = []
    for name, content in written:
        path = folder / name
        path.write_bytes(content)
        paths.append(path)
    return tuple(paths)
