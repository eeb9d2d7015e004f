"""Grading: how well founded a claim is, how that changed, what does not fit, and the register."""

from firsthand.grading.discrepancies import find_discrepancies
from firsthand.grading.grade import grade
from firsthand.grading.register import register_rows
from firsthand.grading.timeline import timeline

__all__ = ["find_discrepancies", "grade", "register_rows", "timeline"]
