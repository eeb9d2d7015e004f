"""PDF to a page, by pypdf."""

import hashlib
import logging
from collections.abc import Mapping
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from firsthand.intake.pages import Page
from firsthand.intake.pieces import word_count
from firsthand.intake.refusal import RefusalError

_FEWEST_WORDS = 5


def page_of_pdf(data: bytes, file: str | None, url: str | None = None) -> Page:
    """The text of all pages, one blank line between two.

    Raises RefusalError for a document that is encrypted, damaged, or a picture of text.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _encrypted()
        text = "\n\n".join(page.extract_text() or "" for page in reader.pages)
        about: Mapping[str, object] = reader.metadata or {}
        fields = {key: str(about.get(key) or "").strip() for key in ("/Title", "/Author", "/CreationDate")}
    except RefusalError:
        raise
    except (PyPdfError, ImportError, NotImplementedError) as error:
        if b"/Encrypt" in data:
            raise _encrypted() from error
        raise _damaged() from error
    except Exception as error:  # damaged documents raise many kinds
        raise _damaged() from error
    text = text.encode("utf-8", errors="replace").decode("utf-8")
    if word_count(text) < _FEWEST_WORDS:
        raise RefusalError("a PDF without text (pictures of pages)", "run it through text recognition (OCR) first")
    title = fields["/Title"]
    return Page(
        text=text,
        digest=hashlib.sha256(data).hexdigest(),
        file=file,
        url=url,
        title=title if title and title.lower() in text[:2000].lower() else None,
        byline=fields["/Author"] or None,
        made=_creation(fields["/CreationDate"]),
    )


def _encrypted() -> RefusalError:
    return RefusalError("an encrypted PDF", "save a copy without password and name that file")


def _damaged() -> RefusalError:
    return RefusalError("a damaged PDF", "save or download it again")


def _creation(stamp: str) -> tuple[str, str] | None:
    digits = stamp.removeprefix("D:")[:8]
    if len(digits) != 8 or not digits.isdigit():
        return None
    return ("creation date of the PDF", f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
