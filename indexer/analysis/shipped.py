"""The data that a library ships, without the cost of importing the library."""

from importlib.util import find_spec
from pathlib import Path


def shipped_data(library: str, name: str) -> bytes:
    """A file beside a library's code; ModuleNotFoundError where the library is not installed."""
    found = find_spec(library)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"没有安装 {library}", name=library)
    return Path(found.origin).with_name(name).read_bytes()
