"""Stances that fixed wordings decide before the cue alone is weighed: the order of the rules is their rank."""

from collections.abc import Callable

from firsthand.language.trees import Tree
from firsthand.statements.composed import composed
from firsthand.statements.cues import Cues
from firsthand.statements.refusals import Refusals
from firsthand.statements.utterance import Utterance
from firsthand.statements.view import Leaning, View, negative, predicate, view_of
from firsthand.statements.wording import opens, plain, wording


def leaning(tree: Tree, cues: Cues, u: Utterance) -> Leaning | None:
    """The stance that the wording shows, None where it shows none."""
    view = view_of(tree, cues, u)
    for rule in _RULES:
        found = rule(view)
        if found is not None:
            return found
    return None


def _denial_denied(v: View) -> Leaning | None:
    if wording("denial_denied", v.cue + " " + v.said) or wording("denial_denied", v.lead):
        return "withholds", "stance.denial-denied", "To deny having denied is neither denial nor confirmation."
    return None


def _denial_withdrawn(v: View) -> Leaning | None:
    if wording("denial_withdrawn", f"{v.cue} {v.before}") or wording("denial_withdrawn", v.lead):
        return "confirms", "stance.denial-withdrawn", "The source takes back its denial."
    return None


def _undisputed(v: View) -> Leaning | None:
    words = wording("undisputed", v.cue) or wording("undisputed", v.lead)
    if words is None and "denies" in v.stances and opens("nothing_denied", v.said):
        words = "nothing"
    if words and not wording("near_negative", v.cue.partition(words)[0]):  # has yet to | publicly confirm
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
    declined = opens("refusal_said", v.said) or wording("nobodys_business", v.said)
    if declined and not opens("no_secret", v.said) and v.stances <= {"asserts", "comments"}:
        return "withholds", "stance.silence", "The words decline to answer."
    return None


def _not_judged(v: View) -> Leaning | None:
    if wording("judging_refused", v.cue):
        return "comments", "stance.judging-refused", "The source will not judge it and does not say whether it is so."
    return None


def _no_more_than(v: View) -> Leaning | None:
    if wording("no_more_than", v.cue) or wording("all_that_was_said", v.lead) or opens("heard_of_it", v.said):
        return "withholds", "stance.no-more-than", "The source confirms no more than that it has heard of it."
    return None


def _not_confirmed(v: View) -> Leaning | None:
    """Neither of them has confirmed it; without going so far as to confirm it; attempts to verify it failed."""
    if "confirms" not in v.stances or v.u.hint or wording("not_negative", v.lead):
        return None
    begin, end = v.tree.sentence(v.u.head)
    first = max(begin, v.u.head - 7)
    before = plain(v.tree, [i for i in range(first, v.u.head) if not v.u.covers(i)]).split(" , ")[-1]
    said = plain(v.tree, list(range(begin, end)))
    if wording("near_negative", before) or opens("no_voice", v.lead) or wording("failed_attempt", said):
        return "withholds", "stance.refusal", "The source does not say or does not confirm it."
    return None


def _own_silence(v: View) -> Leaning | None:
    """It had no further information on it; I never claimed that it had not; there is nothing to indicate it."""
    words = v.said.replace(" , ", " ").split()
    own = opens("own_subject", v.said)
    if not own or not v.stances <= {"asserts", "comments"} or opens("no_secret", v.said):
        return None
    zone = " ".join(words[:11])
    if wording("near_negative", zone) and not wording("not_negative", zone) and wording("own_saying", zone):
        if wording("nothing_shows", zone) or opens("no_answer", v.said):
            return None
        return "withholds", "stance.own-silence", "The words tell what the source does not know or say."
    return None


def _refused(v: View) -> Leaning | None:
    if "denies" in v.stances and not wording("or_confirmed", v.near) and wording("not_denied", v.near):
        return None
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
    if (
        v.stances <= {"asserts"}
        and (wording("confirming", v.near) or wording("first_admission", v.lead))
        and not negative(v)
        and not v.clause.modal
    ):
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
    inverted = f"{v.before} {v.cue}".endswith((" had", " if")) and not v.u.hint
    if inverted and wording("would_have", plain(v.tree, list(range(*v.tree.sentence(v.u.head))))):
        return "supposes", "stance.condition", why
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


def _denied_negative(v: View) -> Leaning | None:
    """Rejects the view that they never arrived."""
    named = "denies" in v.stances and not wording("near_negative", v.cue)
    if named and wording("never_that", " ".join(v.said.split()[:12])):
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
    opener = v.tree.word(v.tree.sentence(v.u.head)[0])
    if opener == "yes" and not negative(v) and v.clause.modal != "future":
        return "confirms", "stance.answer", "The answer is yes."
    if wording("why_hide", v.said) and not negative(v):
        return "confirms", "stance.answer", "The answer is yes."
    first = plain(v.tree, list(range(*min(v.u.content))))
    ended = first.split()[2:3] in ([], [","], ["."])
    short = quoted and ended and len(first.split()) <= 16 and not wording("negative", first)
    if opens("no_answer", v.said) or (quoted and words <= 5 and opens("did_not_answer", v.said)):
        return "denies", "stance.answer", "The answer is no."
    if opens("yes_answer", v.said) or (short and opens("did_answer", v.said)):
        return "confirms", "stance.answer", "The answer is yes."
    return None


