"""The text of a Word document (.docx), or why there is none.

It is read in a child of the sandbox: a .docx is a zip of XML, and either can unfold without end.
"""

import struct
import zipfile
import zlib
from typing import BinaryIO

import docx

from indexer.extract.quality import is_garbled
from indexer.extract.word import has_pictures, text_of
from indexer.models import Extraction, Limits, Page, Status

_AGAIN = "请用 Word 或 WPS 打开，另存为 .docx 后重新放入"
# What python-docx, zipfile and lxml (a SyntaxError) were seen to raise on damaged files.
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
# Of the memory for a file: a quarter for all parts, a twentieth for XML, which grows as a tree.
_SHARES = ((4, ("",)), (20, (".xml", ".rels")))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def read(file: BinaryIO, limits: Limits) -> Extraction:
    """The text of a .docx as one page, or why there is none."""
    head = file.read(len(_OLE))
    if not head:
        return Extraction(Status.EMPTY, "文件长度为 0；请重新复制或下载后放入")
    if head == _OLE:
        return _old_format(file.read())
    try:
        return _refusal(file, limits) or _document(file)
    except _FAULTS as error:
        return Extraction(
            Status.DAMAGED, f"不是 Word 文档，或已损坏（{type(error).__name__}）；{_AGAIN}"
        )


def _old_format(data: bytes) -> Extraction:
    """Why a compound file is not read: an encrypted document is one, and so is every .doc."""
    if _ENCRYPTED_STREAM in data:
        remedy = "请用 Word 或 WPS 打开，去掉口令后重新放入"
        return Extraction(Status.ENCRYPTED, f"文件有口令，打不开；{remedy}")
    return Extraction(Status.UNSUPPORTED, f"扩展名是 .docx，内容却是旧式 Word 文档；{_AGAIN}")


def _refusal(file: BinaryIO, limits: Limits) -> Extraction | None:
    """Why the zip is not unpacked, if it must not be; no part unpacks to more than it declares."""
    with zipfile.ZipFile(file) as parts:
        entries = parts.infolist()
    for shares, suffixes in _SHARES:
        most = limits.memory_mb // shares
        sizes = (entry.file_size for entry in entries if entry.filename.endswith(suffixes))
        if sum(sizes) > most << 20:
            return Extraction(Status.TOO_COSTLY, f"解压后超过 {most} MB，没有读取；{_AGAIN}")
    if any(entry.flag_bits & 1 for entry in entries):
        return Extraction(Status.ENCRYPTED, f"压缩包有口令，打不开；{_AGAIN}")
    return None


def _document(file: BinaryIO) -> Extraction:
    """The text of the document that python-docx finds in the zip."""
    document = docx.Document(file)
    text = text_of(document)
    if is_garbled(text):
        return Extraction(Status.GARBLED, f"文字是乱码，无法检索；{_AGAIN}")
    if text:
        return Extraction(Status.OK, pages=(Page(1, text),), paged=False)
    if has_pictures(document):
        remedy = "请另存为 PDF 后放入，由文字识别读取"
        return Extraction(Status.SCANNED, f"文档里只有图片，没有文字；{remedy}")
    return Extraction(Status.EMPTY, "文档中没有文字；请检查是否放错了文件")
