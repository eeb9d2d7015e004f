"""Quotations that no cue introduces: a dash and a name below them, or the speaker of the lines before."""

from firsthand.language.trees import Tree
from firsthand.statements.utterance import Range, Utterance, overlap

_DASHES = frozenset("—–-―") | {"--"}


def signed_quotations(tree: Tree) -> list[Utterance]:
    """“Words.” — Name, role: the quotation is content, the dash the cue, the rest of the paragraph the source."""
    found = []
    for first, last in tree.quotations:
        end = tree.reading.paragraphs[tree.paragraph_of[last - 1]][1]
        if last >= end or tree.tokens[last].text not in _DASHES or last + 1 >= end:
            continue
        if last - first < 6 or end - last > 40 or tree.tokens[last + 1].upos not in ("PROPN", "NOUN", "DET", "ADJ"):
            continue
        if any(tree.tokens[i].upos == "VERB" and tree.tokens[i].deprel == "root" for i in range(last + 1, end)):
            continue
        signature = (last + 1, end)
        found.append(
            Utterance([signature], [(last, last + 1)], [(first, last)], last, 0.95, "rule:signed", subject=last + 1)
        )
    return found


def continued_quotations(tree: Tree, known: list[Utterance]) -> list[Utterance]:
    """A quotation that fills its sentence and has no cue goes on with the speaker of the sentence before."""
    covered: list[Range] = [c for u in known for c in u.content]
    spoken: dict[int, Utterance] = {}
    for u in known:
        if u.source:
            spoken[tree.tokens[u.head].sentence] = u
    found: list[Utterance] = []
    for first, last in tree.quotations:
        if last - first < 8 or any(overlap((first, last), c) > 2 for c in covered):
            continue
        begin = tree.sentence(first)
        if begin[0] < first - 1 or (last < len(tree.tokens) and tree.sentence(last - 1)[1] > last + 1):
            continue
        number = tree.tokens[first].sentence
        before = spoken.get(number - 1) or spoken.get(number - 2)
        if before is not None:
            new = Utterance(list(before.source), [], [(first, last)], before.head, 0.5, "rule:continued")
            new.subject, new.relays = before.subject, list(before.relays)
            found.append(new)
            spoken[tree.tokens[last - 1].sentence] = new
    return found
