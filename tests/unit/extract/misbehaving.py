"""A reader that does what the file says, and seldom what a reader should."""

import errno
import os
import signal
import sys
import time
from collections.abc import Iterator, Set
from pathlib import Path
from typing import BinaryIO

from indexer.extract.sheet import Sheet
from indexer.models import Extraction, Limits, Page, Status


def read(file: BinaryIO, _limits: Limits) -> Extraction:
    """The text that the deed named in the file leads to, if it leads back at all."""
    return Extraction(Status.OK, pages=(Page(1, DEEDS[file.read().decode()]()),))


def read_pages(file: BinaryIO, _limits: Limits, skipped: Set[int]) -> Iterator[Sheet]:
    """Two pages, if none is skipped, and then a third that does what the file says."""
    yield from (Sheet(number, "好") for number in (1, 2) if number not in skipped)
    yield Sheet(3, DEEDS[file.read().decode()]())


def behave() -> str:
    return "好"


def eat() -> str:
    hoard = []
    while True:
        hoard.append(bytearray(1 << 20))


def spin() -> str:
    while True:
        pass


def sleep() -> str:
    time.sleep(60)
    return "醒了"


def talk() -> str:
    return "话" * (1 << 20)


def crash() -> str:
    os.kill(os.getpid(), signal.SIGSEGV)
    return "还在"


def stumble() -> str:
    sys.stderr.write("不应有人看到")
    raise LookupError("不应有人看到")


def leave() -> str:
    os._exit(3)


def mumble() -> str:
    """Half of a surrogate pair, which no encoding can write."""
    return "半\ud83d个"


def breed() -> str:
    """The number of a child that would outlive its parent."""
    try:
        child = os.fork()
    except OSError:
        return "不许"
    if not child:
        os.closerange(3, 16)  # nobody waits for it
        time.sleep(60)
    return str(child)


def orphan() -> str:
    """Ends the nursery, which leads the session of the warden above us."""
    os.kill(os.getsid(os.getppid()), signal.SIGKILL)
    return "好"


def rest() -> str:
    time.sleep(1)
    return "好"


def write() -> str:
    """How writing into a file ends."""
    path = Path(f"/tmp/misbehaving-{os.getpid()}")
    file = os.open(path, os.O_WRONLY | os.O_CREAT)
    path.unlink()
    try:
        os.write(file, b"!")
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return "写了"


DEEDS = {
    deed.__name__: deed
    for deed in (
        *(behave, eat, spin, sleep, talk, crash),
        *(stumble, leave, mumble, breed, orphan, rest, write),
    )
}
