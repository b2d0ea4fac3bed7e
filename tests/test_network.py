import socket
from collections.abc import Iterator

import pytest

# Set aside for documentation by RFC 5737: no machine answers there.
NOBODY = ("192.0.2.1", 80)


@pytest.fixture
def server() -> Iterator[tuple[str, int]]:
    """The address of a socket on this machine that waits for callers."""
    with socket.create_server(("127.0.0.1", 0)) as waiting:
        host, port = waiting.getsockname()
        yield host, port


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_test_cannot_reach_the_network(method: str) -> None:
    with socket.socket() as client, pytest.raises(RuntimeError, match="no network"):
        getattr(client, method)(NOBODY)


def test_a_test_cannot_reach_this_machine_without_leave(server: tuple[str, int]) -> None:
    with socket.socket() as client, pytest.raises(RuntimeError, match="loopback"):
        client.connect(server)


@pytest.mark.usefixtures("loopback")
def test_a_test_with_leave_reaches_this_machine(server: tuple[str, int]) -> None:
    with socket.create_connection(server) as reached:
        assert reached.getpeername() == server


@pytest.mark.usefixtures("loopback")
@pytest.mark.parametrize("address", [NOBODY, ("bulletin.example", 80)])
def test_leave_for_this_machine_is_no_leave_for_others(address: tuple[str, int]) -> None:
    with socket.socket() as client, pytest.raises(RuntimeError, match="no network"):
        client.connect(address)
