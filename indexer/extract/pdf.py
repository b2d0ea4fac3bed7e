"""The text of a PDF, page by page, as pypdf reads it.

It is read in a child of the sandbox, which holds the limits of time and memory; pypdf's own are
tightened here, so that most hostile files end sooner, and with a better reason.
"""

import io
import struct
import zlib
from collections.abc import Iterator, Set
from dataclasses import replace
from importlib.resources import files
from typing import BinaryIO

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import (
    DependencyError,
    DeprecationError,
    FileNotDecryptedError,
    LimitReachedError,
    PyPdfError,
)
from pypdf.generic import ArrayObject, DictionaryObject, NullObject, PdfObject, StreamObject

from indexer.extract.faces import Matrix, Pieces, is_bold, size_of
from indexer.extract.fonts import drawings_unread, each_font_once
from indexer.extract.quality import doubt, is_upright, repaired
from indexer.extract.sheet import UNFINISHED, Sheet
from indexer.extract.verdict import ANOTHER_COPY
from indexer.models import Extraction, Face, Limits, Status

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


def read_pages(file: BinaryIO, limits: Limits, skipped: Set[int]) -> Iterator[Sheet | Extraction]:
    """What each page gives, or why the file cannot even be opened."""
    head = file.read(_TAIL)
    if not head:
        yield Extraction(Status.EMPTY, "文件长度为 0；请重新复制或下载后放入")
        return
    with apply_configuration(_configuration()), each_font_once(), drawings_unread():
        try:
            reader = _opened(file, limits.passwords)
        except _FAULTS as error:
            yield _refusal(error, is_pdf=b"%PDF-" in head)
            return
        for number in range(1, len(reader.pages) + 1):
            if number not in skipped:
                yield Sheet(number, fault=UNFINISHED)
                yield _sheet(reader, number)


def warm_up() -> None:
    """Reads a specimen, so that children forked from here have loaded what a first page needs."""
    specimen = files(__package__).joinpath("specimen.pdf").read_bytes()
    list(read_pages(io.BytesIO(specimen), Limits(), frozenset()))


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


def _opened(file: BinaryIO, passwords: tuple[str, ...]) -> PdfReader:
    """The PDF, its page tree found, the empty password and the listed ones tried."""
    reader = PdfReader(file)
    if reader.is_encrypted and not any(map(reader.decrypt, ("", *passwords))):
        raise FileNotDecryptedError
    len(reader.pages)
    return reader


def _sheet(reader: PdfReader, number: int) -> Sheet:
    """What one page gives: its text, or whether it has pictures, or its fault."""
    try:
        page = reader.pages[number - 1]
        if "/Kids" in page or "/Count" in page:  # a branch of the tree that lost its pages
            return Sheet(number, fault="PagesLost")
        raw, faces = _set_text(page)
        text = repaired(raw)
        is_vertical = is_upright(text) or _is_vertical(page)
        sheet = Sheet(number, text, is_vertical=is_vertical, doubt=doubt(text))
        if len(raw.splitlines()) == len(text.splitlines()):  # repairs left the lines as they were
            sheet = replace(sheet, faces=faces)
        return sheet if sheet.has_text else Sheet(number, has_picture=_has_picture(page))
    except LimitReachedError as error:
        return Sheet(number, fault=type(error).__name__, is_costly=True)
    except _FAULTS as error:
        return Sheet(number, fault=type(error).__name__)


def _set_text(page: PageObject) -> tuple[str, tuple[Face | None, ...]]:
    """The text of a page, and how each of its lines is set."""
    pieces = Pieces()
    known: dict[int, bool] = {}

    def visit(
        text: str, matrix: Matrix, text_matrix: Matrix, font: DictionaryObject | None, size: float
    ) -> None:
        if not text or text.isspace():
            pieces.add(text, 0.0, False)
            return
        if id(font) not in known:
            known[id(font)] = _is_bold(font)
        pieces.add(text, size_of(size, text_matrix, matrix), known[id(font)])

    text = page.extract_text(visitor_text=visit)
    return text, pieces.faces(text)


def _is_bold(font: DictionaryObject | None) -> bool:
    """Whether the font is heavy, by what it or its descriptor says."""
    if font is None:
        return False
    below = font.get("/DescendantFonts", NullObject()).get_object()
    first = below[0].get_object() if isinstance(below, ArrayObject) and below else font
    holder = first if isinstance(first, DictionaryObject) else font
    descriptor = _dictionary(holder, "/FontDescriptor")
    names = f"{font.get('/BaseFont')} {descriptor.get('/FontName')}"
    weight, flags = (_number(descriptor, key) for key in ("/FontWeight", "/Flags"))
    return is_bold(names, weight, int(flags))


def _number(holder: DictionaryObject, key: str) -> float:
    """The number under this key, or 0."""
    entry = holder.get(key, NullObject()).get_object()
    return float(entry) if isinstance(entry, (int, float)) else 0.0


def _is_vertical(page: PageObject) -> bool:
    """Whether a font of the page writes downwards: its encoding is Identity-V or UniGB-UTF16-V."""
    fonts = _parts(page, "/Font").values()
    return any(
        isinstance(font, DictionaryObject) and str(font.get("/Encoding")).endswith("-V")
        for font in fonts
    )


def _has_picture(page: PageObject) -> bool:
    """Whether the page draws an image, inline or from its resources, or a form that holds one."""
    contents = page.get_contents()
    operations = [] if contents is None else contents.operations  # an empty dictionary is false
    drawn = {operands[0] for operands, operator in operations if operator == b"Do" and operands}
    return any(operator == b"INLINE IMAGE" for _, operator in operations) or any(
        _is_picture(stream, _FORM_DEPTH)
        for name, stream in _parts(page, "/XObject").items()
        if name in drawn
    )


def _is_picture(stream: object, depth: int) -> bool:
    """Whether it is an image, or a form that holds one."""
    if not isinstance(stream, StreamObject) or not depth:
        return False
    return stream.get("/Subtype") == "/Image" or any(
        _is_picture(part, depth - 1) for part in _parts(stream, "/XObject").values()
    )


def _parts(holder: DictionaryObject, kind: str) -> dict[object, PdfObject | None]:
    """The fonts, or the external objects (images and forms), that a page or form may use."""
    parts = _dictionary(_dictionary(holder, "/Resources"), kind)
    return {name: entry.get_object() for name, entry in parts.items()}


def _dictionary(holder: DictionaryObject, key: str) -> DictionaryObject:
    """The dictionary under this key, or an empty one."""
    entry = holder.get(key, NullObject()).get_object()
    return entry if isinstance(entry, DictionaryObject) else DictionaryObject()
