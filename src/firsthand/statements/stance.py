"""What a source does to what it speaks of: asserts, confirms, denies, withholds, expects, supposes, comments."""

import math

from firsthand.language.gazetteer import find_names
from firsthand.language.trees import Tree
from firsthand.lexicons import stance_weights
from firsthand.model import Finding
from firsthand.statements.clauses import Clause, main_clause
from firsthand.statements.cues import Cues
from firsthand.statements.describe import Speaker
from firsthand.statements.leanings import leaning
from firsthand.statements.utterance import Utterance

Judged = tuple[str, Finding]

_SETTLED = frozenset(
    f"stance.{rule}"
    for rule in ("own-denial", "admission", "expert", "unseen", "own-silence", "called-true", "no-reason-not")
)
"""Rules that know who speaks and for which side, which the reader cannot know, and some that hold by agreement."""
LEAST = 0.003
"""The reader's probability of a stance counts as no less: it is surer of itself than its errors bear out."""
CONFESSED = 0.92
"""A confirmation of which the reader is so sure is one, whoever's doing it was."""


def judge_stance(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> tuple[str, tuple[Finding, ...]]:
    """The stance and the reasons for it: what the wording shows and, where that outweighs it, what the reader takes."""
    shown = _shown(tree, cues, u, speaker)
    own = u.stances.get("confirms", 0.0) >= CONFESSED or _may_own_up(tree, cues, u, speaker)
    read = _as_read(tree, u, shown, own) if u.stances else None
    return (read[0], (shown[1], read[1])) if read else (shown[0], (shown[1],))


def _shown(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged:
    """What the wording shows; rules in order, the first that fits decides."""
    decided = leaning(tree, cues, u)
    if decided is not None:
        stance, feature, why = decided
        return _because(tree, u, stance, feature, why, u.cue)
    for rule in (
        _no_reason_not, _withheld, _not_denied, _denied_by_cue, _confirmed_by_cue, _supposed, _denied_by_predicate,
        _denied_by_own_side, _commented_by_cue, _judged, _expert_effect, _expected, _admitted,
    ):  # fmt: skip
        found = rule(tree, cues, u, speaker)
        if found is not None:
            return found
    stance = cues.verb(tree, u.head) or "asserts"
    if stance in ("withholds", "denies", "confirms"):
        stance = "asserts"
    return _because(tree, u, stance, "stance.cue", "The cue reports it as said.", u.cue)


def _as_read(tree: Tree, u: Utterance, shown: Judged, own: bool) -> Judged | None:
    """The stance that the reader takes from cue and content, where that outweighs what the wording shows.

    Weights of evidence add up: the reader's log probability, the rule that the wording fits, how common a stance is
    (``lexicons/stance_weights.csv``). What is not the speaker's ``own`` to confirm is not confirmed by being said.
    """
    stance, finding = shown
    if finding.feature in _SETTLED:
        return None
    weights = stance_weights()
    scores = {
        each: weights["reader"] * math.log(max(chance, LEAST)) + weights[f"common {each}"]
        for each, chance in u.stances.items()
    }
    scores[stance] += weights.get(finding.feature, weights["wording"])
    if not own and stance == "asserts":
        scores.pop("confirms", None)
    likeliest = max(scores, key=lambda each: scores[each])
    if likeliest == stance:
        return None
    share = math.exp(scores[likeliest]) / sum(map(math.exp, scores.values()))
    why = f"Cue and content, read together, outweigh the wording: {likeliest}, {share:.0%} sure."
    return _because(tree, u, likeliest, "stance.read", why, [*u.cue, *u.content])


def _because(tree: Tree, u: Utterance, stance: str, feature: str, why: str, where: list[tuple[int, int]]) -> Judged:
    spans = tuple(tree.span(words) for words in (where or u.content))
    return stance, Finding(feature, stance, why, spans)


def _refused(tree: Tree, cues: Cues, u: Utterance) -> bool:
    """The act of confirming or saying is itself negated or declined."""
    head = tree.tokens[u.head]
    words = [tree.tokens[i] for a, b in u.cue for i in range(a, b)]
    negated = tree.negated(u.head) or any(cues.has("negative_word", t.lemma) for t in words) or _none_given(tree, u)
    governor = tree.tokens[head.head]
    declined = any(cues.has("refusal_verb", t.lemma) for t in words) or cues.has("refusal_verb", governor.lemma)
    yet = any(t.text.lower() == "yet" for t in words) or (governor.lemma == "have" and _yet_after(tree, head.head))
    lemmas = {t.lemma for t in words} | {head.lemma}
    act = any(cues.has("refused_act", lemma) for lemma in lemmas)
    return act and (negated or declined or yet)


def _none_given(tree: Tree, u: Utterance) -> bool:
    first = u.content[0][0]
    return tree.tokens[first].text.lower() == "no" and first > u.head


def _yet_after(tree: Tree, i: int) -> bool:
    return any(tree.tokens[k].text.lower() == "yet" for k in range(i, min(i + 3, len(tree.tokens))))


def _no_reason_not(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """No reason to believe that they will not: it is held likely."""
    words = [i for a, b in (*u.cue, *u.content) for i in range(a, b)]
    text = " ".join(tree.word(i) for i in words)
    opened = next((m for phrase in cues.groups["no_reason"] if (m := text.find(phrase)) >= 0), -1)
    rest = text[opened:].split() if opened >= 0 else []
    negated = any(cues.has("negation", word) or word in ("not", "n't", "n’t", "never") for word in rest[2:14])
    ahead = any(cues.has("modal_future", word) for word in rest)
    if not (negated and ahead):
        return None
    return _because(
        tree, u, "expects", "stance.no-reason-not", "There is no reason, it says, why it should not be.", u.content
    )


def _withheld(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The source declines, or says that it has not seen or cannot tell."""
    if _refused(tree, cues, u):
        if tree.tokens[u.head].lemma == "deny":
            return None
        return _because(
            tree, u, "withholds", "stance.refusal", "The source does not say or does not confirm it.", u.cue
        )
    text = main_clause(tree, cues, u).lead(tree, 6)
    phrase = cues.any_in("unseen", text)
    if phrase and not cues.any_in("false_predicate", text):
        return _because(
            tree, u, "withholds", "stance.unseen", f"The words “{phrase}” say that it is not known.", u.content
        )
    return None


def _not_denied(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """Did not deny is no denial and no confirmation."""
    if cues.verb(tree, u.head) == "denies" and _negated_cue(tree, cues, u):
        return _because(
            tree, u, "withholds", "stance.not-denied", "Not denying is neither denial nor confirmation.", u.cue
        )
    return None


def _negated_cue(tree: Tree, cues: Cues, u: Utterance) -> bool:
    return tree.negated(u.head) or any(
        cues.has("negative_word", tree.tokens[i].lemma) for a, b in u.cue for i in range(a, b)
    )


def _denied_by_cue(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The cue is a verb or noun of denial."""
    if _cue_gives(tree, cues, u, "denies"):
        return _because(tree, u, "denies", "stance.denial", "The cue denies it.", u.cue)
    return None


def _cue_gives(tree: Tree, cues: Cues, u: Utterance, stance: str) -> bool:
    heads = {u.head, *(i for a, b in u.cue for i in range(a, b))}
    return any(stance in (cues.verb(tree, i), cues.noun(tree, i)) for i in heads)


def _confirmed_by_cue(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The cue confirms, acknowledges or admits."""
    if not _cue_gives(tree, cues, u, "confirms") or main_clause(tree, cues, u).modal == "possible":
        return None
    return _because(tree, u, "confirms", "stance.confirmation", "The cue confirms or admits it.", u.cue)


def _supposed(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """If it happened, any such act would …"""
    start = min(a for a, _ in u.content)
    before = " ".join(tree.tokens[i].text for i in range(max(tree.sentence(u.head)[0], start - 5), start))
    clause = main_clause(tree, cues, u)
    text = clause.lead(tree, 3)
    opening = " ".join(tree.tokens[i].text for i in range(start, min(start + 8, u.content[0][1])))
    phrase = cues.any_in("supposition", f"{before} {opening} {text}")
    if phrase is None and text.lower().startswith("any ") and clause.modal == "future":
        phrase = "any"
    if phrase and (clause.modal == "future" or (clause.modal and phrase.startswith("if "))):
        return _because(tree, u, "supposes", "stance.supposition", f"“{phrase}” makes it a supposition.", u.content)
    return None


def _denied_by_predicate(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The content calls the claims false."""
    if speaker is not None and speaker.kind == "expert":
        return None
    clause = main_clause(tree, cues, u)
    text = clause.text(tree, 24)
    phrase = cues.any_in("false_predicate", text)
    if phrase is None:
        return None
    short = len(clause.words) <= 18
    named_claim = any(cues.noun(tree, i) for i in clause.words[:14])
    predicate = cues.any_in("false_predicate", clause.lead(tree, 5))
    if short or (named_claim and predicate):
        return _because(tree, u, "denies", "stance.falsehood", f"It is called “{phrase}”.", u.content)
    return None


def _own_side(tree: Tree, clause: Clause, speaker: Speaker | None) -> bool:
    """The clause's subject is the speaker's own state, a pronoun for it, or left out."""
    if speaker is None or speaker.kind not in ("institution", "official"):
        return False
    opens = clause.words[:1]
    if any(tree.quotation_at(i) is not None and tree.word(i) in ("we", "our") for i in opens):
        return True
    if not speaker.states:
        return False
    subject = [i for i in clause.words if clause.finite is not None and i < clause.finite]
    if not subject:
        return True
    forms = {tree.tokens[i].text.lower() for i in subject}
    if len(subject) <= 2 and forms & {"it", "they", "we", "i", "there", "therefore"}:
        return True
    if forms & {"its", "their", "our", "his", "her", "country"}:
        return True
    text = tree.text[tree.tokens[subject[0]].start : tree.tokens[subject[-1]].end]
    return any((n.state or n.canonical) in speaker.states for n in find_names(text))


def _denied_by_own_side(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """A state that says it has not, does not or would find it inhumane denies."""
    clause = main_clause(tree, cues, u)
    if _nothing_such(tree, cues, clause, speaker):
        return _because(tree, u, "denies", "stance.no-such", "The source says that nothing such took place.", u.content)
    if not _own_side(tree, clause, speaker):
        return None
    text = clause.text(tree, 16)
    refrains = clause.verb is not None and cues.has("negation", tree.tokens[clause.verb].text)
    against = cues.any_in("inhumane", text) is not None
    negated = clause.negated or cues.any_in("negation", clause.lead(tree, 3)) is not None
    mental = clause.verb is not None and cues.has("mental", tree.tokens[clause.verb].lemma)
    if (refrains or against or negated) and not mental and not cues.any_in("doubt", text):
        return _because(
            tree, u, "denies", "stance.own-denial", "The source says that its own side does not or did not.", u.content
        )
    return None


def _may_own_up(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> bool:
    """Whether it may be the speaker's own doing: his state is not known, or the deed is his side's."""
    return speaker is None or not speaker.states or _own_side(tree, main_clause(tree, cues, u), speaker)


def _nothing_such(tree: Tree, cues: Cues, clause: Clause, speaker: Speaker | None) -> bool:
    """No such delivery has taken place; no missiles were sent, from one who speaks for a state or body."""
    if clause.verb is None or clause.finite is None or clause.modal:
        return False
    text = clause.lead(tree, 4).lower()
    if cues.any_in("no_such", text) and (speaker is None or speaker.kind != "expert"):
        return True
    first = tree.tokens[clause.words[0]].text.lower()
    act = cues.has("act_verb", tree.tokens[clause.verb].lemma) or cues.any_in("take_place", text) is not None
    body = speaker is not None and speaker.kind in ("institution", "official") and bool(speaker.states)
    return body and act and first in ("no", "none") and clause.finite > clause.words[0]


def _commented_by_cue(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The cue itself judges: condemns, warns, praises."""
    judging = any(cues.noun(tree, i) == "comments" for a, b in u.cue for i in range(a, b))
    if cues.verb(tree, u.head) != "comments" and not judging:
        return None
    return _because(
        tree, u, "comments", "stance.comment-cue", "The cue judges and does not say whether it is so.", u.cue
    )


def _judged(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """The main predicate judges: an escalation, a threat, a concern."""
    clause = main_clause(tree, cues, u)
    text = clause.text(tree, 60) if len(clause.words) <= 9 else ""
    if clause.verb is not None:
        verb = tree.tokens[clause.verb]
        at = clause.words.index(clause.verb)
        behind = " ".join(tree.tokens[i].text for i in clause.words[at + 1 : at + 9])
        if clause.copular or verb.lemma == "be":
            text = text or behind
        if cues.any_in("evaluation", verb.text) or cues.any_in("warned_that", f"{verb.lemma}"):
            text = text or clause.text(tree, 60)
    phrase = cues.any_in("evaluation", text)
    if phrase:
        return _because(tree, u, "comments", "stance.evaluation", f"“{phrase}” judges it.", u.content)
    return None


def _expert_effect(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """An expert who says what follows from it comments."""
    if speaker is None or speaker.kind != "expert":
        return None
    clause = main_clause(tree, cues, u)
    text = clause.lead(tree, 8)
    if (clause.modal == "future" and cues.any_in("expert_effect", text)) or cues.any_in("evaluation", text):
        return _because(tree, u, "comments", "stance.expert", "An expert weighs what follows.", u.content)
    return None


def _expected(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """Planned, imminent, intended or possible."""
    if cues.verb(tree, u.head) == "expects":
        return _because(tree, u, "expects", "stance.expectation-cue", "The cue looks ahead.", u.cue)
    clause = main_clause(tree, cues, u)
    verb = tree.tokens[clause.verb] if clause.verb is not None else None
    enabling = verb is not None and cues.has("expert_effect", verb.text)
    expert = speaker is not None and speaker.kind == "expert"
    passive = clause.verb is not None and tree.child(clause.verb, "aux:pass", "nsubj:pass") is not None
    if clause.modal == "possible" and not (expert and passive):
        return _because(tree, u, "expects", "stance.possible", "It is said to be possible, not to be so.", u.content)
    if clause.modal == "future" and not enabling:
        return _because(tree, u, "expects", "stance.future", "It is said of the time to come.", u.content)
    ahead = any(cues.has("modal_future", tree.tokens[i].text) for i in clause.words)
    if ahead and cues.any_in("doubt", clause.lead(tree, 4)):
        return _because(tree, u, "expects", "stance.future", "It is held likely for the time to come.", u.content)
    text = clause.text(tree) if clause.verb is None or len(clause.words) <= 14 else clause.lead(tree, 4)
    phrase = cues.any_in("expect_predicate", text)
    if phrase and not enabling:
        return _because(tree, u, "expects", "stance.planned", f"“{phrase}” makes it a plan, not a fact.", u.content)
    return None


def _admitted(tree: Tree, cues: Cues, u: Utterance, speaker: Speaker | None) -> Judged | None:
    """A party that says its own side did it admits it."""
    clause = main_clause(tree, cues, u)
    if clause.verb is None or clause.finite == clause.words[0] or clause.modal:
        return None
    passive = tree.child(clause.verb, "aux:pass") is not None
    if not passive and cues.has("act_verb", tree.tokens[clause.verb].lemma) and _own_side(tree, clause, speaker):
        return _because(tree, u, "confirms", "stance.admission", "The source says that its own side did it.", u.content)
    return None
