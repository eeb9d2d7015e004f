"""From readings to statements and sources."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.language.arms_density import WORDS_A_WEAPON, dense_in_arms, weapons_named
from firsthand.language.gazetteer import NameMention, find_names, is_caseless
from firsthand.language.trees import Tree
from firsthand.model import DateRange, Finding, Reading, Report, Source, Statement
from firsthand.statements.chains import Chains
from firsthand.statements.cues import Cues, load_cues
from firsthand.statements.grammar import from_grammar, further_complements
from firsthand.statements.innermost import with_innermost
from firsthand.statements.mending import true_utterances, was_asked
from firsthand.statements.neighbours import from_neighbours
from firsthand.statements.nesting import add_frames
from firsthand.statements.outlets import Outlets
from firsthand.statements.own_words import own_words
from firsthand.statements.published import in_headline, through_outlets
from firsthand.statements.quoted import continued_quotations, signed_quotations, split_quotations, with_own_verbs
from firsthand.statements.registry import Registry
from firsthand.statements.relays import (
    add_relays,
    through_bearers,
    through_persons,
    through_who_conveys,
    with_bases,
    with_sources_cited,
)
from firsthand.statements.saying import Calendar, occasion_of
from firsthand.statements.stance import judge_stance
from firsthand.statements.tagged import from_tags
from firsthand.statements.unlisted_states import mentions_of, unlisted_states
from firsthand.statements.unvoiced import righted, unvoiced
from firsthand.statements.utterance import Utterance, sound
from firsthand.statements.voices import Voices

METHOD = "statements/1"


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement whose sources are still keys."""

    report: str
    utterance: Utterance
    actor: str | None
    via: tuple[str, ...]
    stance: str
    findings: tuple[Finding, ...]
    said_on: DateRange | None
    occasion: str | None
    tree: Tree


def find_statements(
    reports: Sequence[Report], readings: Sequence[Reading]
) -> tuple[tuple[Source, ...], tuple[Statement, ...]]:
    """Sources and statements of all reports, in the order of the reports and of their texts.

    ``readings`` pairs with ``reports``. Statement ids are S1, S2 …, source ids A1, A2 ….
    """
    cues = load_cues()
    voices = Registry()
    drafts: list[_Draft] = []
    pairs = list(zip(reports, readings, strict=True))
    for (report, reading), names in zip(pairs, _names(pairs), strict=True):
        drafts += _of_report(report, reading, names, cues, voices)
    ids, sources = voices.sources()
    statements = tuple(_statement(f"S{k + 1}", draft, ids) for k, draft in enumerate(drafts))
    return sources, statements


def find_utterances(tree: Tree, cues: Cues, names: list[NameMention], outlet: str = "") -> list[Utterance]:
    """Every utterance of one report, in the order of the text; ``outlet`` is the report's own."""
    size = len(tree.tokens)
    outlets = Outlets(tree, cues, names, outlet)
    if not speaks_of_arms(tree, cues, names):
        tagged = sound(from_tags(tree, cues, mend=False), size)
        tagged = sound(add_relays(tree, cues, tagged, names), size)
        return _in_order(sound(with_innermost(tree, cues, tagged, outlets), size))
    signed = signed_quotations(tree)
    held = {k for u in signed for c in u.content for k in range(*c)}
    found = [u for u in from_tags(tree, cues) if held.isdisjoint(k for c in (*u.content, *u.cue) for k in range(*c))]
    found += [
        u for u in from_grammar(tree, cues, found + signed) if held.isdisjoint(k for c in u.cue for k in range(*c))
    ]
    found = sound(add_relays(tree, cues, sound(found, size), names), size)
    found = [u for u in sound(add_frames(tree, cues, found, outlets), size) if not was_asked(tree, cues, u)]
    found = sound(with_innermost(tree, cues, found, outlets, signed), size)
    found = with_sources_cited(tree, cues, found, outlets)
    with_bases(tree, cues, found, outlets)
    voices = Voices(tree, cues, outlets)
    found += from_neighbours(tree, cues, found, voices)
    through_outlets(tree, cues, found, outlets, voices)
    in_headline(tree, cues, found, outlets)
    through_persons(tree, cues, found)
    through_bearers(tree, cues, found)
    through_who_conveys(tree, cues, found)
    found = sound(true_utterances(tree, cues, found), size)
    found = with_own_verbs(tree, found + further_complements(tree, found))
    found = split_quotations(tree, found + signed)
    found += continued_quotations(tree, found)
    found = righted(tree, sound(found, size))
    found += own_words(tree, cues, found, names)
    found += unvoiced(tree, cues, found)
    return _in_order(sound(found, size))


