"""Who speaks: pronouns, roles, short names and metonyms of one report resolved to its speakers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from firsthand.language.gazetteer import NameMention, names_between
from firsthand.language.numbers import value_of
from firsthand.language.trees import Tree
from firsthand.model import Finding
from firsthand.statements.cues import Cues
from firsthand.statements.describe import describe, span_of_name
from firsthand.statements.introduced import NEAR, Introduced, Resolved, described, full_names
from firsthand.statements.mentions import Mention, read_mention
from firsthand.statements.organisations import Organisations
from firsthand.statements.pronouns import pronoun_of
from firsthand.statements.taken_up import (
    group_before,
    group_size,
    is_one,
    leads,
    nobody_leads,
    one_of_two,
    people_before,
    persons_before,
    subject_before,
)
from firsthand.statements.utterance import Range

BELOW = 3
"""Paragraphs below a headline in which the person is looked for whom it names by a role."""
_SPOKEN_OUT = frozenset('!?”"')
"""Marks at the end of a first line that is rather somebody's words than a headline."""
_DOCUMENT_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "root"})
"""What a document is in a sentence that tells of it, and not of something of the document's."""


class Resolver:
    """Resolves the source phrases of one report in the order of the text."""

    def __init__(self, tree: Tree, cues: Cues, names: list[NameMention]):
        self._tree, self._cues, self._names = tree, cues, names
        self._seen: list[tuple[int, Resolved]] = []
        self._full = full_names(tree)
        self._introduced = Introduced(tree, cues, names)
        self._named: dict[str, list[Resolved]] = {}
        self._organisations = Organisations(tree, cues, names)
        self._introduced_as: dict[str, list[Resolved]] = {}
        self._by_name = {known.speaker.key: known for _, known in reversed(self._introduced.people)}
        for _, known in self._introduced.people:
            _file_by_name(self._introduced_as, known)

    def resolve(
        self, span: Range, subject: int | None, *, remember: bool = True, others: Sequence[Range] = ()
    ) -> Resolved:
        """The speaker that the source phrase stands for; what stands in ``others`` tells of other voices."""
        mention = read_mention(self._tree, self._cues, span, subject, self._names, others)
        found = (
            self._pronoun(mention)
            or self._one_of_them(mention)
            or self._counted(mention)
            or self._short_name(mention)
            or self._role(mention)
        )
        found = found or self._of_headline(mention) or self._abbreviated(mention) or self._plain(mention)
        if not mention.pronoun and not found.speaker.states and not found.mention.states:
            found = self._with_state(found, mention)
        if found.speaker.kind == "media" and found.speaker.named and not found.findings:
            self._organisations.remember(found)
        if remember:
            self._seen.append((mention.head, found))
            _file_by_name(self._named, found)
        return found

    def another(self, span: Range, known: str) -> Resolved | None:
        """Whom a pronoun stands for that cannot mean the speaker with the key ``known``: him, the document."""
        mention = read_mention(self._tree, self._cues, span, None, self._names)
        if mention.pronoun == "thing" and (document := self._document_before(mention)) is not None:
            return Resolved(document.speaker, mention, (self._finding("coreference.pronoun", mention, document),))
        if mention.pronoun != "person":
            return None
        sentence = self._tree.tokens[mention.head].sentence
        for i, other in self._introduced.till(mention):
            if sentence - self._tree.tokens[i].sentence > 2:
                break
            if other.speaker.key != known and self._agrees(other, mention):
                return Resolved(other.speaker, mention, (self._finding("coreference.pronoun", mention, other),))
        unnamed = self._unnamed_before(mention, known)
        if unnamed is None:
            return None
        return Resolved(unnamed.speaker, mention, (self._finding("coreference.pronoun", mention, unnamed),))

    def _abbreviated(self, mention: Mention) -> Resolved | None:
        found = self._organisations.abbreviated(mention)
        if found is None:
            return None
        return Resolved(found.speaker, mention, (self._finding("coreference.organisation", mention, found),))

    def _plain(self, mention: Mention) -> Resolved:
        return Resolved(describe(self._tree, self._cues, mention), mention, ())

    def _with_state(self, found: Resolved, mention: Mention) -> Resolved:
        """The speaker with the state that the words around it give: its ministry, one of the officials."""
        if mention.possessive:
            owner = self._state_before(mention) or self._latest(_for_a_state, mention)
            feature = "coreference.possessive"
        else:
            owner = self._side(mention)
            feature = "coreference.side"
        if owner is None:
            return found
        meant = replace(mention, states=owner.speaker.states)
        finding = self._finding(feature, mention, owner)
        speaker = describe(self._tree, self._cues, meant)
        if speaker.key != found.speaker.key and found.speaker.named and not speaker.key.startswith("body:"):
            speaker = replace(found.speaker, states=owner.speaker.states)
        return Resolved(speaker, meant, (*found.findings, finding))

    def _state_before(self, mention: Mention) -> Resolved | None:
        """The state named first in the sentence, before its ministry, its army."""
        tokens = self._tree.tokens
        first = tokens[self._tree.sentence(mention.head)[0]].start
        start = tokens[mention.wide[0]].start
        here = [n for n in names_between(self._names, first, start) if n.kind == "state"]
        span = span_of_name(self._tree, here[0]) if here else None
        if span is None:
            return None
        other = read_mention(self._tree, self._cues, span, span[1] - 1, self._names)
        other = replace(other, states=(here[0].canonical,))
        return Resolved(describe(self._tree, self._cues, other), other, ())

    def _side(self, mention: Mention) -> Resolved | None:
        """The one state for which somebody spoke in the two sentences before a ministry or minister of no state."""
        inside = self._tree.tokens[mention.wide[0]].start, self._tree.tokens[mention.wide[1] - 1].end
        here = names_between(self._names, *inside)
        if mention.plural is False and self._cues.has("part_of", self._tree.tokens[mention.span[0]].text):
            words = {self._tree.tokens[i].lemma.lower() for i in range(*mention.span)}
            return self._latest(lambda r: r.speaker.plural and r.mention.noun in words and _for_a_state(r), mention)
        if not any(not n.state and self._cues.has("of_a_state", n.canonical) for n in here):
            return None
        sentence = self._tree.tokens[mention.head].sentence
        for head, known in reversed(self._seen):
            close = sentence - self._tree.tokens[head].sentence <= 2
            if head < mention.head and close and _for_a_state(known):
                return known if len(known.speaker.states) == 1 else None
        return None

    def _pronoun(self, mention: Mention) -> Resolved | None:
        kind = mention.pronoun
        if not kind:
            return None
        if kind == "person":
            found = self._latest(lambda r: _one_person(r) and self._agrees(r, mention), mention)
            found = self._leading(found, mention)
            if found is not None and found.speaker.kind == "other" and not self._means_a_person(found.mention.head):
                found = self._person_before(mention) or found
            found = self._nearer_subject(mention, found) or self._person_before(mention)
            found = self._who_was_asked(mention) or found or self._told_later(mention) or self._unnamed_before(mention)
        elif kind == "plural":
            found = self._latest(lambda r: r.speaker.plural or r.mention.plural, mention) or self._latest(
                lambda r: r.speaker.kind in ("institution", "media"), mention
            )
            one_body = found is not None and not found.speaker.plural and not found.mention.plural
            people = people_before(self._tree, mention.head) if found is None or one_body else None
            if people is not None:
                found = self._described(self._tree.noun_phrase(people, conjuncts=False), people)
        elif kind == "self":
            found = self._latest(lambda r: True, mention)
        else:
            found = self._latest(lambda r: r.speaker.kind in ("institution", "media", "document"), mention)
            found = self._thing_before(mention, found) or self._document_before(mention) or self._body_here(mention)
        if found is None:
            return None
        return Resolved(found.speaker, mention, (self._finding("coreference.pronoun", mention, found),))

    def _person_before(self, mention: Mention) -> Resolved | None:
        """The person named last in the sentences before with whom the pronoun goes."""
        return self._introduced.before(mention, fits=lambda known: self._agrees(known, mention))

    def _unnamed_before(self, mention: Mention, other: str = "") -> Resolved | None:
        """A person of no name of whom one of three sentences before told, but not the one with the key ``other``."""
        for k in persons_before(self._tree, mention.head, 3):
            known = self.resolve(self._tree.noun_phrase(k, conjuncts=False), k, remember=False)
            if known.speaker.key != other and self._agrees(known, mention) and self._means_a_person(k):
                return known
        return None

    def _agrees(self, known: Resolved, mention: Mention) -> bool:
        """Whether a pronoun can stand for somebody: he is not Mrs. Lind."""
        said = pronoun_of(self._tree, mention)
        if not said:
            return True
        if not known.mention.person and known.speaker.key.startswith("person:"):
            known = self._by_name.get(known.speaker.key, known)
        name = self._full.get(known.mention.person.lower().split()[-1], "") if known.mention.person else ""
        meant = pronoun_of(self._tree, known.mention, name)
        return meant in ("", said)

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
                return self.resolve(tree.noun_phrase(asked, conjuncts=False), asked, remember=False)
        return None

    def _told_later(self, mention: Mention) -> Resolved | None:
        """He boasted in a bar. The speaker was a pilot: the pilot."""
        tree, sentence = self._tree, self._tree.tokens[mention.head].sentence
        for number in range(sentence + 1, min(sentence + 3, len(tree.reading.sentences))):
            for i in range(*tree.reading.sentences[number]):
                subject = tree.child(i, "nsubj") if tree.tokens[i].deprel == "root" else None
                if subject is not None and tree.tokens[subject].lemma == "speaker" and tree.is_person(i):
                    return self._described(tree.noun_phrase(i, conjuncts=False), i)
        return None

    def _thing_before(self, mention: Mention, found: Resolved | None) -> Resolved | None:
        """A body or document that was a subject after the last one that spoke, two sentences before at most."""
        tokens, after = self._tree.tokens, found.mention.head if found is not None else -1
        first = self._tree.reading.sentences[max(0, tokens[mention.head].sentence - 2)][0]
        since = self._tree.sentence(after)[1] if found is not None else 0
        for i in range(self._tree.sentence(mention.head)[0] - 1, max(first, since) - 1, -1):
            main = tokens[i].deprel.startswith("nsubj") and tokens[tokens[i].head].deprel == "root"
            if not main or tokens[i].upos not in ("NOUN", "PROPN"):
                continue
            span = self._tree.noun_phrase(i, conjuncts=False)
            known = self._described(span, i)
            thing = known.speaker.kind in ("institution", "media", "document")
            thing = thing or (tokens[i].upos == "PROPN" and i not in self._tree.persons)
            if thing and not known.speaker.plural:
                return known
        return found

    def _body_here(self, mention: Mention) -> Resolved | None:
        """The Lake Community knows of no order, it said: the body that the sentence begins with."""
        first = self._tree.sentence(mention.head)[0]
        for i in range(first, mention.head):
            if self._tree.tokens[i].deprel.startswith("nsubj") and self._tree.tokens[i].upos in ("NOUN", "PROPN"):
                known = self._described(self._tree.noun_phrase(i, conjuncts=False), i)
                return known if known.speaker.kind == "institution" and not known.speaker.plural else None
        return None

    def _described(self, span: Range, head: int) -> Resolved:
        return described(self._tree, self._cues, self._names, span, head)

    def _spoken_of(self, mention: Mention) -> Resolved | None:
        """The driver: a driver of whom one of the six sentences before spoke; beside a phrase it stands for that."""
        tokens = self._tree.tokens
        for i in self._tree.words_before(self._tree.sentence(mention.head)[0], 6):
            token = tokens[i]
            same = token.upos in ("NOUN", "PROPN") and mention.noun in (token.lemma.lower(), token.text.lower())
            if not same or token.deprel == "compound":
                continue
            head = token.head if token.deprel == "appos" else i
            while head != i and tokens[head].deprel == "nmod" and tokens[head].head < head:
                head = tokens[head].head
            return self._described(self._tree.noun_phrase(head, conjuncts=False), head)
        return None

    def _document_before(self, mention: Mention) -> Resolved | None:
        """It, the document: the letter or file of which the two sentences before told last."""
        tokens = self._tree.tokens
        for i in self._tree.words_before(self._tree.sentence(mention.head)[0], 2):
            if tokens[i].upos == "NOUN" and tokens[i].deprel in _DOCUMENT_PLACES:
                span = self._tree.noun_phrase(i, conjuncts=False)
                known = self._described(span, i)
                document = known.speaker.kind == "document" or self._cues.has("document_noun", known.mention.noun)
                if document and not known.mention.plural:
                    return known
        return None

    def _counted(self, mention: Mention) -> Resolved | None:
        """All three, both, the two: the group of so many that one of the sentences before tells of."""
        number = group_size(self._tree, self._cues, mention.span)
        head = group_before(self._tree, mention.head, number) if number else None
        one = one_of_two(self._tree, self._cues, mention.span) if head is None else None
        if one is not None:
            span = self._tree.noun_phrase(one, conjuncts=False)
        elif head is not None:
            span = self._tree.noun_phrase(head)
        else:
            return None
        known = self._described(span, self._tree.head_of(span))
        return Resolved(known.speaker, mention, (self._finding("coreference.group", mention, known),))

    def _one_of_them(self, mention: Mention) -> Resolved | None:
        """One of them, one of the three explained: of the officials who spoke last, whoever it was."""
        first, last = mention.span
        words = [self._tree.word(i) for i in range(first, last)]
        counted = words[:3] == ["one", "of", "the"] and last - first == 4 and value_of(words[-1]) is not None
        if not counted and words != ["one", "of", "them"]:
            return None
        people = people_before(self._tree, self._tree.sentence(mention.head)[0])
        known = self._latest(lambda r: r.speaker.plural, mention)
        if people is not None and (known is None or known.mention.head < people):
            known = self._described(self._tree.noun_phrase(people, conjuncts=False), people)
        if known is None:
            return None
        return Resolved(known.speaker, mention, (self._finding("coreference.group", mention, known),))

    def _document_again(self, mention: Mention) -> Resolved | None:
        """The note: one that an earlier sentence is about; of one that somebody put out he is the voice."""
        known = self._spoken_of(mention) if self._cues.has("document_noun", mention.noun) else None
        if known is None or known.speaker.kind != "document":
            return None
        return known if self._tree.tokens[known.mention.head].deprel in ("nsubj", "nsubj:pass") else None

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
                leader = self.resolve(tree.noun_phrase(i, conjuncts=False), i, remember=False)
                return leader if self._agrees(leader, mention) else found
        return found

    def _nearer_subject(self, mention: Mention, found: Resolved | None) -> Resolved | None:
        """A person introduced after the last speaker, in the sentence before, as its subject or with none, is meant."""
        sentence = self._tree.tokens[mention.head].sentence
        after = found.mention.head if found is not None else -1
        for i, resolved in self._introduced.till(mention):
            token = self._tree.tokens[i]
            if i <= after or sentence - token.sentence > 1:
                break
            if (leads(self._tree, i) or nobody_leads(self._tree, i)) and self._agrees(resolved, mention):
                return resolved
        nearer = subject_before(self._tree, self._cues, mention.head)
        if nearer is None:
            # The Lantern reached a retired pilot. He said …: the pilot.
            told_of = persons_before(self._tree, mention.head, 1)
            nearer = next((k for k in told_of if nobody_leads(self._tree, k)), None)
        if nearer is None or nearer < after:
            return found
        certain = is_one(self._tree, self._cues, nearer) or self._means_a_person(nearer) or self._spoke_before(nearer)
        if not certain:
            named = found or self._person_before(mention)
            if named is not None:
                return named
        end = self._tree.noun_phrase(nearer, conjuncts=False)[1]
        beside = next((known for i, known in self._introduced.till(mention) if end <= i <= end + 1), None)
        if beside is not None and self._agrees(beside, mention):
            return beside  # a manager in Lagos, Ada Lind, …
        unnamed = self.resolve(self._tree.noun_phrase(nearer, conjuncts=False), nearer, remember=False)
        return unnamed if self._agrees(unnamed, mention) else found

    def _spoke_before(self, i: int) -> bool:
        """The foreman had heard of it: of a foreman who has spoken."""
        noun = self._tree.tokens[i].lemma.lower()
        return self._latest(lambda r: _one_person(r) and noun in (r.mention.noun, r.speaker.role), None) is not None

    def _means_a_person(self, i: int) -> bool:
        """Whether a word names a person or is listed as one for people; the reader takes a trial for one at times."""
        noun = self._tree.tokens[i].lemma
        if i in self._tree.persons or self._tree.tokens[i].upos in ("PRON", "NUM", "DET"):
            return True
        if self._tree.tokens[i].upos == "PROPN" and self._cues.has("rank_word", self._tree.word(i - 1)):
            return True  # Ms Baek
        groups = ("any_person", "official_role", "expert_role", "witness_role", "voice_noun")
        return any(self._cues.has(group, noun) for group in groups)

    def _of_headline(self, mention: Mention) -> Resolved | None:
        """Rifles are gone, says commander: the person whom the text below calls the commander."""
        tree = self._tree
        end = tree.headline[1]
        if mention.head >= end or tree.tokens[end - 1].text in _SPOKEN_OUT or mention.plural or mention.person:
            return None
        if not (tree.is_person(mention.head) or self._introduced.is_role(mention.head)):
            return None
        for i, known in self._introduced.people:
            below = tree.paragraph_of[i]
            other = mention.states and known.speaker.states and mention.states != known.speaker.states
            if not 0 < below <= BELOW or other:
                continue
            words = {tree.word(k) for k in range(*known.mention.wide)}
            if mention.noun in words or (mention.office and mention.office == known.mention.office):
                return Resolved(known.speaker, mention, (self._finding("coreference.headline", mention, known),))
        return None

    def _only_person(self, mention: Mention) -> Resolved | None:
        """The witness, the pensioner: the one person whom the six sentences before name; the minister, where they tell
        of no other role."""
        anybody = self._cues.has("any_person", mention.noun)
        first, last = mention.span
        named = any(self._tree.tokens[i].text[0].isupper() for i in range(first + 1, last))  # the Orlan envoy
        if (
            mention.plural
            or named
            or mention.states
            or mention.bodies
            or not (anybody or self._introduced.is_role(mention.head))
        ):
            return None
        sentence = self._tree.tokens[mention.head].sentence
        people: dict[str, Resolved] = {}
        for i, known in self._introduced.till(mention):
            if sentence - self._tree.tokens[i].sentence > NEAR:
                break
            people.setdefault(known.mention.person.lower().split()[-1], known)
        one = next(iter(people.values())) if len(people) == 1 else None
        return one if one is not None and (anybody or not one.speaker.role) else None

    def _the_men(self, mention: Mention) -> Resolved | None:
        """The men, the people: several without a name who spoke or were spoken of last."""
        first, last = mention.span
        if mention.states or last - first != 2 or not self._cues.has("any_several", self._tree.word(last - 1)):
            return None
        people = people_before(self._tree, self._tree.sentence(mention.head)[0])
        if people is not None:
            return self._described(self._tree.noun_phrase(people, conjuncts=False), people)
        return self._latest(lambda r: r.speaker.plural or r.mention.plural, mention)

    def _the_one(self, mention: Mention) -> Resolved | None:
        """The man, the officer, the major: the one person without a name who spoke in the two sentences before."""
        first, last = mention.span
        rank = self._cues.has("rank_word", mention.noun)
        if last - first != 2 or mention.plural or not (rank or self._cues.has("any_person", mention.noun)):
            return None
        sentence = self._tree.tokens[mention.head].sentence
        known = self._latest(_one_person, mention)
        if known is None or known.mention.person or sentence - self._tree.tokens[known.mention.head].sentence > 2:
            return None
        officer = self._cues.has("rank_word", known.mention.noun) or self._cues.has("soldier_noun", known.mention.noun)
        return known if officer or not rank else None

    def _short_name(self, mention: Mention) -> Resolved | None:
        """A surname alone stands for the full name that the report gives elsewhere."""
        name = mention.person.lower()
        if not name or mention.people:
            return None
        full = self._full.get(name.split()[-1]) if " " not in name else None
        last = name.split()[-1]
        for known in chain(reversed(self._named.get(last, [])), self._introduced_as.get(last, [])):
            other = known.mention.person.lower()
            alike = other and (other == name or name in (other.split()[-1], other.split()[0]))
            if alike or (other and full and other == full.lower()):
                speaker = known.speaker
                own = describe(self._tree, self._cues, mention)
                if len(mention.person) > len(known.mention.person) or (own.states and not speaker.states):
                    speaker = replace(own, role=mention.role or speaker.role)
                if not (speaker.role or speaker.states) or speaker.kind == "other" or speaker.plural:
                    continue
                finding = self._finding("coreference.name", mention, known)
                return Resolved(speaker, mention, (finding,) if known.mention.head != mention.head else ())
        return None

    def _role(self, mention: Mention) -> Resolved | None:
        """ "the spokesperson", "the top diplomat", "the sources": the last speaker with that role and number."""
        if mention.person or not mention.definite or mention.pronoun or self._names_itself(mention):
            return None
        if any(self._cues.has("one_of_group", self._tree.word(i)) for i in range(*mention.span)):
            return None  # the other clerk is not the one who spoke
        if any(self._tree.label_of.get(i) == "ORG" for i in range(mention.span[1], mention.wide[1])):
            return None  # the maker, Skyline Radar, is named
        named = mention.head_name
        if named is not None and named.kind == "body" and not named.state and not mention.states:
            return self._body_again(mention)
        if named is not None and named.kind in ("state", "body", "outlet"):
            return None
        if self._cues.has("utterance_noun", mention.noun) and not mention.bodies and not mention.states:
            found = self._document_again(mention) or self._latest(lambda r: True, mention)
            feature = "coreference.statement"
        elif self._cues.has("organisation_noun", mention.noun) and not mention.outlets and not mention.bodies:
            found = self._latest(lambda r: self._is_such(r, mention.noun), mention)
            known = self._organisations
            found = known.named_with(mention) or known.called(mention) or known.named_before(mention) or found
            if found is None and self._cues.has("printing_noun", mention.noun):
                found = known.told(mention)
            found = found or known.introduced(mention) or self._spoken_of(mention)
            feature = "coreference.organisation"
        elif self._cues.has("company_noun", mention.noun) and not mention.bodies and not mention.states:
            found = self._organisations.introduced(mention)
            found = found or self._thing_before(mention, self._latest(self._is_company, mention))
            feature = "coreference.organisation"
        elif self._cues.has("outlet_noun", mention.noun) and not mention.outlets:
            found = self._latest(lambda r: r.speaker.kind == "media" or r.mention.noun == mention.noun, mention)
            found = self._organisations.called(mention) or found
            if found is None and self._cues.has("printing_noun", mention.noun):
                found = self._organisations.named_before(mention)
            found = found or self._organisations.told(mention)
            feature = "coreference.outlet"
        else:
            found = self._latest(lambda r: self._same_role(r, mention), mention) or self._office_holder(mention)
            holder = self._introduced.before(mention, mention.noun, lambda known: _may_hold(known, mention))
            found = found or holder or self._spoken_of(mention)
            if found is None and self._cues.has("any_document", mention.noun):
                found = self._document_before(mention)
            found = found or self._introduced.later(mention) or self._only_person(mention) or self._the_men(mention)
            found = found or self._the_one(mention)
            feature = "coreference.role"
        if found is None:
            return None
        return Resolved(found.speaker, mention, (self._finding(feature, mention, found),))

    def _names_itself(self, mention: Mention) -> bool:
        """The newspaper “Morning Star”, the agency ostpress: a name stands behind the word for an outlet."""
        last, tokens = mention.span[1] - 1, self._tree.tokens
        capitals = [i for i in range(mention.span[0] + 1, last + 1) if tokens[i].text[0].isupper()]
        if len(capitals) > 1 and tokens[last].text[0].isupper() and self._cues.has("outlet_word", tokens[last].text):
            return True
        if self._cues.has("quoted_name_noun", tokens[last].text):
            return False
        return any(
            self._cues.has("quoted_name_noun", tokens[i].text)
            and tokens[i + 1].upos in ("PROPN", "PUNCT", "NOUN", "ADJ", "X")
            and tokens[i + 1].text not in {"'", "’", "'s", "’s", "-"}
            for i in range(mention.span[0], last)
        )

    def _body_again(self, mention: Mention) -> Resolved | None:
        """The ministry: the last ministry of a state that spoke."""
        found = self._latest(
            lambda r: r.mention.noun == mention.noun and r.speaker.kind == "institution" and bool(r.speaker.states),
            mention,
        )
        if found is None:
            return None
        return Resolved(found.speaker, mention, (self._finding("coreference.role", mention, found),))

    def _is_such(self, known: Resolved, noun: str) -> bool:
        """Whether a speaker can be called the institute, the agency: an institute studies, an outlet publishes."""
        head = known.mention.head_name
        if known.mention.person or (head is not None and head.kind == "state"):
            return False
        if noun in known.speaker.name.lower().split():
            return True
        kinds = ("expert",) if self._cues.has("institute_word", noun) else ("media", "institution")
        return known.speaker.kind in kinds

    def _is_company(self, known: Resolved) -> bool:
        words = {self._tree.tokens[i].lemma.lower() for i in range(*known.mention.span)}
        firm = any(self._cues.has("company_noun", w) or self._cues.has("private_body", w) for w in words)
        named = self._tree.label_of.get(known.mention.head) == "ORG" and not known.speaker.states
        return not known.mention.person and (firm or named)

    def _same_role(self, known: Resolved, mention: Mention) -> bool:
        if mention.states and known.speaker.states and not set(mention.states) & set(known.speaker.states):
            return False
        if mention.plural != known.speaker.plural:
            return False
        if mention.office and mention.office == known.mention.office:
            return True
        if mention.noun == known.mention.noun:
            return True
        if self._cues.has("leading_role", mention.noun) and mention.span[1] - mention.span[0] > 2:
            of = self._tree.word(mention.span[1] - 2)  # the customs chief: the head of customs
            words = (known.speaker.role or "").lower().split()
            return of in words and any(self._cues.has("leading_role", word) for word in words)
        return bool(known.speaker.role) and mention.noun in (known.speaker.role or "").lower().split()

    def _office_holder(self, mention: Mention) -> Resolved | None:
        if not mention.office:
            return None
        for _, known in chain(reversed(self._introduced.people), self._seen):
            if (
                known.mention.office == mention.office
                and known.mention.person
                and (not mention.states or not known.speaker.states or set(mention.states) & set(known.speaker.states))
            ):
                return known
        return None

    def _latest(self, fits, mention: Mention | None) -> Resolved | None:  # type: ignore[no-untyped-def]
        for head, known in reversed(self._seen):
            if (mention is None or head < mention.head) and fits(known):
                return known
        return None

    def _finding(self, feature: str, mention: Mention, known: Resolved) -> Finding:
        said, meant = self._tree.slice(mention.span), known.speaker.name
        return Finding(
            feature, meant, f"“{said}” is taken for {meant}, the last speaker that it fits.",
            (self._tree.span(mention.span), self._tree.span(known.mention.span)),
        )  # fmt: skip


def _file_by_name(shelf: dict[str, list[Resolved]], known: Resolved) -> None:
    """Under the surname, and under the word that stands first: Pan, for Pan Guoliang."""
    words = known.mention.person.lower().split()
    for word in dict.fromkeys((*words[-1:], *words[:1])):
        shelf.setdefault(word, []).append(known)


def _one_person(known: Resolved) -> bool:
    kind = known.speaker.kind in ("official", "expert", "witness", "other")
    return kind and not known.speaker.plural and known.mention.pronoun != "thing"


def _for_a_state(known: Resolved) -> bool:
    return bool(known.speaker.states) and known.speaker.kind in ("institution", "official")


def _may_hold(known: Resolved, mention: Mention) -> bool:
    """The Czech prime minister is not Ukraine's deputy minister."""
    elsewhere = bool(mention.states and known.speaker.states) and set(mention.states).isdisjoint(known.speaker.states)
    own, held = set(mention.office.lower().split()), set(known.mention.office.lower().split())
    role = set((known.speaker.role or "").lower().replace(",", " ").split())
    return not elsewhere and (own <= held | role or held <= own)
