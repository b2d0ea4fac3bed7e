"""Our end of the nursery."""

import atexit
import socket
import subprocess
from collections.abc import Sequence
from threading import Lock

from indexer.extract.sandbox.interpreter import command, environment

# Starting, and importing the reader for the first time, take well under a second.
_PATIENCE_SECONDS = 30


class Nursery:
    """A process that forks a child for each request; starts with the first, and ends with us."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def send(self, request: bytes, descriptors: Sequence[int]) -> None:
        """Has a child forked for this request, which answers on the last of the descriptors.

        A nursery that has died is started again, once. If nobody takes the request over, its
        descriptors are closed, which tells the asker.
        """
        with self._lock:
            for _ in range(2):
                if self._asked(request, descriptors):
                    return
                self._end()

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
        atexit.register(self._end)
        return control

    def _end(self) -> None:
        """Ends the nursery, if there is one, and leaves no zombie."""
        atexit.unregister(self._end)
        if self._control:
            self._control.close()
        if self._process:
            self._process.kill()
            self._process.wait()
        self._control = self._process = None
