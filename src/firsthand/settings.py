"""How reports are read: everything a user can set about the reader and the machine, in one place."""

import os
from dataclasses import dataclass
from pathlib import Path

DEVICES = ("cpu", "cuda")


class SettingsError(ValueError):
    """A setting cannot be used; the message says which, why and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``threads``: how many cores are used, 0 for every one. ``device``: what the encoder runs on.

    ``reader``: a folder with weights as in the package (docs/commands.md); None for those of the package.
    A large pile of reports is read by one process a thread; results do not depend on how many there are.

    Raises SettingsError for a negative number of threads or an unknown device.
    """

    threads: int = 1
    reader: Path | None = None
    device: str = "cpu"

    def __post_init__(self) -> None:
        if self.threads < 0:
            raise SettingsError(f"threads: {self.threads} is less than none; name a number, or 0 for one a core")
        if self.device not in DEVICES:
            raise SettingsError(f"device: {self.device} is unknown; name one of {', '.join(DEVICES)}")

    @property
    def cores(self) -> int:
        """The number of threads, counted where it is 0."""
        return self.threads or usable_cores()


def usable_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
