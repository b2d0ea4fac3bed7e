"""Which articles does this issue hold, and what is known of each?

masthead -> contents -> split (which lines are headings) -> article (its text, date,
organisations, people). The words these rules go by are lists in ``data``.
"""

from dataclasses import replace

from indexer.articles.article import Surroundings, read_article
from indexer.articles.contents import read_contents
from indexer.articles.home import home_of
from indexer.articles.lost import lost_text
from indexer.articles.marks import bracketed
from indexer.articles.masthead import PUBLISHED, read_masthead
from indexer.articles.split import split
from indexer.articles.text import tight
from indexer.models import Article, Bulletin, Concern, Document, Knowledge, Notice, Origin

__all__ = ["read_bulletin"]


def read_bulletin(document: Document, source: str, knowledge: Knowledge) -> Bulletin:
    """The issue and its articles as a colleague would read them.

    ``source`` is the file's path below the corpus; its name may tell the issue's date.
    """
    masthead = read_masthead(document, source)
    paragraphs = bracketed(document.paragraphs[masthead.paragraphs :])
    contents = read_contents(paragraphs)
    text = "\n".join(tight(paragraph.text) for paragraph in document.paragraphs)
    home = home_of(masthead.issue, knowledge, text)
    surroundings = Surroundings(masthead.issue.date, home, document.paged)
    division = split(paragraphs[contents.stop :], contents, knowledge.sections)
    articles: list[Article] = []
    notices: list[Notice] = []
    before: str | None = None
    for draft in division.drafts:
        article, event = read_article(draft, surroundings, before)
        if masthead.published and len(division.drafts) == 1 and not event.vague:
            article = _dated(article, masthead.published)
        articles.append(article)
        before = event.date or before
        if not event.sure:
            words = f"《{draft.title}》的日期 {event.date} 与所印的星期不符"
            notices.append(Notice(Concern.DATE, words))
    if not articles:
        notices.append(Notice(Concern.READING, "没有找到文章：看不出哪一行是标题"))
    lost = paragraphs[: contents.start] + list(division.lost) if articles else []
    notices += lost_text(lost)
    return Bulletin(masthead.issue, tuple(articles), tuple(notices), masthead.origins)


def _dated(article: Article, published: str) -> Article:
    """The one article of a web page with the page's own date, if its text tells none."""
    if article.date:
        return article
    origin = Origin("date", published, published, f"正文没有日期，取{PUBLISHED}")
    return replace(article, date=published, origins=(*article.origins, origin))
