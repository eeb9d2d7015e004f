"""Read the marked passages of training/written/ (its README has the format) into examples."""

import pathlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from firsthand.language.gazetteer import is_caseless
from firsthand.model import STANCES
from firsthand.reader.heads import ROLES
from firsthand.reader.marks import word_marks
from firsthand.reader.windows import sure_breaks
from firsthand.reader.words import split_words
from training.data import ENTITIES, Example, Range, Told, tag_span, word_ranges

_MARK = re.compile(
    r"\[(?:s(?P<s>\d+) (?P<source>[^\[\]]+)|x(?P<x>\d+) (?P<content>[^\[\]]+)"
    r"|c(?P<c>\d+)(?:>(?P<outer>\d+))?=(?P<stance>\w+)(?: (?P<cue>[^\[\]]+))?)\]"
)
_NAME = re.compile(r"\[(?P<label>PER|ORG|LOC) (?P<name>[^\[\]]+)\]")
_WHERE = re.compile(r"(?P<first>\d+)(?:-(?P<last>\d+))?:(?P<label>PER|ORG|LOC)")
_BARE_CUES = frozenset(":–—-―")


EWT_NAMES = pathlib.Path(__file__).parent / "written" / "ewt_train.tsv"
"""The names in the train part of UD English EWT, by sentence and word."""
HELD_OUT = 10
"""Every so-manieth passage of a file is not trained on: training/held_out.py takes it."""


@dataclass
class Marked:
    """One statement of a passage: character spans, and the number of the statement it came through."""

    source: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    content: list[Range] = field(default_factory=list)
    stance: str = ""
    outer: str = ""
    at: int = 0


def files(kind: str) -> list[pathlib.Path]:
    """The files of training/written/ whose names begin with ``kind``."""
    return sorted((pathlib.Path(__file__).parent / "written").glob(f"{kind}*.txt"))


def kept(items: list) -> list:
    """Those that are trained on."""
    return [item for i, item in enumerate(items) if i % HELD_OUT != HELD_OUT - 1]


def held_out(items: list) -> list:
    """Those that are not."""
    return items[HELD_OUT - 1 :: HELD_OUT]


def passages(path: pathlib.Path) -> list[tuple[str, dict[str, Marked]]]:
    """Text and statements by number of each passage of a file; raises ValueError at marks that do not fit."""
    found = []
    for raw in re.split(r"(?m)^---[ ]*$", path.read_text(encoding="utf-8")):
        if raw.strip():
            found.append(_passage(path, raw.strip()))
    return found


def _passage(path: pathlib.Path, raw: str) -> tuple[str, dict[str, Marked]]:
    text, end = "", 0
    statements: dict[str, Marked] = {}
    for m in _MARK.finditer(raw):
        text += raw[end : m.start()]
        end = m.end()
        number = m["s"] or m["x"] or m["c"]
        statement = statements.setdefault(number, Marked())
        words = m["source"] or m["content"] or m["cue"] or ""
        span = (len(text), len(text) + len(words))
        if m["s"]:
            statement.source.append(span)
        elif m["x"]:
            statement.content.append(span)
        else:
            statement.stance, statement.outer, statement.at = m["stance"], m["outer"] or "", len(text)
            if words:
                statement.cue.append(span)
        text += words
    text += raw[end:]
    wrong = [k for k, s in statements.items() if s.stance not in STANCES or (s.outer and s.outer not in statements)]
    if "[" in text or "]" in text or wrong:
        raise ValueError(f"{path}: marks that do not fit in the passage that begins {raw[:60]!r}")
    return text, statements


def statements(path: pathlib.Path) -> list[Example]:
    """The passages of a file with the tags, links and stances of their statements."""
    return [_example(text, found) for text, found in passages(path)]


