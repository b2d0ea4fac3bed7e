"""A process that does the tasks of a build: they come on the input, what they give goes out.

It ends when nobody sends any more.
"""

import gc
import pickle
import sys
from typing import BinaryIO

from indexer.engines.embedded.builder import Builder
from indexer.engines.embedded.storage import SegmentRecord
from indexer.engines.embedded.tasks import BlockFile, Join, Take


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Do task after task; the analyser comes before the first."""
    builder = Builder(pickle.load(source))
    gc.freeze()  # what was loaded stays
    try:
        while True:
            pickle.dump(_outcome(pickle.load(source), builder), sink)
            sink.flush()
    except (EOFError, pickle.UnpicklingError, BrokenPipeError):
        return  # whoever sent the tasks is content, or gone


def _outcome(task: Take | Join, builder: Builder) -> BlockFile | SegmentRecord | OSError:
    """What a task gives; a full disk is told to whoever sent it."""
    try:
        return task.do(builder)
    except OSError as error:
        return error


if __name__ == "__main__":
    output, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing that is printed gets in between
    serve(sys.stdin.buffer, output)
