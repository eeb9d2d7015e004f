"""The words that report, ready to look up."""

from functools import cache

from firsthand.language.trees import Tree
from firsthand.lexicons import phrases, reporting

_CALLING = "calling."
_NOTHING: frozenset[str] = frozenset()


class Cues:
    """Verbs, nouns and phrase classes of reporting, by lower-case form."""

    def __init__(self) -> None:
        self.verb_stance: dict[str, str] = {}
        self.noun_stance: dict[str, str] = {}
        for entry in reporting():
            table = {"verb": self.verb_stance, "noun": self.noun_stance}.get(entry.pos)
            if table is not None:
                for form in (entry.lemma, *entry.forms):
                    table.setdefault(form.lower(), entry.stance)
        groups: dict[str, set[str]] = {}
        for name in ("stance_words", "voice_words"):
            for key, items in phrases(name).items():
                groups.setdefault(key, set()).update(items)
        self.groups = {key: frozenset(items) for key, items in groups.items()}
        callings = (words for key, words in self.groups.items() if key.startswith(_CALLING))
        self.callings = frozenset().union(*callings)
        self._in_order = {key: sorted(items) for key, items in self.groups.items()}

    def verb(self, tree: Tree, i: int) -> str | None:
        """The stance that the verb at token ``i`` gives by itself, None where it reports nothing."""
        token = tree.tokens[i]
        if token.upos not in ("VERB", "AUX", "NOUN", "ADJ"):
            return None
        particle = tree.child(i, "compound:prt")
        if particle is not None:
            whole = f"{token.text} {tree.tokens[particle].text}".lower()
            if whole in self.verb_stance:
                return self.verb_stance[whole]
        return self.verb_stance.get(token.text.lower()) or self.verb_stance.get(token.lemma)

    def noun(self, tree: Tree, i: int) -> str | None:
        """The stance of the reporting noun at token ``i``, None where it is none."""
        token = tree.tokens[i]
        if token.upos not in ("NOUN", "PROPN"):
            return None
        return self.noun_stance.get(token.text.lower()) or self.noun_stance.get(token.lemma)

    def has(self, group: str, word: str) -> bool:
        """Whether a word belongs to a group of stance_words.csv or voice_words.csv."""
        return word.lower() in self.groups.get(group, _NOTHING)

    def calling(self, noun: str) -> frozenset[str]:
        """The words of roles that a word for somebody goes with: the envoys and consuls of "diplomat"."""
        return self.groups.get(_CALLING + noun, _NOTHING)

    def any_in(self, group: str, text: str) -> str | None:
        """The first phrase of a group that occurs in the text as whole words, None where none does."""
        padded = " " + " ".join(text.lower().replace("’", "'").split()) + " "
        for phrase in self._in_order.get(group, ()):
            at = padded.find(phrase)
            while at >= 0:
                before, after = padded[at - 1], padded[at + len(phrase)]
                if not before.isalnum() and not after.isalnum():
                    return phrase
                at = padded.find(phrase, at + 1)
        return None


@cache
def load_cues() -> Cues:
    """The cues of the lexicons, loaded once."""
    return Cues()
