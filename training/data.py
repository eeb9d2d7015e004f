"""Turn the corpora into documents, and documents into windows of words with the labels that are known for them."""

import collections
import dataclasses
import json
import pathlib
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from firsthand.language.gazetteer import is_caseless
from firsthand.reader.encoder import ROOM
from firsthand.reader.heads import ROLES
from firsthand.reader.marks import word_marks
from firsthand.reader.windows import pack, sure_breaks
from firsthand.reader.words import split_words

ENTITY_OF = {
    "PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC", "DATE": "DATE",
    "TIME": "DATE", "SET": "DATE", "DURATION": "DURATION", "MONEY": "MONEY", "NUMBER": "NUM",
    "PERCENT": "NUM",
}  # fmt: skip
"""Labels of the silver entities of PolNeAR to ours."""

NAME_OF = {
    "person": "PER",
    "organization": "ORG",
    "place": "LOC",
    "abstract": "MISC",
    "event": "MISC",
    "object": "MISC",
}
"""Types of GUM's mentions to the names among them; mentions of other types are no names here."""

KIND_OF = {"person": "PER", "organization": "ORG", "place": "LOC", "time": "TIME"}
"""Types of GUM's mentions to kinds of things; all others are OTHER."""

NAME = "Name="
"""Before the tag of a word in the last cell of its row."""

ENTITIES = sorted(set(ENTITY_OF.values()))
KINDS = ["none", "PER", "ORG", "LOC", "TIME", "OTHER"]

NO_STANCE = -1
Range = tuple[int, int]
Pieces = Callable[[str], list[int]]


@dataclass(frozen=True)
class Told:
    """One statement of a passage: its ranges, its stance, and the ranges of its voices, innermost first.

    ``stance`` is NO_STANCE and ``voices`` None where they are not known.
    """

    cue: list[Range]
    content: list[Range]
    stance: int
    voices: list[list[Range]] | None


