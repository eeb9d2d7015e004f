"""Read a report once: words, sentences, dependencies, names and attribution spans."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.settings import SettingsError

if TYPE_CHECKING:
    from firsthand.reader.reader import Reader

__all__ = ["METHOD", "Reader", "load_reader"]

METHOD = "reader/2"


@cache
def load_reader(folder: Path | None = None, threads: int = 0, device: str = "cpu") -> "Reader":
    """The reader of a folder, or with the weights of the package, loaded once in a process; see Reader.

    Raises SettingsError where it cannot be loaded, whatever the reason.
    """
    try:
        loaded: Reader = _module().Reader(folder, threads, device)
        return loaded
    except (FileNotFoundError, ValueError) as error:
        raise SettingsError(str(error)) from error
    except Exception as error:  # each library has its own for a file that is none of its format
        raise SettingsError(f"{folder or 'the weights of the package'}: cannot be loaded ({error})") from error


def __getattr__(name: str) -> Any:
    if name == "Reader":
        return _module().Reader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _module() -> Any:
    # The encoder's libraries take long to import: what only asks for help, or takes reports in, does not wait for them.
    from firsthand.reader import reader

    return reader
