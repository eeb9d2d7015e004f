"""Utterances from the reader's tags, mended where a tag disagrees with the page or the tree."""

from bisect import bisect_left

from firsthand.language.trees import Tree
from firsthand.model import Speech
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Range, Utterance, overlap

UNSURE = 0.35
"""Attributions that are likelier wrong than this are left out: chosen on PolNeAR dev (docs/reader.md)."""

LEAST_QUOTED = 5
"""Words and marks of a quotation that goes on; a shorter one is a word that the writer sets apart."""


def from_tags(tree: Tree, cues: Cues, *, mend: bool = True) -> list[Utterance]:
    """One utterance for each attribution of the reader that has a cue and content worth the name.

    ``mend``: source and content are mended by the tree; otherwise the tags stand as they are.
    """
    found = []
    for speech in tree.reading.speech:
        if speech.score >= UNSURE:
            utterance = _mended(tree, cues, speech) if mend else _as_tagged(tree, cues, speech)
            if utterance is not None:
                found.append(utterance)
    return found if mend else _with_rest_of_quotations(tree, found)


def _with_rest_of_quotations(tree: Tree, found: list[Utterance]) -> list[Utterance]:
    """“We wait,” she said. “It may take long.”: a quotation that goes on behind the cue is said as well.

    The tags lose it where a window ends between the two.
    """
    taken = {i for u in found for part in (*u.source, *u.cue, *u.content) for i in range(*part)}
    starts = [first for first, _ in tree.quotations]
    for u in found:
        before, voice = max(u.content), max(b for _, b in (*u.cue, *u.source))
        quoted = tree.quotation_at(before[1] - 1)
        if quoted is None or quoted[1] > u.head or not u.cue:
            continue
        k = bisect_left(starts, voice)
        if k == len(starts) or not _goes_on(tree, voice, tree.quotations[k]):
            continue
        rest = tree.quotations[k]
        if taken.isdisjoint(range(voice, rest[1])):
            u.content.append(rest)
            taken.update(range(*rest))
    return found


def _goes_on(tree: Tree, voice: int, rest: Range) -> bool:
    """Whether a quotation begins right behind the sentence of a voice, in the same paragraph."""
    same = tree.paragraph_of[voice - 1] == tree.paragraph_of[rest[0]]
    return same and rest[0] <= tree.sentence(voice - 1)[1] and rest[1] - rest[0] >= LEAST_QUOTED


def _as_tagged(tree: Tree, cues: Cues, speech: Speech) -> Utterance | None:
    head = cue_head(tree, cues, speech.cue)
    content = joined(spoken(tree, head, speech))
    if not content:
        return None
    return Utterance(list(speech.source), list(speech.cue), content, head, speech.score, "reader")


def spoken(tree: Tree, head: int, speech: Speech) -> list[Range]:
    """The pieces of content in the cue's paragraph, and in the next ones where they are quoted, whole quotations."""
    home = tree.paragraph_of[head]
    content = []
    for part in speech.content:
        for piece in _within_paragraphs(tree, part):
            far = abs(tree.paragraph_of[piece[0]] - home)
            quoted = tree.quotation_at(piece[0]) is not None
            if far == 0 or (far == 1 and quoted):
                content.append(_to_quotation(tree, piece, speech.cue))
    return _without_sentences_before(tree, head, content)


def _without_sentences_before(tree: Tree, head: int, content: list[Range]) -> list[Range]:
    """A cue with a clause of its own does not report an earlier sentence that nobody quotes."""
    first, last = tree.sentence(head)
    if not any(head < p[0] < last for p in content):
        return content
    return [p for p in content if p[1] > first or tree.quotation_at(p[0]) is not None]


