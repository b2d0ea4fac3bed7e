"""The values of one kind that the archive has: organisations, people, sections or titles."""

from collections.abc import Callable


class Values:
    """Values as printed with their number of articles, most first; looked up in normal form."""

    def __init__(self, tally: tuple[tuple[str, int], ...], normal: Callable[[str], str]) -> None:
        self.articles = dict(tally)
        self._normal = {value: normal(value) for value in self.articles}

    def normal(self, value: str) -> str:
        """The normal form of one of the values."""
        return self._normal[value]

    def equal(self, text: str) -> tuple[str, ...]:
        """The values whose normal form a text is."""
        return tuple(value for value, normal in self._normal.items() if normal == text)

    def beginning(self, text: str) -> tuple[str, ...]:
        """The values that begin with a normal text."""
        return tuple(value for value, normal in self._normal.items() if normal.startswith(text))

    def containing(self, text: str) -> tuple[str, ...]:
        """The values that hold a normal text."""
        return tuple(value for value, normal in self._normal.items() if text in normal)
