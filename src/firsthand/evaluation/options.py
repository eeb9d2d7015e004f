"""Options and exit codes that the commands of the evaluation share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

BELOW = 1
"""Exit code: a figure is under its floor."""
MISSING = 2
"""Exit code: what was to be scored is not there."""

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def shared_folder(holds: str) -> Decorator:
    """``--shared``, the folder with what is scored; ``holds`` says what lies in it."""
    return click.option(
        "--shared",
        type=click.Path(file_okay=False, path_type=Path),
        default=lambda: os.environ.get("FIRSTHAND_SHARED", "../shared"),
        help=f"Folder with {holds}.  [default: $FIRSTHAND_SHARED or ../shared]",
    )


weights_folder: Decorator = click.option(
    "--weights",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="Folder of the weights.  [default: those of the package]",
)