@dataclass
class Example:
    """Words of a document or of a window of one, with labels a word; a kind of label that is not known is None.

    ``heads`` are indices of words, the own one at a root. ``tags`` are 0 outside, 1 + 2 k at the begin and
    2 + 2 k inside of role k. ``names`` are likewise of ENTITIES, ``kinds`` are indices of KINDS. ``inner`` are the tags
    of innermost statements; ``stances`` hold the cue, the content and the stance of each. ``told`` are the statements
    of a whole passage.
    """

    words: list[str]
    marks: np.ndarray
    breaks: list[int]
    tags: np.ndarray | None = None
    links: list[tuple[str, Range, list[Range]]] = field(default_factory=list)
    spans: dict[str, list[Range]] = field(default_factory=dict)
    upos: np.ndarray | None = None
    heads: np.ndarray | None = None
    deprels: np.ndarray | None = None
    starts: np.ndarray | None = None
    names: np.ndarray | None = None
    kinds: np.ndarray | None = None
    inner: np.ndarray | None = None
    stances: list[tuple[Range, list[Range], int]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    def beside(self, other: "Example", *, before: bool) -> "Example":
        """The words, marks and statements, with the words and marks of another passage before or behind them."""
        by = len(other.words) if before else 0
        front, back = (other, self) if before else (self, other)

        def moved(ranges: list[Range]) -> list[Range]:
            return [(a + by, b + by) for a, b in ranges]

        told = [
            Told(moved(t.cue), moved(t.content), t.stance, None if t.voices is None else [moved(v) for v in t.voices])
            for t in self.told
        ]
        return Example(front.words + back.words, np.concatenate([front.marks, back.marks]), [], told=told)

    def cut(self, first: int, last: int) -> "Example":
        """The words ``[first, last)`` as an example of their own."""
        arrays = {
            f.name: value[first:last]
            for f in dataclasses.fields(self)
            if isinstance(value := getattr(self, f.name), np.ndarray)
        }
        part = Example(self.words[first:last], breaks=[], **arrays)
        if part.heads is not None:
            part.heads = part.heads - first
            if part.heads.min() < 0 or part.heads.max() >= last - first:
                part.heads = None

        def inside(spans: list[Range]) -> list[Range]:
            return [(a - first, b - first) for a, b in spans if a >= first and b <= last]

        part.spans = {role: inside(spans) for role, spans in self.spans.items()}
        part.links = [
            (kind, (one[0] - first, one[1] - first), inside(others))
            for kind, one, others in self.links
            if one[0] >= first and one[1] <= last
        ]
        part.stances = [
            ((cue[0] - first, cue[1] - first), inside(content), stance)
            for cue, content, stance in self.stances
            if cue[0] >= first and cue[1] <= last and inside(content)
        ]
        return part

    def windows(self, pieces: Pieces, rng: random.Random, room: int = ROOM) -> Iterator["Example"]:
        """The document in windows of ``room`` pieces, the first of random length, so that each epoch cuts elsewhere."""
        sizes = [len(pieces(word)) for word in self.words]
        early = [b for b in self.breaks if 0 < sum(sizes[:b]) < room] if sum(sizes) > room else []
        cut = rng.choice([0, *early])
        for first, last in pack(sizes[:cut], [b for b in self.breaks if b < cut], room):
            yield self.cut(first, last)
        for first, last in pack(sizes[cut:], [b - cut for b in self.breaks if b >= cut], room):
            yield self.cut(cut + first, cut + last)


def read_brat(path: pathlib.Path) -> list[dict[str, list[Range]]]:
    """Attributions of one PolNeAR file: role to character spans."""
    spans: dict[str, list[Range]] = {}
    events = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T") and rest:
            where = rest.split("\t")[0].partition(" ")[2]
            spans[key] = [(int(a), int(b)) for a, b in (p.split() for p in where.split(";"))]
        elif key.startswith("E"):
            roles: dict[str, list[Range]] = {r: [] for r in ROLES}
            for item in rest.split():
                role, _, ref = item.partition(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in roles and ref in spans:
                    roles[role] += spans[ref]
            events.append({r: sorted(s) for r, s in roles.items()})
    return events


def word_ranges(spans: list[Range], starts: np.ndarray, ends: np.ndarray) -> list[Range]:
    """Spans of characters as ranges of words, from the offsets at which the words start and end."""
    found: list[Range] = []
    for a, b in spans:
        first = int(np.searchsorted(ends, a, side="right"))
        last = int(np.searchsorted(starts, b, side="left"))
        if last > first:
            if found and found[-1][1] >= first:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
    return found


def polnear(folder: pathlib.Path) -> list[Example]:
    """PolNeAR articles with attribution labels and silver entities."""
    silver = {}
    for line in (folder / "entities.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        silver[row["file"]] = row["entities"]
    articles = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        at = split_words(text)
        starts, ends = np.array([w[0] for w in at]), np.array([w[1] for w in at])
        files = sorted((folder / "attributions").glob(path.stem + "_*.ann"))[:1]
        events = [{r: word_ranges(s, starts, ends) for r, s in e.items()} for f in files for e in read_brat(f)]
        words = [text[a:b] for a, b in at]
        paragraphs = {0} | {i for i in range(1, len(at)) if "\n" in text[at[i - 1][1] : at[i][0]]}
        article = Example(
            words, word_marks(words, paragraphs, cased=not is_caseless(text)), sure_breaks(text, at),
            tags=np.zeros(len(words), np.int64), names=np.zeros(len(words), np.int64),
        )  # fmt: skip
        for k, role in enumerate(ROLES):
            article.spans[role] = sorted({s for e in events for s in e[role]})
            for span in sorted(article.spans[role], key=lambda s: (s[0] - s[1], s)):
                tag_span(article.tags, span, k)
        for a, b, label, *_ in silver.get(path.name, []):
            if label in ENTITY_OF:
                for span in word_ranges([(a, b)], starts, ends):
                    tag_span(article.names, span, ENTITIES.index(ENTITY_OF[label]))
        for e in events:
            article.links += [("source", cue, e["source"]) for cue in e["cue"]]
            article.links += [("cue", content, e["cue"]) for content in e["content"]]
        articles.append(article)
    return articles


def tag_span(tags: np.ndarray, span: Range, k: int) -> None:
    """Write begin and inside of role ``k`` over a span of which no word is tagged yet."""
    if not tags[slice(*span)].any():
        tags[span[0]], tags[span[0] + 1 : span[1]] = 1 + 2 * k, 2 + 2 * k


class Treebank:
    """Documents of UD treebanks, all with the same numbers for parts of speech and relations."""

    def __init__(self) -> None:
        self.upos: collections.Counter[str] = collections.Counter()
        self.deprels: collections.Counter[str] = collections.Counter()
        self._rows: list[tuple[list[list[list[str]]], set[int]]] = []

    def read(self, path: pathlib.Path, names: Mapping[str, list[tuple[int, int, str]]] | None = None) -> None:
        """Add the documents of a file.

        ``names``: sentence ids to first word, last word and label of each name, words numbered from 1; a sentence that
        they lack has none. Without it the names are not known, unless the file tells of mentions.
        """
        sentences: list[list[list[str]]] = []
        paragraphs: set[int] = set()
        rows: list[list[str]] = []
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            if line.startswith("# newdoc"):
                sentences, paragraphs = [], set()
                self._rows.append((sentences, paragraphs))
            if line.startswith(("# newdoc", "# newpar")):
                paragraphs.add(len(sentences))
            elif line.startswith("# sent_id"):
                sentence = line.partition("=")[2].strip()
            elif not line.startswith("#") and line:
                cells = line.split("\t")
                if cells[0].isdigit():
                    rows.append(cells)
                    self.upos[cells[3]] += 1
                    self.deprels[cells[7]] += 1
            elif not line and rows:
                if names is not None:
                    _note_names(rows, names.get(sentence, ()))
                sentences.append(rows)
                rows = []

    def labels(self) -> dict[str, list[str]]:
        """The labels that occur, most common first, ties by name."""
        return {
            name: [x for x, _ in sorted(count.items(), key=lambda kv: (-kv[1], kv[0]))]
            for name, count in (("upos", self.upos), ("deprels", self.deprels))
        }

    def rows(self) -> list[list[list[str]]]:
        """The cells of the words of each document."""
        return [[row for sentence in sentences for row in sentence] for sentences, _ in self._rows]

    def documents(self) -> list[Example]:
        """All documents that were read, in the order of ``rows``."""
        labels = self.labels()
        index = {kind: {name: i for i, name in enumerate(names)} for kind, names in labels.items()}
        return [_document(sentences, paragraphs, index) for sentences, paragraphs in self._rows]


def _document(sentences: list[list[list[str]]], paragraphs: set[int], index: dict[str, dict[str, int]]) -> Example:
    breaks, heads = [], []
    for rows in sentences:
        base = len(heads)
        breaks.append(base)
        heads += [base + int(row[6]) - 1 if int(row[6]) else base + i for i, row in enumerate(rows)]
    rows = [row for sentence in sentences for row in sentence]
    words = [row[1] for row in rows]
    starts = np.zeros(len(words), np.int64)
    starts[breaks] = 1
    begins = {breaks[k] for k in paragraphs if k < len(breaks)}
    document = Example(
        words, word_marks(words, begins, cased=not is_caseless(" ".join(words))), breaks,
        upos=np.array([index["upos"][row[3]] for row in rows]), heads=np.array(heads), starts=starts,
        deprels=np.array([index["deprels"][row[7]] for row in rows]),
    )  # fmt: skip
    if any("Entity=" in row[9] for row in rows):
        document.names, document.kinds = _mentions(rows)
    elif rows[0][9].startswith(NAME):
        document.names = np.array([int(row[9].removeprefix(NAME)) for row in rows])
    return document


def _note_names(rows: list[list[str]], names: Iterable[tuple[int, int, str]]) -> None:
    """Write the tag of each word of a sentence into its last cell."""
    tags = np.zeros(len(rows), np.int64)
    for first, last, label in names:
        tag_span(tags, (first - 1, last), ENTITIES.index(label))
    for row, tag in zip(rows, tags, strict=True):
        row[9] = f"{NAME}{tag}"


_MENTION_PART = re.compile(
    r"\((?P<id>\d+)-(?P<type>\w+)-[^-()]*-[^-()]*-[^-()]*-(?P<least>[\d,]+)[^()]*(?P<whole>\))?"
    r"|(?P<close>\d+)\)"
)
"""A mention that opens (and closes at once), with the words of its least span; or one that closes."""


def mentions(rows: list[list[str]]) -> list[tuple[int, int, str, list[int]]]:
    """First and last word, type and least span of each mention that GUM notes in the rows, by their ends."""
    found: list[tuple[int, int, str, list[int]]] = []
    opened: dict[str, list[tuple[int, str, list[int]]]] = {}
    for i, row in enumerate(rows):
        value = next((x[7:] for x in row[9].split("|") if x.startswith("Entity=")), "")
        for part in _MENTION_PART.finditer(value):
            if part["close"]:
                if opened.get(part["close"]):
                    first, kind, least = opened[part["close"]].pop()
                    found.append((first, i + 1, kind, least))
            else:
                least = [i + int(k) - 1 for k in part["least"].split(",") if k]
                if part["whole"]:
                    found.append((i, i + 1, part["type"], least))
                else:
                    opened.setdefault(part["id"], []).append((i, part["type"], least))
    return found


def _mentions(rows: list[list[str]]) -> tuple[np.ndarray, np.ndarray]:
    """Names and kinds from GUM's mentions: a word has the kind of the smallest mention whose least span holds it."""
    names, kinds = np.zeros(len(rows), np.int64), np.zeros(len(rows), np.int64)
    for first, last, kind, least in sorted(mentions(rows), key=lambda m: m[0] - m[1]):
        for i in least:
            if first <= i < last:
                kinds[i] = KINDS.index(KIND_OF.get(kind, "OTHER"))
        if kind in NAME_OF and least and all(first <= i < last for i in least):
            span = (least[0], least[-1] + 1)
            if _names_one(rows[slice(*span)]):
                tag_span(names, span, ENTITIES.index(NAME_OF[kind]))
    return names, kinds


def _names_one(rows: list[list[str]]) -> bool:
    """Whether the words are one name: proper nouns at both ends, nothing coordinated, no address."""
    ends = rows[0][3] == rows[-1][3] == "PROPN"
    return ends and not any(row[3] == "CCONJ" or row[1] in {",", ";", "/"} or "@" in row[1] for row in rows)
