"""The question on the command line: its text and the options that search and why share."""

import unicodedata
from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any

import click

from indexer.archive import EXAMPLES
from indexer.errors import QuestionRejected
from indexer.library import Since, read_since
from indexer.models import Basis, Query

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
    click.option(
        "--issue", multiple=True, metavar="ID", help="只看这一期（编号）。 Only this issue."
    ),
    click.option(
        "--basis",
        type=click.Choice([basis.value for basis in Basis]),
        default=Basis.EVENT.value,
        help="月份指事件的，还是刊期的。 Months of events or of issues.",
    ),
    click.option(
        "--orgrole",
        type=click.Choice(["any", "by"]),
        default="any",
        help="单位是提到的，还是报送的（by）。 Named, or sending it in.",
    ),
    click.option("--sub", is_flag=True, help="单位含其下级单位。 With those below it."),
    click.option(
        "--since", metavar="DAY", help="这一天起收录的，或 g41 以后的。 Taken in since then."
    ),
)


def asks(command: Command) -> Command:
    """A command that gets the query its TEXT and options ask, as ``query``.

    QuestionRejected where nothing is asked.
    """

    @wraps(command)
    def asking(text: str, **given: Any) -> None:  # noqa: ANN401 # as click hands them over
        names = signature(_query).parameters.keys() - {"text"}
        query = _query(text.strip(), **{name: given.pop(name) for name in names})
        if not _asks(query):
            raise QuestionRejected("没有检索词；请输入要找的词，例如 bulletin search 科普")
        command(query=query, **given)

    for option in reversed(_OPTIONS):
        asking = option(asking)
    return click.argument("text")(asking)


def _query(
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
    issue: tuple[str, ...],
    basis: str,
    orgrole: str,
    sub: bool,
    since: str | None,
) -> Query:
    """The query that the text and the options of a command ask."""
    entry = _since(since)
    return Query(
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
        issues=issue,
        basis=Basis(basis),
        signed=orgrole == "by",
        subordinates=sub,
        since=entry.day,
        since_revision=entry.revision,
    )


def _asks(query: Query) -> bool:
    """Whether there is anything to look for: words, a value, a month, or an entry."""
    values = (query.organizations, query.people, query.sections, query.issues, query.months)
    without = (query.without_organizations, query.without_people, query.without_sections)
    times = (query.month_from, query.month_to, query.since, query.since_revision is not None)
    return any((query.text, query.within, *values, *without, *times))


def _since(text: str | None) -> Since:
    """Since when articles must be in the archive; QuestionRejected for what tells no day."""
    since = read_since(text) if text else Since()
    if since is None:
        raise QuestionRejected(f"看不懂 --since“{text}”；请写成 2023-05-01 或 g41")
    return since


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
