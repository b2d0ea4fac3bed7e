"""bulletin status: what the archive holds, and what could not be read."""

from dataclasses import asdict
from pathlib import Path

import click

from indexer.cli.options import config_option, json_option
from indexer.cli.output import print_json, print_source, source_row
from indexer.library import open_library
from indexer.models import LibraryStatus, Status


@click.command()
@config_option
@json_option
def status(config: Path, as_json: bool) -> None:
    """显示资料库的状况。 Show what the archive holds, and every file that could not be read."""
    with open_library(config) as library:
        found = library.status()
    if as_json:
        print_json(_row(found))
    else:
        _print(found)


def _row(found: LibraryStatus) -> dict[str, object]:
    return {
        "issues": found.issues,
        "articles": found.articles,
        "index": asdict(found.index) if found.index else None,
        "last_run": found.last_run,
        "notices": list(found.notices),
        "sources": [source_row(source) for source in found.sources],
    }


def _print(found: LibraryStatus) -> None:
    click.echo(f"{len(found.sources)} 个文件，{found.issues} 期，{found.articles} 篇文章")
    if found.index:
        click.echo(f"索引 {found.index.generation}，{found.index.built_at} 建成")
    if found.last_run:
        click.echo(f"最近一次运行：{found.last_run}")
    for notice in found.notices:
        click.echo(f"提示：{notice}")
    unread = [source for source in found.sources if source.status is not Status.OK]
    doubtful = [source for source in found.sources if source.warnings and source not in unread]
    for title, group in (("未能读出：", unread), ("读出但有疑问：", doubtful)):
        if group:
            click.echo(title)
        for source in group:
            print_source(source)
