"""What was found at some cost and may be asked for again: the latest, within a number of bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar, cast

OVERHEAD = 500  # bytes that a key and the objects take besides the arrays, roughly


class Sized(Protocol):
    """Something that knows the memory it may take."""

    @property
    def nbytes(self) -> int:
        """The bytes of its arrays, those included that are made on demand."""


F = TypeVar("F", bound=Sized)


class Kept:
    """What was found, by key; the least lately used goes when all is too large. For any threads."""

    def __init__(self, most: int) -> None:
        """At most so many bytes; 0 keeps nothing."""
        self._most, self._size = most, 0
        self._held: OrderedDict[Hashable, Sized] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], F]) -> F:
        """What was found for a key, made where it is not there; nobody may change it."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return cast(F, self._held[key])
        made = make()
        self._put(key, made)
        return made

    def _put(self, key: Hashable, made: Sized) -> None:
        cost = made.nbytes + OVERHEAD
        if cost > self._most:
            return
        with self._lock:
            if key not in self._held:
                self._held[key] = made
                self._size += cost
            while self._size > self._most:
                self._size -= self._held.popitem(last=False)[1].nbytes + OVERHEAD
