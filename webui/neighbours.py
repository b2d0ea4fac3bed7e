"""The place of an article in the result it was reached from, recomputed from the address."""

from dataclasses import dataclass

from indexer.errors import QuestionRejected
from indexer.models import Hit
from webui.archive import the_library
from webui.finding import usual_page_size
from webui.state import SearchState


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A hit beside another, and the search at the page it stands on."""

    hit: Hit
    state: SearchState


@dataclass(frozen=True, slots=True)
class Place:
    """Which of how many hits an article is, and the hits before and after it."""

    number: int
    total: int
    before: Neighbour | None
    after: Neighbour | None


def place_of(article_id: str, state: SearchState) -> Place | None:
    """The place of an article in a result; None where it does not stand on the page asked for."""
    hits, total = _page(state)
    at = next((at for at, hit in enumerate(hits) if hit.article_id == article_id), None)
    if at is None:
        return None
    size = state.page_size or usual_page_size()
    number = (state.page - 1) * size + at + 1
    before, after = state.at_page(state.page - 1), state.at_page(state.page + 1)
    return Place(
        number=number,
        total=total,
        before=Neighbour(hits[at - 1], state) if at else _end(before, -1, number > 1),
        after=Neighbour(hits[at + 1], state)
        if at + 1 < len(hits)
        else _end(after, 0, number < total),
    )


def _page(state: SearchState) -> tuple[tuple[Hit, ...], int]:
    """The hits of one page of a result and how many there are in all."""
    if not state.asks:
        return (), 0
    try:
        results = the_library().search(state.query(usual_page_size()))
    except QuestionRejected:  # its page says so; an article is shown nevertheless
        return (), 0
    return results.hits, results.total


def _end(state: SearchState, end: int, there_is_one: bool) -> Neighbour | None:
    """The hit at one end of another page."""
    hits = _page(state)[0] if there_is_one else ()
    return Neighbour(hits[end], state) if hits else None
