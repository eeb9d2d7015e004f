"""Refusals told by the order of words: declined to say, would neither confirm nor deny, had nothing to add."""

from functools import cache

from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Range
from firsthand.statements.wording import plain, starts

_MARKS = frozenset("“”\"«»„‘’'`") | {"''", "``"}


class Refusals:
    """Finds the words of a refusal in a stretch of tokens."""

    def __init__(self, tree: Tree, cues: Cues):
        self._tree, self._cues = tree, cues

    def find(self, words: list[int]) -> Range | None:
        """The first refusal in the words, from its lead to the preposition that leads over to what is refused."""
        plain = [i for i in words if self._tree.tokens[i].text not in _MARKS]
        for k in range(len(plain)):
            size = self._whole(plain, k) or self._lead_and_act(plain, k)
            if size:
                last = k + size
                while last < len(plain) and self._cues.has("over_word", self._tree.word(plain[last])):
                    last += 1
                return plain[k], plain[last - 1] + 1
        return None

    def set_phrase(self, words: list[int]) -> tuple[Range, str] | None:
        """A set phrase that gives a stance by itself (made no secret of; laughed off; has its heart set on)."""
        places = [i for i in words if self._tree.tokens[i].text not in _MARKS]
        said = [plain(self._tree, [i]) for i in places]
        for k in range(1, len(places)):
            for group, stance in _SET_PHRASES:
                size = starts(group, said[k : k + 14])
                if size:
                    return (places[k], places[min(k + size, len(places)) - 1] + 1), stance
        return None

    def _whole(self, plain: list[int], k: int) -> int:
        return self._longest(plain, k, "refusal_phrase")

    def _lead_and_act(self, plain: list[int], k: int) -> int:
        """A lead and, up to four words behind it, an act that it refuses; adverbs and "to me" may stand between."""
        lead = self._longest(plain, k, "refusal_lead")
        if not lead and self._cues.has("none_word", self._tree.word(plain[0])):
            lead = int(k > 0 and self._tree.tokens[plain[k]].upos == "AUX")
        if not lead:
            return 0
        for j in range(k + lead, min(k + lead + 5, len(plain))):
            act = self._longest(plain, j, "refusal_act")
            if act:
                return self._further_act(plain, j + act) - k
            if self._tree.tokens[plain[j]].upos not in ("ADV", "PRON", "ADP", "PART", "SCONJ", "CCONJ", "AUX", "DET"):
                return 0
        return 0

    def _further_act(self, plain: list[int], j: int) -> int:
        """Confirm | or deny; give details | or names."""
        if j + 1 < len(plain) and self._cues.has("or_word", self._tree.word(plain[j])):
            act = self._longest(plain, j + 1, "refusal_act")
            return j + 1 + act if act else j
        return j

    def _longest(self, plain: list[int], k: int, group: str) -> int:
        """How many words from ``k`` the longest phrase of the group takes, 0 where none stands there."""
        if self._tree.word(plain[k]) not in _openers(self._cues)[group]:
            return 0
        for size in range(min(_sizes(self._cues)[group], len(plain) - k), 0, -1):
            if self._cues.has(group, " ".join(self._tree.word(i) for i in plain[k : k + size]).replace("’", "'")):
                return size
        return 0


@cache
def _openers(cues: Cues) -> dict[str, set[str]]:
    return {g: {p.split()[0] for p in cues.groups[g]} for g in _GROUPS}


@cache
def _sizes(cues: Cues) -> dict[str, int]:
    return {g: max(len(p.split()) for p in cues.groups[g]) for g in _GROUPS}


_GROUPS = ("refusal_phrase", "refusal_lead", "refusal_act")
_SET_PHRASES = (
    ("confirm_phrase", "confirms"),
    ("deny_phrase", "denies"),
    ("withhold_phrase", "withholds"),
    ("expect_phrase", "expects"),
    ("comment_phrase", "comments"),
)
