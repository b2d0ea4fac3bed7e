"""Short lines in a row between two texts: a title, the rows of a list, or a signature."""

import re
from collections.abc import Iterator
from itertools import pairwise

from indexer.articles.contents import plain
from indexer.articles.faces import BY_FACE
from indexer.articles.headings import Headings, Role
from indexer.articles.paragraphs import begins_report, enumerator, is_date, may_be_title
from indexer.articles.trailers import is_trailer

MOST_TITLE_LINES = 4
SHORT_SUBHEADING = 12

# 丁　宁　怀远县人民医院主任医师
_ROW = re.compile(r"(?:\S{1,4}|\S[ \u3000]+\S)(?:\s{2,}|[\t\u3000]+)\S.*")
ACTION = re.compile(
    "召开|举办|举行|开展|启动|成立|组织|走进|赴|获|揭牌|闭幕|开幕|调研|发布|联合|开讲|入选|当选|[：？！“]"
)


def settle_runs(headings: Headings) -> None:
    """Settle what is still open, run by run."""
    for run in list(_runs(headings)):
        titles = _titles(headings, run)
        for at in run:
            if at in titles:
                headings.settle(at, Role.TITLE, "正文之上的短行")
            else:
                headings.settle(at, Role.TEXT)
    _settle_subheadings(headings)


def _runs(headings: Headings) -> Iterator[list[int]]:
    """The longest rows of open or titled lines that stand next to each other."""
    run: list[int] = []
    for at in range(len(headings.paragraphs) + 1):
        if at in headings.open:
            run.append(at)
        elif run:
            yield run
            run = []


def _titles(headings: Headings, run: list[int]) -> list[int]:
    """Those lines of a run that make the title of an article."""
    if headings.contents:
        named = _named(headings, run)
        if named:
            return named
    after = _after_bylines(headings, run[-1] + 1)
    if not headings.is_text(after):
        return []  # a signature, or the end
    rows = [at for at in run if _ROW.fullmatch(headings.text(at))]
    above = headings.text(run[0] - 1) if headings.is_text(run[0] - 1) else ""
    introduced = (
        above.endswith(("：", ":"))
        or (_ROW.fullmatch(above) and not is_trailer(above))
        or (enumerator(above) and may_be_title(above))  # 一、先进集体（2个）
    )
    if introduced and not rows:
        return []
    if rows and (introduced or len(rows) > 1):
        run = run[run.index(rows[-1]) + 1 :]
    return run[-MOST_TITLE_LINES:] if len(run) <= MOST_TITLE_LINES + 1 else run[-1:]


def _named(headings: Headings, run: list[int]) -> list[int]:
    """The lines that together are a row of the table of contents, and their sub-title."""
    for start in range(len(run)):
        for stop in range(start + 1, min(start + MOST_TITLE_LINES, len(run)) + 1):
            joined = "".join(headings.text(at) for at in run[start:stop])
            if plain(joined) in headings.contents.rows:
                return run[start:stop] + [at for at in run[stop:] if _is_subtitle(headings, at)]
    return []


def _after_bylines(headings: Headings, at: int) -> int:
    """The first paragraph from ``at`` on that is neither a date nor a byline."""
    while headings.is_text(at) and (is_date(headings.text(at)) or is_trailer(headings.text(at))):
        at += 1
    return at


def _is_subtitle(headings: Headings, at: int) -> bool:
    """Whether a line is the second half of a title: ——第7届国际学术会议综述."""
    return headings.text(at).startswith(("——", "--", "—"))


def _settle_subheadings(headings: Headings) -> None:
    """Short lines of equal kind between texts that report nothing are no titles.

    加强组织领导 and 完善工作机制 in one article; a title would tell of an action.
    """
    doubtful = [at for at in range(1, len(headings.roles)) if _is_doubtful(headings, at)]
    if headings.contents:  # which would have named them
        for at in doubtful:
            headings.roles[at] = Role.TEXT
        return
    for at, after in pairwise(doubtful):
        between = range(at + 1, after)
        if all(headings.roles[here] is Role.TEXT for here in between):
            headings.roles[at] = headings.roles[after] = Role.TEXT


def _is_doubtful(headings: Headings, at: int) -> bool:
    """Whether a title is so short and so general that it may be a sub-heading."""
    text = headings.text(at)
    return (
        headings.roles[at] is Role.TITLE
        and headings.rules.get(at) != BY_FACE
        and not headings.contents.names(text)
        and headings.roles[at - 1] is Role.TEXT
        and headings.is_text(at + 1)
        and len(text) <= SHORT_SUBHEADING
        and not ACTION.search(text)
        and not begins_report(headings.text(at + 1))
    )