def _mended(tree: Tree, cues: Cues, speech: Speech) -> Utterance | None:
    head = cue_head(tree, cues, speech.cue)
    home = tree.paragraph_of[head]
    content = joined([p for p in spoken(tree, head, speech) if _says_something(tree, p)])
    source = [p for part in speech.source for p in _within_paragraphs(tree, part) if tree.paragraph_of[p[0]] == home]
    source = [with_its_list(tree, _whole_source(tree, head, p)) for p in source if not _possessive_alone(tree, cues, p)]
    source = _nearer_person(tree, source, speech.cue) or source
    source, content = _not_who_was_told(tree, head, source, content)
    subject = None
    if not source and (agent := _agent(tree, speech.cue)) is not None:
        subject, source = tree.head_of(agent), [agent]
        content = [(max(a, agent[1] + 1), b) if overlap((a, b), agent) else (a, b) for a, b in content]
        content = [p for p in content if p[1] - p[0] > 1 and p[0] > agent[0]]
    if _participle_of_noun(tree, cues, head):
        subject = tree.tokens[head].head if tree.tokens[head].head == head - 1 else head - 1
        source = [tree.noun_phrase(subject, conjuncts=False)]
    elif not source and (noun := _reporting_noun(tree, cues, speech.cue)) is not None:
        subject, source = noun, [(noun, noun + 1)]
    elif not source:
        subject = tree.subject(head)
        if subject is None and tree.tokens[head].upos == "VERB":
            subject = tree.name_before(head)
        source = [] if subject is None or tree.tokens[subject].upos == "PRON" else [tree.noun_phrase(subject)]
    if tree.tokens[head].text.lower() == "according":
        content = _accorded(tree, head, source, content)
    content = [_past_addressee(tree, p) for p in content]
    content = _governed(tree, head, speech, source, content) or complement(tree, head)
    if not content:
        return None
    cue = list(speech.cue)
    if cues.has("refusal_verb", tree.tokens[head].lemma):
        head, cue, content = _refused_act(tree, cues, head, cue, content)
    return Utterance(source, cue, content, head, speech.score, "reader", subject=subject)


def _not_who_was_told(
    tree: Tree, head: int, source: list[Range], content: list[Range]
) -> tuple[list[Range], list[Range]]:
    """Officials complained to | the paper that …: the subject that was taken for what is said says it."""
    told = tree.head_of(source[0]) if len(source) == 1 else head
    subject = tree.child(head, "nsubj")
    if subject is None or tree.tokens[told].head != head or tree.preposition(told) != "to":
        return source, content
    taken = [c for c in content if c[0] <= subject < c[1]]
    rest = [c for c in content if c not in taken]
    clause = any(tree.tokens[i].upos in ("VERB", "AUX") for c in taken for i in range(*c))
    return ([tree.noun_phrase(subject)], rest) if taken and rest and not clause else (source, content)


def _nearer_person(tree: Tree, source: list[Range], cue: tuple[Range, ...]) -> list[Range]:
    """A person between commas right before the cue speaks, not a source further off in the sentence."""
    end = min(a for a, _ in cue)
    comma = end - 1
    if not source or comma < 2 or tree.tokens[comma].text != "," or max(b for _, b in source) + 4 > end:
        return []
    people = [e for e in tree.entities_in(tree.sentence(comma)[0], comma) if e.label == "PER" and e.last == comma]
    if not people or tree.tokens[people[0].first - 1].text != ",":
        return []
    first = tree.noun_phrase(tree.head_of((people[0].first, comma)))[0]
    top = tree.tokens[tree.head_of((people[0].first, comma))]
    if top.deprel == "appos":
        first = tree.noun_phrase(top.head, conjuncts=False)[0]
    return [(min(first, people[0].first), comma)] if first > max(b for _, b in source) else []


def _refused_act(
    tree: Tree, cues: Cues, head: int, cue: list[Range], content: list[Range]
) -> tuple[int, list[Range], list[Range]]:
    """Declined | to confirm the sale: the act belongs to the cue, what is left is the content."""
    first, last = content[0]
    to = tree.tokens[first].text.lower() == "to" and first + 2 < last
    if to and cues.has("refused_act", tree.tokens[first + 1].lemma):
        return first + 1, _added(tree, cue, (first, first + 2)), [(first + 2, last), *content[1:]]
    if first + 2 == last and tree.tokens[first].text.lower() == "to":
        return first + 1, _added(tree, cue, (first, last)), [(first + 1, last), *content[1:]]
    return head, cue, content


