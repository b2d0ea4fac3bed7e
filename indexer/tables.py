"""TOML tables -> frozen values; whatever is unknown or wrong is named with its line."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin

from indexer.errors import ConfigError

Value = TypeVar("Value")


class TomlFile:
    """A TOML file whose tables are read as dataclasses: each key is a field, and checked.

    Raises ConfigError where the file cannot be read or is no TOML.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        text = _read(path)
        self._lines = text.splitlines()
        try:
            self.tables: Mapping[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{path}：不是有效的 TOML：{error}；请改正后重试") from error

    def check_names(self, known: Mapping[str, object]) -> None:
        """ConfigError for a table that is not among the known ones."""
        for name in self.tables:
            if name not in known:
                raise self._error(self._header(name), f"不认识的部分 [{name}]", _hint(name, known))

    def table(self, name: str, cls: type[Value]) -> Value:
        """The table [name] as a value; the defaults where there is none."""
        table = self.tables.get(name, {})
        if not isinstance(table, dict):
            raise self._error(self._header(name), f"{name} 应是一个部分", f"请写成 [{name}]")
        return self._value(name, cls, table, 0)

    def rows(self, name: str, cls: type[Value], required: str) -> tuple[Value, ...]:
        """The tables [[name]] as values, each of which must have the key ``required``."""
        rows = self.tables.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            line = self._header(name)
            raise self._error(line, f"{name} 应是一张表", f"每一行写成一段 [[{name}]]")
        for nth, row in enumerate(rows):
            if required not in row:
                line = self._header(name, nth)
                raise self._error(line, f"这一段没有 {required}", f'请加一行 {required} = "……"')
        return tuple(self._value(name, cls, row, nth) for nth, row in enumerate(rows))

    def _value(self, name: str, cls: type[Value], table: Mapping[str, Any], nth: int) -> Value:
        """A value of ``cls`` from the nth table of a name, every key checked."""
        known = {item.name: item for item in fields(cls)}  # type: ignore[arg-type] # a dataclass
        values = {}
        for key, given in table.items():
            line = self._key(name, key, nth)
            if key not in known:
                raise self._error(line, f"[{name}] 中不认识的键 {key}", _hint(key, known))
            problem = _problem(known[key].type, given, known[key].metadata.get("range"))
            if problem:
                raise self._error(line, f"[{name}] 的 {key} 写错了", problem)
            values[key] = tuple(given) if isinstance(given, list) else given
        return cls(**values)

    def _error(self, line: int, fault: str, remedy: str) -> ConfigError:
        return ConfigError(f"{self.path} 第 {line} 行：{fault}；{remedy}")

    def _header(self, table: str, nth: int = 0) -> int:
        """The line of the nth [table] or [[table]]; 1 where there is none."""
        name = re.escape(table)
        pattern = re.compile(rf"\s*\[\[?\s*{name}\s*[\].]|\s*{name}\s*[.=]")
        found = [at for at, line in enumerate(self._lines, 1) if pattern.match(line)]
        return found[nth] if nth < len(found) else 1

    def _key(self, table: str, key: str, nth: int) -> int:
        """The line of a key within the nth table of that name."""
        start = self._header(table, nth)
        pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        for at, line in enumerate(self._lines[start:], start + 1):
            if pattern.match(line):
                return at
        return start


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"读不了 {path}：{error}；请检查权限，并存为 UTF-8") from error


def _hint(name: str, known: Mapping[str, object]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"是不是 {close[0]}？" if close else f"可用的有：{'、'.join(known)}"


def _problem(kind: Any, given: object, bounds: tuple[int, int] | None) -> str:  # noqa: ANN401
    # A dataclass field's type is whatever its annotation evaluates to.
    """What is wrong with a value, as the remedy; empty when it fits its type and range."""
    if isinstance(kind, UnionType):  # str | None: a key that is there is never None
        kind = get_args(kind)[0]
    if kind is bool:
        return "" if isinstance(given, bool) else "应是 true 或 false"
    if kind is int:
        low, high = bounds or (1, 1_000_000)
        fits = isinstance(given, int) and not isinstance(given, bool) and low <= given <= high
        return "" if fits else f"应是 {low} 到 {high} 之间的整数"
    if get_origin(kind) is Literal:
        words = get_args(kind)
        return "" if given in words else f"应是其中之一：{'、'.join(words)}"
    if get_origin(kind) is tuple:
        fits = isinstance(given, list) and all(isinstance(item, str) for item in given)
        return "" if fits else '应是文字的列表，例如 ["甲", "乙"]'
    return "" if isinstance(given, str) else '应是文字，写在引号里，例如 "corpus"'
