"""Sentences in which no word of saying was found, though their wording shows that somebody takes a stance."""

from dataclasses import replace

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Range, Utterance
from firsthand.statements.wording import plain, starts, wording

SHORT = 130
"""Texts of fewer words are notes on one matter: each of their sentences on arms is a statement."""

_GROUPS = (
    ("silence", "withholds"),
    ("withhold_phrase", "withholds"),
    ("confirm_phrase", "confirms"),
    ("deny_phrase", "denies"),
    ("expect_phrase", "expects"),
    ("comment_phrase", "comments"),
)
_FEWEST = 3


def unvoiced(tree: Tree, cues: Cues, known: list[Utterance]) -> list[Utterance]:
    """Utterances in sentences on arms that hold none yet; in short texts also those without a set phrase."""
    taken = {k for u in known for c in (*u.content, *u.cue) for k in range(*c)}
    short = len(tree.tokens) < SHORT
    found = []
    for first, last in tree.reading.sentences:
        if short:
            found += _asked(tree, cues, first, last, taken)
        stop = last - 1 if tree.tokens[last - 1].text in (".", "?", "!") else last
        if stop - first < 6 or not _of_arms(tree, cues, (first, stop)):
            continue
        if not taken.isdisjoint(range(first, last)):
            u = _unanswered(tree, first, stop, taken) if short else None
            found += [u] if u is not None else []
            continue
        u = _with_phrase(tree, first, stop)
        if u is None and short and wording("telling", plain(tree, list(range(first, stop)))):
            u = Utterance([], [], [(first, stop)], first, 0.4, "rule:unvoiced")
        if u is not None:
            found.append(u)
    return found


def _unanswered(tree: Tree, first: int, stop: int, taken: set[int]) -> Utterance | None:
    """Questions about the missiles that she is said to have bought went unanswered: a voice inside the question."""
    if not wording("asking", plain(tree, list(range(first, first + 4)))):
        return None
    u = _with_phrase(tree, first, stop, _GROUPS[:1])
    if u is None or not taken.isdisjoint(range(*u.cue[0])):
        return None
    return replace(u, source=[], content=[(first, u.cue[0][0])])


def righted(tree: Tree, found: list[Utterance]) -> list[Utterance]:
    """The utterances with the content that the order of words shows where another stretch was taken for it.

    "Asked by deputies, she did not deny that K" and "K had not been confirmed by the army" are about K.
    """
    for u in found:
        here = [c for c in u.cue if tree.tokens[c[0]].sentence == tree.tokens[u.head].sentence]
        if not here or len(u.content) != 1:
            continue
        first, last = tree.sentence(u.head)
        stop = last - 1 if tree.tokens[last - 1].text in (".", "?", "!") else last
        (begin, end), start = u.content[0], min(a for a, _ in here)
        tail = max(b for _, b in here)
        while tail < stop and tree.tokens[tail].text == ",":
            tail += 1
        adds = tree.word(tail - 1) == "," and tree.tokens[min(tail, stop - 1)].upos == "VERB"  # , saying only that L
        topic = _asked_about(tree, first, start)
        if topic is not None and adds and begin >= start:
            u.content = [topic]
            continue
        lead_in = begin == first and end <= start and tree.word(first) in _LEAD_INS
        if lead_in and stop - tail > _FEWEST and not adds:
            u.content = [(tail, stop)]
        elif begin >= start and start - first >= _FEWEST and _passive(tree, here) and _nothing_behind(tree, u):
            u.content = [(first, start)]
    return found


def _asked_about(tree: Tree, first: int, start: int) -> Range | None:
    """Asked twice about the mortars, | she would not elaborate, adding only that …: the mortars."""
    about = next((i for i in range(first + 1, min(first + 4, start)) if tree.word(i) in ("about", "on", "over")), None)
    comma = next((i for i in range(first, start) if tree.tokens[i].text == ","), None)
    if tree.word(first) not in _ASKED or about is None or comma is None or comma < about + 2:
        return None
    return about + 1, comma


def _nothing_behind(tree: Tree, u: Utterance) -> bool:
    content = u.content[0]
    return content[1] - content[0] == 1 or tree.word(content[0]) == "by"


def _passive(tree: Tree, cue: list[Range]) -> bool:
    return any(tree.tokens[i].lemma == "be" for c in cue for i in range(*c))


def _of_arms(tree: Tree, cues: Cues, span: Range) -> bool:
    return any(
        cues.has("arms_word", tree.tokens[i].lemma) or cues.has("arms_word", tree.tokens[i].text) for i in range(*span)
    )


def _with_phrase(tree: Tree, first: int, stop: int, groups: tuple[tuple[str, str], ...] = _GROUPS) -> Utterance | None:
    """A set phrase with the words before it as the source and those behind it as the content."""
    words = [plain(tree, [i]) for i in range(first, stop)]
    for k in range(len(words)):
        for group, stance in groups:
            size = starts(group, words[k : k + 14])
            if not size:
                continue
            cue = (first + k, min(first + k + size, stop))
            source = [tree.phrase_from(first, k)] if k else []
            behind, before = (cue[1], stop), (first, cue[0])
            content = behind if stop - cue[1] >= _FEWEST else before
            if content[1] - content[0] < _FEWEST:
                return None
            held = source if content is behind else []
            return Utterance(held, [cue], [content], cue[0], 0.45, "rule:unvoiced", hint=stance)
    return None


def _asked(tree: Tree, cues: Cues, first: int, last: int, taken: set[int]) -> list[Utterance]:
    """Asked about the missiles, the minister smiled: what he was asked about, with the stance of his answer."""
    if tree.word(first) not in _ASKED:
        return []
    comma = next((i for i in range(first, last) if tree.tokens[i].text == ","), None)
    if comma is None or comma - first < _FEWEST or not taken.isdisjoint(range(first + 1, comma)):
        return []
    if not _of_arms(tree, cues, (first, comma)):
        return []
    question = plain(tree, list(range(first, comma)))
    hint = "supposes" if wording("would", question) else "withholds"
    if hint == "withholds" and not wording("silence", plain(tree, list(range(comma, last)))):
        return []
    source = tree.phrase_from(comma + 1)
    return [Utterance([source], [(first, first + 1)], [(first + 2, comma)], first, 0.45, "rule:unvoiced", hint=hint)]


_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed", "challenged", "grilled", "probed"})
_LEAD_INS = _ASKED | {"contrary", "correcting", "reversing", "amending"}
