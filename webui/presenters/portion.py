"""Which part of a very long article is shown: a page and its neighbours."""

from dataclasses import dataclass
from itertools import accumulate

from indexer.models import ArticlePage
from webui import urls
from webui.language import _
from webui.presenters.pager import Link
from webui.state import SearchState

# Characters of a text that is shown whole.
LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class Portion:
    """The paragraphs [start, stop) of an article, as ``label`` says, and the ways to the others.

    All of them, without a label, unless the article is very long.
    """

    start: int
    stop: int
    label: str = ""
    before: Link | None = None
    after: Link | None = None
    whole: Link | None = None

    def holds(self, paragraph: int) -> bool:
        """Whether a paragraph is shown."""
        return self.start <= paragraph < self.stop


def portion_of(article: ArticlePage, state: SearchState, page: int | None) -> Portion:
    """What is shown of an article beside a page: all of it, or of a long one what is near."""
    count = len(article.paragraphs)
    if sum(len(paragraph.text) for paragraph in article.paragraphs) <= LONGEST:
        return Portion(0, count)
    whole = Link(_("全文（文本文件）"), urls.article_text(article.id))
    pages = [paragraph.page for paragraph in article.paragraphs]
    if None in pages:
        stop = _stop(article, 0, count)
        return Portion(0, stop, _("只显示开头部分"), whole=whole)
    there = [known for known in pages if known is not None]
    middle = min(max(page or there[0], there[0]), there[-1])
    near = [at for at, known in enumerate(there) if abs(known - middle) <= 1]
    if not near:  # nothing begins on these pages: one paragraph runs over all of them
        near = [max(at for at, known in enumerate(there) if known <= middle)]
    start, stop = near[0], _stop(article, near[0], near[-1] + 1)
    return Portion(
        start,
        stop,
        _("只显示第 %(first)s—%(last)s 页", first=there[start], last=there[stop - 1]),
        _way(_("前面的页"), article, state, there[start - 1]) if start else None,
        _way(_("后面的页"), article, state, there[stop]) if stop < count else None,
        whole,
    )


def _stop(article: ArticlePage, start: int, stop: int) -> int:
    """The end of the paragraphs from start to stop that are not too long together; one at least."""
    lengths = accumulate(len(paragraph.text) for paragraph in article.paragraphs[start:stop])
    return start + max(1, sum(length <= LONGEST for length in lengths))


def _way(label: str, article: ArticlePage, state: SearchState, page: int) -> Link:
    return Link(label, urls.article_page(article.id, state, page, f"p{page}"))
