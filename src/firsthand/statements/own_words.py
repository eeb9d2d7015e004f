"""What a report says of a transfer in its own voice."""

from firsthand.language.gazetteer import NameMention, names_between
from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Utterance


def own_words(tree: Tree, cues: Cues, known: list[Utterance], names: list[NameMention]) -> list[Utterance]:
    """Sentences outside every statement that speak of a transfer: an act, a weapon and a state."""
    taken = {k for u in known for c in (*u.content, *u.cue) for k in range(*c)}
    found = []
    for first, last in tree.reading.sentences:
        if last - first < 6 or not taken.isdisjoint(range(first, last)):
            continue
        start, end = tree.tokens[first].start, tree.tokens[last - 1].end
        here = names_between(names, start, end)
        weapons = [n for n in here if n.kind in ("weapon", "weapon-class")]
        parties = {n.state or n.canonical for n in here if n.kind in ("state", "body")}
        acts = [
            i
            for i in range(first, last)
            if tree.tokens[i].upos == "VERB" and cues.has("act_verb", tree.tokens[i].lemma)
        ]
        if weapons and parties and acts:
            stop = last - 1 if tree.tokens[last - 1].text == "." else last
            found.append(Utterance([], [], [(first, stop)], acts[0], 0.5, "rule:own-words"))
    return found
