"""解读: how a question was understood, with what can be changed about it as links."""

from dataclasses import dataclass

from indexer.models import Shared, Understanding, Widened
from webui import urls
from webui.language import N_, _
from webui.presenters.pager import Link
from webui.sayings import told
from webui.state import SearchState


@dataclass(frozen=True, slots=True)
class SharedItem:
    """A short name of several bodies, and a search for each of them."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What was looked for; ``line`` is empty if it is just what was typed.

    ``also`` tells what was looked for besides; ``literal_href`` leads to the search without that.
    """

    line: str
    also: tuple[str, ...]
    literal_href: str
    shared: tuple[SharedItem, ...]


def reading_view(state: SearchState, reading: Understanding) -> ReadingView:
    """How the text of a search was understood."""
    return ReadingView(
        line=reading_line(state, reading),
        also=tuple(map(widened_line, reading.widened)),
        literal_href=urls.search(state.with_aliases(False)) if reading.widened else "",
        shared=tuple(_shared(one, state) for one in reading.shared),
    )


def reading_line(state: SearchState, reading: Understanding) -> str:
    """What was looked for: 科技 + “科普日” + 日期：2023-12，不含 讲座; empty if just as typed."""
    phrases = (_("“%(word)s”", word=phrase) for phrase in reading.phrases)
    required = " + ".join((*reading.words, *phrases, *map(told, reading.conditions)))
    without = _("、").join(map(told, reading.excluded))
    excluded = _("不含 %(words)s", words=without) if without else ""
    line = _("，").join(filter(None, (required, excluded)))
    typed = " + ".join((*state.text.split(), *state.refine))
    return "" if line == typed else line


def widened_line(one: Widened) -> str:
    """What was looked for besides a name: “北京市科协”也查“北京科协”和单位为北京市科协的文章."""
    others = "".join(_("“%(word)s”", word=alias) for alias in one.aliases)
    if not others:
        return _("“%(name)s”也查单位为%(org)s的文章", name=one.name, org=one.organization)
    form = N_("“%(name)s”也查%(others)s和单位为%(org)s的文章")
    return _(form, name=one.name, others=others, org=one.organization)


def _shared(one: Shared, state: SearchState) -> SharedItem:
    links = (Link(name, urls.search(_meant(one, name, state))) for name in one.candidates)
    return SharedItem(one.name, tuple(links))


def _meant(one: Shared, candidate: str, state: SearchState) -> SearchState:
    """The search with the full name for the short one; as a condition where it is not a word."""
    words = state.text.split()
    if one.name not in words:
        return state.with_facet("org", candidate)
    return state.asking(" ".join(candidate if word == one.name else word for word in words))
