"""Claims by voices: what each voice does with each claim, counted in origins."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model import Claim
from firsthand.views.index import Index, Voice


@dataclass(slots=True)
class Mark:
    """A stance in a cell; ``count`` is the number of independent origins, at least 1."""

    side: str
    count: int
    statements: list[str]


@dataclass(slots=True)
class Row:
    """A claim with a list of marks for each voice of the matrix."""

    claim: Claim
    cells: list[list[Mark]]


@dataclass(slots=True)
class Matrix:
    """``owners`` pairs an owner with the number of its voices, in the order of ``voices``."""

    owners: list[tuple[str, int]]
    voices: list[Voice]
    rows: list[Row]


def matrix(claims: Sequence[Claim], index: Index) -> Matrix:
    """The voices that speak to any of the claims, those of one owner together, owners with most to say first."""
    cells: dict[tuple[str, str], dict[str, list[str]]] = {}
    voices: dict[str, Voice] = {}
    said: dict[str, int] = {}
    for claim in claims:
        for key in index.known((*claim.affirm, *claim.deny, *claim.withhold, *claim.expect, *claim.comment)):
            statement = index.statements[key]
            voice = index.voice(statement)
            voices.setdefault(voice.key, voice)
            said[voice.owner] = said.get(voice.owner, 0) + 1
            side = index.side(statement, claim.id)
            cells.setdefault((claim.id, voice.key), {}).setdefault(side, []).append(key)
    owners = sorted(said, key=lambda owner: (-said[owner], owner))
    ordered = [voice for owner in owners for voice in voices.values() if voice.owner == owner]
    rows = [
        Row(claim, [_marks(claim, cells.get((claim.id, voice.key), {}), index) for voice in ordered])
        for claim in claims
    ]
    return Matrix([(o, sum(1 for v in ordered if v.owner == o)) for o in owners], ordered, rows)


def _marks(claim: Claim, sides: dict[str, list[str]], index: Index) -> list[Mark]:
    marks = []
    for side, statements in sides.items():
        origins = {origin.id for key in statements for origin in index.origins(key, claim.id)}
        marks.append(Mark(side, max(1, len(origins)), statements))
    return marks
