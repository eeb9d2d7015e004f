"""Frames of speech brought together with the utterances that tags and trees show: who speaks inside whose words."""

from firsthand.language.trees import Tree
from firsthand.statements.beside import by_sentence
from firsthand.statements.cues import Cues
from firsthand.statements.frame import Frame
from firsthand.statements.frames import FrameFinder
from firsthand.statements.outlets import Outlets
from firsthand.statements.relays import refuses_what_stands
from firsthand.statements.tagged import with_its_list
from firsthand.statements.utterance import Range, Utterance, overlap, without
from firsthand.statements.voices import Voices

LONG = 130
"""In a text of so many words the tags are surer than a frame that stands alone in its sentence."""


def add_frames(tree: Tree, cues: Cues, found: list[Utterance], outlets: Outlets) -> list[Utterance]:
    """The utterances with the voices that the frames of their sentences show; frames that none has are added."""
    finder = FrameFinder(tree, cues, Voices(tree, cues, outlets))
    result = list(found)
    known = by_sentence(tree, found)
    for number, sentence in enumerate(tree.reading.sentences):
        frames = [_in_quotation(tree, _with_whole_list(tree, frame)) for frame in finder.frames(sentence)]
        here = known[number]
        placed: list[tuple[Frame, Utterance]] = []
        for frame in frames:
            u = _utterance_of(frame, [o for o in here if not any(o is p for _, p in placed)])
            alone = len(frames) == 1 and not frame.hint and len(tree.tokens) >= LONG
            alone = alone and not (not here and _somebody_speaks(tree, cues, frame))
            again = placed and frame.hint and frame.source and cues.has("subject_pronoun", tree.slice(frame.source))
            if alone or again or (u is None and _own_voice(tree, cues, frame)):
                continue
            if u is None:
                u = Utterance([], list(frame.cue), list(frame.scope), frame.head, 0.55, "rule:frame")
                result.append(u)
            u.hint = frame.hint
            around = [f for f, _ in placed]
            _set_voices(tree, cues, u, frame, outlets, around, [f.source for f in frames if f.source is not None])
            placed.append((frame, u))
        _nest(here, placed)
        for u in here:
            u.source = [finder.whole(s) for s in u.source]
            _relative_source(tree, cues, u, [f.source for f in frames if f.source is not None])
    result = [u for u in result if not _only_unnamed(tree, cues, u)]
    for u in result:
        u.relays = [r for r in u.relays if not outlets.is_own(r)]
        if u.outer is not None and refuses_what_stands(u.outer, u):
            u.outer = None
    return _credited(tree, cues, result, finder, outlets)


def _somebody_speaks(tree: Tree, cues: Cues, frame: Frame) -> bool:
    """Whether a person who is named, and a verb that reports, show that something is said."""
    named = frame.source is not None and any(i in tree.persons for i in range(*frame.source))
    return named and cues.verb(tree, frame.head) is not None


def _with_whole_list(tree: Tree, frame: Frame) -> Frame:
    """The frame with a voice that is a list as a whole, which leaves what is said."""
    voice = with_its_list(tree, frame.source) if frame.source is not None else None
    if voice is not None and voice != frame.source:
        frame.source = voice
        said = [part for span in frame.scope for part in without(span, (voice[0] - 1, voice[1]))]
        frame.scope = said or frame.scope
    return frame


def _in_quotation(tree: Tree, frame: Frame) -> Frame:
    """The frame; one within a quotation says nothing beyond its end: “We asked them,” the clerk said."""
    quotation = tree.quotation_at(frame.head)
    if quotation is not None and frame.source is not None and tree.quotation_at(frame.source[0]) == quotation:
        held = [(max(a, quotation[0]), min(b, quotation[1])) for a, b in frame.scope]
        frame.scope = [(a, b) for a, b in held if a < b] or frame.scope
    return frame


def _credited(tree: Tree, cues: Cues, found: list[Utterance], finder: FrameFinder, outlets: Outlets) -> list[Utterance]:
    """The paper attributed it to an official: what was said just before is his, and the paper passes it on."""
    kept: list[Utterance] = []
    for u in sorted(found, key=lambda u: u.head):
        voice = finder.credited(u.head) if cues.has("crediting_verb", tree.tokens[u.head].lemma) else None
        last = _told_just_before(tree, kept, u) if voice is not None else None
        if voice is None or last is None or not (outlets.is_outlet(last.source[0]) or last.source == u.source):
            kept.append(u)
            continue
        last.relays = [*last.source[:1], *last.relays]
        last.source, last.subject = [voice], None
    return kept


def _told_just_before(tree: Tree, kept: list[Utterance], u: Utterance) -> Utterance | None:
    """The last utterance with a source in the sentence of ``u`` or the one before; ``kept`` are in order of heads."""
    for o in reversed(kept):
        if tree.tokens[u.head].sentence - tree.tokens[o.head].sentence > 1:
            return None
        if o.source:
            return o
    return None


