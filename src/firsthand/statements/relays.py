"""Who passes a statement on: outlets told, outlets that cite, the speaker of an outer statement."""

from collections.abc import Iterator

from firsthand.language.gazetteer import NameMention, names_between
from firsthand.language.trees import Tree
from firsthand.statements.beside import around_heads, by_sentence
from firsthand.statements.cues import Cues
from firsthand.statements.outlets import Outlets
from firsthand.statements.utterance import Range, Utterance, meet, narrowest, overlap, without


def add_relays(tree: Tree, cues: Cues, found: list[Utterance], names: list[NameMention]) -> list[Utterance]:
    """Set source, relays and outer of the utterances; those that only cite are folded into what they cite for."""
    outlets = [n for n in names if n.kind == "outlet"]
    citing = [
        i
        for i, t in enumerate(tree.tokens)
        if t.upos == "VERB" and (cues.has("citing_verb", t.lemma) or _whom_it_cites(tree, cues, i))
    ]
    beside = by_sentence(tree, found)
    for u in found:
        _cue_beside_citing(tree, cues, u, beside[tree.tokens[u.head].sentence])
    verbs = frozenset(citing)
    kept = [u for u in found if not _only_cites(tree, cues, u, verbs)]
    beside = by_sentence(tree, kept)
    for u in kept:
        _learned_from(tree, cues, u, beside[tree.tokens[u.head].sentence])
        _quoted_as_saying(tree, cues, u, beside[tree.tokens[u.head].sentence])
        _told(tree, cues, u, outlets)
    for i in citing:
        _cited_in(tree, cues, i, beside[tree.tokens[i].sentence], outlets)
    once = {tuple(u.cue): u for u in reversed(kept) if u.cue and u.content}
    kept = [u for u in kept if u.content and once.get(tuple(u.cue), u) is u]
    _nest(tree, kept)
    return kept


def _cue_beside_citing(tree: Tree, cues: Cues, u: Utterance, found: list[Utterance]) -> None:
    """X reported, citing Y, that …: where "citing" is taken for the cue, the verb that it hangs on is."""
    if not cues.has("citing_participle", tree.tokens[u.head].text) or not u.source:
        return
    verb = tree.tokens[u.head].head
    if verb >= u.head or cues.verb(tree, verb) is None or any(o.head == verb for o in found):
        return
    phrase = tree.phrase_from(u.head + 1)
    rest = [p for c in u.content for p in without(c, phrase) if p[1] - p[0] > 3]
    if rest:
        u.cue, u.head, u.content = [(verb, verb + 1)], verb, [_bare(tree, p) for p in rest]


def _only_cites(tree: Tree, cues: Cues, u: Utterance, citing: frozenset[int]) -> bool:
    """Cue "citing" with no clause of its own, or "quoted" where the saying follows."""
    if u.head not in citing:
        return False
    follows = {tree.tokens[i].text.lower() for i in range(u.head + 1, min(u.head + 14, len(tree.tokens)))}
    if "as" in follows and "saying" in follows:
        return False
    return _whom_it_cites(tree, cues, u.head) > 0


def _whom_it_cites(tree: Tree, cues: Cues, i: int) -> int:
    """Where the phrase begins in: citing | officials, referring to | officials; 0 where the word cites nobody."""
    if cues.has("citing_participle", tree.tokens[i].text):
        return i + 1
    refers = cues.has("referring_verb", tree.tokens[i].lemma) and tree.word(i).endswith("ing")
    if not refers or tree.word(i + 1) != "to" or i + 2 >= tree.sentence(i)[1]:
        return 0
    first = i + 2 + (tree.tokens[i + 2].text in {'"', "“", "'", "‘"})
    head = tree.head_of(tree.phrase_from(first))
    return first if head in tree.unnamed_groups or _is_person(tree, cues, head) else 0


