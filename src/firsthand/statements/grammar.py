"""Utterances that the tree shows and the tags miss: nested speech, denials, refusals, nouns that report."""

from dataclasses import replace

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.tagged import complement
from firsthand.statements.utterance import Range, Utterance

_SPEAKERS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")


def from_grammar(tree: Tree, cues: Cues, known: list[Utterance]) -> list[Utterance]:
    """Utterances whose cue none of the known ones has."""
    taken = {k for u in known for c in u.cue for k in range(*c)}
    found: list[Utterance] = []
    for i, token in enumerate(tree.tokens):
        if i in taken:
            continue
        utterance = None
        if token.upos in ("VERB", "AUX"):
            utterance = _refusal(tree, cues, i) or _verb(tree, cues, i) or _by_order(tree, cues, i)
        elif token.upos in ("NOUN", "PROPN"):
            utterance = _noun(tree, cues, i)
        elif token.text.lower() == "according":
            utterance = _according(tree, i)
        if utterance is not None and taken.isdisjoint(cue := [k for c in utterance.cue for k in range(*c)]):
            found.append(utterance)
            taken.update(cue)
    return found


def _verb(tree: Tree, cues: Cues, i: int) -> Utterance | None:
    """A verb that reports, with its subject and its clause; denials and confirmations also govern nouns."""
    stance = cues.verb(tree, i)
    if stance is None or tree.child(i, "cop") is not None or _is_refused(tree, cues, i):
        return None
    if (
        i
        and tree.tokens[i - 1].text.lower() == "to"
        and not cues.has("raising_verb", tree.tokens[tree.tokens[i].head].lemma)
    ):
        return None
    subject = _subject(tree, i) if stance in ("denies", "confirms") else tree.subject(i)
    passive = tree.child(i, "nsubj:pass") is not None or tree.child(i, "aux:pass") is not None
    if passive:
        agent = tree.child(i, "obl:agent")
        subject = agent if agent is not None else None
    if subject is None and not passive:
        subject = tree.name_before(i)
    if subject is None or tree.tokens[subject].upos not in _SPEAKERS:
        return None
    if cues.has("quoted_subject", tree.tokens[subject].text) and tree.quotation_at(i) is not None:
        return None
    postposed = _postposed(tree, i, subject)
    if postposed is not None and stance in ("asserts", "comments", "expects"):
        return Utterance(
            [_whole_name(tree, subject)], [(i, i + 1)], [postposed], i, 0.6, "rule:postposed", subject=subject
        )
    clause = tree.child(i, "ccomp")
    cue: list[Range] = [_verb_group(tree, i)]
    if clause is not None and (_is_clause(tree, cues, clause) or tree.word(i + 1) == "that"):
        content = [tree.extent(clause)]
    elif stance in ("denies", "confirms"):
        thing = tree.child(i, "xcomp", "obj", "advcl")
        if thing is None:
            return None
        noun_clause = _clause_of_noun(tree, cues, thing) if cues.noun(tree, thing) else None
        if noun_clause is not None:
            cue.append((thing, thing + 1))
            content = [noun_clause]
        else:
            content = [tree.extent(thing)]
    else:
        return None
    return Utterance([_whole_name(tree, subject)], cue, content, i, 0.6, "rule:verb", subject=subject)


def _subject(tree: Tree, i: int) -> int | None:
    """The subject of a verb; where the tree has none, the noun before it, a day between them left out.

    A verb right behind a comma and "and" goes on with the main clause, whose subject it shares.
    """
    subject = tree.subject(i)
    first, (begin, end) = _verb_group(tree, i)[0], tree.sentence(i)
    if first - 2 > begin and tree.tokens[first - 1].upos == "CCONJ" and tree.tokens[first - 2].text == ",":
        root = next((j for j in range(begin, end) if tree.tokens[j].head == j), i)
        if root < first and tree.child(i, "nsubj") is None:
            subject = tree.subject(root) or subject
    if subject is not None or tree.tokens[i].deprel not in ("root", "parataxis"):
        return subject
    days = tree.dates
    for j in range(i - 1, tree.sentence(i)[0] - 1, -1):
        if tree.tokens[j].upos in ("NOUN", "PROPN") and j not in days:
            return j
        if tree.tokens[j].upos not in ("ADP", "AUX", "ADV", "PROPN", "NUM", "PART"):
            return None
    return None


