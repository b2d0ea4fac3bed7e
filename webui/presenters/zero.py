"""A result without hits in words: how sure it is, and which word or condition empties it."""

from dataclasses import dataclass

from indexer.models import Status
from webui import urls
from webui.language import _, counted
from webui.presenters.archive import STATUS_LABELS
from webui.presenters.pager import Link
from webui.sayings import told
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
        Certainty.CERTAIN: _(
            "已逐字核对：全部 %(num)s 篇中没有，结果确为 0。", num=f"{zero.articles:,}"
        ),
        Certainty.GAPS: _(
            "能检索的 %(num)s 篇中没有。另有 %(files)s，无法核对。",
            num=f"{zero.articles:,}",
            files=_gaps(zero),
        ),
        Certainty.UNKNOWN: _("本次未能核对完（%(reason)s）。", reason=told(zero.reason)),
    }
    link = Link(_("查看"), urls.status()) if zero.certainty is not Certainty.CERTAIN else None
    return ZeroView(str(zero.certainty), sentences[zero.certainty], link, zero.words)


def _gaps(zero: Zero) -> str:
    """The files without text: 12 份文件读不出文字（扫描件 9、加密 2）."""
    total = sum(count for _, count in zero.unread)
    kinds = _("、").join(f"{_kind(status)} {count:,}" for status, count in zero.unread)
    return counted("%(num)s 份文件读不出文字（%(kinds)s）", total, kinds=kinds)


def _kind(status: Status) -> str:
    return _(STATUS_LABELS[status]).split(_("，"))[0]
