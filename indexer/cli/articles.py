"""bulletin articles: how a file is read, without taking it in."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from indexer.cli.explain import print_bodies, print_cut, print_origins, told_rows
from indexer.cli.options import config_option, json_option
from indexer.cli.output import STATUS_WORDS, print_json
from indexer.library import open_library
from indexer.models import Article, Organization, SourceReading, Status


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@config_option
@json_option
@click.option(
    "--explain",
    is_flag=True,
    help="说明每一项从何而来、切分有多可信。 Say what came from where, and how sure each cut is.",
)
def articles(files: tuple[Path, ...], config: Path, as_json: bool, explain: bool) -> None:
    """显示一个文件会被读成哪些文章。 Show how FILES are cut into articles; nothing is kept.

    有文件读不出时，退出码为 1。
    """
    failed = False
    with open_library(config) as library:
        for path in files:
            reading = library.read(path)
            failed = failed or reading.report.status is not Status.OK
            if as_json:
                print_json(
                    _row(reading)
                    | (told_rows(reading.bulletin, library.describe) if explain else {})
                )
            else:
                _print(reading, library.describe if explain else None)
    if failed:
        sys.exit(1)


def _row(reading: SourceReading) -> dict[str, object]:
    """A reading as the command prints it."""
    report, issue = reading.report, reading.bulletin.issue
    return {
        "source": report.source,
        "status": report.status.value,
        "reason": report.reason,
        "warnings": list(report.warnings),
        "issue": {
            "title": issue.title,
            "number": issue.number,
            "date": issue.date,
            "issuer": issue.issuer,
        },
        "articles": [_article_row(article) for article in reading.bulletin.articles],
    }


def _article_row(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "section": article.section,
        "date": article.date,
        "page": article.page,
        "organizations": list(article.organizations),
        "persons": [person.name for person in article.persons],
        "text": article.body.text,
    }


def _print(reading: SourceReading, describe: Callable[[str], Organization] | None) -> None:
    report, issue = reading.report, reading.bulletin.issue
    if report.status is not Status.OK:
        click.echo(f"{report.source}：{STATUS_WORDS[report.status]}，{report.reason}", err=True)
        return
    head = "　".join(filter(None, (issue.title, issue.number, issue.date, issue.issuer)))
    click.echo(f"{report.source}：{head or '没有报头'}，{report.articles} 篇")
    for warning in report.warnings:
        click.echo(f"  注意：{warning}")
    if describe:
        print_origins(reading.bulletin.origins)
    for number, article in enumerate(reading.bulletin.articles, 1):
        _print_article(number, article)
        if describe:
            print_cut(article.cut)
            print_origins(article.origins)
            print_bodies(article, describe)


def _print_article(number: int, article: Article) -> None:
    click.echo(f"\n{number}. {article.title}")
    page = f"第 {article.page} 页" if article.page else None
    facts = (article.section, article.date or "日期不详", page)
    click.echo("   " + " · ".join(filter(None, facts)))
    if article.organizations:
        click.echo("   单位：" + "、".join(article.organizations))
    if article.persons:
        click.echo("   人物：" + "、".join(person.name for person in article.persons))
    paragraphs = article.body.text.split("\n")
    click.echo(f"   始于：{paragraphs[0][:40]}")
    click.echo(f"   止于：{paragraphs[-1][-40:]}")
