"""In which slot of a trigger's clause a phrase stands: subject, object, owner, or behind a preposition."""

from firsthand.events.mentions import Mention
from firsthand.events.triggers import Trigger
from firsthand.events.view import CLIMB, NEAR_BEFORE, View, cues

_INSIDE_NAME = ("amod", "compound", "flat", "nmod:poss", "det", "nummod")
_CONTROL = ("xcomp", "advcl", "acl", "conj", "ccomp", "parataxis", "obl", "nmod", "obj")
_WHERE = ("in", "at", "near", "inside")
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_PLAIN = {
    "nsubj": "subj", "nsubj:pass": "subjpass", "obj": "obj", "iobj": "iobj", "nmod:poss": "poss",
    "compound": "mod", "amod": "mod", "flat": "mod", "obl:agent": "by:", "nsubj:outer": "subj",
}  # fmt: skip


def _is_item_noun(view: View, i: int) -> bool:
    token = view.tokens[i]
    known = view.name_at(token.start)
    weapon = known is not None and known.kind in ("weapon", "weapon-class") and token.end <= known.end
    return weapon or view.word(i) in cues("goods")


def _transparent(view: View, i: int) -> bool:
    """Whether what stands under token ``i`` still belongs to the clause above: counts, goods, weapons, sides."""
    token = view.tokens[i]
    light = token.lemma.lower() in cues("clear") or token.upos == "NUM" or view.word(i) in cues("clear")
    return light or _is_item_noun(view, i) or view.word(i) in cues("person")


def carrier(view: View, mention: Mention, stop: int = -1) -> tuple[int, str]:
    """The head of the phrase that stands for the mention, and how: "self", or "origin" of a weapon.

    "Iranian officials" stands for Iran; "Iranian missiles" and "Iran's missiles" are missiles of that origin.
    The walk does not go past token ``stop``.
    """
    goods = _goods_behind(view, mention)
    if goods >= 0 and goods != stop:
        return goods, "origin"
    at = mention.head
    for _ in range(4):
        token = view.tokens[at]
        if token.head == at or token.deprel not in _INSIDE_NAME:
            break
        head = token.head
        if head == stop or _has_case_of_its_own(view, at) or no_owner(view, at):
            break
        if mention.kind != "item" and _is_item_noun(view, head) and not mention.covers(head):
            return head, "origin"
        if view.word(head) == "made" or view.word(head) in cues("made"):
            at = head
            continue
        if mention.kind == "item" or view.word(head) in cues("person") or mention.covers(head):
            at = head
            continue
        if view.tokens[head].upos == "PROPN" and mention.form in ("demonym", "unknown"):
            at = head
            continue
        break
    return at, "self"


def _goods_behind(view: View, mention: Mention) -> int:
    """The weapon that begins right behind a demonym or an owner ("Iranian short-range missiles"), -1 if none does."""
    if mention.kind == "item":
        return -1
    at = mention.last + 1
    owner = at < len(view.tokens) and view.word(at) in ("'s", "'")
    if owner:
        at += 1
    elif mention.form not in ("demonym",) and view.word(mention.first) not in cues("owner"):
        return -1
    if at not in view.arms:
        return -1
    known = view.name_at(view.tokens[at].start)
    return view.inside(known.start, known.end)[-1] if known and known.start == view.tokens[at].start else -1


def no_owner(view: View, i: int) -> bool:
    """Whether the tree calls a noun an owner that has no mark of one: no "'s" behind it, and an article after it."""
    token = view.tokens[i]
    if token.deprel != "nmod:poss" or token.upos == "PRON" or i + 1 >= len(view.tokens):
        return False
    return view.tokens[i + 1].upos in ("DET", "NUM") or view.word(i + 1) in cues("article")


def _has_case_of_its_own(view: View, i: int) -> bool:
    """Whether a preposition stands right before a word that the tree takes for an owner or a part of a name."""
    return any(
        view.tokens[c].deprel == "case" and c < i and view.tokens[c].upos == "ADP" for c in view.below[i]
    ) and view.tokens[i].deprel in ("nmod:poss", "compound", "amod")


