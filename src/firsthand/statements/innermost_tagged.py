"""The innermost statements as the reader tags them, each as an utterance with the voices it came through."""

from collections.abc import Sequence
from functools import cache

from firsthand.language.trees import Tree
from firsthand.lexicons import phrases
from firsthand.model import Speech
from firsthand.statements.cues import Cues
from firsthand.statements.outlets import Outlets
from firsthand.statements.tagged import cue_head, joined, spoken, with_its_list
from firsthand.statements.utterance import Range, Utterance, meet

UNSURE = 0.1
"""Innermost statements that are likelier wrong than this are left out."""
SURE = 0.5
"""Of an innermost statement that is likelier right than this, the voices are taken as the reader reads them."""
APART = 4
"""Words before a clause among which a semicolon parts it from what stands before."""
SHORT = 10
"""Words of a piece that may be about namelessness alone."""
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "X", "DET"])


def innermost_utterances(tree: Tree, cues: Cues, outlets: Outlets) -> list[Utterance]:
    """Every innermost statement of the reading that is likely enough, and what those who hand one on say behind it."""
    found: list[Utterance] = []
    further: list[Utterance] = []
    for s in tree.reading.inner:
        if s.score >= UNSURE:
            u, parted = _utterance(tree, cues, s, outlets)
            found += [u] if u.content else []
            voice = _whole(tree, cues, s.via[0], outlets) if parted and s.score >= SURE else None
            if voice is not None:
                top = tree.head_of(voice)
                further.append(Utterance([voice], [], parted, parted[0][0], s.score, "reader:inner", subject=top))
    return [u for u in (*found, *further) if not _only_means(tree, cues, u)]


def _utterance(tree: Tree, cues: Cues, s: Speech, outlets: Outlets) -> tuple[Utterance, list[Range]]:
    """The statement, and what whoever hands it on says of his own behind it."""
    bare = all(tree.tokens[i].upos == "PUNCT" for a, b in s.cue for i in range(a, b))
    head = s.cue[0][0] if bare else cue_head(tree, cues, s.cue)
    cue: list[Range] = [] if bare else list(s.cue)
    said = joined(spoken(tree, head, s))
    parted = _parted(tree, head, said) if s.via else []
    said = [p for p in said if p not in parted]
    if any(cues.has("refusal_verb", tree.tokens[i].lemma) for a, b in cue for i in range(a, b)):
        # What is refused stands in the sentence; the next one is another's, and "saying that …" another statement.
        said = [p for p in said if p[0] < tree.sentence(head)[1] or tree.quotation_at(p[0]) is not None]
        said = [p for p in said if not _said_besides(tree, cues, p[0])]
    said = [p for p in said if len(said) == 1 or not _for_no_name(tree, cues, p)]
    said = _without_asides(tree, cues, head, said)
    source = [with_its_list(tree, p) for part in s.source if (p := _whole(tree, cues, part, outlets)) is not None]
    if s.via and all(_only_quoted(tree, head, said, voice) for voice in source):
        source = []  # "Ask the seller," said the spokesman, who would not say whether …
    said = [*_raised(tree, cues, cue, said, [*source, *s.via]), *said]
    via = [voice for part in _handed_on(tree, s.via) if (voice := _whole(tree, cues, part, outlets)) is not None]
    relays = [
        voice
        for voice in via
        if not (outlets.is_own(voice) or _beside(tree, cues, voice, outlets) or _within(voice, source, said))
        and not _one_in_row(tree, voice, source)
        and not _set_beside(tree, voice, source)
        and not _claims_besides(tree, cues, voice, head)
    ]
    if not source and relays and s.source:
        source, relays = [relays[0]], relays[1:]
    if source and relays and _its_document(tree, cues, relays[0]):
        source, relays = [relays[0]], [source[0], *relays[1:]]
    u = Utterance(
        source, cue, said, head, s.score, "reader:inner", relays,
        subject=tree.head_of(source[0]) if source else None, stances=dict(s.stances),
    )  # fmt: skip
    return u, parted


def _without_asides(tree: Tree, cues: Cues, head: int, said: list[Range]) -> list[Range]:
    """“Nobody asked,” he told the channel, which | also showed what it called evidence: no part of what he told."""
    quoted = [p for p in said if p[1] <= head and tree.quotation_at(p[0]) is not None]
    if not quoted:
        return said

    def aside(piece: Range) -> bool:
        """Whether a relative clause stands open between the cue and the piece."""
        between = range(head + 1, min(piece[0] + 1, len(tree.tokens) - 1))
        comma = any(tree.tokens[i].text == "," and cues.has("relative_word", tree.word(i + 1)) for i in between)
        return piece[0] > head and comma and tree.quotation_at(piece[0]) is None

    return [p for p in said if not aside(p)]


