"""Ids that last: the same file and title give the same id, today and after a rebuild."""

import base64
import hashlib
from collections.abc import Collection, Iterable, Sequence

_LENGTH = 12


def fresh_id(used: Collection[str], *parts: str) -> str:
    """An id made of the parts that nobody uses yet; the same one on an empty catalogue."""
    attempt = 0
    while (key := _make_id(*parts, str(attempt))) in used:
        attempt += 1
    return key


def article_ids(
    source: str,
    titles: Sequence[str],
    former: Iterable[tuple[str, str]],
    taken: Collection[str] = (),
) -> list[str]:
    """An id for each article of a source that was read.

    ``former`` are (id, title) of the articles it had before: an article keeps its id as long as
    its title stays. ``taken`` are ids in use by other sources.
    """
    kept: dict[str, list[str]] = {}
    for key, title in former:
        kept.setdefault(title, []).append(key)
    used = {*taken, *(key for keys in kept.values() for key in keys)}
    ids = []
    for title in titles:
        key = kept[title].pop(0) if kept.get(title) else fresh_id(used, source, title)
        used.add(key)
        ids.append(key)
    return ids


def _make_id(*parts: str) -> str:
    """Twelve signs of a-z and 2-7 that depend on nothing but the parts."""
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    return base64.b32encode(digest).decode().lower()[:_LENGTH]
