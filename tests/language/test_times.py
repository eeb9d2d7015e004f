"""Times: a table of expressions, and properties that hold for any text."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.language.time_outlook import looks_ahead
from firsthand.language.times import Resolved, find_times, resolve

ANCHOR = date(2019, 5, 15)  # a Wednesday

PAST = [
    # text, expression, first, last
    ("On March 3, 2018 Peru signed.", "March 3, 2018", "2018-03-03", "2018-03-03"),
    ("On 3 March 2018 Peru signed.", "3 March 2018", "2018-03-03", "2018-03-03"),
    ("the 3rd of March 2018", "the 3rd of March 2018", "2018-03-03", "2018-03-03"),
    ("Oslo said on Sept. 10 that", "Sept. 10", "2018-09-10", "2018-09-10"),
    ("Oslo said on 10 sept that", "10 sept", "2018-09-10", "2018-09-10"),
    ("Published 2018-11-02 in Lima", "2018-11-02", "2018-11-02", "2018-11-02"),
    ("Published 02.11.2018 in Lima", "02.11.2018", "2018-11-02", "2018-11-02"),
    ("filed 13/09/2018", "13/09/2018", "2018-09-13", "2018-09-13"),
    ("filed 03/04/2019", "03/04/2019", "2019-03-04", "2019-04-03"),
    ("filed 05/06/2019", "05/06/2019", "2019-05-06", "2019-05-06"),
    ("Chad paid in July 2016.", "July 2016", "2016-07-01", "2016-07-31"),
    ("Chad paid in july of 2016.", "july of 2016", "2016-07-01", "2016-07-31"),
    ("Chad paid in January.", "January", "2019-01-01", "2019-01-31"),
    ("Chad paid in October.", "October", "2018-10-01", "2018-10-31"),
    ("chad paid in october of last year", "october of last year", "2018-10-01", "2018-10-31"),
    ("in November last year", "November last year", "2018-11-01", "2018-11-30"),
    ("the ships came in 2014.", "2014", "2014-01-01", "2014-12-31"),
    ("the 2015 accord with Mali", "2015", "2015-01-01", "2015-12-31"),
    ("in early 2017", "early 2017", "2017-01-01", "2017-04-30"),
    ("in late October the cranes", "late October", "2018-10-22", "2018-10-31"),
    ("by mid-April they left", "by mid-April", None, "2019-04-20"),
    ("in the first half of 2018", "the first half of 2018", "2018-01-01", "2018-06-30"),
    ("in the third quarter of 2018", "the third quarter of 2018", "2018-07-01", "2018-09-30"),
    ("a sale in Q2 2018", "Q2 2018", "2018-04-01", "2018-06-30"),
    ("in spring 2018", "spring 2018", "2018-03-01", "2018-05-31"),
    ("last summer Ghana bought", "last summer", "2018-06-01", "2018-08-31"),
    ("since last fall", "since last fall", "2018-09-01", "2019-05-15"),
    ("Ghana said Tuesday", "Tuesday", "2019-05-14", "2019-05-14"),
    ("Ghana said on Wednesday", "Wednesday", "2019-05-15", "2019-05-15"),
    ("Ghana said Thursday", "Thursday", "2019-05-09", "2019-05-09"),
    ("on Monday evening", "Monday evening", "2019-05-13", "2019-05-13"),
    ("last Friday", "last Friday", "2019-05-10", "2019-05-10"),
    ("last Wednesday night", "last Wednesday night", "2019-05-08", "2019-05-08"),
    ("this Friday", "this Friday", "2019-05-17", "2019-05-17"),
    ("next Friday", "next Friday", "2019-05-17", "2019-05-17"),
    ("on Thursday last week", "Thursday last week", "2019-05-09", "2019-05-09"),
    ("It said today", "today", "2019-05-15", "2019-05-15"),
    ("it said yesterday evening", "yesterday evening", "2019-05-14", "2019-05-14"),
    ("it starts tomorrow", "tomorrow", "2019-05-16", "2019-05-16"),
    ("the day before yesterday", "the day before yesterday", "2019-05-13", "2019-05-13"),
    ("this week", "this week", "2019-05-13", "2019-05-19"),
    ("last week", "last week", "2019-05-06", "2019-05-12"),
    ("last month", "last month", "2019-04-01", "2019-04-30"),
    ("next month", "next month", "2019-06-01", "2019-06-30"),
    ("last year", "last year", "2018-01-01", "2018-12-31"),
    ("earlier this month", "earlier this month", "2019-05-01", "2019-05-15"),
    ("later this year", "later this year", "2019-05-15", "2019-12-31"),
    ("last September", "last September", "2018-09-01", "2018-09-30"),
    ("two days ago", "two days ago", "2019-05-13", "2019-05-13"),
    ("a week ago", "a week ago", "2019-05-05", "2019-05-11"),
    ("a month earlier", "a month earlier", "2019-03-31", "2019-04-30"),
    ("three weeks later", "three weeks later", "2019-06-02", "2019-06-08"),
    ("less than 24 hours later", "less than 24 hours later", "2019-05-15", "2019-05-16"),
    ("two days after 3 May 2018", "two days after 3 May 2018", "2018-05-05", "2018-05-05"),
    ("the following day", "the following day", "2019-05-16", "2019-05-16"),
    ("came the day before.", "the day before", "2019-05-14", "2019-05-14"),
    ("The same day, Quito", "The same day", "2019-05-15", "2019-05-15"),
    ("over the past year", "over the past year", "2018-05-15", "2019-05-15"),
    ("during the last three days", "during the last three days", "2019-05-12", "2019-05-15"),
    ("in the coming days", "in the coming days", "2019-05-15", "2019-05-22"),
    ("within two weeks", "within two weeks", "2019-05-15", "2019-05-29"),
    ("since January", "since January", "2019-01-01", "2019-05-15"),
    ("since 2012", "since 2012", "2012-01-01", "2019-05-15"),
    ("by April 6", "by April 6", None, "2019-04-06"),
    ("until Tuesday", "until Tuesday", None, "2019-05-14"),
    ("after 6 April 2017", "after 6 April 2017", "2017-04-06", None),
    ("before March last year", "before March last year", None, "2018-02-28"),
    ("between 3 and 5 May", "between 3 and 5 May", "2019-05-03", "2019-05-05"),
    ("between Sept. 7 and Oct. 1", "between Sept. 7 and Oct. 1", "2018-09-07", "2018-10-01"),
    ("from May to July 2016", "from May to July 2016", "2016-05-01", "2016-07-31"),
    ("from November to January", "from November to January", "2018-11-01", "2019-01-31"),
    ("on April 6-8, 2017", "April 6-8, 2017", "2017-04-06", "2017-04-08"),
    ("on 6–8 April", "6–8 April", "2019-04-06", "2019-04-08"),
    ("in 2014-15", "2014-15", "2014-01-01", "2015-12-31"),
    ("from 2009 to 2013", "from 2009 to 2013", "2009-01-01", "2013-12-31"),
    ("in the 1980s", "the 1980s", "1980-01-01", "1989-12-31"),
    ("in the late 1980s", "the late 1980s", "1986-09-02", "1989-12-31"),
    ("May 10 in Bogota", "May 10", "2019-05-10", "2019-05-10"),
    ("on may 10 in bogota", "may 10", "2019-05-10", "2019-05-10"),
    ("ON MARCH 10, 2018", "MARCH 10, 2018", "2018-03-10", "2018-03-10"),
    ("in march the fleet", "march", "2019-03-01", "2019-03-31"),
    ("her 2008 visit to Riga", "2008", "2008-01-01", "2008-12-31"),
    ("Togo's 2011 census", "2011", "2011-01-01", "2011-12-31"),
    ("Tokyo said on the 14th that", "on the 14th", "2019-05-14", "2019-05-14"),
    ("Tokyo said on the 31st.", "on the 31st", "2019-03-31", "2019-03-31"),
    ("the following Monday", "the following Monday", "2019-05-20", "2019-05-20"),
    ("the previous October", "the previous October", "2018-10-01", "2018-10-31"),
    ("on Tuesday (May 14)", "Tuesday (May 14", "2019-05-14", "2019-05-14"),
    ("over the weekend", "over the weekend", "2019-05-11", "2019-05-12"),
    ("a year and a half ago", "a year and a half ago", "2017-05-15", "2018-05-14"),
    ("two and a half years ago", "two and a half years ago", "2016-05-15", "2017-05-14"),
    ("filed 9/17/16", "9/17/16", "2016-09-17", "2016-09-17"),
    ("29 February", "29 February", "2016-02-29", "2016-02-29"),
]

AHEAD = [
    ("will sail on Tuesday", "Tuesday", "2019-05-21", "2019-05-21"),
    ("will sail in January", "January", "2020-01-01", "2020-01-31"),
    ("will sail in May", "May", "2019-05-01", "2019-05-31"),
    ("will sail on June 2", "June 2", "2019-06-02", "2019-06-02"),
    ("will sail on April 2", "April 2", "2020-04-02", "2020-04-02"),
    ("in two weeks", "in two weeks", "2019-05-26", "2019-06-01"),
    ("by the end of the year", "by the end of the year", None, "2019-12-31"),
]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _one(text: str, ahead: bool) -> tuple[str, Resolved]:
    found = find_times(text)
    assert len(found) == 1, found
    resolved = resolve(found[0], ANCHOR, ahead=ahead)
    assert resolved is not None
    return found[0].text, resolved


@pytest.mark.parametrize(("text", "words", "first", "last"), PAST)
def test_past(text: str, words: str, first: str | None, last: str | None) -> None:
    found, resolved = _one(text, ahead=False)
    assert (found, _iso(resolved.first), _iso(resolved.last)) == (words, first, last)
    assert resolved.contradiction == ""


@pytest.mark.parametrize(("text", "words", "first", "last"), AHEAD)
def test_ahead(text: str, words: str, first: str | None, last: str | None) -> None:
    found, resolved = _one(text, ahead=True)
    assert (found, _iso(resolved.first), _iso(resolved.last)) == (words, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia may buy more.",
        "May the treaty hold.",
        "troops march 10 miles a day",
        "they sat in the sun",
        "the second truck",
        "the army began to march north",
        "every Monday",
        "the fall of Quito",
        "Agent June Castro spoke",
        "the Sunday Times",
        "he bought 2000 rifles",
        "the Type-2019 radar",
        "a fall in prices",
        "Spring rolls",
        "Fridays are quiet",
        "at 10:30",
        "on the 14th floor",
        "day after day",
    ],
)
def test_no_time(text: str) -> None:
    assert find_times(text) == []


@pytest.mark.parametrize("text", ["for months", "for three years", "for more than a decade"])
def test_duration_names_no_day(text: str) -> None:
    (found,) = find_times(text)
    assert found.kind == "duration"
    assert resolve(found, ANCHOR) is None


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("next monday, february 11", "2019-05-20", "2019-05-20", ["lay before the report of 2019-05-15", "2019-05-20"]),
        ("next Friday, April 13", "2019-05-17", "2019-05-17", ["13 April 2019 was a Saturday, not a Friday", "before"]),
        ("last Friday, May 24", "2019-05-10", "2019-05-10", ["lay after the report", "2019-05-10"]),
        ("Friday, April 13, 2019", "2019-04-12", "2019-04-13", ["13 April 2019 was a Saturday, not a Friday"]),
        ("Tuesday, 2 April 2018", "2018-04-02", "2018-04-03", ["was a Monday"]),
        ("31 June", "2018-06-01", "2018-06-30", ["June has 30 days"]),
        ("30 February 2016", "2016-02-01", "2016-02-29", ["29 days"]),
        ("29 February 2018", "2018-02-01", "2018-02-28", ["28 days"]),
        ("since March 2031", "2031-03-01", None, ["begins after"]),
        ("next September 2017", "2017-09-01", "2017-09-30", ["though it says next"]),
        ("from 2016 to 2014", "2014-01-01", "2016-12-31", ["ends before it begins"]),
    ],
)
def test_contradiction(text: str, first: str, last: str | None, words: list[str]) -> None:
    _, resolved = _one(text, ahead=False)
    assert (_iso(resolved.first), _iso(resolved.last)) == (first, last)
    assert resolved.contradiction.endswith(".")
    for word in words:
        assert word in resolved.contradiction


@pytest.mark.parametrize(("text"), ["next Friday, May 17", "Tuesday, April 2, 2019", "last Monday, May 6"])
def test_no_contradiction(text: str) -> None:
    _, resolved = _one(text, ahead=False)
    assert resolved.contradiction == ""


def test_anchor_is_named_in_the_sentence() -> None:
    (found,) = find_times("next Friday, April 12")
    resolved = resolve(found, ANCHOR, anchor_is="statement")
    assert resolved is not None
    assert "the statement of 2019-05-15" in resolved.contradiction


@pytest.mark.parametrize(
    ("text", "counts_from"),
    [("2 May 2018", ""), ("2 May", "report"), ("yesterday", "report"), ("a month earlier", "mention"), ("2016", "")],
)
def test_counts_from(text: str, counts_from: str) -> None:
    (found,) = find_times(f"in {text}")
    assert found.counts_from == counts_from


def test_offsets_are_into_the_whole_text() -> None:
    text = "On 3 May 2018. İstanbul, Tuesday; from May to July 2016."
    assert [text[t.start : t.end] for t in find_times(text, 14)] == ["Tuesday", "from May to July 2016"]
    assert all(t.text == text[t.start : t.end] for t in find_times(text))
    last = find_times(text)[-1]
    assert last.inner is not None
    assert last.inner.text == "May"
    assert find_times(text, 4, 8) == []


# fmt: off
PIECES = st.sampled_from([
    "may", "March", "31", "June", "30", "february", "2024", "2024-02-30", "99", "next", "last", "friday", ",", ".",
    "-", "–", "to", "and", "between", "from", "since", "the", "1990s", "Q1", "two", "a", "few", "days", "ago",
    "later", "weeks", "İ", "ß", "’s", "$5", "10/09/2024", "early", "mid-", "half", "of", "year", "in", "by", "24",
    "hours", "\n", "on the 31st",
])
# fmt: on


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join)), st.dates(), st.booleans())
def test_any_text(text: str, anchor: date, ahead: bool) -> None:
    end = 0
    for found in find_times(text):
        assert found.start >= end
        end = found.end
        assert found.text == text[found.start : found.end] != ""
        resolved = resolve(found, anchor, ahead=ahead)
        if resolved and resolved.first and resolved.last:
            assert resolved.first <= resolved.last


@pytest.mark.parametrize("bad", ["a" * 100_000, "1" * 100_000, " " * 100_000, "the " * 25_000, "1-" * 50_000])
def test_long_words_are_quick(bad: str) -> None:
    began = time.process_time()
    find_times(bad)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the day after the vote", "the day after the vote"),
        ("it came two days before the summit", "two days before the summit"),
        ("at some point it left", "at some point"),
        ("on the eve of the talks", "on the eve of the talks"),
        ("on Republic Day", "Republic Day"),
    ],
)
def test_times_that_no_calendar_holds(text: str, words: str) -> None:
    (found,) = find_times(text)
    assert (found.text, found.kind) == (words, "unplaced")
    assert resolve(found, ANCHOR) is None


NAMED = [
    ("on Good Friday they met", "Good Friday", "2019-04-19", "2019-04-19"),
    ("on christmas eve they met", "christmas eve", "2018-12-24", "2018-12-24"),
    ("Orthodox Easter 2018", "Orthodox Easter 2018", "2018-04-08", "2018-04-08"),
    ("on Memorial Day 2018", "Memorial Day 2018", "2018-05-28", "2018-05-28"),
    ("during Ramadan 2018,", "Ramadan 2018", "2018-05-15", "2018-06-15"),
    ("in FY2019", "FY2019", "2018-10-01", "2020-03-31"),
    ("the 2017-18 financial year", "the 2017-18 financial year", "2017-04-01", "2018-09-30"),
    ("in the late nineties", "the late nineties", "1996-09-01", "1999-12-31"),
    ("in the 19th century", "the 19th century", "1801-01-01", "1900-12-31"),
    ("the first week of March", "the first week of March", "2019-03-01", "2019-03-07"),
    ("the first nine months of 2018", "The first nine months of 2018", "2018-01-01", "2018-09-30"),
    ("the 2014-2016 war", "2014-2016", "2014-01-01", "2016-12-31"),
    ("the flights of 2 and 4 May", "2 and 4 May", "2019-05-02", "2019-05-04"),
    ("between Dec. 20, 2017, and Jan. 4, 2018", "between Dec. 20, 2017, and Jan. 4, 2018", "2017-12-20", "2018-01-04"),
    ("a fortnight ago", "a fortnight ago", "2019-04-28", "2019-05-04"),
    ("the month before last", "the month before last", "2019-03-01", "2019-03-31"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), NAMED)
def test_named(text: str, words: str, first: str, last: str) -> None:
    found, resolved = _one(text, ahead=False)
    assert found.lower() == words.lower()
    assert (str(resolved.first), str(resolved.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("The barge will sail on Monday.", [True]),
        ("The barge, seized on Friday, is due to sail on Monday.", [False, True]),
        ("Oslo said Tuesday it would pay in August.", [False, True]),
        ("Oslo has agreed to ship the repaired guns in June.", [True]),
        ("The minister, who may have known in March, spoke.", [False]),
        ("The ban holds until 3 July.", [True]),
        ("The crew was held until Friday.", [False]),
        ("Unless Lima objects, the ferry sails on Sunday.", [True]),
        ("On 3 May, 4 May it rained.", [False, False]),
        ("They were to be sold in autumn.", [True]),
        ("Chad could not pay on Friday.", [False]),
    ],
)
def test_outlook(text: str, ahead: list[bool]) -> None:
    assert [looks_ahead(text, time) for time in find_times(text)] == ahead
