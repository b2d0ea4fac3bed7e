"""What came in since the visitor was here last."""

from dataclasses import dataclass

from webui import urls
from webui.archive import the_library
from webui.finding import usual_page_size
from webui.language import _, counted
from webui.state import SearchState
from webui.visits import the_visit


@dataclass(frozen=True, slots=True)
class NewsItem:
    """How many articles are new and where they are; ``href`` is empty where none is."""

    label: str
    href: str = ""


def news_item() -> NewsItem | None:
    """What the first page tells of news; None at a first visit, and where none are noted."""
    visit = the_visit()
    if visit.rebuilt:
        return NewsItem(_("索引已整体重建，暂不能判断新增"))
    if visit.before is None:
        return None
    state = SearchState(since=f"g{visit.before}")
    total = the_library().count(state.query(usual_page_size()))
    if not total:
        return NewsItem(_("上次访问以来没有新增"))
    return NewsItem(counted("上次访问以来新增 %(num)s 篇", total), urls.search(state))
