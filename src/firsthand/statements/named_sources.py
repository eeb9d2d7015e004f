"""Outlets that name their source: gave as its source a clerk, credited the news to him; the source was a clerk."""

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.outlets import Outlets
from firsthand.statements.relays import hand_over
from firsthand.statements.utterance import Range, Utterance, meet
from firsthand.statements.voices import Voices

NEXT = 1
"""Sentences behind the one with what the outlet printed, in which it may name its source."""


def from_whom_it_has(tree: Tree, cues: Cues, u: Utterance, outlets: Outlets, voices: Voices) -> None:
    """Make whom an outlet names as its source the voice of what it printed, and the outlet a relay."""
    if not outlets.is_outlet(u.source[0]) or any(tree.word(i) == "own" for i in range(*u.source[0])):
        return
    number = tree.tokens[u.head].sentence
    sentences = tree.reading.sentences[number : number + 1 + NEXT]
    for first, last in sentences:
        for i in range(first, last - 2):
            if u.covers(i):
                continue
            at = _as_source(tree, cues, i, last) or _credits(tree, cues, i, last) or _source_is(tree, cues, i, last)
            voice = voices.phrase(at, last) if at else None
            if voice is not None and _somebody(tree, voices, voice) and not meet([voice], u.source):
                u.content = [c for c in u.content if not meet([c], [(i, voice[1])])] or u.content
                hand_over(tree, u, voice)
                return


def _somebody(tree: Tree, voices: Voices, voice: Range) -> bool:
    return voices.is_voice(voice) or tree.is_person(tree.head_of(voice))


def _as_source(tree: Tree, cues: Cues, i: int, end: int) -> int:
    """Where the voice begins in: gave as its source | a clerk; names a clerk as … is told otherwise."""
    if not cues.has("naming_verb", tree.tokens[i].lemma) or tree.word(i + 1) != "as":
        return 0
    for k in range(i + 2, min(i + 5, end - 1)):
        if cues.has("source_noun", tree.tokens[k].lemma):
            return k + 1 + (tree.tokens[k + 1].text in {",", ":"})
    return 0


def _credits(tree: Tree, cues: Cues, i: int, end: int) -> int:
    """Where the voice begins in: credited the news to | a clerk; owes the story to him."""
    if tree.tokens[i].upos != "VERB" or not cues.has("crediting_verb", tree.tokens[i].lemma):
        return 0
    news = range(i + 1, min(i + 4, end - 2))
    known = next((k for k in news if cues.has("news_noun", tree.word(k)) or tree.word(k) in ("it", "this")), None)
    return known + 2 if known is not None and tree.word(known + 1) == "to" else 0


def _source_is(tree: Tree, cues: Cues, i: int, end: int) -> int:
    """Where the voice begins in: whose source is | a clerk; its source, the daily added, was | a clerk."""
    named = tree.word(i - 1) in ("whose", "its", "their", "the") and cues.has("source_noun", tree.tokens[i].lemma)
    if not named:
        return 0
    k = i + 1
    if tree.tokens[k].text == ",":
        k = next((j + 1 for j in range(k + 1, min(k + 8, end)) if tree.tokens[j].text == ","), k)
    return k + 1 if cues.has("be_form", tree.word(k)) and k + 1 < end else 0
