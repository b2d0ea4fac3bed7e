"""The archive as a whole: its organisations, and how its files were read."""

from dataclasses import dataclass

from indexer.models import NONE, Facets, Status
from webui.language import N_
from webui.presenters.facets import FacetItem, facet_item
from webui.state import SearchState

SHOWN_ORGANIZATIONS = 20
STATUS_LABELS = {
    Status.OK: N_("已收录"),
    Status.DAMAGED: N_("文件损坏"),
    Status.ENCRYPTED: N_("已加密"),
    Status.EMPTY: N_("没有内容"),
    Status.SCANNED: N_("扫描件，没有文字"),
    Status.GARBLED: N_("文字乱码"),
    Status.TOO_COSTLY: N_("超出读取限额"),
    Status.UNSUPPORTED: N_("不支持的文件类型"),
}


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many files ended in one way."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A file that gave no text, why, and what to do."""

    source: str
    label: str
    reason: str
    remedy: str


def top_organizations(facets: Facets) -> tuple[FacetItem, ...]:
    """The organisations with most articles."""
    values = (value for value in facets.organization if value.value != NONE)
    shown = tuple(values)[:SHOWN_ORGANIZATIONS]
    return tuple(facet_item("org", value, SearchState()) for value in shown)
