"""The main clause of a content: its words, its first finite verb, and what stands with it.

Read from the order of words and their parts of speech, so that a wrong tree does little harm.
"""

from dataclasses import dataclass

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Range, Utterance


@dataclass(frozen=True, slots=True)
class Clause:
    """``words``: tokens of the main clause from its start. ``finite``: the first finite verb, None where there is none.

    ``verb``: the lexical verb of its group (the finite verb itself where it stands alone). ``modal``: future,
    possible or empty. ``negated``: a negative word stands in the verb group or right behind it.
    """

    words: tuple[int, ...]
    finite: int | None
    verb: int | None
    modal: str
    negated: bool
    copular: bool

    def text(self, tree: Tree, most: int = 40) -> str:
        """The words of the clause, ``most`` at the most."""
        return " ".join(tree.tokens[i].text for i in self.words[:most])

    def lead(self, tree: Tree, beyond: int = 4) -> str:
        """The words up to some behind the verb."""
        stop = (self.verb if self.verb is not None else min(self.words, default=0)) + beyond
        return " ".join(tree.tokens[i].text for i in self.words if i <= stop)


def main_clause(tree: Tree, cues: Cues, u: Utterance) -> Clause:
    """The main clause of the longest piece of the content."""
    first, last = max(u.content, key=lambda p: p[1] - p[0])
    return clause_of(tree, cues, (first, last))


def clause_of(tree: Tree, cues: Cues, span: Range) -> Clause:
    """The main clause of a token range; a subordinate clause at its start is passed over."""
    words = [i for i in range(*span) if tree.tokens[i].text not in "“”\"'‘’`"]
    words = _without_start(tree, cues, words)
    finite = _finite(tree, cues, words)
    if finite is not None:
        words = _past_own_saying(tree, cues, words, finite)
        finite = _finite(tree, cues, words)
    if finite is None:
        return Clause(tuple(words), None, None, "", False, False)
    verb, modal, negated = finite, "", False
    for i in words[words.index(finite) :]:
        token = tree.tokens[i]
        form = token.text.lower()
        if cues.has("negation", form) or token.lemma == "not":
            negated = True
        elif token.lemma == "be" and not modal and _to_act(tree, i):
            modal = "future"
        elif cues.has("modal_possible", form) and not modal:
            modal = "possible"
        elif cues.has("modal_future", form) and not modal:
            modal = "future"
        elif token.upos not in ("AUX", "VERB", "ADV", "PART"):
            break
        if token.upos in ("AUX", "VERB"):
            verb = i
            if token.upos == "VERB":
                break
    after = words[words.index(verb) + 1 : words.index(verb) + 3]
    negated = negated or any(cues.has("negative_word", tree.tokens[i].text) for i in after)
    copular = cues.has("copula", tree.tokens[verb].lemma)
    return Clause(tuple(words), finite, verb, modal, negated, copular)


def _to_act(tree: Tree, i: int) -> bool:
    """Is to deliver: an infinitive right behind."""
    following = tree.tokens[i + 1 : i + 3]
    return len(following) == 2 and following[0].text.lower() == "to" and following[1].upos == "VERB"


def _without_start(tree: Tree, cues: Cues, words: list[int]) -> list[int]:
    """Leave out "that" and a subordinate clause up to its comma."""
    while words and (
        tree.tokens[words[0]].text in {",", "-", "—"} or cues.has("clause_opener", tree.tokens[words[0]].text)
    ):
        words = words[1:]
    if words and cues.has("subordinator", tree.tokens[words[0]].text):
        for k, i in enumerate(words):
            if tree.tokens[i].text == "," and k > 1 and len(words) - k > 3:
                return words[k + 1 :]
    return _without_adverbial(tree, words)


def _without_adverbial(tree: Tree, words: list[int]) -> list[int]:
    """At the same time, we …: a few words up to a comma that hold no verb are passed over."""
    for k, i in enumerate(words[:7]):
        if tree.tokens[i].upos in ("VERB", "AUX"):
            break
        if tree.tokens[i].text == "," and k and len(words) - k > 3:
            return words[k + 1 :]
    return words


def _past_own_saying(tree: Tree, cues: Cues, words: list[int], finite: int) -> list[int]:
    """We have warned that X: what the speaker says of its own saying gives way to X."""
    subject = words[: words.index(finite)]
    if not subject or not cues.has("self_pronoun", tree.tokens[subject[-1]].text) or len(subject) > 2:
        return words
    for k, i in enumerate(words):
        if tree.tokens[i].text.lower() == "that" and k and len(words) - k > 3:
            own = " ".join(tree.tokens[j].text for j in words[:k])
            said = any(cues.verb(tree, j) in ("asserts", "comments") for j in words[len(subject) : k])
            said = said and cues.any_in("doubt", own) is None
            return words[k + 1 :] if said else words
    return words


def _finite(tree: Tree, cues: Cues, words: list[int]) -> int | None:
    relative = False
    for k, i in enumerate(words):
        token = tree.tokens[i]
        form = token.text.lower()
        if cues.has("relative_word", form) and k > 0:
            relative = True
            continue
        finite = token.upos == "AUX" or (token.upos == "VERB" and not _infinite(tree, words, k))
        if finite and not relative:
            return i
        if token.upos == "VERB":
            relative = False
    return next((i for i in words if tree.tokens[i].upos in ("AUX", "VERB")), None)


def _infinite(tree: Tree, words: list[int], k: int) -> bool:
    token = tree.tokens[words[k]]
    before = tree.tokens[words[k - 1]].text.lower() if k else ""
    if before == "to" or token.text.lower().endswith("ing"):
        return True
    after = tree.tokens[words[k + 1]] if k + 1 < len(words) else None
    participle = token.deprel.split(":")[0] in ("acl", "amod") and token.text.lower().endswith(("ed", "en"))
    return participle or (after is not None and after.text == "-")
