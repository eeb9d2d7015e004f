"""The sources of a case: speakers of all reports, the same ones brought together."""

from dataclasses import dataclass, field

from firsthand.model import Source, Span
from firsthand.statements.describe import Speaker


@dataclass(slots=True)
class _Entry:
    speaker: Speaker
    spans: list[Span] = field(default_factory=list)
    aliases: dict[str, None] = field(default_factory=dict)


def key_of(report: str, speaker: Speaker) -> str:
    """The key under which the case knows a speaker of one report."""
    return f"{report}/{speaker.key}" if speaker.local else speaker.key


class Registry:
    """Collects the speakers of a case under their keys, see key_of."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}

    def add(self, report: str, speaker: Speaker, phrase: str, span: Span) -> str:
        """Note a mention; returns the key of the source."""
        key = key_of(report, speaker)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(speaker)
        elif _richer(speaker, entry.speaker):
            entry.speaker = speaker
        entry.spans.append(span)
        if phrase and phrase.lower() != entry.speaker.name.lower():
            entry.aliases[phrase] = None
        return key

    def sources(self) -> tuple[dict[str, str], tuple[Source, ...]]:
        """Key to source id, and the sources; one word alone joins the full name that it ends or opens."""
        joined = self._joined()
        order: dict[str, str] = {}
        for key in self._entries:
            target = joined.get(key, key)
            if target not in order:
                order[target] = f"A{len(order) + 1}"
        ids = {key: order[joined.get(key, key)] for key in self._entries}
        together: dict[str, list[_Entry]] = {}
        for key, entry in self._entries.items():
            together.setdefault(joined.get(key, key), []).append(entry)
        sources = []
        for key, name in order.items():
            entries = together[key]
            speaker = self._entries[key].speaker
            aliases = dict.fromkeys(a for e in entries for a in (e.speaker.name, *e.aliases) if a != speaker.name)
            spans = tuple(dict.fromkeys(s for e in entries for s in e.spans))
            states = speaker.states or next((e.speaker.states for e in entries if e.speaker.states), ())
            sources.append(
                Source(
                    name, speaker.name, speaker.kind, speaker.named, speaker.role, speaker.organisation, states,
                    tuple(aliases), spans, speaker.plural,
                )
            )  # fmt: skip
        return ids, tuple(sources)

    def _joined(self) -> dict[str, str]:
        people = [k for k in self._entries if k.startswith("person:")]
        full: dict[str, list[str]] = {}
        first: dict[str, list[str]] = {}
        for key in people:
            if " " in key:
                full.setdefault(key.rsplit(" ", 1)[-1], []).append(key)
                first.setdefault(key.removeprefix("person:").split()[0], []).append(key)
        joined = {}
        for key in people:
            name = key.removeprefix("person:")
            longer = full.get(name) or first.get(name, []) if " " not in name else []
            if len(longer) == 1:
                joined[key] = longer[0]
        return joined


def _richer(new: Speaker, old: Speaker) -> bool:
    def weight(s: Speaker) -> tuple[bool, bool, bool]:
        return (s.kind != "other", bool(s.states), bool(s.role))

    return weight(new) > weight(old)
