"""The organisation table as questions meet it: whose name is this, and what are its others?"""

from collections.abc import Callable
from dataclasses import dataclass

from indexer.models import Knowledge, OrganizationEntry

Normal = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Known:
    """A name in normal form that one body bears, with the body's other full names as printed."""

    entry: OrganizationEntry
    others: tuple[str, ...]


class NameTable:
    """Names in normal form -> the bodies that bear them."""

    def __init__(self, knowledge: Knowledge, normal: Normal) -> None:
        self._normal = normal
        self._full: dict[str, OrganizationEntry] = {}
        self._short: dict[str, list[OrganizationEntry]] = {}
        for entry in knowledge.organizations:
            for name in (entry.name, *entry.aliases):
                self._full.setdefault(normal(name), entry)
            for name in entry.short:
                self._short.setdefault(normal(name), []).append(entry)

    def bearers(self, name: str) -> tuple[str, ...]:
        """The preferred names of all bodies that bear a name, full or short."""
        if name in self._full:
            return (self._full[name].name,)
        return tuple(entry.name for entry in self._short.get(name, ()))

    def known(self, name: str) -> Known | None:
        """The one body that bears a name, or None where nobody or several do."""
        entry = self._full.get(name)
        if entry is None:
            bearers = self._short.get(name, ())
            if len(bearers) != 1:
                return None
            entry = bearers[0]
        full = dict.fromkeys((entry.name, *entry.aliases))
        return Known(entry, tuple(one for one in full if self._normal(one) != name))
