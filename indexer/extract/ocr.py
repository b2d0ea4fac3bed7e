"""OCR: the text on a picture of a page, by tesseract where it is installed.

It runs as a process of its own, within limits of time and memory, and sees nothing of a file but
pixels. A page of a bulletin takes it one to two seconds.
"""

import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from indexer.models import Limits

if sys.platform == "linux":
    import resource

_LANGUAGE = "chi_sim"
# Of all layouts it can be told to expect, any. One block (6) gives prose one digit in twenty more,
# but a table none of its ten.
_LAYOUT = "3"
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}  # more of them only wait for each other
_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "SYSTEMROOT", "TEMP", "TMP")
_LOOK_SECONDS = 10  # for tesseract to name its languages
_HAN = r"[\u3400-\u9fff]"
# 科 技 and 县 : 科 as tesseract sets them; two blanks are a gap that was printed.
_BLANK = re.compile(rf"(?<={_HAN}) (?={_HAN})")
_NARROW = re.compile(rf"(?<={_HAN}) ?([,:;!?]) ?(?={_HAN})")
_BRACKET = re.compile(r"\]】|】\]")  # one bracket, seen as two
_WIDE = str.maketrans(",:;!?", "，：；！？")


class OcrError(Exception):
    """A page that could not be recognised; the message says why."""


@dataclass(frozen=True, slots=True)
class OcrEngine:
    """An installed tesseract that reads Chinese."""

    program: str

    def text_of(self, picture: bytes, limits: Limits) -> str:
        """The text on a grey picture (PGM); OcrError past the memory or wall time of a file."""
        command = [self.program, "-", "-", "-l", _LANGUAGE, "--psm", _LAYOUT]
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        with subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=nothing, env=_environment()
        ) as process:
            _confine(process.pid, limits)
            try:
                output, _ = process.communicate(picture, limits.wall_seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                raise OcrError(f"超过 {limits.wall_seconds} 秒") from None
        if process.returncode:
            raise OcrError(f"tesseract 以 {process.returncode} 结束，可能内存不足")
        return _tidy(output.decode("utf-8", "replace"))


@cache
def available() -> OcrEngine | None:
    """The tesseract on the search path, if it reads Chinese; looked for once."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        told = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=_LOOK_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return OcrEngine(program) if _LANGUAGE in told.stdout.decode(errors="replace").split() else None


def _confine(process: int, limits: Limits) -> None:
    """Limits the memory of a process where another one may do so: on Linux."""
    if sys.platform == "linux":
        size = limits.memory_mb << 20
        with suppress(ProcessLookupError):
            resource.prlimit(process, resource.RLIMIT_AS, (size, size))


def _environment() -> dict[str, str]:
    """The variables that tesseract needs, and no other."""
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    return {**kept, **_ONE_THREAD}


def _tidy(text: str) -> str:
    """The text as a Chinese printer sets it: no blank within a word, wide punctuation."""
    closed = _BRACKET.sub("】", _BLANK.sub("", text.rstrip("\f")))
    return _NARROW.sub(lambda found: found[1].translate(_WIDE), closed)
