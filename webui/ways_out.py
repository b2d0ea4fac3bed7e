"""What to try when nothing was found: searches near to it that do find something."""

from dataclasses import dataclass

from indexer.models import Match
from webui import urls
from webui.finding import total_of
from webui.presenters.conditions import chips
from webui.state import SearchState

MOST_CHIPS = 6


@dataclass(frozen=True, slots=True)
class WayOut:
    """A wider search in words, how many articles it finds, and its address."""

    label: str
    count: int
    href: str


def ways_out(state: SearchState) -> tuple[WayOut, ...]:
    """The wider searches that find something, each counted."""
    nearby: dict[SearchState, str] = {}
    for wider, label in _wider(state):
        nearby.setdefault(wider, label)
    counted = ((label, wider, total_of(wider)) for wider, label in nearby.items())
    return tuple(
        WayOut(label, count, urls.search(wider)) for label, wider, count in counted if count
    )


def _wider(state: SearchState) -> list[tuple[SearchState, str]]:
    found = [(chip.without, f"去掉“{chip.label}”") for chip in chips(state)[:MOST_CHIPS]]
    if state.text and state.match is not Match.ANY:
        found.append((state.matching(Match.ANY), "只要有任一词"))
    bare = state.without_conditions()
    if state.text and bare != state:
        found.append((bare, "去掉全部条件"))
    return [(wider, label) for wider, label in found if wider.asks and wider != state]
