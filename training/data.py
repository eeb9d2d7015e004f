"""Turn the corpora into examples: windows of words with the labels that are known for them."""

import collections
import json
import pathlib
import re
from dataclasses import dataclass, field

import numpy as np

from firsthand.reader.heads import ROLES
from firsthand.reader.reader import ROOM
from firsthand.reader.windows import pack, sure_breaks
from firsthand.reader.words import split_words

ENTITY_OF = {
    "PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC", "DATE": "DATE",
    "TIME": "DATE", "SET": "DATE", "DURATION": "DURATION", "MONEY": "MONEY", "NUMBER": "NUM",
    "PERCENT": "NUM",
}  # fmt: skip
ENTITIES = sorted(set(ENTITY_OF.values()))


@dataclass
class Example:
    """One window. Labels are per word; a head without labels for this window is left out of its loss."""

    words: list[str]
    bio: dict[str, np.ndarray] = field(default_factory=dict)
    links: list[tuple[str, tuple[int, int], list[tuple[int, int]]]] = field(default_factory=list)
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    upos: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    starts: list[int] | None = None
    sentences: list[tuple[int, int]] = field(default_factory=list)
    entities: np.ndarray | None = None
    name: str = ""


def read_brat(path: pathlib.Path) -> list[dict[str, list[tuple[int, int]]]]:
    """Attributions of one PolNeAR file: role to character spans."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T") and rest:
            where = rest.split("\t")[0].partition(" ")[2]
            spans[key] = [(int(a), int(b)) for a, b in (p.split() for p in where.split(";"))]
        elif key.startswith("E"):
            roles: dict[str, list[tuple[int, int]]] = {r: [] for r in ROLES}
            for item in rest.split():
                role, _, ref = item.partition(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in roles and ref in spans:
                    roles[role] += spans[ref]
            events.append({r: sorted(s) for r, s in roles.items()})
    return events


def _word_ranges(spans, starts, ends):
    found = []
    for a, b in spans:
        first = int(np.searchsorted(ends, a, side="right"))
        last = int(np.searchsorted(starts, b, side="left"))
        if last > first:
            if found and found[-1][1] >= first:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
    return found


def polnear(folder: pathlib.Path, pieces) -> list[Example]:
    """PolNeAR articles as windows with attribution labels and silver entities."""
    silver = {}
    for line in (folder / "entities.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        silver[row["file"]] = row["entities"]
    examples = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        words = split_words(text)
        starts, ends = np.array([w[0] for w in words]), np.array([w[1] for w in words])
        files = sorted((folder / "attributions").glob(path.stem + "_*.ann"))[:1]
        events = [{r: _word_ranges(s, starts, ends) for r, s in e.items()} for f in files for e in read_brat(f)]
        tags = {r: np.zeros(len(words), dtype=np.int64) for r in ROLES}
        for role in ROLES:
            for a, b in sorted({s for e in events for s in e[role]}, key=lambda s: (s[0] - s[1], s)):
                if not tags[role][a:b].any():
                    tags[role][a], tags[role][a + 1 : b] = 1, 2
        entity = np.zeros(len(words), dtype=np.int64)
        for a, b, label, *_ in silver.get(path.name, []):
            if label in ENTITY_OF:
                for first, last in _word_ranges([(a, b)], starts, ends):
                    code = 1 + 2 * ENTITIES.index(ENTITY_OF[label])
                    entity[first], entity[first + 1 : last] = code, code + 1
        sizes = [len(pieces(text[a:b])) for a, b in words]
        for first, last in pack(sizes, sure_breaks(text, words), ROOM):
            ex = Example([text[a:b] for a, b in words[first:last]], name=path.name)
            ex.bio = {r: tags[r][first:last] for r in ROLES}
            ex.entities = entity[first:last]
            inside = [
                {r: [(a - first, b - first) for a, b in e[r] if a >= first and b <= last] for r in ROLES}
                for e in events
            ]
            ex.spans = {r: sorted({s for e in inside for s in e[r]}) for r in ROLES}
            for e in inside:
                for cue in e["cue"]:
                    ex.links.append(("source", cue, e["source"]))
                for content in e["content"]:
                    ex.links.append(("cue", content, e["cue"]))
            examples.append(ex)
    return examples


def conllu(path: pathlib.Path, pieces) -> list[Example]:
    """A treebank as windows of consecutive sentences of one document."""
    examples: list[Example] = []
    batch: list[tuple[list[list[str]], str]] = []
    used = 0

    def flush():
        nonlocal used
        if not batch:
            return
        ex = Example([], upos=[], heads=[], deprels=[], starts=[], name=batch[0][1])
        for rows, _ in batch:
            base = len(ex.words)
            ex.sentences.append((base, base + len(rows)))
            for i, row in enumerate(rows):
                ex.words.append(row[1])
                ex.upos.append(row[3])
                ex.heads.append(base + int(row[6]) - 1 if int(row[6]) else base + i)
                ex.deprels.append(row[7])
                ex.starts.append(int(i == 0))
        examples.append(ex)
        batch.clear()
        used = 0

    doc = ""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            flush()
            doc = line.split("=")[-1].strip()
        elif line.startswith("#"):
            continue
        elif line:
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif rows:
            size = sum(len(pieces(r[1])) for r in rows)
            if used + size > ROOM:
                flush()
            if size <= ROOM:
                batch.append((rows, doc))
                used += size
            rows = []
    flush()
    return examples


def label_set(examples: list[Example], name: str) -> list[str]:
    """The labels that occur, most common first, ties by name."""
    count = collections.Counter(x for ex in examples for x in (getattr(ex, name) or []))
    return [x for x, _ in sorted(count.items(), key=lambda kv: (-kv[1], kv[0]))]
