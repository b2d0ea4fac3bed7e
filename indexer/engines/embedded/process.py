"""Another process that does tasks, seen from outside."""

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

from indexer.engines.base import Analyser
from indexer.engines.embedded.tasks import Join, Take
from indexer.errors import BuildFailed

MODULE = "indexer.engines.embedded.worker"
PATIENCE = 10  # seconds to end by itself
# One thread is enough where nothing is multiplied; and what the C library of Linux has freed it
# keeps for the next block, which saves half the time the system takes.
SETTINGS = {
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(128 << 20),
}

T = TypeVar("T")


class Process:
    """A new interpreter that runs ``worker``, one task at a time.

    It has no part in what we inherited or opened, whatever threads there are: a forked child would
    have locks that nobody ever releases, and ``multiprocessing`` would import our main module. It
    ends when we do, even if we are killed: what it reads from us ends then.
    """

    def __init__(self, analyser: Analyser) -> None:
        path = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for us
            env={**os.environ, **SETTINGS, "PYTHONPATH": path},
        )
        self._first: Analyser | None = analyser

    @property
    def number(self) -> int:
        """The number by which the system knows it."""
        return self._process.pid

    def ask(self, task: Take | Join, kind: type[T]) -> T:
        """What the task gives; OSError where that failed there, BuildFailed if the process died."""
        source, sink = self._process.stdout, self._process.stdin
        assert source is not None
        assert sink is not None
        try:
            if self._first is not None:
                pickle.dump(self._first, sink)
                self._first = None
            pickle.dump(task, sink)
            sink.flush()
            told = pickle.load(source)
        except (BrokenPipeError, EOFError, pickle.UnpicklingError) as error:
            code = self._process.wait()
            raise BuildFailed(
                f"建索引的子进程中途结束（退出码 {code}，多半是内存不足）；"
                "原索引没有变，请关掉占内存的程序，再运行 bulletin index"
            ) from error
        if isinstance(told, OSError):
            raise told
        assert isinstance(told, kind)
        return told

    def end(self, at_once: bool) -> None:
        """Have it end, ``at_once`` in the middle of a task."""
        if at_once:
            self._process.kill()
        try:
            self._process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
