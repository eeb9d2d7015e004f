"""Speed, growth and memory of ``firsthand``: ``python benchmarks/read.py [FOLDER]``.

FOLDER holds .txt files; larger piles repeat them. Without it the reports are made up. docs/speed.md says what the
table shows.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import cores, firsthand
from texts import ODD, SPEECH, pile

_SIZES = (10, 84, 500, 2000)
_DOSSIERS = (10, 84, 300)


def main() -> None:
    """Measure, and print each line as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="texts to read instead of made-up ones")
    parser.add_argument("--sizes", type=int, nargs="*", default=_SIZES, help="numbers of articles for read")
    parser.add_argument("--dossiers", type=int, nargs="*", default=_DOSSIERS, help="numbers of articles for dossier")
    parser.add_argument("--threads", type=int, default=0, help="as for firsthand read")
    parser.add_argument("--no-odd", action="store_true", help="leave out the texts that are no prose")
    given = parser.parse_args()
    print(f"Python {platform.python_version()} on {platform.machine()}, {cores()} cores\n")
    _rates()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _start(folder)
        _growth(folder, given.folder, given.sizes, given.threads)
        _dossiers(folder, given.folder, given.dossiers, given.threads)
        if not given.no_odd:
            _odd(folder, given.threads)


def _rates() -> None:
    print("| threads | fp32 GEMM GFLOP/s | encoder GFLOP/s | share |\n|---|---|---|---|")
    for threads in sorted({1, cores()}):
        script = str(Path(__file__).with_name("rates.py"))
        run = subprocess.run([sys.executable, script, str(threads)], capture_output=True, text=True, check=True)
        rate = json.loads(run.stdout)
        share = rate["encoder"] / rate["gemm"]
        print(f"| {threads} | {rate['gemm']:.0f} | {rate['encoder']:.0f} | {share:.0%} |", flush=True)


def _start(folder: Path) -> None:
    print("\n| start-up | seconds | processor | MB |\n|---|---|---|---|")
    path = folder / "short.txt"
    path.write_text(SPEECH, encoding="utf-8")
    for name, arguments in (("firsthand --help", ["--help"]), ("read of one sentence", ["read", path, "-q"])):
        firsthand(*arguments)
        run = firsthand(*arguments)
        print(f"| {name} | {run.seconds:.2f} | {run.processor:.2f} | {run.memory:.0f} |", flush=True)


def _growth(folder: Path, given: Path | None, sizes: list[int], threads: int) -> None:
    print("\n| read, articles | words | seconds | processor | words/s | MB |\n|---|---|---|---|---|---|")
    for size in sizes:
        paths, words = pile(folder, size, given)
        run = firsthand("read", "-q", "--threads", threads, *paths)
        if run.code or run.lines != size:
            raise SystemExit(f"{run.lines} of {size} were read: {run.said}")
        print(
            f"| {size:,} | {words:,} | {run.seconds:.1f} | {run.processor:.1f} | {words / run.seconds:,.0f} "
            f"| {run.memory:.0f} |",
            flush=True,
        )


def _dossiers(folder: Path, given: Path | None, sizes: list[int], threads: int) -> None:
    print("\n| dossier, articles | words | seconds | processor | words/s | MB |\n|---|---|---|---|---|---|")
    for size in sizes:
        paths, words = pile(folder, size, given)
        run = firsthand("dossier", "-q", "--threads", threads, "-o", folder / "out", *paths)
        print(
            f"| {size:,} | {words:,} | {run.seconds:.1f} | {run.processor:.1f} | {words / run.seconds:,.0f} "
            f"| {run.memory:.0f} |",
            flush=True,
        )


def _odd(folder: Path, threads: int) -> None:
    print("\n| text | seconds | processor | MB | result |\n|---|---|---|---|---|")
    for name, text in ODD.items():
        path = folder / "odd.txt"
        path.write_text(text, encoding="utf-8")
        run = firsthand("read", "-q", "--threads", threads, path)
        result = "read" if run.lines else run.said.partition("odd.txt: ")[2]
        print(f"| {name} | {run.seconds:.1f} | {run.processor:.1f} | {run.memory:.0f} | {result} |", flush=True)


if __name__ == "__main__":
    main()
