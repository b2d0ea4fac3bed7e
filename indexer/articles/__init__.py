"""Which articles does this issue hold, and what is known of each?

masthead -> contents -> split (which lines are headings) -> article (its text, date,
organisations, people). The words these rules go by are lists in ``data``.
"""

from indexer.articles.article import Surroundings, read_article
from indexer.articles.contents import read_contents
from indexer.articles.home import home_of
from indexer.articles.marks import bracketed
from indexer.articles.masthead import read_masthead
from indexer.articles.split import split
from indexer.articles.text import tight
from indexer.models import Article, Bulletin, Document, Knowledge

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
    articles: list[Article] = []
    warnings: list[str] = []
    before: str | None = None
    for draft in split(paragraphs[contents.stop :], contents, knowledge.sections):
        article, event = read_article(draft, surroundings, before)
        articles.append(article)
        before = event.date or before
        if not event.sure:
            warnings.append(f"《{draft.title}》的日期 {event.date} 与所印的星期不符")
    if not articles:
        warnings.append("没有找到文章：看不出哪一行是标题")
    return Bulletin(masthead.issue, tuple(articles), tuple(warnings))
