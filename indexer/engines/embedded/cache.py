"""What was found at some cost and may be asked for again: the latest, within a number of bytes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from indexer.engines.embedded.lists import Documents

OVERHEAD = 200  # bytes that a key and the rest take besides the documents, roughly


class Kept:
    """Documents by key; the least lately used go when all are too large. For any threads."""

    def __init__(self, most: int) -> None:
        """At most so many bytes; 0 keeps nothing."""
        self._most, self._size = most, 0
        self._held: OrderedDict[Hashable, Documents] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Documents]) -> Documents:
        """The documents of a key, made where they are not there; nobody may change them."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        self._put(key, made)
        return made

    def _put(self, key: Hashable, documents: Documents) -> None:
        cost = documents.nbytes + OVERHEAD
        if cost > self._most:
            return
        with self._lock:
            if key not in self._held:
                self._held[key] = documents
                self._size += cost
            while self._size > self._most:
                self._size -= self._held.popitem(last=False)[1].nbytes + OVERHEAD
