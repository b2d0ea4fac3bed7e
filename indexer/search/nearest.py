"""What of an article comes closest to a word that it does not hold."""

from collections.abc import Iterable

from indexer.analysis import normal_form
from indexer.models import StoredArticle

WALL = "\n"


def nearest(stored: StoredArticle, texts: Iterable[str]) -> str:
    """What comes closest to one of some texts, in words: parted by a paragraph, one sign off.

    Empty where nothing does.
    """
    whole = normal_form(stored.article.title + WALL + stored.article.body.text)
    ways = (way(whole, text) for text in texts for way in (_across_wall, _one_sign_off))
    return next(filter(None, ways), "")


def _across_wall(whole: str, text: str) -> str:
    """The same characters, parted by the end of a paragraph."""
    at = whole.replace(WALL, "").find(text)
    if at < 0 or text in whole:
        return ""
    places = [place for place, sign in enumerate(whole) if sign != WALL]
    start, stop = places[at], places[at + len(text) - 1] + 1
    return f"这些字被分在两段：{whole[start:stop].replace(WALL, ' ¶ ')}"


def _one_sign_off(whole: str, text: str) -> str:
    """A place where all but one character of a longer word stand."""
    if len(text) < 3:
        return ""
    for at in range(len(whole) - len(text) + 1):
        piece = whole[at : at + len(text)]
        if WALL not in piece and sum(a != b for a, b in zip(piece, text, strict=True)) == 1:
            return f"文中有相差一字的“{piece}”"
    return ""
