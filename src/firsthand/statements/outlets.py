"""Which phrases are outlets, and which words are handed on to or by whom."""

from collections.abc import Sequence

from firsthand.language.gazetteer import NameMention, is_caseless, names_between
from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Range


class Outlets:
    """Tells the outlets of one report; its own, ``own``, is none."""

    def __init__(self, tree: Tree, cues: Cues, names: list[NameMention], own: str = ""):
        self._tree, self._cues = tree, cues
        self._names = names
        self._own = own.lower()
        self._caseless = is_caseless(tree.text)

    def is_own(self, span: Range) -> bool:
        """Whether the phrase is the outlet that this report stands in."""
        before = span[0] - 1 if span[1] - span[0] == 1 and span[0] else span[0]  # a reader may leave out "our"
        words = [self._tree.word(i) for i in range(before, span[1])]
        placed = next((k for k, word in enumerate(words) if word in ("at", "in", "on")), len(words))
        own = self._own.removeprefix("the ")
        return (bool(own) and own in " ".join(words)) or (
            bool(words) and words[0] in ("this", "us", "our") and self._cues.has("printing_noun", words[placed - 1])
        )

    def is_outlet(self, span: Range) -> bool:
        """Whether the phrase is a listed outlet, has a word for one, or a name with a word of outlets' names."""
        tree, cues = self._tree, self._cues
        if self.is_own(span):
            return False
        if any(n.kind == "outlet" for n in self._inside(span)):
            return True
        words = [tree.tokens[i].text for i in range(*span)]
        head = next((k for k, i in enumerate(range(*span)) if k and tree.tokens[i].upos == "ADP"), len(words))
        last = words[head - 1]
        its = not self._caseless and any(cues.has("printing_noun", word) for word in words[: head - 1])
        if last.islower() and (its or cues.has("occasion_word", last)) and not cues.has("printing_noun", last):
            return False  # a newspaper article, the magazine's editor
        if any(cues.has("printing_noun", word) for word in words[:head]):
            return True
        if cues.any_in("news_service", " ".join(words[:head]).lower()) is not None:
            return True
        kind = next((k for k, word in enumerate(words[: head - 1]) if cues.has("outlet_before_name", word)), head)
        if words[kind + 1 : head] and all(w[0].isupper() or self._in_names(w) for w in words[kind + 1 : head]):
            return True  # the review Pharos
        edges = {words[0], words[head - 1], words[-1]}
        return len(words) > 1 and any(w[0].isupper() and cues.has("outlet_word", w) for w in edges)

    def may_be(self, span: Range) -> bool:
        """Whether the phrase is an outlet, or a name that may be one's."""
        return self.is_outlet(span) or self.is_unknown_name(span)

    def is_unknown_name(self, span: Range) -> bool:
        """Whether the phrase is a name that is no person, state, body or office: whoever is told may be an outlet."""
        tree = self._tree
        words = [tree.tokens[i] for i in range(*span) if tree.tokens[i].upos != "DET"]
        if not words or self.is_own(span):
            return False
        capitals = [w.text[0].isupper() for w in words]
        between = (w for w, capital in zip(words, capitals, strict=True) if not capital)
        if not (capitals[0] and capitals[-1]) or not all(self._in_names(w.text) for w in between):
            return False
        if any(n.kind in ("state", "body", "office") for n in self._inside(span)):
            return False
        if any(self._cues.has("human_plural", w.text) or self._cues.has("official_role", w.text) for w in words):
            return False
        return tree.persons.isdisjoint(range(*span)) and tree.times.isdisjoint(range(*span))

    def _in_names(self, word: str) -> bool:
        """El Puente | del | Sur, Nord | - | Press."""
        return word in "-‐‑&" or self._cues.has("name_particle", word)

    def _inside(self, span: Range) -> Sequence[NameMention]:
        tokens = self._tree.tokens
        return names_between(self._names, tokens[span[0]].start, tokens[span[1] - 1].end)

    def in_range(self, first: int, end: int) -> list[Range]:
        """Outlets behind to, with, in, on, by or for between two tokens."""
        found: list[Range] = []
        i = first
        while i < end - 1:
            if self._cues.has("addressing_preposition", self._tree.word(i)):
                phrase = self.behind(i, end)
                if phrase is not None:
                    found.append(phrase)
                    i = phrase[1]
                    continue
            i += 1
        return found

    def behind(self, preposition: int, end: int) -> Range | None:
        """The outlet behind a preposition; any unknown name where an occasion tells that it is one."""
        phrase = self.named(preposition + 1, end)
        if phrase is None:
            return None
        if self._cues.has("possessive_pronoun", self._tree.word(phrase[0])):
            return None
        certain = phrase[0] > preposition + 1
        return phrase if self.is_outlet(phrase) or (certain and self.is_unknown_name(phrase)) else None

    def named(self, first: int, end: int) -> Range | None:
        """The phrase from ``first``, without an occasion before it: an interview with | the paper."""
        last = phrase_at(self._tree, first, end)[1]
        for i in range(first + 1, last):
            word = self._tree.word(i)
            before = self._tree.word(i - 1)
            if (self._cues.has("addressing_preposition", word) or word == "of") and (
                self._cues.has("occasion_word", before) or before.endswith("day")
            ):
                day = i + 1 + 2 * (self._tree.word(i + 2) in ("'s", "’s") and i + 1 in self._tree.times)
                return self.named(day, end) if day < end else None
        return self.whole_name((first, self.past_quoted_name(last, end))) if last > first else None

    def whole_name(self, span: Range) -> Range:
        """La Voz | de Levante, the agency | Nor Lur, Ala | -Too Press: an outlet with the rest of its name."""
        first, last = self._without_place(span)
        tokens, end = self._tree.tokens, self._tree.sentence(span[0])[1]
        if self._caseless or not self.is_outlet((first, last)):
            return first, last
        while last + 1 < end:
            hyphen = tokens[last].text == "-" and tokens[last - 1].end == tokens[last].start
            particle = self._cues.has("name_particle", tokens[last].text)
            article = tokens[last].text == "the" and self._cues.has("printing_noun", tokens[last - 1].text)
            further = last + (hyphen or particle or article)
            if particle and tokens[further].text == "-":
                further += 1  # Bab el-Mandeb Today
            kind = " ".join(self._tree.word(i) for i in range(max(first, last - 2), last))
            named = tokens[last - 1].text[0].isupper() or self._cues.has("printing_noun", tokens[last - 1].text)
            named = named or self._cues.has("news_service", kind)
            if not named or further >= end or further in self._tree.times:
                break
            token = tokens[further]
            word = hyphen or token.upos in ("PROPN", "NOUN", "X", "ADJ", "CCONJ", "ADP", "ADV", "INTJ", "DET")
            number = token.text.isdigit() and (hyphen or tokens[last - 1].text[0].isupper())  # Canal | 24
            if not (word and token.text[0].isupper()) and not number:
                break
            last = further + 1
        return first, last

    def _without_place(self, span: Range) -> Range:
        """The monthly Orizon | in February, Keel and Hull | at a fair: where and when is no part of a name."""
        tokens = self._tree.tokens
        for i in range(span[0] + 1, span[1]):
            if tokens[i].text in ("in", "at", "on") and tokens[i].upos == "ADP" and tokens[i - 1].text[0].isupper():
                return span[0], i
        return span

    def past_quoted_name(self, last: int, end: int) -> int:
        """The newspaper | "morning star": a name in quotation marks right behind a word for an outlet belongs to it."""
        tree = self._tree
        if last >= end or not self._cues.has("quoted_name_noun", tree.word(last - 1)):
            return last
        token = tree.tokens[last]
        if (
            is_caseless(tree.text)
            and token.upos in ("VERB", "ADV", "INTJ")
            and tree.word(last + 1) in ("that", ",", ":", ".")
        ):
            return last + 1
        quotation = tree.quotation_at(last)
        short = quotation is not None and quotation[0] == last and quotation[1] - quotation[0] <= 8
        return quotation[1] if quotation is not None and short and quotation[1] <= end else last


def phrase_at(tree: Tree, i: int, end: int, most: int = 24) -> Range:
    """The noun phrase that begins at token ``i``, with participles before its nouns and phrases of place behind it."""
    last, j = i, i
    while j < min(end, i + most) and tree.tokens[j].sentence == tree.tokens[i].sentence:
        token = tree.tokens[j]
        inner = token.upos in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART", "SYM", "X") or token.text in "-’'"
        adjective = token.upos == "VERB" and token.deprel == "amod"
        link = token.text.lower() in ("of", "from", "in", "at", "for", "and", "with", "&") and j > i
        if j > i and token.text.lower() in ("what", "when", "how", "why", "where"):
            break
        if token.upos == "DET" and j > i and tree.tokens[j - 1].upos in ("NOUN", "PROPN", "PRON"):
            break
        if not (inner or link or adjective) or token.text.lower() in ("that", "who", "which", "as"):
            break
        if token.upos in ("NOUN", "PROPN", "PRON", "NUM"):
            last = j
        j += 1
    return i, last + 1
