"""bulletin reindex: build the index anew and swap."""

import sys
from pathlib import Path

import click

from indexer.cli.bar import progress_bar
from indexer.cli.options import config_option, json_option
from indexer.cli.output import print_json
from indexer.library import open_library


@click.command()
@config_option
@json_option
@click.option("--check", is_flag=True, help="只看是否需要重建，不重建。 Only say if it is needed.")
def reindex(config: Path, as_json: bool, check: bool) -> None:
    """重建索引。 Build the index anew beside the old one, then swap.

    不必重读原件；重建期间旧索引照常可用，失败时旧索引不受影响。
    加 --check 时只检查：索引与词典、目录库一致则退出码为 0，否则为 1。
    """
    if check:
        _check(config, as_json)
        return
    with open_library(config) as library, progress_bar("建索引") as listener:
        report = library.rebuild(listener)
    if as_json:
        print_json({"generation": report.generation, "articles": report.articles})
        return
    click.echo(f"已重建索引 {report.generation}，共 {report.articles} 篇文章。")


def _check(config: Path, as_json: bool) -> None:
    """Say whether the index is current; the exit code is 1 where it is not."""
    with open_library(config) as library:
        notice = library.index_notice()
    if as_json:
        print_json({"current": not notice, "notice": notice})
    else:
        click.echo(notice or "索引是最新的，不必重建。")
    if notice:
        sys.exit(1)
