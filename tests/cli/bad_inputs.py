"""Inputs that cannot be read, each with a telling part of the line that names it."""

import io
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from pypdf import PdfWriter

Run = Callable[..., Result]
"""Runs ``firsthand`` with arguments."""

REPORT = """\
The Sorrel Gazette

Ardenia receives howitzers from Vostrak

3 May 2031

Vostrak has delivered twelve howitzers to Ardenia, two officials said on Saturday.

The defence minister of Ardenia, Lena Orlik, confirmed the delivery. "We have received them," she said.

Vostrak's foreign ministry denied the reports.
"""
GERMAN = """\
Hafenblatt, 24.05.2031

Der Minister hat am Samstag bestätigt, dass die Haubitzen im Hafen angekommen sind. Er wollte nicht sagen, wie viele es
waren und wann sie an die Truppe übergeben werden. Die Opposition verlangt nun eine Erklärung im Parlament.
"""


def _pdf_without_text() -> bytes:
    writer, stream = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(stream)
    return stream.getvalue()


BAD_FILES: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary"),
    "half.txt": (b"\xff\xfea\x00b", "UTF-16"),
    "huge.txt": (b"a line of a report\n" * 1_200_000, "MB"),
    "nav.html": (b"<html><body><nav><a href=x>Home</a></nav></body></html>", "no article"),
    "scan.pdf": (_pdf_without_text(), "without text"),
}


def write(folder: Path, name: str, content: bytes | str) -> Path:
    """A file of the folder with this content."""
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def state_of(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
