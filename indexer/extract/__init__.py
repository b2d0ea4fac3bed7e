"""What does this file say, page by page?

    .pdf    pages, read in child processes that may not cost more than the limits
    .txt    pages where form feeds divide it, else one page without a number
    .jsonl  ready articles, one a line
    .docx   one page without a number, read in a child process
    .html   the same, of the article alone

The pictured pages of a PDF are recognised where tesseract is installed.
Whatever the file, the answer is an Extraction: its text, or the reason why there is none.
"""

from dataclasses import replace
from pathlib import Path

from indexer.extract import jsonl, ocr, text
from indexer.extract.sandbox import missing_limits, run, stopped
from indexer.extract.scans import completed
from indexer.extract.twice import read_twice
from indexer.models import Extraction, Limits, Status

__all__ = ["SUFFIXES", "can_recognise", "extract", "missing_limits", "stopped"]

SUFFIXES = (".pdf", ".txt", ".jsonl", ".docx", ".html", ".htm")
_OLD_OFFICE = (".doc", ".wps")
_READERS = {
    ".docx": "indexer.extract.office",
    ".html": "indexer.extract.html",
    ".htm": "indexer.extract.html",
}


def can_recognise() -> bool:
    """Whether scanned pages can be turned into text here: tesseract with Chinese is installed."""
    return ocr.available() is not None


def extract(path: Path, limits: Limits) -> Extraction:
    """The pages or ready articles of a file, or the status and reason it has none."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        named = f"“{path.suffix}”文件" if suffix else "没有扩展名的文件"
        remedy = "用 Word 或 WPS 另存为 .docx" if suffix in _OLD_OFFICE else "转换格式"
        return Extraction(
            Status.UNSUPPORTED, f"不读{named}；只读 {'、'.join(SUFFIXES)}，请{remedy}后放入"
        )
    if path.exists() and not path.is_file():
        return Extraction(Status.UNSUPPORTED, "不是普通文件，无法读取；请换成文件本身")
    try:
        return _read(path, suffix, limits)
    except OSError as error:
        return Extraction(
            Status.DAMAGED,
            f"文件打不开（{error.strerror or error}）；请检查文件是否还在、权限是否允许读取",
        )


def _read(path: Path, suffix: str, limits: Limits) -> Extraction:
    """The reading by the reader of this suffix."""
    with path.open("rb") as file:
        if suffix == ".txt":
            return text.read(file, limits)
        if suffix == ".jsonl":
            return jsonl.read(file, limits)
        if suffix == ".pdf":
            return completed(read_twice(file, limits), file, limits)
        return replace(run(_READERS[suffix], file, limits), paged=False)
