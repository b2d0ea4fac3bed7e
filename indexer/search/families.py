"""Which organisations belong to which: 北京市科协 and all below it."""

from collections.abc import Iterable, Mapping

from indexer.models import Knowledge
from indexer.organizations import describe


class Families:
    """The organisations of an archive as a forest, by the site's table and by their names."""

    def __init__(self, names: Iterable[str], knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.parents: dict[str, str | None] = {}
        self._children: dict[str, list[str]] = {}
        for name in names:
            self._take(name)

    @property
    def heads(self) -> Mapping[str, list[str]]:
        """The organisations with others directly below them."""
        return self._children

    def of(self, name: str) -> tuple[str, ...]:
        """An organisation and all below it, in no order but its own first."""
        found = dict.fromkeys([name])
        for one in (rest := [name]):
            fresh = [child for child in self._children.get(one, ()) if child not in found]
            found |= dict.fromkeys(fresh)
            rest += fresh
        return tuple(found)

    def _take(self, name: str) -> None:
        """Note who is above an organisation, and above that, up to the top."""
        while name not in self.parents:
            parent = describe(name, self._knowledge).parent
            self.parents[name] = parent = None if self._is_above(name, parent) else parent
            if parent is None:
                return
            self._children.setdefault(parent, []).append(name)
            name = parent

    def _is_above(self, name: str, other: str | None) -> bool:
        """Whether an organisation is the other one or above it; then the table goes in a circle."""
        while other is not None and other != name:
            other = self.parents.get(other)
        return other == name
