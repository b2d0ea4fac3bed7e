"""Stylesheets, script and icon under names that change with their content, so that they last."""

from hashlib import sha256
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, send_from_directory, url_for

FOLDER = Path(__file__).parent / "static"
KEY = "bulletin-assets"
DIGITS = 10
A_YEAR = 365 * 24 * 3600

assets = Blueprint("assets", __name__)


def keep_assets(app: Flask) -> None:
    """Read what pages load, once, for the names in their addresses."""
    digests = {path.name: _digest(path) for path in FOLDER.iterdir() if path.is_file()}
    app.extensions[KEY] = digests


def asset_address(name: str) -> str:
    """Where a file of the static folder stands: /static/style-0a1b2c3d4e.css."""
    stem, _, suffix = name.partition(".")
    return url_for("assets.asset", stem=stem, digest=_digests()[name], suffix=suffix)


@assets.get("/static/<stem>-<digest>.<suffix>")
def asset(stem: str, digest: str, suffix: str) -> Response:
    """A file for ever, under the name of its content; under any other there is nothing."""
    name = f"{stem}.{suffix}"
    if _digests().get(name) != digest:
        abort(404)
    response = send_from_directory(FOLDER, name, max_age=A_YEAR)
    response.cache_control.public = True
    response.cache_control.immutable = True
    return response


def _digests() -> dict[str, str]:
    digests: dict[str, str] = current_app.extensions[KEY]
    return digests


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:DIGITS]
