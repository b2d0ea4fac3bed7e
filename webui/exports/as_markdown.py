"""A digest as Markdown, whose texts stay texts."""

import re
from collections.abc import Iterator

from webui.exports.digest import Digest, Entry
from webui.language import _
from webui.presenters.conditions import labelled

# Signs that Markdown would not show as they are.
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")


def markdown(digest: Digest) -> Iterator[str]:
    """The text, piece by piece."""
    yield f"# {_plain(digest.title)}\n\n"
    for name, value in digest.facts:
        yield f"- {labelled(name, _plain(value))}\n"
    for group in digest.groups:
        yield f"\n## {_plain(group.heading)}\n"
        yield from map(_entry, group.entries)


def _entry(entry: Entry) -> str:
    quote = f"{_plain(entry.quote)}\n\n" if entry.quote else ""
    source = _("来源：%(source)s", source=_plain(entry.source))
    return f"\n### {_plain(entry.title)}\n\n{quote}{source}\n"


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
