"""Claims as cards: who affirms on the left, who denies on the right, the others between."""

from dataclasses import dataclass

from firsthand.model import Claim, Finding, HistoryEntry, Statement
from firsthand.views.index import Index, Voice
from firsthand.views.wording import LADDER, dates_text

SIDE_ORDER = ("affirm", "withhold", "expect", "suppose", "comment", "deny")


@dataclass(slots=True)
class Entry:
    """A voice on one side of a claim, with its statements and the relays they came by."""

    voice: Voice
    statements: list[str]
    relays: list[str]
    said: str


@dataclass(slots=True)
class Group:
    """The voices of one owner."""

    owner: str
    entries: list[Entry]


@dataclass(slots=True)
class Side:
    """All who stand on one side; ``origins`` counts independent origins."""

    key: str
    groups: list[Group]
    statements: list[str]
    origins: int
    owners: int


@dataclass(slots=True)
class Change:
    """A change in a claim's history, told against the entry before it."""

    on: str
    text: str
    status: str
    contested: bool
    statement: str


@dataclass(slots=True)
class Card:
    """A claim as shown, ``worded`` as its heading says it.

    ``step`` is its place on the ladder from expected (1) to acknowledged (4), else 0.

    ``findings`` are the reasons of its grade and status, ``grouping`` those for which its statements are one claim,
    ``unsure`` says where what affirms it is likelier misread than not.
    """

    claim: Claim
    worded: str
    step: int
    sides: dict[str, Side]
    statements: list[str]
    changes: list[Change]
    linked: list[Claim]
    findings: tuple[Finding, ...]
    grouping: tuple[Finding, ...]
    unsure: tuple[Finding, ...]

    @property
    def between(self) -> bool:
        """Whether anybody neither affirms nor denies it."""
        return bool(self.sides.keys() - {"affirm", "deny"})


def cards(claims: tuple[Claim, ...], index: Index) -> list[Card]:
    """The cards in the order of the claims."""
    return [_card(claim, index) for claim in claims]


def _card(claim: Claim, index: Index) -> Card:
    statements = index.known((*claim.affirm, *claim.deny, *claim.withhold, *claim.expect, *claim.comment))
    by_side: dict[str, list[str]] = {}
    for key in statements:
        by_side.setdefault(index.side(index.statements[key], claim.id), []).append(key)
    sides = {key: _side(key, by_side[key], claim, index) for key in SIDE_ORDER if key in by_side}
    step = LADDER.index(claim.status) + 1 if claim.status in LADDER else 0
    linked = [index.claims[key] for key in claim.linked if key in index.claims]
    grouping = tuple(f for f in claim.findings if f.feature.startswith("claim."))
    unsure = tuple(f for f in claim.findings if f.feature.startswith("reading."))
    judged = (*claim.grade.findings, *(f for f in claim.findings if f not in grouping and f not in unsure))
    changes = _changes(claim.history)
    return Card(claim, index.worded(claim), step, sides, statements, changes, linked, judged, grouping, unsure)


def _side(key: str, statements: list[str], claim: Claim, index: Index) -> Side:
    groups: dict[str, dict[str, Entry]] = {}
    for statement in (index.statements[each] for each in statements):
        voice = index.voice(statement)
        entries = groups.setdefault(voice.owner, {})
        entry = entries.setdefault(voice.key, Entry(voice, [], [], ""))
        entry.statements.append(statement.id)
        for relay in _relays(statement, index):
            if relay not in entry.relays and relay != voice.name:
                entry.relays.append(relay)
        entry.said = entry.said or (dates_text(statement.said_on) if statement.said_on else "")
    origins = {o.id: o for each in statements for o in index.origins(each, claim.id)}
    owners = {owner for origin in origins.values() for owner in origin.owners}
    shown = [Group(owner, list(entries.values())) for owner, entries in groups.items()]
    return Side(key, shown, statements, len(origins), len(owners))


def _relays(statement: Statement, index: Index) -> list[str]:
    return [index.sources[key].name for key in statement.via if key in index.sources]


def _changes(history: tuple[HistoryEntry, ...]) -> list[Change]:
    changes: list[Change] = []
    before: HistoryEntry | None = None
    for entry in history:
        words = [] if before is not None and before.status == entry.status else [entry.status]
        if entry.contested and not (before is not None and before.contested):
            words.append("contested")
        if before is not None and before.contested and not entry.contested:
            words.append("no longer contested")
        changes.append(
            Change(dates_text(entry.on), ", ".join(words) or entry.status, entry.status, entry.contested, entry.because)
        )
        before = entry
    return changes
