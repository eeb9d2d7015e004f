"""``firsthand dossier``: bad input, options, exit codes, nothing but text on the page."""

import json
import re
import socket
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cli.bad_inputs import BAD_FILES, GERMAN, REPORT, Run, state_of, write


def written(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "dossier.json").read_text(encoding="utf-8"))
    return found


def set_aside(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if line.startswith("set aside: ")]


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_in_one_line_and_the_rest_is_read(run: Run, inputs: Path, report: Path, name: str) -> None:
    content, reason = BAD_FILES[name]
    bad = write(inputs, name, content)
    before = state_of(inputs)
    result = run("dossier", bad, report, "-o", inputs.parent / "out", "-q")
    assert result.exit_code == 0, result.output
    (line,) = set_aside(result.stderr)
    assert str(bad) in line
    assert reason in line
    assert "set aside in all: 1" in result.stderr
    assert state_of(inputs) == before
    made = written(inputs.parent / "out")
    assert len(made["reports"]) == 1
    assert [item["input"] for item in made["set_aside"]] == [str(bad)]


@pytest.mark.parametrize("name", BAD_FILES)
def test_where_nothing_could_be_read_the_code_is_2_and_nothing_is_written(run: Run, inputs: Path, name: str) -> None:
    bad = write(inputs, name, BAD_FILES[name][0])
    result = run("dossier", bad, "-o", inputs.parent / "out", "-q")
    assert result.exit_code == 2
    assert len(set_aside(result.stderr)) == 1
    assert not (inputs.parent / "out").exists()


def test_a_directory_a_missing_path_and_a_deaf_address(run: Run, inputs: Path, report: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/report"
    result = run("dossier", inputs, inputs / "nowhere.txt", address, report, "-o", inputs.parent / "out", "-q")
    assert result.exit_code == 0
    lines = set_aside(result.stderr)
    assert len(lines) == 3
    assert all(name in line for name, line in zip((str(inputs), "nowhere.txt", address), lines, strict=True))


def test_identical_files_are_one_report_seen_twice(run: Run, inputs: Path, report: Path) -> None:
    again = write(inputs, "again.txt", REPORT)
    result = run("dossier", report, again, "-o", inputs.parent / "out", "-q")
    assert result.exit_code == 0
    assert len(written(inputs.parent / "out")["reports"]) == 1
    (line,) = set_aside(result.stderr)
    assert str(again) in line
    assert "identical" in line


def test_another_language_is_recorded_and_said_to_be_unread(run: Run, inputs: Path, report: Path) -> None:
    german = write(inputs, "hafenblatt.txt", GERMAN)
    result = run("dossier", report, german, "-o", inputs.parent / "out", "-q")
    assert result.exit_code == 0
    made = written(inputs.parent / "out")
    read, unread = made["reports"]
    assert unread["language"] == "de"
    assert unread["published"]["from"] == "2031-05-24"
    assert {s["report"] for s in made["statements"]} == {read["id"]}
    assert "Not read" in (inputs.parent / "out" / "dossier.html").read_text(encoding="utf-8")
    assert f"recorded, not read: {german}" in result.stderr


def test_a_pile_in_another_language_alone_is_nothing_read(run: Run, inputs: Path) -> None:
    german = write(inputs, "hafenblatt.txt", GERMAN)
    assert run("dossier", german, "-o", inputs.parent / "out", "-q").exit_code == 2


def test_the_folder_of_an_input_is_refused_as_output(run: Run, inputs: Path, report: Path) -> None:
    before = state_of(inputs)
    result = run("dossier", report, "-o", inputs)
    assert result.exit_code == 2
    assert "another folder" in result.stderr
    assert state_of(inputs) == before


@pytest.mark.parametrize("day", ["yesterday", "2031-13-01", "3 May 2031"])
def test_a_day_that_is_none_is_refused(run: Run, inputs: Path, report: Path, day: str) -> None:
    result = run("dossier", report, "--as-of", day, "-o", inputs.parent / "out")
    assert result.exit_code == 2
    assert day in result.stderr


def test_as_of_leaves_out_what_came_later(run: Run, inputs: Path, report: Path) -> None:
    later = write(inputs, "later.txt", REPORT.replace("3 May 2031", "17 May 2031").replace("twelve", "fifteen"))
    result = run("dossier", report, later, "--as-of", "2031-05-05", "-o", inputs.parent / "out", "-q")
    assert result.exit_code == 0
    made = written(inputs.parent / "out")
    assert made["as_of"] == "2031-05-05"
    assert [r["file"] for r in made["reports"]] == [str(report)]
    assert "published after 2031-05-05" in result.stderr


def test_ratings_give_reliability(run: Run, inputs: Path, report: Path) -> None:
    ratings = write(inputs, "ratings.csv", "source,reliability\n# our own view\nLena Orlik,b\n")
    result = run("dossier", report, "--ratings", ratings, "-o", inputs.parent / "out", "-q")
    assert result.exit_code == 0
    grades = {claim["grade"]["reliability"] for claim in written(inputs.parent / "out")["claims"]}
    assert grades <= set("ABCDEF")
    assert "B" in grades


@pytest.mark.parametrize("line", ["Lena Orlik,Z", "Lena Orlik", "Lena Orlik,", "Lena Orlik,AB"])
def test_a_rating_that_is_no_letter_is_named_with_its_line(run: Run, inputs: Path, report: Path, line: str) -> None:
    ratings = write(inputs, "ratings.csv", f"source,reliability\n{line}\n")
    result = run("dossier", report, "--ratings", ratings, "-o", inputs.parent / "out")
    assert result.exit_code != 0
    assert "line 2" in result.stderr


def test_no_input_at_all(run: Run) -> None:
    assert run("dossier").exit_code == 2


class Tags(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


HOSTILE = [
    "<script>alert('one')</script>",
    "</script><script>alert('two')</script>",
    "<img src=x onerror=alert('three')>",
    "&lt;blink&gt; & &amp; \"quoted\" 'single'",
    "\u202eright to left\u202c \u2067isolated\u2069",
    "x" * 3000,
    "--> <!-- ]]> {{ 7 * 7 }} {% raw %} ${7*7}",
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_text_of_a_report_never_becomes_markup(run: Run, inputs: Path, hostile: str) -> None:
    text = REPORT.replace("howitzers from", f"howitzers {hostile} from").replace(
        "two officials said", f'"{hostile}", two officials said'
    )
    path = write(inputs, "gazette.txt", text)
    out = inputs.parent / "out"
    assert run("dossier", path, "-o", out, "-q", "--title", hostile).exit_code == 0
    page = (out / "dossier.html").read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(page)
    assert sum(tag == "script" for tag, _ in tags.found) == page.count("</script>") <= 1
    assert not [a for _, a in tags.found for name in a if re.fullmatch(r"on[a-z]+", name)]
    assert not [tag for tag, _ in tags.found if tag in ("img", "blink")]
    assert "49" not in re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    assert written(out)["title"] == hostile
