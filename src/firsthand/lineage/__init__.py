"""Lineage: which report copies or cites which, and which statements go back to one utterance."""

from firsthand.lineage.lineage import find_lineage

__all__ = ["find_lineage"]
