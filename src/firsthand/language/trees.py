"""Walk over a reading: subtrees, noun phrases, subjects, negation, quotations."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from firsthand.model import Entity, Reading, Span, Token

Range = tuple[int, int]

LONGEST_HEADLINE = 40
"""Words of a headline."""

_OUTSIDE_NOUN_PHRASE = frozenset({"acl:relcl", "acl", "appos", "parataxis", "punct", "cc", "conj", "dep", "list"})
_OF_A_CLAUSE = frozenset({"nsubj", "csubj", "cop", "aux", "obl", "advmod", "advcl", "ccomp", "expl", "discourse"})
"""What hangs on the noun of a clause such as "she was a guest", and is no part of its phrase."""
_CHAIN = frozenset({"conj", "xcomp", "advcl", "acl", "parataxis", "ccomp", "dep", "acl:relcl", "advcl:relcl"})
_NEGATIVE = frozenset({"not", "n't", "n’t", "neither", "nor", "never"})
"""Words that are sometimes tagged as a second subject: we do not comment."""
_OPEN, _CLOSE, _BOTH = "“«„", "”»", '"'


class Tree:
    """A reading with its tree made easy to ask. Indices are of ``reading.tokens``."""

    def __init__(self, reading: Reading, text: str):
        self.reading = reading
        self.tokens: Sequence[Token] = reading.tokens
        self.text = text
        self.children = reading.children()

    def slice(self, span: Range) -> str:
        """The words of a token range as they stand."""
        return self.text[self.tokens[span[0]].start : self.tokens[span[1] - 1].end]

    def span(self, words: Range) -> Span:
        """The place of a range of words in the text of the report."""
        return Span(self.reading.report, self.tokens[words[0]].start, self.tokens[words[1] - 1].end)

    def words_before(self, i: int, sentences: int) -> range:
        """The tokens before ``i``, the nearest first, in its sentence and so many before that."""
        first = self.reading.sentences[max(0, self.tokens[i].sentence - sentences)][0]
        return range(i - 1, first - 1, -1)

    def word(self, i: int) -> str:
        """Token ``i`` in lower case; empty beyond the ends."""
        return self.tokens[i].text.lower() if 0 <= i < len(self.tokens) else ""

    def child(self, i: int, *relations: str) -> int | None:
        """The first child with one of the relations (``nsubj`` also means ``nsubj:pass``)."""
        for j in self.children[i]:
            if self.tokens[j].deprel in relations or self.tokens[j].deprel.split(":")[0] in relations:
                return j
        return None

    def below(self, i: int) -> list[int]:
        """The subtree of ``i``, in order."""
        found, todo = [], [i]
        while todo:
            k = todo.pop()
            found.append(k)
            todo += self.children[k]
        return sorted(found)

    def extent(self, i: int) -> Range:
        """First to last token of the subtree of ``i``, edge punctuation left out."""
        found = self.below(i)
        first, last = found[0], found[-1] + 1
        while (
            first < i
            and self.tokens[first].upos == "PUNCT"
            and self.text[self.tokens[first].start] not in _OPEN + _BOTH
        ):
            first += 1
        while last - 1 > i and self.tokens[last - 1].upos == "PUNCT" and self.tokens[last - 1].text[0] in ",;:.—–-":
            last -= 1
        return first, last

    def noun_phrase(self, i: int, *, conjuncts: bool = True) -> Range:
        """The noun phrase headed by ``i`` without clauses and appositions, with conjuncts if asked."""
        keep = {i}
        todo = [i]
        clause = self.child(i, "cop") is not None
        while todo:
            for j in self.children[todo.pop()]:
                relation = self.tokens[j].deprel
                if self.tokens[j].head == i and relation in ("case", "mark", "cc"):
                    continue
                if clause and self.tokens[j].head == i and relation.split(":")[0] in _OF_A_CLAUSE:
                    continue
                if relation not in _OUTSIDE_NOUN_PHRASE or (conjuncts and relation in ("cc", "conj")):
                    keep.add(j)
                    todo.append(j)
        first = last = i
        while first - 1 in keep or (
            first - 1 >= 0 and first - 2 in keep and self.tokens[first - 1].text in {",", "-", "'", "’", '"', "“", "”"}
        ):
            first -= 1
        while last + 1 in keep or (
            last + 2 in keep and last + 2 < len(self.tokens) and self.tokens[last + 1].text in {",", "-", '"', "“", "”"}
        ):
            last += 1
        return first, last + 1

    def phrase_from(self, i: int, most: int = 16) -> Range:
        """The noun phrase that begins at token ``i``, told by parts of speech alone, with its "of" phrases."""
        end, last_noun = i, i
        while end < len(self.tokens) and end - i < most and self.tokens[end].sentence == self.tokens[i].sentence:
            token = self.tokens[end]
            inner = (
                token.upos in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "SYM", "X") or token.text in "-’'"
            )
            link = token.text.lower() in ("of", "from", "in", "at", "for", "and", "with", "&") and end > i
            if not (inner or link) or token.text.lower() in ("that", "who", "which", "as"):
                break
            if token.upos in ("NOUN", "PROPN", "PRON", "NUM"):
                last_noun = end
            end += 1
        return i, last_noun + 1

    def head_of(self, span: Range) -> int:
        """The token of the range that hangs on something outside it (the last such noun, else the last)."""
        tops = [i for i in range(*span) if not span[0] <= self.tokens[i].head < span[1] or self.tokens[i].head == i]
        nouns = [i for i in tops if self.tokens[i].upos in ("NOUN", "PROPN", "PRON", "NUM")]
        return (nouns or tops or [span[1] - 1])[0]

    def subject(self, verb: int) -> int | None:
        """The subject of a verb, its own or the one it shares with the clause it depends on."""
        seen: set[int] = set()
        while verb not in seen:
            seen.add(verb)
            token = self.tokens[verb]
            subjects = [
                j for j in self.children[verb] if self.tokens[j].deprel.split(":")[0] == "nsubj"
                and self.tokens[j].lemma not in _NEGATIVE
            ]  # fmt: skip
            before = [j for j in subjects if j < verb]
            if len(before) > 1 and any(self.tokens[k].upos == "ADP" for k in range(before[-1] - 2, before[-1])):
                before.pop()  # "its mission to the UN": what follows a preposition is no subject
            found = before[-1:] or [j for j in subjects if self.tokens[j].deprel == "nsubj"][:1]
            if found:
                return self._antecedent(found[0], token)
            if token.deprel.startswith("acl") and token.head != verb:
                return token.head
            if token.deprel not in _CHAIN or token.head == verb:
                return None
            if token.deprel == "ccomp":
                return None
            verb = token.head
        return None

    def name_before(self, verb: int) -> int | None:
        """The noun right before a verb, times and adverbs between passed over: for a tree that lost the subject."""
        dates = self.dates
        begin = self.sentence(verb)[0]
        i = verb - 1
        while i >= begin:
            token = self.tokens[i]
            before_date = token.upos == "ADP" and i + 1 in dates
            if not (i in dates or before_date or token.upos in ("ADV", "AUX", "PART")):
                return i if token.upos in ("NOUN", "PROPN") else None
            i -= 1
        return None

    def _antecedent(self, subject: int, verb: Token) -> int:
        """A relative pronoun stands for the noun its clause hangs on."""
        if verb.deprel == "acl:relcl" and self.tokens[subject].lemma in ("who", "which", "that"):
            return verb.head
        return subject

    def negated(self, i: int) -> bool:
        """Whether a negative word hangs on ``i``."""
        return any(self.tokens[j].lemma in ("not", "never", "no", "neither", "nor") for j in self.children[i])

    def sentence(self, i: int) -> Range:
        """The sentence that token ``i`` stands in."""
        return self.reading.sentences[self.tokens[i].sentence]

    @cached_property
    def paragraph_of(self) -> list[int]:
        """For each token the index of its paragraph."""
        found = [0] * len(self.tokens)
        for k, (first, last) in enumerate(self.reading.paragraphs):
            for i in range(first, last):
                found[i] = k
        return found

    @cached_property
    def headline(self) -> Range:
        """A first line with text below it that ends neither with a full stop nor with a colon; empty where none is."""
        paragraphs = self.reading.paragraphs
        if len(paragraphs) < 2 or paragraphs[0][1] > LONGEST_HEADLINE:
            return 0, 0
        return (0, 0) if self.tokens[paragraphs[0][1] - 1].text in {".", ":"} else paragraphs[0]

    def preposition(self, i: int) -> str:
        """The word that marks the case of token ``i``, in lower case; empty where none does."""
        case = self.child(i, "case")
        return "" if case is None else self.word(case)

    @cached_property
    def dates(self) -> frozenset[int]:
        """The tokens of dates."""
        return frozenset(k for e in self.reading.entities if e.label == "DATE" for k in range(e.first, e.last))

    @cached_property
    def times(self) -> frozenset[int]:
        """The tokens of dates and of lengths of time."""
        lengths = (range(e.first, e.last) for e in self.reading.entities if e.label == "DURATION")
        return self.dates.union(*lengths)

    @cached_property
    def label_of(self) -> dict[int, str]:
        """Token to the label of the entity that it stands in, the first where there are several."""
        entities = reversed(self.reading.entities)
        return {k: e.label for e in entities for k in range(e.first, e.last)}

    @cached_property
    def persons(self) -> frozenset[int]:
        """The tokens of persons."""
        return frozenset(k for e in self.reading.entities if e.label == "PER" for k in range(e.first, e.last))

    @cached_property
    def unnamed_persons(self) -> frozenset[int]:
        """The tokens of phrases and pronouns that stand for one person."""
        return frozenset(k for m in self.reading.mentions if m.label == "PER" for k in range(m.first, m.last))

    def is_person(self, i: int) -> bool:
        """Whether a token stands for one person, by name or without."""
        return i in self.persons or i in self.unnamed_persons

    @cached_property
    def unnamed_groups(self) -> frozenset[int]:
        """The tokens of phrases and pronouns that stand for a body or several persons."""
        return frozenset(k for m in self.reading.mentions if m.label == "ORG" for k in range(m.first, m.last))

    def within(self, start: int, end: int) -> Range | None:
        """The tokens that lie in the characters ``[start, end)``, None where none does."""
        first = bisect_left(self.tokens, start, key=attrgetter("start"))
        last = bisect_right(self.tokens, end, first, key=attrgetter("end"))
        return (first, last) if first < last else None

    def entities_from(self, first: int, last: int) -> Sequence[Entity]:
        """The entities that begin in a token range."""
        entities = self.reading.entities
        begin = bisect_left(entities, first, key=attrgetter("first"))
        return entities[begin : bisect_left(entities, last, begin, key=attrgetter("first"))]

    def entities_in(self, first: int, last: int) -> list[Entity]:
        """The entities that lie in a token range."""
        return [e for e in self.entities_from(first, last) if e.last <= last]

    @cached_property
    def quotations(self) -> list[Range]:
        """Token ranges between quotation marks, marks included; one left open ends with its paragraph."""
        found: list[Range] = []
        for first, last in self.reading.paragraphs:
            opened = -1
            for i in range(first, last):
                mark = self.tokens[i].text[0]
                doubled = self.tokens[i].text in ("''", "``")
                if opened < 0 and (mark in _OPEN or mark in _BOTH or doubled):
                    opened = i
                elif opened >= 0 and (mark in _CLOSE or mark in _BOTH or doubled):
                    found.append((opened, i + 1))
                    opened = -1
                elif opened >= 0 and mark in _OPEN:
                    opened = i
            if opened >= 0 and last - opened > 3:
                found.append((opened, last))
        return found

    @cached_property
    def _quotation_of(self) -> dict[int, int]:
        return {i: k for k, (a, b) in enumerate(self.quotations) for i in range(a, b)}

    def quotation_at(self, i: int) -> Range | None:
        """The quotation that token ``i`` stands in."""
        k = self._quotation_of.get(i)
        return None if k is None else self.quotations[k]
