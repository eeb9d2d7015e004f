"""Families of weapons: the level at which a register keeps one row and reports speak of one transfer."""

from functools import cache

from firsthand.language.gazetteer import subsumes
from firsthand.lexicons import weapon_classes
from firsthand.lexicons.loader import phrases
from firsthand.model.event import RoleFiller


@cache
def _parents() -> dict[str, str]:
    return {entry.id: entry.parent for entry in weapon_classes()}


@cache
def description(weapon_class: str) -> str:
    """The register's words for a class; the id itself for an unknown one."""
    return next((c.description for c in weapon_classes() if c.id == weapon_class), weapon_class)


def depth(weapon_class: str | None) -> int:
    """Steps from the root: 0 for the root and for no class at all, more for narrower classes."""
    steps, here = 0, weapon_class or ""
    while _parents().get(here):
        steps, here = steps + 1, _parents()[here]
    return steps


def family(weapon_class: str | None) -> str:
    """The family of a class; empty where the class is none, or too wide to belong to one family.

    >>> family("close-range-ballistic-missile"), family("loitering-munition"), family("weapon")
    ('ballistic-missile', 'uav', '')
    """
    wide = set(phrases("weapon_families")["wide"])
    here = weapon_class or ""
    while here and here not in wide:
        parent = _parents().get(here, "")
        if not parent or parent in wide:
            return here
        here = parent
    return ""


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun.lower() for c in weapon_classes() for noun in (*c.nouns, c.id))


@cache
def _class_of_nouns() -> dict[str, str]:
    return {noun.lower(): c.id for c in reversed(weapon_classes()) for noun in c.nouns}


def class_of_noun(noun: str) -> str:
    """The widest class that a noun, singular or plural, stands for; empty for a noun of no class.

    >>> class_of_noun("Missiles"), class_of_noun("loaf")
    ('missile', '')
    """
    return _class_of_nouns().get(noun.lower(), "")


def is_designation(filler: RoleFiller) -> bool:
    """Whether the filler names one kind of weapon by its own name, not by the noun of a class."""
    return bool(filler.weapon_class) and filler.canonical.lower() not in _nouns()


def comparable(one: str | None, other: str | None) -> bool:
    """Whether two classes can be of one thing: same family, one above the other, or one unknown."""
    if not one or not other:
        return True
    if family(one) and family(one) == family(other):
        return True
    return subsumes(one, other) or subsumes(other, one)