def _added(tree: Tree, cue: list[Range], part: Range) -> list[Range]:
    """The cue with one more part, joined to the part that it touches."""
    cue = [(a, min(b, part[0])) for a, b in cue if a < part[0]] + [c for c in cue if c[0] >= part[1]]
    return joined([*cue, part])


def _whole_source(tree: Tree, head: int, span: Range) -> Range:
    """Its mission to the UN said: a source that only hangs on the subject gives way to the whole subject."""
    subject = tree.subject(head)
    if subject is None or subject >= span[0] or tree.tokens[subject].upos not in ("NOUN", "PROPN"):
        return span
    between = [tree.tokens[i].upos for i in range(subject + 1, span[0])]
    if between == ["ADP"] or between == ["ADP", "DET"]:
        return tree.noun_phrase(subject)[0], span[1]
    return span


def with_its_list(tree: Tree, span: Range) -> Range:
    """The armies of Chad, Mali and Niger; the Lake Club, Peace Now and Sea Watch: a list of which the end alone is
    taken for the source is the source."""
    begin, first = tree.sentence(span[0])[0], span[0]
    while True:
        item = first - 1
        while item > begin and (tree.tokens[item - 1].upos == "PROPN" or tree.word(item - 1) in ("the", "and", "&")):
            item -= 1
        apart = first > begin and tree.tokens[first - 1].text in (",", "and") and item < first - 1
        opens = apart and (item == begin or tree.tokens[item - 1].text == ",")
        if not opens or not any(tree.word(i) == "and" for i in range(*span)):
            break
        first = item
    joined_by_and = any(tree.word(i) == "and" for i in range(first - 1, span[1]))
    if apart and joined_by_and and tree.word(item - 1) in ("of", "from") and item - 2 >= begin:
        head = tree.tokens[item - 2]
        if head.upos == "NOUN" and head.text.lower() != head.lemma:
            first = item - 2
            while first > begin and tree.tokens[first - 1].upos in ("DET", "ADJ", "NOUN", "NUM"):
                first -= 1
    return first, span[1]


def _possessive_alone(tree: Tree, cues: Cues, span: Range) -> bool:
    return span[1] - span[0] == 1 and cues.has("body_possessive", tree.tokens[span[0]].text)


def _agent(tree: Tree, cue: tuple[Range, ...]) -> Range | None:
    """Accused by X of …: who stands behind "by" right after the cue."""
    end = max(b for _, b in cue)
    by = end if end < len(tree.tokens) and tree.tokens[end].text.lower() == "by" else end - 1
    if tree.tokens[by].text.lower() != "by" or by + 1 >= len(tree.tokens):
        return None
    first = by + 1
    last = first
    while last < len(tree.tokens) and tree.tokens[last].upos in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        last += 1
    return (first, last) if last > first else None


def _reporting_noun(tree: Tree, cues: Cues, cue: tuple[Range, ...]) -> int | None:
    """There have been reports of …: the reports say it."""
    nouns = [i for a, b in cue for i in range(a, b) if cues.has("outlet_noun", tree.tokens[i].text)]
    return nouns[0] if nouns else None


def _participle_of_noun(tree: Tree, cues: Cues, head: int) -> bool:
    """Reports suggesting that …: the noun right before is who says it."""
    before = head - 1
    if not tree.tokens[head].text.lower().endswith("ing") or before < 0:
        return False
    noun = tree.tokens[before]
    return cues.noun(tree, before) is not None and noun.sentence == tree.tokens[head].sentence


def cue_head(tree: Tree, cues: Cues, cue: tuple[Range, ...]) -> int:
    """The verb or noun that a cue turns on: its first full verb, else its last noun, else its first word.

    A verb that only leads over to another ("appeared to confirm", "declined to say") gives way to that one.
    """
    words = [i for a, b in cue for i in range(a, b)]
    for kinds in (("VERB",), ("NOUN", "PROPN"), ("ADP", "ADJ", "AUX")):
        for i in reversed(words) if kinds != ("VERB",) else words:
            if tree.tokens[i].upos in kinds:
                return _past_raising(tree, cues, i)
    return words[0]


