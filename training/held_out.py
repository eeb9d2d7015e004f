"""Measure the reader on the marked passages that it was not trained on: ``python -m training.held_out``."""

import argparse
import pathlib
from collections import Counter

from firsthand.evaluation.written_cases import nearest
from firsthand.intake import report_from_text
from firsthand.model import Reading, Speech
from firsthand.reader import Reader
from firsthand.statements import find_statements
from training import written
from training.data import Range


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=pathlib.Path, help="folder of the weights; without it those of the package")
    args = parser.parse_args()
    reader = Reader(args.weights, threads=0)
    count: Counter[str] = Counter()
    for path in written.files("statements"):
        for text, marked in written.held_out(written.passages(path)):
            report = report_from_text(text)
            reading = reader.read(report)
            _score(reading, marked, count)
            _, said = find_statements([report], [reading])
            for s in (s for s in marked.values() if s.content):
                found = nearest(said, s.content, s.cue)
                count["statements"] += 1
                count["stance in statements"] += found is not None and found.stance == s.stance
    for role in ("source", "cue", "content"):
        right, found, gold = (count[f"{role} {kind}"] for kind in ("right", "found", "gold"))
        print(f"{role:<8} F1 {200 * right / max(1, found + gold):5.1f}  of {gold}, by overlap")
    for kind in ("stance", "via"):
        share = 100 * count[kind] / max(1, count["placed"])
        print(f"{kind:<8}    {share:5.1f}  of {count['placed']} found with cue and content")
    share = 100 * count["stance in statements"] / max(1, count["statements"])
    print(f"stance      {share:5.1f}  of {count['statements']} statements, through wordings and reader together")


def _score(reading: Reading, marked: dict[str, written.Marked], count: Counter[str]) -> None:
    found = list(reading.inner)
    gold = [s for s in marked.values() if s.content]
    for role in ("source", "cue", "content"):
        mine = [(s, _characters(reading, getattr(s, role))) for s in found if getattr(s, role)]
        theirs = [(s, getattr(s, role)) for s in gold if getattr(s, role)]
        count[f"{role} found"] += len(mine)
        count[f"{role} gold"] += len(theirs)
        count[f"{role} right"] += sum(any(_meet(a, b) for _, a in mine) for _, b in theirs)
    for s in gold:
        near = [f for f in found if _meet(_characters(reading, f.content), s.content)]
        near = [f for f in near if not s.cue or _meet(_characters(reading, f.cue), s.cue)]
        if near:
            count["placed"] += 1
            count["stance"] += max(near[0].stances, key=lambda one: one[1])[0] == s.stance
            count["via"] += _same_voices(reading, near[0], s, marked)


def _same_voices(reading: Reading, found: Speech, s: written.Marked, marked: dict[str, written.Marked]) -> bool:
    wanted, seen = [], {""}
    while s.outer not in seen:
        seen.add(s.outer)
        s = marked[s.outer]
        if s.source:
            wanted.append(s.source)
    via = [_characters(reading, [v]) for v in found.via]
    return len(via) == len(wanted) and all(_meet(a, b) for a, b in zip(via, wanted, strict=True))


def _characters(reading: Reading, ranges) -> list[Range]:
    return [(reading.tokens[a].start, reading.tokens[b - 1].end) for a, b in ranges]


def _meet(a: list[Range], b: list[Range]) -> bool:
    return any(x < d and c < y for x, y in a for c, d in b)


if __name__ == "__main__":
    main()
