"""Events that point back to what was told before in the report."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.events.antecedents import Told, fullest, pointed_at
from firsthand.events.mentions import find_mentions
from firsthand.events.view import View, cues, tops
from firsthand.events.wording import Wording, is_saying
from firsthand.model import Event, Finding, RoleFiller, Source, Statement

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "expl")
_INHERITS = {
    "transfer": ("supplier", "recipient", "item"),
    "escalation": ("supplier", "recipient", "item"),
    "detection": ("supplier", "recipient", "item"),
    "concealment": ("supplier", "recipient", "item"),
    "use": ("supplier", "item"),
    "capability": ("supplier", "item"),
    "sanction": ("sanctioned",),
}
_DONE = ("shipped", "delivered")


def pointing_event(
    view: View, statement: Statement, wording: Wording, sources: dict[str, Source], told: Sequence[Told]
) -> Event | None:
    """The event of an earlier statement that "the reports", "this" or a bare predicate takes up; None where none."""
    if wording.main is not None or not told or not _points(view, wording):
        return None
    words = wording.scope
    found = pointed_at(view, words, told, sources, statement)
    if found is None:
        return None
    before = found.event
    quoted = view.report.text[wording.spans[0].start : wording.spans[0].end][:60] if wording.spans else ""
    finding = Finding(
        "event.anaphora",
        found.statement.id,
        f"“{quoted}” names no event of its own and takes up the nearest one told before that fits.",
        (*wording.spans, *before.spans),
    )
    phase = before.phase
    future = any(view.word(i) in cues("future") for i in wording.content)
    modality = "planned" if future else before.modality
    if future and phase in _DONE:
        phase = "preparing"
    roles = tuple(
        (role, replace(f, resolved=f.resolved or f"taken up from {found.statement.id}")) for role, f in before.roles
    )
    return replace(
        before, id="", phase=phase, modality=modality, roles=roles, quantities=(), measures=(), when=None,
        polarity="positive", statements=(statement.id,), spans=statement.content, findings=(finding,),
    )  # fmt: skip


def _points(view: View, wording: Wording) -> bool:
    """Whether the content names something said, or has only a pronoun or such a noun as subject, or none."""
    inside = set(wording.content)
    if any(is_saying(view, i) for i in wording.outside) or any(
        view.word(i) in cues("pointer") for i in wording.outside
    ):
        return True
    if any(m.kind != "pronoun" for m in find_mentions(view, wording.content)) and not any(
        is_saying(view, i) for i in wording.content
    ):
        return False
    for top in tops(view, wording.content):
        if view.tokens[top].upos == "PUNCT":
            continue
        if view.word(top) in cues("pointer") and view.tokens[top].upos in ("NOUN", "PROPN", "PRON"):
            return True
        subjects = [c for c in view.below[top] if view.tokens[c].deprel in _SUBJECTS and c in inside]
        if subjects and view.word(subjects[0]) in cues("empty.subject"):
            return any(view.word(i) in cues("back.alone") for i in wording.content if i > subjects[0])
        if subjects:
            return view.word(subjects[0]) in cues("pointer") or is_saying(view, subjects[0])
        return not wording.outside and any(view.tokens[i].upos in ("AUX", "VERB", "ADJ") for i in wording.content)
    return False


def completed(view: View, event: Event, wording: Wording, told: Sequence[Told]) -> Event:
    """Fill the open sides of an event from the transfer told before that it refers to."""
    wanted = [r for r in _INHERITS.get(event.type, ()) if not event.fillers(r)]
    if "item" not in wanted and event.type in ("transfer", "escalation", "use") and not _names_goods(event):
        wanted.append("item")
    if not wanted or not told or not _refers_back(view, event, wording):
        return event
    if event.type == "sanction" or _calls_for(view, wording):
        return event
    found = fullest(told, event.roles)
    if found is None:
        return event
    taken = {f.canonical for _, f in event.roles}
    more: list[tuple[str, RoleFiller]] = []
    for role in wanted:
        for filler in found.event.fillers(role):
            if filler.canonical not in taken:
                more.append((role, replace(filler, resolved=f"from {found.statement.id}")))
    if not more:
        return event
    roles = [pair for pair in event.roles if not (pair[0] == "item" and "item" in wanted)] + more
    names = ", ".join(f"{role} {filler.canonical}" for role, filler in more)
    finding = Finding(
        "event.inherited",
        found.statement.id,
        f"The words refer back; {names} is taken from an earlier statement of the report.",
        (*event.spans, *(span for _, filler in more for span in filler.spans)),
    )
    return replace(event, roles=tuple(sorted(roles, key=lambda r: r[0])), findings=(*event.findings, finding))


def _calls_for(view: View, wording: Wording) -> bool:
    """Whether the words call for what nobody has done ("all the more reason to send …"): it was not told before."""
    if wording.main is None:
        return False
    first = wording.main.first
    before = " ".join(view.word(i) for i in wording.content if first - 3 <= i < first)
    return any(before.endswith(phrase) for phrase in cues("calling"))


def _names_goods(event: Event) -> bool:
    return any(f.weapon_class for f in event.fillers("item"))


def _refers_back(view: View, event: Event, wording: Wording) -> bool:
    """Whether a word such as "the", "these" or "such" stands before the goods or the trigger, or no goods are named."""
    if event.type == "transfer" and not event.fillers("item"):
        return True
    if event.type == "transfer" and any(view.word(i) in cues("asking") for i in wording.content):
        return True
    main = wording.main
    if event.type == "transfer" and main is not None and view.tokens[main.head].upos in ("NOUN", "PROPN"):
        return not any(view.word(c) in ("a", "an") for c in view.below[main.head])
    heads = {i for _, f in event.roles if f.weapon_class for s in f.spans for i in view.inside(s.start, s.end)}
    heads |= {main.head} if main else set()
    heads |= {i for i in wording.scope if view.word(i) in cues("goods") or view.word(i) in cues("pointer")}
    for i in sorted(heads):
        if view.word(i) in cues("back.alone"):
            return True
        if any(view.word(c) in cues("back") for c in view.below[i] if c < i):
            return True
        if event.type == "transfer":
            head = view.tokens[i].head
            if head in heads and any(view.word(c) in cues("back") for c in view.below[head]):
                return True
    return event.type in ("escalation",) and any(view.word(i) in cues("pointer") for i in wording.scope)