def _set_phrase(v: View) -> Leaning | None:
    """Made no secret of it; laughed it off; has its heart set on it."""
    if v.u.hint in ("confirms", "denies", "expects", "supposes", "comments"):
        return v.u.hint, "stance.set-phrase", "The words of the cue say so as a whole."
    return None


def _classes(v: View) -> Leaning | None:
    return composed(v.tree, v.u, v.stances, v.said) if not v.u.hint else None


def _no_doubt(v: View) -> Leaning | None:
    words = wording("no_doubt", v.cue) or opens("no_doubt", v.said)
    if words is None:
        return None
    if v.clause.modal == "future" or wording("will", v.said):
        return "expects", "stance.no-doubt", f"“{words}”: the source is sure of what is to come."
    return "asserts", "stance.no-doubt", f"“{words}”: the source is sure of it."


def _judged_not_denied(v: View) -> Leaning | None:
    """Rejected criticism of it; denied any breach; dismissed them as toys."""
    why = "A judgement of it is turned down, not the claim."
    zone = f"{v.cue} {' '.join(v.said.split()[:12])}"
    if wording("no_wrong", zone) and v.stances <= {"asserts", "comments", "denies"}:
        return "comments", "stance.judgement-denied", why
    if "denies" not in v.stances:
        return None
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
    if negative(v):
        return "denies", "stance.negative-confirmation", "What is confirmed is that it did not happen."
    if v.clause.modal == "future" or wording("planning", start):
        return "expects", "stance.planned-confirmation", "What is confirmed is a plan."
    return None


def _corrected(v: View) -> Leaning | None:
    if opens("correction", v.before) or opens("correction", v.cue) or (not v.u.cue and wording("correction", v.said)):
        return "confirms", "stance.correction", "The source corrects what it said before."
    return None


def _not_yet(v: View) -> Leaning | None:
    words = wording("not_yet", " ".join(v.said.split()[:24]))
    if words and not v.stances & {"denies"}:
        return "denies", "stance.not-yet", f"“{words}”: so far it has not come about."
    return None


def _ruled_out(v: View) -> Leaning | None:
    """Will under no circumstances send; has no plans to sell; there is no question of it."""
    words = wording("ruled_out", " ".join(v.said.split()[:20]))
    if words and v.stances <= {"asserts", "comments", "expects"} and not wording("condition_inside", v.said):
        return "denies", "stance.ruled-out", f"“{words}”: the source says that it is not to be."
    return None


def _called(v: View) -> Leaning | None:
    """The reports are a fairy tale; the story is accurate."""
    words = v.said.split()
    at = next((k for k, w in enumerate(words[:22]) if w in ("is", "was", "are", "were", "be", "been")), None)
    if at is None or not at or not v.stances <= {"asserts", "comments"}:
        return None
    subject, rest = " ".join(words[:at]), " ".join(words[at + 1 : at + 7])
    about = wording("claim_noun", subject) is not None or len(words[:at]) <= 2
    false, true = opens("called_false", rest), opens("called_true", rest)
    if (about and true and not v.stances & {"comments"}) or (about and opens("not_false", rest)):
        return "confirms", "stance.called-true", "What was said of it is called true."
    if false and (about or wording("story", rest)):
        return "denies", "stance.falsehood", f"It is called “{false}”."
    return None


def _negative_content(v: View) -> Leaning | None:
    if not (v.stances <= {"asserts"}) or (not v.u.cue and not v.u.source):
        return None
    if opens("none_opener", v.said) and v.clause.finite is not None and v.clause.modal != "future":
        return "denies", "stance.no-such", "The source says that nothing such took place."
    if opens("false_that", v.said):
        return "denies", "stance.falsehood", "It is called untrue."
    if v.clause.negated and wording("contrary_to", v.before or v.said):
        return "denies", "stance.no-such", "The source says, against others, that nothing such took place."
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
    own = not v.u.cue and not v.u.source
    lead = " ".join(v.said.split()[:14]) if own else predicate(v, 5)
    words = wording("imminent", v.before) or opens("imminent", v.said) or wording("imminent", lead)
    words = words or (wording("own_plan", lead) if own else None)
    if words and not v.stances & {"denies", "withholds", "confirms"}:
        return "expects", "stance.imminent", f"“{words}”: it is still to come."
    return None


_RULES: tuple[Callable[[View], Leaning | None], ...] = (
    _denial_denied, _denial_withdrawn, _turned_down, _silent, _undisputed, _not_judged, _no_more_than, _not_confirmed,
    _to_be_said, _no_doubt, _refused, _condition, _judged_not_denied, _questioned, _held_back, _double_negation,
    _denied_negative, _nothing_shows, _unknown, _own_silence, _answer, _confirmed_otherwise, _corrected, _set_phrase,
    _classes, _confirming, _denying, _called, _happening_judged, _ruled_out, _not_yet, _habit, _negative_content,
    _hedged_past, _ahead,
)  # fmt: skip
