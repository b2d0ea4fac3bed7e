"""Lists of words as text files: one entry or several a line, # begins a comment."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Each row of ``<name>.txt`` with its entries: a province and its cities."""
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    entries = (tuple(line.partition("#")[0].split()) for line in text.splitlines())
    return tuple(row for row in entries if row)


@cache
def words(name: str) -> frozenset[str]:
    """All entries of ``<name>.txt``: of surnames, 王 and 欧阳 among them."""
    return frozenset(word for row in rows(name) for word in row)
