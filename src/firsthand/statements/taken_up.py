"""Of whom was just spoken: the group that "all three" takes up, the subject that "she" does."""

from collections.abc import Iterator

from firsthand.language.numbers import value_of
from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Range

SENTENCES = 4
"""Before a phrase, in which the group stands that it takes up."""
_TOLD_OF = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "root"})
"""What a person is in a sentence that tells of him, and not of something of his."""


def group_size(tree: Tree, cues: Cues, span: Range) -> int | None:
    """How many are meant by a phrase without a noun that tells of them: all three, the two, both men; else None."""
    words = [tree.word(i) for i in range(*span)]
    if len(words) > 1 and cues.has("any_people", words[-1]) and (words[0] == "the" or len(words) == 2):
        words.pop()
    while len(words) > 1 and cues.has("taken_up_with", words[0]):
        words.pop(0)
    if len(words) != 1:
        return None
    if cues.has("group_of_two", words[0]):
        return 2
    if cues.has("group_of_three", words[0]):
        return 3
    number = value_of(words[0]) if tree.tokens[span[1] - 1].upos == "NUM" else None
    return int(number) if number is not None and number > 1 else None


def group_before(tree: Tree, i: int, number: int) -> int | None:
    """The head of the nearest phrase before ``i`` that counts so many, or names as many in a row."""
    for k in tree.words_before(i, SENTENCES):
        token = tree.tokens[k]
        if token.deprel == "nummod" and token.head > k and value_of(token.text.lower()) == number:
            return token.head
        names = token.upos == "PROPN" and token.deprel.startswith("nsubj")
        if names and 1 + sum(tree.tokens[j].deprel == "conj" for j in tree.children[k]) == number:
            return k
    return None


def one_of_two(tree: Tree, cues: Cues, span: Range) -> int | None:
    """The head of the first or the second of two names or nouns that "and" joins, for "the former" and "the latter"."""
    word = tree.word(span[1] - 1)
    first = cues.has("former_one", word)
    if span[1] - span[0] != 2 or not (first or cues.has("latter_one", word)):
        return None
    for k in tree.words_before(tree.sentence(span[0])[0], 2):
        kind = tree.tokens[k].upos
        joined = [j for j in tree.children[k] if tree.tokens[j].deprel == "conj" and tree.tokens[j].upos == kind]
        if len(joined) == 1 and kind in ("NOUN", "PROPN"):
            return k if first else joined[0]
    return None


def people_before(tree: Tree, i: int) -> int | None:
    """Several people of no name, a subject in the two sentences before that of ``i``, or in it; else an object, else
    within another phrase."""
    for places in (("nsubj",), ("obj", "obl"), ("nmod",)):
        for k in tree.words_before(i, 2):
            token = tree.tokens[k]
            several = token.upos == "NOUN" and token.text.lower() != token.lemma
            place = token if token.deprel != "conj" else tree.tokens[token.head]  # the trade and | defence ministers
            if place.deprel.split(":")[0] in places and several and k in tree.unnamed_groups:
                counted = token.deprel == "nmod" and tree.tokens[token.head].upos == "NUM"
                return token.head if counted else k  # two of its members
    return None


def subject_before(tree: Tree, cues: Cues, i: int) -> int | None:
    """One person of no name who is the subject of the sentence of ``i`` before it, or of the one before that.

    The words of a quotation that ends before ``i`` are passed over.
    """
    quotation = next((q for k in range(i - 1, max(-1, i - 3), -1) if (q := tree.quotation_at(k)) is not None), None)
    for k in tree.words_before(quotation[0] if quotation is not None else i, 1):
        token = tree.tokens[k]
        main = token.deprel.startswith("nsubj") and tree.tokens[token.head].deprel == "root"
        if main and ((token.upos == "NOUN" and k in tree.unnamed_persons) or is_one(tree, cues, k)):
            return k
    return None


def persons_before(tree: Tree, i: int, sentences: int) -> Iterator[int]:
    """The single persons of no name of whom the sentences before that of ``i`` tell, the nearest first."""
    for k in tree.words_before(tree.sentence(i)[0], sentences):
        token = tree.tokens[k]
        told = token.deprel.split(":")[0] in _TOLD_OF and token.deprel != "nmod:poss"
        if told and token.upos == "NOUN" and k in tree.unnamed_persons and token.text.lower() == token.lemma:
            yield k


def leads(tree: Tree, i: int) -> bool:
    """Whether a name is the subject of a sentence, or what one is said to be: the witness was a clerk, Ada Lind."""
    while tree.tokens[i].deprel.split(":")[0] in ("appos", "flat", "compound") and tree.tokens[i].head < i:
        i = tree.tokens[i].head
    return tree.tokens[i].deprel.startswith("nsubj") or tree.child(i, "cop") is not None


def nobody_leads(tree: Tree, cues: Cues, i: int) -> bool:
    """Whether no person is a subject in the sentence of ``i``, where a name behind an article is none, nor a reporter
    who asks."""

    def one(k: int) -> bool:
        return (
            tree.is_person(k)
            and not cues.has("reporter_noun", tree.tokens[k].lemma)
            and not (k in tree.persons and tree.child(k, "det") is not None)
        )

    return not any(
        tree.tokens[k].deprel.startswith("nsubj") and (one(k) or tree.tokens[k].upos == "PRON")
        for k in range(*tree.sentence(i))
    )


def is_one(tree: Tree, cues: Cues, k: int) -> bool:
    """One of a group, with no noun of its own."""
    return tree.tokens[k].upos in ("NUM", "PRON", "DET") and cues.has("one_of_group", tree.word(k))
