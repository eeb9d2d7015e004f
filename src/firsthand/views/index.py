"""Look-ups that the views share: who speaks, for whom, by which way it came."""

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.model import UNSURE_BELOW, Claim, Dossier, Origin, Report, Source, Statement, probability_text
from firsthand.views.wording import SIDES

_MARKS = '"“”'


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as the views show it: a source, or a report's own words. ``owner`` groups voices."""

    key: str
    name: str
    owner: str
    note: str


class Index:
    """Everything of one dossier by id."""

    def __init__(self, dossier: Dossier) -> None:
        self.reports = {report.id: report for report in dossier.reports}
        self.sources = {source.id: source for source in dossier.sources}
        self.statements = {statement.id: statement for statement in dossier.statements}
        self.claims = {claim.id: claim for claim in dossier.claims}
        self._events = {event.id: event for event in dossier.events}
        self._order = {statement.id: place for place, statement in enumerate(dossier.statements)}
        self._sides: dict[str, dict[str, str]] = {}
        self._origins: dict[str, list[tuple[Claim, Origin]]] = {}
        for claim in dossier.claims:
            for side in ("affirm", "deny", "withhold", "expect", "comment"):
                for statement in getattr(claim, side):
                    self._sides.setdefault(statement, {}).setdefault(claim.id, side)
            for origin in claim.origins:
                for statement in origin.statements:
                    self._origins.setdefault(statement, []).append((claim, origin))
        owners: dict[str, str] = {}
        for statement in dossier.statements:
            for _, origin in self._origins.get(statement.id, []):
                if statement.actor and origin.owners:
                    owners.setdefault(statement.actor, " & ".join(origin.owners))
        self._voices = {source.id: source_voice(source, owners.get(source.id, "")) for source in dossier.sources}

    def known(self, ids: Iterable[str]) -> list[str]:
        """The ids that are statements of this dossier, each once, in the dossier's order."""
        return sorted({key for key in ids if key in self._order}, key=self._order.__getitem__)

    def worded(self, claim: Claim) -> str:
        """The wording of a claim; where nobody affirms it and the words are themselves a denial, it says so.

        "The guild sends nothing" with the status denied would read as if that were denied.
        """
        if claim.status != "denied" or not any(self._negates(key, claim.wording) for key in claim.deny):
            return claim.wording
        return f"denial: “{claim.wording.strip(_MARKS)}”"

    def _negates(self, key: str, wording: str) -> bool:
        """Whether the words stand in a statement that denies by what it asserts, or by words such as "never"."""
        statement = self.statements.get(key)
        report = self.reports.get(statement.report) if statement else None
        if statement is None or report is None or not any(wording in report.quote(s) for s in statement.content):
            return False
        event = self._events.get(statement.event or "")
        return statement.stance != "denies" or (event is not None and event.polarity == "negative")

    def side(self, statement: Statement, claim: str | None = None) -> str:
        """Where a statement stands towards a claim (its own if None): affirm, deny, withhold, expect, suppose,
        comment. A claim's own lists come before the statement's stance."""
        by_stance = SIDES.get(statement.stance, "comment")
        side = self._sides.get(statement.id, {}).get(claim or statement.claim or "", by_stance)
        return "suppose" if (side, by_stance) == ("expect", "suppose") else side

    def origins(self, statement: str, claim: str) -> list[Origin]:
        """The origins of the claim that hold the statement."""
        return [origin for its, origin in self._origins.get(statement, []) if its.id == claim]

    def doubt(self, ids: Iterable[str]) -> str:
        """What to say where each of these statements is likelier misread than not; empty otherwise."""
        told = [self.statements[key] for key in ids]
        if not told or not all(statement.unsure for statement in told):
            return ""
        surest = probability_text(max(statement.confidence for statement in told))
        many = f"the surest of {len(told)} " if len(told) > 1 else ""
        return f"Unsure reading: {many}read with probability {surest}"

    def partly(self, ids: Iterable[str]) -> str:
        """What to say where some of these statements are likelier misread than not, and some are not."""
        told = [self.statements[key].unsure for key in ids]
        if not any(told) or all(told):
            return ""
        return f"{sum(told)} of {len(told)} read with a probability under {probability_text(UNSURE_BELOW)}"

    @property
    def unsure(self) -> bool:
        """Whether any statement is likelier misread than not."""
        return any(statement.unsure for statement in self.statements.values())

    def voice(self, statement: Statement) -> Voice:
        """Who says it; a statement without an actor is the report's own."""
        source = self.sources.get(statement.actor or "")
        if source is not None:
            return self._voices[source.id]
        outlet = self.outlet(self.reports[statement.report])
        return Voice(f"own:{outlet}", outlet, outlet, "in its own words")

    def outlet(self, report: Report) -> str:
        """The outlet of a report, or the report's number where none is known."""
        return report.outlet or f"outlet of {report.id}"

    def trail(self, statement: Statement) -> list[str]:
        """The way the words came: the speaker, each relay, the report."""
        report = self.reports[statement.report]
        names = [self.voice(statement).name] if statement.actor in self.sources else []
        names += [self.sources[relay].name for relay in statement.via if relay in self.sources]
        if not names or names[-1] != report.outlet:
            names.append(self.outlet(report))
        return names


def source_voice(source: Source, owner: str = "") -> Voice:
    """A source as a voice. Its owner is its states, else ``owner``, which its origins tell, else its body, else
    itself where it is a medium or an institution."""
    owner = " & ".join(source.states) or owner or source.organisation or ""
    if not owner:
        owner = source.name if source.kind in ("media", "institution") else "No state or body known"
    told = dict.fromkeys(part for part in (source.role, source.organisation) if part)
    note = ", ".join(part for part in told if part.casefold() != source.name.casefold())
    return Voice(source.id, source.name, owner, note)
