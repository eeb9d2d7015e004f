"""Frames of speech in a sentence, one inside the other, told by the order of words: who, said, to whom, what.

A sentence is peeled from the outside: what a voice at its end, between commas or at its start says is left over, and is
peeled again. So "A said B had told C that D, E reported" gives E, A, B with what each of them says.
"""

from itertools import pairwise

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.frame import Frame, ranges_of
from firsthand.statements.refused import RefusedFrames
from firsthand.statements.utterance import Range
from firsthand.statements.voices import Voices

DEEPEST = 5
_NAMING = frozenset(["NOUN", "PROPN", "PRON", "NUM", "DET", "X"])


class FrameFinder:
    """Finds the frames of one report, sentence by sentence."""

    def __init__(self, tree: Tree, cues: Cues, phrases: Voices):
        self._tree, self._cues, self._phrases = tree, cues, phrases
        self._refusals = RefusedFrames(tree, cues, phrases)

    def frames(self, sentence: Range) -> list[Frame]:
        """The frames of a sentence, outermost first."""
        found: list[Frame] = []
        for part in self._phrases.sentences_in(sentence):
            found += self._in_part(list(range(*part)))
        return found

    def credited(self, verb: int) -> Range | None:
        """Whom something is attributed to: the voice behind "to"."""
        for i in range(verb + 1, self._tree.sentence(verb)[1] - 1):
            if self._tree.word(i) == "to":
                voice = self._phrases.phrase(i + 1, self._tree.sentence(verb)[1])
                return voice if voice is not None and self._phrases.is_voice(voice) else None
        return None

    def whole(self, source: Range) -> Range:
        """A source that is an article alone, with its noun."""
        if source[1] - source[0] > 1 or self._tree.tokens[source[0]].upos != "DET":
            return source
        return self._phrases.phrase(source[0], self._tree.sentence(source[0])[1]) or source

    def _in_part(self, words: list[int]) -> list[Frame]:
        found: list[Frame] = []
        cited: list[Range] = []
        outer: list[Range] = []
        p = self._phrases
        for _ in range(DEEPEST):
            words = p.bare(words)
            if len(words) < 3:
                break
            words, more, relays = self._asides(words)
            cited, outer = more + cited, outer + relays
            if self._phrases.called_false(words):
                break
            peeled = self._at_end(words) or self._between(words) or self._at_start(words)
            if peeled is None:
                further = self._phrases.further_clause(words)
                if further is None:
                    break
                words = further
                continue
            frame, words = peeled
            frame.scope = ranges_of(words)
            if frame.about is not None and frame.scope and not any(p.finite(i) for i in words[:1]):
                opens = self._tree.word(words[0])
                leads = opens in ("to", "as", "on", "for") or opens.endswith("ing")
                frame.scope = [frame.about, *frame.scope] if leads and frame.about[1] <= words[0] else frame.scope
            frame.cited += cited
            frame.relays += [r for r in outer if r not in frame.relays]
            cited, outer = [], []
            if frame.scope:
                found.append(frame)
            if self._cues.verb_stance.get(self._tree.word(frame.head)) == "denies":
                break
        return found

    def _asides(self, words: list[int]) -> tuple[list[int], list[Range], list[Range]]:
        """Leave out what only tells of the voice beside it: citing two officials; speaking to a paper; on condition."""
        cited: list[Range] = []
        relays: list[Range] = []
        for k in reversed(self._phrases.boundaries(words)):
            part = words[k + 1 :]
            aside = self._phrases.aside(part)
            if aside is not None and k > 2:
                cited, relays = [*aside.cited, *cited], [*aside.relays, *relays]
                words = words[:k]
        return words, cited, relays

    def _at_end(self, words: list[int]) -> tuple[Frame, list[int]] | None:
        """What stands before a comma, then the voice: it has sent tanks, she told the paper."""
        for k in reversed(self._phrases.boundaries(words)):
            if k < 2 or self._phrases.bare_name_before(words, k):
                continue
            frame = self._voice(words[k + 1 :], ends=True)
            if frame is not None and self._phrases.speaks(words[:k]):
                frame.trails = True
                self._issued_by(frame, words)
                return frame, words[:k]
        return self._signed_inside(words)

    def _issued_by(self, frame: Frame, words: list[int]) -> None:
        """A resolution they adopted, their statement said: they are the subject of what is said."""
        p = self._phrases
        spoken = p.phrase(words[0], words[-1] + 1)
        if frame.source is None or spoken is None or not p.is_document(frame.source):
            return
        frame.relays = [spoken if p.pronoun(r) else r for r in frame.relays]
        if p.possessive(frame.source) and spoken not in frame.relays:
            frame.relays.append(spoken)

    def _signed_inside(self, words: list[int]) -> tuple[Frame, list[int]] | None:
        """It has sent tanks according to the paper, with no comma."""
        for k in range(len(words) - 2, 3, -1):
            if self._phrases.according(words[k:]) and self._phrases.speaks(words[:k]):
                frame = self._voice(words[k:], ends=True)
                if frame is not None:
                    frame.trails = True
                    return frame, words[:k]
        return None

    def _between(self, words: list[int]) -> tuple[Frame, list[int]] | None:
        """The voice between two commas: the tanks, she said, had arrived."""
        for a, b in pairwise(self._phrases.boundaries(words)):
            before, inside, after = words[:a], words[a + 1 : b], words[b + 1 :]
            if len(inside) < 2 or not after or not before or self._said_before(before):
                continue
            frame = self._voice(inside, ends=True)
            if frame is not None and (self._phrases.speaks(after) or self._phrases.speaks([*before, *after])):
                frame.trails = True
                self._issued_by(frame, words)
                return frame, [*before, *after]
        return None

    def _said_before(self, words: list[int]) -> bool:
        """Whether a voice and its verb open the words: what stands between commas further on is inside its words."""
        verb = self._phrases.main_verb(words)
        return verb is not None and self._phrases.complement(verb, words[-1] + 4) is not None

    def _voice(self, words: list[int], *, ends: bool) -> Frame | None:
        """A voice with its verb and nothing that it says: she told the paper; said the minister; according to them."""
        p = self._phrases
        if not words or words[-1] - words[0] + 1 != len(words):
            return None
        if p.according(words):
            return self._accorded(words)
        words = p.without_so(words)
        first = words[0]
        if p.inverted(words):
            source = p.phrase(first + 1, words[-1] + 1)
            if source is None or not any(self._tree.tokens[i].upos in _NAMING for i in range(*source)):
                return None  # not one bullet | went missing
            source, relays = p.without_place(source, words[-1] + 1)
            handed = p.handed_on(source[1], words[-1] + 1)
            frame = Frame(first, [(first, first + 1)], source, relays=handed or relays)
            return frame
        refused = self._refusals.frame(words, [])
        if refused is not None:
            return refused if not p.clause_follows(refused.cue[0][1], words[-1] + 1) else None
        verb = p.main_verb(words)
        if verb is None or not p.starts_phrase(first) or self._undergone(verb):
            return None
        if p.complement(verb, words[-1] + 1) is not None or p.has_object(verb, words[-1] + 1):
            return None
        if p.joined(first, verb):
            return None
        return self._spoken(words, verb)

    def _undergone(self, verb: int) -> bool:
        """The experts charged | with watching it: what was done to them, and no verb of theirs."""
        participle = self._tree.tokens[verb].deprel == "acl" and self._tree.tokens[verb].text.endswith("ed")
        return participle and self._tree.word(verb + 1) in ("with", "by", "to", "of", "for")

    def _accorded(self, words: list[int], *, ends: bool = True) -> Frame | None:
        p = self._phrases
        start = p.after_according(words)
        source = p.phrase(start, words[-1] + 1)
        if source is None or (ends and p.voiced_on(source[1], words[-1] + 1)):
            return None
        frame = Frame(words[0], [(words[0], start)], source)
        self._with_relative(frame, source[1], words[-1] + 1)
        return frame

    def _spoken(self, words: list[int], verb: int, thing: int | None = None) -> Frame | None:
        """The frame of a verb with its subject before it, active or passive."""
        p = self._phrases
        subject, cited, relays = p.subject(words[0], verb)
        end = words[-1] + 1
        stop = p.complement(verb, end) if thing is None else thing
        behind = (verb + 1, stop if stop is not None else end)
        cue = [p.verb_group(verb)]
        if p.quotes(verb):
            return self._quoted(subject, verb, behind, [*cited], relays)
        if p.is_passive(verb):
            agent = p.agent(behind)
            if agent is None and p.impersonal(subject):
                agent = p.placed_in(behind)
            if agent is None:
                return None
            frame = Frame(verb, cue, agent, [], [*relays, *p.handed_on(agent[1], behind[1])])
            frame.about = subject if not p.impersonal(subject) else None
            return frame
        frame = Frame(verb, cue, subject, [*cited, *p.based_on(behind)], relays)
        frame.relays += [r for r in p.addressed(verb, behind) if r not in relays]
        return frame

    def _quoted(
        self, subject: Range | None, verb: int, behind: Range, cited: list[Range], relays: list[Range]
    ) -> Frame | None:
        """A was quoted by B as saying; B quoted A as saying."""
        p = self._phrases
        cue = [p.verb_group(verb), *p.as_saying(verb)]
        if p.is_passive(verb):
            outlet = p.agent(behind) or p.placed_in(behind)
            outlet = (
                outlet or p.told_as(verb, behind[1]) or p.agent((subject[1], verb) if subject is not None else behind)
            )
            frame = Frame(verb, cue, subject, [], [outlet] if outlet is not None else [])
            frame.relays += [r for r in relays if r not in frame.relays]
            return frame if subject is not None else None
        quoted = p.phrase(verb + 1, behind[1])
        if quoted is None or not p.as_saying(verb):
            return None
        more = [subject] if subject is not None else []
        return Frame(verb, cue, quoted, [], [*cited, *more, *relays])

    def _with_relative(self, frame: Frame, start: int, end: int) -> None:
        """A note that an official described to the paper; a note seen by the paper; she told the paper."""
        for voice in self._phrases.handed_on(start, end):
            if voice not in frame.relays:
                frame.relays.append(voice)

    def _at_start(self, words: list[int]) -> tuple[Frame, list[int]] | None:
        """The voice, its verb, and what it says up to the end."""
        p = self._phrases
        relays: list[Range] = []
        cited: list[Range] = []
        for _ in range(3):
            opening = p.opening(words)
            if opening is None:
                break
            if p.without_so(words) != words:
                frame = self._voice(words[:opening], ends=True)
                if frame is not None:
                    return frame, words[opening + 1 :]
            if p.according(words):
                frame = self._accorded(words[:opening])
                if frame is not None and frame.source is not None and len(words) - opening > 3:
                    frame.source = p.with_apposition(frame.source, words[-1] + 1)
                    rest = [i for i in words[opening + 1 :] if i > frame.source[1]]
                    return frame, rest if frame.source[1] > words[opening] else words[opening + 1 :]
            aside = p.aside(words[:opening])
            if aside is not None:
                cited += aside.cited
            relays += p.outlets_of_occasion((words[0], words[opening]))
            words = p.bare(words[opening + 1 :])
            words, handed = self._past_handed(words)
            relays += [r for r in handed if r not in relays]
        else:
            return None
        if len(words) < 4:
            return None
        if p.according(words):
            return self._accorded_start(words, relays)
        found = (
            self._in_document(words)
            or self._in_body(words)
            or self._announced(words)
            or self._refusals.question(words)
            or self._refusals.opening(words, relays)
            or self._verb_first(words, relays)
        )
        if found is not None:
            found[0].cited += cited
        return found

    def _past_handed(self, words: list[int]) -> tuple[list[int], list[Range]]:
        """In a letter, | a copy of which was seen by the paper, | she wrote: the words behind, and who handed it on."""
        p = self._phrases
        comma = next((k for k, i in enumerate(words[:16]) if self._tree.tokens[i].text == ","), None)
        if comma is None or len(words) - comma < 5 or not any(p.relative(i) for i in words[: min(4, comma)]):
            return words, []
        handed = p.handed_on(words[0], words[comma])
        return (p.bare(words[comma + 1 :]), handed) if handed else (words, [])

    def _announced(self, words: list[int]) -> tuple[Frame, list[int]] | None:
        """A denial from the navy followed: it has sold no ships."""
        p, tree = self._phrases, self._tree
        colon = next((k for k, i in enumerate(words) if tree.tokens[i].text == ":" and 2 < k < 22), None)
        if colon is None or len(words) - colon < 4:
            return None
        for i in words[:colon]:
            noun = self._cues.noun(tree, i) is not None or self._cues.has("utterance_noun", tree.tokens[i].lemma)
            if not noun or tree.word(i + 1) not in ("from", "by", "of"):
                continue
            source = p.phrase(i + 2, words[colon])
            if source is not None and p.is_voice(source):
                return Frame(i, [(i, i + 1)], source), words[colon + 1 :]
        return None

    def _verb_first(self, words: list[int], relays: list[Range]) -> tuple[Frame, list[int]] | None:
        p = self._phrases
        verb = p.main_verb(words)
        if verb is None or verb not in words:
            return None
        end = words[-1] + 1
        start = p.complement(verb, end)
        if start is None:
            start = p.object_said(verb, end, p.subject(words[0], verb)[0])
        if start is None:
            return None
        rest = [i for i in words if i >= start]
        frame = self._spoken(words, verb, start)
        if frame is None or len(rest) < 2:
            return None
        rest = self._without_further_saying(rest)
        frame.relays += [r for r in relays if r not in frame.relays]
        return frame, rest

    def _without_further_saying(self, words: list[int]) -> list[int]:
        """The delivery of tanks, | which he called a gift: a thing without what a relative clause says of it."""
        p = self._phrases
        if any(p.finite(i) for i in words[:2]) or p.starts_clause(words):
            return words
        for k, i in enumerate(words[1:-2], 1):
            if self._tree.tokens[i].text == "," and self._tree.word(words[k + 1]) == "which":
                return words[:k] if any(p.reports(j) for j in words[k + 2 :]) else words
        return words

    def _accorded_start(self, words: list[int], relays: list[Range]) -> tuple[Frame, list[int]] | None:
        """According to the paper the tanks have arrived, with no comma."""
        frame = self._accorded(words, ends=False)
        if frame is None or frame.source is None:
            return None
        frame.relays += relays
        rest = [i for i in words if i >= frame.source[1]]
        return (frame, rest) if len(rest) > 3 else None

    def _in_body(self, words: list[int]) -> tuple[Frame, list[int]] | None:
        """In the general staff the news was not commented: the staff speaks, by a passive verb without an agent."""
        p, tree = self._phrases, self._tree
        if tree.word(words[0]) not in ("in", "at", "by"):
            return None
        body = p.phrase(words[0] + 1, words[-1] + 1)
        if body is None or not p.is_voice(body) or p.is_document(body):
            return None
        rest = [i for i in words if i >= body[1]]
        verb = next((i for i in rest[1:] if p.reports(i) and p.is_passive(i)), None)
        if verb is None or p.agent((verb + 1, words[-1] + 1)) is not None:
            return None
        group = p.verb_group(verb)
        scope = [i for i in rest if not group[0] <= i < group[1]]
        return (Frame(verb, [group], body), scope) if len(scope) > 1 else None

    def _in_document(self, words: list[int]) -> tuple[Frame, list[int]] | None:
        """In a manifest of that day the tanks appeared as tractors: the manifest says so."""
        p, tree = self._phrases, self._tree
        if tree.word(words[0]) != "in":
            return None
        held = p.document_phrase(words[0] + 1, words[-1] + 1)
        if held is None:
            return None
        rest = [i for i in words if i >= held[1]]
        verb = next((i for i in rest if self._cues.has("appear_verb", tree.tokens[i].lemma)), None)
        return (Frame(verb, [(verb, verb + 1)], held), rest) if verb is not None else None
