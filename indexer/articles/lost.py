"""Text of an issue that went into no article, so that nobody loses it unawares."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from indexer.articles.masthead import is_side_note
from indexer.articles.paragraphs import is_date
from indexer.articles.trailers import is_trailer
from indexer.models import Concern, Notice, Paragraph

SHOWN = 20


def lost_text(paragraphs: Sequence[Paragraph]) -> Iterator[Notice]:
    """A notice for each piece of text in no article; masthead, dates and credits are none."""
    for lost, group in groupby(paragraphs, key=_is_lost):
        if lost:
            text = "".join(paragraph.text for paragraph in group)
            begin = text[:SHOWN] + ("……" if len(text) > SHOWN else "")
            words = f"有 {len(text)} 字不属于任何文章，没有收入：“{begin}”"
            yield Notice(Concern.LOST_TEXT, words)


def _is_lost(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return not (is_trailer(text) or is_date(text) or is_side_note(text))
