"""The group of all commands, and how each failure ends: a message and an exit code."""

import sys
from importlib import import_module
from typing import Any

import click

from indexer.errors import BulletinError

HELP = """在简报资料库中收录、检索和浏览。 Index, search and serve an archive of bulletins.

\b
退出码 exit codes:
  0  成功 done
  1  失败 failed            2  用法不对 wrong usage or question
  3  设置有误 config.toml    4  找不到文件 file or corpus missing
  5  没有可用的索引 no index  6  正被占用 another process is writing
"""


# Each is in a module of its name.
COMMANDS = ("index", "reindex", "articles", "search", "serve", "status", "why", "doctor")


class Commands(click.Group):
    """Prints a foreseen failure as one message on standard error, without a traceback.

    A command's module is imported when it is asked for: whoever searches need not wait for what
    reads files.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in alphabetical order as click has them."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"indexer.cli.{cmd_name}"), cmd_name)
        return command

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
