"""Stances that fixed wordings decide before the cue alone is weighed: the order of the rules is their rank."""

from collections.abc import Callable
from dataclasses import dataclass

from firsthand.language.trees import Tree
from firsthand.statements.clauses import Clause, main_clause
from firsthand.statements.cues import Cues
from firsthand.statements.refusals import Refusals
from firsthand.statements.utterance import Utterance
from firsthand.statements.wording import around_cue, before_source, of_content, opens, plain, wording

Leaning = tuple[str, str, str]
"""Stance, name of the rule, and the sentence that tells why."""


@dataclass(frozen=True, slots=True)
class View:
    """What the rules look at: the words around the cue, before it, of the content, and its main clause."""

    tree: Tree
    cues: Cues
    u: Utterance
    cue: str
    before: str
    said: str
    near: str
    clause: Clause
    stances: frozenset[str]


def leaning(tree: Tree, cues: Cues, u: Utterance) -> Leaning | None:
    """The stance that the wording shows, None where it shows none."""
    heads = {u.head, *(i for a, b in u.cue for i in range(a, b))} if u.cue or u.source else set()
    stances = frozenset(s for i in heads for s in (cues.verb(tree, i), cues.noun(tree, i)) if s)
    clause = main_clause(tree, cues, u)
    around = around_cue(tree, u) if u.cue or u.source else ""
    near = plain(tree, [i for i in range(max(u.head - 3, tree.sentence(u.head)[0]), u.head + 8) if _beside(tree, u, i)])
    view = View(tree, cues, u, around, before_source(tree, u), of_content(tree, u), near, clause, stances)
    for rule in _RULES:
        found = rule(view)
        if found is not None:
            return found
    return None


def _beside(tree: Tree, u: Utterance, i: int) -> bool:
    """Whether a token near the cue is none of the source's or the content's."""
    inside = i < len(tree.tokens) and (u.cue or u.source) and tree.tokens[i].sentence == tree.tokens[u.head].sentence
    return bool(inside) and not u.covers(i) and not any(a <= i < b for a, b in u.source)


def _denial_denied(v: View) -> Leaning | None:
    if wording("denial_denied", v.cue + " " + v.said):
        return "withholds", "stance.denial-denied", "To deny having denied is neither denial nor confirmation."
    return None


def _denial_withdrawn(v: View) -> Leaning | None:
    if wording("denial_withdrawn", v.cue + " " + v.before):
        return "confirms", "stance.denial-withdrawn", "The source takes back its denial."
    return None


def _undisputed(v: View) -> Leaning | None:
    words = wording("undisputed", v.cue)
    if words:
        return "confirms", "stance.undisputed", f"“{words}”: the source does not dispute it."
    return None


def _turned_down(v: View) -> Leaning | None:
    if wording("request_denied", f"{v.cue} {v.said[:80]}"):
        return "withholds", "stance.request-denied", "A request is turned down, not the claim."
    return None


def _silent(v: View) -> Leaning | None:
    """Questions went unanswered; asked about it, she shrugged; there was no word from the ministry."""
    begin, end = v.tree.sentence(v.u.head)
    said = plain(v.tree, list(range(begin, end)))
    if v.stances <= {"asserts", "comments"} and wording("silence", said):
        voiced = v.u.source and not wording("asked", v.cue) and v.clause.finite is not None
        if not voiced or wording("silence", v.cue):
            return "withholds", "stance.silence", "Whoever was asked gave no answer."
    if opens("refusal_said", v.said) and v.stances <= {"asserts", "comments"}:
        return "withholds", "stance.silence", "The words decline to answer."
    return None


def _not_judged(v: View) -> Leaning | None:
    if wording("judging_refused", v.cue):
        return "comments", "stance.judging-refused", "The source will not judge it and does not say whether it is so."
    return None


