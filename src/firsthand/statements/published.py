"""Outlets that pass words on without saying so: that have them from a broker, were told them, printed them."""

from firsthand.language.trees import Tree
from firsthand.statements.conversations import whose_reporter
from firsthand.statements.cues import Cues
from firsthand.statements.named_sources import from_whom_it_has
from firsthand.statements.outlets import Outlets
from firsthand.statements.relays import hand_over
from firsthand.statements.utterance import Range, Utterance, overlap
from firsthand.statements.voices import Voices

_HANDED = frozenset({"quote", "cite", "print", "publish", "carry", "report"})
"""Verbs of what an outlet did: quoted in a village newspaper."""


def through_outlets(tree: Tree, cues: Cues, found: list[Utterance], outlets: Outlets, voices: Voices) -> None:
    """Give utterances the outlets that their own sentence shows."""
    for u in found:
        if not u.source:
            continue
        _has_it(tree, u, voices)
        _who_spoke_to(tree, cues, u, outlets)
        _on_the_word_of(tree, cues, u, outlets, voices)
        from_whom_it_has(tree, cues, u, outlets, voices)
        u.relays = [
            outlets.whole_name(_outlet_alone(tree, cues, outlets, r))
            for r in u.relays
            if not (_one_of_them(tree, cues, u, r) or _some_medium(tree, outlets, r) or _only_translates(tree, cues, r))
        ]
        u.relays = [r for r in u.relays if not any(r != o and o[0] <= r[0] and r[1] <= o[1] for o in u.relays)]
        if u.relays or u.outer is not None:
            continue
        relay = _told(tree, cues, u) or _printed(tree, cues, u)
        relay = relay if relay is not None and outlets.is_outlet(relay) else _where_said(tree, outlets, u)
        holder = _has_it_from(tree, cues, u)
        relay = holder if holder is not None and not outlets.is_own(holder) else relay
        if relay is not None and tree.child(u.head, "aux:pass") is not None:
            u.content = [c for c in u.content if not overlap(c, relay)] or u.content  # the paper was told that …
        if relay is not None and not any(overlap(relay, part) for part in (*u.source, *u.content)):
            u.relays = [outlets.whole_name(relay)]
        elif (end := _set_apart(tree, voices, u.source[0])) and voices.is_document((u.source[0][0], end)):
            u.source[0] = (u.source[0][0], end)
            handed = voices.handed_on(end + 1, tree.sentence(u.head)[1])
            u.relays = [h for h in handed if not any(overlap(h, p) for p in (*u.source, *u.content))]


def in_headline(tree: Tree, cues: Cues, found: list[Utterance], outlets: Outlets) -> None:
    """Fiji silent on gift – paper; Report: Fiji silent on gift: through the outlet that the text below names first."""
    first, end = tree.headline
    words = [i for i in range(first, end) if tree.tokens[i].upos != "PUNCT"]
    if len(words) < 3:
        return
    apart = [i for i in (words[0], words[-1]) if _stands_apart(tree, i)]
    says = [words[-2]] if cues.verb(tree, words[-1]) is not None else []
    if not any(cues.has("some_outlet", tree.word(i)) for i in (*apart, *says)):
        return
    named = _first_named(tree, found, outlets, end)
    for u in found if named is not None else ():
        if first <= u.head < end and u.source and not outlets.is_outlet(u.source[0]):
            u.relays = [r for r in u.relays if not any(cues.has("some_outlet", tree.word(i)) for i in range(*r))]
            u.relays += [named] if named is not None else []


def _stands_apart(tree: Tree, i: int) -> bool:
    """Behind a dash, or before a colon."""
    before = tree.tokens[i - 1].text if i else ""
    return before in {"–", "—", "-", "--"} or (i + 1 < len(tree.tokens) and tree.tokens[i + 1].text == ":")


def _first_named(tree: Tree, found: list[Utterance], outlets: Outlets, end: int) -> Range | None:
    """The outlet with a name that is a voice first in the text below the headline."""
    voices = sorted(v for u in found for v in (*u.source, *u.relays) if v[0] >= end)
    for voice in voices:
        named = any(tree.tokens[i].text[0].isupper() for i in range(voice[0] + 1, voice[1]))
        if named and outlets.may_be(voice):
            return voice
    return None


