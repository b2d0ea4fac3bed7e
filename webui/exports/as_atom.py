"""A search as a feed (RFC 4287): its newest articles, under addresses and ids that last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from indexer.models import Hit
from webui.exports.rows import UNFIT

MOST_ENTRIES = 50
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself; ``built_at`` (ISO) stands in for dates that nobody knows."""

    title: str
    own: str
    page: str
    author: str
    built_at: str


def atom(feed: Feed, entries: Iterable[tuple[Hit, str]]) -> str:
    """The feed of hits with their addresses; as new as its newest entry, never now."""
    entries = list(entries)
    newest = max((_moment(hit, feed) for hit, _ in entries), default=_built(feed))
    return "\n".join(
        (
            HEAD,
            f"<id>{_text(feed.own)}</id>",
            f"<title>{_text(feed.title)}</title>",
            f"<updated>{newest}</updated>",
            f"<author><name>{_text(feed.author)}</name></author>",
            f'<link rel="self" type="application/atom+xml" href={quoteattr(feed.own)}/>',
            f'<link rel="alternate" type="text/html" href={quoteattr(feed.page)}/>',
            *(_entry(hit, address, feed) for hit, address in entries),
            "</feed>\n",
        )
    )


def _entry(hit: Hit, address: str, feed: Feed) -> str:
    summary = " …… ".join(snippet.text for snippet in hit.snippets)
    return "\n".join(
        (
            "<entry>",
            f"<id>urn:bulletin-article:{_text(hit.article_id)}</id>",
            f"<title>{_text(hit.title)}</title>",
            f"<updated>{_moment(hit, feed)}</updated>",
            f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>',
            f"<summary>{_text(summary)}</summary>",
            "</entry>",
        )
    )


def _moment(hit: Hit, feed: Feed) -> str:
    """The day of an article as a moment; where only its month is told, the first."""
    date = hit.date or hit.issue_date
    padded = f"{date}-01-01"[: len("2023-01-01")] if date else ""
    return f"{padded}T00:00:00Z" if padded else _built(feed)


def _built(feed: Feed) -> str:
    return datetime.fromisoformat(feed.built_at).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(text: str) -> str:
    return escape(UNFIT.sub("", text))