def arguments(view: View, head: int) -> dict[int, str]:
    """The phrases that hang on token ``head``, by head token, with their slots; subjects by control included."""
    found: dict[int, str] = {}
    for child in view.below[head]:
        token = view.tokens[child]
        slot = _PLAIN.get(token.deprel, "")
        if token.deprel in ("obl", "nmod", "advmod", "advcl", "obl:tmod", "obl:npmod", "acl", "dep", "orphan"):
            preposition = view.preposition(child)
            slot = f"{preposition}:" if preposition else ""
        if token.deprel in ("nmod:poss", "compound") and _has_case_of_its_own(view, child):
            slot = f"{view.preposition(child)}:"
        if slot:
            found[child] = slot
    verbal = view.tokens[head].upos in ("VERB", "AUX")
    if "obj" in found.values() and not any(view.tokens[c].deprel == "aux:pass" for c in view.below[head]):
        found = {i: "subj" if slot == "subjpass" else slot for i, slot in found.items()}
    _relative(view, head, found)
    if not any(slot in ("subj", "subjpass") for slot in found.values()) and verbal:
        _control(view, head, found)
    elif not verbal and not any(slot in ("subj", "poss", "by:", "from:") for slot in found.values()):
        _owner_above(view, head, found)
    return found


def _passive(view: View, head: int) -> bool:
    return any(view.tokens[c].deprel in ("aux:pass", "nsubj:pass") for c in view.below[head])


def _relative(view: View, head: int, found: dict[int, str]) -> None:
    """The noun that a relative clause or participle describes takes the slot that is open in the clause."""
    token = view.tokens[head]
    if token.head == head or not token.deprel.startswith("acl"):
        return
    if any(view.tokens[c].deprel == "cop" for c in view.below[token.head]):
        return
    for child in list(found):
        if view.word(child) in cues("relative"):
            found[token.head] = found.pop(child)
            return
    slots = set(found.values())
    if token.deprel == "acl":
        ending = view.word(head)
        if ending.endswith("ing") or any(view.word(c) == "to" for c in view.below[head]):
            return
        found.setdefault(token.head, "subjpass")
    elif "subj" in slots and "obj" not in slots:
        found.setdefault(token.head, "obj")
    elif "subj" not in slots:
        found.setdefault(token.head, "subjpass" if _passive(view, head) else "subj")


def _control(view: View, head: int, found: dict[int, str]) -> None:
    """A verb without a subject takes the one of the verb above, or its object ("asked X to send"), or an owner."""
    passive = _passive(view, head)
    at = head
    for above in view.up(head):
        relation = view.tokens[at].deprel
        if relation not in _CONTROL and not relation.startswith("acl"):
            return
        if relation == "ccomp" and view.tokens[above].lemma.lower() in cues("saying.verb"):
            return
        children = view.below[above]
        objects = [c for c in children if view.tokens[c].deprel in ("obj", "iobj")]
        steered = view.tokens[above].lemma.lower() in cues("object.control")
        if objects and at not in objects and (relation == "xcomp" or steered):
            found.setdefault(objects[0], "subj")
            return
        owners = [c for c in children if view.tokens[c].deprel == "nmod:poss"]
        owners += [c for c in children if view.tokens[c].deprel == "nmod" and view.preposition(c) in ("by", "of")]
        if view.tokens[above].upos == "NOUN" and owners and _stands_before(owners[0], head):
            found.setdefault(owners[0], "subjpass" if passive else "subj")
            return
        subjects = [c for c in children if view.tokens[c].deprel in _SUBJECTS and c != at]
        if subjects:
            slot = "subjpass" if passive else "subj"
            if relation == "conj" and view.tokens[subjects[0]].deprel == "nsubj:pass" and _bare(view, head):
                slot = "subjpass"
            found.setdefault(subjects[0], slot)
            return
        at = above


