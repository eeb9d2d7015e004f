"""Which utterances stand in the sentence of another, and which around it."""

from collections import defaultdict
from collections.abc import Iterable

from firsthand.language.trees import Tree
from firsthand.statements.utterance import Utterance


def by_sentence(tree: Tree, found: Iterable[Utterance]) -> defaultdict[int, list[Utterance]]:
    """The number of a sentence to the utterances whose cue turns on a word of it, in the order given."""
    here: defaultdict[int, list[Utterance]] = defaultdict(list)
    for u in found:
        here[tree.tokens[u.head].sentence].append(u)
    return here


def around_heads(found: Iterable[Utterance]) -> dict[int, list[Utterance]]:
    """The head of each utterance to those whose content covers it, in the order given."""
    found = list(found)
    covering: dict[int, list[Utterance]] = {u.head: [] for u in found}
    for o in found:
        for head in {k for a, b in o.content for k in range(a, b)} & covering.keys():
            covering[head].append(o)
    return covering