def _who_spoke_to(tree: Tree, cues: Cues, u: Utterance, outlets: Outlets) -> None:
    """A colonel | who spoke to the weekly and did not want to be named: the colonel, through the weekly."""
    first, last = u.source[0]
    who = next((i for i in range(first + 1, last) if cues.has("relative_word", tree.tokens[i].text)), None)
    if who is None:
        return
    spoke = next((i for i in range(who + 1, last) if cues.has("spoken_word", tree.word(i))), None)
    told = outlets.in_range(spoke + 1, last) if spoke is not None else []
    u.relays += [t for t in told[:1] if not any(overlap(t, r) for r in u.relays)]
    u.source[0] = (first, who - (tree.tokens[who - 1].text == ","))


def _has_it(tree: Tree, u: Utterance, voices: Voices) -> None:
    """The paper has it from two brokers that …, where "it from two brokers that" was taken for what the paper says."""
    it, voice = u.head + 1, voices.giver_of_it(u.head, tree.sentence(u.head)[1])
    if voice is None or not any(a <= it < b for a, b in u.content):
        return
    u.content = [(voice[1] + 1, b) if a <= it < b else (a, b) for a, b in u.content]
    u.cue = [(u.head, it + 2)]
    hand_over(tree, u, voice)


def _on_the_word_of(tree: Tree, cues: Cues, u: Utterance, outlets: Outlets, voices: Voices) -> None:
    """The paper alleges, on the word of a banker, that …: the banker says so, through the paper."""
    if not outlets.is_outlet(u.source[0]) and not any(outlets.is_outlet(r) for r in u.relays):
        return
    first, last = tree.sentence(u.head)
    for i in range(first, last - 4):
        if tree.word(i) != "on" or tree.word(i + 1) != "the" or not cues.has("word_of", tree.word(i + 2)):
            continue
        voice = voices.phrase(i + 4, last) if tree.word(i + 3) == "of" else None
        talk = next((j for j in range(*voice) if cues.has("occasion_word", tree.word(j))), None) if voice else None
        if voice is not None and talk is not None and tree.word(talk + 1) == "with":
            voice = voices.phrase(talk + 2, last)
        if voice is None or not (voices.is_voice(voice) or tree.is_person(tree.head_of(voice))):
            continue
        u.content = [c for c in u.content if not overlap(c, voice)] or u.content
        if outlets.is_outlet(u.source[0]):
            u.relays = [r for r in u.relays if not overlap(r, voice)]
            hand_over(tree, u, voice)
        return


def _outlet_alone(tree: Tree, cues: Cues, outlets: Outlets, relay: Range) -> Range:
    """Citing the head of the arsenal, | Ada Lind, | the broadcaster: the name belongs to who is cited; told a reporter
    for | the Optic."""
    paper = whose_reporter(tree, cues, tree.head_of(relay))
    if paper is not None and outlets.may_be(paper):
        return paper[0], max(paper[1], relay[1])
    comma = next((i for i in range(relay[0] + 1, relay[1] - 1) if tree.tokens[i].text == ","), None)
    if comma is None or not outlets.is_outlet((comma + 1, relay[1])):
        return relay
    named = all(i in tree.persons for i in range(relay[0], comma))
    return (comma + 1, relay[1]) if named else relay


def _one_of_them(tree: Tree, cues: Cues, u: Utterance, relay: Range) -> bool:
    """According to brokers who, one of them explained, fear for their jobs: one of the voice is no second one."""
    part = cues.has("one_of_group", tree.word(relay[0])) and [tree.word(i) for i in range(*relay)][1:] == ["of", "them"]
    return part and tree.head_of(u.source[0]) in tree.unnamed_groups


def _only_translates(tree: Tree, cues: Cues, relay: Range) -> bool:
    """Read aloud by an interpreter: no voice of his own."""
    head = tree.tokens[tree.head_of(relay)]
    return cues.has("tongue_of_another", head.lemma) and cues.has("reading_verb", tree.tokens[head.head].lemma)


