"""Radical code points, as some PDF fonts give them, made ordinary characters: ⼯作 -> 工作."""

from functools import cache
from importlib.resources import files


@cache
def radicals() -> dict[int, str]:
    """The table for ``str.translate``: each radical and the ideograph it stands for, ⻓ -> 长."""
    text = files(__package__).joinpath("radicals.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {ord(radical): ideograph for radical, ideograph in rows}
