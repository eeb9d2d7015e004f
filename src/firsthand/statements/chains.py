"""Who says each utterance of a report, and through whom it came, as keys of the case's sources."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter, itemgetter

from firsthand.language.gazetteer import NameMention
from firsthand.language.trees import Tree
from firsthand.statements.conversations import BACK, REACH, Afterword, afterwords, conversations, reporters
from firsthand.statements.cues import Cues
from firsthand.statements.introduced import Resolved
from firsthand.statements.outlets import Outlets
from firsthand.statements.registry import Registry, key_of
from firsthand.statements.resolution import Resolver
from firsthand.statements.utterance import Range, Utterance, overlap
from firsthand.statements.wording import wording

DEEPEST = 4
"""Utterances around one another that are followed outwards."""
_STATE = frozenset({"state", "country", "government", "nation", "member", "neighbour", "neighbor", "ally", "republic"})
_STATES = frozenset({"states", "countries", "governments", "nations"})
STILL = 4
"""How many sentences on the relays of a speaker's last words still hold for the next."""


class Chains:
    """Resolves the voices of one report's utterances, in the order of the text, into ``sources``."""

    def __init__(
        self, tree: Tree, cues: Cues, names: list[NameMention], own: str, sources: Registry, found: Sequence[Utterance]
    ):
        self._tree, self._cues = tree, cues
        self._sources = sources
        self._report = tree.reading.report
        self._resolver = Resolver(tree, cues, names)
        self._speakers = self._resolved(found)
        outlets = Outlets(tree, cues, names, own)
        self._talks = conversations(tree, cues, outlets)
        self._reporters = reporters(tree, cues, outlets)
        told = sorted(found, key=attrgetter("head"))
        self._afterwords = [(a, self._whose(a, told)) for a in afterwords(tree, cues, outlets)]
        self._told: dict[str, tuple[int, list[str]]] = {}

    def speaker(self, u: Utterance) -> Resolved | None:
        """Who says an utterance, None where nobody is told."""
        resolved = self._speakers[id(u)]
        if resolved is None or resolved.mention.pronoun not in ("person", "thing"):
            return resolved
        relays = [self._resolver.resolve(relay, None, remember=False) for relay in u.relays]
        if any(not r.mention.pronoun and r.speaker.key == resolved.speaker.key for r in relays):
            # The prosecutor read what he admits: who hands his words on is not he.
            return self._resolver.another(u.source[0], resolved.speaker.key) or resolved
        return resolved

    def outer(self, u: Utterance) -> Resolved | None:
        """Who says the utterance around one."""
        return self._speakers.get(id(u.outer)) if u.outer is not None else None

    def voices(self, u: Utterance, speaker: Resolved | None) -> tuple[str | None, list[str]]:
        """The key of who says an utterance, and those through whom it came, the nearest first."""
        key = self._known(speaker, speaker.mention.span) if speaker is not None else None
        relays = self._relays(u, key)
        via = list(relays)
        if speaker is None or key is None:
            # The union told the paper they could not say: they are the union. He is no union.
            taken = bool(via and u.source) and self._may_be(u.source[0], relays[via[0]])
            return (via[0], via[1:]) if taken else (None, via)
        via = via or [k for k in self._owner(speaker) if k != key]
        if via and self._speaks_for(u, speaker):
            return via[0], via[1:]
        sentence = self._tree.tokens[u.head].sentence
        last, through = self._told.get(key, (0, []))
        if through and not via and u.outer is None:
            if sentence - last <= STILL or self._on_that_occasion(u):
                return key, through
        elif through and relays and all(self._is_paper(r) for r in relays.values()):
            return key, through  # he admitted to the paper: to the one that he told before
        if relays and all(self._is_paper(r) for r in relays.values()):
            # He sat down with the monthly Optic. He told the magazine …: the Optic.
            via = self._came_through(sentence, key, speaker) or via
        elif relays and not any(r.speaker.kind == "media" for r in relays.values()):
            # The Optic talked to a colonel. He said that a clerk had told him: through him, and through the Optic.
            outlet = self._came_through(sentence, via[-1], relays[via[-1]])
            via += [k for k in outlet if k != key]
        if via and u.relays:
            self._told[key] = (sentence, via)
        elif not via and u.outer is None:
            via = self._came_through(sentence, key, speaker) or self._told_it(u, key)
            via = via or self._told_reporter(u, key) or self._told_after(u, key)
        return key, via

    def _on_that_occasion(self, u: Utterance) -> bool:
        """In the interview he also …; on the programme she was asked …: this sentence, or the last, takes it up."""
        tokens, last = self._tree.tokens, self._tree.sentence(u.head)[1]
        for i in self._tree.words_before(last - 1, 1):
            taken_up = self._tree.word(i - 1) in ("the", "same") and not u.covers(i)
            if taken_up and any(self._cues.has(group, tokens[i].text) for group in ("occasion_word", "printing_noun")):
                return not tokens[i + 1].text[0].isupper()
        return False

    def _may_be(self, source: Range, known: Resolved) -> bool:
        """Whether a source of nobody may stand for a voice that hands it on: they may be the union, he is no union."""
        word = self._tree.word(source[0]) if source[1] - source[0] == 1 else ""
        if any(self._cues.has(f"person_{form}", word) for form in ("pronoun", "possessive")):
            return False
        return not (self._cues.has("thing_pronoun", word) and known.mention.person)

    def _speaks_for(self, u: Utterance, speaker: Resolved) -> bool:
        """The spokesman told reporters that Peru can confirm it: he does, for his own side; Peru and Chile deplore it,
        their ministers wrote: so do they, for both."""
        words = {self._tree.word(i) for part in u.cue for i in range(*part)}
        named = speaker.mention.head_name
        first = self._resolver.resolve(u.relays[0], None, remember=False) if u.relays else self.outer(u)
        if first is None or first.speaker.kind != "official":
            return False
        several = len(speaker.speaker.states) > 1 and speaker.speaker.key.startswith("state:")
        if several or (speaker.mention.plural and speaker.mention.noun in _STATE):
            phrase = [self._tree.word(i) for i in range(*first.mention.span)]
            theirs = any(self._cues.has("possessive_pronoun", word) or word in _STATES for word in phrase)
            return theirs and first.speaker.plural
        if "can" not in words or named is None or named.kind != "state":
            return False
        return not set(first.speaker.states).isdisjoint(speaker.speaker.states)

    def _resolved(self, found: Sequence[Utterance]) -> dict[int, Resolved | None]:
        """The speaker of each utterance; words in the first person inside another's are that other's."""
        speakers: dict[int, Resolved | None] = {}
        for u in found:
            if not u.source:
                speakers[id(u)] = None
                continue
            around = [*u.outer.source, *u.outer.relays] if u.outer is not None else []
            resolved = self._resolver.resolve(u.source[0], u.subject, others=[*u.relays, *around])
            outer = speakers.get(id(u.outer)) if u.outer is not None else None
            if resolved.mention.pronoun == "self" and outer is not None:
                resolved = outer
            # A pronoun that nobody fits is no speaker.
            speakers[id(u)] = resolved if resolved.findings or not resolved.mention.pronoun else None
        return speakers

    def _relays(self, u: Utterance, key: str | None) -> dict[str, Resolved]:
        """The relays by their keys, outermost last."""
        found: dict[str, Resolved] = {}
        walk: Utterance | None = u
        depth = 0
        while walk is not None and depth < DEEPEST:
            outer = self.outer(walk)
            for relay in walk.relays:
                if outer is None or not overlap(outer.mention.span, relay):
                    resolved = self._resolver.resolve(relay, None, remember=False)
                    found.setdefault(self._relay(resolved, relay, key), resolved)
            walk = walk.outer
            depth += 1
            if outer is not None and not any(overlap(outer.mention.span, s) for s in u.source):
                found.setdefault(self._relay(outer, outer.mention.span, key, alias=False), outer)
        found.pop(key or "", None)
        unknown = [k for k, r in found.items() if r.mention.pronoun == "thing" and not r.findings]
        found = {k: r for k, r in found.items() if k not in unknown or len(found) == len(unknown)}
        papers = [k for k, resolved in found.items() if self._is_paper(resolved)]
        named = any(k not in papers and self._is_name(resolved) for k, resolved in found.items())
        return {k: resolved for k, resolved in found.items() if not (named and k in papers)}

    def _is_paper(self, resolved: Resolved) -> bool:
        """She has talked to Suara Teluk, and claims in | the paper: the one that the chain names."""
        mention = resolved.mention
        bare = mention.definite and mention.span[1] - mention.span[0] == 2
        return bare and not resolved.findings and self._cues.has("printing_noun", mention.noun)

    def _is_name(self, resolved: Resolved) -> bool:
        words = self._tree.tokens[slice(*resolved.mention.span)]
        return not resolved.mention.person and any(w.text[0].isupper() for w in words[1:] or words)

    def _relay(self, resolved: Resolved, span: Range, key: str | None, *, alias: bool = True) -> str:
        """The key of a relay; its pronoun does not stand for who is relayed."""
        if resolved.mention.pronoun and key == key_of(self._report, resolved.speaker):
            resolved = self._resolver.another(span, resolved.speaker.key) or resolved
        return self._known(resolved, span, alias=alias)

    def _owner(self, speaker: Resolved) -> list[str]:
        """Their study says: those whose study it is hand on what stands in it."""
        if speaker.speaker.kind not in ("document", "media"):
            return []
        named = [self._tree.within(span.start, span.end) for f in speaker.findings for span in f.spans]
        for phrase in (speaker.mention.span, *named):
            if phrase is None or not self._cues.has("possessive_pronoun", self._tree.word(phrase[0])):
                continue
            span = (phrase[0], phrase[0] + 1)
            owner = self._resolver.resolve(span, None, remember=False)
            return [self._known(owner, span, alias=False)] if owner.findings else []
        return []

    def _came_through(self, sentence: int, key: str, speaker: Resolved) -> list[str]:
        """Through whom the words of ``key`` came in this sentence or one of those before."""
        first = bisect_left(self._talks, sentence - REACH, key=attrgetter("sentence"))
        last = bisect_left(self._talks, sentence, first, key=attrgetter("sentence"))
        for talk in reversed(self._talks[first:last]):
            told = self._resolver.resolve(talk.speaker, talk.subject, remember=False)
            if key == key_of(self._report, told.speaker) or self._same_document(told, speaker, talk.sentence):
                through = self._known(self._resolver.resolve(talk.through, None, remember=False), talk.through)
                return [through] if through != key else []
        return []

    def _same_document(self, told: Resolved, speaker: Resolved, sentence: int) -> bool:
        """She read out a statement by a clerk; the statement says, it says, the clerk wrote."""
        noun, said = told.mention.noun, speaker.mention
        if said.person or not (self._cues.has("document_noun", noun) or self._cues.has("utterance_noun", noun)):
            return False
        if said.pronoun:
            return said.pronoun == "thing" and noun in speaker.speaker.name.lower().split()
        tree = self._tree
        by = any(
            tree.tokens[i].lemma == said.noun and self._cues.has("from_or_by", tree.preposition(i))
            for i in range(*tree.reading.sentences[sentence])
        )
        return said.definite and (by or said.noun == noun)

    def _whose(self, after: Afterword, told: Sequence[Utterance]) -> str | None:
        """The key of the speaker whose words an afterword tells of: where it names nobody, the last one before it.

        ``told`` are the utterances in the order of their heads.
        """
        if after.speaker is not None:
            speaker = self._resolver.resolve(after.speaker, None, remember=False).speaker
            return key_of(self._report, speaker)
        k = bisect_left(told, self._tree.reading.sentences[after.sentence][0], key=attrgetter("head"))
        last = self._speakers[id(told[k - 1])] if k else None
        return key_of(self._report, last.speaker) if last is not None else None

    def _told_after(self, u: Utterance, key: str) -> list[str]:
        """Through whom the words of ``key`` came as one of the next sentences tells: she was speaking to the paper.

        Where they deny a claim, and the claim was reported by the paper, it did not hand on the denial.
        """
        sentence = self._tree.tokens[u.head].sentence
        denies = self._cues.verb(self._tree, u.head) == "denies"
        first = bisect_left(self._afterwords, sentence + 1, key=lambda pair: pair[0].sentence)
        for after, whose in self._afterwords[first : first + BACK]:
            denied = denies and wording("claim_noun", after.told) is not None
            if after.sentence - sentence <= BACK and whose == key and not denied:
                return [self._known(self._resolver.resolve(after.through, None, remember=False), after.through)]
        return []

    def _told_reporter(self, u: Utterance, key: str) -> list[str]:
        """A reporter of the paper waited for him. He told her …: through the paper."""
        listener = self._tree.child(u.head, "iobj", "obj")
        if listener is None and self._tree.word(u.head + 1) == "to" and u.head + 2 < len(self._tree.tokens):
            listener = u.head + 2
        if listener is None or not any(
            self._cues.has(group, self._tree.tokens[listener].lemma) or self._cues.has(group, self._tree.word(listener))
            for group in ("listener_pronoun", "reporter_noun")
        ):
            return []
        sentence = self._tree.tokens[u.head].sentence
        paper = self._resolver.resolve((listener, listener + 1), None, remember=False)
        if paper.mention.pronoun == "thing" and paper.findings and paper.speaker.kind == "media":
            return [self._known(paper, (listener, listener + 1))]
        last = bisect_right(self._reporters, sentence, key=itemgetter(0)) - 1
        if last < 0 or sentence - self._reporters[last][0] > STILL:
            return []
        through = self._reporters[last][1]
        outlet = self._known(self._resolver.resolve(through, None, remember=False), through)
        return [outlet] if outlet != key else []

    def _told_it(self, u: Utterance, key: str) -> list[str]:
        """His hosts had assured him that …, with nobody around it who says so: he tells it."""
        tree = self._tree
        listener = tree.child(u.head, "iobj", "obj")
        words = {tree.word(i) for a, b in u.cue for i in range(a, b)}
        if listener is None or "had" not in words or not self._cues.has("listener_pronoun", tree.word(listener)):
            return []
        span = (listener, listener + 1)
        resolved: Resolved | None = self._resolver.resolve(span, None, remember=False)
        if resolved is None or not resolved.findings or key == key_of(self._report, resolved.speaker):
            resolved = self._resolver.another(span, key)
        return [self._known(resolved, span)] if resolved is not None else []

    def _known(self, resolved: Resolved, span: Range, *, alias: bool = True) -> str:
        """The key of a speaker, once its mention is noted, and what a pronoun for a thing takes up."""
        for finding in resolved.findings if resolved.mention.pronoun == "thing" else ():
            meant = finding.spans[-1]
            self._sources.add(self._report, resolved.speaker, self._tree.text[meant.start : meant.end], meant)
        phrase = self._tree.slice(span) if alias and not resolved.mention.pronoun else ""
        return self._sources.add(self._report, resolved.speaker, phrase, self._tree.span(span))
