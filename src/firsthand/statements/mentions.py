"""What a source phrase says of its speaker: name, role, body, states, number."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.language.gazetteer import NameMention, names_between
from firsthand.language.numbers import value_of
from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Range

_BETWEEN_NAMES = frozenset(["PUNCT", "CCONJ", "NOUN", "ADJ", "DET", "PRON", "PROPN", "NUM", "PART"])
_AT = frozenset({"in", "to", "at", "for"})
_FAR = 12
"""Words behind a role in which the name of its holder may follow."""
_PRONOUN_GROUPS = ("person", "self", "plural", "thing")


@dataclass(frozen=True, slots=True)
class Mention:
    """A source phrase taken apart. ``span`` and ``wide`` are token ranges: the phrase, and with appositions.

    ``person`` is who is named in it, the first of several; ``people`` are all of these.
    """

    span: Range
    wide: Range
    head: int
    noun: str
    pronoun: str
    possessive: bool
    person: str
    people: tuple[str, ...]
    office: str
    role: str
    bodies: tuple[NameMention, ...]
    outlets: tuple[NameMention, ...]
    states: tuple[str, ...]
    plural: bool
    definite: bool
    head_name: NameMention | None


def read_mention(
    tree: Tree,
    cues: Cues,
    span: Range,
    subject: int | None,
    names: list[NameMention],
    others: Sequence[Range] = (),
) -> Mention:
    """Take the source phrase ``span`` apart; ``names`` are the known names of the whole report.

    Before the phrase, and behind a comma, what stands in ``others`` tells of other voices.
    """
    head = subject if subject is not None and span[0] <= subject < span[1] else tree.head_of(span)
    head = _human_head(tree, cues, span, head)
    token = tree.tokens[head]
    wide = _with_appositions(tree, cues, span, head)
    apart = [first for first, _ in others if span[1] <= first < wide[1] and tree.tokens[first - 1].text == ","]
    left = span[0] if any(wide[0] <= first and last <= span[0] for first, last in others) else wide[0]
    wide = (left, min([wide[1], *apart]))
    inside = _names_in(tree, wide, names)
    person, person_range = _person(tree, cues, wide, head, inside)
    if not person and (beside := _named_beside(tree, cues, head)) is not None:
        wide = (wide[0], max(wide[1], beside[1]))
        person, person_range = _bare_name(tree, cues, beside)
    inside = [n for n in inside if not person_range or not _meets(tree, n, person_range)]
    inside = [n for n in inside if not _is_host(tree, cues, n, span[0])]
    offices = [n for n in inside if n.kind == "office"]
    bodies = tuple(n for n in inside if n.kind == "body")
    outlets = tuple(n for n in inside if n.kind == "outlet")
    states: dict[str, None] = {}
    for n in inside:
        if n.kind == "state":
            states[n.canonical] = None
    for n in (*bodies, *offices):
        if n.state:
            states[n.state] = None
    head_name = next((n for n in inside if n.start <= token.start < n.end), None)
    role = _role_text(tree, cues, wide, person_range) if person else ""
    words = [tree.tokens[i].text.lower() for i in range(*wide)]
    return Mention(
        span,
        wide,
        head,
        token.lemma.lower(),
        _pronoun(cues, token.text, alone=span[1] - span[0] == 1) if span[1] - span[0] <= 2 else "",
        bool(words) and cues.has("possessive_pronoun", words[0]),
        person,
        _people(tree, cues, span, person_range),
        offices[0].canonical if offices else "",
        role,
        bodies,
        outlets,
        tuple(states),
        _is_plural(tree, cues, head),
        bool(words) and cues.has("definite_word", words[0]),
        head_name,
    )


def _pronoun(cues: Cues, word: str, *, alone: bool) -> str:
    """person, self, plural or thing; empty for other words. ``alone``: in his words, the possessive is the phrase."""
    forms = ("pronoun", "possessive") if alone else ("pronoun",)
    return next((g for g in _PRONOUN_GROUPS if any(cues.has(f"{g}_{form}", word) for form in forms)), "")


def _human_head(tree: Tree, cues: Cues, span: Range, head: int) -> int:
    """In "US and European officials" the officials speak, whatever the tree says; an owner gives way to its own."""
    while head + 2 < span[1] and _owns(tree, head + 1):
        head = _owned(tree, (head + 2, span[1]))
    if cues.has("human_plural", tree.tokens[head].text) or cues.has("official_role", tree.tokens[head].lemma):
        return head
    if head in tree.persons:
        return head
    for i in range(*span):
        token = tree.tokens[i]
        if i > span[0] and token.upos == "ADP":
            break
        follows = tree.tokens[i + 1].upos if i + 1 < span[1] else "PUNCT"
        if cues.has("human_plural", token.text) and follows not in ("NOUN", "PROPN"):
            return i
    return head


def _owned(tree: Tree, span: Range) -> int:
    """The last noun of a run of nouns and adjectives."""
    last = span[0]
    for i in range(*span):
        if tree.tokens[i].upos not in ("NOUN", "PROPN", "ADJ", "NUM"):
            break
        last = i
    return last


def _with_appositions(tree: Tree, cues: Cues, span: Range, head: int) -> Range:
    first, last = min(span[0], tree.noun_phrase(head)[0]), max(span[1], tree.noun_phrase(head)[1])
    people = cues.has("human_plural", tree.tokens[head].text)
    for j in tree.children[head]:
        if people and tree.tokens[j].deprel == "appos" and tree.tokens[j].upos == "PROPN":
            continue  # citing two officials, Reuters said: people are no one name
        if tree.tokens[j].deprel == "acl" and cues.verb(tree, j):
            continue  # the broadcaster, quoting the navy: whom it quotes is another
        if tree.tokens[j].deprel in ("appos", "nmod", "flat", "acl") and j > head and not _topic(tree, cues, j):
            extent = tree.extent(j)
            if extent[1] - extent[0] < 30 and extent[0] - last <= 1:
                last = max(last, extent[1])
        elif tree.tokens[j].deprel in ("appos", "nmod:unmarked", "compound", "flat") and j < head:
            first = min(first, tree.extent(j)[0])
    begin, end = tree.sentence(head)
    for i in range(span[1], min(last, end) - 1):
        if tree.tokens[i].text == "," and tree.tokens[i + 1].upos == "ADP":
            last = i  # the buyers, | in the telling of a broker, …: no part of who they are
            break
    return max(first, begin), min(max(last, span[1]), max(end, span[1]))


def _is_host(tree: Tree, cues: Cues, name: NameMention, first: int) -> bool:
    """Latvia's embassy in | Seoul, the envoy to | Chad: where a mission is, and no state of its own."""
    place = tree.within(name.start, name.end)
    if name.kind != "state" or place is None or tree.word(place[0] - 1 - (tree.word(place[0] - 1) == "the")) not in _AT:
        return False
    before = range(max(first, place[0] - _FAR), place[0])
    return any(cues.has("mission_noun", tree.tokens[i].lemma) for i in before)


