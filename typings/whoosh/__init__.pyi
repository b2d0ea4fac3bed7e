"""Whoosh 2.7.4: the parts the embedded engine calls, and no others, so that mypy fences them."""

__version__: tuple[int, int, int]

def versionstring(build: bool = True, extra: bool = True) -> str: ...