def _quoted_as_saying(tree: Tree, cues: Cues, u: Utterance, others: list[Utterance]) -> None:
    """X quoted Y as saying: Y speaks, X relays. Y was quoted (by X) as saying: likewise."""
    words = tree.tokens
    verb = u.head
    if not cues.has("citing_verb", words[verb].lemma):
        before = [
            i
            for i in range(max(0, verb - 12), verb)
            if cues.has("citing_verb", words[i].lemma) and words[i].upos == "VERB"
        ]
        if not before or not _says_it(tree, cues, verb) or "as" not in (tree.word(verb - 1), tree.word(verb - 2)):
            return
        verb = before[-1]
    saying = next((i for i in range(verb + 1, min(verb + 20, len(words))) if _says_it(tree, cues, i)), None)
    if saying is None or words[saying].sentence != words[verb].sentence:
        return
    if _quoted_first(tree, u, verb, saying) or _whom_it_quotes(tree, u, verb, saying):
        return
    quoted = tree.child(verb, "obj")
    if quoted is None and words[verb + 1].upos in ("NUM", "DET", "NOUN", "PROPN", "ADJ"):
        quoted = tree.head_of(tree.phrase_from(verb + 1))
    relay = tree.subject(verb)
    passive = tree.child(verb, "aux:pass", "nsubj:pass") is not None or words[verb].deprel.startswith("acl")
    bare = tree.name_before(verb) if words[verb + 1].text.lower() == "as" and words[verb - 1].upos != "AUX" else None
    passive = passive or bare is not None
    if quoted is None or passive or quoted > saying:
        quoted = bare if bare is not None else tree.subject(verb)
        agent = tree.child(verb, "obl:agent")
        relay = agent if agent is not None else _speaker_before(tree, u, others)
    if quoted is None:
        quoted = u.subject
    if quoted is None or saying + 1 >= tree.sentence(saying)[1]:
        return
    if not u.source or passive or overlap(u.source[0], tree.noun_phrase(quoted)) == 0:
        u.source = [tree.noun_phrase(quoted)]
    u.subject = quoted
    u.cue = [(verb, verb + 1), (saying, saying + 1)]
    if relay is not None and relay != quoted:
        u.relays.append(tree.noun_phrase(relay))
    behind = _bare(tree, (saying + 1, tree.sentence(saying)[1]))
    if tree.word(behind[0]) == "by" and u.content and u.content[0][1] <= behind[0]:
        u.relays.append(tree.phrase_from(behind[0] + 1))
    elif any(words[i].upos != "PUNCT" for i in range(*behind)):  # else what was said stands before
        u.content = [behind]


def _says_it(tree: Tree, cues: Cues, i: int) -> bool:
    """As saying, as having said, as putting it at six."""
    had = tree.word(i - 2) == "as" and tree.word(i - 1) == "having" and cues.verb(tree, i) is not None
    telling = cues.verb(tree, i) is not None or cues.has("telling_verb", tree.tokens[i].lemma)
    doing = telling and tree.word(i - 1) == "as" and tree.word(i).endswith("ing")
    return had or doing or cues.has("saying_participle", tree.tokens[i].text)


def _quoted_first(tree: Tree, u: Utterance, verb: int, saying: int) -> bool:
    """Quoted by the radio as saying that …, the general left: he said so, through the radio."""
    main = tree.tokens[verb].head
    quoted = tree.subject(main) if tree.tokens[verb].deprel == "advcl" and main > saying else None
    if verb > tree.sentence(verb)[0] or quoted is None or tree.tokens[quoted].upos == "PRON":
        return False
    who = tree.noun_phrase(quoted)
    that = next((i for i in range(saying + 1, who[0]) if tree.word(i) == "that"), saying)
    u.source, u.subject, u.cue = [who], quoted, [(verb, verb + 1), (saying, saying + 1)]
    u.relays += [tree.phrase_from(i + 1) for i in range(verb + 1, that) if tree.word(i) == "by"]
    u.content = [_bare(tree, (that + 1, who[0] - (tree.tokens[who[0] - 1].text == ",")))]
    return True


def _whom_it_quotes(tree: Tree, u: Utterance, verb: int, saying: int) -> bool:
    """The envoy, whom the paper quotes as having said …: he said so, through the paper."""
    paper = tree.subject(verb)
    first = tree.noun_phrase(paper)[0] if paper is not None else 0
    if paper is None or paper > verb or tree.word(first - 1) not in ("whom", "who") or not u.source:
        return False
    quoted = tree.tokens[verb].head
    if quoted >= first or tree.tokens[quoted].upos not in ("NOUN", "PROPN"):
        return False
    u.source, u.subject = [tree.noun_phrase(quoted)], quoted
    u.relays.append(tree.noun_phrase(paper))
    u.cue = [(verb, verb + 1), (saying, saying + 1)]
    return True


