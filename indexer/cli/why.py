"""bulletin why: why an article is, or is not, among the hits of a question."""

from dataclasses import asdict
from pathlib import Path

import click

from indexer.archive import open_archive
from indexer.cli.options import config_option, json_option
from indexer.cli.output import print_json
from indexer.cli.question import asks
from indexer.models import Query, Reason, Why


@click.command()
@click.argument("article")
@asks
@config_option
@json_option
def why(article: str, query: Query, config: Path, as_json: bool) -> None:
    """说明一篇文章为什么能、或不能检索到。 Why TEXT finds ARTICLE, or does not.

    ARTICLE 是文章编号，或资料文件夹中的文件：2024-03.pdf；文件#3 是其中第 3 篇。
    An id, a file of the corpus, or file#3 for its third article.
    """
    with open_archive(config) as library:
        answer = library.why(article, query)
    if as_json:
        print_json(asdict(answer))
    else:
        _print(answer)


def _print(answer: Why) -> None:
    verdict = "能检索到" if answer.found else "检索不到"
    title = f"“{answer.title}”（编号 {answer.article_id}）" if answer.title else answer.article_id
    click.echo(f"{verdict}：{title}")
    for reason in answer.reasons:
        click.echo(_line(reason))


def _line(reason: Reason) -> str:
    page = f"〔第 {reason.page} 页〕" if reason.page else ""
    score = f"（得分 {reason.score:.2f}）" if reason.score else ""
    return f"  {'✓' if reason.good else '✗'} {reason.message}{page}{score}"
