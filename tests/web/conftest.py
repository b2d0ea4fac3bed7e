"""The application over a small real archive, indexed once for all web tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer.library import Library, open_library
from tests.web.archive import make_archive
from tests.web.html_page import Page
from webui import create_app

Get = Callable[[str], Page]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    config = make_archive(tmp_path_factory.mktemp("archive"))
    with open_library(config) as opened:
        opened.update()
        yield opened


@pytest.fixture
def app(library: Library) -> Flask:
    return create_app(library)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def get(client: FlaskClient) -> Get:
    """A page that answers 200, read."""

    def read(address: str) -> Page:
        response = client.get(address)
        assert response.status_code == 200, response.text
        return Page(response.text)

    return read


@pytest.fixture
def unindexed(tmp_path: Path) -> Iterator[FlaskClient]:
    """The application over an archive where nothing was indexed yet."""
    with open_library(make_archive(tmp_path)) as opened:
        yield create_app(opened).test_client()
