"""How far an event has gone, how real it is said to be, and whether the words say it or its opposite."""

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.events.triggers import Trigger
from firsthand.events.view import View, cues

_PASS = (
    "xcomp",
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "csubj",
    "cop",
    "aux",
    "nmod",
    "compound",
    "acl",
    "advcl",
    "amod",
)
_EARLY = ("sought", "negotiating", "agreed", "preparing")
_DONE = ("shipped", "delivered")
_BEFORE = 4
_REACH = 10
_BORDER = ("mark", "punct", "cc")
_COMPANY = ("AUX", "PART", "ADV", "DET")
_STRONGEST = ("hypothetical", "planned", "possible")


@dataclass(frozen=True, slots=True)
class Course:
    """``words`` are the tokens that decided, by what they decided: negative, modality or phase."""

    phase: str
    polarity: str
    modality: str
    words: tuple[tuple[str, int], ...]


def _chain(view: View, trigger: Trigger, inside: set[int]) -> list[int]:
    """The trigger and the words above it that its clause runs through, inside the content."""
    found = [trigger.head]
    at = trigger.head
    for head in view.up(at):
        if head not in inside or view.tokens[at].deprel not in _PASS or _finite_clause(view, at):
            break
        found.append(head)
        at = head
    return found


def _finite_clause(view: View, i: int) -> bool:
    """Whether a clause with its own subject opens at token ``i``, so that words above do not bear on it."""
    if view.tokens[i].deprel not in ("acl", "advcl"):
        return False
    return any(view.tokens[c].deprel in ("nsubj", "nsubj:pass") for c in view.below[i])


def _around(view: View, chain: Sequence[int], trigger: Trigger, inside: set[int]) -> list[int]:
    """Auxiliaries, adverbs and determiners of the chain, and the few words before the trigger."""
    near = [i for i in range(trigger.first - _BEFORE, trigger.first) if i in inside]
    cut = max((i for i in near if view.tokens[i].deprel in _BORDER and view.word(i) != "to"), default=-1)
    found = {i for i in near if i > cut and (view.tokens[i].upos in _COMPANY or _says(view, i, "planned"))}
    for i in chain:
        for child in view.below[i]:
            if child in inside and view.tokens[child].deprel in (
                "aux",
                "aux:pass",
                "advmod",
                "det",
                "mark",
                "cop",
                "cc:preconj",
            ):
                found.add(child)
        if i != trigger.head:
            found.add(i)
            found.update(c for c in view.below[i] if view.tokens[c].upos == "ADJ" and c in inside)
    if view.tokens[chain[-1]].deprel == "conj" and not any(
        view.tokens[c].deprel == "aux" for c in view.below[chain[-1]]
    ):
        first = view.tokens[chain[-1]].head
        found.update(c for c in view.below[first] if view.tokens[c].deprel == "aux" and c in inside)
    return sorted(found)


def _says(view: View, i: int, key: str) -> bool:
    return view.word(i) in cues(key) or view.tokens[i].lemma.lower() in cues(key)


def _negations(view: View, chain: Sequence[int], around: Sequence[int], content: Sequence[int]) -> list[int]:
    """Negative words that bear on the chain; a phrase such as "at no time" counts once."""
    near = {*chain, *around}
    found = {i for i in near if _says(view, i, "negative")}
    low = min(near) - _BEFORE
    for k, i in enumerate(content):
        for words in (p.split() for p in cues("negative") if " " in p):
            run = content[k : k + len(words)]
            if low <= i <= chain[0] and [view.word(j) for j in run] == words:
                found = (found - set(run)) | {i}
        if view.word(i) in cues("nothing") and view.tokens[i].head in chain and i not in near:
            found.add(i)
    return sorted(found)


