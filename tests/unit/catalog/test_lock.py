"""One writer at a time."""

import subprocess
import sys
from pathlib import Path

import pytest

from indexer.catalog import WriterLock
from indexer.errors import WriterBusy

HOLD = """
import sys
from pathlib import Path
from indexer.catalog import WriterLock
with WriterLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_second_writer_is_told_at_once_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(WriterBusy, match=str(holder.pid)), WriterLock(path):
            pass
        holder.kill()
        holder.wait()
    with WriterLock(path):  # the lock died with its process
        assert path.exists()


def test_lock_can_be_taken_again_after_it_was_given_back(tmp_path: Path) -> None:
    for _ in range(2):
        with WriterLock(tmp_path / "lock"):
            assert (tmp_path / "lock").read_text().isdigit()