def _by_order(tree: Tree, cues: Cues, i: int) -> Utterance | None:
    """Officials believe X has sent Y: told by the order of words where the tree fails."""
    begin, end = tree.sentence(i)
    if (
        i - begin < 1
        or end - i < 5
        or cues.verb(tree, i) != "asserts"
        or not cues.has("human_plural", tree.tokens[i - 1].text)
        or tree.word(i + 1) == "with"
    ):
        return None
    kinds = [tree.tokens[j].upos for j in range(i + 1, min(i + 8, end))]
    opens = kinds[0] in ("PROPN", "DET", "NOUN", "PRON", "SCONJ", "ADJ")
    verb = next((k for k, kind in enumerate(kinds) if kind in ("VERB", "AUX")), None)
    if not opens or verb is None or "PUNCT" in kinds[:verb]:
        return None
    first = i - 1
    while first > begin and tree.tokens[first - 1].upos in ("PROPN", "ADJ", "NOUN", "NUM", "CCONJ", "DET"):
        first -= 1
    content = _to_punctuation(tree, (i + 1, i + 2))
    return Utterance([(first, i)], [(i, i + 1)], [content], i, 0.5, "rule:order", subject=i - 1)


def _whole_name(tree: Tree, subject: int) -> Range:
    """The noun phrase with the names and adjectives right before it that the tree hangs elsewhere."""
    first, last = tree.noun_phrase(subject)
    if tree.tokens[first].upos == "DET":
        return first, last
    begin = tree.sentence(subject)[0]
    dates = tree.dates
    while first > begin and tree.tokens[first - 1].upos in ("PROPN", "ADJ", "NOUN") and first - 1 not in dates:
        first -= 1
    return first, last


def _postposed(tree: Tree, i: int, subject: int) -> Range | None:
    """It has sent tanks, she said: what stands before the speaker, where nothing follows the verb."""
    begin, end = tree.sentence(i)
    phrase = _whole_name(tree, subject) if subject < i else (i, i + 1)
    comma = phrase[0] - 1
    if subject > i or comma - begin < 4 or tree.tokens[comma].text != "," or not i - phrase[1] <= 1:
        return None
    after = [
        j for j in range(i + 1, end) if tree.tokens[j].upos in ("VERB", "SCONJ", "PRON") or tree.tokens[j].text in '“"'
    ]
    if after or not any(tree.tokens[j].upos in ("VERB", "AUX") for j in range(begin, comma)):
        return None
    return begin, comma


def _is_clause(tree: Tree, cues: Cues, i: int) -> bool:
    """A complement that could be true or false: it has a subject or follows whether, when, how."""
    return tree.tokens[i].upos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "PRON", "ADV", "NUM") and (
        tree.child(i, "nsubj", "mark", "csubj", "expl") is not None
        or any(cues.has("question_word", tree.tokens[j].lemma) for j in tree.children[i])
    )


def _verb_group(tree: Tree, i: int) -> Range:
    """The verb with its auxiliaries and negation that stand right before it."""
    first = i
    beside = set(tree.children[i])
    while first - 1 in beside and tree.tokens[first - 1].deprel.split(":")[0] in ("aux", "advmod", "cop"):
        first -= 1
    return first, i + 1


