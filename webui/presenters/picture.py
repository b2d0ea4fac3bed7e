"""The page of the original beside an article: its picture, the boxes on it, and the ways on."""

from dataclasses import dataclass

from indexer.models import ArticlePage, Facsimile, PageBox, PageText
from webui import urls
from webui.presenters.hit import issue_label, page_label
from webui.presenters.pager import Link
from webui.state import SearchState

# How far, in points, a box stands off its letters.
MARGIN = 1.0
NOTICES = {
    PageText.RECOGNISED: "文字由识别得到，可能有误，请核对原件",
    PageText.UNKNOWN: "此页为扫描件，未能识别文字",
}
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class BoxItem:
    """A rectangle as SVG has it, in points."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """A page of the original; no ``src`` where there is no picture, then ``notices`` tell why.

    ``width`` and ``height`` are in points and 0 where they are not known. A page that nobody read
    ``is_first``: it stands before the text, which does not say what it says.
    """

    heading: str
    src: str
    src_double: str
    width: int
    height: int
    view_box: str
    alt: str
    boxes: tuple[BoxItem, ...]
    notices: tuple[str, ...]
    before: Link | None
    after: Link | None
    original: Link | None
    download_href: str
    is_first: bool


def picture_view(
    shown: Facsimile | None, article: ArticlePage, state: SearchState, size: int | None
) -> PictureView | None:
    """The page beside an article, from a file of so many bytes; None without a size: it is gone."""
    if shown is None:
        return None
    there = size is not None
    return PictureView(
        heading=f"原件{_place(shown)}",
        src="" if shown.fault else _source(shown),
        src_double="" if shown.fault else _source(shown, double=True),
        width=round(shown.width),
        height=round(shown.height),
        view_box=f"0 0 {shown.width:.1f} {shown.height:.1f}",
        alt=_alt(shown, article),
        boxes=tuple(_box(box, shown) for box in shown.boxes),
        notices=_notices(shown),
        before=_beside(shown, article, state, -1),
        after=_beside(shown, article, state, 1),
        original=_original(shown, size) if there else None,
        download_href=urls.original(shown.issue_id, download=True) if there else "",
        is_first=shown.text is PageText.UNKNOWN,
    )


def size_label(size: int) -> str:
    """How large a file is: 1.2 MB, 340 KB."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / MEGABYTE:.1f} MB"


def _place(shown: Facsimile) -> str:
    return f"第 {shown.page} / {shown.pages} 页" if shown.pages else f"第 {shown.page} 页"


def _source(shown: Facsimile, double: bool = False) -> str:
    return urls.picture(shown.issue_id, shown.page, shown.digest, double)


def _alt(shown: Facsimile, article: ArticlePage) -> str:
    issue = issue_label(article.issue_title, article.issue_number) or article.source
    return f"{issue}{page_label(shown.page)}版面图，文字内容见正文"


def _box(box: PageBox, shown: Facsimile) -> BoxItem:
    """A box around its letters, a little larger where the page has room."""
    left, top = max(0.0, box.left - MARGIN), max(0.0, box.top - MARGIN)
    right = min(shown.width, box.right + MARGIN)
    bottom = min(shown.height, box.bottom + MARGIN)
    return BoxItem(*(f"{edge:.1f}" for edge in (left, top, right - left, bottom - top)))


def _notices(shown: Facsimile) -> tuple[str, ...]:
    if shown.fault:
        return (shown.fault,)
    lost = shown.marks - shown.located
    known = NOTICES.get(shown.text, "")
    told = f"本页命中 {shown.marks} 处，{'' if shown.located == 0 else f'其中 {lost} 处'}未能定位"
    return tuple(filter(None, (known, told if lost else "")))


def _beside(shown: Facsimile, article: ArticlePage, state: SearchState, step: int) -> Link | None:
    page = shown.page + step
    if not 1 <= page <= shown.pages:
        return None
    return Link(f"第 {page} 页", urls.article_page(article.id, state, page, "paper"))


def _original(shown: Facsimile, size: int | None) -> Link:
    label = f"打开原 PDF（第 {shown.page} 页，{size_label(size or 0)}）"
    return Link(label, urls.original(shown.issue_id, shown.page))
