"""Run a command and tell what it took: seconds, seconds of processor, memory of it and its children together."""

import os
import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

COMMAND = [sys.executable, "-c", "from firsthand.cli.main import main; main()"]
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Run:
    """``memory`` in MB is the largest sum over all processes at one time, 0 where the system does not tell."""

    seconds: float
    processor: float
    memory: float
    code: int
    lines: int
    said: str


def firsthand(*arguments: object) -> Run:
    """Run ``firsthand`` with these arguments; ``lines`` are what it printed, ``said`` the first line of errors."""
    before, start = _processor(), time.perf_counter()
    # As installed: where this is set, an editable install compiles all of the program at every start.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        watch = _Watch(process.pid)
        out, errors = process.communicate()
        memory = watch.stop()
    seconds = time.perf_counter() - start
    said = next(iter(errors.splitlines()), "")
    return Run(seconds, _processor() - before, memory, process.returncode, len(out.splitlines()), said)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch:
    """Adds up the memory of a process and its children twenty times a second."""

    def __init__(self, pid: int):
        self._pid, self._most, self._over = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._over.wait(0.05):
            self._most = max(self._most, sum(map(_memory, _family(self._pid))))

    def stop(self) -> float:
        self._over.set()
        self._thread.join()
        return self._most / _MEGABYTE


def _family(pid: int) -> list[int]:
    """A process with all that it started."""
    try:
        lists = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        lists = []
    return [pid, *(one for text in lists for child in text.split() for one in _family(int(child)))]


def _memory(pid: int) -> int:
    """Bytes a process holds; what it shares with others counts in parts."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:")), 0)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
