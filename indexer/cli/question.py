"""The question on the command line: its text and the options that search and why share."""

import unicodedata
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from indexer.archive import EXAMPLES
from indexer.errors import QuestionRejected
from indexer.models import Query

Command = Callable[..., None]

_OPTIONS = (
    click.option("--org", multiple=True, help="只看这个单位，可多次给出。 Only this organisation."),
    click.option("--not-org", multiple=True, help="不看这个单位。 Not this organisation."),
    click.option("--month", multiple=True, metavar="YYYY-MM", help="只看这个月。 Only this month."),
    click.option(
        "--from", "month_from", metavar="YYYY-MM", help="从这个月起。 From this month on."
    ),
    click.option("--to", "month_to", metavar="YYYY-MM", help="到这个月止。 Up to this month."),
    click.option("--section", multiple=True, help="只看这个栏目。 Only this section."),
    click.option("--not-section", multiple=True, help="不看这个栏目。 Not this section."),
    click.option("--person", multiple=True, help="只看提到这个人的。 Only with this person."),
    click.option("--not-person", multiple=True, help="不看提到这个人的。 Not with this person."),
    click.option(
        "--within", multiple=True, metavar="TEXT", help="在结果中再检索。 Search within the hits."
    ),
    click.option("--title-only", is_flag=True, help="只找标题。 Only in titles."),
    click.option("--no-aliases", is_flag=True, help="只查原词，不查别名。 No other names."),
    click.option("--no-recency", is_flag=True, help="不照顾新文章。 No preference for new ones."),
    click.option("--duplicates", is_flag=True, help="重复的文章逐篇列出。 Each version apart."),
)


def asks(command: Command) -> Command:
    """A command that gets the query its TEXT and options ask, as ``query``.

    QuestionRejected where nothing is asked.
    """

    @wraps(command)
    def asking(
        text: str,
        org: tuple[str, ...],
        not_org: tuple[str, ...],
        month: tuple[str, ...],
        month_from: str | None,
        month_to: str | None,
        section: tuple[str, ...],
        not_section: tuple[str, ...],
        person: tuple[str, ...],
        not_person: tuple[str, ...],
        within: tuple[str, ...],
        title_only: bool,
        no_aliases: bool,
        no_recency: bool,
        duplicates: bool,
        **rest: Any,  # noqa: ANN401 # the command's own options, as click hands them over
    ) -> None:
        query = Query(
            text=text,
            organizations=org,
            people=person,
            sections=section,
            months=month,
            month_from=month_from,
            month_to=month_to,
            aliases=not no_aliases,
            duplicates=duplicates,
            within=within,
            title_only=title_only,
            recency=not no_recency,
            without_organizations=not_org,
            without_people=not_person,
            without_sections=not_section,
        )
        asked = (text.strip(), org, month, month_from, month_to, section, person, within)
        if not any((*asked, not_org, not_section, not_person)):
            raise QuestionRejected("没有检索词；请输入要找的词，例如 bulletin search 科普")
        command(query=query, **rest)

    for option in reversed(_OPTIONS):
        asking = option(asking)
    return click.argument("text")(asking)


class Explained(click.Command):
    """A command whose help explains the language of questions by examples."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does, and the examples."""
        super().format_help_text(ctx, formatter)
        widest = max(_width(example.text) for example in EXAMPLES)
        formatter.write_paragraph()
        for example in EXAMPLES:
            blanks = " " * (widest - _width(example.text) + 2)
            formatter.write(f"  {example.text}{blanks}{example.chinese}  {example.english}\n")


def _width(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
