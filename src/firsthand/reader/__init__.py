"""Read a report once: words, sentences, dependencies, names and attribution spans."""

from firsthand.reader.reader import METHOD, Reader, load_reader

__all__ = ["METHOD", "Reader", "load_reader"]
