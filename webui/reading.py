"""What is gathered for the page of one article."""

from dataclasses import dataclass
from pathlib import Path

from indexer.errors import QuestionRejected
from indexer.models import ArticlePage, Facsimile, Hit
from webui.archive import the_library
from webui.finding import usual_page_size
from webui.neighbours import Place, place_of
from webui.state import SearchState


@dataclass(frozen=True, slots=True)
class Read:
    """An article, its place in the result, others like it, and its file if that is there.

    ``shown`` is the page of that file beside it, None where it is no PDF; ``page`` the page that
    was asked for.
    """

    article: ArticlePage
    place: Place | None
    similar: tuple[Hit, ...]
    original: Path | None
    shown: Facsimile | None = None
    page: int | None = None

    @property
    def is_passing(self) -> bool:
        """Whether the page beside it could not be shown whole, and perhaps can the next time."""
        return self.shown is not None and (bool(self.shown.fault) or not self.shown.width)

    @property
    def size(self) -> int | None:
        """The bytes of the file; None where it is gone."""
        try:
            return self.original.stat().st_size if self.original else None
        except OSError:
            return None


def read_article(article_id: str, state: SearchState, page: int | None = None) -> Read:
    """One article as it is read from a search, beside a page; ArticleMissing for an unknown id."""
    library, article = the_library(), _marked(article_id, state)
    return Read(
        article=article,
        place=place_of(article_id, state),
        similar=library.similar(article_id),
        original=library.original(article.issue_id),
        shown=library.facsimile(article, page),
        page=page,
    )


def _marked(article_id: str, state: SearchState) -> ArticlePage:
    """An article with the marks of a search; without, if the search could not be asked."""
    try:
        return the_library().article(article_id, state.query(usual_page_size()))
    except QuestionRejected:
        return the_library().article(article_id)
