"""bulletin serve: the web pages."""

from importlib.metadata import entry_points
from pathlib import Path

import click

from indexer.cli.options import config_option
from indexer.errors import BulletinError


@click.command()
@click.option("--host", help="网页服务的地址，默认见 config.toml。 The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="端口，默认见 config.toml。 The port.")
@config_option
def serve(host: str | None, port: int | None, config: Path) -> None:
    """启动网页服务。 Serve the web pages until Ctrl+C."""
    # The web interface is a stranger to this package; it announces itself as an entry point.
    found = entry_points(group="bulletin.web", name="serve")
    if not found:
        raise BulletinError("没有安装网页界面；请运行 pip install .")
    for entry in found:
        entry.load()(config, host, port, click.echo)
