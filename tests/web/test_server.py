import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.errors import BulletinError
from indexer.library import Library
from tests.web.archive import make_archive
from webui import create_app
from webui.security import QUEUE
from webui.server import Server, listen, serve


@pytest.fixture
def server(library: Library, loopback: None) -> Iterator[Server]:
    running = listen(create_app(library), "127.0.0.1", 0, threads=2)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    yield running
    running.close()


def answer(server: Server, path: str, headers: dict[str, str]) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", int(server.effective_port), timeout=10)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


def test_it_answers_and_does_not_name_itself(server: Server) -> None:
    response = answer(server, "/healthz", {})
    assert response.status == 200
    assert response.getheader("Server") is None


def test_it_tells_the_application_how_many_wait(library: Library) -> None:
    app = create_app(library)
    server = listen(app, "127.0.0.1", 0, threads=1)
    assert app.extensions[QUEUE]() == 0
    server.close()


def test_it_refuses_endless_headers_and_bodies(server: Server) -> None:
    assert answer(server, "/healthz", {"Cookie": "x" * 20_000}).status == 431
    assert answer(server, "/healthz", {"Content-Length": "20000"}).status == 413


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("127.0.0.1", id="a port that is taken"),
        pytest.param("no.such.host.invalid", id="a host nobody knows"),
    ],
)
def test_what_cannot_be_served_is_said_with_the_remedy(
    server: Server, library: Library, host: str
) -> None:
    with pytest.raises(BulletinError, match="--port"):
        listen(create_app(library), host, int(server.effective_port))


def test_serving_tells_the_address_and_what_is_amiss(tmp_path: Path) -> None:
    said: list[str] = []

    def interrupted(text: str) -> None:
        said.append(text)
        if "http://" in text:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        serve(make_archive(tmp_path), None, 0, interrupted)
    assert "bulletin index" in said[0]
    assert "http://127.0.0.1:" in said[-1]
