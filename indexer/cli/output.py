"""Values as JSON and as lines on a terminal."""

import json
import sys

import click

from indexer.models import Mark, SourceReport, Status

STATUS_WORDS = {
    Status.OK: "已读入",
    Status.DAMAGED: "文件损坏",
    Status.ENCRYPTED: "已加密",
    Status.EMPTY: "没有内容",
    Status.SCANNED: "扫描件",
    Status.GARBLED: "文字无法辨认",
    Status.TOO_COSTLY: "超出读取限制",
    Status.UNSUPPORTED: "不支持的类型",
}


def print_json(value: object) -> None:
    """One value on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))


def source_row(report: SourceReport) -> dict[str, object]:
    """A source report as the commands print it."""
    return {
        "source": report.source,
        "status": report.status.value,
        "reason": report.reason,
        "warnings": list(report.warnings),
        "articles": report.articles,
    }


def print_source(report: SourceReport) -> None:
    """One line a source, and one for each warning."""
    words = STATUS_WORDS[report.status]
    rest = f"{report.articles} 篇" if report.status is Status.OK else report.reason
    click.echo(f"  {report.source}：{words}，{rest}")
    for warning in report.warnings:
        click.echo(f"    注意：{warning}")


def marked(text: str, marks: tuple[Mark, ...]) -> str:
    """A text with its marks in bold on a terminal, in 【】 elsewhere."""
    parts: list[str] = []
    done = 0
    terminal = sys.stdout.isatty()
    for mark in marks:
        found = text[mark.start : mark.stop]
        parts.append(text[done : mark.start])
        parts.append(click.style(found, bold=True, fg="red") if terminal else f"【{found}】")
        done = mark.stop
    return "".join((*parts, text[done:]))
