"""A search as a feed (RFC 4287): what came in last, under addresses and ids that last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from indexer.models import Hit
from webui.exports.rows import fit

MOST_ENTRIES = 50
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"'
    ' xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">'
)


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself; ``built_at`` (ISO) stands in for moments that nobody knows.

    ``own`` is its address, ``page`` that of the result, ``following`` that of the next entries or
    empty. ``total`` hits there are, of which these are those from ``first`` (from 1) on.
    ``authority`` is the host under which its ids are made (RFC 4151), whoever asks for it where.
    """

    title: str
    own: str
    page: str
    following: str
    query: str
    total: int
    first: int
    author: str
    authority: str
    built_at: str


def atom(feed: Feed, entries: Iterable[tuple[Hit, str]]) -> str:
    """The feed of hits with their addresses."""
    entries = tuple(entries)
    return "\n".join(
        (HEAD, *_head(feed, [hit for hit, _ in entries]), *_entries(feed, entries), "</feed>\n")
    )


def newest(feed: Feed, hits: Iterable[Hit]) -> datetime:
    """As new as its newest entry, never now; where there is none, as new as the index."""
    return max((entered(hit, feed) for hit in hits), default=_moment(feed.built_at))


def entered(hit: Hit, feed: Feed) -> datetime:
    """When an article came into the archive; where nobody noted it, when the index was built."""
    return _moment(hit.entered or feed.built_at)


def _head(feed: Feed, hits: list[Hit]) -> Iterator[str]:
    yield f"<id>{_tag(feed, f'search?{feed.query}')}</id>"
    yield f"<title>{_text(feed.title)}</title>"
    yield f"<updated>{_stamp(newest(feed, hits))}</updated>"
    yield f"<author><name>{_text(feed.author)}</name></author>"
    yield f'<link rel="self" type="application/atom+xml" href={quoteattr(feed.own)}/>'
    yield f'<link rel="alternate" type="text/html" href={quoteattr(feed.page)}/>'
    if feed.following:
        yield f'<link rel="next" type="application/atom+xml" href={quoteattr(feed.following)}/>'
    yield f"<opensearch:totalResults>{feed.total}</opensearch:totalResults>"
    yield f"<opensearch:startIndex>{feed.first}</opensearch:startIndex>"
    yield f"<opensearch:itemsPerPage>{MOST_ENTRIES}</opensearch:itemsPerPage>"


def _entries(feed: Feed, entries: Iterable[tuple[Hit, str]]) -> Iterator[str]:
    for hit, address in entries:
        moment = _stamp(entered(hit, feed))
        summary = " …… ".join(snippet.text for snippet in hit.snippets)
        yield "<entry>"
        yield f"<id>{_tag(feed, f'article/{quote(hit.article_id)}')}</id>"
        yield f"<title>{_text(hit.title)}</title>"
        yield f"<published>{moment}</published>"
        yield f"<updated>{moment}</updated>"
        yield f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>'
        yield f'<summary type="text">{_text(summary)}</summary>'
        yield "</entry>"


def _tag(feed: Feed, what: str) -> str:
    """A tag URI: tag:localhost,2023:article/abc."""
    return _text(f"tag:{feed.authority},2023:{what}")


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(text: str) -> str:
    return escape(fit(text))
