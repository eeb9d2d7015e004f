"""Whom the minister, the agency, the sources and the note mean: who was last in that role, or is introduced in it."""

from functools import cached_property
from itertools import chain

from firsthand.language.gazetteer import NameMention
from firsthand.statements.describe import span_of_name
from firsthand.statements.introduced import NEAR, Resolved, role_words, surname
from firsthand.statements.mentions import Mention
from firsthand.statements.speakers import Speakers, one_person
from firsthand.statements.taken_up import people_before, persons_before

PARLIAMENT = "parliament"
"""What the list of bodies calls every assembly of a state."""


class Roles:
    """Resolves the definite roles, bodies, outlets and documents of one report."""

    def __init__(self, speakers: Speakers):
        self._speakers, self._tree, self._cues = speakers, speakers.tree, speakers.cues
        self._introduced, self._organisations = speakers.introduced, speakers.organisations

    def resolve(self, mention: Mention) -> Resolved | None:
        """ "the spokesperson", "the top diplomat", "the sources": the last speaker with that role and number."""
        if mention.person or not mention.definite or mention.pronoun or self._names_itself(mention):
            return None
        if any(self._cues.has("one_of_group", self._tree.word(i)) for i in range(*mention.span)):
            return None  # the other clerk is not the one who spoke
        if any(self._tree.label_of.get(i) == "ORG" for i in range(mention.span[1], mention.wide[1])):
            return None  # the maker, Skyline Radar, is named
        named = mention.head_name
        if named is not None and named.kind == "body" and not named.state and not mention.states:
            return self._body_again(mention, named.canonical)
        if self._cues.has("chamber_noun", mention.noun) and not mention.states:
            return self._body_again(mention, PARLIAMENT)
        if named is not None and named.kind in ("state", "body", "outlet"):
            return None
        if self._cues.has("utterance_noun", mention.noun) and not mention.bodies and not mention.states:
            found = self._document_again(mention) or self._speakers.latest(lambda r: True, mention)
            feature = "coreference.statement"
        elif self._cues.has("organisation_noun", mention.noun) and not mention.outlets and not mention.bodies:
            found = self._speakers.latest(lambda r: self._is_such(r, mention.noun), mention)
            known = self._organisations
            found = known.named_with(mention) or known.called(mention) or known.named_before(mention) or found
            if found is None and self._cues.has("printing_noun", mention.noun):
                found = known.told(mention)
            found = found or known.introduced(mention) or self._spoken_of(mention)
            feature = "coreference.organisation"
        elif self._cues.has("company_noun", mention.noun) and not mention.bodies and not mention.states:
            found = self._organisations.introduced(mention)
            found = found or self._speakers.thing_before(mention, self._speakers.latest(self._is_company, mention))
            feature = "coreference.organisation"
        elif self._cues.has("outlet_noun", mention.noun) and not mention.outlets:
            found = self._speakers.latest(
                lambda r: r.speaker.kind == "media" or r.mention.noun == mention.noun, mention
            )
            found = self._organisations.called(mention) or found
            if found is None and self._cues.has("printing_noun", mention.noun):
                found = self._organisations.named_before(mention)
            found = found or self._organisations.told(mention)
            feature = "coreference.outlet"
        else:
            found = self._in_that_role(mention)
            feature = "coreference.role"
        if found is None:
            return None
        return self._speakers.taken_for(feature, mention, found)

    def _in_that_role(self, mention: Mention) -> Resolved | None:
        """Who spoke or was named last in the role, else was spoken of, else can be meant by the word."""
        name = self._tree.tokens[mention.head].text[0].isupper() and not self._introduced.is_role(mention.head)
        found = (
            self._received(mention)
            or self._speakers.latest(lambda r: self._same_role(r, mention), mention)
            or self._office_holder(mention)
            or self._introduced.before(mention, mention.noun, lambda known: not name and _may_hold(known, mention))
            or self._spoken_of(mention)
        )
        if found is None and self._cues.has("any_document", mention.noun):
            found = self._speakers.document_before(mention)
        return (
            found
            or self._of_that_calling(mention)
            or self._introduced.later(mention)
            or self._only_person(mention)
            or self._the_men(mention)
            or self._the_one(mention)
        )

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
            return self._speakers.described(self._tree.noun_phrase(head, conjuncts=False), head)
        return None

    def _document_again(self, mention: Mention) -> Resolved | None:
        """The note: one that an earlier sentence is about; of one that somebody put out he is the voice."""
        known = self._spoken_of(mention) if self._cues.has("document_noun", mention.noun) else None
        if known is None or known.speaker.kind != "document":
            return None
        return known if self._tree.tokens[known.mention.head].deprel in ("nsubj", "nsubj:pass") else None

    def _received(self, mention: Mention) -> Resolved | None:
        """The minister received a police chief. The guest said: the chief."""
        if not self._cues.has("received_person", mention.noun):
            return None
        for i in self._tree.words_before(self._tree.sentence(mention.head)[0], 3):
            verb = self._tree.tokens[i].head
            welcomed = self._cues.has("receiving_verb", self._tree.tokens[verb].lemma)
            if self._tree.tokens[i].deprel == "obj" and welcomed and self._tree.is_person(i):
                return self._speakers.described(self._tree.noun_phrase(i, conjuncts=False), i)
        return None

    def _of_that_calling(self, mention: Mention) -> Resolved | None:
        """The diplomat, the officer: the envoy, the colonel whom the sentences before name."""
        calling = self._cues.calling(mention.noun)
        if mention.plural or mention.bodies or mention.span[1] - mention.span[0] > 2:
            return None

        def fits(known: Resolved) -> bool:
            return not (_elsewhere(known, mention) or calling.isdisjoint(role_words(known)))

        named = self._introduced.before(mention, fits=fits)
        if named is not None:
            return named
        for k in persons_before(self._tree, mention.head, 2):
            if self._tree.tokens[k].lemma in calling:
                return self._speakers.described(self._tree.noun_phrase(k, conjuncts=False), k)
        return None

    def _only_person(self, mention: Mention) -> Resolved | None:
        """The witness, the pensioner: the one person whom the six sentences before name; the minister, where they tell
        of no other role."""
        anybody = self._speakers.is_anybody(mention)
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
            people.setdefault(surname(known), known)
        one = next(iter(people.values())) if len(people) == 1 else None
        if one is None or not (anybody or not one.speaker.role):
            return None
        if self._cues.has("any_calling", mention.noun) and not self._introduced.may_be(mention, one):
            return None  # the officer is not the envoy
        return one if self._speakers.agrees(one, mention) else None  # the man is not Ada Lind

    def _the_men(self, mention: Mention) -> Resolved | None:
        """The men, the people: several without a name who spoke or were spoken of last."""
        first, last = mention.span
        if mention.states or last - first != 2 or not self._cues.has("any_several", self._tree.word(last - 1)):
            return None
        people = people_before(self._tree, self._tree.sentence(mention.head)[0])
        if people is not None:
            return self._speakers.described(self._tree.noun_phrase(people, conjuncts=False), people)
        return self._speakers.latest(lambda r: r.speaker.plural or r.mention.plural, mention)

    def _the_one(self, mention: Mention) -> Resolved | None:
        """The man, the officer, the major: the one person without a name who spoke in the two sentences before."""
        first, last = mention.span
        rank = self._cues.has("rank_word", mention.noun)
        if last - first != 2 or mention.plural or not (rank or self._cues.has("any_person", mention.noun)):
            return None
        sentence = self._tree.tokens[mention.head].sentence
        known = self._speakers.latest(one_person, mention)
        if known is None or known.mention.person or sentence - self._tree.tokens[known.mention.head].sentence > 2:
            return None
        if not self._speakers.means_a_person(known.mention.head):
            return None
        officer = self._cues.has("rank_word", known.mention.noun) or self._cues.has("soldier_noun", known.mention.noun)
        return known if officer or not rank else None

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

    def _body_again(self, mention: Mention, canonical: str) -> Resolved | None:
        """The ministry, the chamber: the last ministry, or parliament, of a state that spoke, else that is named."""

        def same(r: Resolved) -> bool:
            alike = r.mention.noun == mention.noun or any(b.canonical == canonical for b in r.mention.bodies)
            return alike and r.speaker.kind == "institution" and bool(r.speaker.states)

        found = self._speakers.latest(same, mention) or self._body_named(mention, canonical)
        return self._speakers.taken_for("coreference.role", mention, found) if found is not None else None

    def _body_named(self, mention: Mention, canonical: str) -> Resolved | None:
        """The body of a state that the report names last before."""
        start = self._tree.tokens[mention.span[0]].start
        for name in reversed(self._bodies.get(canonical, [])):
            span = span_of_name(self._tree, name) if name.start < start else None
            if span is None:
                continue
            first, last = span
            if self._tree.word(first - 1) in ("'s", "’s"):
                first = self._tree.noun_phrase(first - 2, conjuncts=False)[0]
            known = self._speakers.described((first, last), last - 1)
            if known.speaker.kind == "institution" and known.speaker.states:
                return known
        return None

    @cached_property
    def _bodies(self) -> dict[str, list[NameMention]]:
        """The bodies that the report names, under what the list calls them."""
        found: dict[str, list[NameMention]] = {}
        for name in self._speakers.names:
            if name.kind == "body":
                found.setdefault(name.canonical, []).append(name)
        return found

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
        for _, known in chain(reversed(self._introduced.people), self._speakers.seen):
            if (
                known.mention.office == mention.office
                and known.mention.person
                and (not mention.states or not known.speaker.states or set(mention.states) & set(known.speaker.states))
            ):
                return known
        return None


def _may_hold(known: Resolved, mention: Mention) -> bool:
    """The Czech prime minister is not Ukraine's deputy minister."""
    own, held = set(mention.office.lower().split()), set(known.mention.office.lower().split())
    return not _elsewhere(known, mention) and (own <= held | role_words(known) or held <= own)


def _elsewhere(known: Resolved, mention: Mention) -> bool:
    """Whether a mention tells of a state that is none of the speaker's."""
    return bool(mention.states and known.speaker.states) and set(mention.states).isdisjoint(known.speaker.states)
