"""Read cases of who says what (tests/cases and training/written, JSON lines) into examples for the second reading.

Each statement comes with its own cue and content and, where the reader finds others for it, with those as well: they
are what it will be asked about.
"""

import json
import pathlib
from collections.abc import Iterator
from dataclasses import replace

from firsthand.intake import report_from_text
from firsthand.model import STANCES
from firsthand.reader import Reader
from firsthand.statements.utterance import meet, share
from training.data import NO_STANCE, Example, Range, Told
from training.written import bare_cue, in_words

HALF = "tune"
"""Cases of the other half are for reporting."""
ALIKE = 0.6
"""A content of which so much lies in another's, and the other way round, is the same."""
BESIDE = 6
"""Words from a cue within which the pronoun of its voice stands."""
PERSONAL = frozenset(["he", "she", "they"])


def examples(path: pathlib.Path, reader: Reader) -> list[Example]:
    """The cases of a file; raises ValueError at a slice that does not stand in its text."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case.get("half", HALF) == HALF:
            found.append(_Case(case, reader).example())
    return found


class _Case:
    def __init__(self, case: dict, reader: Reader):
        self.name, self.text = case["id"], case["text"]
        self.marked = case["statements"] if "statements" in case else [case["statement"]]
        self.blank, self.ranges, _ = in_words(self.text)
        self.reading = reader.read(report_from_text(self.text))
        self.sentence = [0] * len(self.blank.words)
        for number, bounds in enumerate(self.reading.sentences):
            for first, last in self.of_reading([bounds]):
                self.sentence[first:last] = [number] * (last - first)

    def example(self) -> Example:
        self.blank.told = list(self.told())
        return self.blank

    def told(self) -> Iterator[Told]:
        found = [(self.of_reading(s.cue), self.of_reading(s.content)) for s in self.reading.inner]
        for gold in filter(None, map(self.statement, self.marked)):
            yield gold
            for cue, content in found:
                same = min(share(content, gold.content), share(gold.content, content)) > ALIKE
                if same and (cue, content) != (gold.cue, gold.content) and not meet(cue, gold.content):
                    yield replace(gold, cue=cue, content=content)
                    break

    def statement(self, gold: dict) -> Told | None:
        content = [r for words in _listed(gold["content"]) for r in self.place(words)]
        cue = [r for words in _listed(gold["cue"]) for r in self.place(words)]
        if not content:
            return None
        if "stance" in gold:
            return Told(cue, content, STANCES.index(gold["stance"]), None)
        cue = cue or bare_cue(self.blank.words, content[0][0] - 1) or bare_cue(self.blank.words, content[-1][1] + 1)
        voices = [self.voice(link, level, (cue or content)[0][0], content) for level, link in enumerate(gold["chain"])]
        return Told(cue, content, NO_STANCE, voices) if all(voices) else None

    def voice(self, link: dict, level: int, at: int, content: list[Range]) -> list[Range]:
        """The words that stand for a voice where it speaks: those told, a pronoun beside its cue, or its name."""
        if "near" in link:
            return self.place(link["near"], within=link["in"])
        named = self.place(link["words"])
        if level or not named or self.sentence[named[0][0]] == self.sentence[at]:
            return named
        pronouns = [
            i
            for i in range(max(0, at - BESIDE), min(len(self.blank.words), at + BESIDE + 1))
            if self.blank.words[i].lower() in PERSONAL
            and self.sentence[i] == self.sentence[at]
            and not any(a <= i < b for a, b in content)
        ]
        nearest = min(pronouns, key=lambda i: abs(i - at), default=None)
        return named if nearest is None else [(nearest, nearest + 1)]

    def place(self, words: str, within: str | None = None) -> list[Range]:
        """The words of a slice that stands once in the text, or once ``within`` one that does."""
        around = words if within is None else within
        start = self.text.find(around)
        if start < 0 or words not in around:
            raise ValueError(f"case {self.name}: {words!r} does not stand in the text")
        start += around.index(words)
        return self.ranges([(start, start + len(words))])

    def of_reading(self, ranges: tuple[Range, ...] | list[Range]) -> list[Range]:
        tokens = self.reading.tokens
        return self.ranges([(tokens[a].start, tokens[b - 1].end) for a, b in ranges])


def _listed(slices: str | list[str]) -> list[str]:
    return slices if isinstance(slices, list) else [slices] * bool(slices)
