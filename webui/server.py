"""The web server: waitress with the limits of this application."""

import logging
import socket
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Protocol

from flask import Flask
from waitress.server import create_server  # type: ignore[import-untyped] # it has no types

from indexer.errors import BulletinError, IndexUnavailable
from indexer.library import Library, open_library
from indexer.models import Query
from webui import create_app
from webui.security import LARGEST_BODY, LARGEST_HEADER, LOOPBACK, mind_queue, trust

THREADS = 8
FIRST_QUESTION = Query(text="科普")


class Server(Protocol):
    """What is used of a waitress server; ``effective_port`` is the port it got."""

    effective_port: str

    def run(self) -> None:
        """Answer requests until interrupted."""

    def close(self) -> None:
        """Give back the socket."""


def serve(
    config: Path, host: str | None, port: int | None, say: Callable[[str], object] = print
) -> None:
    """Serve the archive of a config.toml until Ctrl+C; host and port default to its settings.

    ``say`` is told the address, and what the administrator should know.
    """
    with open_library(config) as library:
        web = library.config.web
        host, port = host or web.host, web.port if port is None else port
        with closing(listen(create_app(library), host, port, web.threads)) as server:
            _load(library, say)
            if host not in LOOPBACK:
                say(f"注意：能连到 {host} 的人都能查看全部资料。 Whoever can connect can read all.")
            say(f"网页服务已启动：http://{host}:{server.effective_port}/ （Ctrl+C 停止 to stop）")
            server.run()


def listen(app: Flask, host: str, port: int, threads: int = THREADS) -> Server:
    """A server that holds its socket but answers only once ``run`` is called; port 0 takes any."""
    trust(app, host)
    # It would warn of each request that waits for another, which costs more than the waiting.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    created = create_server(
        app,
        sockets=[_bind(host, port)],
        threads=threads,
        ident=None,
        max_request_body_size=LARGEST_BODY,
        max_request_header_size=LARGEST_HEADER,
    )
    mind_queue(app, lambda: len(created.task_dispatcher.queue))
    server: Server = created
    return server


def _bind(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise BulletinError(
            f"不能在 {host} 的 {port} 端口提供网页服务（{error}）；请用 --host、--port 换一个"
        ) from error


def _load(library: Library, say: Callable[[str], object]) -> None:
    """Ask something, so that the first reader need not wait for dictionary and index."""
    try:
        library.search(FIRST_QUESTION)
    except IndexUnavailable as error:
        say(f"注意：{error}")
