"""The people whom a report names, with the phrases that introduce them."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from firsthand.language.gazetteer import NameMention, names_between
from firsthand.language.trees import Tree
from firsthand.model import Entity, Finding
from firsthand.statements.cues import Cues
from firsthand.statements.describe import Speaker, describe
from firsthand.statements.mentions import Mention, read_mention
from firsthand.statements.utterance import Range

NEAR = 6
"""Sentences before a phrase in which somebody named is still meant by it."""
SOON = 3
"""Sentences behind a phrase in which a report may tell who was meant: his name is …."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A speaker with the mention that shows it, and why it is taken for that speaker."""

    speaker: Speaker
    mention: Mention
    findings: tuple[Finding, ...]


def described(tree: Tree, cues: Cues, names: list[NameMention], span: Range, head: int | None) -> Resolved:
    """The speaker that a phrase of the report shows by itself."""
    mention = read_mention(tree, cues, span, head, names)
    return Resolved(describe(tree, cues, mention), mention, ())


class Introduced:
    """Every person of one report who is named, in the order of the text: the token of the name, and who it is."""

    def __init__(self, tree: Tree, cues: Cues, names: list[NameMention]):
        self._tree, self._cues, self._names = tree, cues, names
        self.people = _in_full(self._people())

    def till(self, mention: Mention) -> Iterator[tuple[int, Resolved]]:
        """The people named before a mention, the nearest first."""
        sentence, spoken = self._tree.tokens[mention.head].sentence, self._tree.quotation_at(mention.head)
        for k in range(bisect_left(self.people, mention.head, key=itemgetter(0)) - 1, -1, -1):
            i, known = self.people[k]
            quoted = self._tree.quotation_at(i)
            # "They came with Lind," he said: he is not Lind.
            if quoted is None or quoted == spoken or self._tree.tokens[i].sentence != sentence:
                yield i, known

    def before(
        self, mention: Mention, noun: str = "", fits: Callable[[Resolved], bool] = lambda known: True
    ) -> Resolved | None:
        """The person named last in the six sentences before that ``fits``, with ``noun`` in the role where one is asked
        for."""
        sentence = self._tree.tokens[mention.head].sentence
        for i, known in self.till(mention):
            if sentence - self._tree.tokens[i].sentence > NEAR:
                break
            if (not noun or noun in (known.speaker.role or "").lower().split()) and fits(known):
                return known
        return None

    def named_soon(self, mention: Mention) -> Resolved | None:
        """A driver: he whom one of the next sentences calls “the driver, Issa Wantala”."""
        i, known = self._named_next(mention)
        tokens = self._tree.tokens
        soon = tokens[i].sentence - tokens[mention.head].sentence <= SOON
        return known if soon and not mention.plural else None

    def _named_next(self, mention: Mention) -> tuple[int, Resolved | None]:
        """The token and person of the next name that stands beside the noun of a mention."""
        named = self._named_beside.get(mention.noun, [])
        k = bisect_left(named, mention.head, key=itemgetter(0))
        return named[k] if k < len(named) else (mention.head, None)

    def later(self, mention: Mention) -> Resolved | None:
        """The driver: one whom the report calls “the driver, Issa Wantala,” further on, or soon says who the man is."""
        _, named = self._named_next(mention)
        if named is not None:
            return named
        sentence = self._tree.tokens[mention.head].sentence
        told = (known for i, known in self._told_who if 0 < self._tree.tokens[i].sentence - sentence <= SOON)
        return next(told, None) or self.who_had_spoken(mention)

    def who_had_spoken(self, mention: Mention) -> Resolved | None:
        """The mechanic said so. Ada Lind made the remark on Radio Vell; a clerk from Lagos, he spoke to the paper."""
        tree, cues, sentence = self._tree, self._cues, self._tree.tokens[mention.head].sentence
        person = mention.pronoun == "person" or tree.is_person(mention.head) or self.is_role(mention.head)
        if mention.plural or mention.bodies or not person:
            return None
        for first, last in tree.reading.sentences[sentence + 1 : sentence + 1 + SOON]:
            verb = next((i for i in range(first, last) if tree.tokens[i].deprel == "root"), first)
            subject = tree.subject(verb)
            if subject is None or subject < first or not tells_of_words(tree, cues, verb):
                continue
            if not self._names_an_outlet(verb, last):
                continue
            if tree.tokens[subject].upos == "PRON":
                unnamed = set_before(tree, subject)
                return described(tree, cues, self._names, unnamed, None) if unnamed is not None else None
            words = cues.has("remarks_noun", tree.word(subject))
            begin, end = (bisect_left(self.people, i, key=itemgetter(0)) for i in (first, last))
            for i, known in self.people[begin:end]:
                if (words or tree.head_of((i, i + 1)) == subject) and self._first_named[surname(known)] == i:
                    return known if self.may_be(mention, known) else None
            if (
                words
                and tree.child(subject, "nmod:poss") is not None
                and begin
                and self.people[begin - 1][0] > mention.head
            ):
                return self.people[begin - 1][1]  # her remarks: of her who was named before
            if mention.pronoun and tree.tokens[subject].upos == "NOUN" and tree.is_person(subject):
                return described(tree, cues, self._names, tree.noun_phrase(subject, conjuncts=False), subject)
        return None

    def _names_an_outlet(self, first: int, last: int) -> bool:
        tokens = self._tree.tokens
        if any(n.kind == "outlet" for n in names_between(self._names, tokens[first].start, tokens[last - 1].end)):
            return True
        return any(
            self._cues.has("printing_noun", t.text) or (t.text[0].isupper() and self._cues.has("outlet_word", t.text))
            for t in tokens[first:last]
        )

    def may_be(self, mention: Mention, known: Resolved) -> bool:
        """Whether a word for somebody goes with the role of a person: the officer is no envoy."""
        role = role_words(known)
        if mention.pronoun or not role or mention.noun in role:
            return True
        own = self._cues.calling(mention.noun)
        another = bool(own) and not self._cues.callings.isdisjoint(role)
        return not own.isdisjoint(role) or (not another and self._cues.has("any_person", mention.noun))

    @cached_property
    def _first_named(self) -> dict[str, int]:
        """Surnames to where they stand first."""
        return {surname(known): i for i, known in reversed(self.people)}

    @cached_property
    def _named_beside(self) -> dict[str, list[tuple[int, Resolved]]]:
        """Nouns to the people whose names stand beside them: the driver, Issa Wantala; the driver is Issa Wantala."""
        found: dict[str, list[tuple[int, Resolved]]] = {}
        tokens = self._tree.tokens
        for i, known in self.people:
            nouns = [known.mention.head] if known.mention.definite and tokens[i].deprel == "appos" else []
            nouns = [k for k in nouns if k < i] + [k for k in self._called(i) if tokens[k].upos != "PRON"]
            for k in nouns:
                found.setdefault(tokens[k].lemma.lower(), []).append((i, known))
        return found

    @cached_property
    def _told_who(self) -> list[tuple[int, Resolved]]:
        """The people of whom a sentence tells that he, the man, is called so."""
        return [
            (i, known)
            for i, known in self.people
            for k in self._called(i)
            if self._cues.has("any_person", self._tree.tokens[k].lemma) or self._tree.tokens[k].upos == "PRON"
        ]

    def _called(self, i: int) -> Iterator[int]:
        """The words for whoever has the name at ``i``: the guard is Deo Ndaye; her name is …; Omar Sy, the agent, …."""
        tree = self._tree
        name = tree.head_of((i, i + 1))
        verb = tree.tokens[name].head
        linked = name if tree.child(name, "cop") is not None else verb
        naming = linked == name or tree.tokens[verb].lemma in ("call", "name")
        subject = tree.subject(linked) if naming and tree.tokens[linked].deprel in ("root", "conj") else None
        if subject is not None and subject < i:
            owner = tree.child(subject, "nmod:poss") if tree.tokens[subject].lemma == "name" else subject
            if owner is not None:
                yield owner
        for k in tree.children[name]:
            article = tree.child(k, "det")
            if tree.tokens[k].deprel == "appos" and k > name and article is not None and tree.word(article) == "the":
                yield k

    def _people(self) -> list[tuple[int, Resolved]]:
        """Every person the report names, with the phrase that introduces them."""
        found = []
        for e in self._tree.reading.entities:
            if e.label == "PER" and not self._is_paper(e) and not self._is_place(e):
                mention = self._introducing(e)
                if not mention.person:
                    mention = read_mention(self._tree, self._cues, (e.first, e.last), None, self._names)
                if mention.person:
                    found.append((e.first, Resolved(describe(self._tree, self._cues, mention), mention, ())))
        return found

    def _is_place(self, e: Entity) -> bool:
        """A teacher from Rustavi: one word behind from or near, that is no part of another name."""
        alone = e.last - e.first == 1 and self._tree.word(e.first - 1) in ("from", "near", "outside")
        return alone and self._tree.tokens[e.first].text not in self._in_longer_names

    @cached_property
    def _in_longer_names(self) -> frozenset[str]:
        """The first and last words of the persons that are named by several."""
        people = [e for e in self._tree.reading.entities if e.label == "PER" and e.last - e.first > 1]
        return frozenset(self._tree.tokens[i].text for e in people for i in (e.first, e.last - 1))

    def _is_paper(self, e: Entity) -> bool:
        """The Lagos Courier, the weekly El Faro: no person, whatever the reader took it for."""
        tokens = self._tree.tokens
        if self._cues.has("printing_noun", self._tree.word(e.first - 1)):
            return True
        article = e.first > 0 and self._tree.word(e.first - 1) == "the"
        return article and self._cues.has("outlet_word", tokens[e.last - 1].text)

    def _introducing(self, e: Entity) -> Mention:
        """The phrase around a name, with the titles before it."""
        tree = self._tree
        head = tree.head_of((e.first, e.last))
        top = tree.tokens[head]
        if top.deprel.split(":")[0] in ("appos", "flat", "compound") and top.head != head:
            head = top.head
        head = self._role_above(head) if top.deprel == "appos" else head
        phrase = tree.noun_phrase(head, conjuncts=False)
        first = min(phrase[0], e.first)
        while first > tree.sentence(e.first)[0] and tree.tokens[first - 1].upos == "PROPN" and first == e.first:
            first -= 1  # Pastor Emeka Obi
        if first == e.first > tree.sentence(e.first)[0] and self.is_role(first - 1):
            first = tree.noun_phrase(first - 1, conjuncts=False)[0]  # federal prosecutor | Greta Hoorn
        nearer = self._nearer_role(first, e.first)
        if nearer is not None:  # the American envoy, | the Japanese minister Ken Oda
            return read_mention(tree, self._cues, (nearer, e.last), None, self._names)
        mention = read_mention(tree, self._cues, (first, max(phrase[1], e.last)), head, self._names)
        joint = next((i for i in range(e.first - 1, first, -1) if tree.tokens[i].upos == "CCONJ"), None)
        if mention.people and joint is not None:  # the owner and | his lawyer, Ada Lind
            mention = read_mention(tree, self._cues, (joint + 1, e.last), None, self._names)
        return mention

    def _nearer_role(self, first: int, name: int) -> int | None:
        """Where behind a comma a phrase with an owner or article begins whose noun stands before the name, or None."""
        tokens = self._tree.tokens
        commas = [i for i in range(name - 1, first, -1) if tokens[i].text == ","]
        bare = len(commas) > 1 and all(tokens[i].upos not in ("VERB", "AUX") for i in range(commas[1], name))
        if bare and commas[0] == name - 1:  # the American envoy, | Chile's minister, Ken Oda
            return commas[1] + 1
        begin = commas[0] + 1 if commas else name
        while begin < name and tokens[begin].upos in ("SCONJ", "ADP", "ADV"):
            begin += 1  # if | Chile's minister Ken Oda is to be believed
        owned = any(tokens[i].deprel == "nmod:poss" for i in range(begin, name))
        opened = begin < name - 1 and (tokens[begin].upos == "DET" or owned)
        return begin if opened and tokens[name - 1].upos == "NOUN" else None

    def _role_above(self, head: int) -> int:
        """The head of the customs service, Ada Lind: the name is set beside the head, not beside the service."""
        tokens, i = self._tree.tokens, head
        while not self.is_role(i):
            if tokens[i].deprel.split(":")[0] != "nmod" or tokens[i].head >= i:
                return head
            i = tokens[i].head
        return i

    def is_role(self, i: int) -> bool:
        """Whether a word tells an office or a calling."""
        return any(self._cues.has(group, self._tree.tokens[i].text) for group in ("official_role", "expert_role"))


