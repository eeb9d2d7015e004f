"""Name, kind and identity of a speaker from its mention."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from firsthand.language.bodies import body_key
from firsthand.language.gazetteer import NameMention
from firsthand.language.outlet_names import label
from firsthand.language.trees import Tree
from firsthand.lexicons import states
from firsthand.statements.cues import Cues
from firsthand.statements.mentions import Mention
from firsthand.statements.utterance import Range

_INITIALS = re.compile(r"\s*\([A-Z]{2,8}\)?$")
"""The Baltic Institute of Trade (BIT): what abbreviates a name is no part of it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source within one report; speakers with the same ``key`` are one source of the case.

    ``local`` holds for those that are only known inside their report (unnamed sources).
    """

    key: str
    name: str
    kind: str
    named: bool
    role: str | None
    organisation: str | None
    states: tuple[str, ...]
    plural: bool
    local: bool


def describe(tree: Tree, cues: Cues, mention: Mention) -> Speaker:
    """The speaker that a mention shows by itself, before earlier mentions are looked at."""
    phrase = _plain(cues, tree.slice(_untimed(tree, _with_its_name(tree, cues, mention))))
    organisation = _organisation(mention)
    if mention.person:
        return _person(cues, mention, organisation, tree.slice(mention.wide))
    noun = mention.noun
    text = tree.slice(mention.wide)
    if not mention.outlets and (name := _named_outlet(cues, tree, mention)):
        return Speaker(_key("outlet", name), name, "media", True, None, None, (), False, False)
    if (longer := _begins_another(tree, cues, mention)) is not None:
        name = _plain(cues, tree.slice(longer))
        return Speaker(_key("outlet", name), name, "media", True, None, None, (), False, False)
    if not mention.outlets and not mention.bodies and (unlisted := _unlisted(cues, tree, mention)):
        return Speaker(_key("outlet", phrase), phrase, unlisted, True, None, None, (), False, False)
    somebody = mention.office or tree.is_person(mention.head) or cues.has("official_role", noun)
    if cues.has("mission_noun", noun) and not (somebody or mention.states) and " in " in phrase:  # embassy in Hanoi
        return Speaker(_key("body", phrase), phrase, "institution", True, None, None, (), False, False)
    if mention.head_name is not None and mention.head_name.kind in ("state", "body", "outlet"):
        special = _by_name(tree, cues, mention, mention.head_name)
        if special is not None:
            return special
    issuer = _issuer(mention)
    if cues.has("utterance_noun", noun) and issuer is not None:
        return _institution(issuer, mention)
    if _is_media(cues, tree, mention):
        if mention.outlets:
            return _outlets(mention)
        return Speaker(_key("media", phrase), phrase, "media", False, None, None, (), mention.plural, True)
    if cues.has("document_noun", noun) or cues.has("utterance_noun", noun):
        return Speaker(
            _key("document", phrase), phrase, "document", issuer is not None, None,
            issuer.canonical if issuer else None, mention.states, False, True,
        )  # fmt: skip
    if cues.has("acts_for_body", noun) and any(state in _organisations() for state in mention.states):
        return Speaker(_key("body", phrase), phrase, "institution", True, None, None, mention.states, True, False)
    kind = _kind_of_role(cues, mention, text)
    if kind is None and mention.outlets and not mention.states:
        return _outlets(mention)
    if kind is None and mention.bodies and not _works_there(tree, mention):
        return _institution(mention.bodies[-1], mention)
    if kind is None and mention.states:
        return _of_a_state(tree, cues, mention, phrase)
    role = None if kind is None else phrase
    proper = kind is None and tree.tokens[mention.head].upos == "PROPN"
    return Speaker(
        _key("person" if proper else "unnamed", phrase), phrase, kind or _fallback_kind(tree, mention), proper, role,
        organisation, mention.states, mention.plural, not proper,
    )  # fmt: skip


def _with_its_name(tree: Tree, cues: Cues, mention: Mention) -> Range:
    """The agency | Nor-Press: an outlet with the name set beside it."""
    first, last = mention.span
    if cues.has("printing_noun", mention.noun) and mention.head == last - 1:
        beside = next((j for j in tree.children[mention.head] if j == last and tree.tokens[j].deprel == "appos"), None)
        if beside is not None and tree.tokens[beside].text[0].isupper():
            return first, tree.extent(beside)[1]
    return first, last


def _works_there(tree: Tree, mention: Mention) -> bool:
    """A clerk at the central bank, a customs lawyer: neither is the body."""
    several = (
        mention.head in tree.unnamed_groups and not mention.definite and tree.tokens[mention.span[0]].upos == "NUM"
    )
    person = tree.is_person(mention.head) or several
    return mention.head_name is None and tree.tokens[mention.head].upos == "NOUN" and person


def _of_a_state(tree: Tree, cues: Cues, mention: Mention, phrase: str) -> Speaker:
    """Who is named with a state and has no office: the state, an organ of it, a body or a person from there."""
    head = tree.tokens[mention.head]
    named = mention.head_name is not None and mention.head_name.kind == "state"
    if named or head.upos not in ("NOUN", "PROPN") or cues.has("state_voice", mention.noun):
        return _states(mention)
    if cues.has("state_organ", mention.noun):
        return Speaker(_key("body", phrase), phrase, "institution", True, None, None, mention.states, False, False)
    if _capitalised(tree, mention.span):
        return Speaker(_key("body", phrase), phrase, "institution", True, None, None, (), False, False)
    kind = "institution" if cues.has("private_body", mention.noun) else _fallback_kind(tree, mention)
    return Speaker(_key("unnamed", phrase), phrase, kind, False, None, None, (), mention.plural, True)


def _capitalised(tree: Tree, span: Range) -> bool:
    """The Port Sudan Ropeworks: a name of more than one word, whatever state or town it holds."""
    words = [token for token in tree.tokens[span[0] : span[1]] if token.upos not in ("DET", "ADP", "CCONJ", "PUNCT")]
    return len(words) > 1 and words[-1].upos == "PROPN" and all(word.text[0].isupper() for word in words)


@cache
def _organisations() -> frozenset[str]:
    """Bodies of many states that the list of states holds: their monitors and inspectors speak as one body."""
    return frozenset(entry.name for entry in states() if entry.code.islower())


def _named_outlet(cues: Cues, tree: Tree, mention: Mention) -> str:
    """The Lima daily La Orilla: the name behind a word for an outlet; empty where there is none."""
    first, last = mention.span
    words = [tree.tokens[i].text for i in range(first, last)]
    for k, word in enumerate(words[:-1]):
        if tree.tokens[first + k].upos == "ADP":
            return ""
        kind = cues.has("printing_noun", word) or cues.has("news_service", " ".join(words[max(0, k - 1) : k + 1]))
        name = tree.tokens[first + k + 1 : last]
        named = name[0].text[0].isupper() and (name[-1].text[0].isupper() or name[-1].upos == "PROPN")
        if word.islower() and kind and named:
            return tree.slice((first + k + 1, last))
    return ""


def _begins_another(tree: Tree, cues: Cues, mention: Mention) -> Range | None:
    """The Guardian Tribune, the weekly Kompas | Selatan: with a known name the name of another outlet begins;
    Kommersant Daily is Kommersant, and initials stay what they are."""
    names = mention.outlets
    beside = all(tree.text[a.end : b.start] == " " for a, b in pairwise(names))  # Vreme Danas is neither of the two
    if not names or not beside or (known := tree.within(names[0].start, names[0].end)) is None:
        return None
    first, last = known[0], mention.span[1]
    further = tree.tokens[known[1] : last]
    before = tree.tokens[first - 1] if first > mention.span[0] else None
    alone = before is None or before.upos == "DET" or before.text.islower()
    another = bool(further) and all(token.text[0].isupper() and token.upos == "PROPN" for token in further)
    plain = tree.slice(known).isupper() or any(cues.has("printing_noun", token.text) for token in further)
    return (first, last) if alone and another and not plain else None


def _unlisted(cues: Cues, tree: Tree, mention: Mention) -> str:
    """What a name that no list has says of itself: the … Herald is an outlet, the … Institute studies."""
    first, last = mention.span
    if tree.tokens[first].upos == "DET":
        first += 1
    words = tree.tokens[first:last]
    if len(words) < 2 or not all(w.upos == "PROPN" or w.text[0].isupper() for w in words):
        return ""
    if not any(w.text[0].isupper() for w in words):
        return ""
    if cues.has("outlet_word", words[-1].text) or cues.has("outlet_word", words[0].text):
        return "media"
    return "expert" if cues.has("institute_word", words[-1].text) else ""


def _fallback_kind(tree: Tree, mention: Mention) -> str:
    label = tree.label_of.get(mention.head, "")
    return {"ORG": "institution", "LOC": "institution"}.get(label, "other")


def _person(cues: Cues, mention: Mention, organisation: str | None, text: str) -> Speaker:
    kind = _kind_of_role(cues, mention, text)
    if kind is None:
        kind = "official" if mention.states or mention.bodies or mention.office else "other"
    if mention.people:
        names = "; ".join(map(_titled, mention.people))
        return Speaker(_key("people", names), names, kind, True, None, organisation, mention.states, True, False)
    return Speaker(
        _key("person", mention.person), _titled(mention.person), kind, True, mention.role or None, organisation,
        mention.states, False, False,
    )  # fmt: skip


def _titled(name: str) -> str:
    """A name in text without capitals is shown with them."""
    return name if any(c.isupper() for c in name) else " ".join(w[:1].upper() + w[1:] for w in name.split())


def _kind_of_role(cues: Cues, mention: Mention, text: str) -> str | None:
    lowered = text.lower()
    studies = any(o.entry_id == "think tank" for o in mention.outlets) or cues.any_in("expert_role", lowered)
    if studies and not (mention.office and mention.bodies):
        return "expert"
    if cues.any_in("witness_role", lowered) and not mention.bodies:
        return "witness"
    if cues.has("official_role", mention.noun) or mention.office or cues.any_in("official_role", lowered):
        return "official"
    return None


def _by_name(tree: Tree, cues: Cues, mention: Mention, name: NameMention) -> Speaker | None:
    """The phrase is headed by a known name: a state, a body or an outlet speaks."""
    if cues.has("human_plural", mention.noun):
        return None
    if name.kind == "state":
        if name.form == "demonym" and tree.tokens[mention.head].upos == "ADJ":
            return None
        return _states(mention)
    if name.kind == "outlet":
        return _outlets(mention)
    return _organ_elsewhere(tree, cues, mention, name) or _institution(name, mention)


def _organ_elsewhere(tree: Tree, cues: Cues, mention: Mention, name: NameMention) -> Speaker | None:
    """The Treasury in Harare: what many states have, though it is called so of one, is here of the state named."""
    others = [state for state in mention.states if state != name.state]
    called = _plain(cues, tree.text[name.start : name.end])
    if name.kind != "body" or not name.state or not others or not cues.has("state_organ", called):
        return None
    of_it = f"{called[:1].upper()}{called[1:]} ({others[0]})"
    return Speaker(_key("body", of_it), of_it, "institution", True, None, None, (others[0],), False, False)


def _states(mention: Mention) -> Speaker:
    states = mention.states or ((mention.head_name.canonical,) if mention.head_name else ())
    return Speaker(
        _key("state", "; ".join(sorted(states))), "; ".join(states), "institution", True, None, None, states,
        len(states) > 1, False,
    )  # fmt: skip


def _outlets(mention: Mention) -> Speaker:
    names = tuple(dict.fromkeys(o.canonical for o in mention.outlets))
    kind = "expert" if all(o.entry_id == "think tank" for o in mention.outlets) else "media"
    return Speaker(
        _key("outlet", "; ".join(names)), "; ".join(map(label, names)), kind, True, None, None, (),
        len(names) > 1, False,
    )  # fmt: skip


def _institution(body: NameMention, mention: Mention) -> Speaker:
    if body.kind == "state":
        return _states(mention)
    states = (body.state,) if body.state else mention.states
    owner = states[0] if states and not body.state else ""
    name = f"{body.canonical[:1].upper()}{body.canonical[1:]}" + (f" ({owner})" if owner else "")
    key = _key("body", body_key(body.canonical, states[0]) if states else name)
    return Speaker(key, name, "institution", True, None, None, states, False, False)


def _issuer(mention: Mention) -> NameMention | None:
    """The body or state that a document or a statement comes from."""
    if mention.bodies:
        return mention.bodies[-1]
    return mention.head_name if mention.head_name and mention.head_name.kind == "state" else None


def _organisation(mention: Mention) -> str | None:
    if mention.bodies:
        return mention.bodies[0].canonical
    return mention.outlets[0].canonical if mention.outlets else None


def _is_media(cues: Cues, tree: Tree, mention: Mention) -> bool:
    word = tree.tokens[mention.head].text.lower()
    return (cues.has("outlet_noun", word) or cues.has("outlet_noun", mention.noun)) and not mention.bodies


def _untimed(tree: Tree, span: Range) -> Range:
    """The phrase without a time at its end, or a possessive: officials | this week; a sergeant | 's remark."""
    first, last = span
    if tree.tokens[first].upos in ("DET", "PRON") and last - first > 2 and tree.word(last - 1) in ("'s", "’s"):
        last -= 1
    while last - 1 > first and last - 1 in tree.times:
        last -= 1
    while last - 1 > first and tree.tokens[last - 1].upos in ("ADP", "DET", "PUNCT"):
        last -= 1
    return first, last


def _plain(cues: Cues, text: str) -> str:
    """The phrase without its first word where that only points."""
    plain = _INITIALS.sub("", " ".join(text.split()).strip(" ,“”\"'"))
    first, _, rest = plain.partition(" ")
    pointing = cues.has("article", first) or cues.has("some_of", first)
    return rest if rest and pointing else plain


def _key(kind: str, name: str) -> str:
    return f"{kind}:{' '.join(name.lower().replace('’', chr(39)).split())}"


def span_of_name(tree: Tree, name: NameMention) -> Range | None:
    """The tokens of a known name."""
    return tree.within(name.start, name.end)
