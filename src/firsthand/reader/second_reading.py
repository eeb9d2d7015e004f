"""The second reading: a statement's stance and voices, read again once its cue and content are known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from firsthand.model import Speech
from firsthand.reader.encoder import Encoded, open_session
from firsthand.reader.heads import SECOND, Floats, Range, gelu, log_softmax

SECOND_FILE = "second.onnx"
PLAIN, IN_CUE, IN_CONTENT = range(3)
"""What a piece is to the statement that is read."""
AROUND = 128
"""Pieces of the window that are read around one statement."""
FRESH = 0.6
"""Words that are a voice so surely are one where the first reading tagged no source."""
ELSEWHERE = 0.7
"""A voice so sure counts in another sentence too, where the first reading did not point to it."""


class SecondReading:
    """The upper layers of the encoder, trained to read one statement. ``folder`` holds second.onnx.

    ``weights`` are the arrays of heads.npz, ``stances`` their names in its order. Raises ValueError where the layers do
    not fit an encoder of ``width``.
    """

    def __init__(
        self,
        folder: Path,
        weights: Mapping[str, NDArray[np.float16]],
        stances: Sequence[str],
        width: int,
        *,
        threads: int = 0,
        device: str = "cpu",
    ):
        self._session = open_session(folder / SECOND_FILE, ["middle", "roles"], threads, device)
        self._w: dict[str, Floats] = {
            name.removeprefix(SECOND): weights[name].astype(np.float32) for name in weights if name.startswith(SECOND)
        }
        mine = self._session.get_inputs()[0].shape[-1]
        rows = len(self._w.get("stance.weight", ()))
        if mine != width or rows != len(stances):
            raise ValueError(
                f"{folder}: {SECOND_FILE} is {mine} wide for {rows} stances, wanted are {width} and {len(stances)}; "
                "export both from one training run"
            )
        self._stances = list(stances)

    def read(self, window: Encoded, speech: Speech, sources: Sequence[Range], sentences: NDArray[np.int64]) -> Speech:
        """The statement with the stances and voices of the second reading; ranges in words of the window.

        Voices are taken from ``sources``, the ranges that the first reading tagged, or are words of their own where the
        second is sure of them; one of another sentence counts where the first reading pointed to it or the second is
        sure. ``sentences`` numbers the sentence of each word.
        """
        roles = np.zeros(len(window.middle), np.int64)
        for role, ranges in ((IN_CONTENT, speech.content), (IN_CUE, speech.cue)):
            for a, b in ranges:
                roles[window.firsts[a] : window.firsts[b]] = role
        shown = _shown(roles)
        given = {"middle": window.middle[None, shown], "roles": roles[None, shown]}
        hidden: Floats = self._session.run(None, given)[0][0]
        at = {piece: k for k, piece in enumerate(shown.tolist())}
        said = {i for a, b in speech.content for i in range(a, b)}
        words = [i for i in range(len(window.words)) if window.firsts[i] in at and i not in said]
        levels = self._linear("voice", hidden[[at[window.firsts[i]] for i in words]])
        here = {sentences[i] for a, b in (*speech.cue, *speech.content) for i in (a, b - 1)}
        known = (*speech.source, *speech.via)
        voices = [
            (level, voice)
            for level, voice, chance in _voices(words, levels, sources)
            if sentences[voice[0]] in here or voice in known or chance >= ELSEWHERE
        ]
        return replace(
            speech,
            source=tuple(r for level, r in voices if level == 1),
            via=tuple(r for level, r in voices if level > 1),
            stances=self._stances_of(hidden, roles[shown]),
        )

    def _stances_of(self, hidden: Floats, roles: NDArray[np.int64]) -> tuple[tuple[str, float], ...]:
        seen = [hidden[0]]
        for role in (IN_CUE, IN_CONTENT):
            inside = hidden[roles == role]
            seen += [inside.mean(0), inside[0]] if len(inside) else [np.zeros_like(hidden[0]), hidden[0]]
        scores = self._linear("stance", gelu(self._linear("stance_from", np.concatenate(seen))))
        chances = np.exp(log_softmax(scores))
        return tuple(zip(self._stances, (round(float(p), 3) for p in chances), strict=True))

    def _linear(self, name: str, x: Floats) -> Floats:
        result: Floats = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return result


def _shown(roles: NDArray[np.int64]) -> NDArray[np.int64]:
    """The pieces that are read: the statement's, those around it, more of them before it, and both end marks."""
    said = np.flatnonzero(roles)
    first, end = int(said[0]), int(said[-1]) + 1
    spare = max(0, AROUND - (end - first))
    first = max(1, first - max(2 * spare // 3, spare - (len(roles) - 1 - end)))
    end = min(len(roles) - 1, max(end, first + AROUND))
    return np.array([0, *range(first, end), len(roles) - 1])


def _voices(words: Sequence[int], levels: Floats, sources: Sequence[Range]) -> Iterator[tuple[int, Range, float]]:
    """Level, words and probability of each voice, innermost first; of two on one level the surer."""
    best = levels.argmax(-1)
    sure = np.exp(log_softmax(levels)).max(-1)
    found: dict[int, tuple[float, Range]] = {}
    taken: set[Range] = set()
    for (level, _), run in groupby(range(len(words)), key=lambda k: (int(best[k]), words[k] - k)):
        at = list(run)
        begin, end = words[at[0]], words[at[-1]] + 1
        voice = next((s for s in sources if s[0] < end and begin < s[1]), None)
        chance = float(sure[at].mean())
        if voice is None and chance >= FRESH:
            voice = begin, end
        if level and voice is not None and voice not in taken and (level not in found or found[level][0] < chance):
            taken.add(voice)
            found[level] = chance, voice
    for level, (chance, voice) in sorted(found.items()):
        yield level, voice, chance
