"""Work on many items in several processes, results in the order of the items."""

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 16
"""So many results a process may be done before an earlier one is: it bounds what is held in memory."""

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def collect_rarely() -> None:
    """Look for garbage in cycles less often: the lexicons are many small objects that stay, and few cycles are made.

    At Python's own pace a fifth of the start goes into counting them again and again.
    """
    gc.set_threshold(200_000, 20, 100)


class WorkerError(RuntimeError):
    """A process ended before its work was done; ``item`` is what it worked on, counted from 0."""

    def __init__(self, item: int, what: str):
        super().__init__(what)
        self.item = item


class _Worker:
    """One process and the pipe to it; ``item`` is what it works on, None where it is free."""

    def __init__(self, work: Callable[[T], R]):
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.item: int | None = None
        self._tell(work)

    def give(self, number: int, item: object) -> None:
        self.item = number
        self._tell(item)

    def take(self) -> tuple[int, Any]:
        """The item that is done and what came of it; raises what the work raised."""
        number = self.item or 0
        try:
            well, answer = self.pipe.recv()
        except (EOFError, OSError) as error:
            raise self._ended() from error
        if not well:
            raise answer
        self.item = None
        return number, answer

    def _tell(self, message: object) -> None:
        try:
            self.pipe.send(message)
        except OSError as error:
            raise self._ended() from error

    def _ended(self) -> WorkerError:
        self.process.join()
        code = self.process.exitcode
        return WorkerError(self.item or 0, f"the process that read it ended (exit code {code}), perhaps out of memory")


def in_order(work: Callable[[T], R], items: Iterable[T], processes: int) -> Iterator[R]:
    """``work(item)`` for each item, in the order of the items, by so many processes at once.

    ``work``, items and results are pickled; each process starts afresh and ends with the iterator. What ``work``
    raises is raised here. Raises WorkerError where a process dies, as for want of memory.
    """
    waiting = deque(enumerate(items))
    processes = min(processes, len(waiting))
    workers: list[_Worker] = []
    done: dict[int, R] = {}
    upto = 0
    try:
        workers += [_Worker(work) for _ in range(processes)]
        while waiting or any(worker.item is not None for worker in workers):
            for worker in workers:
                if worker.item is None and waiting and waiting[0][0] < upto + AHEAD * processes:
                    worker.give(*waiting.popleft())
            ready = wait([worker.pipe for worker in workers if worker.item is not None])
            for worker in workers:
                if worker.pipe in ready:
                    number, result = worker.take()
                    done[number] = result
            while upto in done:
                yield done.pop(upto)
                upto += 1
    finally:
        for worker in workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join()


def _serve(pipe: "Connection[Any, Any]") -> None:
    """What a process does: it gets the work, then item after item, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it and ends this one
    collect_rarely()
    for name in _THREADS:
        os.environ[name] = "1"  # read when numpy is imported, which the work does
    try:
        work = pipe.recv()
        while True:
            item = pipe.recv()
            try:
                answer = (True, work(item))
            except Exception as error:
                answer = (False, error)
            pipe.send(answer)
    except (EOFError, OSError):
        return
