"""What a source does to what it speaks of: asserts, confirms, denies, withholds, expects, supposes, comments."""

from firsthand.language.gazetteer import NameMention, find_names
from firsthand.language.trees import Tree
from firsthand.model import Finding, Span
from firsthand.statements.cues import Cues
from firsthand.statements.describe import Speaker
from firsthand.statements.utterance import Utterance

Judged = tuple[str, Finding]


def judge_stance(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged:
    """The stance and the reason for it; rules in order, the first that fits decides."""
    for rule in (
        _withheld, _not_denied, _denied_by_cue, _confirmed_by_cue, _supposed, _denied_by_predicate, _denied_by_own_side,
        _commented_by_cue, _judged, _expert_effect, _expected, _admitted,
    ):  # fmt: skip
        found = rule(tree, cues, u, speaker)
        if found is not None:
            return found
    stance = cues.verb(tree, u.head) or "asserts"
    if stance in ("withholds", "denies", "confirms"):
        stance = "asserts"
    return _because(tree, u, stance, "stance.cue", "The cue reports it as said.", u.cue)


def _because(tree: Tree, u: Utterance, stance: str, feature: str, why: str, where: list[tuple[int, int]]) -> Judged:
    tokens = tree.tokens
    spans = tuple(Span(tree.reading.report, tokens[a].start, tokens[b - 1].end) for a, b in (where or u.content))
    return stance, Finding(feature, stance, why, spans)


def _content(tree: Tree, u: Utterance) -> str:
    return " ".join(tree.slice(part) for part in u.content)


def _cue_text(tree: Tree, u: Utterance) -> str:
    words = [tree.slice(part) for part in u.cue]
    helpers = [
        tree.tokens[j].text for j in tree.children[u.head]
        if tree.tokens[j].deprel.split(":")[0] in ("aux", "advmod") and not u.covers(j)
    ]  # fmt: skip
    return " ".join(helpers + words)


def _refused(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """The act of confirming or saying is itself negated or declined."""
    head = tree.tokens[u.head]
    words = [tree.tokens[i] for a, b in u.cue for i in range(a, b)]
    negated = tree.negated(u.head) or any(t.lemma in ("not", "never") for t in words)
    governor = tree.tokens[head.head]
    declined = any(cues.has("refusal_verb", t.lemma) for t in words) or cues.has("refusal_verb", governor.lemma)
    yet = any(t.text.lower() == "yet" for t in words) or (governor.lemma == "have" and _yet_after(tree, head.head))
    lemmas = {t.lemma for t in words} | {head.lemma}
    act = any(cues.has("refused_act", lemma) for lemma in lemmas)
    return act and (negated or declined or yet)


def _yet_after(tree: Tree, i: int) -> bool:
    return any(tree.tokens[k].text.lower() == "yet" for k in range(i, min(i + 3, len(tree.tokens))))


def _withheld(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The source declines, or says that it has not seen or cannot tell."""
    if _refused(tree, cues, u):
        head = tree.tokens[u.head].lemma
        if head == "deny":
            return None
        return _because(
            tree, u, "withholds", "stance.refusal", "The source does not say or does not confirm it.", u.cue
        )
    text = _content(tree, u)[:160]
    phrase = cues.any_in("unseen", text)
    if phrase and not cues.any_in("false_predicate", text):
        return _because(
            tree, u, "withholds", "stance.unseen", f"The words “{phrase}” say that it is not known.", u.content
        )
    return None


def _not_denied(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """Did not deny is no denial and no confirmation."""
    if cues.verb(tree, u.head) == "denies" and _negated_cue(tree, u):
        return _because(
            tree, u, "withholds", "stance.not-denied", "Not denying is neither denial nor confirmation.", u.cue
        )
    return None


def _negated_cue(tree: Tree, u: Utterance) -> bool:
    return tree.negated(u.head) or any(tree.tokens[i].lemma in ("not", "never") for a, b in u.cue for i in range(a, b))


def _denied_by_cue(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The cue is a verb or noun of denial."""
    heads = {u.head, *(i for a, b in u.cue for i in range(a, b))}
    if any(cues.verb(tree, i) == "denies" or cues.noun(tree, i) == "denies" for i in heads):
        return _because(tree, u, "denies", "stance.denial", "The cue denies it.", u.cue)
    return None


def _confirmed_by_cue(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The cue confirms, acknowledges or admits."""
    if speaker is not None and speaker.kind == "expert" and _modal(tree, cues, u) is not None:
        return None
    heads = {u.head, *(i for a, b in u.cue for i in range(a, b))}
    if any(cues.verb(tree, i) == "confirms" or cues.noun(tree, i) == "confirms" for i in heads):
        return _because(tree, u, "confirms", "stance.confirmation", "The cue confirms or admits it.", u.cue)
    return None


def _supposed(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """If it happened, any such act would …"""
    start = max(tree.sentence(u.head)[0], min(a for a, _ in u.content) - 6)
    before = tree.text[tree.tokens[start].start : tree.tokens[min(a for a, _ in u.content)].start]
    text = before + " " + _content(tree, u)[:220]
    phrase = cues.any_in("supposition", text)
    would = cues.any_in("modal_future", text) or cues.any_in("modal_possible", text)
    if phrase and would and (phrase.startswith(("if ", "any ", "should ", "were to", "purported")) or "would" in text):
        return _because(tree, u, "supposes", "stance.supposition", f"“{phrase}” makes it a supposition.", u.content)
    return None


def _denied_by_predicate(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The content calls the claims false."""
    text = _content(tree, u)
    phrase = cues.any_in("false_predicate", text)
    if phrase is None or (speaker is not None and speaker.kind == "expert"):
        return None
    root = _main(tree, u)
    short = sum(b - a for a, b in u.content) <= 14
    named_claim = any(cues.noun(tree, i) for a, b in u.content for i in range(a, min(b, a + 14)))
    predicate = phrase.split()[-1] in tree.tokens[root].text.lower() or any(
        phrase.split()[0] == tree.tokens[j].text.lower() for j in tree.below(root)[:12]
    )
    if short or (named_claim and predicate):
        return _because(tree, u, "denies", "stance.falsehood", f"It is called “{phrase}”.", u.content)
    return None


def _main(tree: Tree, u: Utterance) -> int:
    """The main predicate of the content."""
    first, last = max(u.content, key=lambda p: p[1] - p[0])
    tops = [i for i in range(first, last) if not first <= tree.tokens[i].head < last or tree.tokens[i].head == i]
    verbs = [i for i in tops if tree.tokens[i].upos in ("VERB", "AUX", "ADJ", "NOUN")]
    return (verbs or tops or [first])[0]


def _own_side(tree: Tree, u: Utterance, speaker: Speaker | None) -> bool:
    """The content's subject is the speaker's own state, a pronoun for it, or left out."""
    if speaker is None or not speaker.states or speaker.kind not in ("institution", "official"):
        return False
    root = _main(tree, u)
    subject = tree.child(root, "nsubj")
    if subject is None:
        return True
    if tree.tokens[subject].text.lower() in ("it", "they", "we", "i", "there"):
        return True
    first, last = tree.noun_phrase(subject)
    if any(tree.tokens[i].text.lower() in ("its", "their", "our", "his", "her") for i in range(first, last)):
        return True
    named: list[NameMention] = find_names(tree.slice((first, last)))
    return any((n.state or n.canonical) in speaker.states for n in named)


def _denied_by_own_side(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """A state that says it has not, does not or would find it inhumane denies."""
    if not _own_side(tree, u, speaker):
        return None
    root = _main(tree, u)
    text = _content(tree, u)[:160]
    verb = tree.tokens[root]
    refrains = cues.has("negation", verb.text) or cues.any_in("inhumane", text)
    negated = tree.negated(root) or any(
        cues.has("negation", tree.tokens[j].text) for k in tree.children[root] for j in (k, *tree.children[k])
        if tree.tokens[k].deprel.split(":")[0] in ("advmod", "det", "obj", "obl", "nsubj", "xcomp", "case")
    )  # fmt: skip
    believes = any(
        t.lemma in ("believe", "reason", "doubt", "confirm", "see", "comment")
        for t in (verb, *(tree.tokens[j] for j in tree.children[root]))
    )
    if (refrains or negated) and not believes and not cues.any_in("unseen", text):
        return _because(
            tree, u, "denies", "stance.own-denial", "The source says that its own side does not or did not.", u.content
        )
    return None


def _commented_by_cue(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The cue itself judges: condemns, warns, praises."""
    head = u.head
    if cues.verb(tree, head) != "comments" and cues.noun(tree, head) != "comments":
        return None
    return _because(
        tree, u, "comments", "stance.comment-cue", "The cue judges and does not say whether it is so.", u.cue
    )


def _judged(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The main predicate judges: an escalation, a threat, a concern."""
    root = _main(tree, u)
    first, last = max(u.content, key=lambda p: p[1] - p[0])
    inside = [j for j in tree.below(root) if first <= j < last][:40]
    clause = [j for j in inside if _same_clause(tree, root, j)]
    text = tree.text[tree.tokens[clause[0]].start : tree.tokens[clause[-1]].end] if clause else ""
    short = sum(b - a for a, b in u.content) <= 9
    phrase = (
        cues.any_in("evaluation", " ".join(tree.tokens[j].text for j in clause))
        if not short
        else cues.any_in("evaluation", _content(tree, u))
    )
    copular = tree.child(root, "cop") is not None or tree.tokens[root].lemma in (
        "be",
        "pose",
        "represent",
        "constitute",
        "remain",
        "become",
        "threaten",
        "should",
        "deserve",
        "mark",
    )
    if phrase and text is not None and (copular or short or tree.tokens[root].lemma in phrase):
        return _because(tree, u, "comments", "stance.evaluation", f"“{phrase}” judges it.", u.content)
    return None


def _same_clause(tree: Tree, root: int, j: int) -> bool:
    while j != root:
        if tree.tokens[j].deprel.split(":")[0] in ("acl", "advcl", "conj", "ccomp", "parataxis"):
            return tree.tokens[j].head == root and tree.tokens[j].deprel.split(":")[0] == "ccomp"
        j = tree.tokens[j].head
    return True


def _expert_effect(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """An expert who says what follows from it comments."""
    if speaker is None or speaker.kind != "expert":
        return None
    first = tree.slice(u.content[0])[:200]
    future = cues.any_in("modal_future", first) or cues.any_in("evaluation", first)
    if future and (cues.any_in("expert_effect", first) or cues.any_in("evaluation", first)):
        return _because(tree, u, "comments", "stance.expert", "An expert weighs what follows.", u.content)
    return None


def _modal(tree: Tree, cues: Cues, u: Utterance) -> str | None:
    root = _main(tree, u)
    words = [tree.tokens[j] for j in tree.children[root] if tree.tokens[j].deprel.split(":")[0] in ("aux", "advmod")]
    for token in words:
        for group in ("modal_possible", "modal_future"):
            if cues.has(group, token.text):
                return group
    return None


def _expected(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """Planned, imminent, intended or possible."""
    if cues.verb(tree, u.head) == "expects":
        return _because(tree, u, "expects", "stance.expectation-cue", "The cue looks ahead.", u.cue)
    root = _main(tree, u)
    first, last = max(u.content, key=lambda p: p[1] - p[0])
    near = [j for j in [root, *tree.children[root]] if first <= j < last]
    lead = tree.text[tree.tokens[first].start : tree.tokens[min(last, max([root, *near]) + 1) - 1].end]
    modal = _modal(tree, cues, u)
    enabling = cues.has("expert_effect", tree.tokens[root].text)
    expert = speaker is not None and speaker.kind == "expert"
    passive = tree.child(root, "aux:pass", "nsubj:pass") is not None
    if modal == "modal_possible" and not (expert and passive):
        return _because(tree, u, "expects", "stance.possible", "It is said to be possible, not to be so.", u.content)
    if modal == "modal_future" and not enabling:
        return _because(tree, u, "expects", "stance.future", "It is said of the time to come.", u.content)
    phrase = cues.any_in("expect_predicate", lead[-120:]) if lead else None
    head_words = " ".join(tree.tokens[j].text for j in sorted(near))
    if (
        phrase
        and (cues.any_in("expect_predicate", head_words) or sum(b - a for a, b in u.content) <= 20)
        and not enabling
    ):
        return _because(tree, u, "expects", "stance.planned", f"“{phrase}” makes it a plan, not a fact.", u.content)
    return None


def _admitted(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """A party that says its own side did it admits it."""
    root = _main(tree, u)
    token = tree.tokens[root]
    past = token.upos == "VERB" and tree.child(root, "aux:pass") is None
    if (
        past
        and cues.has("act_verb", token.lemma)
        and _own_side(tree, u, speaker)
        and tree.child(root, "nsubj") is not None
    ):
        return _because(tree, u, "confirms", "stance.admission", "The source says that its own side did it.", u.content)
    return None
