"""What could not be drawn a while ago, so that it is not tried again with every look at it."""

import time
from threading import Lock

from indexer.errors import PageUnavailable

_SECONDS = 300
_MOST = 1000


class Faults:
    """The pages that could not be drawn in the last five minutes, and why."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[float, str]] = {}
        self._lock = Lock()

    def check(self, name: str) -> None:
        """PageUnavailable for what is known to fail."""
        until, reason = self._known.get(name, (0.0, ""))
        left = until - time.monotonic()
        if left > 0:
            raise PageUnavailable(reason, round(left) + 1)

    def told(self, name: str, reason: str) -> PageUnavailable:
        """Remembers a failure; the error to be raised."""
        with self._lock:
            while len(self._known) >= _MOST:
                del self._known[next(iter(self._known))]
            self._known[name] = time.monotonic() + _SECONDS, reason
        return PageUnavailable(reason, _SECONDS)
