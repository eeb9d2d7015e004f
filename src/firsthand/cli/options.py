"""The options that say how reports are read, the same for every command that reads."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from firsthand.settings import DEVICES, Settings, SettingsError

Command = Callable[..., None]

_OPTIONS = (
    click.option(
        "--threads",
        type=click.IntRange(min=0),
        default=0,
        envvar="FIRSTHAND_THREADS",
        show_envvar=True,
        metavar="N",
        help="Cores to use, 0 for every one.",
    ),
    click.option(
        "--reader",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="FIRSTHAND_READER",
        show_envvar=True,
        metavar="FOLDER",
        help="Read with the encoder, heads, labels and tokenizer of this folder.",
    ),
    click.option(
        "--device",
        type=click.Choice(DEVICES),
        default=DEVICES[0],
        envvar="FIRSTHAND_DEVICE",
        show_envvar=True,
        help="What the encoder runs on; cuda needs onnxruntime-gpu.",
    ),
)


def _probability(context: click.Context, option: click.Parameter, value: float) -> float:
    if not 0 <= value <= 1:
        raise click.BadParameter(f"{value:g} is no probability; want a number from 0 to 1")
    return value


least_confidence = click.option(
    "--min-confidence",
    type=float,
    default=0.0,
    callback=_probability,
    metavar="P",
    help="Leave out statements read with a probability under P, 0 to 1; they are counted and listed.",
)
"""Gives a command ``--min-confidence``."""


def reading_options(command: Command) -> Command:
    """Give a command ``--threads``, ``--reader`` and ``--device``; it gets them as ``settings``.

    A setting that cannot be used, as a folder without an encoder, ends the command with code 1 and one line.
    """

    @wraps(command)
    def with_settings(*, threads: int, reader: Path | None, device: str, **others: Any) -> None:
        try:
            command(settings=Settings(threads, reader, device), **others)
        except SettingsError as error:
            raise click.ClickException(str(error)) from error

    for option in reversed(_OPTIONS):
        with_settings = option(with_settings)
    return with_settings