def _topic(tree: Tree, cues: Cues, j: int) -> bool:
    """A phrase that says what it is about, not whose it is."""
    case = tree.child(j, "case", "mark")
    return case is not None and cues.has("topic_preposition", tree.tokens[case].text)


def _names_in(tree: Tree, span: Range, names: list[NameMention]) -> list[NameMention]:
    start, end = tree.tokens[span[0]].start, tree.tokens[span[1] - 1].end
    return list(names_between(names, start, end))


def _meets(tree: Tree, name: NameMention, span: Range) -> bool:
    return name.start < tree.tokens[span[1] - 1].end and tree.tokens[span[0]].start < name.end


def _person(tree: Tree, cues: Cues, wide: Range, head: int, inside: list[NameMention]) -> tuple[str, Range | None]:
    """The person named in the phrase, if the phrase is about a person."""
    found = [e for e in tree.entities_in(*wide) if e.label == "PER"]
    known = [n for n in inside if n.kind in ("outlet", "body", "state")]
    found = [e for e in found if not any(n.start <= tree.tokens[e.first].start < n.end for n in known)]
    found = [e for e in found if not _owns(tree, e.last)]
    # the broadcaster | Kanal Vardar is no person
    found = [e for e in found if not cues.has("printing_noun", tree.word(e.first - 1))]
    for e in found:
        related = tree.tokens[head].head == e.first or any(
            tree.tokens[i].head == head
            and tree.tokens[i].deprel.split(":")[0] in ("appos", "flat", "nmod", "compound")
            and tree.child(i, "case") is None
            and not _behind_preposition(tree, i)
            for i in range(e.first, e.last)
        )
        if e.first <= head < e.last or related:
            return _bare_name(tree, cues, (e.first, e.last))
    if found and found[0].first <= head + 6 and tree.tokens[head].upos != "PRON" and not _is_plural(tree, cues, head):
        heads_role = cues.has("official_role", tree.tokens[head].lemma) or cues.has(
            "expert_role", tree.tokens[head].lemma
        )
        heads_role = heads_role and not _of(tree, found[0].first)
        if heads_role or tree.tokens[head].upos == "PROPN":
            return _bare_name(tree, cues, (found[0].first, found[0].last))
    return "", None


def _named_beside(tree: Tree, cues: Cues, head: int) -> Range | None:
    """Peru's envoy in Lima, | Ada Lind, | told: the name between marks behind a role, wherever the tree hangs it."""
    role = cues.has("official_role", tree.tokens[head].lemma) or cues.has("expert_role", tree.tokens[head].lemma)
    if not (role or head in tree.unnamed_persons) or _is_plural(tree, cues, head):
        return None
    end = min(tree.sentence(head)[1], head + _FAR)
    stops = ("VERB", "AUX", "PUNCT", "PRON", "CCONJ", "SCONJ")
    comma = next((i for i in range(head + 1, end) if tree.tokens[i].upos in stops or _someone_else(tree, i, head)), end)
    if comma + 1 >= end or tree.tokens[comma].text != ",":
        return None
    first = comma + 1
    while first + 1 < end and tree.tokens[first].text[0].isupper() and cues.has("rank_word", tree.word(first)):
        first += 1
    for e in tree.entities_from(first, first + 1):
        closed = e.last < len(tree.tokens) and tree.tokens[e.last].text in {",", "."}
        if e.label == "PER" and e.last - e.first > 1 and closed:
            return e.first, e.last
    last = first + 1
    while last < end and tree.tokens[last].deprel == "flat" and tree.tokens[last].text.istitle():
        last += 1
    untagged = all(i not in tree.label_of and tree.tokens[i].upos == "PROPN" for i in range(first, last))
    closed = last < end and tree.tokens[last].text in {",", "."}
    return (first, last) if untagged and closed and last - first in (2, 3) else None


