"""What the rules of stances look at: the words beside a cue, before it, of the content, and its main clause."""

from dataclasses import dataclass

from firsthand.language.trees import Tree
from firsthand.statements.clauses import Clause, main_clause
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Utterance
from firsthand.statements.wording import around_cue, before_source, lead_in, of_content, opens, plain, wording

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
    lead: str
    said: str
    near: str
    clause: Clause
    stances: frozenset[str]


def view_of(tree: Tree, cues: Cues, u: Utterance) -> View:
    """The view of one utterance."""
    heads = {u.head, *(i for a, b in u.cue for i in range(a, b))} if u.cue or u.source else set()
    stances = frozenset(s for i in heads for s in (cues.verb(tree, i), cues.noun(tree, i)) if s)
    if u.hint:
        stances = (stances - {"asserts", "comments"}) | {u.hint}
    clause = main_clause(tree, cues, u)
    around = around_cue(tree, u) + _joined(tree, u) if u.cue or u.source else ""
    near = plain(tree, [i for i in range(max(u.head - 3, tree.sentence(u.head)[0]), u.head + 8) if _beside(tree, u, i)])
    near += _joined(tree, u)
    return View(
        tree, cues, u, around, before_source(tree, u), lead_in(tree, u), of_content(tree, u), near, clause, stances
    )


def _joined(tree: Tree, u: Utterance) -> str:
    """The "that" with which a content begins belongs to the cue as well."""
    return " that" if tree.word(min(u.content)[0]) == "that" else ""


def _beside(tree: Tree, u: Utterance, i: int) -> bool:
    """Whether a token near the cue is none of the source's or the content's."""
    inside = i < len(tree.tokens) and (u.cue or u.source) and tree.tokens[i].sentence == tree.tokens[u.head].sentence
    return bool(inside) and not u.covers(i) and not any(a <= i < b for a, b in u.source)


def negative(v: View) -> bool:
    """Whether the main clause says that it is not so: no missiles were sent, it had not sent, none arrived."""
    if opens("none_opener", v.said):
        return True
    if v.clause.verb is None or not v.clause.negated:
        return wording("none_object", v.said) is not None
    verb = v.tree.tokens[v.clause.verb].lemma
    return not v.cues.has("mental", verb) and not v.cues.any_in("doubt", v.said)


def predicate(v: View, beyond: int) -> str:
    """The main clause from its finite verb to some words behind the lexical one."""
    if v.clause.finite is None or v.clause.verb is None:
        return v.clause.lead(v.tree, beyond).lower()
    last = v.clause.verb + beyond
    return plain(v.tree, [i for i in v.clause.words if v.clause.finite - 1 <= i <= last])
