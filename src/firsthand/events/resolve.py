"""Say who a pronoun, or a verb without a subject, stands for."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.events.mentions import Mention, find_mentions
from firsthand.events.roles import Filled
from firsthand.events.slots import carrier
from firsthand.events.view import View
from firsthand.model import Source

_SUBJECT = ("nsubj", "nsubj:pass")
_SENTENCES_BACK = 2
_PARTY_ROLES = (
    "supplier",
    "recipient",
    "user",
    "target",
    "sanctioner",
    "sanctioned",
    "trainer",
    "trainee",
    "party",
    "origin",
)


def speaker_states(actor: Source | None) -> tuple[str, ...]:
    """The states the speaker speaks for; an institution or group without a known state speaks for itself."""
    if actor is None or actor.kind not in ("official", "institution", "document"):
        return ()
    return actor.states


def _as_subject(view: View, mention: Mention) -> bool:
    at = mention.head
    for _ in range(3):
        if view.tokens[at].deprel in _SUBJECT:
            return True
        at = view.tokens[at].head
    return False


def before_in_content(view: View, mention: Mention, mentions: Sequence[Mention]) -> str:
    """The last state that is a subject before the pronoun in the same content."""
    for other in reversed([m for m in mentions if m.last < mention.first and m.kind == "party"]):
        if _as_subject(view, other) and other.form not in ("side",) and carrier(view, other)[1] != "origin":
            return other.canonical
    return ""


def before_content(view: View, first: int, besides: Sequence[str]) -> list[str]:
    """States that are subjects in the sentence of token ``first`` and the ones before it, nearest first."""
    sentence = view.tokens[first].sentence
    start = first
    while start and sentence - view.tokens[start - 1].sentence <= _SENTENCES_BACK:
        start -= 1
    found = []
    for mention in reversed(find_mentions(view, range(start, first))):
        known = mention.kind == "party" and mention.form not in ("side", "unknown")
        if known and _as_subject(view, mention) and mention.canonical not in besides:
            found.append(mention.canonical)
    return list(dict.fromkeys(found))


def _states_of(view: View, mention: Mention, mentions: Sequence[Mention], actor: Source | None) -> tuple[str, ...]:
    own = speaker_states(actor)
    if mention.form == "self":
        return own
    if mention.form == "country" and view.word(mention.first) in ("our", "his", "her"):
        return own
    owned = view.tokens[mention.head].deprel == "nmod:poss" and mention.form in ("thing", "group")
    named = [m for m in mentions if m.last < mention.first and m.kind == "party" and m.form != "side"]
    if owned and named:
        return (named[-1].canonical,)
    inside = before_in_content(view, mention, mentions)
    if inside and mention.form != "both":
        return (inside,)
    group_speaks = actor is not None and (actor.kind == "institution" or actor.plural or not actor.named)
    if own and mention.form in ("thing", "country", "group") and group_speaks:
        return own[:1] if mention.form != "group" else own
    earlier = before_content(view, mention.first, () if mention.form == "both" else own)
    if mention.form == "both":
        return tuple(earlier[:2]) if len(earlier) >= 2 else ()
    if earlier:
        return (earlier[0],)
    return own


def resolve_pronouns(
    view: View, found: Sequence[Filled], mentions: Sequence[Mention], actor: Source | None
) -> list[Filled]:
    """Replace pronouns in party roles by the states they stand for; drop those that stand for none."""
    result: list[Filled] = []
    for filled in found:
        mention = filled.mention
        if mention.kind != "pronoun":
            result.append(filled)
            continue
        if filled.role not in _PARTY_ROLES:
            continue
        states = _states_of(view, mention, mentions, actor)
        name = actor.name if actor else ""
        for state in states:
            how = f"“{view.text(mention.first, mention.last)}” read as {state}" + (f", {name} speaking" if name else "")
            result.append(
                Filled(filled.role, replace(mention, kind="party", canonical=state, resolved=how), filled.why)
            )
    return result
