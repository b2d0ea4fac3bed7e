"""Ready articles, one JSON object a line: they need no cutting.

    {"id": "2023-12-1", "title": "…", "text": "…", "date": "2023-12-21", "section": "要闻",
     "organizations": ["云州市科协"], "persons": ["…"], "url": "https://…"}

id, title and text are required, though the title may be empty; the date is a day or a month;
other keys are left alone.
"""

import json
import re
import unicodedata
from contextlib import suppress
from datetime import date
from typing import BinaryIO
from urllib.parse import urlsplit

from indexer.extract.sandbox import endings
from indexer.extract.text import unix_lines
from indexer.models import Extraction, Limits, ReadyArticle, Status

_MAX_ID = 200
_MAX_WARNINGS = 20
_TITLE_LENGTH = 30
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII)


def read(file: BinaryIO, limits: Limits) -> Extraction:
    """The articles of a .jsonl file; a line that is none becomes a warning."""
    data = file.read((limits.text_mb << 20) + 1)
    if len(data) > limits.text_mb << 20:
        return endings.too_much_text(limits)
    ready: dict[str, ReadyArticle] = {}
    warnings: list[str] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            article = _article(line)
            if article.id in ready:
                raise _BadLine(f"id“{article.id}”重复")
            ready[article.id] = article
        except _BadLine as fault:
            warnings.append(f"第 {number} 行未收录：{fault}")
    return _extraction(tuple(ready.values()), warnings)


def _extraction(ready: tuple[ReadyArticle, ...], warnings: list[str]) -> Extraction:
    """The articles, or why there are none; of very many warnings the first."""
    told = tuple(warnings[:_MAX_WARNINGS])
    if len(warnings) > _MAX_WARNINGS:
        told += (f"另有 {len(warnings) - _MAX_WARNINGS} 行未收录",)
    if ready:
        return Extraction(Status.OK, ready=ready, warnings=told, paged=False)
    if warnings:
        reason = f"没有一行可以收录；请按提示改正后重新放入（{warnings[0]}）"
        return Extraction(Status.DAMAGED, reason, warnings=told)
    return Extraction(Status.EMPTY, "文件中没有文章；请检查是否放错了文件")


class _BadLine(Exception):
    """A line that is no article; the message says why."""


def _article(line: bytes) -> ReadyArticle:
    """The article on a line; _BadLine if it is none."""
    try:
        value = json.loads(line)
    except UnicodeDecodeError:
        raise _BadLine("不是 UTF-8 编码") from None
    except (ValueError, RecursionError):
        raise _BadLine("不是完整的 JSON") from None
    if not isinstance(value, dict):
        raise _BadLine("不是 JSON 对象")
    return ReadyArticle(
        id=_id(value),
        title=_title(value),
        text=unix_lines(_required(value, "text")),
        date=_date(value),
        section=_optional(value, "section"),
        organizations=_list(value, "organizations"),
        persons=_list(value, "persons"),
        url=_url(value),
    )


def _title(value: dict[str, object]) -> str:
    """The title; of an article that has an empty one the beginning of its text."""
    given = _optional(value, "title")
    if given is None:
        raise _BadLine("缺少 title")
    return given.strip() or _required(value, "text").split("\n")[0].strip()[:_TITLE_LENGTH]


def _id(value: dict[str, object]) -> str:
    """The id: it becomes part of an address, so it has a length and no slash."""
    given = _required(value, "id")
    if len(given) > _MAX_ID:
        raise _BadLine(f"id 超过 {_MAX_ID} 个字符")
    if "/" in given or any(unicodedata.category(sign) == "Cc" for sign in given):
        raise _BadLine("id 不能含有斜杠或控制字符")
    return given


def _date(value: dict[str, object]) -> str | None:
    """The date as it is given, if it is one."""
    given = _optional(value, "date")
    if given is None:
        return None
    if form := _DATE.fullmatch(given):
        with suppress(ValueError):
            date.fromisoformat(given if form[1] else f"{given}-01")
            return given
    raise _BadLine(f"date“{given[:20]}”不是 2023-12-21 或 2023-12 这样的日期")


def _url(value: dict[str, object]) -> str | None:
    """The address; only such as a page may link to."""
    given = _optional(value, "url")
    try:
        if given is not None and urlsplit(given).scheme not in ("", "http", "https"):
            raise _BadLine("url 不是 http 或 https 地址")
    except ValueError:
        raise _BadLine("url 不是一个地址") from None
    return given


def _required(value: dict[str, object], key: str) -> str:
    given = _optional(value, key)
    if given is None:
        raise _BadLine(f"缺少 {key}")
    if not given.strip():
        raise _BadLine(f"{key} 是空的")
    return given


def _optional(value: dict[str, object], key: str) -> str | None:
    given = value.get(key)
    return None if given is None else _text(given, key)


def _list(value: dict[str, object], key: str) -> tuple[str, ...]:
    given = value.get(key)
    if given is None:
        return ()
    if not isinstance(given, list):
        raise _BadLine(f"{key} 应是字符串的列表")
    return tuple(_text(name, key) for name in given)


def _text(given: object, key: str) -> str:
    """The string; half of a surrogate pair cannot be stored."""
    if not isinstance(given, str):
        raise _BadLine(f"{key} 应是字符串")
    try:
        given.encode()
    except UnicodeEncodeError:
        raise _BadLine(f"{key} 含有不完整的字符") from None
    return given
