"""How much a dossier holds, counted in one place for all views."""

from dataclasses import asdict, dataclass

from firsthand.model import Dossier


@dataclass(frozen=True, slots=True)
class Counts:
    """Whole numbers. ``read`` are reports the reader read; ``discrepancies`` leaves the resolved ones out.

    ``origins`` counts different ids of origins, so an origin that several claims share counts once;
    ``owners`` counts different states and bodies over all claims.
    """

    reports: int
    read: int
    words: int
    sources: int
    statements: int
    events: int
    claims: int
    contested: int
    origins: int
    owners: int
    links: int
    discrepancies: int
    resolved: int
    register: int
    set_aside: int
    left_out: int

    def as_dict(self) -> dict[str, int]:
        """The counts by name, in a fixed order."""
        return asdict(self)


def count(dossier: Dossier) -> Counts:
    """Count what the dossier holds."""
    origins = [origin for claim in dossier.claims for origin in claim.origins]
    open_ones = [d for d in dossier.discrepancies if not d.resolved]
    return Counts(
        reports=len(dossier.reports),
        read=sum(1 for report in dossier.reports if not report.unread),
        words=sum(report.words for report in dossier.reports),
        sources=len(dossier.sources),
        statements=len(dossier.statements),
        events=len(dossier.events),
        claims=len(dossier.claims),
        contested=sum(1 for claim in dossier.claims if claim.contested),
        origins=len({origin.id for origin in origins}),
        owners=len({owner for origin in origins for owner in origin.owners}),
        links=len(dossier.lineage),
        discrepancies=len(open_ones),
        resolved=len(dossier.discrepancies) - len(open_ones),
        register=len(dossier.register),
        set_aside=len(dossier.set_aside),
        left_out=len(dossier.left_out.statements),
    )