def _for_no_name(tree: Tree, cues: Cues, piece: Range) -> bool:
    """He told the portal, asking | not to be identified: no part of what he told."""
    return piece[1] - piece[0] < SHORT and cues.any_in("anonymity", tree.slice(piece)) is not None


def _said_besides(tree: Tree, cues: Cues, first: int) -> bool:
    """Declined to comment, saying only | that the inquiry went on."""
    for i in range(first - 1, max(0, first - 4), -1):
        if tree.word(i).endswith("ing") and cues.verb(tree, i) is not None:
            return True
        if tree.tokens[i].upos not in ("SCONJ", "ADV"):
            return False
    return False


def _parted(tree: Tree, head: int, said: Sequence[Range]) -> list[Range]:
    """They denied it; in fact it was sent: behind the semicolon whoever hands on the denial goes on."""
    parted = [p for p in said if any(tree.tokens[i].text == ";" for i in range(max(head, p[0] - APART), p[0]))]
    return parted if len(parted) < len(said) else []


def _whole(tree: Tree, cues: Cues, voice: Range, outlets: Outlets) -> Range | None:
    """A spokesman | for the ministry: he speaks; European | security: a word that only tells of another is nobody."""
    first, last = voice
    while first < last and tree.tokens[first].upos in ("ADP", "PUNCT"):
        first += 1
    last = next((i for i in range(first + 1, last) if tree.paragraph_of[i] != tree.paragraph_of[first]), last)
    voice = (first, last)
    if all(tree.tokens[i].upos not in _NOMINAL for i in range(*voice)):
        return None
    if last - first == 1 and tree.tokens[first].upos == "DET" and tree.tokens[first].head > first:
        voice = tree.noun_phrase(tree.tokens[first].head, conjuncts=False)
        last = voice[1]
    voice = outlets.whole_name(voice)
    last = voice[1]
    top = tree.head_of(voice)
    if _from_whom(tree, cues, first - 2, first) and tree.tokens[first - 3].upos == "DET":
        return first - 3, last  # in a dossier by | election observers
    if last - first == 1 and tree.tokens[top].deprel in ("amod", "compound") and tree.tokens[top].head >= last:
        return None
    if tree.tokens[top].deprel == "appos" and tree.tokens[top].head < first:
        top = tree.tokens[top].head
    if tree.tokens[top].deprel == "nmod" and _from_whom(tree, cues, tree.tokens[top].head, first):
        return tree.noun_phrase(tree.tokens[top].head, conjuncts=False)
    person = tree.tokens[top].head
    if tree.tokens[top].deprel != "nmod" or person >= first or not tree.is_person(person) or outlets.is_outlet(voice):
        return voice
    return tree.noun_phrase(
        tree.tokens[person].head if tree.tokens[person].deprel == "appos" else person, conjuncts=False
    )


def _from_whom(tree: Tree, cues: Cues, document: int, first: int) -> bool:
    """A letter from | the agency: the letter says it."""
    told = cues.has("document_noun", tree.word(document)) and not cues.has("utterance_noun", tree.word(document))
    return told and document == first - 2 and tree.word(first - 1) in ("from", "by")


def _beside(tree: Tree, cues: Cues, voice: Range, outlets: Outlets) -> bool:
    """Speaking alongside the envoy, in Da Nang, asked about an item in the paper, she said it: none hands it on."""
    top = tree.head_of(voice)
    while tree.tokens[top].deprel in ("appos", "flat", "nmod:desc", "compound") and tree.tokens[top].head != top:
        top = tree.tokens[top].head
    first, last = tree.sentence(voice[0])
    comma = next((i for i in range(first, last) if tree.tokens[i].text == ","), last)
    asked = cues.has("asking_verb", tree.tokens[first].lemma) and tree.word(first).endswith("ed")
    if asked and voice[1] <= comma < last and tree.word(voice[0] - 1) != "by":
        return True
    if listens(tree, cues, voice):
        return True
    if outlets.is_outlet(voice) or _in_talk_with(tree, cues, voice[0]):
        return False
    preposition = tree.preposition(top)
    place = tree.label_of.get(top) == "LOC" and cues.has("place_preposition", preposition)
    somewhere = preposition == "in" and voice[1] < len(tree.tokens) and tree.tokens[voice[1]].text in {":", ","}
    written = cues.has("writing_verb", tree.tokens[voice[0] - 2].lemma)
    place = place or (somewhere and voice[1] - voice[0] == 1 and not written and outlets.is_unknown_name(voice))
    return place or cues.has("beside_preposition", preposition)


