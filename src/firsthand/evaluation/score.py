"""Measures of a dossier against gold. Each is documented in docs/evaluation.md."""

import json
from collections import defaultdict
from itertools import combinations

from firsthand.evaluation.figures import Figure, Figures, Tally, f1
from firsthand.evaluation.gold import Gold, GoldStatement, GoldTransfer, days
from firsthand.evaluation.matching import Entry, Written, match, telling, text_of, wanted_speaker, words
from firsthand.model import SIDE_OF

LONGEST = 62
"""Days that a publication interval may be wide and still be an answer."""
MEASURES = (
    "found", "actor", "named", "kind", "stance", "side", "via", "said_on", "grouping", "cited", "origins", "register",
    "designations", "published",
)  # fmt: skip


def score_dossier(gold: Gold, dossier: Entry) -> Figures:
    """The figures of a dossier, given as the object of dossier.json."""
    written = Written(dossier)
    found = match(gold, written)
    tallies: dict[str, Tally] = defaultdict(Tally)
    for wanted in gold.statements:
        where = f"{wanted.id} {wanted.file}"
        tallies["found"].add(wanted.id in found, f"{where} {wanted.content[:90]!r}")
        if wanted.id in found:
            _score_statement(wanted, found[wanted.id], written, tallies)
    _score_citations(gold, written, tallies["cited"])
    _score_origins(gold, found, written, tallies["origins"])
    for transfer in gold.register:
        _score_transfer(transfer, dossier, tallies)
    _score_published(gold, written, tallies["published"])
    figures = {name: tallies[name].figure() for name in MEASURES if name != "grouping"}
    figures["grouping"] = _grouping(gold, found)
    return {name: figures[name] for name in MEASURES}


def _score_statement(wanted: GoldStatement, got: Entry, written: Written, tallies: dict[str, Tally]) -> None:
    actor = written.actor(got)
    name = actor.get("name")
    said = written.speaker_words(got)
    tallies["actor"].add(
        bool(said & wanted_speaker(wanted)), f"{wanted.id} wanted {wanted.actor or wanted.source!r}, got {name!r}"
    )
    if wanted.named is not None:
        tallies["named"].add(actor.get("named") == wanted.named, f"{wanted.id} {name!r} wanted {wanted.named}")
    if wanted.kinds:
        kind = actor.get("kind")
        tallies["kind"].add(kind in wanted.kinds, f"{wanted.id} {name!r} wanted {wanted.kinds}, got {kind}")
    if wanted.stances:
        stance, words_said = got["stance"], text_of(got["content"])[:70]
        miss = f"{wanted.id} wanted {wanted.stances}, got {stance}: {words_said!r}"
        tallies["stance"].add(stance in wanted.stances, miss)
        tallies["side"].add(SIDE_OF[stance] in {SIDE_OF[s] for s in wanted.stances}, miss)
    if wanted.via:
        relays = frozenset(w for key in got["via"] for w in telling(written.sources[key]["name"]))
        tallies["via"].add(all(telling(v) & relays for v in wanted.via), f"{wanted.id} wanted {wanted.via}")
    if wanted.said_on is not None:
        told = days(got["said_on"])
        tallies["said_on"].add(
            told is not None and told.meets(wanted.said_on), f"{wanted.id} wanted {wanted.said_on}, got {told}"
        )


def _grouping(gold: Gold, found: dict[str, Entry]) -> Figure:
    """F1 over pairs of found statements: about the same claim in gold, and in the dossier."""
    known = [g for g in gold.statements if g.about and g.id in found]
    right = predicted = wanted = 0
    misses = []
    for a, b in combinations(known, 2):
        same = a.about == b.about
        claim = found[a.id]["claim"]
        put = bool(claim) and claim == found[b.id]["claim"]
        wanted, predicted, right = wanted + same, predicted + put, right + (same and put)
        if same != put:
            misses.append(f"{a.id} and {b.id}: {'apart' if same else 'together'} ({a.about}, {b.about})")
    return Figure(f1(right, predicted, wanted), wanted, tuple(misses))


def _score_citations(gold: Gold, written: Written, tally: Tally) -> None:
    linked: dict[str, list[frozenset[str]]] = defaultdict(list)
    for link in written.dossier["lineage"]:
        target = link["to"]
        report = written.reports.get(target, {}) if isinstance(target, str) else {}
        name = target["outlet"] if isinstance(target, dict) else report.get("outlet") or report.get("file")
        linked[link["from"]].append(telling(name))
    for file, outlet in gold.citations:
        report = written.by_file.get(file, {})
        names = linked.get(report.get("id", ""), [])
        tally.add(any(telling(outlet) & name for name in names), f"{file} -> {outlet}")


def _score_origins(gold: Gold, found: dict[str, Entry], written: Written, tally: Tally) -> None:
    origins: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for claim in written.dossier["claims"]:
        for origin in claim["origins"]:
            for statement in origin["statements"]:
                origins[statement].add((claim["id"], origin["id"]))
    for what, files in gold.origins:
        groups: list[set[tuple[str, str]]] = []
        for file in files:
            report = written.by_file.get(file, {}).get("id")
            meant = (
                s for s in found.values()
                if s["report"] == report
                and len(telling(what) & (telling(text_of(s["content"])) | written.speaker_words(s))) >= 2
            )  # fmt: skip
            groups.append({origin for s in meant for origin in origins[s["id"]]})
        tally.add(bool(groups) and bool(set.intersection(*groups)), what[:100])


def _score_transfer(wanted: GoldTransfer, dossier: Entry, tallies: dict[str, Tally]) -> None:
    rows = [
        row for row in dossier["register"]
        if telling(wanted.supplier) & telling(row["supplier"]) and telling(wanted.recipient) & telling(row["recipient"])
    ]  # fmt: skip
    there = telling(json.dumps(rows, ensure_ascii=False))
    stems = {word.rstrip("s") for word in there}
    where = f"{wanted.supplier} -> {wanted.recipient}"
    named = any(word.rstrip("s") in stems for word in telling(wanted.item))
    tallies["register"].add(bool(rows) and named, f"{where}: {wanted.item}")
    for designation in wanted.designations:
        parts = [w for w in words(designation) if len(w) > 1 or w.isdigit()]
        tallies["designations"].add(all(w in there for w in parts), f"{where}: {designation}")


def _score_published(gold: Gold, written: Written, tally: Tally) -> None:
    for file, wanted in gold.published:
        got = days(written.by_file.get(file, {}).get("published"))
        good = got is not None and (got.last - got.first).days <= LONGEST and got.meets(wanted)
        tally.add(good, f"{file} wanted {wanted}, got {got}")
