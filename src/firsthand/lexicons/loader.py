"""Read the CSV files of this folder into typed entries."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class StateEntry:
    """A state, or a body that acts like one; ``code`` is ISO 3166-1 alpha-3 or a made code in lower case."""

    code: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeaponClassEntry:
    """A class of weapons; ``parent`` is the id of the class it belongs to, empty at the root."""

    id: str
    parent: str
    nouns: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class WeaponEntry:
    """A designation; ``weapon_class`` is the id of a class, ``makers`` are codes of states."""

    name: str
    weapon_class: str
    makers: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportingEntry:
    """A word that reports speech. ``pos`` is verb, noun or phrase; ``stance`` as in the design, section 1."""

    lemma: str
    pos: str
    stance: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """A publisher. ``kind``: agency, state media, daily, weekly, broadcaster, online, think tank, journal."""

    name: str
    kind: str
    state: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """An office that a person holds, or a body; ``state`` is a code, empty where every state has one."""

    name: str
    kind: str
    state: str
    body: str
    aliases: tuple[str, ...]


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    yield from csv.DictReader(lines)


def _items(cell: str | None) -> tuple[str, ...]:
    return tuple(item.strip() for item in (cell or "").split("|") if item.strip())


@cache
def states() -> tuple[StateEntry, ...]:
    """Every state with its names, demonyms, capital and government metonyms."""
    return tuple(
        StateEntry(
            r["code"],
            r["name"],
            _items(r["aliases"]),
            _items(r["demonyms"]),
            r["capital"],
            _items(r["metonyms"]),
        )
        for r in _rows("states.csv")
    )


@cache
def weapon_classes() -> tuple[WeaponClassEntry, ...]:
    """The tree of weapon classes, parents before children."""
    return tuple(
        WeaponClassEntry(r["id"], r["parent"], _items(r["nouns"]), r["description"])
        for r in _rows("weapon_classes.csv")
    )


@cache
def weapons() -> tuple[WeaponEntry, ...]:
    """Weapon designations with class, makers and aliases."""
    return tuple(
        WeaponEntry(r["name"], r["class"], _items(r["makers"]), _items(r["aliases"])) for r in _rows("weapons.csv")
    )


@cache
def reporting() -> tuple[ReportingEntry, ...]:
    """Verbs, nouns and phrases that report speech, with the stance they give it."""
    return tuple(ReportingEntry(r["lemma"], r["pos"], r["stance"], _items(r["forms"])) for r in _rows("reporting.csv"))


@cache
def outlets() -> tuple[OutletEntry, ...]:
    """Newspapers, agencies, broadcasters and institutes that publish."""
    return tuple(
        OutletEntry(r["name"], r["kind"], r["state"], _items(r["aliases"]), _items(r["domains"]))
        for r in _rows("outlets.csv")
    )


@cache
def offices() -> tuple[OfficeEntry, ...]:
    """Offices that persons hold, and bodies of states and of international organisations."""
    return tuple(
        OfficeEntry(r["name"], r["kind"], r["state"], r["body"], _items(r["aliases"])) for r in _rows("offices.csv")
    )


@cache
def phrases(name: str) -> dict[str, tuple[str, ...]]:
    """The phrase lists of ``<name>.csv`` (columns key, phrases), one tuple for each key, in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows(f"{name}.csv"):
        found[row["key"]] = found.get(row["key"], ()) + tuple(p.lower() for p in _items(row["phrases"]))
    return found


@cache
def stance_weights() -> dict[str, float]:
    """The weight of each piece of evidence for a stance, in natural logarithms of odds."""
    return {row["evidence"]: float(row["weight"]) for row in _rows("stance_weights.csv")}
