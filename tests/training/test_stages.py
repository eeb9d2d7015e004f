"""The stages of the training go on from earlier ones, and name files that are there."""

import math
import tomllib
from pathlib import Path

from training import stages, written


def test_stages_go_on_from_earlier_ones_and_name_files_that_are_there() -> None:
    files = [path.name for kind in ("statements", "names") for path in written.files(kind)]
    done: set[str] = set()
    for stage in tomllib.loads(stages.STAGES.read_text(encoding="utf-8"))["stage"]:
        shares = stage.get("average", {})
        earlier = {stage[key] for key in ("start", "teacher", "reader") if key in stage} | set(shares)
        assert earlier <= done, stage
        assert not shares or math.isclose(sum(shares.values()), 1.0)
        assert all(any(name.startswith(own) for name in files) for own in stage.get("own", ())), stage
        assert stage["name"] not in done
        done.add(stage["name"])


def test_a_stage_becomes_the_arguments_of_its_program() -> None:
    out = Path("out")
    average = {"name": "both", "average": {"a": 0.25, "b": 0.75}}
    weights = str(out / "a" / "weights.pt")
    assert stages.command(average, Path("corpora"), out, 0)[-2:] == [
        f"0.25:{weights}",
        f"0.75:{out / 'b' / 'weights.pt'}",
    ]
    stage = {"name": "b", "start": "a", "rate": 1e-4, "own": ["names", "statements1"]}
    words = stages.command(stage, Path("corpora"), out, 2)
    assert words[words.index("--start") + 1] == weights
    assert words[words.index("--own") + 1 : words.index("--own") + 3] == ["names", "statements1"]
    assert words[words.index("--limit") + 1] == "2"
    second = {"name": "c", "reader": "a", "rate": 1e-4}
    words = stages.command(second, Path("corpora"), out, 0)
    assert words[1] == "training.second"
    assert words[words.index("--reader") + 1] == weights
