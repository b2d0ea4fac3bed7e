"""What holds for every test: no network, and browser tests only where there is a browser."""

import ipaddress
import socket
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tools import setup_browser

# A host and a port, IPv6's two numbers more, or the path of a Unix socket.
Address = tuple[str | int, ...] | str


# The first example of a test may load a dictionary; and the same examples run everywhere.
settings.register_profile("everywhere", deadline=None, derandomize=True)
settings.load_profile("everywhere")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one browser of a run; playwright does not bear a second one beside it."""
    program = setup_browser.find_chromium()
    assert program, "browser tests are skipped where there is none"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=list(setup_browser.ARGUMENTS)
        )
        yield browser
        browser.close()


@pytest.fixture
def loopback() -> None:
    """Leave to connect to servers on this machine; tests marked browser have it anyway."""


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections fail loudly, those to this machine too unless the test has leave for them."""
    leave = "loopback" in request.fixturenames or request.node.get_closest_marker("browser")

    def guarded(
        connect: Callable[[socket.socket, Address], object],
    ) -> Callable[[socket.socket, Address], object]:
        def checked(self: socket.socket, address: Address) -> object:
            if isinstance(address, str) or (leave and _is_loopback(str(address[0]))):
                return connect(self, address)
            raise RuntimeError(
                f"a test connects to {address}; tests have no network. "
                'For a server on this machine ask for the fixture "loopback".'
            )

        return checked

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests are skipped, with the reason, where they cannot run."""
    browsing = [item for item in items if item.get_closest_marker("browser")]
    if browsing and (reason := setup_browser.missing()):
        for item in browsing:
            item.add_marker(pytest.mark.skip(reason=reason))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:  # a name: only this one is known not to leave the machine
        return host == "localhost"
