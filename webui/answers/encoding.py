"""Answers as JSON: a value is an object of its fields."""

from dataclasses import fields, is_dataclass
from functools import cache

from flask.json.provider import DefaultJSONProvider


class Encoding(DefaultJSONProvider):
    """Values in the order of their fields, Chinese as it is; nothing is copied on the way."""

    ensure_ascii = False
    sort_keys = False

    @staticmethod
    def default(o: object) -> object:
        """The fields of a value; what Flask makes of anything else."""
        names = _names(type(o))  # type: ignore[arg-type]  # every class can be hashed
        if not names:
            return DefaultJSONProvider.default(o)
        return {name: getattr(o, name) for name in names}


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of values; none for anything else."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
