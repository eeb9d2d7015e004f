"""Through whom words come that stand further on: the outlet to which somebody spoke, whoever showed a document."""

from dataclasses import dataclass

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.introduced import set_before, tells_of_words
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
    """Who talked to which outlet: she agreed to talk to the weekly; he gave the paper a list; it reached two."""
    found = []
    for i, token in enumerate(tree.tokens):
        if token.upos != "VERB":
            if (present := _present(tree, cues, outlets, i)) is not None:
                found.append(present)
            continue
        shown = _document_shown(tree, cues, outlets, i) or _document_obtained(tree, cues, outlets, i)
        if shown is not None:
            found.append(shown)
        subject = _subject(tree, i)
        if subject is not None and (
            tree.tokens[subject].upos != "PRON" or cues.has("person_pronoun", tree.word(subject))
        ):
            found += _talks(tree, cues, outlets, i, subject)
    return found


def _talks(tree: Tree, cues: Cues, outlets: Outlets, verb: int, subject: int) -> list[Conversation]:
    """She talked to the weekly, and gave it a list; the weekly reached her, printed its talk with her."""
    lemma, number = tree.tokens[verb].lemma, tree.tokens[verb].sentence
    speaks, gives = cues.has("speaking_verb", lemma), cues.has("giving_verb", lemma)
    end = next((j for j in range(verb, tree.sentence(verb)[1]) if tree.tokens[j].text in {";", "."}), None)
    end = end or tree.sentence(verb)[1]
    speaker = whose_reporter(tree, cues, subject) or tree.noun_phrase(subject)
    asks = speaks or cues.has("contacting_verb", lemma)
    prints = cues.has("publishing_verb", lemma)
    if outlets.is_outlet(speaker) or ((asks or prints) and outlets.is_unknown_name(speaker)):
        partner = _partner(tree, outlets, verb, end) if speaks else None
        if partner is None and (asks or prints):
            partner = _reached(tree, cues, verb)
        if partner is None or (not outlets.is_outlet(speaker) and not tree.is_person(tree.head_of(partner))):
            return []
        return [Conversation(number, partner, tree.head_of(partner), outlets.whole_name(speaker))]
    asked = tree.child(verb, "nsubj:pass") is not None and cues.has("questioning_verb", lemma)
    if not (speaks or gives or asked or cues.has("receiving_verb", lemma) or cues.has("interviewing_verb", lemma)):
        return []
    named = outlets.named(verb + 1, end) if verb + 1 < end else None
    told = [named] if named is not None and outlets.is_outlet(named) else outlets.in_range(verb + 1, end)
    told = told or _unknown_outlet(tree, cues, outlets, verb)
    if not told:
        return []
    found = [Conversation(number, speaker, subject, told[0])]
    thing = tree.child(verb, "obj")
    if thing is not None and cues.has("document_noun", tree.tokens[thing].text):
        paper = tree.noun_phrase(thing, conjuncts=False)
        found.append(Conversation(number, paper, thing, told[0]))
    return found


def _reached(tree: Tree, cues: Cues, verb: int) -> Range | None:
    """Whom an outlet reached, or with whom the talk was that it printed."""
    talk = tree.child(verb, "obj")
    if talk is not None and cues.has("occasion_word", tree.word(talk)):
        person = next((j for j in tree.children[talk] if tree.preposition(j) in ("with", "of")), None)
    else:
        person = talk if cues.has("contacting_verb", tree.tokens[verb].lemma) else None
    person = person if person is not None else _with_whom(tree, verb)
    return tree.noun_phrase(person) if person is not None and _somebody(tree, cues, person) else None


def _somebody(tree: Tree, cues: Cues, i: int) -> bool:
    role = any(cues.has(group, tree.tokens[i].lemma) for group in ("official_role", "expert_role", "witness_role"))
    return role or tree.is_person(i) or i in tree.unnamed_groups


def _with_whom(tree: Tree, verb: int) -> int | None:
    """Spoke on Friday to | a pilot."""
    return next((j for j in tree.children[verb] if j > verb and tree.preposition(j) in ("to", "with")), None)


def _unknown_outlet(tree: Tree, cues: Cues, outlets: Outlets, verb: int) -> list[Range]:
    """Whoever gave the Optic an interview, appeared on it, sat down with it: a name that nobody knows is an outlet."""
    lemma, thing = tree.tokens[verb].lemma, tree.child(verb, "obj")
    interview = thing is not None and cues.has("occasion_word", tree.word(thing))
    interview = interview or cues.has("interviewing_verb", lemma)
    taker = tree.child(verb, "iobj") if interview else None
    if taker is None:
        linked = ("to", "with", "in", "on", "for") if interview else ("to", "with")
        nouns = (j for j in tree.children[verb] if j > verb and tree.tokens[j].deprel.startswith("obl"))
        below = tree.children[thing] if thing is not None and interview else ()
        taker = next((j for j in (*below, *nouns) if j > verb and tree.preposition(j) in linked), None)
    if taker is None or not (interview or cues.has("speaking_verb", lemma)):
        return []
    phrase = tree.noun_phrase(taker, conjuncts=False)
    return [phrase] if outlets.is_unknown_name(phrase) and tree.label_of.get(taker) != "LOC" else []


