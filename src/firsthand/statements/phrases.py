"""Parts of a sentence told by the order of its words: voices, their verbs, what they govern.

Trees of long sentences are often wrong where speech is nested; the order of words and their parts of speech hold.
"""

from dataclasses import dataclass, field

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.outlets import Outlets, phrase_at
from firsthand.statements.utterance import Range

_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
_MARKS = frozenset("“”\"«»„‘’'`") | {"''", "``"}
_DASHES = frozenset("–—-") | {"--"}
_NEAR = 14


@dataclass(slots=True)
class Aside:
    """What only tells of the voice beside it: whom it relies on, through whom it comes."""

    cited: list[Range] = field(default_factory=list)
    relays: list[Range] = field(default_factory=list)


_SO = 12
"""Words between "as" and the verb of a clause that it opens."""


class Phrases:
    """Looks at the words of one report."""

    def __init__(self, tree: Tree, cues: Cues, outlets: Outlets):
        self.tree, self.cues, self.outlets = tree, cues, outlets

    def bare(self, words: list[int]) -> list[int]:
        """The words without marks and joining words at their edges."""
        while words and (self._mark(words[0]) or self.cues.has("clause_opener", self.tree.tokens[words[0]].text)):
            words = words[1:]
        while words and self._mark(words[-1]) and not self._closes_within(words):
            words = words[:-1]
        return words

    def _closes_within(self, words: list[int]) -> bool:
        """Whether the last word is a mark that closes a quotation which opens behind the first."""
        quotation = self.tree.quotation_at(words[-1])
        return quotation is not None and quotation[1] - 1 == words[-1] and quotation[0] > words[0]

    def _mark(self, i: int) -> bool:
        return self.tree.tokens[i].upos == "PUNCT" or self.tree.tokens[i].text in _MARKS

    def boundaries(self, words: list[int]) -> list[int]:
        """Places in ``words`` of commas, dashes and closing quotation marks; those inside a quotation left out."""
        found = []
        inside = {self.tree.quotation_at(i) for i in words}
        for k, i in enumerate(words[:-1]):
            text, quotation = self.tree.tokens[i].text, self.tree.quotation_at(i)
            closes = quotation is not None and i == quotation[1] - 1 and i != quotation[0]
            if quotation is not None and not closes and len(inside) > 1:
                continue
            dash = text in _DASHES and self.tree.tokens[i - 1].end < self.tree.tokens[i].start
            follows = self.tree.tokens[words[k + 1]].text == ","
            if (text == "," or dash or closes) and not follows:
                found.append(k)
        return found

    def speaks(self, words: list[int]) -> bool:
        """Whether the words can be what is said: a clause, or a headline of some words."""
        if any(self.finite(i) for i in words) or any(self.tree.quotation_at(i) is not None for i in words):
            return True
        last = self.tree.sentence(words[0])[1] - 1
        return len(words) > 2 and self.tree.tokens[last].text not in {".", "”", '"'}

    def starts_phrase(self, i: int) -> bool:
        """Whether a noun phrase can begin at token ``i``."""
        relative = i < len(self.tree.tokens) and self.cues.has("relative_word", self.tree.tokens[i].text)
        return i < len(self.tree.tokens) and self.tree.tokens[i].upos in _PHRASE and not relative

    def phrase(self, i: int, end: int) -> Range | None:
        """The noun phrase that begins at token ``i`` and ends before ``end``."""
        while i < end and self._mark(i):
            i += 1
        if i >= end or not self.starts_phrase(i):
            return None
        first, last = phrase_at(self.tree, i, end)
        for j in range(first + 1, last):
            if self.cues.has("subject_pronoun", self.tree.word(j)):
                last = j
                break
        last = self.outlets.past_quoted_name(last, end)
        return (first, last) if last > first else None

    def bare_name_before(self, words: list[int], k: int) -> bool:
        """Spokeswoman, | Ada Lind, told: the name is put beside another phrase, which the voice begins with."""
        places = self.boundaries(words)
        later = [b for b in places if b > k]
        before = [b for b in places if b < k]
        if not later or later[0] - k > 9 or not self._verb_stands(words[later[0] + 1]):
            return False
        if any(self.tree.tokens[i].upos in ("VERB", "AUX") for i in words[k + 1 : later[0]]):
            return False
        part = words[(before[-1] + 1 if before else 0) : k]
        return 0 < len(part) < 14 and not any(self.finite(i) for i in part) and self.starts_phrase(part[0])

    def _verb_stands(self, i: int) -> bool:
        return self.reports(i) or self.tree.tokens[i].upos == "AUX"

    def reports(self, i: int) -> bool:
        """Whether the word is a form of a verb that reports."""
        token = self.tree.tokens[i]
        word = token.text.lower()
        if self.cues.has("learn_verb", token.lemma) or self._noun_of_one(i) or self._acts_itself(i):
            return False
        if self.cues.has("particle_verb", f"{token.lemma} {self.tree.word(i + 1)}"):
            if self.tree.word(i + 1) != "it":
                return token.upos == "VERB"
            if self._in_so_clause(i):
                return True
        if word not in self.cues.verb_stance and not self.cues.has("text_verb", token.lemma):
            return self.cues.has("report_particle", word) and self._with_particle(i)
        if self.cues.has("report_particle", word):
            return self._with_particle(i)
        return token.upos in ("VERB", "AUX") or self.cues.has("sure_report", word)

    def _acts_itself(self, i: int) -> bool:
        """The Gulf states oppose it: a subject, and no verb, whatever its form."""
        token = self.tree.tokens[i]
        subject = token.upos == "NOUN" and token.deprel.startswith("nsubj") and token.head > i
        return subject or (token.text == "states" and self.cues.has("before_states", self.tree.word(i - 1)))

    def _in_so_clause(self, i: int) -> bool:
        """As the protocol has it; as one of them, as she has it, is by those who say so anyway."""
        opens = range(i - 1, max(self.tree.sentence(i)[0], i - _SO) - 1, -1)
        so = next((j for j in opens if self.cues.has("so_word", self.tree.word(j))), None)
        if so is None or self.cues.has("one_of_group", self.tree.word(so + 1)):
            return False
        first = self.tree.tokens[so + 1]
        return first.upos != "PRON" or first.deprel == "nmod:poss"

    def _noun_of_one(self, i: int) -> bool:
        """An island state, an insurance claim: the bare form behind one thing is no verb."""
        if self.tree.tokens[i].text.lower() != self.tree.tokens[i].lemma:
            return False
        first = i - 1
        while first > 0 and self.tree.tokens[first].upos in ("NOUN", "ADJ", "PROPN") and i - first < 4:
            first -= 1
        return first < i - 1 and self.tree.word(first) in ("a", "an")

    def _with_particle(self, i: int) -> bool:
        """Let us know, was made aware: the word that makes the verb one of speech."""
        near = range(max(0, i - 4), i)
        return any(self.cues.has("report_opener", self.tree.tokens[j].lemma) for j in near)

    def finite(self, i: int) -> bool:
        """Whether the word is a finite verb, as far as its form and place tell."""
        token = self.tree.tokens[i]
        if token.upos == "AUX":
            return self.tree.word(i - 1) != "to" and not token.text.lower().endswith("ing")
        if token.upos != "VERB" or token.text.lower().endswith("ing") or self.tree.word(i - 1) == "to":
            return False
        if token.deprel == "amod":
            return False
        participle = token.deprel.split(":")[0] in ("acl", "amod", "advcl") or self.tree.word(i - 1) == ","
        behind = self.tree.tokens[i + 1].upos if i + 1 < len(self.tree.tokens) else "PUNCT"
        past = token.text.lower().endswith(("ed", "en", "t", "n"))
        grouped = self.tree.tokens[i - 1].upos in ("AUX", "ADV") if i else False
        return grouped or not (participle and past and behind in ("ADP", "PUNCT", "SCONJ", "ADV", "PART"))

    def main_verb(self, words: list[int]) -> int | None:
        """The first verb of the main clause, if it reports; verbs of relative clauses are passed over."""
        relative = False
        k = 1
        while k < len(words):
            i = words[k]
            if self.cues.has("relative_word", self.tree.tokens[i].text):
                relative = True
            elif self.tree.tokens[i].text == ",":
                relative = False
            elif relative and (self.finite(i) or self.tree.tokens[i].upos == "VERB"):
                relative = self.tree.tokens[i].upos == "AUX" and k + 1 < len(words)
            elif self._handed(words, k):
                pass
            elif self.tree.word(i - 1) == "," and self.cues.has("anonymity", self.tree.word(i + 1)):
                while k + 1 < len(words) and self.tree.tokens[words[k + 1]].text != ",":
                    k += 1  # promised anonymity
            elif (self._says(i) or self._lists(words[0], i)) and self._predicates(i):
                return None if self.tree.word(i - 1) == "to" else i
            elif self.tree.word(i - 1) == "," and self.tree.tokens[i].upos == "VERB":
                while k + 1 < len(words) and self.tree.tokens[words[k + 1]].text != ",":
                    k += 1
            elif self.finite(i) and not self._leads_over(i):
                return None
            k += 1
        return None

    def _handed(self, words: list[int], k: int) -> bool:
        """A note described to the paper | says: a participle behind a noun, where the verb that reports follows."""
        i = words[k]
        behind = self.tree.tokens[i - 1].upos in ("NOUN", "PROPN") and self.tree.word(i).endswith(("ed", "n", "t"))
        links = self.tree.word(i + 1) in ("to", "by", "in", "with", "on")
        if not (behind and links and self.cues.has("handing_word", self.tree.word(i))):
            return False
        for j in words[k + 2 :]:
            token = self.tree.tokens[j]
            if token.text == "," or self.cues.has("relative_word", token.text):
                return False
            if self.reports(j) or self._lists(words[0], j):
                return True
        return False

    def _says(self, i: int) -> bool:
        """A verb that reports whatever its subject is; a text reads, runs or goes only where it stands before it."""
        return self.reports(i) and not self.cues.has("text_verb", self.tree.tokens[i].lemma)

    def _lists(self, first: int, i: int) -> bool:
        """Whether a document is the subject of a verb by which documents tell: a memo lists, a report counts."""
        token = self.tree.tokens[i]
        beside = token.deprel.startswith("acl")  # a memo dated 3 May tells nothing by that
        verb = self.cues.has("document_verb", token.lemma) and token.upos == "VERB" and not beside
        last = self.tree.tokens[min(i + 1, len(self.tree.tokens) - 1)].upos in ("PUNCT", "SCONJ")
        form = self.cues.has("document_form", token.text) and (last or self.tree.word(i + 1) == "that")
        return (verb or form) and i > first and self.is_document((first, i))

    def _predicates(self, i: int) -> bool:
        """Not remarks carried by, not the officials cited by: a participle that hangs on a noun."""
        by = self.tree.word(i + 1) == "by" or self.tree.tokens[i].deprel == "amod"
        word = self.tree.word(i)
        return not (by and not self.is_passive(i)) and not word.endswith("ing")

    def _leads_over(self, i: int) -> bool:
        token = self.tree.tokens[i]
        return token.upos == "AUX" or self.cues.has("report_opener", token.lemma)

    def verb_group(self, verb: int) -> Range:
        """The verb with the auxiliaries and adverbs right before it."""
        first = verb
        while first and (
            self.tree.tokens[first - 1].upos in ("AUX", "ADV", "PART")
            and self.tree.tokens[first - 1].sentence == self.tree.tokens[verb].sentence
        ):
            first -= 1
        return first, verb + 1

    def is_passive(self, verb: int) -> bool:
        """Whether a form of "be" stands in the group of a verb that is no -ing form."""
        if self.tree.word(verb).endswith("ing"):
            return False
        first = self.verb_group(verb)[0]
        if self.cues.has("report_particle", self.tree.word(verb)):
            first = max(0, first - 3)
        return any(self.cues.has("be_form", self.tree.tokens[i].text) for i in range(first, verb))

    def inverted(self, words: list[int]) -> bool:
        """Said the minister: a verb of saying, then who says it."""
        first = words[0]
        told = self.cues.has("addressee_verb", self.tree.tokens[first].lemma)
        if (
            len(words) < 2
            or not self.reports(first)
            or (told and not self.cues.has("so_word", self.tree.word(first - 1)))
        ):
            return False
        word = self.tree.word(first)
        fits = self.tree.tokens[first].upos in ("VERB", "AUX") or self.cues.has("sure_report", word)
        if not fits or word.endswith("ing") or not self.starts_phrase(words[1]) or words[1] in self.tree.times:
            return False
        voice = self.phrase(words[1], words[-1] + 1)
        return voice is not None and not self.clause_follows(voice[1], words[-1] + 1)

    def clause_follows(self, first: int, end: int) -> bool:
        """Whether a finite verb follows before a comma or a relative word."""
        for i in range(first, end):
            if self.tree.tokens[i].upos == "PUNCT" or self.cues.has("relative_word", self.tree.tokens[i].text):
                return False
            handed = self.cues.has("handing_word", self.tree.word(i)) and (
                self.tree.word(i + 1) in ("by", "to", "with", "in", "on")
                or self.cues.has("subject_pronoun", self.tree.word(i - 1))
            )
            if self.finite(i) and not handed:
                return True
        return False

    def quotes(self, verb: int) -> bool:
        """Was quoted as saying, was cited: the verb tells that the words are another's."""
        lemma = self.tree.tokens[verb].lemma
        return self.cues.has("citing_verb", lemma) and bool(self.as_saying(verb) or self.is_passive(verb))

    def as_saying(self, verb: int) -> list[Range]:
        """The word "saying" that belongs to "quoted as saying", or "with the words"."""
        end = min(self.tree.sentence(verb)[1], verb + 22)
        for i in range(verb + 1, end):
            saying = self.cues.has("saying_participle", self.tree.tokens[i].text) and self.tree.word(i - 1) == "as"
            if saying or (self.tree.word(i) == "words" and self.tree.word(i - 2) == "with"):
                return [(i, i + 1)]
        return []

    def complement(self, verb: int, end: int) -> int | None:
        """Where what is said begins: behind "that", at a question word, a quotation, a clause; None where it is not."""
        j = verb + 1
        saying = self.as_saying(verb) if self.cues.has("citing_verb", self.tree.tokens[verb].lemma) else []
        if saying:
            j = saying[0][1]
        elif self.cues.has("addressee_verb", self.tree.tokens[verb].lemma) and not self.is_passive(verb):
            j = self._past_addressee(j, end)
        for _ in range(8):
            if j >= end:
                return None
            word, token = self.tree.word(j), self.tree.tokens[j]
            if word == "that" and j > verb + 1 and self.tree.tokens[j + 1].upos == "AUX":
                return None
            if word == "that":
                return j + 1 if j + 2 < end else None
            if word in ("when", "while", "after") and self.tree.tokens[min(j + 1, end - 1)].upos == "VERB":
                return None
            if self.cues.has("question_word", word) or word in ("whether", ":") or token.text[0] in '“„"«':
                return j + (word == ":")
            if self.is_passive(verb) and word in ("of", "to") and j > verb + 1 and not saying:
                return j if word == "to" else j + 1
            if token.text == ",":
                j = j + 1 if self.tree.word(j + 1) == "that" else self._past_comma(j, end)
            elif token.upos in ("ADP", "ADV", "SCONJ") or j in self.tree.times:
                phrase = self.phrase(j + 1, end) if token.upos == "ADP" else None
                j = phrase[1] if phrase is not None else j + 1
            else:
                near = self.cues.verb_stance.get(self.tree.word(verb)) not in ("denies", "confirms")
                return j if self._clause_from(j, end) else self._that_near(verb, end) if near else None
        return None

    def _that_near(self, verb: int, end: int) -> int | None:
        """A "that" that opens a clause a few words behind the verb, before any comma or other verb."""
        for j in range(verb + 1, min(end - 2, verb + 13)):
            if self.tree.tokens[j].text == "," or (self.finite(j) and self.tree.tokens[j].upos == "AUX"):
                return None
            if self.tree.word(j) == "that" and self.tree.tokens[j + 1].upos not in ("AUX", "VERB"):
                return j + 1
        return None

    def _past_addressee(self, j: int, end: int) -> int:
        if j < end and self.tree.tokens[j].upos == "PRON" and self.tree.word(j) != "that":
            return j + 1
        phrase = self.phrase(j, end)
        if phrase is None:
            return j
        clause = self._clause_from(j, end)
        following = self.tree.tokens[phrase[1]].upos if phrase[1] < end else "PUNCT"
        if clause and following in ("AUX", "VERB") and not self.cues.has("addressee_verb", self.tree.word(j)):
            return j + 1 if self.tree.tokens[j].upos == "PROPN" else j
        return phrase[1]

    def _past_comma(self, j: int, end: int) -> int:
        close = next((i for i in range(j + 1, min(end, j + _NEAR)) if self.tree.tokens[i].text == ","), None)
        return close + 1 if close is not None else end

    def _clause_from(self, j: int, end: int) -> bool:
        """Whether a subject and a finite verb follow before a comma."""
        if not self.starts_phrase(j):
            return False
        for i in range(j + 1, min(end, j + 26)):
            if self.tree.tokens[i].text in {",", ";"} or self.cues.has("relative_word", self.tree.tokens[i].text):
                return False
            if self.tree.tokens[i].upos == "CCONJ" and self.tree.tokens[i + 1].upos in ("VERB", "AUX"):
                return False
            if self.finite(i):
                return True
        return False

    def starts_clause(self, words: list[int]) -> bool:
        """Whether a subject and a finite verb open the words."""
        return bool(words) and self._clause_from(words[0], words[-1] + 1)

    def has_object(self, verb: int, end: int) -> bool:
        """Whether the verb has an object that is no addressee: she called the sale a mistake."""
        j = verb + 1
        if j >= end or j in self.tree.times or self.cues.has("addressee_verb", self.tree.tokens[verb].lemma):
            return False
        put_it = self.tree.word(j) == "it" and self.cues.has("particle_verb", f"{self.tree.tokens[verb].lemma} it")
        if self.is_passive(verb) or (put_it and self._in_so_clause(verb)):
            return False
        return self.tree.tokens[j].upos in _PHRASE

    def object_said(self, verb: int, end: int, source: Range | None) -> int | None:
        """Where the object begins of a verb that denies or confirms a thing, or by which a document names one."""
        stance = self.cues.verb_stance.get(self.tree.word(verb))
        lists = source is not None and self.is_document(source) and self.cues.has(
            "document_verb", self.tree.tokens[verb].lemma
        )  # fmt: skip
        judged = stance == "comments" and self.cues.has("judging_verb", self.tree.tokens[verb].lemma)
        if self.is_passive(verb) or not (lists or judged or stance in ("denies", "confirms")):
            return None
        j = verb + 1
        while j < end and self.tree.tokens[j].upos in ("ADP", "ADV"):
            phrase = self.phrase(j + 1, end) if self.tree.word(j) == "to" else None
            pronoun = phrase is not None and self.tree.tokens[phrase[0]].upos == "PRON"
            told = phrase is not None and self.outlets.is_outlet(phrase)
            j = phrase[0] + 1 if pronoun and phrase else phrase[1] if told and phrase else j + 1
        return j if j < end and self.starts_phrase(j) else None

    def is_document(self, span: Range) -> bool:
        """Whether a phrase is headed by a document, before its first preposition."""
        for i in range(*span):
            if self.tree.tokens[i].upos == "ADP":
                return False
            if self.cues.has("document_noun", self.tree.word(i)) or self.cues.has("utterance_noun", self.tree.word(i)):
                return True
        return False

    def document_phrase(self, first: int, end: int) -> Range | None:
        """The phrase from ``first`` where it is a document."""
        phrase = self.phrase(first, end)
        return phrase if phrase is not None and self.is_document(phrase) else None

    def according(self, words: list[int]) -> bool:
        """Whether the words open with "according to" or the like."""
        return self.after_according(words) > words[0]

    def after_according(self, words: list[int]) -> int:
        """Where the voice begins behind "according to"; the first of the words where they do not open so."""
        for most in (5, 4, 3, 2):
            text = " ".join(self.tree.word(i) for i in words[:most])
            if len(words) > most and self.cues.has("according_phrase", text):
                return words[0] + most
        return words[0]

    def without_so(self, words: list[int]) -> list[int]:
        """So she says; as he told the paper: the words without the first."""
        first = self.tree.word(words[0])
        return words[1:] if len(words) > 2 and self.cues.has("so_word", first) else words
