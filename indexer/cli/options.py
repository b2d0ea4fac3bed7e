"""The options that several commands share."""

from pathlib import Path

import click

config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("config.toml"),
    show_default=True,
    help="设置文件。 The settings file.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="输出 JSON，供程序读取。 Print JSON for programs."
)
