"""Frames of refusal: who would not say, what, and to whom."""

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.frame import Frame
from firsthand.statements.refusals import Refusals
from firsthand.statements.utterance import Range
from firsthand.statements.voices import Voices


class RefusedFrames:
    """Finds frames of refusal in the words of a sentence."""

    def __init__(self, tree: Tree, cues: Cues, phrases: Voices):
        self._tree, self._cues, self._phrases = tree, cues, phrases
        self._refusals = Refusals(tree, cues)

    def question(self, words: list[int]) -> tuple[Frame, list[int]] | None:
        """Whether it was so was a question that the minister would not answer: what stands before is refused."""
        p = self._phrases
        for k in range(4, len(words) - 4):
            if not self._cues.has("topic_noun", self._tree.word(words[k])):
                continue
            copula = next((j for j in (k - 2, k - 3, k - 1) if self._cues.has("be_form", self._tree.word(words[j]))), 0)
            start = k + 2 if p.relative(words[k + 1]) else k + 1
            frame = self.frame(words[start:], []) if copula > 2 else None
            if frame is not None:
                return frame, words[:copula]
        return None

    def opening(self, words: list[int], relays: list[Range]) -> tuple[Frame, list[int]] | None:
        """The voice, the refusal, and what is refused up to the end."""
        frame = self.frame(words, relays)
        if frame is None:
            return None
        end = max(frame.cue[0][1], frame.resume)
        rest = [i for i in words if i >= end]
        return (frame, rest) if len(rest) > 1 else None

    def frame(self, words: list[int], relays: list[Range]) -> Frame | None:
        """A voice, then words of refusal; no other verb of saying before them."""
        p = self._phrases
        found, hint = self._refusals.find(words), "withholds"
        told = self._refusals.set_phrase(words)
        if told is not None and told[1] == "expects" and self._undergone(told[0][0], words[0]):
            told = None
        if told is not None and (found is None or told[0][0] < found[0]):
            found, hint = told
        if found is None or found[0] <= words[0] or not p.starts_phrase(words[0]):
            return None
        verb = p.main_verb(words)
        if verb is not None and verb < found[0]:
            return None
        if any(self._acts(i) for i in p.plain_part(words, found[0])):
            return None
        subject, cited, more = p.subject(words[0], found[0])
        before = self._tree.word(found[0] - 1)
        if subject is None or (self._cues.has("subject_pronoun", before) and subject[1] < found[0]):
            return None
        if all(self._cues.has("or_word", w) or self._cues.has("none_word", w) for w in self._words(subject)):
            return None  # We neither confirm nor deny: a wrong tree makes "neither" a voice
        if self._goes_along(found[0]) and not p.is_voice(subject):
            return None
        frame = Frame(found[1] - 1, [found], subject, cited, [*relays, *more], hint=hint)
        if self._cues.has("addressee_verb", self._tree.tokens[found[1] - 1].lemma):
            named = p.outlets.named(found[1], words[-1] + 1)
            if named is not None and p.outlets.may_be(named):
                frame.relays.append(named)
                frame.resume = named[1]
        frame.relays += [r for r in self._told_in(found[1], words[-1] + 1) if r not in frame.relays]
        return frame

    def _undergone(self, verb: int, first: int) -> bool:
        """The cargo was never meant to stay: a thing of which somebody meant so."""
        return any(self._cues.has("be_form", self._tree.word(i)) for i in range(max(first, verb - 2), verb))

    def _goes_along(self, verb: int) -> bool:
        """Would not speak of the sale, saying only that …: who says so stands further out."""
        return self._tree.word(verb).endswith("ing") and self._tree.tokens[verb - 1].text == ","

    def _words(self, span: Range) -> list[str]:
        return [self._tree.word(i) for i in range(*span)]

    def _acts(self, i: int) -> bool:
        """A finite verb other than those that lead to a refusal: has nothing to add, was in no position to say."""
        token = self._tree.tokens[i]
        return self._phrases.finite(i) and token.upos == "VERB" and token.lemma not in ("have", "be")

    def _told_in(self, first: int, end: int) -> list[Range]:
        """When he spoke to the paper, in an interview with it: behind a refusal."""
        p = self._phrases
        start = next((i for i in range(first, end) if self._cues.has("spoken_word", self._tree.word(i))), None)
        return p.outlets.in_range(start, end) if start is not None else []
