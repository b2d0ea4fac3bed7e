"""Who does the tasks of a build: this process, or others to which this one hands out articles."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Semaphore
from types import TracebackType
from typing import Protocol, TypeVar

from indexer.engines.base import Analyser
from indexer.engines.embedded.builder import Builder
from indexer.engines.embedded.process import Process
from indexer.engines.embedded.storage import SegmentRecord
from indexer.engines.embedded.tasks import BlockFile, Join, Take

AHEAD = 1  # blocks that are ready for the next process that is free

T = TypeVar("T")
Blocks = Sequence[Future[BlockFile]]


class Hands(Protocol):
    """Whoever does tasks, now or later."""

    def take(self, task: Take) -> Future[BlockFile]:
        """The block of some articles."""

    def join(self, blocks: Blocks, path: Path) -> Future[SegmentRecord]:
        """The segment of some blocks."""


class Alone:
    """Does every task at once, in this process."""

    def __init__(self, analyser: Analyser) -> None:
        self._builder = Builder(analyser)

    def take(self, task: Take) -> Future[BlockFile]:
        """The block of some articles."""
        return _done(task.do(self._builder))

    def join(self, blocks: Blocks, path: Path) -> Future[SegmentRecord]:
        """The segment of some blocks."""
        return _done(Join([block.result() for block in blocks], path).do(self._builder))


class Crew:
    """Has the tasks done by other processes, which end with it.

    A thread waits for each of them; there is nothing else in these threads.
    """

    def __init__(self, analyser: Analyser, processes: int) -> None:
        self.processes = tuple(Process(analyser) for _ in range(processes))
        self._idle: SimpleQueue[Process] = SimpleQueue()
        for process in self.processes:
            self._idle.put(process)
        self._threads = ThreadPoolExecutor(processes)
        self._room = Semaphore(processes + AHEAD)
        self._failed: Future[BlockFile] | None = None

    def take(self, task: Take) -> Future[BlockFile]:
        """The block of some articles; waits while enough of them are ready to be taken.

        Raises what an earlier task raised: OSError, or BuildFailed where a process has died.
        """
        self._room.acquire()
        if self._failed is not None:
            self._failed.result()
        future = self._threads.submit(self._ask, task, BlockFile)
        future.add_done_callback(self._taken)
        return future

    def join(self, blocks: Blocks, path: Path) -> Future[SegmentRecord]:
        """The segment of some blocks, once all are there."""
        return self._threads.submit(self._join, blocks, path)

    def __enter__(self) -> "Crew":
        """The same."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all processes; after an error in the middle of what they do."""
        for process in self.processes:
            process.end(at_once=error is not None)
        self._threads.shutdown(cancel_futures=True)

    def _join(self, blocks: Blocks, path: Path) -> SegmentRecord:
        return self._ask(Join([block.result() for block in blocks], path), SegmentRecord)

    def _ask(self, task: Take | Join, kind: type[T]) -> T:
        process = self._idle.get()
        try:
            return process.ask(task, kind)
        finally:
            self._idle.put(process)

    def _taken(self, block: Future[BlockFile]) -> None:
        if not block.cancelled() and block.exception() is not None:
            self._failed = block
        self._room.release()


def _done(value: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(value)
    return future
