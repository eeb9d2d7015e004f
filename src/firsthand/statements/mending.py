"""What looks like an utterance and is none, and sources that nobody could be."""

from firsthand.language.trees import Tree
from firsthand.statements.beside import around_heads, by_sentence
from firsthand.statements.cues import Cues
from firsthand.statements.innermost_tagged import is_asked_for, is_deed, listens, only_does
from firsthand.statements.tagged import joined
from firsthand.statements.utterance import Range, Utterance, overlap


def true_utterances(tree: Tree, cues: Cues, found: list[Utterance]) -> list[Utterance]:
    """The utterances without those that only look so; sources are cut to who can speak."""
    kept = [
        u
        for u in found
        if not _for_anonymity(tree, cues, u) and not was_asked(tree, cues, u) and not _only_so(tree, cues, u)
        if not _only_of_words(tree, cues, u)
    ]
    here, around = by_sentence(tree, kept), around_heads(kept)
    kept = [
        u for u in kept
        if not _of_a_denied_report(tree, cues, u, here[tree.tokens[u.head].sentence])
        and not _told_in_a_denied_report(tree, cues, u, around[u.head])
        and not _own_quoted(tree, cues, u, around[u.head])
        and not _of_nobody(tree, cues, u, here[tree.tokens[u.head].sentence])
    ]  # fmt: skip
    kept = _without_deeds(tree, cues, kept)
    for u in kept:
        if cues.verb(tree, u.head) == "denies":
            u.relays = [r for r in u.relays if not _printed_what_is_denied(tree, cues, u, r)]
        if u.likeliest == "denies":
            u.relays = [r for r in u.relays if not _had_reported_so(tree, u, r)]
    days = {e.last: e.first for e in tree.reading.entities if e.label == "DATE"}
    for u in kept:
        u.relays = [
            r
            for r in u.relays
            if not (
                _own_people(tree, cues, r)
                or listens(tree, cues, r)
                or _set_beside(tree, r, u.source)
                or _named_behind(tree, r, u.relays)
            )
        ]
        _with_number(tree, u)
        _with_own_subject(tree, u)
        _named_before(tree, u)
        u.source = [cut for part in u.source if (cut := _who(tree, cues, _without_day(tree, part, days))) is not None]
        if not u.source:
            u.subject = None
        elif u.subject is not None and not any(a <= u.subject < b for a, b in u.source):
            u.subject = tree.head_of(u.source[0])
    return kept


def _without_deeds(tree: Tree, cues: Cues, found: list[Utterance]) -> list[Utterance]:
    """The navy has asked Turkey to hurry, officers said: all of it is what they say."""
    taken: dict[int, Utterance] = {}
    for u in found:
        told_of = is_deed(tree, cues, u) or is_asked_for(tree, cues, u)
        if u.outer is not None and u.outer.source and told_of and not u.relays:
            u.outer.content = joined([*u.outer.content, *u.source, *u.cue, *u.content])
            taken[id(u)] = u.outer
    for u in found:
        if u.method.startswith("reader") and only_does(tree, cues, u) and u.outer is None:
            u.content = joined([*u.source, *u.cue, *u.content])
            u.source, u.relays, u.cue, u.subject = [u.relays[0]], u.relays[1:], [], tree.head_of(u.relays[0])
    for u in found:
        if u.outer is not None:
            u.outer = taken.get(id(u.outer), u.outer)
    return [u for u in found if id(u) not in taken]


def _with_own_subject(tree: Tree, u: Utterance) -> None:
    """The envoy asked for time. The judge …: who speaks in a later sentence is not the voice of this one's verb."""
    later = [s for s in u.source if s[0] >= tree.sentence(u.head)[1]]
    subject = tree.subject(u.head) if later and len(later) == len(u.source) else None
    if subject is not None and tree.is_person(subject):
        u.source, u.subject = [tree.noun_phrase(subject)], subject


def _named_before(tree: Tree, u: Utterance) -> None:
    """Ada Lind, the minister, said | the North …: who begins the sentence says it, not who stands behind the verb."""
    if len(u.source) != 1 or not u.cue or u.source[0][0] != u.cue[-1][1]:
        return
    first, behind = tree.sentence(u.head)[0], u.source[0][0]
    last = u.cue[0][0] - (tree.tokens[u.cue[0][0] - 1].text == ",")
    person = next((e for e in tree.entities_in(first, last) if e.label == "PER" and e.first == first), None)
    verbs = any(tree.tokens[i].upos in ("VERB", "AUX") for i in range(first, last))
    said = joined([u.source[0], *(c for c in u.content if c[0] >= behind)])
    if person is None or verbs or not any(tree.tokens[i].upos in ("VERB", "AUX") for c in said for i in range(*c)):
        return
    u.source, u.subject, u.content = [(first, last)], first, said