def _no_more_than(v: View) -> Leaning | None:
    if wording("no_more_than", v.cue) or opens("heard_of_it", v.said):
        return "withholds", "stance.no-more-than", "The source confirms no more than that it has heard of it."
    return None


def _refused(v: View) -> Leaning | None:
    if "denies" in v.stances and not wording("or_confirmed", v.near) and wording("not_denied", v.near):
        return None
    if v.u.hint in ("confirms", "denies"):
        return v.u.hint, "stance.set-phrase", "The words of the cue say so as a whole."
    if v.u.hint == "withholds":
        return "withholds", "stance.refusal", "The source does not say or does not confirm it."
    begin, _ = v.tree.sentence(v.u.head)
    last = max([v.u.head + 1, *(b for _, b in v.u.cue)])
    first = max([begin, *(b for _, b in v.u.source if b <= v.u.head)])
    here = [i for i in range(first, last + 2) if i < len(v.tree.tokens) and not v.u.covers(i)]
    if here and v.u.cue and Refusals(v.tree, v.cues).find(here) and not wording("not_refused", v.cue):
        return "withholds", "stance.refusal", "The source does not say or does not confirm it."
    return None


def _held_back(v: View) -> Leaning | None:
    """No word of saying without a negation or a word of silence; a question that is left open."""
    why = "The words around it hold back: they neither affirm nor deny it."
    if v.stances & {"denies", "confirms", "expects"} or not (v.u.cue or v.u.source) or wording("not_refused", v.cue):
        return None
    if wording("holding_back", v.cue):
        return "withholds", "stance.held-back", why
    questions = opens("open_question", v.said) and not wording("answered", v.said)
    if questions and v.clause.finite is not None and (wording("negative", v.cue) or opens("whether", v.said)):
        return "withholds", "stance.held-back", why
    return None


def _confirming(v: View) -> Leaning | None:
    """Gave confirmation that; it is true that: a noun or adverb of the cue confirms."""
    if v.stances <= {"asserts"} and wording("confirming", v.near) and not _negative(v) and not v.clause.modal:
        return "confirms", "stance.confirmation", "The cue confirms or admits it."
    return None


def _denying(v: View) -> Leaning | None:
    """Issued a denial that; called it nonsense that: a noun or adjective of the cue denies."""
    if v.stances <= {"asserts", "comments"} and wording("denying", v.near) and not wording("negative", v.cue):
        return "denies", "stance.denial", "The cue denies it."
    return None


def _happening_judged(v: View) -> Leaning | None:
    """The sale is folly: what happened is the subject, what it is called is a judgement."""
    words = v.said.split()
    at = next((k for k, w in enumerate(words[:16]) if w in ("is", "was", "are", "were", "amounts", "remains")), None)
    if at is None or not v.stances <= {"asserts", "comments"} or at + 1 >= len(words) or len(words) > 30:
        return None
    subject, rest = " ".join(words[:at]), words[at + 1 :]
    if wording("happening", subject) and wording("judged_as", rest[0]) and not wording("dated_or_done", " ".join(rest)):
        return "comments", "stance.happening-judged", "It is judged, and taken for so or left open whether it is."
    return None


def _to_be_said(v: View) -> Leaning | None:
    if wording("to_be_said", v.cue):
        return "expects", "stance.to-be-said", "It has not been said yet; it is expected to be."
    return None


def _condition(v: View) -> Leaning | None:
    """If it happened; should it be delivered; any such sale would."""
    why = "It is said of what would follow if it were so."
    if opens("imminent", v.said) or opens("no_condition", v.said):
        return None
    if wording("conditional_cue", f"{v.before} {v.cue}"):
        return "supposes", "stance.condition", why
    start = " ".join(v.said.split()[:24])
    if opens("condition_opener", v.said) and (wording("would", v.said) or wording("condition_word", start)):
        return "supposes", "stance.condition", why
    if opens("any_such", v.said) and v.clause.modal == "future":
        return "supposes", "stance.condition", why
    ahead = v.stances & {"expects", "comments", "asserts"}
    if ahead and wording("condition_inside", v.said) and (wording("would", v.said) or "expects" in v.stances):
        return "supposes", "stance.condition", why
    return None