def speaks_of_arms(tree: Tree, cues: Cues, names: list[NameMention]) -> bool:
    """Whether a report is of the domain: it names two states, and a weapon or class at least once in 150 words.

    In a shorter text one word of arms is enough.

    Rules add nested speech, refusals and split quotations there; elsewhere what the reader finds stands alone
    (docs/decisions/0004-rules-in-the-domain.md).
    """
    weapons = weapons_named(tree.text, names)
    if len(tree.tokens) < WORDS_A_WEAPON:
        return bool(weapons) or any(
            cues.has("arms_word", t.lemma) or cues.has("arms_word", t.text) for t in tree.tokens
        )
    states = {n.canonical for n in names if n.kind == "state"}
    return len(states) > 1 and dense_in_arms(weapons, len(tree.tokens))


def _in_order(found: list[Utterance]) -> list[Utterance]:
    return sorted(found, key=lambda u: (u.first, u.content[0]))


def _names(pairs: Sequence[tuple[Report, Reading]]) -> list[list[NameMention]]:
    """The known names of each report, with the states that no list has but a report of the case shows."""
    known = [find_names(report.text, caseless=is_caseless(report.text)) for report, _ in pairs]
    pages = [(report.text, names, _no_states(reading)) for (report, reading), names in zip(pairs, known, strict=True)]
    states = unlisted_states(pages)
    return [mentions_of(states, report.text, names) for (report, _), names in zip(pairs, known, strict=True)]


def _no_states(reading: Reading) -> frozenset[str]:
    """Words of days, and of persons named with two or three words: one word alone may as well be a state."""
    found: set[str] = set()
    for e in reading.entities:
        tokens = reading.tokens[e.first : e.last]
        beside = all(b.start - a.end <= 1 for a, b in pairwise(tokens))
        full = len(tokens) in (2, 3) and beside and all(t.text.istitle() for t in tokens)
        if (e.label == "DATE" and len(tokens) == 1) or (e.label == "PER" and full):
            found |= {t.text for t in tokens}
    return frozenset(found)


def _of_report(
    report: Report, reading: Reading, names: list[NameMention], cues: Cues, registry: Registry
) -> list[_Draft]:
    if not reading.tokens:
        return []
    tree = Tree(reading, report.text)
    utterances = find_utterances(tree, cues, names, report.outlet or "")
    chains = Chains(tree, cues, names, report.outlet or "", registry, utterances)
    calendar = Calendar(tree, cues, report)
    drafts: list[_Draft] = []
    for u in utterances:
        resolved = chains.speaker(u)
        key, via = chains.voices(u, resolved)
        speaker = resolved.speaker if resolved is not None else None
        stance, judged = judge_stance(tree, cues, u, speaker)
        outer = chains.outer(u)
        said_on = calendar.said_on(u, key or "", outer.speaker.key if outer else "") if key else None
        findings = (*judged, *(resolved.findings if resolved else ()))
        drafts.append(
            _Draft(report.id, u, key, tuple(via), stance, findings, said_on, occasion_of(tree, cues, u), tree)
        )
    return [_headline_day(report, draft, drafts) for draft in drafts]


def _headline_day(report: Report, draft: _Draft, drafts: list[_Draft]) -> _Draft:
    """A headline tells in short what the text tells with its day: the day of the speaker's first dated words holds."""
    titles = report.title_spans
    start = draft.tree.tokens[draft.utterance.content[0][0]].start
    if draft.said_on is None or draft.said_on.first is not None or not any(t.start <= start < t.end for t in titles):
        return draft
    dated = [d.said_on for d in drafts if d.actor == draft.actor and d.said_on is not None and d.said_on.first]
    if not dated:
        return draft
    day = DateRange(dated[0].first, dated[0].last, "the day of the same speaker's words in the text", dated[0].spans)
    return replace(draft, said_on=day)


def _statement(name: str, draft: _Draft, ids: dict[str, str]) -> Statement:
    u, tree = draft.utterance, draft.tree
    parts = [i for a, b in (*u.content, *u.cue, *u.source) for i in (a, b - 1)]
    first = tree.sentence(min(parts))[0]
    last = tree.sentence(max(parts))[1]
    return Statement(
        name,
        draft.report,
        tuple(tree.span(c) for c in u.content),
        tuple(tree.span(c) for c in u.cue),
        tuple(tree.span(c) for c in sorted(set(u.source))),
        ids[draft.actor] if draft.actor else None,
        tuple(dict.fromkeys(ids[k] for k in draft.via if draft.actor is None or ids[k] != ids[draft.actor])),
        _mode(tree, u),
        draft.stance,
        draft.said_on,
        round(u.score, 3),
        f"{METHOD} {u.method}",
        tree.span((first, last)),
        draft.occasion,
        (),
        draft.findings,
    )


def _mode(tree: Tree, u: Utterance) -> str:
    words = [i for a, b in u.content for i in range(a, b) if tree.tokens[i].upos != "PUNCT"]
    quoted = sum(tree.quotation_at(i) is not None for i in words)
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= 0.95 * len(words) else "mixed"