def _stands_before(first: int, second: int) -> bool:
    """Whether one token stands before another."""
    return first < second


def _bare(view: View, head: int) -> bool:
    return not any(view.tokens[c].deprel in ("aux", "obj") for c in view.below[head])


def _owner_above(view: View, head: int, found: dict[int, str]) -> None:
    """The subject of a light verb owns its object: "X completed the delivery"."""
    token = view.tokens[head]
    if token.deprel not in ("obj", "xcomp") or token.head == head:
        return
    verb = token.head
    if view.tokens[verb].lemma.lower() not in cues("clear") | cues("doing"):
        return
    for child in view.below[verb]:
        if view.tokens[child].deprel == "nsubj":
            found.setdefault(child, "poss")
        elif view.tokens[child].deprel == "obl" and child > head:
            found.setdefault(child, f"{view.preposition(child)}:")


def _first_object(view: View, mention: Mention, trigger: Trigger) -> bool:
    """Whether a plain name right behind a verb is who is given something: "sends X missiles"."""
    plain = mention.form in ("name", "alias", "metonym", "unknown") and mention.last + 1 < len(view.tokens)
    verb = view.tokens[trigger.head].upos == "VERB" and trigger.last + 1 == mention.first
    return plain and verb and view.word(mention.last + 1) not in ("'s", "'", "-")


def slot_of(view: View, mention: Mention, trigger: Trigger, phrases_of: dict[int, str]) -> str:
    """The slot of a mention in the clause of a trigger; "origin" for the maker of a weapon; empty if in none."""
    at, how = carrier(view, mention, trigger.head)
    if how == "origin" and _first_object(view, mention, trigger):
        return "iobj"
    if how == "origin":
        return "origin" if at != trigger.head else "mod"
    own = view.preposition(at)
    if mention.covers(trigger.head):
        return ""
    for _ in range(CLIMB):
        if at in phrases_of:
            break
        token = view.tokens[at]
        if no_owner(view, at) and trigger.last < at <= trigger.last + NEAR_BEFORE:
            return "iobj"
        if token.head == at:
            return ""
        relation, head = token.deprel, token.head
        if head == trigger.head and own and _has_case_of_its_own(view, at):
            return f"{own}:"
        if head == trigger.head:
            return _PLAIN.get(relation, f"{own}:" if own else "")
        if relation not in ("conj", "appos", "flat") and not _transparent(view, head):
            return ""
        if own == "from" and relation == "nmod" and view.word(head) in cues("person"):
            return ""
        if relation == "nmod:poss" and mention.kind != "item" and view.word(head) not in cues("person"):
            return ""
        if relation in ("conj", "appos") and not own:
            own = view.preposition(head)
        if mention.kind != "item" and relation not in ("conj", "appos", "flat") and own not in ("", "of"):
            return f"{own}:" if _reaches(view, head, trigger.head, phrases_of) else ""
        at = head
    slot = phrases_of.get(at, "")
    return "" if slot in ("subj", "subjpass", "poss") and own in _WHERE else slot


def _reaches(view: View, at: int, target: int, phrases_of: dict[int, str]) -> bool:
    """Whether the walk up from ``at`` comes to the trigger through words that let it pass."""
    for _ in range(6):
        if at == target or at in phrases_of:
            return True
        if not _transparent(view, at) or view.tokens[at].head == at:
            return False
        at = view.tokens[at].head
    return False


def by_whom(view: View, mention: Mention, slot: str) -> str:
    """The slot of a name that stands right behind "by", "from" or "to", where the tree calls it a subject."""
    if slot not in ("subj", "subjpass") or mention.kind != "party" or not mention.first:
        return slot
    word = view.word(mention.first - 1)
    if word in cues("article") and mention.first > 1:
        word = view.word(mention.first - 2)
    return f"{word}:" if word in ("by", "from", "to") else slot
