"""What is derived of the archive and kept until the archive changes."""

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """One value, made anew when its key changes; threads that ask meanwhile wait for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: tuple[Hashable, Value] | None = None

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key: the one at hand, or a new one in its place."""
        with self._lock:
            if self._held is None or self._held[0] != key:
                self._held = key, make()
            return self._held[1]
