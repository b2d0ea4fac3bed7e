"""What the archive is for: who was elected chair in 延庆, and on which page, in three clicks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.library import open_library
from tests.web.archive import write_config
from tests.web.html_page import Page
from webui import create_app

BULLETIN = Path(__file__).parents[2] / "corpus" / "beijing-kexie-2023-12.txt"
SECTION = "【区科协动态】"
CLICKS = 3
MONTH = "2023年12月，8 篇"
TITLE = "延庆区科协第二次代表大会圆满闭幕"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FlaskClient]:
    """The site over the bulletin alone, on two pages: the text has none of its own."""
    (tmp_path / "corpus").mkdir()
    text = BULLETIN.read_text(encoding="utf-8").replace(SECTION, f"\f{SECTION}")
    (tmp_path / "corpus" / BULLETIN.name).write_text(text, encoding="utf-8")
    with open_library(write_config(tmp_path)) as library:
        library.update()
        yield create_app(library).test_client()


@pytest.mark.parametrize(
    "clicks",
    [
        pytest.param((MONTH, TITLE), id="by the month of the bulletin"),
        pytest.param(("按月浏览", MONTH, TITLE), id="by the calendar"),
        pytest.param(("北京市延庆区科协 1 篇", TITLE), id="by its organisation"),
    ],
)
def test_who_was_elected_is_found_from_the_first_page(
    client: FlaskClient, clicks: tuple[str, ...]
) -> None:
    assert len(clicks) <= CLICKS
    page = Page(client.get("/").text)
    for name in clicks:
        page = Page(client.get(_address(page, name)).text)
    assert "欧阳志云当选为延庆区科协第二届委员会主席" in page.text
    assert "第2页" in page.one("p", id="citation").text
    assert "2023年12月" in page.one("p", id="citation").text


def _address(page: Page, name: str) -> str:
    """Where the link whose name begins like this leads."""
    named = (
        (a.attributes.get("aria-label") or a.text, a.attributes["href"]) for a in page.all("a")
    )
    return next(address for label, address in named if label.startswith(name))
