"""What the archive is for: who was elected chair in 延庆, found within three clicks."""

import shutil
from pathlib import Path

from indexer.library import open_library
from tests.web.archive import write_config
from tests.web.html_page import Page
from webui import create_app

BULLETIN = Path(__file__).parents[2] / "corpus" / "beijing-kexie-2023-12.txt"


def test_who_was_elected_is_found_from_the_month_of_the_bulletin(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    shutil.copy(BULLETIN, tmp_path / "corpus")
    with open_library(write_config(tmp_path)) as library:
        library.update()
        client = create_app(library).test_client()

        def click(page: Page, name: str) -> Page:
            links = (a for a in page.all("a") if name in (a.text, a.attributes.get("aria-label")))
            return Page(client.get(next(links).attributes["href"]).text)

        home = Page(client.get("/").text)
        month = next(
            a.attributes["aria-label"]
            for a in home.all("a")
            if a.attributes.get("aria-label", "").startswith("2023年12月")
        )
        article = click(click(home, month), "延庆区科协第二次代表大会圆满闭幕")
        assert "欧阳志云当选为延庆区科协第二届委员会主席" in article.text
        assert "2023年12月" in article.one("p", id="citation").text
