"""To which outlet somebody spoke in a sentence without words of his own: what he says further on went there too."""

from dataclasses import dataclass

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.outlets import Outlets
from firsthand.statements.utterance import Range

REACH = 6
"""How many sentences on a conversation still holds."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """``speaker`` talked to ``outlet`` in the sentence with this number; ``subject`` is the speaker's head."""

    sentence: int
    speaker: Range
    subject: int
    outlet: Range


def conversations(tree: Tree, cues: Cues, outlets: Outlets) -> list[Conversation]:
    """Who talked to which outlet: she agreed to talk to the weekly; he gave the paper a list; it spoke to two."""
    found = []
    for i, token in enumerate(tree.tokens):
        speaks = cues.has("speaking_verb", token.lemma)
        if token.upos != "VERB" or not (speaks or cues.has("giving_verb", token.lemma)):
            continue
        subject = _subject(tree, i)
        if subject is None or tree.tokens[subject].upos == "PRON":
            continue
        speaker = tree.noun_phrase(subject)
        end = next((j for j in range(i, tree.sentence(i)[1]) if tree.tokens[j].text in {";", "."}), tree.sentence(i)[1])
        if outlets.is_outlet(speaker):
            partner = _partner(tree, outlets, i, end) if speaks else None
            if partner is not None:
                found.append(Conversation(token.sentence, partner, tree.head_of(partner), speaker))
            continue
        named = outlets.named(i + 1, end) if i + 1 < end else None
        told = [named] if named is not None and outlets.is_outlet(named) else outlets.in_range(i + 1, end)
        if told:
            found.append(Conversation(token.sentence, speaker, subject, told[0]))
    return found


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of the verb, or of the one that leads to it: agreed to talk."""
    subject = tree.subject(verb)
    head = tree.tokens[verb].head
    return tree.subject(head) if subject is None and tree.tokens[verb].deprel in ("xcomp", "advcl") else subject


def _partner(tree: Tree, outlets: Outlets, verb: int, end: int) -> Range | None:
    """Whom an outlet spoke to."""
    first = verb + 2 if tree.word(verb + 1) in ("to", "with") else verb + 1
    if first >= end or tree.tokens[first].upos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        return None
    return outlets.named(first, end)
