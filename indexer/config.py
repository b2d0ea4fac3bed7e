"""config.toml -> a frozen Config; whatever is unknown or wrong is named with its line."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from indexer.errors import ConfigError
from indexer.models import Knowledge, Limits, OrganizationEntry

Section = TypeVar("Section")


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """What the archive is called, and its folders as written (relative to config.toml)."""

    name: str = "科协工作动态检索"
    corpus: str = "corpus"
    data: str = "var"


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How results are given out; ``page_size`` is 1 to 100."""

    page_size: int = field(default=20, metadata={"range": (1, 100)})


@dataclass(frozen=True, slots=True)
class WebSettings:
    """Where the web pages are served."""

    host: str = "127.0.0.1"
    port: int = field(default=8000, metadata={"range": (0, 65535)})
    threads: int = field(default=8, metadata={"range": (1, 64)})


@dataclass(frozen=True, slots=True)
class KnowledgeSettings:
    """Local names and words, as written."""

    home: str = ""
    sections: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; ``corpus`` and ``data`` are absolute paths."""

    path: Path
    corpus: Path
    data: Path
    archive: ArchiveSettings
    reading: Limits
    search: SearchSettings
    web: WebSettings
    knowledge: Knowledge


SECTIONS = {
    "archive": ArchiveSettings,
    "reading": Limits,
    "search": SearchSettings,
    "web": WebSettings,
    "knowledge": KnowledgeSettings,
}
ORGANIZATIONS = "organizations"


def load_config(path: Path) -> Config:
    """The settings in a TOML file; ConfigError names the file, the line, the key and the remedy."""
    text = _read(path)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}：不是有效的 TOML：{error}；请改正后重试") from error
    source = _Source(path, text)
    for name in tables:
        if name not in SECTIONS and name != ORGANIZATIONS:
            raise source.error(source.header(name), f"不认识的部分 [{name}]", _hint(name, SECTIONS))
    archive = source.section("archive", ArchiveSettings, tables)
    words = source.section("knowledge", KnowledgeSettings, tables)
    folder = path.resolve().parent
    return Config(
        path=path.resolve(),
        corpus=(folder / archive.corpus).resolve(),
        data=(folder / archive.data).resolve(),
        archive=archive,
        reading=source.section("reading", Limits, tables),
        search=source.section("search", SearchSettings, tables),
        web=source.section("web", WebSettings, tables),
        knowledge=Knowledge(source.organizations(tables), words.sections, words.words, words.home),
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError(
            f"找不到设置文件 {path}；请在项目文件夹中运行，或用 --config 指明 config.toml"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"读不了设置文件 {path}：{error}；请检查权限，并存为 UTF-8") from error


def _hint(name: str, known: Mapping[str, object]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"是不是 {close[0]}？" if close else f"可用的有：{'、'.join(known)}"


class _Source:
    """The text of a settings file, to tell on which line something stands."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def error(self, line: int, fault: str, remedy: str) -> ConfigError:
        return ConfigError(f"{self.path} 第 {line} 行：{fault}；{remedy}")

    def header(self, table: str, nth: int = 0) -> int:
        """The line of the nth [table] or [[table]]; 1 where there is none."""
        pattern = re.compile(rf"\s*\[\[?\s*{re.escape(table)}\s*[\].]|\s*{re.escape(table)}\s*[.=]")
        found = [at for at, line in enumerate(self.lines, 1) if pattern.match(line)]
        return found[nth] if nth < len(found) else 1

    def key(self, table: str, key: str, nth: int = 0) -> int:
        """The line of a key within the nth table of that name."""
        start = self.header(table, nth)
        pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        for at, line in enumerate(self.lines[start:], start + 1):
            if pattern.match(line):
                return at
        return start

    def section(self, name: str, cls: type[Section], tables: Mapping[str, Any]) -> Section:
        table = tables.get(name, {})
        if not isinstance(table, dict):
            raise self.error(self.header(name), f"{name} 应是一个部分", f"请写成 [{name}]")
        return self.value(name, cls, table)

    def organizations(self, tables: Mapping[str, Any]) -> tuple[OrganizationEntry, ...]:
        rows = tables.get(ORGANIZATIONS, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            line = self.header(ORGANIZATIONS)
            raise self.error(line, "organizations 应是单位表", "每个单位写成一段 [[organizations]]")
        for nth, row in enumerate(rows):
            if "name" not in row:
                line = self.header(ORGANIZATIONS, nth)
                raise self.error(line, "这个单位没有 name", '请加一行 name = "规范名称"')
        return tuple(
            self.value(ORGANIZATIONS, OrganizationEntry, row, nth) for nth, row in enumerate(rows)
        )

    def value(
        self, name: str, cls: type[Section], table: Mapping[str, Any], nth: int = 0
    ) -> Section:
        """A settings value of ``cls`` from one table, every key checked."""
        known = {item.name: item for item in fields(cls)}  # type: ignore[arg-type] # a dataclass
        values = {}
        for key, given in table.items():
            line = self.key(name, key, nth)
            if key not in known:
                raise self.error(line, f"[{name}] 中不认识的键 {key}", _hint(key, known))
            problem = _problem(known[key].type, given, known[key].metadata.get("range"))
            if problem:
                raise self.error(line, f"[{name}] 的 {key} 写错了", problem)
            values[key] = tuple(given) if isinstance(given, list) else given
        return cls(**values)


def _problem(kind: Any, given: object, bounds: tuple[int, int] | None) -> str:  # noqa: ANN401
    # A dataclass field's type is whatever its annotation evaluates to.
    """What is wrong with a value, as the remedy; empty when it fits its type and range."""
    if get_origin(kind) is tuple:
        fits = isinstance(given, list) and all(isinstance(item, str) for item in given)
        return "" if fits else '应是文字的列表，例如 ["甲", "乙"]'
    if kind is int:
        low, high = bounds or (1, 1_000_000)
        fits = isinstance(given, int) and not isinstance(given, bool) and low <= given <= high
        return "" if fits else f"应是 {low} 到 {high} 之间的整数"
    fits = isinstance(given, str) and (kind is str or str in get_args(kind))
    return "" if fits else '应是文字，写在引号里，例如 "corpus"'