def _present(tree: Tree, cues: Cues, outlets: Outlets, noun: int) -> Conversation | None:
    """Who spoke at an outlet, as a noun and no verb tells."""
    if not cues.has("guest_noun", tree.tokens[noun].lemma):
        return _on_air(tree, outlets, noun)
    place = tree.tokens[noun].deprel
    if place == "nsubj":
        return _its_guest(tree, outlets, noun)
    return _guest(tree, outlets, noun) if place == "root" else None


def _guest(tree: Tree, outlets: Outlets, noun: int) -> Conversation | None:
    """She was a guest of Channel Nine, in the studio of the Optic: she spoke there."""
    subject = tree.subject(noun)
    after = (j for j in tree.children[noun] if j > noun)
    where = next((j for j in after if tree.preposition(j) in ("of", "on", "at", "with")), None)
    if subject is None or where is None or not (tree.is_person(subject) or tree.tokens[subject].upos == "PRON"):
        return None
    phrase = outlets.whole_name(tree.noun_phrase(where, conjuncts=False))
    if not outlets.may_be(phrase):
        behind = outlets.behind(phrase[0] - 1, tree.sentence(noun)[1])
        if behind is None:
            return None
        phrase = behind
    return Conversation(tree.tokens[noun].sentence, tree.noun_phrase(subject), subject, phrase)


def _on_air(tree: Tree, outlets: Outlets, noun: int) -> Conversation | None:
    """The minister was on Radio Vell: he spoke there."""
    case, was = tree.child(noun, "case"), tree.child(noun, "cop")
    if case is None or was is None or tree.word(case) != "on":
        return None
    subject, phrase = tree.subject(noun), outlets.behind(case, tree.sentence(noun)[1])
    if subject is None or phrase is None or not tree.is_person(subject):
        return None
    return Conversation(tree.tokens[noun].sentence, tree.noun_phrase(subject), subject, phrase)


def _its_guest(tree: Tree, outlets: Outlets, noun: int) -> Conversation | None:
    """The Optic ran the talk. Its guest was Ada Lind: she spoke there."""
    person, number = tree.tokens[noun].head, tree.tokens[noun].sentence
    owner = tree.child(noun, "nmod:poss")
    named = tree.is_person(person) or tree.tokens[person].upos == "PROPN"
    if owner is None or tree.word(owner) != "its" or not number or not named:
        return None
    first, last = tree.reading.sentences[number - 1]
    subject = next((i for i in range(first, last) if tree.tokens[i].deprel.startswith("nsubj")), None)
    phrase = outlets.whole_name(tree.noun_phrase(subject, conjuncts=False)) if subject is not None else None
    if phrase is None or not (outlets.may_be(phrase) or tree.tokens[phrase[0]].upos == "PROPN"):
        return None
    return Conversation(number, tree.noun_phrase(person), person, phrase)


def _document_obtained(tree: Tree, cues: Cues, outlets: Outlets, verb: int) -> Conversation | None:
    """The paper has obtained a memo, was given it; a memo has reached it: what the memo says came through the paper."""
    paper, taker = _obtained_by(tree, cues, verb)
    if paper is None or taker is None:
        return None
    again = cues.has("thing_pronoun", tree.word(paper))
    phrase = outlets.whole_name(tree.noun_phrase(taker, conjuncts=False))
    if not (again or cues.has("document_noun", tree.tokens[paper].text)) or not outlets.may_be(phrase):
        return None
    return Conversation(tree.tokens[verb].sentence, tree.noun_phrase(paper, conjuncts=False), paper, phrase)


def _obtained_by(tree: Tree, cues: Cues, verb: int) -> tuple[int | None, int | None]:
    """The heads of what was obtained and of who has it."""
    lemma = tree.tokens[verb].lemma
    subject, thing = tree.subject(verb), tree.child(verb, "obj", "xcomp")
    hands = next((j for j in tree.children[verb] if cues.has("possession_noun", tree.word(j)) and j != thing), None)
    if hands is not None:
        return subject, tree.child(hands, "nmod", "nmod:poss")
    if tree.child(verb, "nsubj:pass") is not None:
        return (thing, subject) if cues.has("giving_verb", lemma) else (None, None)
    if cues.has("arriving_verb", lemma):
        return subject, thing
    if not cues.has("obtaining_verb", lemma) or thing is None:
        return None, None
    held = cues.has("possession_noun", tree.word(thing))
    held = held or cues.has("part_noun", tree.tokens[thing].lemma)
    of = next((j for j in tree.children[thing] if tree.preposition(j) in ("of", "from")), None) if held else None
    return (thing if of is None else of), subject


