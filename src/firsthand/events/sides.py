"""Corrections of roles that the words around a name make plain, whatever the tree says."""

from collections.abc import Sequence
from functools import cache

from firsthand.events.mentions import Mention
from firsthand.events.roles import Filled
from firsthand.events.slots import carrier
from firsthand.events.triggers import Trigger
from firsthand.events.view import View, cues
from firsthand.lexicons import phrases

_SUBJECTS = ("nsubj", "nsubj:pass")


@cache
def _saying() -> frozenset[str]:
    return frozenset(phrases("event_cues")["saying.verb"])


def only_says(view: View, mention: Mention, triggers: Sequence[Trigger]) -> bool:
    """Whether a state within the content only says what follows: "*Norway said* the guild had received arms".

    Of two names that the tree gives to one verb of saying, the nearer one says it.
    """
    if mention.kind == "party" and _speaks_next(view, mention, triggers):
        return True
    at, how = carrier(view, mention)
    token = view.tokens[at]
    verb = token.head
    passive = token.deprel != "nsubj" or any(view.tokens[c].deprel == "aux:pass" for c in view.below[verb])
    if mention.kind != "party" or how != "self" or passive or view.tokens[verb].lemma.lower() not in _saying():
        return False
    if mention.last >= verb or any(t.head == verb for t in triggers):
        return False
    between = range(max(at, mention.last) + 1, verb)
    return not any(view.tokens[i].deprel in _SUBJECTS and view.tokens[i].head == verb for i in between)


def _speaks_next(view: View, mention: Mention, triggers: Sequence[Trigger]) -> bool:
    """Whether a verb of saying follows the name, with no more than "officials" between."""
    at = mention.last + 1
    while at < len(view.tokens) and view.word(at) in cues("person"):
        at += 1
    if at + 1 >= len(view.tokens) or any(t.first <= at <= t.last for t in triggers):
        return False
    finite = view.tokens[at].upos == "VERB" and not view.word(at).endswith("ing")
    return finite and view.tokens[at].lemma.lower() in _saying() and view.word(at + 1) not in ("to", "by", "in", "on")


def carries(view: View, mention: Mention) -> bool:
    """Whether a ship is what goods travel in: "aboard two ships", "the ship took on crates"; not "sold two ships"."""
    words = view.text(mention.first, mention.last).lower().split()
    if mention.kind != "item" or mention.form != "class" or words[-1] not in cues("carrier"):
        return False
    if view.word(_before(view, mention.first)) in cues("carrier.before"):
        return True
    token = view.tokens[mention.head]
    verb = view.tokens[token.head].lemma.lower()
    return token.deprel in (*_SUBJECTS, "obl:agent") and verb in cues("carrier.verb")


def _before(view: View, first: int) -> int:
    """The nearest token before ``first`` that is no article, number or adjective."""
    at = first - 1
    while at > 0 and view.tokens[at].upos in ("DET", "NUM", "ADJ", "NOUN", "PRON"):
        at -= 1
    return max(at, 0)


def for_whom(view: View, filled: Sequence[Filled], mentions: Sequence[Mention]) -> list[Filled]:
    """Who goods are for receives them: "to the front in X *for Y*", "delivered *for Y's war*"."""
    meant = [f for f in filled if f.role == "recipient" and f.why == "for:"]
    place = [f for f in filled if f.role == "recipient" and f.why in ("to:", "into:", "to: by words")]
    if meant and place and all(p.mention.last < m.mention.first for p in place for m in meant):
        return [f for f in filled if f not in place]
    if any(f.role == "recipient" for f in filled):
        return list(filled)
    used = {f.mention.head for f in filled if f.role != "origin"}
    for mention in mentions:
        if mention.kind == "party" and mention.head not in used and _owns_war(view, mention):
            return [*filled, Filled("recipient", mention, "for its war")]
    return list(filled)


def _owns_war(view: View, mention: Mention) -> bool:
    """Whether the words are "for X's war" or "for X's forces"."""
    at = mention.last + 1
    if mention.first == 0 or view.word(mention.first - 1) != "for" or at + 1 >= len(view.tokens):
        return False
    return view.word(at) in ("'s", "’s", "'", "’") and view.word(at + 1) in cues("war")
