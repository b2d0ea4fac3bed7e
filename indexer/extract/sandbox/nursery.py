"""A process with one thread that has imported the reader and forks two children for each file.

    us ── nursery ──┬── warden ── reader     a.pdf
                    └── warden ── reader     b.pdf

The reader holds nothing but the file and the pipe it answers into. Its warden watches clock
and output, buries it, and sends us what it said or how it ended. The nursery says "+" when
it has taken a request over, and ends when we do. POSIX only.
"""

import importlib
import os
import resource
import select
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from indexer.extract.sandbox import endings, wire
from indexer.extract.sandbox.reading import perform
from indexer.models import Extraction, Limits

_CHUNK = 1 << 16
_DESCRIPTORS = 16


def main() -> None:
    """Serves the socket whose number is argv[1], until its other end is closed."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that a dead warden leaves no zombie
    with socket.socket(fileno=int(sys.argv[1])) as control:
        while _serve(control):
            control.sendall(b"+")


def _serve(control: socket.socket) -> bool:
    """Whether there was another request; a warden sees to it."""
    data, descriptors, _, _ = socket.recv_fds(control, _CHUNK, 2)
    if not data:
        return False
    request = wire.Request.decode(data)
    with suppress(ImportError):  # each child will meet it again, and fail
        importlib.import_module(request.reader)
    file, answer = descriptors
    _fork(lambda: _watch(request, file, answer), control.fileno())
    os.close(file)
    os.close(answer)
    return True


def _fork(task: Callable[[], None], *foreign: int) -> int:
    """The number of a child that closes what is not its own, does its task, and ends."""
    child = os.fork()
    if child:
        return child
    try:
        for descriptor in foreign:
            os.close(descriptor)
        task()
        os._exit(0)
    finally:
        os._exit(1)  # whatever was raised: never go on as a copy of the parent


def _watch(request: wire.Request, file: int, answer: int) -> None:
    """The warden's task: has the file read, and sends the reading or how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    output, entrance = os.pipe()
    reader = _fork(lambda: _read(request, file, entrance), output, answer)
    os.close(file)
    os.close(entrance)
    with socket.socket(fileno=answer) as connection:
        reading = _collect(output, connection, request.limits)
        for kill in (os.killpg, os.kill):  # the group has no name before the reader's first step
            with suppress(ProcessLookupError, PermissionError):
                kill(reader, signal.SIGKILL)
        _, status = os.waitpid(reader, 0)
        if isinstance(reading, Extraction):
            reading = wire.encode(reading)
        elif os.WIFSIGNALED(status):
            reading = wire.encode(endings.killed(os.WTERMSIG(status), request.limits))
        with suppress(ConnectionError):
            connection.sendall(reading or wire.encode(endings.failed()))


def _collect(output: int, connection: socket.socket, limits: Limits) -> bytes | Extraction:
    """What the reader answers until it closes its end, or the limit it met on the way."""
    deadline = time.monotonic() + limits.wall_seconds
    data = bytearray()
    while len(data) <= limits.text_mb << 20:
        left = max(0, deadline - time.monotonic())
        ready, _, _ = select.select([output, connection.fileno()], [], [], left)
        if not ready:
            return endings.overdue(limits)
        if connection.fileno() in ready:  # we never write to it: our end was closed, nobody waits
            return endings.failed()
        chunk = os.read(output, _CHUNK)
        if not chunk:
            return bytes(data)
        data += chunk
    return endings.too_much_text(limits)


def _read(request: wire.Request, file: int, entrance: int) -> None:
    """The reader's task: reads within the limits and answers into the pipe."""
    os.setsid()
    _confine(request.limits)
    # The pipe stays open until this process is gone: its end tells the warden that it is.
    with open(file, "rb") as stream, open(entrance, "wb", closefd=False) as pipe:
        pipe.write(perform(request, stream))


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
