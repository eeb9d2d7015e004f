"""The day a statement was made, and the occasion."""

from bisect import bisect_left, bisect_right
from datetime import date
from operator import attrgetter

from firsthand.language.times import TimeExpression, find_times, resolve
from firsthand.language.trees import Tree
from firsthand.model import DateRange, Report, Span
from firsthand.statements.cues import Cues
from firsthand.statements.utterance import Utterance

_UNTIMELY = frozenset({"duration", "since", "window", "season", "unplaced"})


class Calendar:
    """Days of the utterances of one report, asked in the order of the text."""

    def __init__(self, tree: Tree, cues: Cues, report: Report):
        self._tree, self._cues, self._report = tree, cues, report
        self._times = find_times(report.text)
        self._starts = [t.start for t in self._times]
        self._dates = [t for t in self._times if t.kind == "date"]
        self._by_speaker: dict[str, DateRange] = {}
        self._last: tuple[int, DateRange] | None = None
        self._mentioned: tuple[int, date] | None = None

    def said_on(self, u: Utterance, speaker: str, inherits: str = "") -> DateRange | None:
        """The days on which the utterance can have been made; None where the report tells nothing.

        ``inherits`` names the speaker whose report the utterance stands in, if it is nested.
        """
        own = self._stated(u)
        paragraph = self._tree.paragraph_of[u.head]
        if own is None and u.outer is not None and inherits:
            own = self._stated(u.outer) or self._by_speaker.get(inherits)
        if own is None and speaker in self._by_speaker:
            day = self._by_speaker[speaker]
            own = DateRange(day.first, day.last, "the day of the same speaker's earlier words", day.spans)
        if own is None and self._last is not None and self._goes_on(self._last[0], paragraph, speaker):
            day = self._last[1]
            own = DateRange(day.first, day.last, "the day told just before", day.spans)
        if own is not None:
            self._by_speaker[speaker] = own
            self._last = (paragraph, own)
            return own
        published = self._report.published
        if published is None or published.last is None:
            return None
        return DateRange(None, published.last, "no day told: said by the day of the report", ())

    def _goes_on(self, dated: int, paragraph: int, speaker: str) -> bool:
        """Whether the day of one paragraph holds in another: the same, or the next if the first names the speaker."""
        if dated == paragraph:
            return True
        if paragraph - dated != 1 or not speaker.startswith("person:"):
            return False
        first, last = self._tree.reading.paragraphs[dated]
        name = speaker.rsplit(" ", 1)[-1].rsplit(":", 1)[-1]
        return any(self._tree.word(i) == name for i in range(first, last))

    def _stated(self, u: Utterance) -> DateRange | None:
        """A time that stands with the cue: in its sentence, outside every content."""
        tree = self._tree
        if not tree.tokens:
            return None
        first, last = tree.sentence(u.head)
        start, end = tree.tokens[first].start, tree.tokens[last - 1].end
        inside = [(tree.tokens[a].start, tree.tokens[b - 1].end) for a, b in u.content]
        here = self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        found = [
            t for t in here
            if t.end <= end and t.kind not in _UNTIMELY and not any(a <= t.start < b for a, b in inside)
        ]  # fmt: skip
        if not found:
            return None
        cue = tree.tokens[u.head].start
        found.sort(key=lambda t: (abs(t.start - cue), t.start))
        return self._resolved(found[0])

    def _resolved(self, expression: TimeExpression) -> DateRange | None:
        anchor = self._anchor(expression)
        if anchor is None:
            return None
        days = resolve(expression, anchor)
        if days is None or (days.first is None and days.last is None):
            return None
        published = self._report.published
        last = days.last
        if published is not None and published.last is not None and days.first is not None:
            if days.first > published.last:
                return None
            last = min(last, published.last) if last is not None else published.last
        if days.first is not None and expression.kind in ("date", "weekday"):
            self._mentioned = (expression.start, days.first)
        span = Span(self._report.id, expression.start, expression.end)
        return DateRange(days.first, last, f"“{expression.text}”", (span,))

    def _anchor(self, expression: TimeExpression) -> date | None:
        """The day an expression counts from: the day last mentioned, or the report's."""
        if expression.counts_from == "mention":
            earlier = bisect_right(self._dates, expression.start, key=attrgetter("end"))
            published = self._published()
            if earlier and published is not None:
                days = resolve(self._dates[earlier - 1], published)
                if days is not None and days.first is not None:
                    return days.first
        return self._published()

    def _published(self) -> date | None:
        published = self._report.published
        return (published.last or published.first) if published is not None else None


def occasion_of(tree: Tree, cues: Cues, u: Utterance) -> str | None:
    """Where it was said, if the cue's sentence tells: a statement, a briefing, an interview."""
    first, last = tree.sentence(u.head)
    words = [tree.tokens[i].text for i in range(first, last) if not u.covers(i)]
    return cues.any_in("occasion_noun", " ".join(words))
