"""Which statement of a dossier is the one that gold means."""

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import PurePath
from typing import Any

from firsthand.evaluation.gold import Gold, GoldStatement
from firsthand.lexicons.loader import phrases

Entry = dict[str, Any]
"""An object of dossier.json."""

LEAST_COVER = 0.6
"""The share of gold's words that must stand in the content found."""


def words(text: str | None) -> list[str]:
    """Runs of letters and digits in lower case."""
    return re.findall(r"[^\W_]+", (text or "").lower())


def telling(text: str | None) -> frozenset[str]:
    """The words that tell one name from another."""
    return frozenset(words(text)) - _untelling()


@cache
def _untelling() -> frozenset[str]:
    return frozenset(phrases("evaluation_words")["untelling"])


class Written:
    """A dossier as written, looked up the ways the measures need."""

    def __init__(self, dossier: Entry) -> None:
        self.dossier = dossier
        self.reports: dict[str, Entry] = {r["id"]: r for r in dossier["reports"]}
        self.by_file = {PurePath(r.get("file") or "").name: r for r in dossier["reports"]}
        self.sources: dict[str, Entry] = {s["id"]: s for s in dossier["sources"]}
        self.of_report: dict[str, list[Entry]] = defaultdict(list)
        for statement in dossier["statements"]:
            self.of_report[statement["report"]].append(statement)

    def actor(self, statement: Entry) -> Entry:
        """The source that speaks; empty where the report itself does."""
        return self.sources.get(statement["actor"] or "", {})

    def speaker_words(self, statement: Entry) -> frozenset[str]:
        """Telling words of the speaker, as printed and as named."""
        return telling(text_of(statement["source"])) | telling(self.actor(statement).get("name"))


def text_of(spans: list[Entry] | None) -> str:
    """The words of a list of spans."""
    return " ".join(span["text"] for span in spans or ())


def wanted_speaker(gold: GoldStatement) -> frozenset[str]:
    """Telling words of the speaker that gold names."""
    return telling(gold.actor) | telling(gold.source)


def match(gold: Gold, written: Written) -> dict[str, Entry]:
    """For each gold statement that was found its id and the statement that fits best."""
    found = {}
    for wanted in gold.statements:
        report = written.by_file.get(wanted.file)
        candidates = written.of_report[report["id"]] if report else []
        scored = [(score, s) for s in candidates if (score := _fit(wanted, s, written)) is not None]
        if scored:
            found[wanted.id] = max(scored, key=lambda pair: pair[0])[1]
    return found


def _fit(wanted: GoldStatement, statement: Entry, written: Written) -> float | None:
    """How well a statement fits, None where it does not hold gold's words or is far longer."""
    want, have = Counter(words(wanted.content)), Counter(words(text_of(statement["content"])))
    if not want or have.total() > 4 * want.total() + 40:
        return None
    cover = (want & have).total() / want.total()
    if cover < LEAST_COVER:
        return None
    same_speaker = bool(written.speaker_words(statement) & wanted_speaker(wanted))
    return cover + 0.5 * same_speaker + 0.2 * min(1.0, want.total() / max(1, have.total()))
