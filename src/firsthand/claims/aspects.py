"""What side of an event a statement is about: the event itself, which weapon it was, a detail, its weight."""

import re
from functools import cache

from firsthand.lexicons.loader import phrases
from firsthand.model.event import Event
from firsthand.model.statement import Statement

PLANNED_PHASES = ("sought", "negotiating", "agreed", "preparing")
PHASED = ("transfer", "use", "training", "production")
_WEIGHING = ("comments", "supposes")
_OWN_ASPECT = {"capability": "effect"}


@cache
def _pattern(lexicon: str, key: str, whole: bool) -> re.Pattern[str]:
    words = sorted(phrases(lexicon)[key], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + ")" + (r"(?!\w)" if whole else ""))


def has_cue(key: str, text: str) -> bool:
    """Whether ``text`` holds a wording of this key of claim_cues.csv; stems count for verdicts."""
    return bool(_pattern("claim_cues", key, key != "verdict").search(text.lower()))


def is_clipped(text: str) -> bool:
    """Whether the words begin with an auxiliary, so that their subject stands outside them.

    >>> is_clipped("would be more in the spring"), is_clipped("more would come")
    (True, False)
    """
    return text.lower().split()[:1] != [] and text.lower().split()[0] in phrases("function_words")["auxiliary"]


def topic(text: str) -> str:
    """The first aspect of claim_aspects.csv that ``text`` speaks of, empty where it speaks of none.

    >>> topic("it would be a grave escalation"), topic("he will visit the capital")
    ('escalation', '')
    """
    for key in phrases("claim_aspects"):
        if _pattern("claim_aspects", key, False).search(text.lower()):
            return key.split("/")[0]
    return ""


def aspect_of(statement: Statement, event: Event | None, text: str, designated: bool) -> str:
    """The aspect a statement is grouped under: designation, details, a topic, or the type of its event."""
    kind = event.type if event else "other"
    if statement.stance == "withholds" and has_cue("detail", _first_words(text)):
        return "details"
    if kind == "identity":
        return "designation"
    if designated and kind in ("transfer", "capability", "other") and _names_the_weapon(text, event):
        return "designation"
    if kind == "transfer" and (statement.stance in _WEIGHING or (event and event.modality == "hypothetical")):
        return topic(text) or kind
    if kind == "use" and topic(text) == "range":
        return "range"
    if kind == "capability":
        return topic(text) or _OWN_ASPECT[kind]
    if kind == "other":
        return topic(text) or kind
    return kind


def phase_of(aspect: str, event: Event | None) -> str:
    """planned or delivered for what happens in phases, empty for the rest."""
    if aspect not in PHASED or event is None:
        return ""
    if event.phase in PLANNED_PHASES or event.modality == "planned":
        return "planned"
    if event.modality in ("possible", "hypothetical") and not event.phase:
        return "planned"
    return "delivered"


def _first_words(text: str) -> str:
    return " ".join(text.split()[:6])


def _names_the_weapon(text: str, event: Event | None) -> bool:
    """Whether the wording before the designation says that this is which weapon it is."""
    low = text.lower()
    match = _pattern("claim_cues", "designation", True).search(low)
    if not match or event is None:
        return False
    items = [f.text.lower() for f in event.fillers("item") + event.fillers("weapon") if f.weapon_class]
    after = low[match.end() :]
    return any(item in after for item in items) or not items
