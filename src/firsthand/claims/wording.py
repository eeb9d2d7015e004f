"""Pick the words of a report that say best what a claim claims."""

from collections.abc import Mapping, Sequence

from firsthand.claims.aspects import has_cue
from firsthand.claims.proposition import Proposition
from firsthand.language.likeness import overlap
from firsthand.lexicons.loader import phrases
from firsthand.model.report import Report
from firsthand.model.text import Span

_STANCE = {"confirms": 3.0, "asserts": 3.0, "expects": 2.0, "supposes": 1.0, "comments": 0.0, "denies": 0.5}


def best_wording(members: Sequence[Proposition], reports: Mapping[str, Report]) -> tuple[str, tuple[Span, ...]]:
    """An exact slice of one statement's content and where it stands; the first of equals wins.

    Words that name giver, taker and goods, affirm rather than deny, are in indirect speech, neither
    clipped nor long, and share most with what the other statements say are better.
    """
    best = max(members, key=lambda p: (_fitness(p) + 2.0 * _shared(p, members), -p.place))
    spans = tuple(best.statement.content)
    if not spans:
        return "", ()
    span = _trimmed(reports, max(spans, key=lambda s: s.end - s.start))
    return reports[span.report].quote(span), (span,)


def _trimmed(reports: Mapping[str, Report], span: Span) -> Span:
    """The span without blanks and joining words at its ends, and without a quotation mark that has no partner."""
    text = reports[span.report].text
    start, end = span.start, span.end
    again = True
    while again and start < end:
        again = False
        while start < end and (text[start].isspace() or text[start] in ",;:"):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:"):
            end -= 1
        words = text[start:end].split(maxsplit=1)
        if len(words) == 2 and words[0].lower().strip(",") in phrases("claim_cues")["opening"]:
            start = end - len(words[1])
            again = True
    part = text[start:end]
    if part[:1] == "“" and part.count("”") < part.count("“"):
        start += 1
    if part[-1:] == "”" and part.count("”") > part.count("“"):
        end -= 1
    return Span(span.report, start, end)


def _fitness(proposition: Proposition) -> float:
    words = len(proposition.text.split())
    named = bool(_own(proposition, "supplier")) + bool(_own(proposition, "recipient")) + bool(_own(proposition, "item"))
    score = _STANCE.get(proposition.statement.stance, 0.0) + 2.0 * named
    score += 1.0 if proposition.statement.mode == "indirect" else 0.0
    score += 1.0 if len(proposition.statement.content) == 1 else 0.0
    score += 1.0 if 5 <= words <= 25 else (-2.0 if words < 4 or words > 45 else 0.0)
    opening = proposition.text.lower().removeprefix("that ").split(maxsplit=1)[:1]
    score -= 2.0 if opening and opening[0] in phrases("claim_cues")["clipped"] else 0.0
    score -= 1.5 if has_cue("leaning", " ".join(proposition.text.split()[:4])) else 0.0
    score -= 1.5 if proposition.text == proposition.text.lower() else 0.0
    score -= 3.0 if has_cue("verdict", proposition.text) else 0.0
    return score + (0.5 if proposition.statement.actor else 0.0)


def _shared(proposition: Proposition, members: Sequence[Proposition]) -> float:
    """How much of its words the other statements share on average, 0 to 1."""
    others = [p for p in members if p is not proposition and p.stems]
    if not others or not proposition.stems:
        return 0.0
    return sum(overlap(proposition.stems, p.stems) for p in others) / len(others)


def _own(proposition: Proposition, role: str) -> bool:
    """Whether the words themselves name the role, not only the context."""
    return any(not f.resolved for f in proposition.event.fillers(role)) if proposition.event else False
