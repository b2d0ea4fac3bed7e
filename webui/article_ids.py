"""An article's id as one step of an address, whatever characters it has: 12/a.1 -> 12~2Fa~2E1.

Letters, numerals, - and _ of any script stand for themselves; no dot is left, so that a suffix
can tell the format.
"""

import re

from werkzeug.routing import BaseConverter, ValidationError

UNSAFE = re.compile(r"[^\w-]")
ESCAPED = re.compile(r"(?:~[0-9A-F]{2})+")


class ArticleIdConverter(BaseConverter):
    """The route part <article_id:id>: the id itself inside, its safe form in the address."""

    regex = r"[\w~-]+"

    def to_python(self, value: str) -> str:
        """The id; no route matches where an escape means nothing."""
        try:
            article_id = ESCAPED.sub(_unescaped, value)
        except UnicodeDecodeError as error:
            raise ValidationError from error
        if self.to_url(article_id) != super().to_url(value):
            raise ValidationError
        return article_id

    def to_url(self, value: str) -> str:
        """The address step of an id."""
        return super().to_url(UNSAFE.sub(_escaped, value))


def _escaped(match: re.Match[str]) -> str:
    return "".join(f"~{byte:02X}" for byte in match[0].encode())


def _unescaped(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("~", "")).decode()
