"""The encoder and its tokenizer: words to one vector each, by onnxruntime."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from firsthand.reader.heads import Floats

ROOM = 254
"""Pieces of a window beside its two end marks."""

FILES = ("encoder.onnx", "tokenizer.json")
_PROVIDERS = {"cpu": "CPUExecutionProvider", "cuda": "CUDAExecutionProvider"}
_INPUTS = ["ids", "marks"]
_OUTPUTS = ["hidden", "middle"]
_SLOWER = ["SkipLayerNormFusion"]
"""What onnxruntime fuses by itself to something that takes four times as long as its parts (1.31, one thread)."""
_MOST_WORDS_KEPT = 200_000
_WINDOWS_KEPT = 8


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window, encoded.

    ``words`` (words, width) is the last layer at the first piece of each word; ``middle`` (pieces, width) a layer half
    way at every piece, the end marks with them; ``firsts`` where each word's pieces begin, last the second end mark.
    """

    words: Floats
    middle: Floats
    firsts: list[int]


class Encoder:
    """``folder`` holds encoder.onnx and tokenizer.json. ``width`` is the length of a word's vector.

    ``threads``: 0 for one a core. ``device``: cpu or cuda. Raises FileNotFoundError where a file is missing and
    ValueError where the two do not fit each other or the device is not there.
    """

    def __init__(self, folder: Path, threads: int = 0, device: str = "cpu"):
        wanted(folder, FILES)
        self._session = open_session(folder / "encoder.onnx", _INPUTS, threads, device)
        outputs = [o.name for o in self._session.get_outputs()]
        if outputs != _OUTPUTS:
            raise ValueError(f"{folder}: encoder.onnx gives {', '.join(outputs)}; wanted are {', '.join(_OUTPUTS)}")
        self.width = self._session.get_outputs()[0].shape[-1]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        marks = [self._tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]", "[UNK]")]
        if any(mark is None for mark in marks):
            raise ValueError(f"{folder}: the tokenizer has no [CLS], [SEP] or [UNK]; take the one of the encoder")
        self._begin, self._end, self._unknown = (int(mark or 0) for mark in marks)
        self._pieces: dict[str, list[int]] = {}
        self._lately: dict[tuple[tuple[int, ...], tuple[int, ...]], tuple[Floats, Floats]] = {}

    def pieces(self, word: str) -> list[int]:
        """The pieces of a word, at least one."""
        known = self._pieces.get(word)
        if known is None:
            # Half a surrogate pair, which JSON lets through, is no text to the tokenizer.
            whole = word.encode("utf-8", "replace").decode("utf-8")
            known = self._tokenizer.encode(whole, add_special_tokens=False).ids[: ROOM - 2] or [self._unknown]
            if len(self._pieces) < _MOST_WORDS_KEPT:
                self._pieces[word] = known
        return known

    def encode(self, pieces: Sequence[Sequence[int]], marks: Sequence[int]) -> Encoded:
        """One window, of which ``pieces`` and ``marks`` (reader.marks) hold one item a word.

        A window runs alone: in one run with others its numbers would depend on theirs, for the encoder's whole
        numbers are scaled by the largest value of the run (docs/decisions/0005-one-window-a-run.md).
        """
        ids, shown = [self._begin], [0]
        firsts = []
        for word, mark in zip(pieces, marks, strict=True):
            firsts.append(len(ids))
            ids += word
            shown += [mark] * len(word)
        firsts.append(len(ids))
        ids.append(self._end)
        shown.append(0)
        hidden, middle = self._vectors((tuple(ids), tuple(shown)))
        return Encoded(hidden[firsts[:-1]], middle, firsts)

    def _vectors(self, window: tuple[tuple[int, ...], tuple[int, ...]]) -> tuple[Floats, Floats]:
        """Both layers at all pieces; a window that came again just now, as in a row of a thousand commas, is known."""
        known = self._lately.pop(window, None)
        if known is None:
            ids, marks = (np.array([row], np.int64) for row in window)
            hidden, middle = self._session.run(_OUTPUTS, {"ids": ids, "marks": marks})
            known = hidden[0], middle[0]
        self._lately[window] = known
        if len(self._lately) > _WINDOWS_KEPT:
            del self._lately[next(iter(self._lately))]
        return known


def wanted(folder: Path, names: Sequence[str]) -> None:
    """Raise FileNotFoundError at the first of the files that the folder lacks."""
    for name in names:
        if not (folder / name).is_file():
            raise FileNotFoundError(f"{folder / name} is missing: reinstall or name another folder")


def open_session(path: Path, inputs: Sequence[str], threads: int, device: str) -> onnxruntime.InferenceSession:
    """A session of the network in a file.

    Raises ValueError where it does not take the ``inputs`` or the device is not there.
    """
    provider = _PROVIDERS[device]
    if provider not in onnxruntime.get_available_providers():
        raise ValueError(
            f"device {device}: this onnxruntime runs on "
            f"{', '.join(p.removesuffix('ExecutionProvider') for p in onnxruntime.get_available_providers())} only; "
            "see docs/speed.md on how to put onnxruntime-gpu in its place"
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    # Threads that spin while they wait take the cores from the heads, which are short.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(str(path), options, providers=[provider], disabled_optimizers=_SLOWER)
    if session.get_providers()[0] != provider:  # onnxruntime falls back to the processor without a word
        raise ValueError(f"device {device}: onnxruntime could not start it; check the driver, CUDA and cuDNN")
    names = sorted(i.name for i in session.get_inputs())
    if names != sorted(inputs):
        raise ValueError(
            f"{path} takes {', '.join(names)}; wanted are {', '.join(sorted(inputs))}: export it anew (docs/reader.md)"
        )
    return session