def _someone_else(tree: Tree, i: int, head: int) -> bool:
    """Whether a word stands for a person who is not in the phrase of ``head``."""
    return tree.is_person(i) and tree.tokens[i].deprel != "nmod:poss" and not head - _FAR < tree.tokens[i].head <= head


def _people(tree: Tree, cues: Cues, span: Range, first: Range | None) -> tuple[str, ...]:
    """The names of a phrase that "and" joins: Ada Lind, Norway's envoy, and Tom Reyes; empty where it names one."""
    if first is None:
        return ()
    found = [e for e in tree.entities_in(*span) if e.label == "PER" and not _owns(tree, e.last)]
    found = [e for e in found if e.first >= first[0]]
    gaps = [range(a.last, b.first) for a, b in itertools.pairwise(found)]
    beside = all(
        tree.tokens[i].upos in _BETWEEN_NAMES and not cues.has("relative_word", tree.tokens[i].text)
        for gap in gaps
        for i in gap
    )
    if not gaps or not beside or not any(tree.tokens[i].upos == "CCONJ" for i in gaps[-1]):
        return ()
    return tuple(_bare_name(tree, cues, (e.first, e.last))[0] for e in found)


def _of(tree: Tree, first: int) -> bool:
    """The captain of the Polar Star is not called so."""
    before = first - 1 if tree.tokens[first - 1].upos != "DET" else first - 2
    return before >= 0 and tree.word(before) == "of"


def _behind_preposition(tree: Tree, i: int) -> bool:
    """The embassy in Aldwick is no person of that name."""
    case = tree.child(i, "case")
    return case is not None and case < i


def _owns(tree: Tree, end: int) -> bool:
    """Whether the name before ``end`` is in the possessive: Kerrin's spokesman is not Kerrin."""
    marks = ("'s", "’s", "'", "’")
    behind = end < len(tree.tokens) and tree.tokens[end].text.lower() in marks
    return behind or (end > 0 and tree.tokens[end - 1].text.lower() in marks)


def _bare_name(tree: Tree, cues: Cues, span: Range) -> tuple[str, Range]:
    """The name without titles before it and possessives behind it; with the rest of a word that a hyphen parts."""
    first, last = _whole_words(tree, span)
    while first < last - 1 and (
        cues.has("official_role", tree.tokens[first].text.rstrip("."))
        or (tree.tokens[first].text.endswith(".") and len(tree.tokens[first].text) > 2)
    ):
        first += 1
    while last - 1 > first and tree.tokens[last - 1].text.lower() in ("'s", "’s", ","):
        last -= 1
    return " ".join(tree.slice((first, last)).split()), (first, last)


def _whole_words(tree: Tree, span: Range) -> Range:
    first, last = span
    tokens = tree.tokens
    while last + 1 < len(tokens) and tokens[last].text in "-‐‑" and tokens[last - 1].end == tokens[last].start:
        if tokens[last].end != tokens[last + 1].start or not tokens[last + 1].text[0].isalpha():
            break
        last += 2
    return first, last


def _role_text(tree: Tree, cues: Cues, wide: Range, person: Range | None) -> str:
    if person is None:
        return ""
    before = (wide[0], person[0])
    verb = (
        i for i in range(person[1] + 2, wide[1]) if tree.tokens[i].upos == "VERB" and tree.tokens[i - 1].text == ","
    )
    after = (person[1], next(verb, wide[1]))
    for part in (before, after):
        if part[1] - part[0] > 0 and tree.tokens[part[0]].upos != "CCONJ":
            text = " ".join(tree.slice(part).strip(" ,—–-").split())
            first, _, rest = text.partition(" ")
            if cues.has("article", first):
                text = rest
            if len(text) > 2:
                return text
    return ""


def _is_plural(tree: Tree, cues: Cues, head: int) -> bool:
    token = tree.tokens[head]
    if token.upos == "PRON":
        return cues.has("plural_pronoun", token.text) or cues.has("self_pronoun", token.text)
    if cues.has("human_plural", token.text):
        return True
    if token.upos == "NUM":
        return (value_of(token.text.lower()) or 1) > 1  # two of its ministers
    if any(tree.tokens[j].deprel == "conj" and tree.tokens[j].upos in ("PROPN", "NOUN") for j in tree.children[head]):
        return True
    return token.upos == "NOUN" and token.text.lower() != token.lemma and token.text.lower().endswith("s")
