"""Floors: the least that each figure may be, pinned with a digest of the data it was measured on."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from firsthand.evaluation.figures import Figures

FILE = Path(__file__).parent / "floors.toml"
HEADER = """\
# The least that each figure may be, in percent, on data with this digest (SHA-256).
# Raise with: python -m firsthand.evaluation --pin
# Lower with: python -m firsthand.evaluation --pin --lower "REASON", which also writes a line into CHANGELOG.md
"""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one case."""

    digest: str
    least: dict[str, float]


def read_floors(path: Path = FILE) -> dict[str, Floors]:
    """Name of the case to its floors; empty where the file is missing."""
    if not path.exists():
        return {}
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Floors(entry["digest"], dict(entry["floors"])) for name, entry in raw.items()}


def falls(figures: Figures, floors: Floors) -> list[str]:
    """One line for each figure under its floor, or with a floor and no value."""
    lines = []
    for name, least in floors.least.items():
        value = figures[name].value if name in figures else None
        if value is None or value < least:
            lines.append(f"{name} is {value}, its floor {least}")
    return lines


def pinned(figures: Figures, digest: str, old: Floors | None, *, lower: bool) -> Floors:
    """Floors at the figures; where one fell it keeps the old floor, unless ``lower`` says otherwise.

    Floors of other data (another digest) do not bind.
    """
    before = old.least if old is not None and old.digest == digest and not lower else {}
    now = {name: figure.value for name, figure in figures.items() if figure.value is not None}
    return Floors(digest, {name: max(value, before.get(name, 0.0)) for name, value in now.items()})


def lowered(old: Floors | None, new: Floors) -> list[str]:
    """One line for each floor that is lower than before, or gone."""
    if old is None:
        return []
    return [
        f"{name} {least} → {new.least.get(name, 'none')}"
        for name, least in old.least.items()
        if new.least.get(name, -1.0) < least
    ]


def write_floors(floors: dict[str, Floors], path: Path = FILE) -> None:
    """Replace the file of floors."""
    parts = [HEADER]
    for name, entry in floors.items():
        lines = [f'"{figure}" = {least}' for figure, least in entry.least.items()]
        parts.append("\n".join([f'["{name}"]', f'digest = "{entry.digest}"', f'["{name}".floors]', *lines]) + "\n")
    path.write_text("\n".join(parts), encoding="utf-8")