def afterwords(tree: Tree, cues: Cues, outlets: Outlets) -> list[Afterword]:
    """She was speaking to the paper; the interview appeared in the paper; the paper carried his remarks."""
    found = []
    for i, token in enumerate(tree.tokens):
        if token.upos == "VERB" and (quoted := _quoted(tree, cues, outlets, i)) is not None:
            found.append(quoted)
        if token.deprel != "root" or token.upos != "VERB":
            continue
        subject, thing = tree.subject(i), tree.child(i, "obj")
        if subject is None:
            continue
        about = _remarks(tree, cues, subject)
        remarks = thing is not None and (_remarks(tree, cues, thing) or _page(tree, cues, thing))
        talking = cues.has("speaking_verb", token.lemma) and token.text.endswith("ing")
        talking = not (remarks or about) and (talking or tells_of_words(tree, cues, i))
        if not (talking or about or remarks):
            continue
        end = tree.sentence(i)[1]
        told = [o for o in outlets.in_range(i + 1, end) if any(tree.tokens[k].upos == "PROPN" for k in range(*o))]
        if talking and thing is not None and not told:  # questions from the paper
            asking = (outlets.behind(j, end) for j in range(thing + 1, end - 1) if tree.word(j) == "from")
            told = [o for o in asking if o is not None][:1]
        agent = tree.child(i, "obl:agent")
        if agent is not None and not told and outlets.is_outlet(tree.noun_phrase(agent)):
            told = [tree.noun_phrase(agent)]
        speaker = set_before(tree, subject) or tree.noun_phrase(subject)
        if about and told and (agent is not None or cues.has("appearing_verb", token.lemma)):
            found.append(Afterword(token.sentence, None, told[0], tree.tokens[subject].lemma))
        elif thing is not None and remarks and outlets.is_outlet(speaker):
            if cues.has("publishing_verb", token.lemma) and tree.child(thing, "nmod:poss", "det") is not None:
                found.append(Afterword(token.sentence, None, speaker))
        elif told and (talking or (remarks and cues.has("making_verb", token.lemma))):
            found.append(Afterword(token.sentence, speaker, told[0]))
    return found


def _quoted(tree: Tree, cues: Cues, outlets: Outlets, verb: int) -> Afterword | None:
    """The figures stand in the Optic, which quoted the source at length: they came through it."""
    whom, subject = tree.child(verb, "obj"), tree.subject(verb)
    if whom is None or subject is None or not cues.has("citing_verb", tree.tokens[verb].lemma):
        return None
    taken_up = tree.tokens[whom].upos == "PRON" or tree.word(tree.noun_phrase(whom)[0]) == "the"
    if not taken_up or tree.child(verb, "ccomp", "advcl", "xcomp") is not None:
        return None
    paper = tree.tokens[verb].head if cues.has("relative_word", tree.word(subject)) else subject
    phrase = outlets.whole_name(tree.noun_phrase(paper, conjuncts=False))
    if not outlets.is_outlet(phrase):
        return None
    return Afterword(tree.tokens[verb].sentence, tree.noun_phrase(whom), phrase)


def whose_reporter(tree: Tree, cues: Cues, noun: int) -> Range | None:
    """A reporter for | the Optic | reached him."""
    if not cues.has("reporter_noun", tree.tokens[noun].lemma):
        return None
    of = next((j for j in tree.children[noun] if cues.has("reporter_of", tree.preposition(j))), None)
    return tree.noun_phrase(of, conjuncts=False) if of is not None else None


def reporters(tree: Tree, cues: Cues, outlets: Outlets) -> list[tuple[int, Range]]:
    """The outlets whose reporter a report tells of, with the sentence's number: a reporter of the Busan Lantern."""
    found = []
    for i, token in enumerate(tree.tokens):
        if token.upos != "NOUN":
            continue
        paper = whose_reporter(tree, cues, i)
        phrase = outlets.whole_name(paper) if paper is not None else None
        if phrase is not None and outlets.may_be(phrase):
            found.append((token.sentence, phrase))
    return found


def _remarks(tree: Tree, cues: Cues, i: int) -> bool:
    return cues.has("remarks_noun", tree.word(i))


def _page(tree: Tree, cues: Cues, i: int) -> bool:
    """The page, the document: what is cited stands in it."""
    noun = cues.has("part_noun", tree.word(i)) or cues.has("any_document", tree.word(i))
    return noun and tree.word(tree.noun_phrase(i)[0]) == "the"


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
        thing = of if of is not None and tree.tokens[of].upos in ("NOUN", "PRON") else thing
    again = cues.has("thing_pronoun", tree.word(thing))
    read_out = reads and cues.has("utterance_noun", tree.tokens[thing].text)
    if not (read_out or again) and not cues.has("document_noun", tree.tokens[thing].text):
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
