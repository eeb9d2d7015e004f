"""Words that are given to somebody by the sentence beside them, or by a colon: so says the mayor; “Never”: admiral."""

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Range, Utterance
from firsthand.statements.voices import Voices

_DASHES = frozenset("—–-―")
FEWEST = 4
"""Words that say something."""
FARTHEST = 16
"""Words within which a voice or a colon stands."""


def from_neighbours(tree: Tree, cues: Cues, found: list[Utterance], voices: Voices) -> list[Utterance]:
    """What nobody in ``found`` says and the next sentence gives to a voice, or a colon does."""
    said = {i for u in found if u.source for part in (*u.content, *u.cue) for i in range(*part)}
    added = []
    for number, (first, last) in enumerate(tree.reading.sentences):
        before = tree.reading.sentences[number - 1] if number else None
        u = _so_said(tree, cues, voices, (first, last), before) if before is not None else None
        u = u or _before_colon(tree, voices, (first, last)) or _behind_colon(tree, voices, (first, last))
        u = u or _signed(tree, voices, (first, last)) or _has_it(tree, voices, (first, last))
        if u is not None and said.isdisjoint(i for part in u.content for i in range(*part)):
            added.append(u)
    return added


def _so_said(tree: Tree, cues: Cues, voices: Voices, here: Range, before: Range) -> Utterance | None:
    """So at least a harbour master says; that is the opinion of a pilot: the sentence before is theirs."""
    first, last = here
    content = _said(tree, before)
    if content is None or last - first < FEWEST - 1:
        return None
    if cues.has("so_opening", tree.word(first)):
        verb = next((i for i in range(first + 1, min(first + FARTHEST, last)) if _says(tree, cues, i)), None)
        start = first + 1
        while start < last and (tree.tokens[start].text == "," or cues.has("so_filler", tree.word(start))):
            start += 1
        if verb is None or tree.child(verb, "ccomp") is not None or tree.word(verb + 1) == "that":
            return None
        voice = voices.phrase(verb + 1, last) if verb == start else voices.phrase(start, verb)
        return _utterance(tree, voices, voice, (verb, verb + 1), content, last)
    if tree.word(first) in ("that", "this", "such"):
        noun = next((i for i in range(first + 1, min(first + FARTHEST, last)) if _view(tree, cues, i)), None)
        copula = noun is not None and any(cues.has("be_form", tree.word(i)) for i in range(first + 1, noun))
        if noun is None or not copula or tree.word(noun + 1) not in ("of", "from", "by"):
            return None
        return _utterance(tree, voices, voices.phrase(noun + 2, last), (noun, noun + 1), content, last)
    return _attributed(tree, cues, voices, here, content)


def _attributed(tree: Tree, cues: Cues, voices: Voices, here: Range, content: Range) -> Utterance | None:
    """The claim comes from a mayor; the allegation was made by two clerks; the figure is that of a guard."""
    first, last = here
    if tree.word(first) not in ("the", "this", "that") or not _view(tree, cues, first + 1):
        return None
    for i in range(first + 2, min(first + FEWEST + 2, last - 1)):
        link, comes = tree.word(i + 1), cues.has("coming_verb", tree.tokens[i].lemma)
        if (comes and link == "from") or (cues.has("voicing_verb", tree.tokens[i].lemma) and link == "by"):
            return _utterance(tree, voices, voices.phrase(i + 2, last), (first + 1, first + 2), content, last)
        if cues.has("be_form", tree.word(i)) and (link, tree.word(i + 2)) == ("that", "of"):
            return _utterance(tree, voices, voices.phrase(i + 3, last), (first + 1, first + 2), content, last)
    return None


def _view(tree: Tree, cues: Cues, i: int) -> bool:
    return tree.tokens[i].upos == "NOUN" and (cues.noun(tree, i) is not None or cues.has("view_noun", tree.word(i)))


def _says(tree: Tree, cues: Cues, i: int) -> bool:
    return tree.tokens[i].upos == "VERB" and cues.verb(tree, i) is not None


