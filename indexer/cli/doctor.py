"""bulletin doctor: what should be looked at, and what to do about it."""

import sys
from itertools import groupby
from pathlib import Path

import click

from indexer.cli.options import config_option, json_option
from indexer.cli.output import print_json
from indexer.library import KIND_WORDS, open_library
from indexer.models import Concern, Finding


@click.command()
@config_option
@json_option
def doctor(config: Path, as_json: bool) -> None:
    """列出资料库中需要人看一看的地方。 List what is doubtful in the archive, and what to do.

    没有要处理的，退出码为 0；有，为 1。
    """
    with open_library(config) as library:
        findings = library.doctor()
    if as_json:
        for finding in findings:
            print_json(_row(finding))
    else:
        _print(findings)
    if findings:
        sys.exit(1)


def _row(finding: Finding) -> dict[str, object]:
    """A finding as the command prints it."""
    return {
        "kind": finding.kind.value,
        "subject": finding.subject,
        "message": finding.message,
        "remedy": finding.remedy,
    }


def _print(findings: tuple[Finding, ...]) -> None:
    """The findings by kind; a remedy that serves several is said once."""
    if not findings:
        click.echo("没有要处理的")
    order = list(Concern)
    ordered = sorted(findings, key=lambda finding: (order.index(finding.kind), finding.remedy))
    for kind, group in groupby(ordered, key=lambda finding: finding.kind):
        members = list(group)
        click.echo(f"{KIND_WORDS[kind]}（{len(members)}）")
        for remedy, alike in groupby(members, key=lambda finding: finding.remedy):
            for finding in alike:
                click.echo(f"  {finding.subject}：{finding.message}")
            click.echo(f"    → {remedy}")
