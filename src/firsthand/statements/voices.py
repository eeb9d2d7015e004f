"""Who stands around a verb of speech: its subject, its agent, whom it is said to, whom the source relies on."""

from firsthand.statements.phrases import Aside, Phrases
from firsthand.statements.utterance import Range


class Voices(Phrases):
    """Phrases that name voices."""

    def subject(self, first: int, verb: int) -> tuple[Range | None, list[Range], list[Range]]:
        """The subject from ``first`` to its verb, whom it cites (the next voice first), and outlets it is told to."""
        end = self.verb_group(verb)[0]
        if self.cues.has("report_particle", self.tree.word(verb)):
            end = min([i for i in range(first, verb) if self._leads_over(i)], default=end)
        pieces = self._pieces(first, end)
        source: Range | None = None
        cited: list[Range] = []
        relays: list[Range] = []
        for a, b in pieces:
            aside = self._beside(a, b, source)
            if aside is not None:
                cited += aside.cited
                relays += aside.relays
            elif source is None:
                source = self._past_opening(*self._until_clause(a, b))
                relays += self.handed_on(source[1], b) or self.outlets.in_range(source[1], b)
            elif not any(self.tree.tokens[i].upos in ("VERB", "AUX") for i in range(a, b)) and self._beside_it(
                source, a
            ):
                source = (source[0], b)
        return source, cited, relays

    def _past_opening(self, a: int, b: int) -> Range:
        """In a briefing | the minister; what | the minister: a phrase or question word before is no part of it."""
        if b - a > 1 and self.cues.has("question_word", self.tree.word(a)):
            return a + 1, b
        if self.tree.tokens[a].upos != "ADP":
            return a, b
        first = next((i for i in range(a + 2, b) if self._opens_anew(i)), None)
        return (first, b) if first is not None else (a, b)

    def _opens_anew(self, i: int) -> bool:
        before, here = self.tree.tokens[i - 1], self.tree.tokens[i]
        new = before.upos in ("NOUN", "PROPN") and here.upos in ("DET", "PROPN", "PRON")
        return new and (here.upos != "PROPN" or here.head != before.head) and here.deprel.split(":")[0] != "flat"

    def _pieces(self, first: int, end: int) -> list[Range]:
        """The words between commas."""
        found, start = [], first
        for i in range(first, end):
            if self.tree.tokens[i].text == ",":
                found.append((start, i))
                start = i + 1
        found.append((start, end))
        return [(a, b) for a, b in found if b > a]

    def _beside_it(self, source: Range, a: int) -> bool:
        return a - source[1] <= 1 and self.starts_phrase(a)

    def _until_clause(self, a: int, b: int) -> Range:
        """The phrase without a relative clause or participle behind it; to the station | he."""
        addressed = self.tree.word(a) in ("to", "with")
        for i in range(a + 1, b):
            token = self.tree.tokens[i]
            if addressed and i == b - 1 and self.cues.has("subject_pronoun", token.text):
                return i, b
            relative = self.cues.has("relative_word", token.text)
            participle = token.upos == "VERB" and self.tree.tokens[i - 1].upos in ("NOUN", "PROPN", "ADV", "PRON")
            parted = token.upos == "AUX" or self.cues.has("subject_pronoun", token.text)
            if relative or participle or parted:
                last = i
                while last - 1 > a and self.tree.tokens[last - 1].upos in ("ADV", "PUNCT"):
                    last -= 1
                return a, last
        return a, b

    def _beside(self, a: int, b: int, source: Range | None) -> Aside | None:
        """Citing two officials; which in turn quoted a pilot; speaking to the paper."""
        aside = self.aside(list(range(a, b)))
        if aside is not None:
            return aside
        if source is not None and any(self.relative(i) for i in range(a + 1, min(a + 5, b))):
            handed = self.handed_on(a, b)
            if handed:
                return Aside([], handed)
        if source is None or not self.cues.has("relative_word", self.tree.tokens[a].text):
            return None
        verb = next((i for i in range(a, b) if self.tree.tokens[i].upos == "VERB"), None)
        if verb is None:
            return None
        lemma = self.tree.tokens[verb].lemma
        to = verb + 2 if self.tree.word(verb + 1) in ("to", "with") else verb + 1
        phrase = self.phrase(to, b)
        if phrase is None or not self.is_voice(phrase):
            return Aside()
        if self.cues.has("citing_verb", lemma):
            return Aside([phrase], [])
        if self.cues.has("speaking_verb", lemma):
            return Aside([phrase], []) if self.outlets.is_outlet(source) else Aside([], self.outlets.in_range(verb, b))
        return Aside()

    def aside(self, words: list[int]) -> Aside | None:
        """What the words tell of the voice beside them, None where they are no such words."""
        if not words or words[-1] - words[0] + 1 != len(words):
            return None
        first, end = words[0], words[-1] + 1
        word = self.tree.word(first)
        text = " ".join(self.tree.word(i) for i in words)
        if self.cues.has("citing_participle", word):
            start = first + 2 if self.tree.word(first + 1) in ("from", "to") else first + 1
            phrase = self.phrase(start, end)
            if phrase is None or self._clause_behind(phrase[1], end):
                return None
            return Aside([*reversed(self.handed_on(phrase[1], end)), phrase] if self.is_voice(phrase) else [], [])
        if self.cues.has("crediting_participle", word):
            to = next((i for i in words if self.tree.word(i) == "to"), first if word == "crediting" else None)
            phrase = self.phrase(to + 1, end) if to is not None else None
            return Aside([phrase], []) if phrase is not None and self.is_voice(phrase) else None
        passed = self._passed_on(first, end)
        if passed:
            return Aside([], passed)
        if self._opens_beside(words) and self.cues.any_in("anonymity", text):
            return Aside()
        if word == "speaking" or self.cues.has("speaking_participle", word):
            return Aside([], self.outlets.in_range(first, end)) if not self._clause_behind(first + 1, end) else None
        return None

    def _opens_beside(self, words: list[int]) -> bool:
        token = self.tree.tokens[words[0]]
        return token.upos in ("VERB", "ADP", "SCONJ", "PRON", "ADJ") and not self._clause_behind(
            words[0] + 4, words[-1]
        )

    def _clause_behind(self, a: int, b: int) -> bool:
        return any(self.finite(i) and self.reports(i) for i in range(a, b))

    def _passed_on(self, first: int, end: int) -> list[Range]:
        """As relayed by an officer to the paper; quoted by the paper; in remarks carried by the agency."""
        start = first + 1 if self.cues.has("so_word", self.tree.word(first)) else first
        linked = start + 2 < end and self.tree.word(start + 1) in ("by", "to", "with", "in", "on", "out")
        if not linked or not self.cues.has("handing_word", self.tree.word(start)):
            return []
        return self.handed_on(start, end)

    def giver_of_it(self, verb: int, end: int) -> Range | None:
        """Has it from | two brokers | that …: from whom, where a verb and its words are so."""
        tree = self.tree
        if tree.tokens[verb].lemma != "have" or (tree.word(verb + 1), tree.word(verb + 2)) != ("it", "from"):
            return None
        voice = self.phrase(verb + 3, end)
        return voice if voice is not None and tree.word(voice[1]) == "that" else None

    def handed_on(self, start: int, end: int) -> list[Range]:
        """Who hands words on: (a note) seen by the paper, that an official described to the paper, they adopted."""
        i = self._past_opening_words(start, end)
        verb = next((j for j in range(i, min(end, i + 14)) if self._hands(j)), None)
        if verb is None or any(
            self.finite(j) and j != verb for j in range(i, verb) if self.tree.tokens[j].upos == "VERB"
        ):
            return []
        passive = verb == i or any(self.cues.has("be_form", self.tree.word(j)) for j in range(i, verb))
        found: list[Range] = []
        if verb > i and self.tree.word(i) == "by":
            phrase = self.phrase(i + 1, verb)
            return [phrase] if phrase is not None else []
        if not passive and self.starts_phrase(i):
            giver = self.phrase(i, verb)
            if giver is not None and any(
                self.cues.has("subject_pronoun", self.tree.word(j)) for j in range(giver[1], verb)
            ):
                return []  # the helicopters | it got: it is they that were handed on
            found += [giver] if giver is not None else []
            while self.tree.word(verb + 1) in ("and", "or") and verb + 2 < end and self._hands(verb + 2):
                verb += 2
            return found + [o for o in self.outlets.in_range(verb + 1, end) if o not in found]
        return self._hands_around(verb, end)

    def _past_opening_words(self, start: int, end: int) -> int:
        """The first word behind adverbs, marks, times, "a copy of" and "which"."""
        i = start
        while i < end and (
            self.tree.tokens[i].upos in ("ADV", "AUX", "PUNCT") or self.relative(i) or i in self.tree.times
        ):
            i += 1
        for j in range(i, min(end - 2, i + 4)):
            if self.cues.has("part_noun", self.tree.word(j)) and self.tree.word(j + 1) == "of":
                return self._past_opening_words(j + 3, end) if self.relative(j + 2) else j
        return i

    def _hands(self, i: int) -> bool:
        return self.cues.has("handing_word", self.tree.word(i)) and self.tree.tokens[i].upos not in ("NOUN", "PROPN")

    def _hands_around(self, verb: int, end: int) -> list[Range]:
        """Behind a participle: the voice behind "by", then outlets behind "to", "with", "in", "on"."""
        givers: list[Range] = []
        takers: list[Range] = []
        i = verb + 1
        while i < end:
            link = self.tree.word(i)
            if self.relative(i) or self.tree.tokens[i].text == "," or (self.finite(i) and not self._hands(i)):
                break
            phrase = self.phrase(i + 1, end) if link in ("by", "to", "with", "in", "on") else None
            if phrase is None:
                i += 1
                continue
            named = self.outlets.named(phrase[0], end)
            inner = named if named is not None and self.outlets.is_outlet(named) else None
            if link == "by":
                voice = inner or (phrase if self.is_voice(phrase) else None)
                givers += [voice] if voice is not None else []
            elif inner is not None or (link in ("to", "with") and self.outlets.is_unknown_name(phrase)):
                takers.append(inner or phrase)
            i = max(phrase[1], i + 1)
        return givers + [t for t in takers if t not in givers]

    def relative(self, i: int) -> bool:
        """Whether the word opens a relative clause."""
        return self.cues.has("relative_word", self.tree.tokens[i].text)

    def is_voice(self, span: Range) -> bool:
        """Whether the phrase is somebody or something that can tell: a person, officials, a body, a document."""
        tree, cues = self.tree, self.cues
        if self.outlets.is_own(span):
            return False
        if self.outlets.is_outlet(span) or self.is_document(span):
            return True
        head = next((i for i in range(span[0] + 1, span[1]) if tree.tokens[i].upos == "ADP"), span[1])
        here = [tree.tokens[i] for i in range(span[0], head)]
        named = any(t.upos == "PROPN" for t in here)
        groups = ("human_plural", "official_role", "expert_role", "witness_role", "voice_noun")
        return named or any(cues.has(group, t.text) for t in here for group in groups)

    def agent(self, behind: Range) -> Range | None:
        """Who stands behind "by"."""
        for i in range(*behind):
            if self.tree.tokens[i].text == ",":
                return None
            if self.tree.word(i) == "by" and i + 1 < behind[1]:
                return self.phrase(i + 1, behind[1])
        return None

    def placed_in(self, behind: Range) -> Range | None:
        """The outlet or document in which it stands."""
        for i in range(*behind):
            if self.cues.has("addressing_preposition", self.tree.word(i)) and i + 1 < behind[1]:
                named = self.outlets.behind(i, behind[1])
                if named is not None:
                    return named
                held = self.document_phrase(i + 1, behind[1])
                if held is not None:
                    return held
        return None

    def with_apposition(self, source: Range, end: int) -> Range:
        """The deputy commander, | captain of first rank Lind, | …: what is set beside a voice between commas."""
        if source[1] >= end or self.tree.tokens[source[1]].text != ",":
            return source
        first = source[1] + 1
        comma = next((i for i in range(first, min(end, first + 14)) if self.tree.tokens[i].text == ","), None)
        if comma is None or comma - first < 1 or any(self.finite(i) for i in range(first, comma)):
            return source
        opens = self.tree.word(first + 1 if self.tree.tokens[first].upos == "DET" else first)
        groups = ("rank_word", "official_role", "expert_role")
        beside = any(self.cues.has(group, opens) for group in groups) or all(
            self.tree.tokens[i].upos == "PROPN" for i in range(first, comma)
        )
        return (source[0], comma) if beside and not self.is_document(source) else source

    def pronoun(self, span: Range) -> bool:
        """Whether the phrase is one pronoun."""
        return span[1] - span[0] == 1 and self.tree.tokens[span[0]].upos == "PRON"

    def possessive(self, span: Range) -> bool:
        """Whether the phrase opens with its, their and the like."""
        return self.cues.has("possessive_pronoun", self.tree.word(span[0]))

    def impersonal(self, subject: Range | None) -> bool:
        """It is said …: the subject is nobody."""
        return subject is not None and self.tree.word(subject[0]) == "it" and subject[1] - subject[0] == 1

    def addressed(self, verb: int, behind: Range) -> list[Range]:
        """The outlets that it is told to, or in which it is said."""
        found: list[Range] = []
        first = verb + 1
        stops = (i for i in range(*behind) if self.relative(i) or self.cues.has("subordinator", self.tree.word(i)))
        behind = (behind[0], next(stops, behind[1]))
        if self.cues.has("addressee_verb", self.tree.tokens[verb].lemma) and first < behind[1]:
            named = self.outlets.named(first, behind[1])
            if named is not None and self.outlets.may_be(named):
                found.append(named)
                first = named[1]
        found += [o for o in self.outlets.in_range(first, behind[1]) if o not in found]
        based = next((i for i in range(*behind) if self.cues.has("basing_word", self.tree.word(i))), None)
        return found if based is None else found[:1]

    def without_place(self, source: Range, end: int) -> tuple[Range, list[Range]]:
        """A voice without where it spoke: the minister | in a podcast by the station; and the outlets there."""
        for i in range(source[0] + 1, source[1]):
            if self.tree.word(i) in ("in", "on", "to", "with"):
                nouns = [self.tree.word(j) for j in range(i + 1, source[1])]
                if self.outlets.behind(i, end) or any(
                    self.cues.has("occasion_word", w) or self.cues.has("printing_noun", w) for w in nouns
                ):
                    return (source[0], i), self.outlets.in_range(i, end)
        return source, self.outlets.in_range(source[1], end)

    def told_as(self, verb: int, end: int) -> Range | None:
        """Was quoted as telling the paper: the outlet that is told."""
        saying = self.as_saying(verb)
        if not saying or self.tree.word(saying[0][0]) != "telling":
            return None
        named = self.outlets.named(saying[0][1], max(end, min(saying[0][1] + 8, self.tree.sentence(verb)[1])))
        return named if named is not None and self.outlets.is_outlet(named) else None

    def based_on(self, behind: Range) -> list[Range]:
        """Whom an article rests on: based on interviews with workers."""
        for i in range(*behind):
            if self.cues.has("basing_word", self.tree.word(i)):
                for j in range(i + 1, behind[1] - 1):
                    phrase = self.phrase(j + 1, behind[1])
                    if self.tree.word(j) in ("with", "on", "from") and phrase is not None:
                        inner = self.outlets.named(phrase[0], behind[1]) or phrase
                        if self.is_voice(inner):
                            return [inner]
        return []

    def voiced_on(self, first: int, end: int) -> bool:
        """Whether a clause goes on behind a voice that should end there, relative clauses left out."""
        i = first
        while i < end:
            if self.relative(i) or self.cues.has("subject_pronoun", self.tree.word(i)):
                return False
            if self.finite(i) and not self.cues.has("handing_word", self.tree.word(i)):
                return True
            i += 1
        return False

    def plain_part(self, words: list[int], end: int) -> list[int]:
        """The words before ``end`` outside of relative clauses and of what stands between commas."""
        found, aside = [], False
        for i in words:
            if i >= end:
                break
            if self.tree.tokens[i].text == "," or self.relative(i):
                aside = self.relative(i) or not aside
            elif not aside:
                found.append(i)
        return found

    def joined(self, first: int, verb: int) -> bool:
        """Whether what stands before the verb is no subject: whatever they say; the allies and confirmed that."""
        start = self.verb_group(verb)[0]
        inside = any(self.cues.has("question_word", self.tree.word(i)) for i in range(first, start))
        return (
            inside or self.tree.tokens[start - 1].upos == "CCONJ" or self.cues.has("free_word", self.tree.word(first))
        )

    def sentences_in(self, sentence: Range) -> list[Range]:
        """The parts of a sentence between semicolons outside of quotations."""
        found, start = [], sentence[0]
        for i in range(*sentence):
            if self.tree.tokens[i].text == ";" and self.tree.quotation_at(i) is None:
                found.append((start, i))
                start = i + 1
        return [*found, (start, sentence[1])]

    def called_false(self, words: list[int]) -> bool:
        """Whether the words call a report false: voices inside it are no voices of what is said."""
        text = " ".join(self.tree.tokens[i].text for i in words)
        if self.cues.any_in("false_predicate", text) is None:
            return False
        lead = [self.tree.word(i) for i in words[:8]]
        claims = any(self.cues.noun(self.tree, i) for i in words[:8])
        return claims or lead[0] in ("it", "there") or self.cues.any_in("false_predicate", " ".join(lead)) is not None

    def further_clause(self, words: list[int]) -> list[int] | None:
        """A second main clause behind a comma and "and", "but", "while"."""
        for k in self.boundaries(words):
            if k + 4 < len(words) and self.cues.has("joining_word", self.tree.word(words[k + 1])):
                return words[k + 2 :]
        return None

    def opening(self, words: list[int]) -> int | None:
        """Where a phrase before the main clause ends: in an interview with the paper, | asked about it, |."""
        token = self.tree.tokens[words[0]]
        participle = token.upos == "VERB" and token.text.lower().endswith(("ing", "ed"))
        if token.upos not in ("ADP", "SCONJ", "ADV") and not participle and not self.according(words):
            return None
        if any(self.tree.quotation_at(words[0]) == q and q is not None for q in (self.tree.quotation_at(words[-1]),)):
            return None
        for k in self.boundaries(words):
            if k > 1 and self.tree.tokens[words[k]].text == "," and len(words) - k > 4:
                return k
        return None

    def outlets_of_occasion(self, span: Range) -> list[Range]:
        """The outlets of a phrase before the main clause that tells where it was said."""
        words = [self.tree.tokens[i] for i in range(*span)]
        said = any(
            self.cues.has("occasion_word", t.text) or self.cues.has("handing_word", t.text)
            or self.cues.has("speaking_participle", t.text) for t in words
        )  # fmt: skip
        return self.outlets.in_range(*span) if said else []
