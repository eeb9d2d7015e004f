"""Running the command in this process, and a folder with a report."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import bad_inputs
from firsthand.cli.main import main


@pytest.fixture
def run() -> bad_inputs.Run:
    """Run ``firsthand`` with these arguments."""

    def call(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return call


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder for inputs."""
    folder = tmp_path / "inputs"
    folder.mkdir()
    return folder


@pytest.fixture
def report(inputs: Path) -> Path:
    """A readable report."""
    return bad_inputs.write(inputs, "gazette.txt", bad_inputs.REPORT)