def _in_talk_with(tree: Tree, cues: Cues, first: int) -> bool:
    """After an interview with | a clerk the paper wrote it: the clerk told it."""
    return tree.word(first - 1) == "with" and cues.has("occasion_word", tree.word(first - 2))


def listens(tree: Tree, cues: Cues, voice: Range) -> bool:
    """Told reporters, reminded the chamber; journalists heard from him: whoever listened hands nothing on."""
    before = range(max(0, voice[0] - 2), voice[0])
    told = any(cues.has("addressee_verb", tree.tokens[i].lemma) for i in before)
    last = tree.tokens[voice[1] - 1].text
    verb = tree.tokens[tree.tokens[tree.head_of(voice)].head]
    hears = voice[1] - voice[0] == 1 and cues.has("learn_verb", verb.lemma)
    return cues.has("audience_noun", last) and (hears or (told and last.islower()))


def _within(voice: Range, source: Sequence[Range], said: Sequence[Range]) -> bool:
    """He noted that the army, the minister believes, wants it: who believes so stands in what he noted."""
    first, last = min((a for a, _ in said), default=0), max((b for _, b in said), default=0)
    return bool(source) and source[0][1] <= first < voice[0] and voice[1] < last


def _claims_besides(tree: Tree, cues: Cues, voice: Range, head: int) -> bool:
    """They are KN-23s, he said, which | Chad claims to have built: Chad says something else behind it."""
    top = tree.tokens[tree.head_of(voice)]
    verb = tree.tokens[top.head]
    behind = top.deprel.startswith("nsubj") and verb.deprel == "acl:relcl" and voice[0] > head
    claims = cues.verb(tree, top.head) is not None and not cues.has("handing_word", verb.text)
    return behind and claims and tree.child(top.head, "xcomp") is not None


def _one_in_row(tree: Tree, voice: Range, source: Sequence[Range]) -> bool:
    """The leaders of Chad, | Mali | and Niger: one of those joined in a voice is no further voice."""
    i = tree.head_of(voice)
    if not source or tree.tokens[i].deprel != "conj":
        return False
    while tree.tokens[i].deprel == "conj" and tree.tokens[i].head < i:
        i = tree.tokens[i].head
    return any(a <= i < b for a, b in source)


def _set_beside(tree: Tree, voice: Range, voices: Sequence[Range]) -> bool:
    """Ada Lind, | an auditor at the ministry, | said: who she is, and no further voice."""
    top = tree.tokens[tree.head_of(voice)]
    beside = top.deprel == "appos" and top.head < voice[0] and any(a <= top.head < b for a, b in voices)
    named = any(i in tree.persons for a, b in voices for i in range(a, b))
    return beside and named and tree.persons.isdisjoint(range(*voice))


def _only_quoted(tree: Tree, head: int, said: Sequence[Range], voice: Range) -> bool:
    """Whether somebody is named in a quotation before the cue, with which it has nothing to do."""
    quotation = tree.quotation_at(voice[0])
    if quotation is None or quotation[1] > head or meet([quotation], said):
        return False
    return any(tree.tokens[i].upos in ("VERB", "AUX") for i in range(*quotation))


def _its_document(tree: Tree, cues: Cues, voice: Range) -> bool:
    """Their letter, its report: the words are the document's, and came through those whose it is."""
    head = tree.word(tree.head_of(voice))
    document = any(cues.has(group, head) for group in ("document_noun", "utterance_noun"))
    return document and any(cues.has("possessive_pronoun", tree.word(i)) for i in range(*voice))


def _raised(
    tree: Tree, cues: Cues, cue: Sequence[Range], said: Sequence[Range], voices: Sequence[Range]
) -> list[Range]:
    """The boats are reckoned by him to have sunk: the boats too are of what he says."""
    if not (said and cue) or "to" not in (tree.word(said[0][0]), tree.word(said[0][0] - 1)):
        return []
    verbs = [i for a, b in cue for i in range(a, b) if tree.tokens[i].upos == "VERB"]
    passive = any(cues.has("be_form", tree.word(i)) for a, b in cue for i in range(a - 1, b))
    subject = tree.child(verbs[0], "nsubj") if verbs and passive else None
    if subject is None or tree.tokens[subject].upos == "PRON":
        return []
    phrase = tree.noun_phrase(subject)
    apart = phrase[1] <= cue[0][0] and not meet([phrase], [*said, *voices])
    return [phrase] if apart else []


def _handed_on(tree: Tree, via: Sequence[Range]) -> list[Range]:
    """The voices it came through; described to an outlet by officers: two that were tagged as one."""
    found: list[Range] = []
    for first, last in via:
        by = next((i for i in range(first + 1, last - 1) if tree.word(i) == "by"), None)
        if by is not None and tree.tokens[by - 1].upos == "PROPN":
            found += [(by + 1, last), (first, by)]
        else:
            found.append((first, last))
    return found


