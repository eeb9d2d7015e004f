"""How a claim is worded where its words are a denial, and which claims do not lead."""

from dataclasses import replace

import pytest
from dossier_case import case

from firsthand.model import Claim, Dossier, Span
from firsthand.views.index import Index
from firsthand.views.prominence import by_prominence


def denied(words: str, stance: str) -> tuple[Dossier, Claim]:
    """A case in which one claim is only denied, by a statement with these words."""
    dossier = case()
    report = replace(dossier.reports[0], text=f"{words}, a spokesman said.")
    statement = replace(
        dossier.statements[0], report=report.id, content=(Span(report.id, 0, len(words)),), stance=stance
    )
    claim = replace(dossier.claims[0], wording=words, status="denied", affirm=(), deny=(statement.id,), expect=(),
                    withhold=(), comment=(), type="general")  # fmt: skip
    parts = {"reports": (report,), "statements": (statement,), "claims": (claim,)}
    return replace(dossier, **parts), claim


@pytest.mark.parametrize("words", ["“Varnia arms nobody”", "the guild has never sent a boat"])
def test_words_that_deny_are_shown_as_a_denial(words: str) -> None:
    dossier, claim = denied(words, "asserts")
    assert Index(dossier).worded(claim) == f"denial: “{words.strip('“”')}”"


@pytest.mark.parametrize("words", ["Varnia arms somebody", "the guild has sent a boat"])
def test_words_that_are_denied_stand_as_they_are(words: str) -> None:
    dossier, claim = denied(words, "denies")
    assert Index(dossier).worded(claim) == words


@pytest.mark.parametrize("owners", [("Varnia",), ("Varnia", "Lembia")])
def test_what_is_about_no_known_kind_of_event_needs_two_owners_to_lead(owners: tuple[str, ...]) -> None:
    claim = case().claims[0]
    many = [replace(claim, id=f"C{i}") for i in range(7)]
    other = replace(claim, id="C9", type="other", contested=False, owners=owners, affirm=("S1", "S2", "S3", "S4"))
    lead, _ = by_prominence([*many, other])
    assert (other in lead) == (len(owners) > 1)