def _double_negation(v: View) -> Leaning | None:
    called = opens("false_that", v.said) or wording("false_that", v.cue)
    if called and wording("negative", v.said.replace(called, "", 1)):
        return "asserts", "stance.double-negation", "What is called untrue is that it did not happen."
    return None


def _nothing_shows(v: View) -> Leaning | None:
    """No evidence that; no reason to believe that it will not."""
    words = opens("nothing_shows", v.said) or (wording("nothing_shows", v.cue) if not v.u.source else None)
    if not words:
        return None
    rest = v.said.replace(words, "", 1)
    if wording("will_not", rest):
        return "expects", "stance.nothing-shows", "Nothing is seen to stand in its way."
    if wording("negative", " ".join(rest.split()[:14])):
        return "asserts", "stance.nothing-shows", "Nothing is seen to speak against it."
    return "denies", "stance.nothing-shows", f"“{words}”: the source finds nothing that shows it."


def _unknown(v: View) -> Leaning | None:
    zone = f"{v.before} {v.cue} {' '.join(v.said.split()[:9])}"
    words = wording("unknown", zone)
    if words and not (v.stances & {"denies", "confirms"}):
        return "withholds", "stance.unknown", f"“{words}”: it is not known."
    return None


def _answer(v: View) -> Leaning | None:
    words = len(v.said.split())
    quoted = v.tree.quotation_at(min(a for a, _ in v.u.content)) is not None
    if v.stances & {"denies", "confirms", "withholds"}:
        return None
    first = plain(v.tree, list(range(*min(v.u.content))))
    ended = first.split()[2:3] in ([], [","], ["."])
    short = quoted and ended and len(first.split()) <= 9 and not wording("negative", first)
    if opens("no_answer", v.said) or (quoted and words <= 5 and opens("did_not_answer", v.said)):
        return "denies", "stance.answer", "The answer is no."
    if opens("yes_answer", v.said) or (short and opens("did_answer", v.said)):
        return "confirms", "stance.answer", "The answer is yes."
    return None


def _no_doubt(v: View) -> Leaning | None:
    words = wording("no_doubt", v.cue) or opens("no_doubt", v.said)
    if words is None:
        return None
    if v.clause.modal == "future" or wording("will", v.said):
        return "expects", "stance.no-doubt", f"“{words}”: the source is sure of what is to come."
    return "asserts", "stance.no-doubt", f"“{words}”: the source is sure of it."


def _judged_not_denied(v: View) -> Leaning | None:
    """Rejected criticism of it; denied any breach; dismissed them as toys."""
    if "denies" not in v.stances:
        return None
    why = "A judgement of it is turned down, not the claim."
    zone = f"{v.cue} {' '.join(v.said.split()[:12])}"
    if wording("wrong_denied", zone):
        return "comments", "stance.judgement-denied", why
    if wording("delay_denied", v.said) and not v.cues.any_in("false_predicate", v.said):
        return "expects", "stance.delay-denied", "That it is late or off is denied: it is still to come."
    doubting = wording("doubting", v.cue)
    if doubting and wording("worth", v.said):
        return "comments", "stance.judgement-denied", "Its use or sense is doubted, not whether it is so."
    as_poor = wording("dismissed_as", f"{v.cue} {v.said}") and " as " in f" {v.said} "
    claims = any(v.cues.noun(v.tree, i) for a, b in v.u.content for i in range(a, b)) or _names_claim(v)
    if as_poor and not claims and not v.cues.any_in("false_predicate", f"{v.cue} {v.said}"):
        return "comments", "stance.judgement-denied", why
    return None


def _names_claim(v: View) -> bool:
    return wording("claim_noun", v.cue) is not None


