"""One reading in this process: what a child of the nursery does, or a new interpreter.

As a module, where nothing can fork, it takes the request from stdin and answers on stdout.
"""

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from indexer.extract.sandbox import endings, wire
from indexer.models import Extraction, Status


def perform(request: wire.Request, file: BinaryIO) -> Iterator[bytes]:
    """The lines of the answer, each as soon as it is known."""
    try:
        reader = importlib.import_module(request.reader)
        if request.skipped is None:
            yield wire.encode(reader.read(file, request.limits, *request.numbers))
            return
        for line in reader.read_pages(file, request.limits, frozenset(request.skipped)):
            yield wire.encode(line)
            if isinstance(line, Extraction):
                return
        yield wire.encode(Extraction(Status.OK))
    except MemoryError:
        yield wire.encode(endings.out_of_memory(request.limits))


def main() -> None:
    """Answers the request on stdin; the path of the file is its second line."""
    request, _, path = sys.stdin.buffer.read().partition(b"\n")
    with Path(os.fsdecode(path)).open("rb") as file:
        for line in perform(wire.Request.decode(request), file):
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
