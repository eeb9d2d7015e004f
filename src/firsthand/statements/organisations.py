"""The institute, the weekly, the newspaper: the organisation with a name that a report told of before."""

from bisect import bisect_left
from functools import cached_property

from firsthand.language.gazetteer import NameMention, names_between
from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.describe import span_of_name
from firsthand.statements.introduced import Resolved, described
from firsthand.statements.mentions import Mention
from firsthand.statements.utterance import Range

MOST = 8
"""Letters of an abbreviation."""
CALLED = 8
"""Sentences before a phrase like "the weekly" in which its name is looked for."""


class Organisations:
    """Finds whom a phrase for an organisation of one report means; asked in the order of the text."""

    def __init__(self, tree: Tree, cues: Cues, names: list[NameMention]):
        self._tree, self._cues, self._names = tree, cues, names
        self._told: list[Resolved] = []

    def remember(self, known: Resolved) -> None:
        """An outlet with a name through which something came."""
        self._told.append(known)

    def named_with(self, mention: Mention) -> Resolved | None:
        """The name before the phrase that ends with its noun: the Lake Institute for the institute."""
        tokens = self._tree.tokens
        places = self._capitalised.get(mention.noun, [])
        for k in range(bisect_left(places, mention.wide[0]) - 1, -1, -1):
            first = last = places[k]
            while first and tokens[first - 1].text[0].isupper() and tokens[first - 1].upos in ("PROPN", "ADJ", "NOUN"):
                first -= 1
            if first < last:
                return described(self._tree, self._cues, self._names, (first, last + 1), last)
        return None

    def called(self, mention: Mention) -> Resolved | None:
        """The weekly: the one that one of the sentences before calls the weekly Harbour Post, or the weekly “post”."""
        tree, tokens = self._tree, self._tree.tokens
        if not self._cues.has("quoted_name_noun", mention.noun):
            return None
        for i in tree.words_before(tree.sentence(mention.head)[0], CALLED):
            if tokens[i].text.lower() != mention.noun or i + 1 >= len(tokens):
                continue
            quoted = tree.quotation_at(i + 1)
            last = quoted[1] if quoted is not None and quoted[0] == i + 1 else i + 1
            while quoted is None and last < len(tokens) and self._in_name(last):
                last += 1
            if last == i + 1:
                continue
            first = i
            while first > tree.sentence(i)[0] and tokens[first - 1].upos in ("DET", "ADJ", "NOUN"):
                first -= 1
            return described(tree, self._cues, self._names, (first, last), i)
        return None

    def _in_name(self, i: int) -> bool:
        """Whether a word goes on with a name, as one of its words or between two: La Voz de Levante, Ala-Too."""
        tokens = self._tree.tokens
        if tokens[i].text == "-" and i + 1 < len(tokens):
            return tokens[i - 1].end == tokens[i].start and (
                tokens[i + 1].text[0].isupper() or tokens[i + 1].text.isdigit()
            )
        if tokens[i].text.isdigit() and tokens[i - 1].text == "-":
            return True
        if tokens[i].text.islower() and self._cues.has("name_particle", tokens[i].text) and i + 1 < len(tokens):
            return tokens[i - 1].text[0].isupper() and tokens[i + 1].text[0].isupper()
        return tokens[i].upos == "PROPN" and tokens[i].text[0].isupper()

    @cached_property
    def _capitalised(self) -> dict[str, list[int]]:
        """Words in lower case to where they stand with a capital."""
        found: dict[str, list[int]] = {}
        for i, token in enumerate(self._tree.tokens):
            if token.text[0].isupper():
                found.setdefault(token.text.lower(), []).append(i)
        return found

    def introduced(self, mention: Mention) -> Resolved | None:
        """The group, the foundation: the Dutch organisation Wapenspoor, or Armas a Vista, a foundation."""
        tree, tokens = self._tree, self._tree.tokens
        anyone = self._cues.has("any_organisation", mention.noun)
        for i in tree.words_before(tree.sentence(mention.head)[0], CALLED):
            noun = tokens[i].lemma.lower()
            kind = any(self._cues.has(group, noun) for group in ("organisation_noun", "company_noun", "institute_word"))
            if tokens[i].upos != "NOUN" or not (noun == mention.noun or (anyone and kind)):
                continue
            beside = next((j for j in tree.children[i] if tokens[j].deprel == "appos" and j > i), None)
            name = tokens[i].head if beside is None and tokens[i].deprel == "appos" else beside
            if name is not None and tokens[name].upos == "PROPN" and name not in tree.persons:
                first, last = tree.noun_phrase(name, conjuncts=False)
                return described(tree, self._cues, self._names, (first, min(last, i) if name < i else last), None)
        return None

    def abbreviated(self, mention: Mention) -> Resolved | None:
        """CAFS: the one that the report introduces as the Centre for Arms Flow Studies (CAFS)."""
        words = [token.text for token in self._tree.tokens[slice(*mention.span)] if token.upos != "DET"]
        span = self._full_names.get(words[0]) if len(words) == 1 and mention.head_name is None else None
        if span is None or span[0] <= mention.head < span[1]:
            return None
        return described(self._tree, self._cues, self._names, span, None)

    @cached_property
    def _full_names(self) -> dict[str, Range]:
        """Initials to the name that stands before them: in brackets, or behind “or”."""
        tokens, found = self._tree.tokens, dict[str, Range]()
        for i in range(2, len(tokens)):
            letters, before = tokens[i].text, tokens[i - 1].text
            if not (letters.isupper() and letters.isalpha() and 2 <= len(letters) <= MOST) or letters in found:
                continue
            end = i - 1 if before == "(" else i - 2 if before == "or" and tokens[i - 2].text == "," else 0
            first = self._begins(letters, end)
            if first is not None:
                found[letters] = (first, end)
        return found

    def _begins(self, letters: str, end: int) -> int | None:
        """Where the words before ``end`` begin whose capitals are the letters, with words in small letters between."""
        left = len(letters)
        i = end
        while left and i > self._tree.sentence(max(end - 1, 0))[0]:
            i -= 1
            word = self._tree.tokens[i].text
            if word[0].isupper():
                if word[0] != letters[left - 1]:
                    return None
                left -= 1
            elif not word.isalpha() and word not in {"'s", "’s", "-", "&"}:
                return None
        return i if not left else None

    def named_before(self, mention: Mention) -> Resolved | None:
        """The institute or outlet named last before the phrase, in the two sentences before it."""
        start = self._tree.tokens[mention.head].start
        first = self._tree.reading.sentences[max(0, self._tree.tokens[mention.head].sentence - 2)][0]
        since = self._tree.tokens[first].start
        named = [n for n in names_between(self._names, since, start) if n.kind == "outlet"]
        span = self._in_full(named[-1]) if named else self._unlisted(first, mention.wide[0])
        return described(self._tree, self._cues, self._names, span, None) if span is not None else None

    def _in_full(self, name: NameMention) -> Range | None:
        """A known name with the rest of the name that it begins: Kompas | Selatan."""
        span = span_of_name(self._tree, name)
        if span is None:
            return None
        last = span[1]
        while last < len(self._tree.tokens) and self._in_name(last) and last not in self._tree.times:
            last += 1
        return span[0], last

    def told(self, mention: Mention) -> Resolved | None:
        """The outlet with a name through which something came last."""
        return next((known for known in reversed(self._told) if known.mention.head < mention.head), None)

    def _unlisted(self, first: int, end: int) -> Range | None:
        """The last capitalised words with a word of outlets' names at an end: the San Jose Chronicle, Radio Vell."""
        tokens = self._tree.tokens
        for last in range(end - 1, first, -1):
            begin = last
            while begin > first and tokens[begin - 1].text[0].isupper() and tokens[begin - 1].upos == "PROPN":
                begin -= 1
            named = begin < last and tokens[last].text[0].isupper()
            if named and any(self._cues.has("outlet_word", tokens[i].text) for i in (begin, last)):
                return begin, last + 1
        return None
