"""The timeline as a drawing: what is said to have happened, how claims stood, and who spoke when."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from firsthand.model import Claim, DateRange, Dossier, HistoryEntry, Statement, TimelineEntry
from firsthand.views.index import Index, Voice
from firsthand.views.svg import joined, link, shape, tag
from firsthand.views.timescale import TimeScale
from firsthand.views.wording import LADDER, UNSURE, VERBS, as_sentence, dates_text, shortened

WIDTH, LEFT, RIGHT, UNDATED = 1104.0, 236.0, 1032.0, 1072.0
LINE = 20.0
STEP = 29.0
STUB = 34.0


@dataclass(slots=True)
class _Mark:
    side: str
    dates: DateRange | None
    statements: list[str]
    claims: set[str] = field(default_factory=set)
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Inline SVGs: the voices on the leading claims, and the ``others``, None where there are none."""

    main: Markup
    further: Markup | None
    others: int


def timeline(dossier: Dossier, index: Index, claims: Sequence[Claim]) -> Timeline | None:
    """Drawings of who spoke when, those who speak to the leading ``claims`` first; None where nothing has a date."""
    happened = [entry for entry in dossier.timeline if entry.kind == "happened" and _dated(entry.on)]
    said = [s.said_on for s in dossier.statements if s.said_on and _dated(s.said_on)]
    changes = [entry.on for claim in dossier.claims for entry in claim.history if entry.on and _dated(entry.on)]
    dates = [*said, *(entry.on for entry in happened), *changes]
    if not dates:
        return None
    scale = TimeScale(dates, LEFT, RIGHT)
    leading = _speak_to(dossier, claims, index)
    main = [s for s in dossier.statements if index.voice(s).key in leading]
    rest = [s for s in dossier.statements if index.voice(s).key not in leading]
    drawn = [_happened(happened, scale), _statuses(claims, scale), _voices(main, scale, index)]
    further = _drawing([_voices(rest, scale, index)], scale, "Timeline: further voices") if rest else None
    others = len({index.voice(s).key for s in rest})
    return Timeline(_drawing(drawn, scale, "Timeline: a lane for each voice"), further, others)


def _speak_to(dossier: Dossier, claims: Sequence[Claim], index: Index) -> set[str]:
    """The keys of voices that do more than comment on one of the claims; of all voices where all claims lead."""
    if len(claims) == len(dossier.claims):
        return {index.voice(s).key for s in dossier.statements}
    ids = index.known(key for c in claims for key in (*c.affirm, *c.deny, *c.withhold, *c.expect))
    return {index.voice(index.statements[key]).key for key in ids}


def _drawing(bands: Sequence[tuple[list[Markup], float]], scale: TimeScale, label: str) -> Markup:
    y = 34.0
    parts: list[Markup] = []
    for drawn, height in bands:
        if drawn:
            parts.append(tag("g", *drawn, transform=f"translate(0 {y:.1f})"))
            y += height
    return tag("svg", joined([_axis(scale, y), *parts]), viewBox=f"0 0 {WIDTH:g} {y + 8:.0f}", width=WIDTH,
               height=y + 8, class_="timeline", role="group", aria_label=label)  # fmt: skip


def _dated(dates: DateRange) -> bool:
    return dates.first is not None or dates.last is not None


def _axis(scale: TimeScale, height: float) -> Markup:
    parts = [tag("text", "undated", x=UNDATED, y=14, class_="tick", text_anchor="middle")]
    for x, day, year in scale.ticks(46):
        parts.append(tag("path", d=f"M{x:.1f} 30V{height:.1f}", class_="grid"))
        parts.append(tag("text", day, x=x, y=26, class_="tick"))
        if year:
            parts.append(tag("text", year, x=x, y=12, class_="tick year"))
    return tag("g", joined(parts))


def _heading(text: str, y: float) -> Markup:
    return tag("text", text, x=0, y=y, class_="owner")


