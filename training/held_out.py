"""Measure the reader on the marked passages that it was not trained on: ``python -m training.held_out``."""

import argparse
import pathlib
from collections import Counter

from firsthand.evaluation.written_cases import CaseRead, nearest, words_of
from firsthand.evaluation.written_nested import voices_of
from firsthand.intake import report_from_text
from firsthand.language.gazetteer import find_names
from firsthand.language.trees import Tree
from firsthand.model import Reading, Speech
from firsthand.reader import Reader
from firsthand.statements import find_statements
from firsthand.statements.cues import load_cues
from firsthand.statements.find import speaks_of_arms
from training import written
from training.data import Range

PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "who",
        "this",
        "that",
        "these",
        "those",
        "one",
        "some",
        "others",
        "both",
    ]
)
"""A voice that is named by one of these stands for another; who that is, the passages do not say."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=pathlib.Path, help="folder of the weights; without it those of the package")
    parser.add_argument("--misses", action="store_true", help="print the statements whose voices are not right")
    args = parser.parse_args()
    reader = Reader(args.weights, threads=0)
    count: Counter[str] = Counter()
    for path in written.files("statements"):
        for text, marked in written.held_out(written.passages(path)):
            report = report_from_text(text)
            reading = reader.read(report)
            _score(reading, marked, count)
            if _of_the_domain(reading, text):
                sources, said = find_statements([report], [reading])
                read = CaseRead({source.id: source for source in sources}, said)
                for miss in _score_statements(read, text, marked, count):
                    if args.misses:
                        print(f"{path.stem}: {miss}")
    for role in ("source", "cue", "content"):
        right, found, gold = (count[f"{role} {kind}"] for kind in ("right", "found", "gold"))
        print(f"{role:<8} F1 {200 * right / max(1, found + gold):5.1f}  of {gold}, by overlap")
    for kind, of, note in (
        ("stance", "placed", "found with cue and content"),
        ("via", "placed", "found with cue and content"),
        ("stance in statements", "statements", "statements of passages on arms, through wordings and reader together"),
        ("voices in statements", "named", "of these whose voices are named, actor and relays right"),
        ("relays in statements", "relayed", "of these that came through another voice"),
    ):
        print(f"{kind:<21} {100 * count[kind] / max(1, count[of]):5.1f}  of {count[of]}, {note}")


def _of_the_domain(reading: Reading, text: str) -> bool:
    return speaks_of_arms(Tree(reading, text), load_cues(), find_names(text))


def _score_statements(read: CaseRead, text: str, marked: dict[str, written.Marked], count: Counter[str]) -> list[str]:
    """Count the right stances and voices of the statements that Firsthand finds; returns the chains that are wrong."""
    missed = []
    for k, s in marked.items():
        if not s.content:
            continue
        found = nearest(read.statements, s.content, s.cue)
        count["statements"] += 1
        count["stance in statements"] += found is not None and found.stance == s.stance
        wanted = [_words(marked[m].source, text) for m in written.outwards(k, marked) if marked[m].source]
        if any(words & PRONOUNS for words in wanted):
            continue
        voices = voices_of(read, found) if found else []
        known = [words_of(read.sources[v], text) for v in voices]
        right = len(known) == len(wanted) and all(map(set.intersection, known, wanted))
        count["named"] += 1
        count["voices in statements"] += right
        count["relayed"] += len(wanted) > 1
        count["relays in statements"] += right and len(wanted) > 1
        if not right:
            there = " < ".join(read.sources[v].name for v in voices) if found else "nothing"
            missed.append(f"{' < '.join(map(' '.join, map(sorted, wanted)))}, found: {there} | {text!r}")
    return missed


def _words(spans: list[Range], text: str) -> set[str]:
    """The words of a voice, without the short ones that any may have."""
    words = {word.lower() for a, b in spans for word in text[a:b].split()}
    return {word for word in words if len(word) > 3} or words


def _score(reading: Reading, marked: dict[str, written.Marked], count: Counter[str]) -> None:
    found = list(reading.inner)
    gold = {k: s for k, s in marked.items() if s.content}
    for role in ("source", "cue", "content"):
        mine = [(s, _characters(reading, getattr(s, role))) for s in found if getattr(s, role)]
        theirs = [(s, getattr(s, role)) for s in gold.values() if getattr(s, role)]
        count[f"{role} found"] += len(mine)
        count[f"{role} gold"] += len(theirs)
        count[f"{role} right"] += sum(any(_meet(a, b) for _, a in mine) for _, b in theirs)
    for k, s in gold.items():
        near = [f for f in found if _meet(_characters(reading, f.content), s.content)]
        near = [f for f in near if not s.cue or _meet(_characters(reading, f.cue), s.cue)]
        if near:
            count["placed"] += 1
            count["stance"] += max(near[0].stances, key=lambda one: one[1])[0] == s.stance
            count["via"] += _same_voices(reading, near[0], k, marked)


def _same_voices(reading: Reading, found: Speech, k: str, marked: dict[str, written.Marked]) -> bool:
    wanted = [marked[m].source for m in written.outwards(k, marked)[1:] if marked[m].source]
    via = [_characters(reading, [v]) for v in found.via]
    return len(via) == len(wanted) and all(_meet(a, b) for a, b in zip(via, wanted, strict=True))


def _characters(reading: Reading, ranges) -> list[Range]:
    return [(reading.tokens[a].start, reading.tokens[b - 1].end) for a, b in ranges]


def _meet(a: list[Range], b: list[Range]) -> bool:
    return any(x < d and c < y for x, y in a for c, d in b)


if __name__ == "__main__":
    main()
