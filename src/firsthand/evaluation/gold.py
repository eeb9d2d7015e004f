"""Gold: what a careful reader finds in a case, from JSON."""

import calendar
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Days:
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def meets(self, other: "Days") -> bool:
        """Whether a day lies in both."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement that must be found; where a field is empty or None, gold does not say.

    ``kinds`` and ``stances`` list every answer that is right; ``about`` is a key of the claim.
    """

    id: str
    file: str
    content: str
    actor: str
    source: str
    named: bool | None
    kinds: tuple[str, ...]
    stances: tuple[str, ...]
    via: tuple[str, ...]
    said_on: Days | None
    about: str


@dataclass(frozen=True, slots=True)
class GoldTransfer:
    """A row that the register must have."""

    supplier: str
    recipient: str
    item: str
    designations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """What must be there, not all there is.

    ``citations``: file and the outlet it cites or was taken from. ``origins``: description and files that share it.
    ``published``: file and its days.
    """

    statements: tuple[GoldStatement, ...]
    citations: tuple[tuple[str, str], ...]
    origins: tuple[tuple[str, tuple[str, ...]], ...]
    register: tuple[GoldTransfer, ...]
    published: tuple[tuple[str, Days], ...]


def read_gold(path: Path) -> Gold:
    """The gold of a JSON file; raises ValueError where a date in it is none."""
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    published = ((file, days(entry.get("published"))) for file, entry in raw.get("reports", {}).items())
    return Gold(
        statements=tuple(_statement(entry, k) for k, entry in enumerate(raw["statements"])),
        citations=tuple(
            (entry["file"], entry.get("cites") or entry.get("derives_from") or "") for entry in raw.get("lineage", [])
        ),
        origins=tuple((entry["what"], tuple(entry["files"])) for entry in raw.get("shared_origins", [])),
        register=tuple(
            GoldTransfer(row["supplier"], row["recipient"], row["item"], tuple(row.get("designations", ())))
            for row in raw.get("register", [])
        ),
        published=tuple((file, when) for file, when in published if when is not None),
    )


def days(value: object) -> Days | None:
    """Days of a year, a month, a day, an interval of two of these, or of ``{"from", "to"}``; None where an end is open.

    >>> days("2031-02")
    Days(first=datetime.date(2031, 2, 1), last=datetime.date(2031, 2, 28))
    """
    if isinstance(value, dict):
        first, last = value.get("from"), value.get("to")
    elif isinstance(value, str):
        first, _, last = value.partition("/")
        last = last or first
    else:
        return None
    if not first or not last:
        return None
    return Days(_edge(first, first_day=True), _edge(last, first_day=False))


def _edge(text: str, *, first_day: bool) -> date:
    parts = [int(part) for part in text[:10].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (1 if first_day else 12)
    day = parts[2] if len(parts) > 2 else (1 if first_day else calendar.monthrange(year, month)[1])
    return date(year, month, day)


def _statement(entry: dict[str, Any], k: int) -> GoldStatement:
    return GoldStatement(
        id=str(entry.get("id", k)),
        file=entry["file"],
        content=entry.get("content") or entry.get("quote") or "",
        actor=entry.get("actor") or "",
        source=entry.get("source") or "",
        named=entry.get("named"),
        kinds=_several(entry.get("kind")),
        stances=_several(entry.get("stance")),
        via=_several(entry.get("via")),
        said_on=days(entry.get("said_on")),
        about=entry.get("about") or "",
    )


def _several(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else ()