def _happened(entries: list[TimelineEntry], scale: TimeScale) -> tuple[list[Markup], float]:
    """Hollow bars, as wide as the date is uncertain, each with its words beside it."""
    if not entries:
        return [], 0
    parts = [_heading("Said to have happened", 13)]
    ends: list[float] = []
    for entry in sorted(entries, key=lambda e: scale.interval(e.on)):
        first, last = scale.interval(entry.on)
        last = max(last, first + 6)
        words = shortened(entry.text, 46)
        width = 6.4 * len(words) + 8
        before = last + width > WIDTH
        left, right = (first - width, last) if before else (first, last + width)
        row = next((i for i, end in enumerate(ends) if end + 10 < left), len(ends))
        ends[row:] = [right] if row == len(ends) else [right, *ends[row + 1 :]]
        y = row * LINE + 2
        bar = tag("rect", x=first, y=y + 3, width=last - first, height=10, rx=2, class_="bar")
        label = tag("text", words, x=first - 5 if before else last + 5, y=y + 12, class_="label",
                    text_anchor="end" if before else "start")  # fmt: skip
        parts.append(link(list(entry.statements), f"{dates_text(entry.on)}: {shortened(entry.text, 200)}", bar, label))
    return parts, len(ends) * LINE + 18


def _statuses(claims: Sequence[Claim], scale: TimeScale) -> tuple[list[Markup], float]:
    """A band for each claim that has a history with a date, the thicker the firmer its status."""
    told = [claim for claim in claims if any(e.on and _dated(e.on) for e in claim.history)]
    told = told[:8]
    if not told:
        return [], 0
    parts = [_heading("How the claims stood", 13)]
    y = 20.0
    for claim in told:
        dated = [entry for entry in claim.history if entry.on and _dated(entry.on)]
        bands = [_band(claim, entry, after, scale, y) for entry, after in zip(dated, [*dated[1:], None], strict=True)]
        bands += [
            link([entry.because], f"undated: {_standing(entry)}", _step(entry, UNDATED - 9, UNDATED + 9, y))
            for entry in claim.history
            if not (entry.on and _dated(entry.on))
        ]
        name = tag("text", as_sentence(shortened(claim.wording, 38)), x=0, y=y + 22, class_="label")
        label = tag("a", tag("title", claim.wording), name, href=f"#{claim.id}")
        parts.append(tag("g", label, *bands, data_claims=claim.id))
        y += STEP
    return parts, y + 18


def _standing(entry: HistoryEntry) -> str:
    return entry.status + (" and contested" if entry.contested else "")


def _band(claim: Claim, entry: HistoryEntry, after: HistoryEntry | None, scale: TimeScale, y: float) -> Markup:
    assert entry.on is not None
    first = scale.known(entry.on)
    last = scale.known(after.on) if after is not None and after.on is not None else RIGHT
    label = f"{dates_text(entry.on)}: {_standing(entry)}. {shortened(claim.wording, 120)}"
    return link([entry.because], label, _step(entry, first, max(last, first + 4), y))


def _step(entry: HistoryEntry, first: float, last: float, y: float) -> Markup:
    level = LADDER.index(entry.status) + 1 if entry.status in LADDER else 0
    height = 2.0 + 2.5 * level
    band = tag("rect", x=first, y=y + 24 - height, width=last - first, height=height, class_=f"band step{level}")
    over = tag("path", d=f"M{first:.1f} {y + 26:.1f}H{last:.1f}", class_="contested") if entry.contested else Markup()
    wide = last - first > 6 * len(entry.status) + 4
    word = tag("text", entry.status, x=first + 1, y=y + 9, class_="tick") if wide else Markup()
    return tag("g", band, over, word)


