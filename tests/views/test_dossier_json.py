import json
from dataclasses import replace

import jsonschema
import pytest
from dossier_case import case, hostile_case

from firsthand.model import Dossier, Span
from firsthand.views import reading_to_json_line, schema, to_json


def spans_in(node: object) -> list[dict[str, object]]:
    if isinstance(node, list):
        return [found for item in node for found in spans_in(item)]
    if not isinstance(node, dict):
        return []
    own = [node] if {"start", "end", "text"} <= node.keys() else []
    return own + [found for value in node.values() for found in spans_in(value)]


@pytest.mark.parametrize("dossier", [case(), hostile_case()], ids=["plain", "hostile"])
def test_meets_the_published_schema(dossier: Dossier) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(to_json(dossier)), schema(), cls=jsonschema.Draft202012Validator)


def test_an_empty_dossier_meets_the_schema() -> None:
    empty = Dossier("Nothing", None, (), (), (), (), (), (), (), (), (), ())
    jsonschema.validate(json.loads(to_json(empty)), schema())


def test_every_text_is_the_exact_slice() -> None:
    texts = {report.id: report.text for report in case().reports}
    data = json.loads(to_json(case()))
    found = spans_in(data)
    assert len(found) > 60
    for statement in data["statements"]:
        for span in spans_in([statement[key] for key in ("content", "cue", "source", "sentence")]):
            assert texts[statement["report"]][span["start"] : span["end"]] == span["text"]
    for span in found:
        if "report" in span:
            assert texts[span["report"]][span["start"] : span["end"]] == span["text"]


def test_same_dossier_same_bytes() -> None:
    assert to_json(case()) == to_json(case())
    assert to_json(case()).endswith("}\n")
    assert "“Ostrel has received the rockets,”" in to_json(case())


def test_contract_in_particular() -> None:
    data = json.loads(to_json(case()))
    claim = data["claims"][0]
    item = claim["event"]["roles"]["item"]
    assert [filler["canonical"] for filler in (item, *item["also"])] == ["Kestrel-9", "rocket"]
    assert claim["origins"][0]["first"]["statement"] == "S1"
    assert claim["origins"][0]["owner"] == "Lembia"
    assert data["lineage"][2]["to"]["outlet"] == "The Harbour Ledger"
    assert data["reports"][4]["published"] is None
    assert data["reports"][3]["published"]["spans"][0]["text"] == "March 9, 2031"
    delivered = {"low": 24, "best": None, "high": 99, "text": "dozens", "uncertain": True}
    assert data["register"][0]["delivered"] == delivered
    assert data["set_aside"][0]["input"] == "empty.txt"
    assert data["counts"]["statements"] == 12


def test_empty_cue_and_source_are_null() -> None:
    plain = case()
    bare = replace(plain.statements[0], cue=(), source=())
    data = json.loads(to_json(replace(plain, statements=(bare, *plain.statements[1:]))))
    assert data["statements"][0]["cue"] is None
    assert data["statements"][0]["source"] is None


def test_a_span_into_an_unknown_report_is_an_error() -> None:
    plain = case()
    lost = replace(plain.sources[0], spans=(Span("R9", 0, 1),))
    claim = replace(plain.claims[0], roles=(("supplier", replace(plain.claims[0].roles[0][1], spans=lost.spans)),))
    with pytest.raises(KeyError):
        to_json(replace(plain, claims=(claim,)))


def test_reading_is_one_line() -> None:
    plain = case()
    line = reading_to_json_line(plain.reports[4], plain.sources, plain.statements)
    assert "\n" not in line
    data = json.loads(line)
    assert data["file"] == "005.txt"
    assert [s["id"] for s in data["statements"]] == ["S10", "S11", "S12"]
    brenn = next(s for s in data["sources"] if s["name"] == "Ada Brenn")
    assert [span["report"] for span in brenn["spans"]] == ["R5"]


def test_a_reading_leaves_out_events_that_other_reports_tell() -> None:
    plain = case()
    data = json.loads(reading_to_json_line(plain.reports[4], plain.sources, plain.statements, plain.events))
    assert plain.events
    assert data["events"] == []
