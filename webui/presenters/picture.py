"""The page of the original beside an article: its picture, the boxes on it, and the ways on."""

from dataclasses import dataclass

from indexer.models import ArticlePage, Facsimile, PageBox, PageText
from webui import urls
from webui.language import N_, _
from webui.presenters.hit import issue_label, page_label, place_label
from webui.presenters.pager import Link
from webui.sayings import told
from webui.state import SearchState

# How far, in points, a box stands off its letters.
MARGIN = 1.0
NOTICES = {
    PageText.RECOGNISED: N_("文字由识别得到，可能有误，请核对原件"),
    PageText.UNKNOWN: N_("此页为扫描件，未能识别文字"),
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
        heading=_("原件%(page)s", page=_place(shown)),
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
    if not shown.pages:
        return _("第 %(page)s 页", page=shown.page)
    return _("第 %(page)s / %(pages)s 页", page=shown.page, pages=shown.pages)


def _source(shown: Facsimile, double: bool = False) -> str:
    return urls.picture(shown.issue_id, shown.page, shown.digest, double)


def _alt(shown: Facsimile, article: ArticlePage) -> str:
    issue = issue_label(article.issue_title, article.issue_number) or article.source
    return _("%(place)s版面图，文字内容见正文", place=place_label(issue, page_label(shown.page)))


def _box(box: PageBox, shown: Facsimile) -> BoxItem:
    """A box around its letters, a little larger where the page has room."""
    left, top = max(0.0, box.left - MARGIN), max(0.0, box.top - MARGIN)
    right = min(shown.width, box.right + MARGIN)
    bottom = min(shown.height, box.bottom + MARGIN)
    return BoxItem(*(f"{edge:.1f}" for edge in (left, top, right - left, bottom - top)))


def _notices(shown: Facsimile) -> tuple[str, ...]:
    if shown.fault:
        return (told(shown.fault),)
    known = _(NOTICES[shown.text]) if shown.text in NOTICES else ""
    return tuple(filter(None, (known, _lost(shown))))


def _lost(shown: Facsimile) -> str:
    """How many marks have no box; empty where none is lost."""
    lost = shown.marks - shown.located
    if not lost:
        return ""
    if not shown.located:
        return _("本页命中 %(all)s 处，未能定位", all=shown.marks)
    return _("本页命中 %(all)s 处，其中 %(lost)s 处未能定位", all=shown.marks, lost=lost)


def _beside(shown: Facsimile, article: ArticlePage, state: SearchState, step: int) -> Link | None:
    page = shown.page + step
    if not 1 <= page <= shown.pages:
        return None
    return Link(_("第 %(page)s 页", page=page), urls.article_page(article.id, state, page, "paper"))


def _original(shown: Facsimile, size: int | None) -> Link:
    label = _("打开原 PDF（第 %(page)s 页，%(size)s）", page=shown.page, size=size_label(size or 0))
    return Link(label, urls.original(shown.issue_id, shown.page))
