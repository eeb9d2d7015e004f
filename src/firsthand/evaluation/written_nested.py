"""Nested and relayed speech: whether each statement has gold's voices, from the actor to the outermost relay."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from firsthand.evaluation.figures import Figures
from firsthand.evaluation.written_cases import (
    CaseRead,
    HalvesTally,
    WrittenCase,
    nearest,
    read_case,
    words_of,
    written_cases,
)
from firsthand.model import Statement


def score_nested(folder: Path) -> Figures:
    """The share of chains that are right, by half and form."""
    return _score(folder / "nested.jsonl")


def score_nested_more(folder: Path) -> Figures:
    """The same on the further cases, all of which are for tuning."""
    return _score(folder / "nested_more.jsonl")


def _score(path: Path) -> Figures:
    cases = written_cases(path)
    tally = HalvesTally(case.gold["form"] for case in cases)
    for case in cases:
        read = read_case(case)
        for gold in case.gold["statements"]:
            found = nearest(read.statements, [case.place(piece) for piece in gold["content"]])
            voices = [] if found is None else voices_of(read, found)
            right = found is not None and _right(case, read, voices, gold["chain"])
            wanted = " < ".join(link["words"] for link in gold["chain"])
            there = "nothing" if found is None else " < ".join(read.sources[v].name for v in voices) or "no voice"
            tally.add(case.half, case.gold["form"], right, f"{case.id}: {wanted}, found: {there}")
    return tally.figures()


def voices_of(read: CaseRead, statement: Statement) -> list[str]:
    """Ids of the sources of a statement: its actor, then the relays."""
    return [v for v in (statement.actor, *statement.via) if v is not None and v in read.sources]


def _right(case: WrittenCase, read: CaseRead, voices: Sequence[str], chain: Sequence[dict[str, Any]]) -> bool:
    """As many voices as gold has, and the head word of each link of gold among the words of its voice."""
    return len(voices) == len(chain) and all(
        link["head"].lower() in words_of(read.sources[voice], case.report.text)
        for voice, link in zip(voices, chain, strict=True)
    )
