"""Bytes to text, with nothing lost and nothing changed."""

from firsthand.intake.refusal import RefusalError

MAX_BYTES = 20 * 1000 * 1000
"""Largest input that is read, in bytes (20 MB)."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_TYPOGRAPHIC = frozenset("“”‘’„–—…«»°§£€©®\xa0")
_SAMPLE = 65536
_MOST_CONTROLS = 0.02
_PLAIN_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b\x85")


def decode(data: bytes) -> str:
    """The text of ``data``, newlines as they are; a byte order mark is read and dropped.

    >>> decode("Größe\\r\\n".encode("utf-16"))
    'Größe\\r\\n'

    Raises RefusalError where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise RefusalError(f"a binary file ({what})", "save the report as text, HTML or PDF and name that file")
    if wide := _unmarked_utf16(data):
        return _strict(data, wide)
    if _binary(data[:_SAMPLE]):
        raise RefusalError("a binary file", "save the report as text, HTML or PDF and name that file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise RefusalError(
            f"marked as {name} but not valid {name} (byte {error.start})", "save the file again as UTF-8"
        ) from None


def _unmarked_utf16(data: bytes) -> str | None:
    """The kind of UTF-16 where every other byte of mostly Latin text is zero."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def _binary(sample: bytes) -> bool:
    if b"\x00" in sample:
        return True
    controls = sum(1 for byte in sample if byte < 32 and byte not in _PLAIN_CONTROLS)
    return controls > _MOST_CONTROLS * len(sample)


def _western(data: bytes) -> str | None:
    """The text as Windows-1252 where that gives mostly ASCII with letters and quotation marks beside it."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    special = [character for character in text if ord(character) > 127]
    fitting = sum(character.isalpha() or character in _TYPOGRAPHIC for character in special)
    return text if len(special) <= 0.1 * len(text) and fitting >= 0.9 * len(special) else None


def _guessed(data: bytes) -> str:
    if western := _western(data):
        return western
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(data).best()
    if best is None or best.encoding in ("utf_7", "ascii"):
        raise RefusalError("text in an encoding that cannot be told", "save the file again as UTF-8")
    text = data.decode(best.encoding, errors="strict")
    letters = sum(1 for character in text if character.isalpha() or character.isspace())
    if letters < 0.6 * len(text):
        raise RefusalError("text in an encoding that cannot be told", "save the file again as UTF-8")
    return text
