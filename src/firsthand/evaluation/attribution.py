"""Measures of attributed statements against brat standoff: spans and whole relations."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from firsthand.evaluation.figures import Figure, Figures, f1
from firsthand.evaluation.matching import Entry

ROLES = ("source", "cue", "content")
_WORD = re.compile(r"\w+|[^\w\s]")
Places = frozenset[int]
"""Where the words of a role begin, in code points."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what: the places of each role's words."""

    source: Places
    cue: Places
    content: Places

    def role(self, name: str) -> Places:
        """The places of one role."""
        places: Places = getattr(self, name)
        return places

    @property
    def all(self) -> Places:
        """The places of all roles."""
        return self.source | self.cue | self.content


Attributions = dict[str, tuple[Attribution, ...]]
"""File name to who says what in it."""


def read_attributions(folder: Path) -> Attributions:
    """File name to gold attributions of ``folder``'s text and attributions; of several annotators the first."""
    return {name: versions[0] if versions else () for name, _, versions in read_annotations(folder)}


def read_annotations(folder: Path) -> Iterator[tuple[str, str, list[tuple[Attribution, ...]]]]:
    """File name, text and what each annotator marked in it, of every article of ``folder``'s text and attributions."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        notes = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        yield path.name, text, [tuple(_of_brat(note.read_text(encoding="utf-8"), text)) for note in notes]


def _of_brat(notes: str, text: str) -> Iterable[Attribution]:
    ranges: dict[str, list[tuple[int, int]]] = {}
    events: list[str] = []
    for line in notes.splitlines():
        key, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+", key):
            places = rest.split("\t")[0].partition(" ")[2]
            ranges[key] = [(int(a), int(b)) for a, b in (part.split() for part in places.split(";"))]
        elif re.fullmatch(r"E\d+", key):
            events.append(rest)
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for part in event.split():
            name, _, key = part.partition(":")
            roles[name.rstrip("0123456789").lower()] += ranges.get(key, [])
        yield Attribution(*(_places(text, roles[role]) for role in ROLES))


def of_statements(statements: Iterable[Entry], text: str) -> tuple[Attribution, ...]:
    """The attributions of the ``statements`` of one object of ``firsthand read --jsonl``."""
    return tuple(
        Attribution(*(_places(text, [(s["start"], s["end"]) for s in statement[role] or ()]) for role in ROLES))
        for statement in statements
    )


def _places(text: str, ranges: Iterable[tuple[int, int]]) -> Places:
    return frozenset(start + m.start() for start, end in ranges for m in _WORD.finditer(text[start:end]))


def score_attributions(gold: Attributions, predicted: Attributions) -> Figures:
    """F1 of spans for each role and of whole relations, exact and by overlap; a file that lacks counts as empty."""
    counts: Counter[tuple[str, str]] = Counter()
    for file, wanted in gold.items():
        got = predicted.get(file, ())
        for role in ROLES:
            _count_role(role, got, wanted, counts)
        _count_relations(got, wanted, counts)
    return {
        f"{name} {how}": Figure(
            f1(counts[name, how], counts[name, "predicted"], counts[name, "wanted"]), counts[name, "wanted"]
        )
        for how in ("overlap", "exact")
        for name in (*ROLES, "relation")
    }


def score_pieces(gold: Attributions, predicted: Attributions, texts: Mapping[str, str]) -> Figures:
    """Exact F1 of each unbroken stretch of words by itself, as taggers of spans are measured."""
    counts: Counter[tuple[str, str]] = Counter()
    for file, want in gold.items():
        order = {m.start(): k for k, m in enumerate(_WORD.finditer(texts[file]))}
        for role in ROLES:
            mine, theirs = (
                {p for a in some for p in _pieces(a.role(role), order)} for some in (predicted.get(file, ()), want)
            )
            counts[role, "shared"] += len(mine & theirs)
            counts[role, "predicted"] += len(mine)
            counts[role, "wanted"] += len(theirs)
    return {
        f"{role} pieces exact": Figure(
            f1(counts[role, "shared"], counts[role, "predicted"], counts[role, "wanted"]), counts[role, "wanted"]
        )
        for role in ROLES
    }


def _pieces(places: Places, order: Mapping[int, int]) -> set[tuple[int, int]]:
    """First and last of each unbroken stretch of ``places``, as numbers of words; half words are left out."""
    found: list[list[int]] = []
    for k in sorted(order[p] for p in places if p in order):
        if found and found[-1][1] == k - 1:
            found[-1][1] = k
        else:
            found.append([k, k])
    return {(first, last) for first, last in found}


def _count_role(
    role: str, got: Sequence[Attribution], wanted: Sequence[Attribution], counts: Counter[tuple[str, str]]
) -> None:
    """A span that several relations share counts once."""
    have = list(dict.fromkeys(a.role(role) for a in got if a.role(role)))
    want = list(dict.fromkeys(a.role(role) for a in wanted if a.role(role)))
    counts[role, "predicted"] += len(have)
    counts[role, "wanted"] += len(want)
    counts[role, "exact"] += _pairs(have, want, lambda i, j: have[i] == want[j])
    counts[role, "overlap"] += _pairs(have, want, lambda i, j: bool(have[i] & want[j]))


def _count_relations(
    got: Sequence[Attribution], wanted: Sequence[Attribution], counts: Counter[tuple[str, str]]
) -> None:
    whole = [a.all for a in got], [a.all for a in wanted]
    counts["relation", "predicted"] += len(got)
    counts["relation", "wanted"] += len(wanted)
    counts["relation", "exact"] += _pairs(*whole, lambda i, j: got[i] == wanted[j])
    counts["relation", "overlap"] += len(same_relations(got, wanted))


def same_relations(got: Sequence[Attribution], wanted: Sequence[Attribution]) -> list[tuple[int, int]]:
    """Pairs of indices of relations that are the same by overlap, each in one pair at most."""
    whole = [a.all for a in got], [a.all for a in wanted]
    return _paired(*whole, lambda i, j: _same_relation(got[i], wanted[j]))


def _same_relation(got: Attribution, wanted: Attribution) -> bool:
    """Every role that gold has overlaps, and no other is there."""
    return all(bool(got.role(role) & wanted.role(role)) if wanted.role(role) else not got.role(role) for role in ROLES)


def _pairs(got: Sequence[Places], wanted: Sequence[Places], fits: Callable[[int, int], bool]) -> int:
    return len(_paired(got, wanted, fits))


def _paired(got: Sequence[Places], wanted: Sequence[Places], fits: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    """Which of ``got`` find a partner of their own, each taking the one it shares most places with."""
    free = list(range(len(wanted)))
    found = []
    for i, places in enumerate(got):
        good = [j for j in free if fits(i, j)]
        if good:
            best = max(good, key=lambda j: len(places & wanted[j]))
            free.remove(best)
            found.append((i, best))
    return found
