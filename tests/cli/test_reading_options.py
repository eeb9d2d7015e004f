"""``--threads``, ``--reader`` and ``--device``, on the command line and in the environment."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

import firsthand.workflow
from cli.bad_inputs import Run, write

WEIGHTS = Path(str(files("firsthand.reader") / "weights"))
FILES = ("encoder.onnx", "second.onnx", "heads.npz", "names.npz", "confidence.json", "labels.json", "tokenizer.json")
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A folder with the encoder of the package under another name."""
    folder = tmp_path / "other"
    folder.mkdir()
    for name in FILES:
        (folder / name).symlink_to(WEIGHTS / name)
    return folder


def test_threads_change_no_byte(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one process with one thread or two, and in two processes."""
    reports = EXAMPLES[:3]
    one, two = (run("read", *reports, "-q", "--threads", n).stdout for n in (1, 2))
    monkeypatch.setattr(firsthand.workflow, "WORTH_A_PROCESS", 1)
    apart = run("read", *reports, "-q", "--threads", 2).stdout
    assert len(one.splitlines()) == len(reports)
    assert one == two == apart


def test_reports_read_alike_alone_together_and_in_another_order(run: Run) -> None:
    def parts(line: str) -> dict[str, object]:
        found: dict[str, object] = json.loads(line.replace(json.loads(line)["report"]["id"], "R"))
        return found

    together = {Path(o["file"]).name: o for o in map(parts, run("read", *EXAMPLES[:4], "-q").stdout.splitlines())}  # type: ignore[arg-type]
    turned = {Path(o["file"]).name: o for o in map(parts, run("read", *EXAMPLES[3::-1], "-q").stdout.splitlines())}  # type: ignore[arg-type]
    assert together == turned
    alone = parts(run("read", EXAMPLES[2], "-q").stdout)
    assert alone == together[EXAMPLES[2].name]


def test_the_environment_sets_them_too(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRSTHAND_THREADS", "many")
    result = run("read", report)
    assert result.exit_code == 2
    assert "'many' is not a valid integer" in result.stderr
    monkeypatch.setenv("FIRSTHAND_THREADS", "1")
    monkeypatch.setenv("FIRSTHAND_READER", "nowhere")
    result = run("dossier", report)
    assert result.exit_code == 1
    assert "nowhere/encoder.onnx is missing" in result.stderr


def test_another_reader_can_be_named(run: Run, report: Path, other: Path) -> None:
    result = run("read", report, "-q", "--reader", other)
    assert result.exit_code == 0
    assert result.stdout == run("read", report, "-q").stdout


@pytest.mark.parametrize("name", FILES)
def test_a_reader_with_a_file_missing_is_refused(run: Run, report: Path, other: Path, name: str) -> None:
    (other / name).unlink()
    result = run("read", report, "-q", "--reader", other)
    assert result.exit_code == 1
    assert f"{other / name} is missing" in result.stderr


def test_a_file_that_is_no_encoder_is_refused(run: Run, report: Path, other: Path) -> None:
    (other / "encoder.onnx").unlink()
    write(other, "encoder.onnx", "nothing of the kind")
    result = run("read", report, "-q", "--reader", other)
    assert result.exit_code == 1
    assert f"{other}: cannot be loaded" in result.stderr


def test_heads_of_another_width_are_refused(run: Run, report: Path, other: Path) -> None:
    with np.load(WEIGHTS / "heads.npz") as arrays:
        narrow = {name: arrays[name] for name in arrays}
    narrow["upos.weight"] = narrow["upos.weight"][:, :128]
    (other / "heads.npz").unlink()
    np.savez(other / "heads.npz", **narrow)
    result = run("read", report, "-q", "--reader", other)
    assert result.exit_code == 1
    assert "the heads want 128; export both from one training run" in result.stderr


def test_labels_that_do_not_fit_are_refused_in_a_process_too(
    run: Run, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = json.loads((WEIGHTS / "labels.json").read_text(encoding="utf-8"))
    (other / "labels.json").unlink()
    write(other, "labels.json", json.dumps({**labels, "deprels": labels["deprels"][1:]}))
    monkeypatch.setattr(firsthand.workflow, "WORTH_A_PROCESS", 1)
    result = run("read", *EXAMPLES[:2], "-q", "--threads", 2, "--reader", other)
    assert result.exit_code == 1
    assert "the deprels of labels.json want" in result.stderr


@pytest.mark.skipif(shutil.which("nvidia-smi") is not None, reason="there may be a GPU here")
def test_a_device_that_is_not_there_is_refused(run: Run, report: Path) -> None:
    result = run("read", report, "-q", "--device", "cuda")
    assert result.exit_code == 1
    assert "onnxruntime-gpu" in result.stderr
    assert run("read", report, "--device", "abacus").exit_code == 2
