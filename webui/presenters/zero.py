"""A result without hits in words: how sure it is, and which word or condition empties it."""

from dataclasses import dataclass

from indexer.models import Status
from webui import urls
from webui.presenters.archive import STATUS_LABELS
from webui.presenters.pager import Link
from webui.zero import Certainty, WordCount, Zero


@dataclass(frozen=True, slots=True)
class ZeroView:
    """How sure the zero is, in a sentence with a link where there is more to see; each word."""

    certainty: str
    sentence: str
    link: Link | None
    words: tuple[WordCount, ...]


def zero_view(zero: Zero) -> ZeroView:
    """What is said above the ways on."""
    sentences = {
        Certainty.CERTAIN: f"已逐字核对：全部 {zero.articles:,} 篇中没有，结果确为 0。",
        Certainty.GAPS: f"能检索的 {zero.articles:,} 篇中没有。另有 {_gaps(zero)}，无法核对。",
        Certainty.UNKNOWN: f"本次未能核对完（{zero.reason}）。",
    }
    link = Link("查看", urls.status()) if zero.certainty is not Certainty.CERTAIN else None
    return ZeroView(str(zero.certainty), sentences[zero.certainty], link, zero.words)


def _gaps(zero: Zero) -> str:
    """The files without text: 12 份文件读不出文字（扫描件 9、加密 2）."""
    total = sum(count for _, count in zero.unread)
    kinds = "、".join(f"{_kind(status)} {count:,}" for status, count in zero.unread)
    return f"{total:,} 份文件读不出文字（{kinds}）"


def _kind(status: Status) -> str:
    return STATUS_LABELS[status].split("，")[0]
