"""The rate of fp32 matrix products and of the encoder in one process: ``python benchmarks/rates.py THREADS``.

Prints both in GFLOP/s. A window of n pieces takes 24·d² operations for each piece and layer, and 4·n²·d for each
layer's attention, with d the encoder's width; the number of layers follows from the size of the int8 file.
"""

import itertools
import json
import os
import sys
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

_SIDE = 1536
_SECONDS = 2.0


def main(threads: int) -> None:
    """Print the two rates as JSON."""
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = str(threads)
    import numpy as np

    from firsthand.reader.encoder import ROOM, Encoder

    made = np.random.default_rng(0)
    a, b = (made.random((_SIDE, _SIDE), np.float32) for _ in range(2))
    product = 2 * _SIDE**3 / _seconds(lambda: a @ b)
    folder = Path(str(files("firsthand.reader") / "weights"))
    encoder = Encoder(folder, threads)
    words = [encoder.pieces(word) for word in ("ships", "left", "port", "with", "arms", ".")]
    # The encoder knows the windows of just now again, so there are more of them than it keeps.
    windows = itertools.cycle([[words[(k + k // n) % len(words)][:1] for k in range(ROOM)] for n in range(2, 34)])
    work = operations(ROOM + 2, encoder.width, layers_of(folder, encoder.width))
    rate = work / _seconds(lambda: encoder.encode(next(windows), [2] * ROOM))
    print(json.dumps({"threads": threads, "gemm": product / 1e9, "encoder": rate / 1e9}))


def operations(pieces: int, width: int, layers: int) -> float:
    """Floating-point operations of one window."""
    return layers * (24.0 * pieces * width**2 + 4.0 * pieces**2 * width)


def layers_of(folder: Path, width: int) -> int:
    """The number of layers of an int8 encoder: a byte a weight, the table of pieces aside."""
    vocabulary = len(json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"])
    return max(1, round(((folder / "encoder.onnx").stat().st_size - vocabulary * width) / (12 * width**2)))


def _seconds(work: Callable[[], object]) -> float:
    """Seconds a call takes, the least of what fits into two seconds: others use the machine too."""
    work()
    least, end = float("inf"), time.perf_counter() + _SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - start)
    return least


if __name__ == "__main__":
    main(int(sys.argv[1]))
