"""Which patterns of times can fit a text, by the words that they need."""

from functools import cache

from firsthand.language.feasts import feasts
from firsthand.language.needed_words import FIGURES, heads, words_of
from firsthand.language.time_grammar import keyed, month_numbers, units, weekday_numbers, words


@cache
def _needs() -> dict[str, frozenset[str]]:
    """Name of a pattern to words of which one stands in whatever it fits."""
    figures, months = frozenset({FIGURES}), heads(month_numbers())
    unit = heads((*units(), *words("weekend")))
    found: dict[str, frozenset[str]] = {}
    for names, needed in (
        (
            "iso iso_slash figures year years_full years_short decade quarter_short day_alone fiscal fiscal_behind",
            figures,
        ),
        ("hyphened month_day day_month days_after_month days_before_month month month_only nth_week", months),
        ("season", heads(keyed("season-"))),
        ("quarter", heads(keyed("ordinal-"))),
        ("weekday", heads(weekday_numbers())),
        ("day_word", heads(keyed("day-"))),
        ("mention_word", heads(keyed("mention-"))),
        ("weekend", heads(words("weekend"))),
        ("period the_period mention_period shift bare_shift past_window coming_window within in_amount duration", unit),
        ("first_days unit_before", unit),
        ("feast", heads(feasts())),
        ("fiscal_turn", heads(words("fiscal-after"))),
        ("unplaced", heads(words("unplaced"))),
        ("eve", heads(words("eve"))),
        ("decade_word", heads(keyed("decade-")) | figures),
        ("century", frozenset({"century"})),
        ("year_end", heads(words("year-end"))),
        ("end_of", frozenset({"end"})),
    ):
        found.update(dict.fromkeys(names.split(), needed))
    return found


def can_fit(name: str, folded: str) -> bool:
    """Whether the pattern of this name can fit anywhere in folded text; True for a name without a need."""
    needed = _needs().get(name)
    return needed is None or not needed.isdisjoint(words_of(folded))