def _refusal(tree: Tree, cues: Cues, i: int) -> Utterance | None:
    """Declined to confirm, did not say when, has yet to comment: the cue runs to the act that is refused."""
    token = tree.tokens[i]
    inner = i
    if cues.has("refusal_verb", token.lemma) or (token.lemma in ("have", "be") and _has_yet(tree, i)):
        act = tree.child(i, "xcomp", "advcl")
        if act is None:
            return None
        inner = act
    elif not (tree.negated(i) and token.upos == "VERB") and not _gives_none(tree, i):
        return None
    if not cues.has("refused_act", tree.tokens[inner].lemma):
        return None
    subject = _subject(tree, i)
    if subject is None or (inner == i and tree.child(i, "aux:pass") is not None):
        return None  # who was not named refuses nothing
    content = [_to_punctuation(tree, c) for c in complement(tree, inner) if c[0] > inner]
    if not content:
        about = tree.child(inner, "obl", "advcl", "advmod")
        content = [tree.extent(about)] if about is not None and about > inner else [_behind(tree, inner)]
    cue = (min(_verb_group(tree, i)[0], i), inner + 1)
    return Utterance([tree.noun_phrase(subject)], [cue], content, inner, 0.7, "rule:refusal", subject=subject)


def _behind(tree: Tree, act: int) -> Range:
    """What is refused where the tree has nothing: the words behind the act, the act itself where none follow."""
    rest = _to_punctuation(tree, (act + 1, act + 1)) if act + 1 < tree.sentence(act)[1] else (act, act)
    return rest if rest[1] - rest[0] > 1 else (act, act + 1)


def _to_punctuation(tree: Tree, span: Range) -> Range:
    """What is refused goes on to the next comma or stop."""
    last, end = span[1], tree.sentence(span[0])[1]
    while last < end and tree.tokens[last].text not in {",", ".", ";", "—", "”", '"'}:
        last += 1
    return span[0], last


def further_complements(tree: Tree, known: list[Utterance]) -> list[Utterance]:
    """She said that A, while B: a second clause of the same cue is a statement of its own."""
    found = []
    taken = {k for o in known for p in (*o.content, *o.cue, *o.source) for k in range(*p)}
    for u in known:
        said = [j for j in tree.children[u.head] if tree.tokens[j].deprel == "ccomp"]
        for j in (*tree.children[u.head], *(k for c in said for k in tree.children[c])):
            if tree.tokens[j].deprel not in ("ccomp", "conj", "advcl") or j < u.head or tree.child(j, "nsubj") is None:
                continue
            extent = tree.extent(j)
            marks = {tree.tokens[k].text.lower() for k in tree.children[j]}
            if tree.tokens[j].deprel == "conj" and "that" not in marks:
                continue
            if tree.tokens[j].deprel == "advcl" and "while" not in marks:
                continue
            if taken.isdisjoint(range(*extent)):
                further = replace(u, content=[extent], score=0.6, method="rule:further")
                further.source, further.cue, further.relays = list(u.source), list(u.cue), list(u.relays)
                found.append(further)
    return found


def _is_refused(tree: Tree, cues: Cues, i: int) -> bool:
    """The act that a refusal speaks of is part of that refusal."""
    head = tree.tokens[i].head
    return head != i and tree.tokens[i].deprel == "xcomp" and cues.has("refusal_verb", tree.tokens[head].lemma)


def _gives_none(tree: Tree, i: int) -> bool:
    """Gave no figure, offered no details: the object has "no" before it."""
    thing = tree.child(i, "obj")
    return thing is not None and any(tree.tokens[j].text.lower() == "no" for j in tree.children[thing])


def _has_yet(tree: Tree, i: int) -> bool:
    return tree.word(i + 1) == "yet"


def _clause_of_noun(tree: Tree, cues: Cues, noun: int) -> Range | None:
    """The clause that a noun like "reports" introduces: that …, suggesting that …, about X doing …."""
    for j in tree.children[noun]:
        token = tree.tokens[j]
        if j < noun:
            continue
        if token.deprel in ("acl", "ccomp", "acl:relcl", "dep"):
            mark = tree.child(j, "mark")
            if mark is not None and tree.tokens[mark].text.lower() == "that":
                return tree.extent(j)
            deeper = tree.child(j, "ccomp")
            if deeper is not None and tree.child(j, "nsubj") is None:  # a letter in which they say that …: their words
                return tree.extent(deeper)
        if token.deprel in ("nmod", "acl", "obl") and token.upos in ("VERB", "AUX"):
            mark = tree.child(j, "mark", "case")
            subject = tree.child(j, "nsubj")
            if mark is None and subject is not None:  # about X doing …: the preposition may hang on X
                mark = tree.child(subject, "case")
            if mark is not None and cues.has("of_or_about", tree.tokens[mark].text):
                return tree.extent(j)
    return None