def _past_raising(tree: Tree, cues: Cues, i: int) -> int:
    act = tree.child(i, "xcomp")
    if act is not None and cues.has("raising_verb", tree.tokens[i].lemma) and cues.verb(tree, act):
        return act
    return i


def complement(tree: Tree, head: int) -> list[Range]:
    """What a cue governs in the tree: its clause, its object, or the quotation that it stands beside."""
    for relation in ("ccomp", "xcomp", "obj"):
        child = tree.child(head, relation)
        if child is not None:
            return [_trimmed(tree, tree.extent(child))]
    first, last = tree.sentence(head)
    beside = [q for q in tree.quotations if first <= q[0] < last and not q[0] <= head < q[1] and q[1] - q[0] > 4]
    return [beside[0]] if beside else []


def _trimmed(tree: Tree, span: Range) -> Range:
    first, last = span
    while last - 1 > first and tree.tokens[last - 1].text in {".", ",", ";", ":"}:
        last -= 1
    return first, last


def _within_paragraphs(tree: Tree, span: Range) -> list[Range]:
    pieces, first = [], span[0]
    for i in range(span[0] + 1, span[1]):
        if tree.paragraph_of[i] != tree.paragraph_of[i - 1]:
            pieces.append((first, i))
            first = i
    return [*pieces, (first, span[1])]


def _to_quotation(tree: Tree, span: Range, cue: tuple[Range, ...]) -> Range:
    """A range that takes in most of a quotation takes in all of it."""
    first, last = span
    for i in (span[0], span[1] - 1):
        quotation = tree.quotation_at(i)
        if quotation is None or any(overlap(quotation, c) for c in cue):
            continue
        shared = overlap(span, quotation)
        if 2 * shared >= quotation[1] - quotation[0]:
            first, last = min(first, quotation[0]), max(last, quotation[1])
    return first, last


def _accorded(tree: Tree, head: int, source: list[Range], content: list[Range]) -> list[Range]:
    """X has sent arms, according to Y, despite Z: what stands before the phrase is said too."""
    begin = tree.sentence(head)[0]
    before = (begin, head - 1 if tree.tokens[head - 1].text == "," else head)
    if any(p[0] < head for p in content) or before[1] - before[0] < 4:
        return content
    if any(overlap(before, s) for s in source) or not any(
        tree.tokens[i].upos in ("VERB", "AUX") for i in range(*before)
    ):
        return content
    return [before, *content]


def _past_addressee(tree: Tree, span: Range) -> Range:
    """Warned | the ministry that X: whom it is said to is not part of what is said."""
    first, last = span
    for i in range(first + 1, min(first + 4, last - 3)):
        if tree.tokens[i].text.lower() == "that" and tree.tokens[i].upos == "SCONJ":
            named = all(tree.tokens[j].upos in ("PROPN", "NOUN", "DET", "ADJ") for j in range(first, i))
            return (i, last) if named else span
    return span


def _governed(tree: Tree, head: int, speech: Speech, source: list[Range], content: list[Range]) -> list[Range]:
    """Pieces that name the source go; an object right behind the cue takes the place of a piece beyond it."""
    rest = [p for p in content if not any(overlap(p, s) for s in source) and p[1] - p[0] > 1]
    content = rest or content
    end = max(b for _, b in speech.cue)
    thing = tree.child(head, "ccomp", "obj", "xcomp")
    if thing is None or not content or tree.tokens[content[0][0]].text.lower() == "that":
        return content
    extent = _trimmed(tree, tree.extent(thing))
    beyond = content[0][0] >= extent[1] and tree.quotation_at(content[0][0]) is None
    if extent[0] == end and beyond and extent[1] - extent[0] > 1:
        return [extent]
    return content


def _says_something(tree: Tree, span: Range) -> bool:
    words = [
        tree.tokens[i] for i in range(*span) if tree.tokens[i].upos not in ("PUNCT", "SCONJ", "DET", "AUX", "CCONJ")
    ]
    return bool(words)


def joined(parts: list[Range]) -> list[Range]:
    """The ranges in order, those that meet made one."""
    found: list[Range] = []
    for part in sorted(set(parts)):
        if found and part[0] <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], part[1]))
        else:
            found.append(part)
    return found
