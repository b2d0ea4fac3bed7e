"""The text of a PDF, page by page: the only file that knows pypdf.

It is read in a child of the sandbox, which holds the limits of time and memory; pypdf's own are
tightened here, so that most hostile files end sooner, and with a better reason.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import (
    DependencyError,
    DeprecationError,
    FileNotDecryptedError,
    LimitReachedError,
    PdfReadError,
    PyPdfError,
)
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
)

from indexer.extract.quality import repaired
from indexer.extract.verdict import ANOTHER_COPY, Sheet, verdict
from indexer.models import Extraction, Limits, Status

# What pypdf was seen to raise on damaged files; MemoryError is the sandbox's.
_FAULTS = (
    PyPdfError,
    DependencyError,
    DeprecationError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NameError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
_MB = 1 << 20
_TAIL = 1024
_FORM_DEPTH = 5
# Short filter names belong to inline images; some makers of PDFs use them everywhere.
_FILTERS = {
    "/AHx": "/ASCIIHexDecode",
    "/A85": "/ASCII85Decode",
    "/LZW": "/LZWDecode",
    "/Fl": "/FlateDecode",
    "/RL": "/RunLengthDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
}


def read(file: BinaryIO, limits: Limits) -> Extraction:
    """The pages of a PDF that hold text, or why there are none."""
    head = file.read(_TAIL)
    if not head:
        return Extraction(Status.EMPTY, "文件长度为 0；请重新复制或下载后放入")
    try:
        with apply_configuration(_configuration()):
            return verdict(_sheets(_found(file, limits.passwords)))
    except _FAULTS as error:
        return _refusal(error, is_pdf=b"%PDF-" in head)


def _refusal(error: Exception, is_pdf: bool) -> Extraction:
    """Why a file cannot even be opened, and what to do about it."""
    if isinstance(error, FileNotDecryptedError):
        remedy = "请把口令加入 config.toml 的 [reading] passwords，或放入未加密的文件"
        return Extraction(Status.ENCRYPTED, f"文件有口令，打不开；{remedy}")
    if isinstance(error, NotImplementedError) and "encryption" in str(error):
        return Extraction(Status.ENCRYPTED, "文件不是用口令加密的，打不开；请放入未加密的文件")
    if isinstance(error, LimitReachedError):
        return Extraction(Status.TOO_COSTLY, f"文件结构超出安全限度，没有读取；{ANOTHER_COPY}")
    what = "文件已损坏" if is_pdf else "不是 PDF 文件，或开头已损坏"
    return Extraction(Status.DAMAGED, f"{what}（{type(error).__name__}）；{ANOTHER_COPY}")


def _configuration() -> Configuration:
    """Limits that ordinary bulletins stay far below; the rest are pypdf's own."""
    return Configuration(
        array_based_stream_maximum_output_length=20 * _MB,
        jbig2_maximum_output_length=20 * _MB,
        lzw_maximum_output_length=20 * _MB,
        run_length_maximum_output_length=20 * _MB,
        zlib_maximum_output_length=20 * _MB,
        brotli_maximum_output_length=20 * _MB,
        stream_decoding_work_maximum_length=60 * _MB,
        stream_parsing_work_maximum_count=300_000,
        page_tree_maximum_entries=20_000,
        xform_maximum_invocations_per_extraction=200,
        jbig2dec_binary=None,
    )


def _found(file: BinaryIO, passwords: tuple[str, ...]) -> PdfReader:
    """The opened PDF; where only its table of objects is lost, pypdf is made to search for them.

    A file without its end is not mended: half an issue would pass for a whole one.
    """
    try:
        return _opened(file, passwords)
    except FileNotDecryptedError:
        raise
    except PdfReadError:
        file.seek(0)
        data = file.read()
        if b"%%EOF" not in data[-_TAIL:]:
            raise
        return _opened(io.BytesIO(data + b"\nstartxref\n0\n%%EOF\n"), passwords)


def _opened(file: BinaryIO, passwords: tuple[str, ...]) -> PdfReader:
    """The PDF, its page tree found, the empty password and the listed ones tried."""
    reader = PdfReader(file)
    if reader.is_encrypted and not any(map(reader.decrypt, ("", *passwords))):
        raise FileNotDecryptedError
    len(reader.pages)
    return reader


def _sheets(reader: PdfReader) -> list[Sheet]:
    """What each page gives; those with short filter names are read again under full ones."""
    sheets = [_sheet(reader, number) for number in range(1, len(reader.pages) + 1)]
    if all(sheet.fault != DeprecationError.__name__ for sheet in sheets):
        return sheets
    for stream in _streams(reader):
        _spell_out_filters(stream)
    return [_sheet(reader, sheet.number) if sheet.fault else sheet for sheet in sheets]


def _sheet(reader: PdfReader, number: int) -> Sheet:
    """What one page gives: its text, or whether it has pictures, or its fault."""
    try:
        page = reader.pages[number - 1]
        if "/Kids" in page or "/Count" in page:  # a branch of the tree that lost its pages
            return Sheet(number, fault="PagesLost")
        sheet = Sheet(number, repaired(page.extract_text()))
        return sheet if sheet.has_text else Sheet(number, has_picture=_has_picture(page))
    except LimitReachedError as error:
        return Sheet(number, fault=type(error).__name__, is_costly=True)
    except _FAULTS as error:
        return Sheet(number, fault=type(error).__name__)


def _has_picture(page: PageObject) -> bool:
    """Whether the page draws an image, inline or from its resources, or a form that holds one."""
    contents = page.get_contents()
    operations = [] if contents is None else contents.operations  # an empty dictionary is false
    drawn = {operands[0] for operands, operator in operations if operator == b"Do" and operands}
    return any(operator == b"INLINE IMAGE" for _, operator in operations) or any(
        _is_picture(stream, _FORM_DEPTH)
        for name, stream in _external(page).items()
        if name in drawn
    )


def _is_picture(stream: object, depth: int) -> bool:
    """Whether it is an image, or a form that holds one."""
    if not isinstance(stream, StreamObject) or not depth:
        return False
    return stream.get("/Subtype") == "/Image" or any(
        _is_picture(part, depth - 1) for part in _external(stream).values()
    )


def _external(holder: DictionaryObject) -> dict[object, PdfObject | None]:
    """The external objects, images and forms, among the resources of a page or form."""
    objects = _dictionary(_dictionary(holder, "/Resources"), "/XObject")
    return {name: entry.get_object() for name, entry in objects.items()}


def _dictionary(holder: DictionaryObject, key: str) -> DictionaryObject:
    """The dictionary under this key, or an empty one."""
    entry = holder.get(key, NullObject()).get_object()
    return entry if isinstance(entry, DictionaryObject) else DictionaryObject()


def _streams(reader: PdfReader) -> Iterator[StreamObject]:
    """Every stream of the file that can be read at all."""
    size = reader.trailer.get("/Size")
    for number in range(1, size if isinstance(size, int) else 1):
        with suppress(*_FAULTS):
            entry = reader.get_object(number)
            if isinstance(entry, StreamObject):
                yield entry


def _spell_out_filters(stream: StreamObject) -> None:
    """Replaces the short names of the stream's filters: /Fl becomes /FlateDecode."""
    filters = stream.get("/Filter", NullObject()).get_object()
    names = filters if isinstance(filters, ArrayObject) else ArrayObject([filters])
    if any(name in _FILTERS for name in names):
        full = (NameObject(_FILTERS.get(name, name)) for name in names)
        stream[NameObject("/Filter")] = ArrayObject(full)