def _example(text: str, found: dict[str, Marked]) -> Example:
    example, ranges, ends = in_words(text)
    words = example.words
    example.inner = np.zeros(len(words), np.int64)
    sources = {k: ranges([(a, b - (text[b - 1] == ",")) for a, b in s.source]) for k, s in found.items()}
    cues = {
        k: ranges(s.cue) or bare_cue(words, int(np.searchsorted(ends, s.at, side="right"))) for k, s in found.items()
    }
    for k, s in found.items():
        # Told to an outlet that passed it on: one cue for both.
        if not cues[k] and s.outer and found[s.outer].cue and s.at == found[s.outer].cue[-1][1]:
            cues[k] = cues[s.outer]
    shared = {s.outer for k, s in found.items() if s.outer and cues[k] and cues[k] == cues[s.outer]}
    contents = {k: ranges(s.content) for k, s in found.items()}
    for role, spans in zip(ROLES, (sources, cues, contents), strict=True):
        example.spans[f"inner_{role}"] = sorted({r for some in spans.values() for r in some})
        for span in example.spans[f"inner_{role}"]:
            tag_span(example.inner, span, ROLES.index(role))
    for k, s in found.items():
        if contents[k]:
            voices = [sources[outer] for outer in outwards(k, found) if sources[outer]]
            example.told.append(Told(cues[k], contents[k], STANCES.index(s.stance), voices))
        if k in shared:
            continue
        example.links += [("inner_source", cue, sources[k]) for cue in cues[k]]
        example.links += [("inner_cue", content, cues[k]) for content in contents[k]]
        example.links += [("inner_via", cue, sources[s.outer] if s.outer else []) for cue in cues[k]]
        if cues[k] and contents[k]:
            example.stances.append((cues[k][0], contents[k], STANCES.index(s.stance)))
    return example


def outwards(k: str, found: dict[str, Marked]) -> list[str]:
    """The number of a statement and of those that it came through, innermost first."""
    chain = [k]
    while found[chain[-1]].outer not in ("", *chain):
        chain.append(found[chain[-1]].outer)
    return chain


def bare_cue(words: list[str], i: int) -> list[Range]:
    """The colon or dash at a place, or none."""
    return next(([(k, k + 1)] for k in (i, i - 1) if 0 <= k < len(words) and words[k] in _BARE_CUES), [])


def in_words(text: str) -> tuple[Example, Callable[[list[Range]], list[Range]], np.ndarray]:
    """The words of a text as an example without labels, how spans of characters become ranges of them, their ends."""
    at = split_words(text)
    starts, ends = np.array([w[0] for w in at]), np.array([w[1] for w in at])
    words = [text[a:b] for a, b in at]
    paragraphs = {0} | {i for i in range(1, len(at)) if "\n" in text[at[i - 1][1] : at[i][0]]}
    marks = word_marks(words, paragraphs, cased=not is_caseless(text))
    return Example(words, marks, sure_breaks(text, at)), lambda spans: word_ranges(spans, starts, ends), ends


def names(path: pathlib.Path) -> list[Example]:
    """The lines of a file with the names that are marked in them."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            text, end = "", 0
            spans = []
            for m in _NAME.finditer(line):
                text += line[end : m.start()]
                spans.append((len(text), len(text) + len(m["name"]), m["label"]))
                text += m["name"]
                end = m.end()
            text += line[end:]
            if "[" in text and re.search(r"\[[A-Z]+ ", text):
                raise ValueError(f"{path}: a mark that does not fit in {line!r}")
            example, ranges, _ = in_words(text)
            example.names = np.zeros(len(example.words), np.int64)
            for a, b, label in spans:
                for span in ranges([(a, b)]):
                    tag_span(example.names, span, ENTITIES.index(label))
            found.append(example)
    return found


def treebank_names(path: pathlib.Path) -> dict[str, list[tuple[int, int, str]]]:
    """Sentence ids of a treebank to first word, last word and label of the names in it; the words are numbered from 1.

    A line: the id, a tab, and "3:PER 7-9:ORG". Raises ValueError at a line of another form.
    """
    found: dict[str, list[tuple[int, int, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, tab, names = line.partition("\t")
        marks = [_WHERE.fullmatch(name) for name in names.split()]
        if not tab or not all(marks):
            raise ValueError(
                f"{path}: no names in {line!r}; a line is an id, a tab, and names such as 3:PER or 7-9:ORG"
            )
        found[sentence] = [(int(m["first"]), int(m["last"] or m["first"]), m["label"]) for m in marks if m]
    return found
