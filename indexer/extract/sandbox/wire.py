"""Requests and readings as bytes: what crosses between us and the process that reads.

JSON, not pickle: a process that read a hostile file is not to be believed.
"""

import json
from dataclasses import asdict, dataclass

from indexer.extract.sandbox import endings
from indexer.models import Extraction, Limits, Page, Status


@dataclass(frozen=True, slots=True)
class Request:
    """Which module is to read, with its ``read(file, limits)``, and within which limits."""

    reader: str
    limits: Limits

    def encode(self) -> bytes:
        """The request as one line of JSON."""
        return json.dumps({"reader": self.reader, "limits": asdict(self.limits)}).encode()

    @staticmethod
    def decode(data: bytes) -> "Request":
        """The request that was encoded."""
        value = json.loads(data)
        passwords = tuple(value["limits"].pop("passwords"))
        return Request(value["reader"], Limits(**value["limits"], passwords=passwords))


def encode(extraction: Extraction) -> bytes:
    """A reading of pages as JSON; half of a surrogate pair becomes a question mark."""
    value = {
        "status": extraction.status,
        "reason": extraction.reason,
        "pages": [[page.number, page.text] for page in extraction.pages],
        "warnings": extraction.warnings,
    }
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def decode(data: bytes) -> Extraction:
    """The reading in these bytes, or that there is none."""
    try:
        value = json.loads(data)
        return Extraction(
            Status(value["status"]),
            _text(value["reason"]),
            tuple(Page(_number(number), _text(text)) for number, text in value["pages"]),
            warnings=tuple(_text(warning) for warning in value["warnings"]),
        )
    except (KeyError, TypeError, ValueError, RecursionError):
        return endings.failed()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is missing")
    return value.encode("utf-8", "replace").decode("utf-8")


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise TypeError("a page number is missing")
    return value
