"""Who says what to what: statements with their sources, relays, stances and days."""

from firsthand.statements.find import find_statements

__all__ = ["find_statements"]
