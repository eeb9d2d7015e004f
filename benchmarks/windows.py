"""What windows in one run would give: ``python benchmarks/windows.py [FOLDER]``.

Reads the windows of some reports, filled up with full stops to one length, one a run and several a run; prints words a
second of processor time, and how far the vectors and the parts of speech lie apart from those of one a run.
"""

import argparse
import os
import time
from importlib.resources import files
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy as np

from firsthand.reader.encoder import ROOM, Encoder
from firsthand.reader.heads import Heads
from firsthand.reader.windows import pack, sure_breaks
from firsthand.reader.words import split_words

from texts import pile  # isort: skip

Window = list[list[int]]


def main() -> None:
    """Print the table."""
    import json
    import tempfile

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--reports", type=int, default=12)
    given = parser.parse_args()
    weights = Path(str(files("firsthand.reader") / "weights"))
    encoder = Encoder(weights, threads=1)
    labels = json.loads((weights / "labels.json").read_text(encoding="utf-8"))
    with np.load(weights / "heads.npz") as arrays:
        heads = Heads(arrays, labels)
    with tempfile.TemporaryDirectory() as name:
        paths, words = pile(Path(name), given.reports, given.folder)
        windows = [w for path in paths for w in _windows(encoder, path.read_text(encoding="utf-8"))]
    print(f"{words} words in {len(windows)} windows\n")
    print("| windows a run | words/s | vectors differ by at most | parts of speech that differ |\n|---|---|---|---|")
    _together(encoder, windows[:2])
    alone, _ = _timed(encoder, windows, 1)
    tags = [heads.upos(vectors) for vectors in alone]
    for size in (1, 2, 4, 8, 16):
        vectors, seconds = _timed(encoder, windows, size)
        apart = max(float(np.abs(a - b).max()) for a, b in zip(alone, vectors, strict=True))
        other = sum(x != y for a, b in zip(tags, vectors, strict=True) for x, y in zip(a, heads.upos(b), strict=True))
        print(f"| {size} | {words / seconds:,.0f} | {apart:.2g} | {other / sum(map(len, tags)):.2%} |", flush=True)


def _windows(encoder: Encoder, text: str) -> list[Window]:
    words = split_words(text)
    pieces = [encoder.pieces(text[a:b]) for a, b in words]
    windows = [pieces[a:b] for a, b in pack([len(p) for p in pieces], sure_breaks(text, words), ROOM)]
    return [window + [encoder.pieces(".")] * (ROOM - sum(map(len, window))) for window in windows]


def _timed(encoder: Encoder, windows: list[Window], size: int) -> tuple[list[np.ndarray], float]:
    start = time.process_time()
    found = [v for k in range(0, len(windows), size) for v in _together(encoder, windows[k : k + size])]
    return found, time.process_time() - start


def _together(encoder: Encoder, windows: list[Window]) -> list[np.ndarray]:
    """The vectors of the words of each window, all windows in one run."""
    rows = [[encoder._begin, *(i for word in w for i in word), encoder._end] for w in windows]
    ids = np.array(rows, np.int64)
    hidden = encoder._session.run(None, {"ids": ids, "marks": np.zeros_like(ids)})[0]
    firsts = [np.cumsum([1, *(len(word) for word in w[:-1])]) for w in windows]
    return [hidden[k][first] for k, first in enumerate(firsts)]


if __name__ == "__main__":
    main()