def _only_unnamed(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """Officials who asked for anonymity: what is asked for is not said of the matter."""
    first, last = u.content[0]
    lead = tree.slice((first, min(last, first + 5)))
    return len(u.content) == 1 and last - first < 14 and cues.any_in("anonymity", lead) is not None


def _own_voice(tree: Tree, cues: Cues, frame: Frame) -> bool:
    """We have warned them, inside a quotation: the voice that is quoted, no other."""
    return frame.source is not None and cues.has("first_person", tree.slice(frame.source))


def _relative_source(tree: Tree, cues: Cues, u: Utterance, speaking: list[Range]) -> None:
    """Said a spokeswoman, who would not say when: "who" is the voice before the comma."""
    if not u.source or not cues.has("relative_word", tree.word(u.source[0][0])):
        return
    before = [s for s in speaking if 0 <= u.source[0][0] - s[1] <= 1]
    if before:
        u.source, u.subject = [before[-1]], None


def _subject_of_it(tree: Tree, cues: Cues, u: Utterance, source: Range) -> bool:
    """The drones are for films, and he told me so: who stands right before the verb says it, not the drones."""
    word = tree.slice(u.source[0]) if u.source else ""
    if not cues.has("person_pronoun", word) or cues.has("relative_word", word):
        return False
    return source[1] < u.source[0][0] == tree.subject(u.head)


def _utterance_of(frame: Frame, here: list[Utterance]) -> Utterance | None:
    """The utterance whose cue has the head of the frame."""
    same = [u for u in here if u.head == frame.head or any(a <= frame.head < b for a, b in u.cue)]
    same = same or [u for u in here if frame.hint and any(overlap(c, f) for c in u.cue for f in frame.cue)]
    return same[0] if same else None


def _set_voices(
    tree: Tree, cues: Cues, u: Utterance, frame: Frame, outlets: Outlets, around: list[Frame], speaking: list[Range]
) -> None:
    """Give the utterance the frame's voices, and its scope where its own content does not fit."""
    source = frame.source
    withholds = "withholds" in (frame.hint, cues.verb_stance.get(tree.word(frame.head)))
    cited = [] if withholds else frame.cited  # citing secrecy, the office would not say
    settled = source is not None and any(overlap(source, r) for r in u.relays) and bool(u.source) and not cited
    if cited:
        u.source, u.subject = [cited[-1]], None
        u.relays = [*reversed(cited[:-1]), *([source] if source is not None else []), *frame.relays]
    elif settled:
        u.relays += [r for r in frame.relays if not any(overlap(r, o) for o in (*u.relays, *u.source))]
    else:
        beside = [*(s for s in speaking if s != source), *frame.relays]
        crossed = any(overlap(a, s) for a in u.source for s in beside) or _too_wide(u.source, frame)
        if (
            source is not None
            and not _subject_of_it(tree, cues, u, source)
            and (crossed or not _holds(tree, u.source, source))
        ):
            u.source, u.subject = [source], None
        known = [*speaking, *u.source]
        kept = [r for r in u.relays if outlets.is_outlet(r) and not any(overlap(r, k) for k in known)]
        more = [r for r in frame.relays if not any(overlap(r, o) for o in (*u.source, *kept))]
        u.relays = [*more, *kept] if more and kept and more[0][0] < kept[0][0] else [*kept, *more]
        if len(frame.relays) > 1:
            others = [r for r in u.relays if not any(overlap(r, f) for f in frame.relays)]
            u.relays = [*(r for r in frame.relays if not any(overlap(r, o) for o in u.source)), *others]
    voices = [v for f in (*around, frame) for v in (*([f.source] if f.source else []), *f.cue)]
    misfit = any(overlap(c, v) for c in u.content for v in voices)
    denies = cues.verb_stance.get(tree.word(frame.head)) == "denies"
    apart = not any(overlap(c, s) for c in u.content for s in frame.scope)
    if misfit or denies or _cut_short(tree, u, frame) or u.method == "rule:verb":
        u.content = list(frame.scope)
    elif apart:
        first, last = tree.sentence(frame.head)
        u.content = sorted([*frame.scope, *(c for c in u.content if first <= c[0] and c[1] <= last)])


def _too_wide(source: list[Range], frame: Frame) -> bool:
    """Whether a source holds the frame's and words that the frame's source says."""
    inner = frame.source
    return inner is not None and any(
        a <= inner[0] and inner[1] <= b and any(overlap((a, b), s) for s in frame.scope) for a, b in source
    )


def _cut_short(tree: Tree, u: Utterance, frame: Frame) -> bool:
    """Whether the content ends inside a phrase of what the frame says."""
    last, end = max(b for _, b in u.content), max(b for _, b in frame.scope)
    return last < end and tree.tokens[last].upos not in ("PUNCT", "CCONJ", "SCONJ")


def _holds(tree: Tree, source: list[Range], wanted: Range) -> bool:
    """Whether the source holds the wanted phrase, or lies in it with nothing set beside it that it lacks."""
    for a, b in source:
        if a <= wanted[0] and wanted[1] <= b:
            return True
        inside = wanted[0] <= a and b <= wanted[1] and not any(tree.tokens[i].text == "," for i in range(*wanted))
        core = next((i for i in range(*wanted) if tree.tokens[i].upos == "ADP" and i > wanted[0]), wanted[1])
        if inside and a < core <= b:
            return True
    return False


def _nest(here: list[Utterance], placed: list[tuple[Frame, Utterance]]) -> None:
    """Each frame's utterance lies in that of the frame around it, others in the innermost that covers them."""
    for k, (_, u) in enumerate(placed):
        u.outer = placed[k - 1][1] if k else None
        if u.outer is not None:
            outer = [*u.outer.relays, *u.outer.source]
            u.relays = [r for r in u.relays if not any(overlap(r, o) for o in outer)]
    mine = [u for _, u in placed]
    for u in here:
        if any(u is m for m in mine):
            continue
        around = [p for f, p in placed if any(a <= u.head < b for a, b in f.scope)]
        if around and around[-1] is not u:
            u.outer = around[-1]
