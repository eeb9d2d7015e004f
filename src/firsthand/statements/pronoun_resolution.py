"""Whom he, she, they and it mean: the speaker, person, body or document that goes with the pronoun."""

from collections.abc import Callable

from firsthand.statements.introduced import Resolved
from firsthand.statements.mentions import Mention, read_mention
from firsthand.statements.speakers import Speakers, one_person
from firsthand.statements.taken_up import is_one, leads, nobody_leads, people_before, persons_before, subject_before
from firsthand.statements.utterance import Range


class Pronouns:
    """Resolves the pronouns of one report; ``resolve`` says who an unnamed person is, without remembering it."""

    def __init__(self, speakers: Speakers, resolve: Callable[[Range, int], Resolved]):
        self._speakers, self._resolve = speakers, resolve
        self._tree, self._cues, self._names = speakers.tree, speakers.cues, speakers.names
        self._introduced = speakers.introduced

    def resolve(self, mention: Mention) -> Resolved | None:
        """Whom a pronoun means; None where the mention is none, or nobody goes with it."""
        kind = mention.pronoun
        if not kind:
            return None
        if kind == "person":
            found = self._speakers.latest(lambda r: one_person(r) and self._speakers.agrees(r, mention), mention)
            found = self._leading(found, mention)
            if (
                found is not None
                and found.speaker.kind == "other"
                and not self._speakers.means_a_person(found.mention.head)
            ):
                found = self._person_before(mention) or found
            found = self._nearer_subject(mention, found) or self._person_before(mention)
            found = self._who_was_asked(mention) or found or self._told_later(mention) or self.unnamed_before(mention)
            found = found or self._who_had_spoken(mention)
        elif kind == "plural":
            found = self._speakers.latest(
                lambda r: r.speaker.plural or r.mention.plural, mention
            ) or self._speakers.latest(lambda r: r.speaker.kind in ("institution", "media"), mention)
            one_body = found is not None and not found.speaker.plural and not found.mention.plural
            found = (self._just_printed(mention) or found) if one_body else found
            people = people_before(self._tree, mention.head) if found is None or one_body else None
            if people is not None:
                found = self._speakers.described(self._tree.noun_phrase(people, conjuncts=False), people)
        elif kind == "self":
            found = self._speakers.latest(lambda r: True, mention)
        else:
            found = self._speakers.latest(lambda r: r.speaker.kind in ("institution", "media", "document"), mention)
            found = (
                self._just_printed(mention)
                or self._speakers.thing_before(mention, found)
                or self._speakers.document_before(mention)
                or self._body_here(mention)
            )
        if found is None:
            return None
        return self._speakers.taken_for("coreference.pronoun", mention, found)

    def another(self, span: Range, known: str) -> Resolved | None:
        """Whom a pronoun stands for that cannot mean the speaker with the key ``known``: him, the document."""
        mention = read_mention(self._tree, self._cues, span, None, self._names)
        if mention.pronoun == "thing" and (document := self._speakers.document_before(mention)) is not None:
            return self._speakers.taken_for("coreference.pronoun", mention, document)
        if mention.pronoun != "person":
            return None
        sentence = self._tree.tokens[mention.head].sentence
        for i, other in self._introduced.till(mention):
            if sentence - self._tree.tokens[i].sentence > 2:
                break
            if other.speaker.key != known and self._speakers.agrees(other, mention):
                return self._speakers.taken_for("coreference.pronoun", mention, other)
        unnamed = self.unnamed_before(mention, known)
        if unnamed is None:
            return None
        return self._speakers.taken_for("coreference.pronoun", mention, unnamed)

    def _person_before(self, mention: Mention) -> Resolved | None:
        """The person named last in the sentences before with whom the pronoun goes."""
        return self._introduced.before(mention, fits=lambda known: self._speakers.agrees(known, mention))

    def unnamed_before(self, mention: Mention, other: str = "") -> Resolved | None:
        """A person of no name of whom one of three sentences before told, but not the one with the key ``other``."""
        for k in persons_before(self._tree, mention.head, 3):
            known = self._resolve(self._tree.noun_phrase(k, conjuncts=False), k)
            if (
                known.speaker.key != other
                and self._speakers.agrees(known, mention)
                and self._speakers.means_a_person(k)
            ):
                return known
        return None

    def _who_had_spoken(self, mention: Mention) -> Resolved | None:
        known = self._introduced.who_had_spoken(mention)
        return known if known is not None and self._speakers.agrees(known, mention) else None

    def _who_was_asked(self, mention: Mention) -> Resolved | None:
        """The senator asked the minister whether …. He replied: the minister."""
        tree, verb = self._tree, self._tree.tokens[mention.head].head
        if not self._cues.has("answering_verb", tree.tokens[verb].lemma):
            return None
        for i in tree.words_before(mention.head, 1):
            if tree.tokens[i].lemma == "ask" and tree.tokens[i].upos == "VERB":
                asked = tree.child(i, "obj", "iobj")
                if asked is None or not tree.is_person(asked) or tree.tokens[asked].upos == "PRON":
                    return None
                return self._resolve(tree.noun_phrase(asked, conjuncts=False), asked)
        return None

    def _told_later(self, mention: Mention) -> Resolved | None:
        """He boasted in a bar. The speaker was a pilot: the pilot."""
        tree, sentence = self._tree, self._tree.tokens[mention.head].sentence
        for number in range(sentence + 1, min(sentence + 3, len(tree.reading.sentences))):
            for i in range(*tree.reading.sentences[number]):
                subject = tree.child(i, "nsubj") if tree.tokens[i].deprel == "root" else None
                if subject is not None and tree.tokens[subject].lemma == "speaker" and tree.is_person(i):
                    return self._speakers.described(tree.noun_phrase(i, conjuncts=False), i)
        return None

    def _just_printed(self, mention: Mention) -> Resolved | None:
        """The daily has printed a cable. It says …; the minutes. They put it at …: the document, in its tense."""
        tree, tokens = self._tree, self._tree.tokens
        verb = tokens[mention.head].head
        for i in tree.words_before(tree.sentence(mention.head)[0], 2):
            papers = tokens[i].upos == "NOUN" and self._cues.has("document_noun", tokens[i].text)
            shows = any(
                self._cues.has(f"{kind}_verb", tokens[tokens[i].head].lemma) for kind in ("publishing", "obtaining")
            )
            if papers and shows and tokens[i].deprel == "obj":
                many = tokens[i].text.lower() != tokens[i].lemma or tokens[i].lemma.endswith("s")
                tense = tokens[verb].text.lower() in (f"{tokens[verb].lemma}s", tokens[verb].lemma)
                if many == (mention.pronoun == "plural") and tense:
                    return self._speakers.described(tree.noun_phrase(i, conjuncts=False), i)
        return None

    def _body_here(self, mention: Mention) -> Resolved | None:
        """The Lake Community knows of no order, it said: the body that the sentence begins with."""
        first = self._tree.sentence(mention.head)[0]
        for i in range(first, mention.head):
            if self._tree.tokens[i].deprel.startswith("nsubj") and self._tree.tokens[i].upos in ("NOUN", "PROPN"):
                known = self._speakers.described(self._tree.noun_phrase(i, conjuncts=False), i)
                return known if known.speaker.kind == "institution" and not known.speaker.plural else None
        return None

    def _leading(self, found: Resolved | None, mention: Mention) -> Resolved | None:
        """The senator said that a colonel had told her …. She added: who is the subject of the whole is meant."""
        tree = self._tree
        head = found.mention.head if found is not None else mention.head
        if tree.tokens[head].sentence == tree.tokens[mention.head].sentence:
            return found
        for i in reversed(range(*tree.sentence(head))):
            token = tree.tokens[i]
            verb = tree.tokens[token.head]
            leads = token.deprel == "nsubj" and verb.deprel in ("root", "parataxis") and tree.is_person(i)
            if i == head and leads:
                return found
            tells = self._cues.verb(tree, token.head) or tree.child(token.head, "ccomp") is not None
            if leads and token.upos != "PRON" and tells:
                leader = self._resolve(tree.noun_phrase(i, conjuncts=False), i)
                return leader if self._speakers.agrees(leader, mention) else found
        return found

    def _nearer_subject(self, mention: Mention, found: Resolved | None) -> Resolved | None:
        """A person introduced after the last speaker, in the sentence before, as its subject or with none, is meant."""
        sentence = self._tree.tokens[mention.head].sentence
        after = found.mention.head if found is not None else -1
        for i, resolved in self._introduced.till(mention):
            token = self._tree.tokens[i]
            if i <= after or sentence - token.sentence > 1:
                break
            if (leads(self._tree, i) or nobody_leads(self._tree, self._cues, i)) and self._speakers.agrees(
                resolved, mention
            ):
                return resolved
        nearer = subject_before(self._tree, self._cues, mention.head)
        if nearer is None:
            # The Lantern reached a retired pilot. He said …: the pilot.
            told_of = persons_before(self._tree, mention.head, 1)
            nearer = next((k for k in told_of if nobody_leads(self._tree, self._cues, k)), None)
        if nearer is None or nearer < after:
            return found
        certain = (
            is_one(self._tree, self._cues, nearer)
            or self._speakers.means_a_person(nearer)
            or self._spoke_before(nearer)
        )
        if not certain:
            named = found or self._person_before(mention)
            if named is not None:
                return named
        end = self._tree.noun_phrase(nearer, conjuncts=False)[1]
        beside = next((known for i, known in self._introduced.till(mention) if end <= i <= end + 1), None)
        if beside is not None and self._speakers.agrees(beside, mention):
            return beside  # a manager in Lagos, Ada Lind, …
        unnamed = self._resolve(self._tree.noun_phrase(nearer, conjuncts=False), nearer)
        return unnamed if self._speakers.agrees(unnamed, mention) else found

    def _spoke_before(self, i: int) -> bool:
        """The foreman had heard of it: of a foreman who has spoken."""
        noun = self._tree.tokens[i].lemma.lower()
        return (
            self._speakers.latest(lambda r: one_person(r) and noun in (r.mention.noun, r.speaker.role), None)
            is not None
        )
