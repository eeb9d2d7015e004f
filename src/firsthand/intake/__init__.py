"""Bytes to reports: title, outlet, date, language, and what of a page is not prose."""

from firsthand.intake.case_bounds import bound_by_case
from firsthand.intake.decoding import MAX_BYTES
from firsthand.intake.taking import SeenBefore, fold_copies, report_from_text, report_ids, take_in, take_in_all

__all__ = [
    "MAX_BYTES",
    "SeenBefore",
    "bound_by_case",
    "fold_copies",
    "report_from_text",
    "report_ids",
    "take_in",
    "take_in_all",
]
