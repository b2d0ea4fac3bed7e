"""bulletin reindex: build the index anew and swap."""

from pathlib import Path

import click

from indexer.cli.options import config_option, json_option
from indexer.cli.output import print_json, progress_bar
from indexer.library import open_library


@click.command()
@config_option
@json_option
def reindex(config: Path, as_json: bool) -> None:
    """重建索引。 Build the index anew beside the old one, then swap.

    不必重读原件；重建期间旧索引照常可用，失败时旧索引不受影响。
    """
    with open_library(config) as library, progress_bar("建索引") as listener:
        report = library.rebuild(listener)
    if as_json:
        print_json({"generation": report.generation, "articles": report.articles})
        return
    click.echo(f"已重建索引 {report.generation}，共 {report.articles} 篇文章。")
