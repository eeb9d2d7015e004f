"""Quotations that no cue introduces: a dash and a name below them, or the speaker of the lines before."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from firsthand.language.trees import Tree
from firsthand.statements.utterance import Range, Utterance, meet, overlap, without

_CLOSING = "”\"’'»"
_NEAR = 10
"""Words behind a quotation, and behind whoever stands there, within which his verb follows."""
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


def with_own_verbs(tree: Tree, found: list[Utterance]) -> list[Utterance]:
    """“Elephants cost more,” he justified himself: whoever does something right behind a quotation has said it.

    ``found`` and those whose verb is no word of saying; what was taken for theirs leaves the others.
    """
    told = {i for u in found for a, b in u.cue for i in range(a, b)} | {u.head for u in found}
    new = []
    for first, last in tree.quotations:
        who, verb = _who_does(tree, first, last) or (None, 0)
        if who is None or verb in told:
            continue
        inside = [u for u in found if meet(u.content, [(first, last)])]
        around = [u.outer for u in inside if u.outer is not None]
        if any(overlap((last, verb), voice) for u in (*inside, *around) for voice in (*u.source, *u.relays)):
            continue
        subject = tree.head_of(who)
        new.append(Utterance([who], [(verb, verb + 1)], [(first, last)], verb, 0.6, "rule:quotation", subject=subject))
        for u in found:
            u.content = [p for c in u.content for p in without(c, (first, last)) if p[1] - p[0] > 1]
    return [u for u in found if u.content] + new


def _who_does(tree: Tree, first: int, last: int) -> tuple[Range, int] | None:
    """Who is named, or meant by he or she, right behind a quotation that a comma or a mark ends, and his verb."""
    if last - first < 4 or last >= len(tree.tokens) or tree.tokens[last - 2].text not in {",", "!", "?"}:
        return None
    end = min(tree.sentence(last - 1)[1], last + _NEAR)
    verb = next(
        (i for i in range(last, end) if tree.tokens[i].upos not in ("NOUN", "PROPN", "PRON", "DET", "ADJ")), end
    )
    if verb == last or verb >= end or tree.tokens[verb].upos != "VERB" or tree.quotation_at(verb) is not None:
        return None
    one = tree.word(last) in {"he", "she"} if verb == last + 1 else verb - 1 in tree.persons
    return ((last, verb), verb) if one else None


def split_quotations(tree: Tree, found: list[Utterance]) -> list[Utterance]:
    """Pieces of content that are sentences of their own become statements of their own, with the same cue."""
    result: list[Utterance] = []
    for u in found:
        pieces = _sentence_pieces(tree, u)
        for k, piece in enumerate(pieces):
            part = u if len(pieces) == 1 else replace(u, content=piece, source=list(u.source), relays=list(u.relays))
            if k and part is not u:
                part.method = f"{u.method}+split"
            result.append(part)
    return result


def _sentence_pieces(tree: Tree, u: Utterance) -> list[list[Range]]:
    """The content grouped by what reads on: a new group where a piece begins a sentence or another quotation."""
    groups: list[list[Range]] = []
    signed = u.method == "rule:signed"
    for part in u.content:
        for piece in _by_sentence(tree, part) if signed else [part]:
            begins = any(tree.sentence(piece[0])[0] + k == piece[0] for k in (0, 1))
            quoted = tree.quotation_at(piece[0])
            other = bool(groups) and quoted is not None and tree.quotation_at(groups[-1][-1][0]) not in (None, quoted)
            between = range(groups[-1][-1][1], piece[0]) if groups else range(0)
            spoken_again = any(tree.tokens[i].upos == "VERB" for i in between if i != u.head)
            if not groups or begins or (other and spoken_again):
                groups.append([piece])
            else:
                groups[-1].append(piece)
    return groups


def _by_sentence(tree: Tree, span: Range) -> list[Range]:
    pieces, first = [], span[0]
    for i in range(span[0] + 1, span[1]):
        if tree.tokens[i].sentence != tree.tokens[i - 1].sentence and span[1] - i > 3 and i - first > 3:
            pieces.append((first, i))
            first = i
    return [*pieces, (first, span[1])]


def continued_quotations(tree: Tree, known: list[Utterance]) -> list[Utterance]:
    """A quotation that fills its sentence and has no cue goes on with the speaker of the sentence before."""
    _give_back(tree, known)
    contents: list[list[int]] = [[] for _ in tree.tokens]
    for k, (a, b) in enumerate(c for u in known for c in u.content):
        for i in range(a, b):
            contents[i].append(k)
    spoken: dict[int, Utterance] = {}
    for u in known:
        if u.source:
            spoken[tree.tokens[u.head].sentence] = u
    found: list[Utterance] = []
    for first, last in tree.quotations:
        if last - first < 8:
            continue
        shared = Counter(k for i in range(first, last) for k in contents[i])
        if max(shared.values(), default=0) > 2:
            continue
        begin = tree.sentence(first)
        if begin[0] < first - 1 or (last < len(tree.tokens) and tree.sentence(last - 1)[1] > last + 1):
            continue
        number = tree.tokens[first].sentence
        before = spoken.get(number - 1) or spoken.get(number - 2)
        if before is not None:
            new = _going_on(before, (first, last))
            found.append(new)
            spoken[tree.tokens[last - 1].sentence] = new
    return found + _opened_before(tree, [*known, *found])


def _going_on(u: Utterance, said: Range) -> Utterance:
    """Further words of who says ``u``, through whom they came likewise."""
    return Utterance(
        list(u.source), [], [said], u.head, 0.5, "rule:continued", relays=list(u.relays), subject=u.subject
    )


def _give_back(tree: Tree, known: list[Utterance]) -> None:
    """“They came by sea. | “They were paid for.” | The envoy agreed: the second is by who left the first open, and is
    taken from who speaks in a later paragraph."""
    going_on = {
        b[0] for a, b in pairwise(tree.quotations)
        if tree.tokens[a[1] - 1].text[-1] not in _CLOSING and tree.paragraph_of[b[0]] == tree.paragraph_of[a[0]] + 1
        and tree.reading.paragraphs[tree.paragraph_of[b[0]]][0] == b[0]
    }  # fmt: skip
    if not going_on:
        return
    begun = {i: u for u in known if u.source for a, b in u.content for i in range(a, b)}
    for u in known:
        for part in u.content:
            before = begun.get(part[0] - 1)
            apart = tree.paragraph_of[u.head] > tree.paragraph_of[part[0]]
            if part[0] in going_on and before is not None and before is not u and apart:
                u.source, u.subject = list(before.source), before.subject
                u.cue, u.head, u.relays, u.outer = [], before.head, list(before.relays), before.outer
                u.method, u.content = "rule:continued", [part]


def _opened_before(tree: Tree, known: list[Utterance]) -> list[Utterance]:
    """“One. | “Two,” she said: a quotation left open at its paragraph's end is by who goes on in the next."""
    said = {i: u for u in known if u.source for a, b in u.content for i in range(a, b)}
    paragraphs = tree.reading.paragraphs
    found: list[Utterance] = []
    for first, last in reversed(tree.quotations):
        number = tree.paragraph_of[first]
        alone = paragraphs[number] == (first, last) and tree.tokens[last - 1].text[-1] not in _CLOSING
        if not alone or number + 1 == len(paragraphs) or any(i in said for i in range(first, last)):
            continue
        start = paragraphs[number + 1][0]
        after = said.get(start, said.get(start + 1)) if tree.quotation_at(start) is not None else None
        if after is None:
            continue
        new = _going_on(after, (first, last))
        found.append(new)
        said |= dict.fromkeys(range(first, last), new)
    return found