def _in_full(people: list[tuple[int, Resolved]]) -> list[tuple[int, Resolved]]:
    """The people, those named by one word as the report introduces the one person of that surname, or first name."""
    full: dict[str, dict[str, Resolved]] = {}
    first: dict[str, dict[str, Resolved]] = {}
    for _, known in people:
        name = known.mention.person.lower()
        if " " in name:
            full.setdefault(name.split()[-1], {}).setdefault(name, known)
            first.setdefault(name.split()[0], {}).setdefault(name, known)
    found = []
    for i, known in people:
        name = known.mention.person.lower()
        named = full.get(name) or first.get(name, {})
        found.append((i, next(iter(named.values())) if len(named) == 1 else known))
    return found


def surname(known: Resolved) -> str:
    """The last word of a person's name, in lower case."""
    return known.mention.person.lower().split()[-1]


def role_words(known: Resolved) -> frozenset[str]:
    """The words of a speaker's role, in lower case."""
    return frozenset((known.speaker.role or "").lower().replace(",", " ").split())


def set_before(tree: Tree, pronoun: int) -> Range | None:
    """A clerk from Lagos, | he spoke: the phrase that begins the sentence and tells who the pronoun is."""
    first = tree.sentence(pronoun)[0]
    if pronoun - first < 3 or tree.word(first) not in ("a", "an") or tree.tokens[pronoun - 1].text != ",":
        return None
    return (first, pronoun - 1) if tree.is_person(tree.head_of((first, pronoun - 1))) else None


