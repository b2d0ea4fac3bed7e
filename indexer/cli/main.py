"""The group of all commands, and how each failure ends: a message and an exit code."""

import sys
from typing import Any

import click

from indexer.cli.articles import articles
from indexer.cli.doctor import doctor
from indexer.cli.index import index
from indexer.cli.reindex import reindex
from indexer.cli.search import search
from indexer.cli.serve import serve
from indexer.cli.status import status
from indexer.cli.why import why
from indexer.errors import BulletinError

HELP = """在简报资料库中收录、检索和浏览。 Index, search and serve an archive of bulletins.

\b
退出码 exit codes:
  0  成功 done
  1  失败 failed            2  用法不对 wrong usage or question
  3  设置有误 config.toml    4  找不到文件 file or corpus missing
  5  没有可用的索引 no index  6  正被占用 another process is writing
"""


class Commands(click.Group):
    """Prints a foreseen failure as one message on standard error, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 # as click declares it
        """Run a command; a BulletinError ends the process with its exit code."""
        try:
            return super().invoke(ctx)
        except BulletinError as error:
            click.echo(f"错误：{error}", err=True)
            sys.exit(error.exit_code)


@click.group(cls=Commands, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bulletin-search", message="%(version)s")
def main() -> None:
    """Group all commands."""


for command in (index, reindex, articles, search, serve, status, why, doctor):
    main.add_command(command)
