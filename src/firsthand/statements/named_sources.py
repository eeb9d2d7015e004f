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
    paper = outlets.may_be(u.source[0])
    if not paper or any(tree.word(i) == "own" for i in range(*u.source[0])):
        return
    number = tree.tokens[u.head].sentence
    sentences = tree.reading.sentences[number : number + 1 + NEXT]
    for first, last in sentences:
        for i in range(first, last - 2):
            if u.covers(i) or any(a <= i < b for a, b in u.cue):
                continue
            at, told = next(((at, told) for told in _TOLD if (at := told(tree, cues, i, last))), (0, None))
            voice = _who_is_its_source(tree, cues, i) or (voices.phrase(at, last) if at else None)
            sure = told in (_as_source, _named_as, _is_given_as_source, _source_is)
            if voice is not None and (sure or _somebody(tree, voices, voice)) and not meet([voice], u.source):
                u.content = [c for c in u.content if not meet([c], [(min(i, voice[0]), voice[1])])] or u.content
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


def _named_as(tree: Tree, cues: Cues, i: int, end: int) -> int:
    """Where the voice begins in: named | two quartermasters | as its sources."""
    if tree.tokens[i].upos != "VERB" or not cues.has("naming_verb", tree.tokens[i].lemma):
        return 0
    its = next((k for k in range(i + 2, min(i + 12, end - 2)) if tree.word(k) == "as"), None)
    if its is None or tree.word(its + 1) not in ("its", "their", "the", "his", "her"):
        return 0
    return i + 1 if any(cues.has("source_noun", tree.tokens[k].lemma) for k in (its + 2, its + 3) if k < end) else 0


def _credits(tree: Tree, cues: Cues, i: int, end: int) -> int:
    """Where the voice begins in: credited the news to | a clerk; owes the story to him; credited | him | with it."""
    if tree.tokens[i].upos != "VERB" or not cues.has("crediting_verb", tree.tokens[i].lemma):
        return 0
    whom = tree.child(i, "obj")
    what = next(
        (j for k in (i, whom) if k is not None for j in tree.children[k] if tree.preposition(j) == "with"), None
    )
    if whom is not None and what is not None and cues.has("news_noun", tree.word(what)):
        return tree.noun_phrase(whom)[0]
    news = range(i + 1, min(i + 4, end - 2))
    known = next((k for k in news if cues.has("news_noun", tree.word(k)) or tree.word(k) in ("it", "this")), None)
    return known + 2 if known is not None and tree.word(known + 1) == "to" else 0


def _source_is(tree: Tree, cues: Cues, i: int, end: int) -> int:
    """Where the voice begins in: whose source is | a clerk; its source, the daily added, was | a clerk."""
    papers = tree.word(i - 1) in ("'s", "’s") and cues.has("printing_noun", tree.word(i - 2))
    owned = papers or tree.word(i - 1) in ("whose", "its", "their", "the")
    if not (owned and cues.has("source_noun", tree.tokens[i].lemma)):
        return 0
    k = i + 1
    if tree.tokens[k].text == ",":
        k = next((j + 1 for j in range(k + 1, min(k + 8, end)) if tree.tokens[j].text == ","), k)
    return k + 1 if cues.has("be_form", tree.word(k)) and k + 1 < end else 0


def _who_is_its_source(tree: Tree, cues: Cues, i: int) -> Range | None:
    """| An adviser | is its only named source."""
    owner = tree.child(i, "nmod:poss") if cues.has("source_noun", tree.tokens[i].lemma) else None
    subject = tree.subject(i) if owner is not None and tree.child(i, "cop") is not None else None
    if owner is None or subject is None or subject > i or tree.word(owner) not in ("its", "their", "whose"):
        return None
    return tree.noun_phrase(subject)


def _is_given_as_source(tree: Tree, cues: Cues, i: int, end: int) -> int:
    """Where the voice begins in: | a former partner | is given as the source."""
    subject = tree.child(i, "nsubj:pass")
    if subject is None or not cues.has("naming_verb", tree.tokens[i].lemma) or tree.word(i + 1) != "as":
        return 0
    named = any(cues.has("source_noun", tree.tokens[k].lemma) for k in range(i + 2, min(i + 4, end)))
    return tree.noun_phrase(subject)[0] if named else 0


def _rests_on(tree: Tree, cues: Cues, i: int, end: int) -> int:
    """Where the voice begins in: whose account rests on talks with | guards; which based its story on | a clerk."""
    if tree.tokens[i].upos != "VERB" or not cues.has("resting_verb", tree.tokens[i].lemma):
        return 0
    on = next((k for k in range(i + 1, min(i + 6, end - 1)) if tree.word(k) in ("on", "upon", "from")), None)
    if on == i + 1 and tree.word(i).endswith("ing") and tree.word(i - 1) == ",":  # , relying on | a clerk,
        called = next((k for k in range(on + 1, min(on + 5, end)) if tree.word(k) == "called"), on)
        return called + 1
    subject = tree.subject(i)
    its = subject is not None and _is_its_story(tree, cues, subject)
    story = tree.child(i, "obj")
    if on is None or not (its or (story is not None and _is_its_story(tree, cues, story))):
        return 0
    talks = next((k for k in range(on + 1, min(on + 4, end)) if cues.has("occasion_word", tree.word(k))), None)
    with_whom = talks + 1 if talks is not None else on
    return with_whom + 1 if talks is None or tree.word(with_whom) in ("with", "by", "of", "from") else 0


def _quotes(tree: Tree, cues: Cues, i: int, end: int) -> int:
    """Where the voice begins in: whose article quotes | “participants”; which refers to | a figure in the navy."""
    lemma, subject = tree.tokens[i].lemma, tree.subject(i)
    cites, refers = cues.has("citing_verb", lemma), cues.has("referring_verb", lemma) and tree.word(i + 1) == "to"
    if tree.tokens[i].upos != "VERB" or subject is None or not (cites or refers):
        return 0
    relative = any(tree.word(j) == "which" for j in tree.children[i])
    if not relative and not _is_its_story(tree, cues, subject):
        return 0
    return _past_mark(tree, i + 2 if refers else i + 1)


def _learned(tree: Tree, cues: Cues, i: int, end: int) -> int:
    """Where the voice begins in: the paper learned of it from | a diplomat."""
    subject = tree.subject(i) if cues.has("learn_verb", tree.tokens[i].lemma) else None
    if subject is None or not (tree.word(subject) in ("it", "which") or cues.has("printing_noun", tree.word(subject))):
        return 0
    source = next((k for k in range(i + 1, min(i + 7, end - 1)) if tree.word(k) == "from"), None)
    return source + 1 if source is not None else 0


def _is_its_story(tree: Tree, cues: Cues, noun: int) -> bool:
    """Its article, whose account: what the outlet wrote."""
    owner = tree.child(noun, "nmod:poss", "det")
    its = owner is not None and tree.word(owner) in ("its", "their", "whose", "the")
    return its and (cues.has("occasion_word", tree.word(noun)) or cues.has("news_noun", tree.word(noun)))


def _past_mark(tree: Tree, i: int) -> int:
    return i + 1 if tree.tokens[i].text in {'"', "“", "‘", "'"} else i


_TOLD = (_is_given_as_source, _as_source, _named_as, _credits, _source_is, _rests_on, _quotes, _learned)
"""What tells where the voice begins: of the tree, the word lists, a word and the end of its sentence; 0 for nowhere."""
