"""What every answer carries and every request must keep to, whoever sends it."""

import socket
from collections.abc import Callable

from flask import Flask, Response, abort, current_app, request
from werkzeug.exceptions import ServiceUnavailable

from webui.problems import request_id

LONGEST_ADDRESS = 8 * 1024
LARGEST_BODY = 16 * 1024
LARGEST_HEADER = 16 * 1024
LONGEST_QUEUE = 32
PATIENCE = 5  # seconds until somebody refused may try again
QUEUE = "bulletin-queue"
# What costs no more than a refusal, and what others watch the service by.
ALWAYS = ("pages.healthz", "health.readyz", "assets.asset")
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
LOOPBACK = ("localhost", "127.0.0.1")
EVERY_ADDRESS = ("0.0.0.0", "")
HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    # Questions stand in addresses, and addresses stay here.
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", ""),
    ("X-Robots-Tag", "noindex"),
)


def secure(app: Flask) -> None:
    """Give every answer its headers and every request its limits."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.config["TRUSTED_HOSTS"] = list(LOOPBACK)
    app.before_request(_refuse_long_addresses)
    app.before_request(_refuse_when_busy)
    app.after_request(_add_headers)


def trust(app: Flask, host: str) -> None:
    """Answer requests for this host too; for 0.0.0.0, under this machine's names and addresses.

    Requests for any other name are refused, so that no foreign page can have its own name lead
    here and read the archive.
    """
    own = _own_names() if host in EVERY_ADDRESS else [host]
    app.config["TRUSTED_HOSTS"] = sorted({*app.config["TRUSTED_HOSTS"], *own})


def mind_queue(app: Flask, waiting: Callable[[], int]) -> None:
    """Refuse requests while more than LONGEST_QUEUE others wait, as ``waiting`` tells.

    Whoever is refused at once can try again; whoever waits a minute has gone away.
    """
    app.extensions[QUEUE] = waiting


def _own_names() -> list[str]:
    """What this machine calls itself, and its IPv4 addresses as far as they can be looked up."""
    name = socket.gethostname()
    try:
        _, aliases, addresses = socket.gethostbyname_ex(name)
    except OSError:
        return [name]
    return [name, *aliases, *addresses]


def _refuse_long_addresses() -> None:
    if len(request.full_path.encode()) > LONGEST_ADDRESS:
        abort(414)


def _refuse_when_busy() -> None:
    waiting: Callable[[], int] | None = current_app.extensions.get(QUEUE)
    if waiting and waiting() > LONGEST_QUEUE and request.endpoint not in ALWAYS:
        raise ServiceUnavailable(retry_after=PATIENCE)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS:
        response.headers[name] = value
    response.headers["X-Request-ID"] = request_id()
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "private, no-cache"
    return response
