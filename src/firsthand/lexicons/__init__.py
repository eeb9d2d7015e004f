"""Reference data the stages read: states, weapons, offices, outlets, words that report.

Every list is a CSV file beside this module. Lines that begin with ``#`` head the file with its origin,
licence and meaning; the first other line names the columns; ``|`` separates the items of a list cell.
The functions here are the only way to the data. They return tuples in file order and are read once.
"""

from firsthand.lexicons.loader import (
    OfficeEntry,
    OutletEntry,
    ReportingEntry,
    StateEntry,
    WeaponClassEntry,
    WeaponEntry,
    offices,
    outlets,
    phrases,
    reporting,
    stance_weights,
    states,
    weapon_classes,
    weapons,
)

__all__ = [
    "OfficeEntry",
    "OutletEntry",
    "ReportingEntry",
    "StateEntry",
    "WeaponClassEntry",
    "WeaponEntry",
    "offices",
    "outlets",
    "phrases",
    "reporting",
    "stance_weights",
    "states",
    "weapon_classes",
    "weapons",
]
