"""Files that could not be read, and what was noticed while the others were."""

from collections.abc import Iterable, Iterator

from indexer.models import Concern, Finding, SourceReport, Status

_UNREADABLE = {
    Status.DAMAGED: "请重新取得这个文件，或另存为新文件后替换",
    Status.ENCRYPTED: "请在 config.toml 的 passwords 中写上密码，或换上没有密码的文件",
    Status.EMPTY: "请检查是否存错了文件；不需要的请移出资料文件夹",
    Status.SCANNED: "请安装文字识别（见 README 的“扫描件”），或换上有文字的文件",
    Status.GARBLED: "请用原来的文字文件另存，或安装文字识别后重新收录",
    Status.TOO_COSTLY: "请拆分文件，或在 config.toml 的 [reading] 中放宽限制",
    Status.UNSUPPORTED: "请另存为 PDF、Word、网页或文本；不是简报的请移出资料文件夹",
}
_NOTICED = {
    Concern.DATE: "请核对原文；刊期读错的，在更正文件的 [issue] 中写上 date，否则在文章下写上 date",
    Concern.LOST_TEXT: "请核对原文；其中有文章的，请换上标题单独成行、前后有空行的文件",
    Concern.CORRECTION: "请按 bulletin articles 所列的标题改正更正文件，或删去这一段",
}
_REMARK = "文字由识别（OCR）得到"  # is said with the article, and nobody can do anything about it
_LOOK = "请用 bulletin articles 查看读出的结果，与原文核对"


def of_sources(reports: Iterable[SourceReport]) -> Iterator[Finding]:
    """What came of reading each file, where it needs somebody."""
    for report in reports:
        if report.status is not Status.OK:
            remedy = _UNREADABLE[report.status]
            yield Finding(Concern.UNREADABLE, report.source, report.reason, remedy)
            continue
        noticed = {notice.message: notice.kind for notice in report.notices}
        for warning in report.warnings:
            if warning.startswith(_REMARK):
                continue
            kind = noticed.get(warning, Concern.READING)
            yield Finding(kind, report.source, warning, _NOTICED.get(kind, _LOOK))
