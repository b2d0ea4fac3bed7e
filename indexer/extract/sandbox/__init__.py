"""One file read in a process of its own, within limits of time, memory and output.

Where processes fork, the child comes from the nursery: a small process with one thread, started
at the first file, that has imported the reader. On Linux with Python 3.11 and pypdf 7.1 a PDF of
one short page takes 12 ms so, and 160 ms in a new interpreter, which has pypdf to import. Forking
this process itself would be as quick, but it may have threads, and the child would inherit
locks that nobody ever releases. The fork server of ``multiprocessing`` would import our main
module again in every child.

Elsewhere (Windows) each file has a new interpreter, and only the wall clock is enforced.
"""

import os
import socket
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, closing
from typing import BinaryIO

from indexer.extract.sandbox import endings, interpreter, wire
from indexer.extract.sandbox.client import Nursery
from indexer.extract.sheet import Sheet
from indexer.models import Extraction, Limits

# If even the warden of a child hangs, we wait this much longer than the file may take.
_GRACE_SECONDS = 10
_CHUNK = 1 << 16
_FORKS = hasattr(os, "fork") and hasattr(socket, "send_fds")
_NURSERY = Nursery()


def run(reader: str, file: BinaryIO, limits: Limits, *numbers: int) -> Extraction:
    """What the module ``reader`` reads from an open file, or the limit or fault that ended it.

    The module has a function ``read(file, limits, *numbers) -> Extraction`` that returns pages. It
    is named, not imported: this process never loads what handles hostile files.
    """
    return wire.decode(_answer(wire.Request(reader, limits, numbers=numbers), file))


def run_by_page(
    reader: str, file: BinaryIO, limits: Limits, skipped: Iterable[int] = ()
) -> tuple[tuple[Sheet, ...], Extraction]:
    """The sheets that the module reads, but for those skipped, and how the reading ended.

    Its function ``read_pages(file, limits, skipped)`` yields sheets in the order of their numbers,
    or an Extraction that tells why there are none. Sheets read before a bad end are not lost.
    """
    answer = _answer(wire.Request(reader, limits, tuple(skipped)), file)
    return wire.decode_sheets(answer), wire.decode(answer)


def _answer(request: wire.Request, file: BinaryIO) -> bytes:
    """What the process that reads the file answers, or how it ended."""
    if not _FORKS:
        return interpreter.read_alone(request, file)
    answer = _asked(_NURSERY, request, file)
    if answer or _NURSERY.is_stopped:
        return answer
    # The nursery died, perhaps of what it read for another thread.
    with closing(Nursery()) as own:
        return _asked(own, request, file)


def _asked(nursery: Nursery, request: wire.Request, file: BinaryIO) -> bytes:
    """What a nursery answers; nothing where it dies over it, or is stopped."""
    mine, theirs = socket.socketpair()
    with mine:
        with theirs:
            nursery.send(request.encode(), (file.fileno(), theirs.fileno()))
        return _receive(mine, request.limits)  # closing our end, come what may, ends the child


def stopped() -> AbstractContextManager[None]:
    """Within, no file is read in a process: readings in other threads end at once, as failed.

    Without fork they go on to their end, at most to the limit of their wall time.
    """
    return _NURSERY.stopped()


def missing_limits() -> tuple[str, ...]:
    """The limits that this platform cannot enforce, in words; none on Linux."""
    if not _FORKS:
        return ("内存上限", "处理器时间上限")
    return ("内存上限",) if sys.platform == "darwin" else ()


def _receive(connection: socket.socket, limits: Limits) -> bytes:
    """The answer that arrives on the connection before its other end is closed."""
    connection.settimeout(limits.wall_seconds + _GRACE_SECONDS)
    data = bytearray()
    try:
        while chunk := connection.recv(_CHUNK):
            data += chunk
    except TimeoutError:
        return wire.encode(endings.overdue(limits))
    return bytes(data)
