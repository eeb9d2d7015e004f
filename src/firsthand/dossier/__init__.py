"""Views of a dossier: JSON, one HTML page, a register as CSV, a summary for the terminal."""

from firsthand.dossier.json import reading_to_json_line, schema, to_json

__all__ = ["reading_to_json_line", "schema", "to_json"]