def _learned_from(tree: Tree, cues: Cues, u: Utterance, others: list[Utterance]) -> None:
    """X learned from Y: Y speaks, X relays, unless Z tells of it, or X is a court that heard Y."""
    if not cues.has("learn_verb", tree.tokens[u.head].lemma) or not u.source:
        return
    told_of = any(o is not u and o.source and o.covers(u.head) for o in others)
    for j in range(u.head + 1, min(u.head + 4, tree.sentence(u.head)[1] - 1)):
        if tree.tokens[j].text.lower() == "from":
            phrase = tree.phrase_from(j + 1)
            learner = tree.subject(u.head)
            heard = learner is not None and (
                cues.has("hearing_body", tree.tokens[learner].lemma) or cues.has("audience_noun", tree.word(learner))
            )
            if told_of or heard:
                pass
            elif learner is not None and overlap(u.source[0], phrase):
                first, last = tree.noun_phrase(learner)
                while tree.tokens[last].upos == "PROPN":
                    last += 1  # the Ankara paper | Yeni Ufuk
                u.relays.append((first, last))
            elif not overlap(u.source[0], phrase):
                u.relays.append(u.source[0])
            u.source, u.subject = [phrase], tree.head_of(phrase)
            u.content = [p for c in u.content for p in without(c, phrase) if p[1] - p[0] > 1]
            return


def _speaker_before(tree: Tree, u: Utterance, others: list[Utterance]) -> int | None:
    """The speaker of an earlier cue in the same sentence: the outlet in whose report somebody is quoted."""
    sentence = tree.tokens[u.head].sentence
    earlier = [
        o for o in others if o is not u and o.head < u.head and tree.tokens[o.head].sentence == sentence and o.source
    ]
    return tree.head_of(earlier[-1].source[0]) if earlier else None


def _told(tree: Tree, cues: Cues, u: Utterance, outlets: list[NameMention]) -> None:
    """Told an outlet, said in an interview with one, wrote in a journal: the outlet relays."""
    inside: list[Range] = [*u.content, *u.source]
    _, end = tree.sentence(u.head)
    after = min((a for a, _ in u.content if a > u.head), default=end)
    between = (tree.tokens[u.head].start, tree.tokens[min(after, end) - 1].end)
    addressed = [
        n
        for n in names_between(outlets, between[0] + 1, between[1])
        if not _in_any(tree, n, inside) and _addressed(tree, cues, u, n)
    ]
    if addressed:
        u.relays += [_range_of(tree, n) for n in addressed]
        return
    unlisted = _unlisted_outlet(tree, cues, u.head, min(after, end))
    if unlisted is not None and not any(overlap(unlisted, s) for s in inside):
        u.relays.append(unlisted)
        return
    if cues.has("told_verb", tree.tokens[u.head].lemma) and u.head + 1 < min(after, end):
        phrase = tree.phrase_from(u.head + 1)
        named = any(cues.has("outlet_noun", tree.tokens[j].text) for j in range(*phrase))
        if named and cues.any_in("occasion_noun", tree.slice(phrase)) is None:
            u.relays.append(phrase)
            return
    for j in range(u.head + 1, min(after, end)):
        proper = j + 1 < len(tree.tokens) and tree.tokens[j + 1].upos == "PROPN"
        proper = proper and not any(a <= j < b for a, b in inside)
        if proper and cues.has("publication_noun", tree.tokens[j].lemma):
            u.relays.append(tree.phrase_from(j + 1))
            return
    for j in tree.children[u.head]:
        token = tree.tokens[j]
        if token.deprel.split(":")[0] not in ("obj", "iobj", "obl", "nmod") or any(a <= j < b for a, b in inside):
            continue
        phrase = tree.noun_phrase(j)
        below = tree.extent(j)
        for start, end in (phrase, below):
            first, last = tree.tokens[start].start, tree.tokens[end - 1].end
            here = names_between(outlets, first, last)
            if here:
                u.relays += [_range_of(tree, n) for n in here if not _in_any(tree, n, inside)]
                break


def _unlisted_outlet(tree: Tree, cues: Cues, head: int, end: int) -> Range | None:
    """Told The Volta Ledger: a capitalised name right behind the telling that has a word of an outlet's name."""
    first = head + 1
    if not cues.has("told_verb", tree.tokens[head].lemma) or first >= end:
        return None
    last = first
    while last < end and (_named(tree, last) or (last == first and tree.tokens[last].upos == "DET")):
        last += 1
    names = [tree.tokens[i].text for i in range(first, last)]
    own = any(cues.has("outlet_word", word) and word[0].isupper() for word in names)
    return (first, last) if own else None