def _voices(statements: Sequence[Statement], scale: TimeScale, index: Index) -> tuple[list[Markup], float]:
    lanes: dict[str, list[Statement]] = {}
    voices: dict[str, Voice] = {}
    weight: dict[str, int] = {}
    for statement in statements:
        voice = index.voice(statement)
        voices.setdefault(voice.key, voice)
        lanes.setdefault(voice.key, []).append(statement)
        weight[voice.owner] = weight.get(voice.owner, 0) + 1
    parts: list[Markup] = []
    y = 0.0
    for owner in sorted(weight, key=lambda o: (-weight[o], o)):
        own = [voice for voice in voices.values() if voice.owner == owner]
        parts.append(tag("path", d=f"M0 {y + 1:.1f}H{WIDTH:g}", class_="rule"))
        alone = len(own) == 1 and own[0].name == owner
        if not alone:
            parts.append(_heading(shortened(owner, 40), y + 16))
            y += 18
        for voice in own:
            drawn, rows = _lane(voice, lanes[voice.key], scale, index)
            name = tag("text", shortened(voice.name, 36), x=0 if alone else 10, y=15,
                       class_="owner" if alone else "label")  # fmt: skip
            title = f"{voice.name} ({voice.note})" if voice.note else voice.name
            parts.append(tag("g", tag("g", tag("title", title), name), *drawn, transform=f"translate(0 {y:.1f})"))
            y += rows * LINE
        y += 6
    return parts, y


def _lane(voice: Voice, statements: list[Statement], scale: TimeScale, index: Index) -> tuple[list[Markup], int]:
    """The marks of one voice; those that would touch stand on a further row. Says how many rows."""
    marks: dict[tuple[str, object, object], _Mark] = {}
    for s in statements:
        dates = s.said_on if s.said_on and _dated(s.said_on) else None
        side = index.side(s)
        key = (side, dates.first if dates else None, dates.last if dates else None)
        mark = marks.setdefault(key, _Mark(side, dates, []))
        mark.statements.append(s.id)
        mark.claims.update([s.claim] if s.claim else [])
    rows: list[list[tuple[float, float]]] = []
    drawn = []
    for mark in sorted(marks.values(), key=lambda m: scale.interval(m.dates) if m.dates else (UNDATED, UNDATED)):
        first, middle, last = _reach(mark.dates, scale)
        mark.doubt = index.doubt(mark.statements) or index.partly(mark.statements)
        beside = (14 if len(mark.statements) > 1 else 0) + (10 if mark.doubt else 0)
        room = (min(first, middle - 8), max(last, middle + 8 + beside))
        row = next((i for i, taken in enumerate(rows) if all(b <= room[0] or room[1] <= a for a, b in taken)), None)
        if row is None:
            row = len(rows)
            rows.append([])
        rows[row].append(room)
        drawn.append(_utterance(voice, mark, (first, middle, last), row * LINE + 11))
    return drawn, max(1, len(rows))


def _reach(dates: DateRange | None, scale: TimeScale) -> tuple[float, float, float]:
    """Where an utterance's bar begins, where its mark stands, where the bar ends. An open end is a short stub."""
    if dates is None:
        return UNDATED, UNDATED, UNDATED
    first, last = scale.interval(dates)
    if dates.first is None:
        return max(LEFT, last - STUB), last, last
    if dates.last is None:
        return first, first, min(RIGHT, first + STUB)
    return first, (first + last) / 2, last


def _utterance(voice: Voice, mark: _Mark, reach: tuple[float, float, float], y: float) -> Markup:
    first, middle, last = reach
    parts = []
    if mark.dates is not None and mark.dates.days is None:
        parts.append(tag("path", d=f"M{first:.1f} {y:.1f}H{last:.1f}", class_=f"open-end s-{mark.side}"))
    elif mark.dates is not None and mark.dates.days != 1:
        parts.append(tag("rect", x=first, y=y - 3, width=max(2.0, last - first), height=6, rx=3,
                         class_=f"width s-{mark.side}"))  # fmt: skip
    parts.append(tag("rect", x=middle - 9, y=y - 9, width=18, height=18, class_="hit"))
    parts.append(shape(mark.side, middle, y))
    if len(mark.statements) > 1:
        parts.append(tag("text", str(len(mark.statements)), x=middle + 8, y=y + 4, class_="count"))
    if mark.doubt:
        beside = 16 if len(mark.statements) > 1 else 8
        parts.append(tag("text", UNSURE, x=middle + beside, y=y + 4, class_="doubt-mark"))
    label = f"{dates_text(mark.dates)}: {voice.name} {VERBS[mark.side]}" + (f". {mark.doubt}" if mark.doubt else "")
    return link(mark.statements, label, *parts, css="utterance", data_side=mark.side,
                data_claims=" ".join(sorted(mark.claims)) or "none")  # fmt: skip
