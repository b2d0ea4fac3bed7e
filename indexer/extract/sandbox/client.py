"""Our end of the nursery."""

import atexit
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock

from indexer.extract.sandbox.interpreter import command, environment

# Starting, and importing the reader for the first time, take well under a second.
_PATIENCE_SECONDS = 30
# It ends by itself when we leave, and takes its children along: so it is given time to.
_FAREWELL_SECONDS = 2


class Nursery:
    """A process that forks a child for each request; starts with the first, and ends with us.

    While it ``is_stopped`` it takes no request.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self.is_stopped = False
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def send(self, request: bytes, descriptors: Sequence[int]) -> None:
        """Has a child forked for this request, which answers on the last of the descriptors.

        A nursery that has died is started again, once. If nobody takes the request over, its
        descriptors are closed, which tells the asker.
        """
        with self._lock:
            for _ in range(0 if self.is_stopped else 2):
                if self._asked(request, descriptors):
                    return
                self.close()

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Within, nothing is read: what others have asked for ends at once, with no answer."""
        with self._lock:
            self.is_stopped = True
            self.close()
        try:
            yield
        finally:
            self.is_stopped = False

    def _asked(self, request: bytes, descriptors: Sequence[int]) -> bool:
        """Whether the nursery took the request over."""
        control = self._control or self._start()
        try:
            socket.send_fds(control, [request], descriptors)
            return control.recv(1) != b""
        except (ConnectionError, TimeoutError):
            return False

    def _start(self) -> socket.socket:
        control, theirs = socket.socketpair()
        control.settimeout(_PATIENCE_SECONDS)
        with theirs:
            self._process = subprocess.Popen(
                [*command("indexer.extract.sandbox.nursery"), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                env=environment(),
            )
        self._control = control
        atexit.register(self.close)
        return control

    def close(self) -> None:
        """Ends the nursery, if there is one, and leaves no zombie."""
        atexit.unregister(self.close)
        if self._control:
            self._control.close()
        if self._process:
            try:
                self._process.wait(_FAREWELL_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._control = self._process = None
