"""Who has spoken in a report as far as it is read, and which bodies and documents it has told of."""

from collections.abc import Callable

from firsthand.language.gazetteer import NameMention
from firsthand.language.trees import Tree
from firsthand.model import Finding
from firsthand.statements.cues import Cues
from firsthand.statements.introduced import Introduced, Resolved, described, full_names, surname
from firsthand.statements.mentions import Mention
from firsthand.statements.organisations import Organisations
from firsthand.statements.pronouns import pronoun_of
from firsthand.statements.utterance import Range

_DOCUMENT_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "root"})
"""What a document is in a sentence that tells of it, and not of something of the document's."""


class Speakers:
    """The speakers of one report so far, in the order of the text, and whom and what it introduces."""

    def __init__(self, tree: Tree, cues: Cues, names: list[NameMention]):
        self.tree, self.cues, self.names = tree, cues, names
        self.seen: list[tuple[int, Resolved]] = []
        self.introduced = Introduced(tree, cues, names)
        self.full_names = full_names(tree)
        self._by_name = {known.speaker.key: known for _, known in reversed(self.introduced.people)}
        self.organisations = Organisations(tree, cues, names)

    def latest(self, fits: Callable[[Resolved], bool], mention: Mention | None) -> Resolved | None:
        """Who spoke last before a mention, of those whom the test ``fits``."""
        for head, known in reversed(self.seen):
            if (mention is None or head < mention.head) and fits(known):
                return known
        return None

    def described(self, span: Range, head: int) -> Resolved:
        """Whom a noun phrase describes by itself."""
        return described(self.tree, self.cues, self.names, span, head)

    def taken_for(self, feature: str, mention: Mention, known: Resolved) -> Resolved:
        """A mention that stands for a speaker, with the finding that says so."""
        return Resolved(known.speaker, mention, (self.finding(feature, mention, known),))

    def finding(self, feature: str, mention: Mention, known: Resolved) -> Finding:
        """Why a mention is taken for a speaker."""
        said, meant = self.tree.slice(mention.span), known.speaker.name
        further = known.mention.span[0] > mention.span[0]
        why = "of whom the report tells further on" if further else "the last speaker that it fits"
        return Finding(
            feature, meant, f"“{said}” is taken for {meant}, {why}.",
            (self.tree.span(mention.span), self.tree.span(known.mention.span)),
        )  # fmt: skip

    def is_anybody(self, mention: Mention) -> bool:
        """The man, the caller, the 71-year-old: a word that fits many persons, and tells little of them; the man at the
        gate is somebody else."""
        old = self.tree.slice(mention.span).lower().endswith("-year-old")
        placed = any(self.tree.tokens[j].deprel in ("nmod", "acl:relcl") for j in self.tree.children[mention.head])
        return old or (self.cues.has("any_person", mention.noun) and not placed)

    def means_a_person(self, i: int) -> bool:
        """Whether a word names a person or is listed as one for people; the reader takes a trial for one at times."""
        noun = self.tree.tokens[i].lemma
        if i in self.tree.persons or self.tree.tokens[i].upos in ("PRON", "NUM", "DET"):
            return True
        if self.tree.tokens[i].upos == "PROPN" and self.cues.has("rank_word", self.tree.word(i - 1)):
            return True  # Ms Baek
        if any(self.cues.has("person_adjective", self.tree.word(j)) for j in self.tree.children[i]):
            return True  # a retired armourer
        if any(self.tree.word(j) == "who" for k in self.tree.children[i] for j in self.tree.children[k]):
            return True  # a welder who worked on it
        groups = ("any_person", "official_role", "expert_role", "witness_role", "voice_noun")
        return any(self.cues.has(group, noun) for group in groups)

    def agrees(self, known: Resolved, mention: Mention) -> bool:
        """Whether a pronoun, or a word such as the man, can stand for somebody: he is not Mrs. Lind."""
        said = pronoun_of(self.tree, mention)
        if not said:
            return True
        if not known.mention.person and known.speaker.key.startswith("person:"):
            known = self._by_name.get(known.speaker.key, known)
        name = self.full_names.get(surname(known), "") if known.mention.person else ""
        return pronoun_of(self.tree, known.mention, name) in ("", said)

    def thing_before(self, mention: Mention, found: Resolved | None) -> Resolved | None:
        """A body or document that was a subject after the last one that spoke, two sentences before at most."""
        tokens, after = self.tree.tokens, found.mention.head if found is not None else -1
        first = self.tree.reading.sentences[max(0, tokens[mention.head].sentence - 2)][0]
        since = self.tree.sentence(after)[1] if found is not None else 0
        for i in range(self.tree.sentence(mention.head)[0] - 1, max(first, since) - 1, -1):
            main = tokens[i].deprel.startswith("nsubj") and tokens[tokens[i].head].deprel == "root"
            if not main or tokens[i].upos not in ("NOUN", "PROPN"):
                continue
            span = self.tree.noun_phrase(i, conjuncts=False)
            known = self.described(span, i)
            thing = known.speaker.kind in ("institution", "media", "document")
            thing = thing or (tokens[i].upos == "PROPN" and i not in self.tree.persons)
            if thing and not known.speaker.plural:
                return known
        return found

    def document_before(self, mention: Mention) -> Resolved | None:
        """It, the document: the letter or file of which the two sentences before told last."""
        tokens = self.tree.tokens
        for i in self.tree.words_before(self.tree.sentence(mention.head)[0], 2):
            if tokens[i].upos == "NOUN" and tokens[i].deprel in _DOCUMENT_PLACES:
                span = self.tree.noun_phrase(i, conjuncts=False)
                known = self.described(span, i)
                document = known.speaker.kind == "document" or self.cues.has("document_noun", known.mention.noun)
                if document and not known.mention.plural:
                    return known
        return None


def one_person(known: Resolved) -> bool:
    """Whether a speaker is one person, named or not."""
    kind = known.speaker.kind in ("official", "expert", "witness", "other")
    return kind and not known.speaker.plural and known.mention.pronoun != "thing"
