"""An article on paper: which page of the original is shown beside it, and what is boxed there."""

from dataclasses import replace
from pathlib import Path

from indexer.errors import PageBusy, PageUnavailable
from indexer.extract.facsimile import Facsimiles, digest
from indexer.models import ArticlePage, Facsimile, Original, PageLetters, PageText
from indexer.search.locating import locate
from indexer.search.parts import SearchParts
from indexer.search.spots import Spread, spread
from indexer.sources import is_unchanged

_PDF = ".pdf"
_CHANGED = "原件已移动或改变"
_FOLIO = 20  # characters that a page number on a scan may have


def original_of(parts: SearchParts, source: str, path: Path | None) -> Original | None:
    """The PDF of a source as it was read; None where it is none, is gone, or was changed since."""
    known = parts.catalog.source(source)
    if path is None or known is None or path.suffix.lower() != _PDF:
        return None
    return Original(path, known.sha256) if is_unchanged(path, known) else None


def show_facsimile(
    parts: SearchParts,
    facsimiles: Facsimiles,
    article: ArticlePage,
    path: Path | None,
    page: int | None,
) -> Facsimile | None:
    """A page of the PDF an article comes from, its marks boxed; None where it comes from none.

    Without a page, or with one that the file does not have, it is the page of the first mark.
    """
    stored = parts.catalog.article(article.id)
    if stored is None or article.page is None or not article.source.lower().endswith(_PDF):
        return None
    text = spread(article, stored.article.body)
    usual = text.first_page() or article.page
    original = original_of(parts, article.source, path)
    if original is None:
        return Facsimile(article.issue_id, page or usual, fault=_CHANGED)
    try:
        letters = facsimiles.letters(original, page) if page else None
        if letters is None:
            page, letters = usual, facsimiles.letters(original, usual)
    except PageBusy:
        letters = None
    except PageUnavailable as error:
        return Facsimile(article.issue_id, page or usual, fault=str(error))
    shown = Facsimile(article.issue_id, page or usual, digest=digest(original))
    boxed = _boxed(shown, text, letters)
    if boxed.text is PageText.UNKNOWN and _is_read(parts, article.issue_id, boxed.page):
        return replace(boxed, text=PageText.RECOGNISED)
    return boxed


def _is_read(parts: SearchParts, issue_id: str, page: int) -> bool:
    """Whether any article of an issue has text on a page."""
    found = (parts.catalog.article(key) for key, _ in parts.catalog.siblings(issue_id))
    return any(run.page == page for one in found if one for run in one.article.body.runs)


def _boxed(shown: Facsimile, text: Spread, letters: PageLetters | None) -> Facsimile:
    """The page with its marks, boxed as far as its letters are known and they are found there."""
    spots = text.spots(shown.page)
    numbers = (spot.number for spot in spots if spot.number)
    marked = replace(shown, marks=len(spots), first_mark=next(numbers, 0))
    if letters is None:
        return marked
    found = locate(spots, letters)
    return replace(
        marked,
        pages=letters.pages,
        width=letters.width,
        height=letters.height,
        boxes=tuple(box for boxes in found for box in boxes),
        located=sum(map(bool, found)),
        text=_origin(text.length(shown.page), letters),
    )


def _origin(signs: int, letters: PageLetters) -> PageText:
    """How the text of a page is known that has so many signs of an article."""
    if signs > 2 * len(letters.text):  # more than is printed there as letters
        return PageText.RECOGNISED
    if len(letters.text) > _FOLIO or not letters.has_picture:
        return PageText.PRINTED if letters.text else PageText.NONE
    return PageText.UNKNOWN
