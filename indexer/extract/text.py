"""Plain text: its encoding, its line ends, its pages."""

import codecs
from typing import BinaryIO

from indexer.extract.quality import is_garbled, is_plausible_chinese
from indexer.extract.sandbox import endings
from indexer.models import Extraction, Limits, Page, Status

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REMEDY = "请用原来的软件打开，另存为 UTF-8 编码的文本后重新放入"


def read(file: BinaryIO, limits: Limits) -> Extraction:
    """The pages that hold text; form feeds divide them, and without one nothing is paged."""
    data = file.read((limits.text_mb << 20) + 1)
    if len(data) > limits.text_mb << 20:
        return endings.too_much_text(limits)
    text = decoded(data)
    if text is None:
        return Extraction(
            Status.GARBLED, f"编码无法识别（不是 UTF-8、UTF-16 或 GB18030）；{_REMEDY}"
        )
    text = unix_lines(text)
    if not text.strip():
        return Extraction(Status.EMPTY, "文件中没有文字；请检查是否放错了文件")
    if is_garbled(text):
        return Extraction(Status.GARBLED, f"文字是乱码，无法检索；{_REMEDY}")
    sheets = enumerate(text.split("\f"), 1)
    pages = tuple(Page(number, sheet) for number, sheet in sheets if sheet.strip())
    return Extraction(Status.OK, pages=pages, paged="\f" in text)


def decoded(data: bytes) -> str | None:
    """The text in these bytes, or None if no encoding gives a plausible one."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data.removeprefix(mark), encoding)
    text = _decoded(data, "utf-8")
    if text is not None:
        return text
    text = _decoded(data, "gb18030")
    return text if text is not None and is_plausible_chinese(text) else None


def unix_lines(text: str) -> str:
    """The text with line feeds at the ends of its lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