def _only_means(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """Chile plans to sell, Norway said: who plans, hopes or intends does not speak; another tells of it."""
    words = [i for a, b in u.cue for i in range(a, b)]
    ahead = any(
        "expects" in (cues.verb(tree, i), cues.noun(tree, i)) or cues.has("wanting_verb", tree.tokens[i].lemma)
        for i in words
    )
    speaks = any(
        tree.tokens[i].lemma in words_of_speech() or cues.has("promising_verb", tree.tokens[i].lemma) for i in words
    )
    return bool(u.relays) and ((ahead and not speaks) or is_deed(tree, cues, u) or is_asked_for(tree, cues, u))


def is_deed(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """The navy has asked Turkey to hurry, officers said; a broker has offered engines: deeds, of which another tells.

    What is asked or offered in a letter is said in it.
    """
    words = (i for a, b in u.cue for i in range(a, b))
    deed = next((i for i in words if cues.has("dealing_verb", tree.tokens[i].lemma)), None)
    if deed is None or from_document(tree, cues, u) or any(tree.quotation_at(a) is not None for a, _ in u.content):
        return False
    first = min([deed, *(a for a, _ in u.source)])
    written = any(tree.word(i) in ("which", "in", "where") for i in range(max(0, first - 2), first))
    undergone = any(cues.has("be_form", tree.word(i)) or tree.word(i) == "being" for i in range(max(0, deed - 2), deed))
    behind = min((a for a, _ in u.content if a > deed), default=deed)
    opens = ("clause_opener", "question_word")
    clause = any(cues.has(group, tree.word(i)) for group in opens for i in range(deed + 1, behind + 1))
    return not written and not undergone and not clause


def is_asked_for(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """They demand that Chile reveal who paid, they urged Chile to confirm it: Chile has said nothing yet."""
    verb = tree.tokens[u.head]
    if verb.text.lower() != verb.lemma or verb.deprel not in ("ccomp", "xcomp", "acl", "advcl"):
        return False
    above = tree.tokens[verb.head]
    if not cues.has("requesting_word", above.lemma) or tree.child(u.head, "aux") is not None:
        return False
    subject = tree.child(u.head, "nsubj")
    one = subject is not None and tree.tokens[subject].text.lower() == tree.tokens[subject].lemma
    return tree.word(u.head - 1) == "to" or one


def _tells(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """Whether the cue has a word that reports, names or counts something, or that documents tell by."""
    for i in (i for a, b in u.cue for i in range(a, b)):
        lemma = tree.tokens[i].lemma
        if cues.has("finding_verb", lemma) or (cues.has("refusal_verb", lemma) and _refuses_a_deed(tree, cues, i)):
            continue
        if lemma == "put" and tree.word(i + 1) in ("ashore", "aboard", "in", "on", "up", "into", "out", "off"):
            continue
        if reports(tree, cues, i) or any(
            cues.has(group, lemma) for group in ("document_verb", "telling_verb", "text_verb")
        ):
            return True
    return False


def reports(tree: Tree, cues: Cues, i: int) -> bool:
    """Whether a word reports by itself."""
    return bool(cues.verb(tree, i) or cues.noun(tree, i)) or tree.tokens[i].lemma in words_of_speech()


def from_document(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """Whether a document is named in the source."""
    who = [tree.tokens[i].text for part in u.source for i in range(*part)]
    return any(cues.has(group, word) for word in who for group in ("document_noun", "utterance_noun"))


def _refuses_a_deed(tree: Tree, cues: Cues, i: int) -> bool:
    """Refused to accept the tractors: more than not to speak."""
    deed = tree.child(i, "xcomp")
    return deed is not None and cues.verb(tree, deed) is None and tree.tokens[deed].lemma not in words_of_speech()


def only_does(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """The rebels put ashore sixty crates, the paper reported: what they did is all the paper's."""
    if not (u.cue and u.source and u.relays) or len(u.content) != 1 or tree.tokens[u.head].upos != "VERB":
        return False
    first = u.content[0][0]
    quoted = any(tree.quotation_at(i) is not None for i in (first, u.cue[0][0]))
    clause = any(
        cues.has(group, tree.word(i)) for i in (first, first - 1) for group in ("clause_opener", "question_word")
    )
    behind = u.source[0][1] <= u.cue[0][0] < first
    if not behind or quoted or clause or tree.word(first - 1) == ":":
        return False
    return not (from_document(tree, cues, u) or _tells(tree, cues, u))


@cache
def words_of_speech() -> frozenset[str]:
    return frozenset(word for group in phrases("speech_cues").values() for word in group)