def find_course(view: View, main: Trigger, others: Sequence[Trigger], content: Sequence[int]) -> Course:
    """Phase, polarity and modality of the event that ``main`` names; ``others`` are triggers of the same event."""
    inside = set(content)
    chain = _chain(view, main, inside)
    around = _around(view, chain, main, inside)
    words: list[tuple[str, int]] = []
    modality = "actual"
    for kind in _STRONGEST:
        hits = [i for i in (*around, *chain) if _says(view, i, kind) and not _is_condition_free(view, i, kind, main)]
        if hits and modality == "actual":
            modality = kind
            words += [("modality", i) for i in hits[:2]]
    negations = _negations(view, chain, around, content)
    words += [("negative", i) for i in negations[:3]]
    polarity = "negative" if len(negations) % 2 else "positive"
    phase = ""
    if main.type == "transfer":
        phase, polarity, modality = _phase(view, main, others, content, (chain, around), polarity, modality)
    return Course(phase, polarity, modality, tuple(words))


def bare_course(view: View, content: Sequence[int]) -> Course:
    """Polarity and modality of a content without a trigger, from its auxiliaries and adverbs alone."""
    company = [i for i in content if view.tokens[i].upos in ("AUX", "ADV", "PART")]
    for kind in _STRONGEST:
        hits = [i for i in company if _says(view, i, kind) and view.word(i) != "were"]
        if hits:
            return Course("", "positive", kind, (("modality", hits[0]),))
    return Course("", "positive", "actual", ())


def _is_condition_free(view: View, i: int, kind: str, main: Trigger) -> bool:
    """Words of the lists that are not meant so where they stand: "were" in a plain past, "due" to, "set" as a noun."""
    token = view.tokens[i]
    if view.word(i) == "were":
        return True
    if kind == "planned" and i == main.head and main.phase not in _EARLY:
        return True
    if kind == "hypothetical" and view.word(i) == "any":
        return token.head != main.head
    return kind == "planned" and token.upos in ("NOUN", "PROPN") and i not in set(view.up(main.head))


def _phase(
    view: View,
    main: Trigger,
    others: Sequence[Trigger],
    content: Sequence[int],
    ways: tuple[Sequence[int], Sequence[int]],
    polarity: str,
    modality: str,
) -> tuple[str, str, str]:
    """The phase, with polarity and modality where the phase takes them up."""
    chain, around = ways
    above = [t for t in others if t.type == "transfer" and t.phase in _EARLY and _leads(view, t, main, chain)]
    phase = above[-1].phase if above and main.phase in _DONE else main.phase
    below = [t for t in others if t.type == "transfer" and t.phase in _EARLY and main.head in set(view.up(t.head))]
    if phase in ("sought", "preparing") and not above and any(t.phase == "negotiating" for t in below):
        phase = "negotiating"
    unfinished = [i for i in content if view.word(i) in cues("complete.word")]
    if phase == "agreed" and (polarity == "negative" or _open_deal(view, unfinished, content)):
        return "negotiating", "positive", modality
    happened = any(_says(view, i, "past") for i in (*chain, *around))
    if phase in _DONE and modality == "planned" and not happened:
        phase = "preparing"
    if phase in _EARLY and modality == "actual" and phase == "preparing":
        modality = "planned"
    return phase, polarity, modality


def _leads(view: View, early: Trigger, main: Trigger, chain: Sequence[int]) -> bool:
    """Whether "negotiations", "plans" and the like stand over the trigger, by the tree or by the "to" before it."""
    if early.head in chain[1:]:
        return True
    between = [view.word(i) for i in range(early.last + 1, main.first)]
    return bool(between) and len(between) <= _REACH and between[-1] == "to" and not cues("stop") & set(between)


def _open_deal(view: View, unfinished: Sequence[int], content: Sequence[int]) -> bool:
    """A deal that is "not yet completed" is still negotiated."""
    inside = set(content)
    return any(
        view.word(c) in cues("negative") and c in inside for i in unfinished for c in (*view.below[i], i - 1, i - 2)
    )