def _noun(tree: Tree, cues: Cues, i: int) -> Utterance | None:
    """A noun that reports ("reports that …", "the ministry's claim that …"), with whoever it belongs to."""
    if cues.noun(tree, i) is None or tree.tokens[i].deprel == "compound":
        return None
    clause = _clause_of_noun(tree, cues, i)
    if clause is None or clause[1] - clause[0] < 3:
        return None
    owner = tree.child(i, "nmod:poss")
    if owner is None:
        for j in tree.children[i]:
            if tree.tokens[j].deprel == "nmod" and cues.has("from_or_by", tree.preposition(j)):
                owner = j
    caller = _who_calls_it(tree, cues, i) if owner is None else None
    if caller is not None:
        return Utterance([caller], [(i, i + 1)], [clause], i, 0.5, "rule:noun", subject=tree.head_of(caller))
    if owner is None:
        if not (cues.has("outlet_noun", tree.tokens[i].lemma) or cues.has("document_noun", tree.tokens[i].lemma)):
            return None
        return Utterance([(i, i + 1)], [(i, i + 1)], [clause], i, 0.5, "rule:noun", subject=i)
    return Utterance([tree.noun_phrase(owner)], [(i, i + 1)], [clause], i, 0.5, "rule:noun", subject=owner)


def _who_calls_it(tree: Tree, cues: Cues, noun: int) -> Range | None:
    """The paper, which offered what it called evidence that …: whoever calls it so."""
    verb = tree.tokens[noun].head
    what = tree.tokens[verb].head
    if not cues.has("calling_verb", tree.tokens[verb].lemma) or tree.word(what) != "what":
        return None
    subject = tree.subject(verb)
    if subject is None or tree.tokens[subject].upos != "PRON":
        return tree.noun_phrase(subject, conjuncts=False) if subject is not None else None
    which = next((i for i in range(what - 1, tree.sentence(what)[0] + 1, -1) if tree.word(i) in ("which", "who")), None)
    if which is None or tree.tokens[which - 1].text != ",":
        return tree.noun_phrase(subject)
    named = which - 2
    while tree.tokens[named].deprel.split(":")[0] in ("flat", "compound") and tree.tokens[named].head < named:
        named = tree.tokens[named].head
    return tree.noun_phrase(named, conjuncts=False)


def _according(tree: Tree, i: int) -> Utterance | None:
    """According to X: the rest of its clause is what X says."""
    if i + 2 >= len(tree.tokens) or tree.tokens[i + 1].text.lower() != "to":
        return None
    source = tree.tokens[i].head if tree.tokens[i].deprel in ("case", "mark") else None
    if source is None or source < i:
        source = next(
            (j for j in range(i + 2, min(i + 12, len(tree.tokens))) if tree.tokens[j].upos in _SPEAKERS), None
        )
    if source is None:
        return None
    phrase = tree.noun_phrase(source)
    first, last = tree.sentence(i)
    content = (first, i) if i - first > last - phrase[1] else (phrase[1], last)
    while content[0] < content[1] and tree.tokens[content[0]].text in {",", "—", "-"}:
        content = (content[0] + 1, content[1])
    while content[1] > content[0] and tree.tokens[content[1] - 1].text in {",", "—", "-", "."}:
        content = (content[0], content[1] - 1)
    if content[1] - content[0] < 3:
        return None
    return Utterance([phrase], [(i, i + 2)], [content], i, 0.6, "rule:according", subject=source)