def _before_colon(tree: Tree, voices: Voices, here: Range) -> Utterance | None:
    """Union leaders to the paper: “Words.” A voice without a verb before the colon, words in quotation behind it."""
    first, last = here
    colon = next((i for i in range(first + 1, min(first + FARTHEST, last - 1)) if tree.tokens[i].text == ":"), None)
    if colon is None or any(tree.tokens[i].upos in ("VERB", "AUX") for i in range(first, colon)):
        return None
    headline = first < tree.headline[1]
    quoted = tree.quotation_at(colon + 1)
    end = quoted[1] if quoted is not None and quoted[0] == colon + 1 else last if headline else None
    if end is None or end - colon < FEWEST:
        return None
    u = _utterance(tree, voices, voices.phrase(first, colon), (colon, colon + 1), (colon + 1, end), colon)
    return u if u is not None and (headline or u.relays or _is_person(tree, u.source[0])) else None


def _behind_colon(tree: Tree, voices: Voices, here: Range) -> Utterance | None:
    """“Words”: admiral on the gunboats."""
    first, last = here
    quoted = tree.quotation_at(first)
    if quoted is None or quoted[0] != first or quoted[1] >= last - 1 or tree.tokens[quoted[1]].text != ":":
        return None
    colon = quoted[1]
    if any(tree.tokens[i].upos in ("VERB", "AUX") for i in range(colon + 1, min(last, colon + FARTHEST))):
        return None
    return _utterance(tree, voices, voices.phrase(colon + 1, last), (colon, colon + 1), quoted, last)


def _signed(tree: Tree, voices: Voices, here: Range) -> Utterance | None:
    """Pirates hold ship with tanks - navy; tanks sank: divers: a headline with its voice behind a dash or colon."""
    first, last = here
    dashes = [
        i
        for i in range(first + FEWEST - 1, last - 1)
        if (tree.tokens[i].text in _DASHES and _stands_apart(tree, i)) or tree.tokens[i].text == ":"
    ]
    if not dashes or last - dashes[-1] > FEWEST + 1 or first >= tree.headline[1]:
        return None
    dash = dashes[-1]
    return _utterance(tree, voices, voices.phrase(dash + 1, last), (dash, dash + 1), (first, dash), last)


def _has_it(tree: Tree, voices: Voices, here: Range) -> Utterance | None:
    """The paper has it from a mechanic that …: the mechanic says so, through the paper."""
    first, last = here
    for i in range(first, last - FEWEST):
        voice = voices.giver_of_it(i, last)
        holder = tree.subject(i) if voice is not None else None
        if voice is None or holder is None or last - voice[1] < FEWEST:
            continue
        end = last - 1 if tree.tokens[last - 1].upos == "PUNCT" else last
        u = _utterance(tree, voices, voice, (i, i + 3), (voice[1] + 1, end), last)
        if u is not None:
            u.relays = [tree.noun_phrase(holder)]
        return u
    return None


def _stands_apart(tree: Tree, i: int) -> bool:
    return tree.tokens[i - 1].end < tree.tokens[i].start and tree.tokens[i].end < tree.tokens[i + 1].start


def _utterance(
    tree: Tree, voices: Voices, voice: Range | None, cue: Range, content: Range, end: int
) -> Utterance | None:
    if voice is None or not (voices.is_voice(voice) or _is_person(tree, voice)):
        return None
    for i in range(*voice):
        if tree.word(i) in ("to", "on", "in") and i > voice[0]:
            voice = (voice[0], i)
            break
    relays = [r for r in voices.outlets.in_range(voice[1], end) if not voices.outlets.is_own(r)]
    words = [cue] if tree.tokens[cue[0]].upos != "PUNCT" else []
    return Utterance([voice], words, [content], cue[0], 0.6, "rule:neighbour", relays, subject=tree.head_of(voice))


def _is_person(tree: Tree, voice: Range) -> bool:
    head = tree.head_of(voice)
    return tree.is_person(head) or head in tree.unnamed_groups


def _said(tree: Tree, sentence: Range) -> Range | None:
    """The words of a sentence without the stop at its end, and without the marks of a quotation that it is."""
    first, last = sentence
    while last > first and tree.tokens[last - 1].upos == "PUNCT":
        last -= 1
    return (first, last) if last - first >= FEWEST else None
