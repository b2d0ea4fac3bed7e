"""How fast, and how well, are PDFs read? The product's whole reading against plain readers.

    python -m bench.pdf                  # the speed, on the samples in corpus/
    python -m bench.pdf FOLDER...        # and on these, and what becomes of each PDF

Speed: pages a second of ``extract_text`` of plain pypdf in one process, and of the whole reading
(child processes, quality check, second reader, clean text) of two files at a time. They take
turns, so that both meet the same machine; told is the median of the rounds.

Table: each file's status, its Han characters, and those that pypdf and PDFium alone give. A second
copy that nobody printed is not counted: a variant beside its own ideograph (⼦子), and, in a file
of which a reader gives every letter twice (工工作作), one of the two.

A ``manifest.tsv`` above a folder (file, class, expectation; see ORDINARY and EXPECTED) tells which
files are ordinary and how each has to end. Without it all are ordinary that end well.
"""

import argparse
import re
import resource
import statistics
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from indexer.extract import extract
from indexer.extract.clean import clean
from indexer.extract.clean.radicals import radicals
from indexer.models import Extraction, Limits, Status

CORPUS = Path(__file__).parents[1] / "corpus"
LIMITS = Limits(ocr=False)
READERS = 2
ROUNDS = 5
LEAST_PAGES = 800  # of a round, so that the clock can tell
PATIENCE = 60  # seconds for a plain reader, which has no limits
ORDINARY = ("both_ok", "text")
EXPECTED = {
    "text": {Status.OK},
    "text, not garbage": {Status.OK, Status.GARBLED},
    # some have no text because they are damaged
    "no text": {Status.SCANNED, Status.EMPTY, Status.DAMAGED},
    "password": {Status.ENCRYPTED},
    # one has no bytes at all, two are encrypted for the holder of a key
    "unreadable": {Status.DAMAGED, Status.EMPTY, Status.ENCRYPTED},
    "limit": {Status.TOO_COSTLY},
}
HAN = re.compile(r"[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
VARIANT = re.compile(r"[\u2e80-\u2fdf\uf900-\ufaff]")
PAIR = re.compile(r"(\S)\1")

# Plain readers have processes of their own: some files end the process that reads them.
PYPDF_SPEED = """
import sys, time
from pypdf import PdfReader

def read(path):
    reader = PdfReader(path)
    if reader.is_encrypted:
        reader.decrypt("")
    return len([page.extract_text() for page in reader.pages])

read(sys.argv[1])
begun = time.perf_counter()
pages = sum(map(read, sys.argv[1:]))
print(pages, time.perf_counter() - begun)
"""
OUR_SPEED = """
import sys
from bench.pdf import read_all

read_all(sys.argv[1:2])
print(0, read_all(sys.argv[1:]))
"""
PYPDF_TEXT = """
import sys
from pypdf import PdfReader

reader = PdfReader(sys.argv[1])
if reader.is_encrypted:
    reader.decrypt("")
for number in range(len(reader.pages)):
    try:
        text = reader.pages[number].extract_text()
    except Exception:
        continue
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\\n")
"""
PDFIUM_TEXT = """
import sys
from pypdfium2 import PdfDocument

for page in PdfDocument(sys.argv[1]):
    text = page.get_textpage().get_text_range()
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\\n")
"""


@dataclass(frozen=True, slots=True)
class Round:
    """The pages that plain pypdf finds, the seconds, and the processor seconds of all processes."""

    pages: int
    seconds: float
    used: float


def read_all(paths: Sequence[str]) -> float:
    """The seconds of reading the files whole, two at a time."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(READERS) as readers:
        list(readers.map(_read, map(Path, paths)))
    return time.perf_counter() - begun


def _read(path: Path) -> None:
    extraction = extract(path, LIMITS)
    clean(extraction.pages, extraction.paged)


def compare_speed(files: Sequence[Path]) -> None:
    """Prints the speed of plain pypdf and of the product on the same files."""
    once = _round(PYPDF_SPEED, files).pages
    paths = [*files] * (LEAST_PAGES // once + 1)
    rounds = [(_round(PYPDF_SPEED, paths), _round(OUR_SPEED, paths)) for _ in range(ROUNDS)]
    pages = rounds[0][0].pages
    _say(f"{len(files)} ordinary files, {pages} pages a round, {ROUNDS} rounds")
    _say_speed("pypdf, 1 process", [plain for plain, _ in rounds], pages)
    _say_speed(f"all, {READERS} processes", [ours for _, ours in rounds], pages)
    shares = [plain.seconds / ours.seconds for plain, ours in rounds]
    _say(f"  ours/pypdf {statistics.median(shares):.2f} ({min(shares):.2f}-{max(shares):.2f})")


def _say_speed(name: str, rounds: Sequence[Round], pages: int) -> None:
    rate = pages / statistics.median(one.seconds for one in rounds)
    used = 1000 * statistics.median(one.used for one in rounds) / pages
    _say(f"  {name:<20}{rate:8.1f} pages/s{used:8.1f} ms CPU/page")


def _round(code: str, files: Sequence[Path]) -> Round:
    before = _used()
    command = [sys.executable, "-c", code, *map(str, files)]
    told = subprocess.run(command, capture_output=True, check=True, timeout=600).stdout
    pages, seconds = told.split()
    return Round(int(pages), float(seconds), _used() - before)


def _used() -> float:
    """The processor seconds of all our processes that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def han_count(text: str) -> int:
    """How many Han characters a text has, without copies that nobody printed."""
    pairs, signs = len(PAIR.findall(text)), len("".join(text.split()))
    if pairs > 0.45 * signs:
        text = PAIR.sub(r"\1", text)
    echoes = sum(
        _ideograph(text[at]) in (text[at - 1 : at], text[at + 1 : at + 2])
        for at in (found.start() for found in VARIANT.finditer(text))
    )
    return len(HAN.findall(text)) - echoes


def _ideograph(variant: str) -> str:
    return radicals().get(ord(variant)) or unicodedata.normalize("NFC", variant)


def _plain_count(code: str, path: Path) -> int:
    command = [sys.executable, "-c", code, str(path)]
    try:
        told = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False).stdout
    except subprocess.TimeoutExpired:
        return 0
    return han_count(told.decode("utf-8", "replace"))


