"""Requests and readings as bytes: what crosses between us and the process that reads.

An answer is lines of JSON: the sheets of a PDF, each as soon as it is read, and last of all how
the reading ended. So a reading that was killed is worth all that came before.

    {"number": 1, "text": "云州科协动态", ..., "faces": [[44.0, true]]}
    {"number": 2, "fault": "KeyError", ...}
    {"status": "ok", "reason": "", "pages": [], "warnings": []}

JSON, not pickle: a process that read a hostile file is not to be believed.
"""

import json
from dataclasses import asdict, dataclass, replace
from math import isfinite

from indexer.extract.sandbox import endings
from indexer.extract.sheet import Doubt, Sheet
from indexer.models import Extraction, Face, Limits, Page, Status

_INVALID = (KeyError, TypeError, ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Request:
    """Which module is to read, and within which limits.

    Its ``read(file, limits, *numbers)`` is called, or, where pages are ``skipped``, be it none,
    its ``read_pages(file, limits, skipped)``.
    """

    reader: str
    limits: Limits
    skipped: tuple[int, ...] | None = None
    numbers: tuple[int, ...] = ()

    def encode(self) -> bytes:
        """The request as one line of JSON."""
        return json.dumps(asdict(self)).encode()

    @staticmethod
    def decode(data: bytes) -> "Request":
        """The request that was encoded."""
        value = json.loads(data)
        passwords = tuple(value["limits"].pop("passwords"))
        skipped = None if value["skipped"] is None else tuple(value["skipped"])
        limits = Limits(**value["limits"], passwords=passwords)
        return Request(value["reader"], limits, skipped, tuple(value["numbers"]))


def encode(line: Extraction | Sheet) -> bytes:
    """One line of an answer; half of a surrogate pair becomes a question mark."""
    if isinstance(line, Sheet):
        faces = [face and (face.size, face.bold) for face in line.faces]
        value = {**asdict(replace(line, faces=())), "faces": faces}
    else:
        value = {
            "status": line.status,
            "reason": line.reason,
            "pages": [[page.number, page.text] for page in line.pages],
            "warnings": line.warnings,
        }
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def cut_short(data: bytes, ending: Extraction) -> bytes:
    """An answer that stops anywhere, made to end so."""
    return data[: data.rfind(b"\n") + 1] + encode(ending)


def decode(data: bytes) -> Extraction:
    """How the reading ended, by the last line of the answer."""
    try:
        value = json.loads(data.rstrip(b"\n").rpartition(b"\n")[2])
        return Extraction(
            Status(value["status"]),
            _text(value["reason"]),
            tuple(Page(_number(number), _text(text)) for number, text in value["pages"]),
            warnings=tuple(_text(warning) for warning in value["warnings"]),
        )
    except _INVALID:
        return endings.failed()


def decode_sheets(data: bytes) -> tuple[Sheet, ...]:
    """The sheets before the last line of the answer, none if any of them is none."""
    try:
        return tuple(map(_sheet, data.rstrip(b"\n").split(b"\n")[:-1]))
    except _INVALID:
        return ()


def _sheet(line: bytes) -> Sheet:
    value = json.loads(line)
    return Sheet(
        _number(value["number"]),
        _text(value["text"]),
        bool(value["has_picture"]),
        _text(value["fault"]),
        is_costly=bool(value["is_costly"]),
        is_vertical=bool(value["is_vertical"]),
        doubt=Doubt(value["doubt"]),
        by_pdfium=bool(value["by_pdfium"]),
        faces=tuple(map(_face, value["faces"])),
    )


def _face(value: object) -> Face | None:
    if value is None:
        return None
    match value:
        case [float(size), bool(bold)] if isfinite(size) and size > 0:
            return Face(size, bold)
    raise TypeError("a face is none")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is missing")
    return value.encode("utf-8", "replace").decode("utf-8")


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise TypeError("a page number is missing")
    return value