def _questioned(v: View) -> Leaning | None:
    if not wording("doubting", f"{v.cue} {' '.join(v.said.split()[:2])}"):
        return None
    if wording("worth", v.said):
        return "comments", "stance.judgement-denied", "Its use or sense is doubted, not whether it is so."
    return "denies", "stance.doubt", "The source doubts that it is so."


def _confirmed_otherwise(v: View) -> Leaning | None:
    """Confirmed that none had been sent; confirmed that it would be; admitted unease."""
    if "confirms" not in v.stances:
        return None
    start = " ".join(v.said.split()[:16])
    if wording("unease", f"{v.cue} {start}"):
        return "comments", "stance.unease", "A feeling about it is admitted."
    if _negative(v):
        return "denies", "stance.negative-confirmation", "What is confirmed is that it did not happen."
    if v.clause.modal == "future" or wording("planning", start):
        return "expects", "stance.planned-confirmation", "What is confirmed is a plan."
    return None


def _negative(v: View) -> bool:
    """Whether the main clause says that it is not so: no missiles were sent, it had not sent, none arrived."""
    if opens("none_opener", v.said):
        return True
    if v.clause.verb is None or not v.clause.negated:
        return wording("none_object", v.said) is not None
    verb = v.tree.tokens[v.clause.verb].lemma
    return not v.cues.has("mental", verb) and not v.cues.any_in("doubt", v.said)


def _corrected(v: View) -> Leaning | None:
    if opens("correction", v.before) or opens("correction", v.cue):
        return "confirms", "stance.correction", "The source corrects what it said before."
    return None


def _not_yet(v: View) -> Leaning | None:
    words = wording("not_yet", " ".join(v.said.split()[:24]))
    if words and not v.stances & {"denies"}:
        return "denies", "stance.not-yet", f"“{words}”: so far it has not come about."
    return None


def _negative_content(v: View) -> Leaning | None:
    if not (v.stances <= {"asserts"}) or (not v.u.cue and not v.u.source):
        return None
    if opens("none_opener", v.said) and v.clause.finite is not None and v.clause.modal != "future":
        return "denies", "stance.no-such", "The source says that nothing such took place."
    if opens("false_that", v.said):
        return "denies", "stance.falsehood", "It is called untrue."
    if wording("never_did", v.clause.lead(v.tree, 3).lower().replace(" n't", " not")):
        return "denies", "stance.no-such", "The source says that nothing such took place."
    return None


def _hedged_past(v: View) -> Leaning | None:
    free = not wording("condition_inside", v.said) and not wording("imminent", v.said)
    if wording("may_have", v.clause.lead(v.tree, 5).lower()) and v.stances <= {"asserts", "supposes"} and free:
        return "asserts", "stance.hedged-past", "It is said, with reserve, of the past."
    return None


def _habit(v: View) -> Leaning | None:
    if wording("habit", v.said) and wording("would", v.said):
        return "asserts", "stance.habit", "“Would” tells of what used to happen."
    return None


def _ahead(v: View) -> Leaning | None:
    lead = v.clause.lead(v.tree, 5).lower()
    words = wording("imminent", v.before) or opens("imminent", v.said) or wording("imminent", lead)
    if words and not v.stances & {"denies", "withholds", "confirms"}:
        return "expects", "stance.imminent", f"“{words}”: it is still to come."
    return None


_RULES: tuple[Callable[[View], Leaning | None], ...] = (
    _denial_denied, _denial_withdrawn, _turned_down, _silent, _undisputed, _not_judged, _no_more_than, _to_be_said,
    _no_doubt, _refused, _condition, _judged_not_denied, _questioned, _held_back, _double_negation, _nothing_shows,
    _unknown, _answer, _confirmed_otherwise, _corrected, _confirming, _denying, _happening_judged, _not_yet, _habit,
    _negative_content, _hedged_past, _ahead,
)  # fmt: skip