def _named(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos == "PROPN" or tree.tokens[i].text[0].isupper()


def _addressed(tree: Tree, cues: Cues, u: Utterance, outlet: NameMention) -> bool:
    """The outlet is told, or stands behind to, with, in, on, by or for; not behind a comma and a verb of its own."""
    first = _range_of(tree, outlet)[0]
    words = [tree.tokens[i] for i in range(u.head + 1, first)]
    if cues.has("told_verb", tree.tokens[u.head].lemma):
        return True
    if any(t.upos == "VERB" for t in words):
        return False
    return any(cues.has("addressing_preposition", t.text) for t in words)


def _range_of(tree: Tree, name: NameMention) -> Range:
    return tree.within(name.start, name.end) or (0, 1)


def _in_any(tree: Tree, name: NameMention, ranges: list[Range]) -> bool:
    return any(tree.tokens[a].start <= name.start and name.end <= tree.tokens[b - 1].end for a, b in ranges)


def _is_outlet(tree: Tree, cues: Cues, u: Utterance, outlets: list[NameMention]) -> bool:
    """Whether the source is an outlet, a report or the media; a person who cites speaks for himself."""
    first, last = u.source[0]
    words = [tree.tokens[i] for i in range(first, last)]
    here = (words[0].start, words[-1].end)
    people = any(e.label == "PER" for e in tree.entities_from(first, last))
    named = bool(names_between(outlets, *here))
    noun = any(cues.has("outlet_noun", t.text) for t in words)
    unlisted = len(words) > 1 and words[-1].text[0].isupper() and cues.has("outlet_word", words[-1].text)
    return named or unlisted or (noun and not people) or (len(words) == 1 and words[0].text.lower() == "it")


def _cited_in(tree: Tree, cues: Cues, verb: int, found: list[Utterance], names: list[NameMention]) -> None:
    """Citing Y, an outlet reported: Y speaks, the outlet relays; the citing words leave the content."""
    first = _whom_it_cites(tree, cues, verb)
    if not first or first >= len(tree.tokens):
        return
    quoted = tree.quotation_at(first)
    phrase = tree.phrase_from(first)
    if quoted is not None and first - quoted[0] in (0, 1) and quoted[1] - quoted[0] > 2:
        phrase = (quoted[0] + 1, quoted[1] - 1)
    if tree.word(phrase[1]) in ("with", "for"):
        return  # crediting officials with the success
    cited = tree.child(verb, "obj")
    if cited is None or not phrase[0] <= cited < phrase[1]:
        cited = None
    here = [u for u in found if tree.tokens[u.head].sentence == tree.tokens[verb].sentence and u.head != verb]
    governor = tree.tokens[verb].head
    outermost = [u for u in here if u.source and not any(o is not u and o.covers(u.head) for o in here)]
    chosen = [u for u in here if u.head == governor and u.source] or outermost
    if not chosen:
        return
    u = chosen[0]
    u.content = [p for c in u.content for p in without(c, (verb, max(phrase[1], verb + 1)))]
    u.content = [_bare(tree, c) for c in u.content if c[1] - c[0] > 1]
    if _is_outlet(tree, cues, u, names):
        u.relays.insert(0, u.source[0])
        u.source, u.subject = [phrase, *u.source], cited


def with_sources_cited(tree: Tree, cues: Cues, found: list[Utterance], outlets: Outlets) -> list[Utterance]:
    """The paper wrote that …. It cited two officers: what it wrote is the officers', through the paper.

    ``found`` without the utterances that only cite.
    """
    roots = [i for i, t in enumerate(tree.tokens) if t.deprel == "root"]
    named = {i: phrase for i in roots if (phrase := _cited(tree, cues, i)) is not None}
    kept = [u for u in found if u.head not in named or not _share_all(u.content, named[u.head])]
    said_in: dict[int, list[Utterance]] = {}
    for u in kept if named else ():
        if u.source:
            said_in.setdefault(tree.tokens[u.content[0][0]].sentence, []).append(u)
    for i, phrase in named.items():
        for u in said_in.get(tree.tokens[i].sentence - 1, ()):
            if u.head == i or outlets.is_outlet(u.source[0]):
                hand_over(tree, u, phrase)
    return kept


def hand_over(tree: Tree, u: Utterance, voice: Range) -> bool:
    """Make ``voice`` the source, and who was it a relay; whether it was another."""
    if overlap(u.source[0], voice):
        return False
    u.relays = u.relays or [u.source[0]]
    u.source, u.subject = [voice], tree.head_of(voice)
    return True


def _cited(tree: Tree, cues: Cues, verb: int) -> Range | None:
    """Whom an active verb cites, or attributes something to, where it has no clause of its own; whom a tip came from,
    who was the source."""
    lemma = tree.tokens[verb].lemma
    subject = tree.subject(verb)
    if subject is not None and cues.has("source_noun", tree.tokens[subject].lemma):
        comes = cues.has("coming_verb", lemma)
        giver = next((j for j in tree.children[verb] if j > verb and tree.preposition(j) == "from"), None)
        giver = giver if comes else verb if tree.child(verb, "cop") is not None else None
        return tree.noun_phrase(giver) if giver is not None and tree.is_person(giver) else None
    cited = None
    if cues.has("citing_verb", lemma):
        cited = tree.child(verb, "obj")
    elif cues.has("crediting_verb", lemma) and tree.child(verb, "obj") is not None:
        cited = next((j for j in tree.children[verb] if tree.preposition(j) == "to"), None)
    bare = tree.child(verb, "ccomp", "xcomp", "aux:pass", "advcl") is None
    if cited is None or cited < verb or not bare or subject is None:
        return None
    return tree.noun_phrase(cited)


def _share_all(content: list[Range], phrase: Range) -> bool:
    return all(phrase[0] <= a and b <= phrase[1] for a, b in content)


def with_bases(tree: Tree, cues: Cues, found: list[Utterance], outlets: Outlets) -> None:
    """The paper said in an article based on talks with pilots …: it is the pilots', through the paper."""
    here = by_sentence(tree, found)
    for i, token in enumerate(tree.tokens):
        if not cues.has("based_on", f"{token.text} {tree.word(i + 1)}"):
            continue
        end = tree.sentence(i)[1]
        of = next((j for j in range(i + 2, min(i + 7, end)) if tree.word(j) in ("with", "of", "from", "by")), None)
        if of is None or not cues.has("occasion_word", tree.word(of - 1)) or of + 1 >= end:
            continue
        phrase = tree.phrase_from(of + 1)
        head = tree.head_of(phrase)
        if head not in tree.unnamed_groups and not _is_person(tree, cues, head):
            continue
        for u in here[token.sentence]:
            said = [c for c in u.content if c[1] <= i or c[0] >= phrase[1]]
            if not (u.source and said):
                continue
            if outlets.is_outlet(u.source[0]) and hand_over(tree, u, phrase):
                u.content = said


def _is_person(tree: Tree, cues: Cues, i: int) -> bool:
    noun = tree.tokens[i].lemma
    role = any(cues.has(group, noun) for group in ("official_role", "expert_role", "voice_noun"))
    return tree.is_person(i) or role or cues.has("person_pronoun", noun)


def through_persons(tree: Tree, cues: Cues, found: list[Utterance]) -> None:
    """Through his daughter he let it be known, through its secretariat the bloc did: they relay; a body that answers
    through an official: he speaks; an interpreter only says it in another tongue."""
    for u in found:
        if not u.source:
            continue
        beside = (j for j in tree.children[tree.head_of(u.source[0])] if tree.tokens[j].deprel == "nmod")
        for j in (*(j for j in tree.children[u.head] if tree.tokens[j].deprel == "obl"), *beside):
            if tree.preposition(j) not in ("through", "via"):
                continue
            organ = cues.has("own_organ", tree.tokens[j].lemma) and tree.child(j, "nmod:poss") is not None
            if u.covers(j) or cues.has("tongue_of_another", tree.tokens[j].lemma):
                continue
            if not (organ or _is_person(tree, cues, j)):
                continue
            phrase, head = tree.noun_phrase(j), tree.head_of(u.source[0])
            if organ or _is_person(tree, cues, head):
                u.relays = [phrase, *(r for r in u.relays if not overlap(r, phrase))]
            else:
                u.source, u.subject = [phrase], j


def through_bearers(tree: Tree, cues: Cues, found: list[Utterance]) -> None:
    """The embassy passed on word from the maker that …; he read out a letter in which a driver admits it."""
    for u in found:
        bearer = next((b for noun in _carriers(tree, u) if (b := _bearer(tree, cues, noun)) is not None), None)
        if bearer is None or not u.source:
            continue
        known = [*u.source, *u.relays, *u.content, *u.cue]
        known += [*u.outer.source, *u.outer.relays] if u.outer is not None else []
        if not meet([bearer], known):
            u.relays.insert(0, bearer)


def through_who_conveys(tree: Tree, cues: Cues, found: list[Utterance]) -> None:
    """Mediators conveyed the rebels' demand for | the return of guns: the rebels demand it, through the mediators."""
    for u in found:
        noun = _conveyed(tree, cues, u.head)
        owner = _owner_of_words(tree, noun) if noun is not None else None
        if noun is None or owner is None or not u.source or not u.covers(noun):
            continue
        voice = tree.noun_phrase(owner, conjuncts=False)
        link, end = max(noun + 1, voice[1]), max(b for a, b in u.content if a <= noun < b)
        if link + 1 < end and cues.has("content_link", tree.word(link)):
            u.relays.insert(0, u.source[0])
            u.source, u.subject, u.cue, u.head = [voice], owner, [(noun, noun + 1)], noun
            u.content = [(link + 1, end), *(c for c in u.content if c[0] >= end)]


def _conveyed(tree: Tree, cues: Cues, verb: int) -> int | None:
    """The noun of saying that somebody passed on: a demand, the complaints."""
    if not cues.has("passing_verb", tree.tokens[verb].lemma):
        return None
    things = (j for j in tree.children[verb] if j > verb and tree.tokens[j].deprel in ("obj", "obl"))
    noun = next((j for j in things if tree.tokens[j].upos == "NOUN" and not tree.preposition(j)), None)
    return noun if noun is not None and cues.noun(tree, noun) is not None else None


def _owner_of_words(tree: Tree, noun: int) -> int | None:
    """Whose words a noun stands for, where it is a person, several, or somebody with a name."""
    owner = tree.child(noun, "nmod:poss")
    if owner is None:
        owner = next((j for j in tree.children[noun] if tree.preposition(j) in ("of", "from", "by")), None)
    if owner is None:
        return None
    several = owner in tree.unnamed_groups or tree.tokens[owner].text.lower() != tree.tokens[owner].lemma.lower()
    return owner if several or tree.tokens[owner].upos == "PROPN" or tree.is_person(owner) else None


def _carriers(tree: Tree, u: Utterance) -> Iterator[int]:
    """The nouns for what holds the words: word from | the maker, a letter in which | he admits."""
    yield from (i for a, b in u.cue for i in range(a, b) if tree.tokens[i].upos == "NOUN")
    if tree.tokens[u.head].deprel.startswith("acl"):
        yield tree.tokens[u.head].head
    top = tree.head_of(u.source[0]) if u.source else u.head
    if tree.tokens[top].deprel.startswith("nmod"):
        yield tree.tokens[top].head


def _bearer(tree: Tree, cues: Cues, noun: int) -> Range | None:
    """Who passes on, reads out or shows what a noun stands for."""
    said = cues.noun(tree, noun) is not None or any(
        cues.has(group, tree.word(noun)) for group in ("utterance_noun", "document_noun", "view_noun", "news_noun")
    )
    verb = tree.tokens[noun].head
    thing = tree.tokens[noun].deprel == "obj" or (tree.tokens[noun].deprel == "obl" and tree.preposition(noun) == "on")
    if not (said and thing and cues.has("passing_verb", tree.tokens[verb].lemma)):
        return None
    subject = tree.subject(verb)
    if subject is None or tree.tokens[subject].upos not in ("NOUN", "PROPN"):
        return None
    return tree.noun_phrase(subject, conjuncts=False)


def _bare(tree: Tree, span: Range) -> Range:
    first, last = span
    while last - 1 > first and tree.tokens[last - 1].text in {",", "."}:
        last -= 1
    while first < last - 1 and tree.tokens[first].text in {",", "."}:
        first += 1
    return first, last


def _nest(tree: Tree, found: list[Utterance]) -> None:
    """An utterance inside the content of another is relayed by the other's speaker."""
    covering = around_heads(found)
    for u in found:
        around = [o for o in covering[u.head] if o is not u and not u.covers(o.head) and not refuses_what_stands(o, u)]
        around = [o for o in around if not _closed_before(tree, o, u) and not meet(u.source, o.relays)]
        if around:
            u.outer = narrowest(around)


def _closed_before(tree: Tree, u: Utterance, other: Utterance) -> bool:
    """It was false, she said; | the consulate called it …: who speaks behind his words has ended with the semicolon."""
    end = next((i for i in range(u.head, other.head) if tree.tokens[i].text == ";"), None)
    behind = [c for c in u.content if c[0] > u.head]
    return end is not None and len(behind) < len(u.content) and all(c[0] > end for c in behind)


def refuses_what_stands(u: Utterance, said: Utterance) -> bool:
    """The army has not said which, and its spokesman would not elaborate: he does not pass on what stands before."""
    return u.method == "rule:refusal" and said.head < u.cue[0][0]