def show_files(folder: Path, manifest: dict[str, tuple[str, str]]) -> None:
    """Prints what becomes of each PDF of a folder."""
    _say(f"{'status':<12}{'Han':>7}{'pypdf':>7}{'PDFium':>7}{'s':>6}  file")
    for path in _pdfs(folder):
        begun = time.perf_counter()
        extraction = extract(path, LIMITS)
        seconds = time.perf_counter() - begun
        _, expectation = manifest.get(f"{folder.name}/{path.name}", ("", ""))
        ours = han_count("\n".join(page.text for page in extraction.pages))
        others = [_plain_count(code, path) for code in (PYPDF_TEXT, PDFIUM_TEXT)]
        remark = "".join(_remarks(extraction, expectation, ours < max(others)))
        counts = "".join(f"{count:7}" for count in (ours, *others))
        _say(f"{extraction.status:<12}{counts}{seconds:6.1f}  {path.name}{remark}")


def _remarks(extraction: Extraction, expectation: str, is_less: bool) -> Iterator[str]:
    if expectation and extraction.status not in EXPECTED[expectation]:
        yield f"  << expected: {expectation}"
    if is_less and extraction.status is Status.OK:
        yield "  << less"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _pdfs(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".pdf")


def _manifest(folder: Path) -> dict[str, tuple[str, str]]:
    """Class and expectation of each file, if a manifest lies above the folder."""
    path = folder.parent / "manifest.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = [line.split("\t") for line in lines]
    return {row[0]: (row[1], row[2]) for row in rows}


def _ordinary(folder: Path, manifest: dict[str, tuple[str, str]]) -> list[Path]:
    return [
        path
        for path in _pdfs(folder)
        if (manifest.get(f"{folder.name}/{path.name}") == ORDINARY if manifest else True)
        and extract(path, LIMITS).status is Status.OK
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print speed and table; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path)
    folders = [folder.resolve() for folder in parser.parse_args(arguments).folders]
    manifests = [_manifest(folder) for folder in folders]
    for folder, manifest in zip(folders, manifests, strict=True):
        show_files(folder, manifest)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    _say(f"most memory of this process: {peak} MB")
    compare_speed(_ordinary(CORPUS, {}))
    ordinary = [path for pair in zip(folders, manifests, strict=True) for path in _ordinary(*pair)]
    if ordinary:
        compare_speed(ordinary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