def _for_anonymity(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """On condition of anonymity to discuss the matter: why no name is given, not what is said."""
    first = u.cue[0][0] if u.cue else 0
    begin = max(tree.sentence(first)[0], first - 5)
    before = " ".join(tree.tokens[i].text for i in range(begin, max(u.head, u.cue[-1][1] if u.cue else 0)))
    words = {tree.tokens[i].text.lower() for a, b in u.cue for i in range(max(a - 1, 0), b)}
    infinitive = "to" in words
    return infinitive and cues.any_in("anonymity", before) is not None


def _only_so(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """So a forwarding agent swore: what he swore is the sentence before."""
    words = [i for part in u.content for i in range(*part) if tree.tokens[i].upos != "PUNCT"]
    return bool(words) and all(
        cues.has("so_opening", tree.word(i)) or cues.has("so_filler", tree.word(i)) for i in words
    )


def _only_of_words(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """She made | the remark on the programme: that she spoke, and nothing of what she said."""
    if len(u.content) != 1 or not cues.has("making_verb", tree.tokens[u.head].lemma):
        return False
    first, last = u.content[0]
    noun = tree.head_of((first, last))
    told_of = cues.has("remarks_noun", tree.word(noun)) and cues.has("definite_word", tree.word(first))
    return told_of and not any(tree.tokens[i].upos in ("VERB", "AUX") for i in range(first, last))


def was_asked(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """Asked about it, she said …: whoever is asked says nothing by that."""
    token = tree.tokens[u.head]
    begin = tree.sentence(u.head)[0]
    return cues.has("asking_verb", token.lemma) and u.head - begin <= 1 and token.text.lower().endswith("ed")


def _of_a_denied_report(tree: Tree, cues: Cues, u: Utterance, beside: list[Utterance]) -> bool:
    """Denied a report that …, saw no evidence that …: the report is no second voice, the evidence is not there."""
    nameless = not u.source or any(overlap(s, c) for s in u.source for c in u.cue)
    if not nameless or cues.noun(tree, u.head) is None:
        return False
    if any(tree.word(j) == "no" for j in (u.head - 1, *tree.children[u.head]) if j >= 0):
        return True
    for o in beside:
        if o is not u and cues.verb(tree, o.head) in ("denies", "confirms") and (
            o.covers(u.head) or u.covers(o.head) or any(overlap(c, p) for c in u.content for p in o.content)
        ):  # fmt: skip
            return True
    return False


def _told_in_a_denied_report(tree: Tree, cues: Cues, u: Utterance, around: list[Utterance]) -> bool:
    """Called false a report in which a dealer claimed that …: the dealer's words are what is denied, and no others."""
    if not u.method.startswith("rule"):
        return False
    for o in around:
        denied = cues.verb(tree, o.head) == "denies" or o.likeliest == "denies"
        if o is u or not denied or u.covers(o.head) or any(overlap(a, b) for a in u.source for b in o.source):
            continue
        first = next(a for a, b in o.content if a <= u.head < b)
        owned = not any(overlap(a, b) for a in u.source for b in u.cue)
        told = range(first, u.head + owned)
        if any(cues.noun(tree, i) or cues.has("utterance_noun", tree.tokens[i].lemma) for i in told):
            return True
    return False


def _of_nobody(tree: Tree, cues: Cues, u: Utterance, beside: list[Utterance]) -> bool:
    """Nobody, he said, could tell how many: he says so, nobody is no voice."""
    nobody = len(u.source) == 1 and cues.has("nobody_word", tree.slice(u.source[0]))
    return nobody and any(o is not u and o.source and o.source != u.source for o in beside)


def _printed_what_is_denied(tree: Tree, cues: Cues, u: Utterance, relay: Range) -> bool:
    """Denied a claim by officials, reported by the agency, that …: the agency passed on the claim, not the denial."""
    if relay[0] < u.head:
        return False
    before = [tree.word(i) for i in range(max(u.head + 1, relay[0] - 2), relay[0])]
    return len(before) == 2 and cues.has("handing_word", before[0]) and before[1] in ("by", "in", "on")


def _had_reported_so(tree: Tree, u: Utterance, relay: Range) -> bool:
    """It was false that, as the paper had reported, guns were sent: the paper stands in what is denied."""
    return relay[0] > u.head and tree.word(relay[0] - 1) == "as" and tree.word(relay[1]) == "had"


def _set_beside(tree: Tree, relay: Range, source: list[Range]) -> bool:
    """Objects Ada Lind, a retired mechanic who …: the mechanic is she."""
    top = tree.tokens[tree.head_of(relay)]
    unnamed = all(tree.tokens[i].upos != "PROPN" for i in range(*relay))
    named = top.head in tree.persons and any(a <= top.head and b <= relay[0] for a, b in source)
    return unnamed and named and top.deprel == "appos"


def _named_behind(tree: Tree, relay: Range, relays: list[Range]) -> bool:
    """Its director, Ada Lind: of the two the one with the name."""
    unnamed = all(tree.tokens[i].upos != "PROPN" for i in range(*relay))
    tops = (tree.tokens[tree.head_of(r)] for r in relays if 0 <= r[0] - relay[1] <= 1)
    return unnamed and any(top.deprel == "appos" and relay[0] <= top.head < relay[1] for top in tops)


def _with_number(tree: Tree, u: Utterance) -> None:
    """Put at 3,000 | the number of mines: what it was put at is said."""
    for k, (first, last) in enumerate(u.cue):
        at = next((i for i in range(first + 1, last) if tree.word(i) == "at"), None)
        number = at is not None and all(
            tree.tokens[i].upos in ("NUM", "SYM", "NOUN", "ADV") for i in range(at + 1, last)
        )
        if at is not None and number and any(tree.tokens[i].upos == "NUM" for i in range(at + 1, last)):
            after = next((j for j, c in enumerate(u.content) if c[0] == last), None)
            if after is not None:
                u.cue[k] = (first, at)
                u.content[after] = (at, u.content[after][1])


def _own_people(tree: Tree, cues: Cues, relay: Range) -> bool:
    """A paper handed to reporters by their aides: those who hand it round for them are no further voice."""
    first = relay[0]
    by = tree.word(first - 1) == "by" and cues.has("possessive_pronoun", tree.word(first))
    by = by and cues.has("own_staff", tree.tokens[relay[1] - 1].lemma)
    return by and any(
        cues.has("handing_word", tree.word(i)) for i in range(max(tree.sentence(first)[0], first - 6), first)
    )


def _own_quoted(tree: Tree, cues: Cues, u: Utterance, around: list[Utterance]) -> bool:
    """We do not comment on it, within the quotation of somebody who says so: that somebody's words already."""
    if not u.source or not cues.has("first_person", tree.slice(u.source[0])):
        return False
    return any(o is not u and not u.covers(o.head) for o in around)


def _who(tree: Tree, cues: Cues, span: Range) -> Range | None:
    """The source without the relative word behind it; None where it names nobody who could speak."""
    first, last = span
    while last > first and cues.has("relative_word", tree.tokens[last - 1].text):
        last -= 2 if last - 2 > first and tree.tokens[last - 2].text == "," else 1
    last = _without_what_follows(tree, cues, (first, last))
    if first == last:
        return None
    first = _past_dateline(tree, first, last)
    for i in range(first + 1, last):
        if cues.has("possessive_pronoun", tree.word(i)) and tree.tokens[i - 1].upos in ("NOUN", "PROPN"):
            first = i  # In front of the cameras | my counterpart insists
    if last - first > 2 and cues.has("occasion_word", tree.word(first)) and tree.word(first + 1) == "with":
        first += 2  # interviews with dockers: the dockers
    head = tree.head_of((first, last))
    if not any(tree.tokens[i].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET") for i in range(first, last)):
        return None
    nothing = tree.tokens[first].text.lower() == "no" and not cues.has("human_plural", tree.tokens[head].text)
    no_speaker = cues.has("no_speaker", tree.tokens[head].lemma) and tree.word(head - 1) != "opposite"
    if nothing or (no_speaker and not tree.is_person(head)):
        return None
    return first, last


def _without_what_follows(tree: Tree, cues: Cues, span: Range) -> int:
    """The end of: the declaration, | which six envoys signed; two clerks, | so the paper has it."""
    for i in range(span[0] + 1, span[1] - 1):
        if tree.tokens[i].text == "," and (
            tree.word(i + 1) == "so" or cues.has("relative_word", tree.tokens[i + 1].text)
        ):
            return i
    return span[1]


def _without_day(tree: Tree, span: Range, days: dict[int, int]) -> Range:
    """Portugal | on Friday | refused: the day is of what was done, not of who did it."""
    day = days.get(span[1], 0)
    return (span[0], day - 1) if day - 1 > span[0] and tree.word(day - 1) == "on" else span


def _past_dateline(tree: Tree, first: int, last: int) -> int:
    """LISBON - Portugal: where a paragraph opens with a place and a dash, who speaks stands behind the dash."""
    if first != tree.reading.paragraphs[tree.paragraph_of[first]][0]:
        return first
    dashes = [i for i in range(first + 1, last - 1) if tree.tokens[i].text in {"-", "–", "—"} and _apart(tree, i)]
    return dashes[0] + 1 if dashes else first


def _apart(tree: Tree, i: int) -> bool:
    return tree.tokens[i - 1].end < tree.tokens[i].start and tree.tokens[i].end < tree.tokens[i + 1].start
