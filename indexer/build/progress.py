"""How far a run is, in a file beside the index, for those who look at the archive meanwhile."""

import json
import os
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from indexer.models import BuildState, Listener, Progress

NAME = "progress.json"
_EACH = 1.0  # seconds between two notes


class NotedRun:
    """A run that notes how far it is; what is left of the file tells of one that did not end well.

    While it is entered, call it with each progress; it tells the listener, too.
    """

    def __init__(self, folder: Path, phase: str, listener: Listener) -> None:
        self._path = folder / NAME
        self._listener = listener
        self._state = BuildState(os.getpid(), phase, _now(), _now())
        self._noted = 0.0

    def __enter__(self) -> "NotedRun":
        """Note that the run has begun."""
        self._note()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Forget the run, or note why it ended."""
        if error is None:
            self._path.unlink(missing_ok=True)
            return
        self._state = _changed(self._state, failed=str(error) or type(error).__name__)
        self._note()

    def __call__(self, progress: Progress) -> None:
        """Note how far the run is, though not each time, and tell the listener."""
        self._listener(progress)
        if time.monotonic() - self._noted >= _EACH or progress.done == progress.total:
            self._state = _changed(self._state, done=progress.done, total=progress.total)
            self._note()

    def _note(self) -> None:
        self._noted = time.monotonic()
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(self._state), ensure_ascii=False), encoding="utf-8")
        fresh.replace(self._path)


def noted_run(folder: Path) -> BuildState | None:
    """The run that is under way, or the one that failed last; None where the last one ended well.

    One whose process is gone has failed, whatever it noted.
    """
    try:
        state = BuildState(**json.loads((folder / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):  # there is none, or not yet a whole one
        return None
    if not state.failed and not _is_alive(state.pid):
        return _changed(state, failed="进程已不在，可能被中断")
    return state


def _changed(state: BuildState, done: int = -1, total: int = -1, failed: str = "") -> BuildState:
    return BuildState(
        pid=state.pid,
        phase=state.phase,
        started=state.started,
        noted=_now() if not failed or done >= 0 else state.noted,
        done=done if done >= 0 else state.done,
        total=total if total >= 0 else state.total,
        failed=failed,
    )


def _is_alive(pid: int) -> bool:
    """Whether a process runs; taken for granted on Windows, where asking would end it."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it runs for somebody else
        return True
    return True


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
