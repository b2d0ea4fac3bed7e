"""A process with one thread that has imported the readers and forks a child for each file.

    us ── nursery ──┬── reader     a.pdf
                    └── reader     b.pdf

A reader holds nothing but the file and the pipe it answers into. The nursery watches clock and
output of each, buries it, and sends us what it said or how it ended. It says "+" when it has
taken a request over, and ends, with its readers, when we do. POSIX only.
"""

import gc
import importlib
import os
import resource
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NoReturn

from indexer.extract.sandbox import endings, wire
from indexer.extract.sandbox.reading import perform
from indexer.models import Extraction, Limits

_CHUNK = 1 << 16
_DESCRIPTORS = 16


@dataclass(frozen=True, slots=True)
class _Reader:
    """A child at work: the pipe it answers into, who waits for that, and until when."""

    process: int
    output: int
    asker: socket.socket
    limits: Limits
    deadline: float
    data: bytearray = field(default_factory=bytearray)


def main() -> None:
    """Serves the socket whose number is argv[1], until its other end is closed."""
    readers: list[_Reader] = []
    with socket.socket(fileno=int(sys.argv[1])) as control:
        while True:
            ready = _ready(control, readers)
            if control.fileno() in ready:
                request, descriptors, _, _ = socket.recv_fds(control, _CHUNK, 2)
                if not request:
                    break
                readers.append(_started(request, descriptors, control, readers))
                control.sendall(b"+")
            for reader in tuple(readers):
                if _is_over(reader, ready):
                    readers.remove(reader)
    for reader in readers:
        _bury(reader)


def _ready(control: socket.socket, readers: list[_Reader]) -> set[int]:
    """The descriptors on which something happened before the next deadline."""
    watched = [control.fileno()]
    for reader in readers:
        watched += reader.output, reader.asker.fileno()
    left = min((reader.deadline - time.monotonic() for reader in readers), default=None)
    return set(select.select(watched, [], [], left and max(0, left))[0])


def _started(
    data: bytes, descriptors: list[int], control: socket.socket, others: list[_Reader]
) -> _Reader:
    """A child that reads what was asked for."""
    request = wire.Request.decode(data)
    if request.reader not in sys.modules:
        _load(request.reader)
    file, answer = descriptors
    output, entrance = os.pipe()
    process = os.fork()
    if not process:
        foreign = [control.fileno(), answer, output]
        foreign += [fd for other in others for fd in (other.output, other.asker.fileno())]
        _read(request, file, entrance, foreign)
    os.close(file)
    os.close(entrance)
    deadline = time.monotonic() + request.limits.wall_seconds
    return _Reader(process, output, socket.socket(fileno=answer), request.limits, deadline)


def _load(reader: str) -> None:
    """Imports a reader, and has it do beforehand what each child would have to do again."""
    with suppress(ImportError):  # each child will meet it again, and fail
        warm_up = getattr(importlib.import_module(reader), "warm_up", None)
        if warm_up:
            warm_up()
    gc.freeze()  # a child that collects garbage would copy all of our memory


def _is_over(reader: _Reader, ready: set[int]) -> bool:
    """Takes in what a child says; whether that was all, or all that is taken. Then it is buried."""
    ending = None
    if reader.asker.fileno() in ready:  # nobody writes there: it was closed, nobody waits
        ending = endings.failed()
    elif reader.output in ready:
        chunk = os.read(reader.output, _CHUNK)
        reader.data.extend(chunk)
        if not chunk:
            _answer(reader, _bad_end(_bury(reader), reader.limits))
            return True
        if len(reader.data) > reader.limits.text_mb << 20:
            reader.data.clear()  # nobody wants the first 20 MB of a flood
            ending = endings.too_much_text(reader.limits)
    elif time.monotonic() >= reader.deadline:
        ending = endings.overdue(reader.limits)
    if ending:
        _bury(reader)
        _answer(reader, ending)
    return ending is not None


def _bury(reader: _Reader) -> int:
    """Ends a child and all that it started; how it had ended, if it had."""
    for kill in (os.killpg, os.kill):  # the group has no name before the child's first step
        with suppress(ProcessLookupError, PermissionError):
            kill(reader.process, signal.SIGKILL)
    os.close(reader.output)
    return os.waitpid(reader.process, 0)[1]


def _answer(reader: _Reader, ending: Extraction | None) -> None:
    """Sends what a child said, and how it ended if not well."""
    data = bytes(reader.data)
    with reader.asker, suppress(ConnectionError):
        reader.asker.sendall(wire.cut_short(data, ending) if ending else data)


def _bad_end(status: int, limits: Limits) -> Extraction | None:
    """How a child ended, if not by itself and well."""
    if os.WIFSIGNALED(status):
        return endings.killed(os.WTERMSIG(status), limits)
    return endings.failed() if status else None


def _read(request: wire.Request, file: int, entrance: int, foreign: list[int]) -> NoReturn:
    """The child's task: reads within the limits, answers into the pipe, and ends."""
    try:
        for descriptor in foreign:
            os.close(descriptor)
        os.setsid()
        _confine(request.limits)
        os.lseek(file, 0, os.SEEK_SET)  # another reader may have had the file before
        # The pipe stays open until this process is gone: its end tells the nursery that it is.
        with open(file, "rb") as stream, open(entrance, "wb", buffering=0, closefd=False) as pipe:
            for line in perform(request, stream):
                pipe.write(line)
        os._exit(0)
    finally:
        os._exit(1)  # whatever was raised: never go on as a copy of the parent


def _confine(limits: Limits) -> None:
    """Gives up, for good, what reading one file does not need."""
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NPROC, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_NOFILE, _DESCRIPTORS)
    _lower(resource.RLIMIT_CPU, limits.cpu_seconds)
    if sys.platform != "darwin":  # macOS has the limit and does not keep it
        _lower(resource.RLIMIT_AS, limits.memory_mb << 20)


def _lower(limit: int, value: int) -> None:
    """Lowers a limit, unless it is lower already."""
    _, hard = resource.getrlimit(limit)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(limit, (value, value))


if __name__ == "__main__":
    main()
