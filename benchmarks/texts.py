"""Piles of reports to measure with, and texts that are no prose."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
_PARAGRAPHS = 25

SPEECH = "The defence minister of Ostrel, Lena Orlik, said on Tuesday that 12 missiles had gone to Tavria. "

ODD = {
    "one line of 1 MB": SPEECH * (1_000_000 // len(SPEECH)),
    "one word of 100,000 letters": SPEECH + "k" * 100_000,
    "10 MB of quotation marks": '"' * 10_000_000,
    "1 MB of quotation marks": SPEECH + '"' * 990_000,
    "a million blank lines": "\n" * 990_000 + SPEECH,
    "200,000 commas": SPEECH + "," * 200_000,
    "brackets 100,000 deep": SPEECH + "(" * 100_000 + ")" * 100_000,
    "50,000 short lines": SPEECH + "\nAb cd" * 50_000,
    "5,000 statements": (SPEECH + "\n") * 5000,
}


def pile(folder: Path, size: int, given: Path | None) -> tuple[list[Path], int]:
    """``size`` files in ``folder`` and how many words they hold: the given texts again and again, each time marked.

    Without given texts they are put together from paragraphs of the examples, the same each time.
    """
    texts = _texts_of(given) if given else _made_up()
    paths, words = [], 0
    for k, text in enumerate(itertools.islice(texts, size)):
        paths.append(folder / f"{k:05}.txt")
        paths[-1].write_text(text, encoding="utf-8")
        words += len(text.split())
    return paths, words


def _texts_of(given: Path) -> Iterator[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(given.glob("*.txt"))]
    if not texts:
        raise SystemExit(f"{given}: no .txt files there")
    for k in itertools.count():
        again = f"\n\nCopy {k // len(texts)} of this text.\n" if k >= len(texts) else ""
        yield texts[k % len(texts)] + again


def _made_up() -> Iterator[str]:
    paragraphs = [
        line for path in sorted(EXAMPLES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()
        if len(line.split()) > 12
    ]  # fmt: skip
    made = random.Random(0)
    for k in itertools.count():
        yield f"Report number {k}\n\n3 May 2026\n\n" + "\n\n".join(made.choices(paragraphs, k=_PARAGRAPHS)) + "\n"
