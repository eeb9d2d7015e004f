"""``firsthand read``: one object a report, offsets in code points."""

import json
from pathlib import Path

import jsonschema
import pytest

from cli.bad_inputs import BAD_FILES, REPORT, Run, state_of, write
from firsthand.views import schema


def test_one_object_a_report_and_every_text_is_its_slice(run: Run, inputs: Path, report: Path) -> None:
    other = write(inputs, "other.txt", REPORT.replace("Gazette", "Gazette 🚢 naïve"))
    result = run("read", report, other, "--jsonl")
    assert result.exit_code == 0
    objects = [json.loads(line) for line in result.stdout.splitlines()]
    assert [o["file"] for o in objects] == [str(report), str(other)]
    for found, path in zip(objects, (report, other), strict=True):
        text = path.read_bytes().decode("utf-8")
        assert found["statements"]
        assert [s["event"] for s in found["statements"]] == [e["id"] for e in found["events"]]
        for statement in found["statements"]:
            for role in ("source", "cue", "content"):
                for span in statement[role] or ():
                    assert text[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files_are_named_on_the_error_stream_only(run: Run, inputs: Path, report: Path, name: str) -> None:
    bad = write(inputs, name, BAD_FILES[name][0])
    before = state_of(inputs)
    result = run("read", bad, report, "--jsonl", "-q")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert str(bad) in result.stderr
    assert state_of(inputs) == before


def test_events_are_those_of_the_published_schema(run: Run, report: Path) -> None:
    (found,) = map(json.loads, run("read", report).stdout.splitlines())
    assert "transfer" in {event["type"] for event in found["events"]}
    whole = schema()
    wanted = {"$defs": whole.get("$defs", {}), **whole["properties"]["events"]}
    jsonschema.validate(found["events"], wanted, cls=jsonschema.Draft202012Validator)


def test_nothing_read_is_code_2(run: Run, inputs: Path) -> None:
    result = run("read", inputs / "nowhere.txt", "--jsonl")
    assert result.exit_code == 2
    assert result.stdout == ""
