"""One reading in this process: what a child of the nursery does, or a new interpreter.

As a module, where nothing can fork, it takes the request from stdin and answers on stdout.
"""

import importlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

from indexer.extract.sandbox import endings, wire


def perform(request: wire.Request, file: BinaryIO) -> bytes:
    """What the requested reader makes of the file, ready for the wire."""
    try:
        reader = importlib.import_module(request.reader)
        return wire.encode(reader.read(file, request.limits))
    except MemoryError:
        return wire.encode(endings.out_of_memory(request.limits))


def main() -> None:
    """Answers the request on stdin; the path of the file is its second line."""
    request, _, path = sys.stdin.buffer.read().partition(b"\n")
    with Path(os.fsdecode(path)).open("rb") as file:
        sys.stdout.buffer.write(perform(wire.Request.decode(request), file))


if __name__ == "__main__":
    main()
