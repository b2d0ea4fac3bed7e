"""A new interpreter that finds the modules we find, and knows none of our secrets."""

import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

from indexer.extract.sandbox import endings, wire

# What an interpreter needs to start; the rest of our environment is nobody's business.
_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP")


def command(module: str) -> list[str]:
    """The command that runs a module, the working folder not being searched for modules."""
    return [sys.executable, "-P", "-m", module]


def environment() -> dict[str, str]:
    """The variables for that command."""
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path),
    }


def read_alone(request: wire.Request, file: BinaryIO) -> bytes:
    """The answer of an interpreter started for this file alone: only the wall clock holds."""
    path = os.fsencode(Path(file.name).absolute())
    try:
        done = subprocess.run(
            command("indexer.extract.sandbox.reading"),
            input=request.encode() + b"\n" + path,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=request.limits.wall_seconds,
            check=False,
            env=environment(),
        )
    except subprocess.TimeoutExpired as error:
        return wire.cut_short(error.stdout or b"", endings.overdue(request.limits))
    if len(done.stdout) > request.limits.text_mb << 20:
        return wire.encode(endings.too_much_text(request.limits))
    return wire.cut_short(done.stdout, endings.failed()) if done.returncode else done.stdout