def tells_of_words(tree: Tree, cues: Cues, verb: int) -> bool:
    """Whether a verb tells that somebody spoke: she spoke to the paper, made the remark on air, took questions."""
    token, thing = tree.tokens[verb], tree.child(verb, "obj")
    if any(tree.word(j) in ("not", "never") for j in tree.children[verb]):
        return False
    remarks = thing is not None and cues.has("remarks_noun", tree.word(thing)) and cues.has("making_verb", token.lemma)
    answers = thing is not None and cues.has("question_noun", tree.word(thing))
    answers = answers and cues.has("taking_question_verb", token.lemma)
    asked = tree.child(verb, "nsubj:pass") is not None and cues.has("questioning_verb", token.lemma)
    subject = tree.subject(verb)
    appeared = subject is not None and cues.has("remarks_noun", tree.word(subject))
    appeared = appeared and cues.has("appearing_verb", token.lemma)
    return remarks or answers or asked or appeared or cues.has("talking_verb", token.lemma)


def full_names(tree: Tree) -> dict[str, str]:
    """Surname to the longest name that ends with it."""
    found: dict[str, str] = {}
    for e in tree.reading.entities:
        if e.label == "PER":
            name = " ".join(tree.slice((e.first, e.last)).split())
            last = name.split()[-1].lower()
            if len(name) > len(found.get(last, "")):
                found[last] = name
    return found
