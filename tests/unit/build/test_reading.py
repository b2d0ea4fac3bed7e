"""Several files are read at a time, and nobody notices but by the clock."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.build.reading import BuildSettings, read_source, read_sources
from indexer.config import load_config
from indexer.library import open_library
from indexer.models import Knowledge, Limits, Status
from tests.unit.extract.pdfs import encrypted, pdf

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "corpus"
SETTINGS = BuildSettings(CORPUS, Limits(ocr=False), Knowledge())
Files = list[tuple[Path, str]]

# Reads the file named by argv[1] again and again, and says so once it has begun.
ENDLESS = """
import itertools, pathlib, sys
from tests.unit.build.test_reading import SETTINGS, read_sources

path = pathlib.Path(sys.argv[1])
files = ((path, str(n)) for n in itertools.count())
print("begun", flush=True)
for reading in read_sources(files, SETTINGS):
    pass
"""


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """A PDF that takes half a minute of processor time, to the limit."""
    path = tmp_path / "slow.pdf"
    path.write_bytes(pdf(*[b"q Q\n" * 60_000] * 60, extra=b"/Filter/FlateDecode"))
    return path


def test_readings_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    files: Files = [(path, path.name) for path in sorted(CORPUS.iterdir())]
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    files[2:2] = [(broken, "broken.pdf"), (tmp_path / "gone.txt", "gone.txt")]
    assert (
        list(read_sources(files * 3, SETTINGS))
        == [read_source(path, name, SETTINGS) for path, name in files] * 3
    )


def test_only_a_few_files_are_read_ahead(tmp_path: Path) -> None:
    path = tmp_path / "issue.txt"
    path.write_text("云州市科协召开座谈会", encoding="utf-8")
    begun = 0

    def files() -> Iterator[tuple[Path, str]]:
        nonlocal begun
        for begun in range(1, 1000):
            yield path, str(begun)

    readings = read_sources(files(), SETTINGS)
    for taken in range(1, 100):
        assert next(readings).report.source == str(taken)
        assert begun <= taken + 16
    readings.close()


def test_an_error_among_the_files_is_passed_on() -> None:
    def files() -> Iterator[tuple[Path, str]]:
        yield CORPUS / "beijing-kexie-2023-12.txt", "first"
        raise PermissionError("corpus")

    with pytest.raises(PermissionError, match="corpus"):
        list(read_sources(files(), SETTINGS))


def test_who_leaves_early_does_not_wait_and_may_come_again(slow: Path) -> None:
    text = CORPUS / "beijing-kexie-2023-12.txt"
    files: Files = [(text, "text"), *[(slow, "slow")] * 30]
    start = time.monotonic()
    readings = read_sources(files, SETTINGS)
    assert next(readings).report.source == "text"
    readings.close()
    assert time.monotonic() - start < 5
    sample = CORPUS / "yunzhou-kexie-2023-12.pdf"
    (again,) = read_sources([(sample, "sample")], SETTINGS)
    assert again.report.status is Status.OK


def test_a_password_listed_in_the_configuration_opens_a_file(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[reading]\npasswords = ["2023", "秘密"]\n', encoding="utf-8")
    path = tmp_path / "corpus" / "issue.pdf"
    path.parent.mkdir()
    path.write_bytes(encrypted(pdf("云州市科协召开座谈会"), "秘密"))
    with open_library(load_config(config)) as library:
        assert library.read(path).report.status is Status.OK


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a reading is not interrupted")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_the_run_and_its_children(slow: Path, sign: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(slow)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"begun\n"
        children = _readers(process.pid)
        start = time.monotonic()
        process.send_signal(sign)
        _, said = process.communicate()
    assert process.returncode == -sign
    assert said.count(b"Traceback") == (sign is signal.SIGINT)
    assert time.monotonic() - start < 5
    assert not _alive(children)


def _readers(process: int) -> list[int]:
    """The nursery of a process, and its children, once two of them are at work."""
    for _ in range(100):
        nurseries = _children(process)
        readers = [child for nursery in nurseries for child in _children(nursery)]
        if len(readers) >= min(2, os.cpu_count() or 1):
            return nurseries + readers
        time.sleep(0.1)
    raise AssertionError("no readers")


def _children(process: int) -> list[int]:
    command = ["ps", "-o", "pid=", "--ppid", str(process)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return [int(number) for number in told.split()]


def _alive(processes: list[int]) -> list[int]:
    """Those that are still there after two seconds."""
    for _ in range(40):
        alive = [process for process in processes if Path(f"/proc/{process}/exe").exists()]
        if not alive:
            break
        time.sleep(0.05)
    return alive
