"""Through whom words come that stand further on: the outlet to which somebody spoke, whoever showed a document."""

from dataclasses import dataclass

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.outlets import Outlets
from firsthand.statements.utterance import Range

REACH = 6
"""How many sentences on a conversation still holds."""
BACK = 3
"""How many sentences before it what is told of words already said holds."""
_NAMES = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Afterword:
    """Words said before the sentence with this number came ``through`` an outlet; whose, where it tells.

    ``told`` is the noun for the words where they are its subject: the claim.
    """

    sentence: int
    speaker: Range | None
    through: Range
    told: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """``speaker`` talked to ``through``, or was shown by it, in the sentence with this number; ``subject`` is the
    speaker's head."""

    sentence: int
    speaker: Range
    subject: int
    through: Range


def conversations(tree: Tree, cues: Cues, outlets: Outlets) -> list[Conversation]:
    """Who talked to which outlet: she agreed to talk to the weekly; he gave the paper a list; it spoke to two."""
    found = []
    for i, token in enumerate(tree.tokens):
        speaks = cues.has("speaking_verb", token.lemma)
        if token.upos != "VERB":
            continue
        shown = _document_shown(tree, cues, outlets, i)
        if shown is not None:
            found.append(shown)
        if not (speaks or cues.has("giving_verb", token.lemma)):
            continue
        subject = _subject(tree, i)
        if subject is None or (
            tree.tokens[subject].upos == "PRON" and not cues.has("person_pronoun", tree.word(subject))
        ):
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
            thing = tree.child(i, "obj")
            if thing is not None and cues.has("document_noun", tree.tokens[thing].text):
                paper = tree.noun_phrase(thing, conjuncts=False)
                found.append(Conversation(token.sentence, paper, thing, told[0]))
    return found


def afterwords(tree: Tree, cues: Cues, outlets: Outlets) -> list[Afterword]:
    """She was speaking to the paper; the interview appeared in the paper; the paper carried his remarks."""
    found = []
    for i, token in enumerate(tree.tokens):
        if token.deprel != "root" or token.upos != "VERB":
            continue
        subject, thing = tree.subject(i), tree.child(i, "obj")
        if subject is None:
            continue
        talking = cues.has("speaking_verb", token.lemma) and token.text.endswith("ing")
        about = _remarks(tree, cues, subject)
        remarks = thing is not None and _remarks(tree, cues, thing)
        if not (talking or about or remarks):
            continue
        end = tree.sentence(i)[1]
        told = [o for o in outlets.in_range(i + 1, end) if any(tree.tokens[k].upos == "PROPN" for k in range(*o))]
        agent = tree.child(i, "obl:agent")
        if agent is not None and not told and outlets.is_outlet(tree.noun_phrase(agent)):
            told = [tree.noun_phrase(agent)]
        speaker = tree.noun_phrase(subject)
        if about and told and (agent is not None or cues.has("appearing_verb", token.lemma)):
            found.append(Afterword(token.sentence, None, told[0], tree.tokens[subject].lemma))
        elif thing is not None and remarks and outlets.is_outlet(speaker):
            if cues.has("publishing_verb", token.lemma) and tree.child(thing, "nmod:poss", "det") is not None:
                found.append(Afterword(token.sentence, None, speaker))
        elif told and (talking or (remarks and cues.has("making_verb", token.lemma))):
            found.append(Afterword(token.sentence, speaker, told[0]))
    return found


def reporters(tree: Tree, cues: Cues, outlets: Outlets) -> list[tuple[int, Range]]:
    """The outlets whose reporter a report tells of, with the sentence's number: a reporter of the Busan Lantern."""
    found = []
    for i, token in enumerate(tree.tokens):
        if token.upos != "NOUN" or not cues.has("reporter_noun", token.lemma):
            continue
        of = next((j for j in tree.children[i] if cues.has("reporter_of", tree.preposition(j))), None)
        phrase = outlets.whole_name(tree.noun_phrase(of, conjuncts=False)) if of is not None else None
        if phrase is not None and (outlets.is_outlet(phrase) or outlets.is_unknown_name(phrase)):
            found.append((token.sentence, phrase))
    return found


def _remarks(tree: Tree, cues: Cues, i: int) -> bool:
    return cues.has("remarks_noun", tree.word(i))


def _document_shown(tree: Tree, cues: Cues, outlets: Outlets, verb: int) -> Conversation | None:
    """She held up a letter, the note was leaked by an aide: what it says comes through whoever shows it."""
    lemma, particle = tree.tokens[verb].lemma, tree.child(verb, "compound:prt")
    shows = cues.has("showing_verb", lemma) or (particle is not None and cues.has("showing_with_particle", lemma))
    public = tree.child(verb, "xcomp")
    releases = cues.has("releasing_verb", lemma) or (public is not None and tree.word(public) == "public")
    reads = cues.has("reading_verb", lemma)
    if not (shows or releases or reads) or tree.child(verb, "ccomp") is not None:
        return None
    passive = tree.child(verb, "nsubj:pass")
    thing = passive if passive is not None else tree.child(verb, "obj")
    if reads and not shows:
        thing = next((j for j in tree.children[verb] if tree.preposition(j) == "from"), None)
    person = tree.child(verb, "obl:agent") if passive is not None else tree.subject(verb)
    if thing is None or person is None or tree.tokens[thing].upos != "NOUN" or tree.tokens[person].upos == "PRON":
        return None
    printed = (releases or reads) and outlets.is_outlet(tree.noun_phrase(person))
    if not tree.is_person(person) and not printed and not (releases and person in tree.unnamed_groups):
        return None
    if cues.has("part_noun", tree.tokens[thing].lemma):
        of = tree.child(thing, "nmod")
        thing = of if of is not None and tree.tokens[of].upos == "NOUN" else thing
    read_out = reads and cues.has("utterance_noun", tree.tokens[thing].text)
    if not read_out and not cues.has("document_noun", tree.tokens[thing].text):
        return None
    return Conversation(
        tree.tokens[verb].sentence, tree.noun_phrase(thing, conjuncts=False), thing, tree.noun_phrase(person)
    )


def _subject(tree: Tree, verb: int) -> int | None:
    """The subject of the verb, or of the one that leads to it: agreed to talk."""
    subject = tree.subject(verb)
    head = tree.tokens[verb].head
    if subject is not None and tree.word(subject) in ("that", "which", "who") and tree.tokens[head].upos in _NAMES:
        return head  # it was the paper that sat down with her
    return tree.subject(head) if subject is None and tree.tokens[verb].deprel in ("xcomp", "advcl") else subject


def _partner(tree: Tree, outlets: Outlets, verb: int, end: int) -> Range | None:
    """Whom an outlet spoke to."""
    first = verb + 2 if tree.word(verb + 1) in ("to", "with") else verb + 1
    if first >= end or tree.tokens[first].upos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        return None
    return outlets.named(first, end)
