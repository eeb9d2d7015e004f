"""The whole stage: copies, citations, utterances."""

from collections.abc import Iterable

from firsthand.lineage.citations import find_citations, vague_relays
from firsthand.lineage.copies import find_copies, syndication_links
from firsthand.lineage.origins import fold_origins
from firsthand.lineage.utterances import utterance_links
from firsthand.model.claim import Link, OriginDraft
from firsthand.model.report import Report
from firsthand.model.statement import Source, Statement


def find_lineage(
    reports: Iterable[Report], sources: Iterable[Source], statements: Iterable[Statement]
) -> tuple[tuple[Link, ...], tuple[OriginDraft, ...]]:
    """Links between reports and to cited outlets, and the origins that all statements of the case fold into.

    ``statements`` should carry their claims: one speaker on one day is one origin where the claim is one.
    Origins have ids O1, O2 … in the order of their first statement; every statement is in exactly one.
    """
    pile, said = tuple(reports), tuple(statements)
    voices = {source.id: source for source in sources}
    copies = find_copies(pile)
    citations = find_citations(pile, voices, said)
    relays = vague_relays(citations, said, voices)
    origins = fold_origins(pile, voices, said, copies, relays)
    links = [pair.link for pair in copies] + syndication_links(pile, copies) + citations
    links += utterance_links(pile, origins, said)
    return tuple(links), origins
