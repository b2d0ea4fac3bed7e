"""bulletin index: take in what changed."""

from pathlib import Path

import click

from indexer.cli.bar import progress_bar
from indexer.cli.options import config_option, json_option
from indexer.cli.output import print_json, print_source, source_row
from indexer.library import open_library
from indexer.models import RunReport


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@config_option
@json_option
def index(paths: tuple[Path, ...], config: Path, as_json: bool) -> None:
    """收录新增和改动的简报。 Take in what changed in the corpus, or in PATHS.

    读不出的文件逐个列出原因，不影响其他文件；再运行一次，没有变化就什么也不做。
    """
    with open_library(config) as library, progress_bar("读取") as listener:
        report = library.update(paths, listener)
    if as_json:
        for source in report.sources:
            print_json(source_row(source))
        return
    _print(report)


def _print(report: RunReport) -> None:
    """What the run did, in a few lines."""
    for source in report.sources:
        print_source(source)
    for old, new in report.moved:
        click.echo(f"  {old} → {new}：已移动，内容未变")
    for path in report.removed:
        click.echo(f"  {path}：文件已不在，其文章已移除")
    for notice in report.notices:
        click.echo(f"提示：{notice}")
    if not (report.sources or report.moved or report.removed):
        click.echo(f"没有变化：{report.unchanged} 个文件均为最新，共 {report.articles} 篇文章。")
        return
    again = f"因规则或设置改变重读 {len(report.reread)} 个，" if report.reread else ""
    failed = f"，{len(report.failed)} 个未能读出" if report.failed else ""
    click.echo(
        f"新增 {len(report.added)} 个文件，变更 {len(report.changed)} 个，"
        f"移动 {len(report.moved)} 个，删除 {len(report.removed)} 个，{again}"
        f"未变 {report.unchanged} 个{failed}；现有 {report.articles} 篇文章。"
    )