def _some_medium(tree: Tree, outlets: Outlets, relay: Range) -> bool:
    """Said in a bulletin, on a radio programme: where it was said, of no name, hands nothing on."""
    first, last = relay
    bare = last - first == 1 and tree.word(first - 1) in ("by", "over", "via")  # by radio
    unnamed = bare or tree.word(first) in ("a", "an")
    unnamed = unnamed and all(tree.tokens[i].upos != "PROPN" for i in range(first, last))
    placed = tree.word(first - 1) in ("in", "on", "during", "over") and tree.tokens[first - 2].lemma not in _HANDED
    return unnamed and (placed or bare) and outlets.is_outlet(relay)


def _has_it_from(tree: Tree, cues: Cues, u: Utterance) -> Range | None:
    """The paper has it from two brokers that …."""
    first = u.source[0][0]
    if first == 0 or tree.word(first - 1) != "from":
        return None
    verb = next((i for i in range(first - 2, max(first - 6, -1), -1) if tree.tokens[i].upos in ("VERB", "AUX")), None)
    if verb is None or not (cues.has("learn_verb", tree.tokens[verb].lemma) or tree.tokens[verb].lemma == "have"):
        return None
    return _subject(tree, verb)


def _told(tree: Tree, cues: Cues, u: Utterance) -> Range | None:
    """The paper was assured by an expert, a clerk informed the paper: it passes on what it was told."""
    if not cues.has("told_verb", tree.tokens[u.head].lemma):
        return None
    listener = tree.child(u.head, "nsubj:pass")
    listener = listener if listener is not None else tree.child(u.head, "iobj", "obj")
    return tree.noun_phrase(listener) if listener is not None else None


def _printed(tree: Tree, cues: Cues, u: Utterance) -> Range | None:
    """The paper opened with a fisherman's story that …; the count of a pilot whose notebooks the paper printed."""
    root = next((i for i in range(*tree.sentence(u.head)) if tree.tokens[i].deprel == "root"), u.head)
    inside = tree.extent(tree.head_of(u.source[0]))
    for verb in (root, *(i for i in range(*inside) if tree.tokens[i].deprel == "acl:relcl")):
        if verb != u.head and _publishes(tree, cues, verb) and not u.covers(verb):
            return _subject(tree, verb)
    return None


def _where_said(tree: Tree, outlets: Outlets, u: Utterance) -> Range | None:
    """He objected in the same newspaper; she confided to Vēstnesis: the outlet right behind the cue."""
    behind = min((a for a, _ in u.content if a > u.head), default=tree.sentence(u.head)[1])
    stop = next((i for i in range(u.head + 1, behind) if tree.tokens[i].upos == "PUNCT"), behind)
    begun = u.cue[0][0] if u.cue else u.head
    told = outlets.in_range(u.head + 1, stop) or outlets.in_range(begun + 1, u.head)
    if told:
        return told[0] if not _some_medium(tree, outlets, told[0]) else None
    first = u.head + 2
    if first >= stop or tree.word(u.head + 1) != "to":
        return None
    name = tree.noun_phrase(tree.head_of(tree.phrase_from(first)), conjuncts=False)
    return name if name[0] == first and outlets.is_unknown_name(name) else None


def _publishes(tree: Tree, cues: Cues, verb: int) -> bool:
    further = tree.child(verb, "xcomp")
    return any(cues.has("publishing_verb", tree.tokens[i].lemma) for i in (verb, further) if i is not None)


def _subject(tree: Tree, verb: int) -> Range | None:
    subject = tree.subject(verb)
    return tree.noun_phrase(subject) if subject is not None and tree.tokens[subject].upos != "PRON" else None


def _set_apart(tree: Tree, voices: Voices, source: Range) -> int:
    """Where a relative clause behind a comma begins in the source or right behind it; 0 where none does."""
    for i in range(source[0] + 1, min(source[1] + 1, len(tree.tokens) - 1)):
        if tree.tokens[i].text == "," and voices.relative(i + 1):
            return i
    return 0
