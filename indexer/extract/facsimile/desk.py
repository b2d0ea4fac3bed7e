"""Who may have a page drawn now, who waits, and who is sent away."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Semaphore

from indexer.errors import PageBusy

_SOON = 2


class Desk:
    """So many pages are drawn at a time, and so many may wait for that."""

    def __init__(self, seats: int, waiting: int) -> None:
        self._seats = Semaphore(seats)
        self._places = BoundedSemaphore(seats + waiting)

    @contextmanager
    def seat(self) -> Iterator[None]:
        """Within, one page is drawn; PageBusy where too many wait already."""
        if not self._places.acquire(blocking=False):
            raise PageBusy("正在绘制的页面太多，请稍候再试", _SOON)
        try:
            with self._seats:
                yield
        finally:
            self._places.release()
