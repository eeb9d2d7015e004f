"""Title, outlet, credits, furniture and language of pages of our own writing."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.intake import report_from_text
from firsthand.model import Report

PROSE = "The government of Ardenia has bought sixty mortars from Vostrak, two officials told reporters in Port Sorrel."
MORE = "A spokeswoman for the Vostrak defence ministry denied that any mortar had left the country, and said no more."


@dataclass(frozen=True)
class Expected:
    text: str
    title: str | None = None
    outlet: str | None = None
    taken_from: str | None = None
    furniture: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


CASES = {
    "headline and dateline": Expected(
        f"Ardenia buys mortars\n\nPORT SORREL, March 3 (Reuters) - {PROSE}\n\n{MORE}\n",
        title="Ardenia buys mortars",
        outlet="Reuters",
        credits=("PORT SORREL, March 3 (Reuters) -",),
    ),
    "lower case": Expected(
        f"world\n\nardenia buys mortars\n\n2031-03-04\n\nparis (afp)- {PROSE.lower()}\n\nread more\n",
        title="ardenia buys mortars",
        outlet="Agence France-Presse",
        furniture=("world", "read more"),
        credits=("2031-03-04", "paris (afp)-"),
    ),
    "slashes round the agency": Expected(
        f"MOSCOW, April 30. /TASS/. {PROSE}\n", outlet="TASS", credits=("MOSCOW, April 30. /TASS/.",)
    ),
    "agency alone": Expected(f"KYODO - {PROSE}\n\n{MORE}", outlet="Kyodo News", credits=("KYODO -",)),
    "republished at its foot": Expected(
        f"Mortars for Ardenia\n\n{PROSE}\n\n{MORE}\n\nRead more on original:\n"
        "https://www.theguardian.com/world/2031/mar/04/mortars\n",
        title="Mortars for Ardenia",
        outlet="The Guardian",
        taken_from="The Guardian",
        credits=("Read more on original:", "https://www.theguardian.com/world/2031/mar/04/mortars"),
    ),
    "brand and agency credit": Expected(
        f"Al Jazeera\n\nMortars for Ardenia\n\n{PROSE}\n\n{MORE} (Reuters)\n",
        title="Mortars for Ardenia",
        outlet="Al Jazeera",
        taken_from="Reuters",
        credits=("Al Jazeera", "(Reuters)"),
    ),
    "source line, and who was told": Expected(
        f"{PROSE}\n\nThe ministry told the BBC that it had no mortars.\n\n{MORE}\n\nSource » Eurasia Review",
        outlet="Eurasia Review",
        taken_from="BBC",
        credits=("Source » Eurasia Review",),
    ),
    "series and house": Expected(
        f"March 4, 2031 | Policy Brief\nMortars for Ardenia\nMarch 4, 2031 | Policy Brief\nMortars for Ardenia\n"
        f"What is new\n{PROSE}\n{MORE}\nRelated Analysis\n“Boats for Ardenia,” SCTI Policy Brief\n",
        title="Mortars for Ardenia",
        outlet="SCTI",
        furniture=(
            "March 4, 2031 | Policy Brief",
            "Mortars for Ardenia",
            "Related Analysis",
            "“Boats for Ardenia,” SCTI Policy Brief",
        ),
        credits=("March 4, 2031 | Policy Brief",),
    ),
    "editions, captions, shares": Expected(
        f"en fr de\nMortars for Ardenia\n\nEnglishFrançaisРусский中文\n\n"
        f"A mortar is carried past in this handout image obtained on May 2, 2029. Vostrak Army/PHOTO: AFP\n\n"
        f"{PROSE}\n\n"
        f"file photo: a mortar of an older make\n\n{MORE}\n\nShare this\n\nAdvertisement\n\nLoad Next Story",
        title="Mortars for Ardenia",
        furniture=(
            "en fr de",
            "EnglishFrançaisРусский中文",
            "A mortar is carried past in this handout image obtained on May 2, 2029. Vostrak Army/PHOTO: AFP",
            "file photo: a mortar of an older make",
            "Share this",
            "Advertisement",
            "Load Next Story",
        ),
    ),
    "caption glued to the article": Expected(
        f"Photo : YONHAP News{PROSE} {MORE}",
        furniture=("Photo : YONHAP News",),
    ),
    "caption before prose on a line": Expected(
        f"Mortars for Ardenia\n\n{MORE}\n\nCrates said to hold mortars. (Vostrak Army/Released) {PROSE}\n",
        title="Mortars for Ardenia",
        furniture=("Crates said to hold mortars. (Vostrak Army/Released)",),
    ),
    "byline, tags, copyright": Expected(
        f"Mortars for Ardenia\nBy Ada Lark\nMarch 4, 2031 10:32 am\n\n{PROSE}\n{MORE}\n\nTags: Ardenia, Vostrak\n"
        "© 2031 Kyiv Independent. All rights reserved.",
        title="Mortars for Ardenia",
        outlet="Kyiv Independent",
        furniture=("Tags: Ardenia, Vostrak", "© 2031 Kyiv Independent. All rights reserved."),
        credits=("By Ada Lark", "March 4, 2031 10:32 am"),
    ),
    "no title where the first line is prose": Expected(f"{PROSE}\n\nWhat comes next\n\n{MORE}"),
}


def quotes(report: Report, spans: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(report.quote(span) for span in spans)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", CASES)
def test_page(name: str) -> None:
    expected = CASES[name]
    report = report_from_text(expected.text)
    assert report.title == expected.title
    assert report.outlet == expected.outlet
    assert report.syndicated_from == expected.taken_from
    assert quotes(report, report.furniture) == expected.furniture
    assert quotes(report, report.credits) == expected.credits
    if expected.title:
        assert quotes(report, report.title_spans) == (expected.title,)


@pytest.mark.parametrize(
    "sentence",
    [
        "“Send us mortars,” the minister said.",
        "Share prices fell in Port Sorrel, the exchange said on Friday.",
        "Related firms were told to stop, the ministry said.",
        "Photographs of the port were shown by the embassy, and officials said they were of March.",
        "Sign up for the army has begun, according to the ministry.",
        "In Paris, the minister said he would read more of the report.",
        "They met on March 3, 2031.",
        "He declined to comment.",
    ],
)
def test_prose_is_not_furniture(sentence: str) -> None:
    report = report_from_text(f"{PROSE}\n\n{sentence}\n\n{MORE}")
    assert report.furniture == report.credits == ()


def test_section_headings_stay() -> None:
    report = report_from_text(f"Mortars for Ardenia\n\n{PROSE}\n\nWhat the officials said\n\n{MORE}")
    assert report.furniture == ()


def test_prose_after_a_list_of_related_articles_is_read() -> None:
    report = report_from_text(f"{PROSE}\n\nRelated articles\n\nBoats for Ardenia\n\n{MORE}")
    assert quotes(report, report.furniture) == ("Related articles", "Boats for Ardenia")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mortars for ardenia", "en"),
        (f"news\n\n한어Русский языкEnglishFrançaisDeutsch日本語\n\n{PROSE.lower()}", "en"),
        ("Le ministère de la défense a déclaré que les mortiers avaient été livrés à la fin du mois de mars.", "fr"),
        ("Министерство обороны заявило, что миномёты были поставлены в конце марта, сообщает агентство.", "ru"),
        ("Das Ministerium teilte mit, dass die Mörser Ende März geliefert worden seien, wie Medien berichten.", "de"),
    ],
)
def test_language(text: str, language: str) -> None:
    report = report_from_text(text)
    assert report.language == language
    assert bool(report.unread) == (language != "en")


def test_another_language_keeps_outlet_and_date() -> None:
    report = report_from_text(
        "Mörser für Ardenien\n\n4. März 2031\n\nPublished: 2031-03-04\n\n"
        "BERLIN (Reuters) - Das Ministerium teilte mit, "
        "dass die Mörser Ende des Monats geliefert worden seien, wie Medien aus dem Land berichten."
    )
    assert report.outlet == "Reuters"
    assert report.published is not None
    assert str(report.published.first) == "2031-03-04"
    assert report.unread == "in German, which the reader does not read"


LINES = st.one_of(
    st.sampled_from(
        [
            PROSE,
            MORE,
            "Share this",
            "RELATED",
            "March 4, 2031",
            "Photo: AP",
            "(Reuters)",
            "Source: AP",
            "---",
            "en fr",
            "",
        ]
    ),
    st.text(max_size=60),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=8), st.sampled_from(["\n", "\r\n", "\n\n", "\u2028", "\r"]))
def test_spans_lie_in_the_text_and_the_text_is_kept(parts: list[str], newline: str) -> None:
    text = newline.join(["x", *parts])
    report = report_from_text(text, id="R7")
    assert report.text == text
    marked = sorted([*report.furniture, *report.credits])
    for span in (*marked, *report.title_spans, *report.outlet_spans, *report.syndicated_spans):
        assert span.report == "R7"
        assert 0 <= span.start <= span.end <= len(text)
        assert report.quote(span).strip()
    assert all(a.end <= b.start for a, b in pairwise(marked))
    for span in report.published.spans if report.published else ():
        assert report.quote(span)
    assert report_from_text(text, id="R7") == report


def test_an_unknown_name_behind_a_source_label_is_no_outlet() -> None:
    assert report_from_text(f"{PROSE}\n\nSource: Harbour Ministry").outlet is None
    assert report_from_text(f"{PROSE}\n\nSource: sorrelgazette.example.org").outlet == "sorrelgazette.example.org"
    assert report_from_text(f"{PROSE}\n\nOriginally published by The Sorrel Gazette").outlet == "The Sorrel Gazette"


def test_an_endless_line_is_taken_in_quickly() -> None:
    assert report_from_text(f"{PROSE} On March 3 he agreed. " * 1000).furniture == ()
