"""From what each page of a PDF gave: how the reading of the file ended."""

from collections.abc import Sequence
from itertools import groupby

from indexer.extract.quality import is_garbled
from indexer.extract.sheet import Doubt, Sheet
from indexer.models import Extraction, Page, Status

_OCR = "请先做文字识别，例如 ocrmypdf -l chi_sim 原文件.pdf 新文件.pdf，再放入新文件"
# What to do about a file that is damaged, or too costly.
ANOTHER_COPY = "请用 PDF 软件打开，另存为新文件后重新放入"


def verdict(sheets: Sequence[Sheet]) -> Extraction:
    """The pages that can be searched, with a warning for each other; or why there are none."""
    written = [sheet for sheet in sheets if sheet.has_text]
    garbled = [sheet for sheet in written if sheet.doubt is Doubt.LETTERS]
    readable = [sheet for sheet in written if sheet.doubt is not Doubt.LETTERS]
    pages = tuple(Page(sheet.number, sheet.text, sheet.faces) for sheet in readable)
    # a little of each page, which no page alone gives away
    if not pages or is_garbled("".join(page.text for page in pages)):
        return _nothing(sheets, bool(pages or garbled))
    warnings = (
        *_warning(garbled, "的文字是乱码（字体没有文字对照表），没有收录"),
        *_faults([sheet for sheet in sheets if sheet.fault]),
        *_warning([s for s in sheets if s.has_picture], "没有文字（可能是扫描件）"),
        *_warning([s for s in sheets if _is_blank(s)], "没有文字"),
        *_warning([s for s in readable if s.is_vertical], "疑为竖排，字句可能错乱"),
        *_warning([s for s in readable if s.by_pdfium], "改用 PDFium 读取"),
    )
    return Extraction(Status.OK, pages=pages, warnings=warnings)


def _nothing(sheets: Sequence[Sheet], garbled: bool) -> Extraction:
    """Why no page can be searched."""
    faulty = [sheet for sheet in sheets if sheet.fault]
    if not sheets:
        return Extraction(Status.EMPTY, "文件没有页；请检查是否放错了文件")
    if garbled:
        status, reason = Status.GARBLED, f"文字是乱码：字体没有文字对照表，认不出字；{_OCR}"
    elif any(sheet.has_picture for sheet in sheets):
        status, reason = Status.SCANNED, f"只有图片，没有文字（扫描件）；{_OCR}"
    elif not faulty:
        status, reason = Status.EMPTY, "各页都没有文字，也没有图片；请检查是否放错了文件"
    elif all(sheet.is_costly for sheet in faulty):
        status, reason = Status.TOO_COSTLY, f"页面内容超出安全限度，没有读取；{ANOTHER_COPY}"
    else:
        status, reason = Status.DAMAGED, f"没有一页读得出文字，文件可能已损坏；{ANOTHER_COPY}"
    return Extraction(status, reason, warnings=_faults(faulty))


def _is_blank(sheet: Sheet) -> bool:
    return not (sheet.has_text or sheet.has_picture or sheet.fault)


def _faults(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """A warning for each kind of fault: 第 3、5 页读不出来（KeyError）."""
    kinds = sorted({sheet.fault for sheet in sheets})
    return tuple(
        warning
        for kind in kinds
        for warning in _warning([s for s in sheets if s.fault == kind], f"读不出来（{kind}）")
    )


def _warning(sheets: Sequence[Sheet], what: str) -> tuple[str, ...]:
    """The warning that names these pages, if there are any: 第 2、5-8 页没有文字."""
    if not sheets:
        return ()
    numbers = [sheet.number for sheet in sheets]
    # consecutive numbers keep their distance to their place in the list
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    ]
    named = (str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return (f"第 {'、'.join(named)} 页{what}",)
