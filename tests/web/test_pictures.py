"""The page of the original beside an article: its picture, the boxes on it, and every state."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.extract.facsimile import Desk, Facsimiles
from indexer.library import Library, open_library
from indexer.models import Limits
from tests.unit.extract.pdfs import IMAGE, encrypted, pdf
from tests.web.html_page import Element, Page
from tests.web.printed import FIRST, SECOND, place, write_printed
from webui import create_app

TITLE, OTHER = "科普日主场活动总结会召开", "青湖区科协组织科普大集进山村"
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed")
    with open_library(write_printed(folder)) as library:
        library.update()
    return folder


@pytest.fixture
def own(folder: Path, tmp_path: Path) -> Path:
    """The same archive, to be changed by one test."""
    return shutil.copytree(folder, tmp_path / "own")


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    with open_library(folder / "config.toml") as library:
        yield library


@pytest.fixture
def client(library: Library) -> FlaskClient:
    return create_app(library).test_client()


def address(client: FlaskClient, question: str, title: str) -> str:
    """Where an article stands, as a result leads to it."""
    hits = client.get(f"/search.json?q={question}").get_json()["hits"]
    found: str = next(hit["url"] for hit in hits if hit["title"] == title)
    return found


def read(client: FlaskClient, question: str, title: str, more: str = "") -> Page:
    """An article as it is read from a search."""
    return Page(client.get(address(client, question, title) + more).text)


def boxes(page: Page) -> list[Box]:
    """Left, top, right and bottom of the boxes, in points."""
    found = []
    for rect in page.all("rect"):
        x, y, width, height = (float(rect.attributes[n]) for n in ("x", "y", "width", "height"))
        found.append((x, y, x + width, y + height))
    return found


def is_around(box: Box, word: Box) -> bool:
    """Whether a box stands around a word, and no further off than a line is from the next."""
    return all(abs(edge - other) < 3 for edge, other in zip(box, word, strict=True))


def picture(page: Page) -> Element:
    return page.one("img")


class TestPicture:
    def test_shows_the_page_of_the_first_match(self, client: FlaskClient) -> None:
        page = read(client, "果树越冬", OTHER)
        assert page.one("h2", id="paper-heading").text == "原件第 2 / 3 页"
        assert picture(page).attributes["alt"] == (
            "《云州科协简报》第12期第2页版面图，文字内容见正文"
        )

    def test_is_an_image_that_may_be_kept_for_ever(self, client: FlaskClient) -> None:
        image = picture(read(client, "科普", TITLE))
        response = client.get(image.attributes["src"])
        assert response.mimetype == "image/webp"
        assert response.data[8:12] == b"WEBP"
        kept = set(response.headers["Cache-Control"].split(", "))
        assert kept == {"public", "max-age=31536000", "immutable"}
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert (image.attributes["width"], image.attributes["height"]) == ("595", "842")

    def test_is_there_in_double_size(self, client: FlaskClient) -> None:
        page = read(client, "科普", TITLE)
        small, large = re.findall(r"(\S+) [12]x", picture(page).attributes["srcset"])
        assert small == picture(page).attributes["src"]
        assert large in [a.attributes["href"] for a in page.all("a") if a.text == "放大"]
        assert len(client.get(large).data) > len(client.get(small).data)

    def test_is_asked_for_at_another_page_by_p(self, client: FlaskClient) -> None:
        page = read(client, "科普", TITLE, "&p=2")
        assert page.one("h2", id="paper-heading").text == "原件第 2 / 3 页"
        assert boxes(page) == []

    @pytest.mark.parametrize("asked", ["0", "-1", "4", "99999", "x", "", "²", "９", "1" * 400])
    def test_is_the_usual_page_for_any_that_is_not_there(
        self, client: FlaskClient, asked: str
    ) -> None:
        page = read(client, "科普", TITLE, f"&p={asked}")
        assert page.one("h2", id="paper-heading").text == "原件第 1 / 3 页"

    def test_leads_to_the_pages_before_and_behind(self, client: FlaskClient) -> None:
        first = read(client, "科普", TITLE)
        second = Page(client.get(first.link("下一页：第 2 页 ›")).text)
        assert second.one("h2", id="paper-heading").text == "原件第 2 / 3 页"
        assert second.one("h1").text == TITLE
        assert second.link("← 返回检索结果") == first.link("← 返回检索结果")
        back = Page(client.get(second.link("‹ 上一页：第 1 页")).text)
        assert back.one("h2", id="paper-heading").text == "原件第 1 / 3 页"
        assert not [a for a in back.all("a") if "上一页" in a.text]

    def test_stands_beside_the_way_to_the_file_at_that_page(
        self, client: FlaskClient, folder: Path
    ) -> None:
        page = read(client, "科普", TITLE, "&p=2")
        size = round((folder / "corpus" / "2023-12.pdf").stat().st_size / 1000)
        assert page.link(f"打开原 PDF（第 2 页，{size} KB）").endswith("#page=2")
        assert "download=1" in page.link("下载原件")

    def test_is_led_to_by_the_page_of_a_snippet(self, client: FlaskClient) -> None:
        result = Page(client.get("/search?q=果树越冬").text)
        href = next(
            a for a in result.all("a") if "第2页" in a.text and "#p2" in a.attributes["href"]
        )
        page = Page(client.get(href.attributes["href"].partition("#")[0]).text)
        assert page.one("h2", id="paper-heading").text == "原件第 2 / 3 页"


class TestBoxes:
    def test_stand_around_each_match_of_the_article(self, client: FlaskClient) -> None:
        title, body, *_ = boxes(read(client, "科普", TITLE))
        assert is_around(title, place(FIRST, "科普", 0))
        assert is_around(body, place(FIRST, "科普", 1))

    def test_of_a_word_broken_over_two_lines_are_two(self, client: FlaskClient) -> None:
        *_, end, beginning = found = boxes(read(client, "科普", TITLE))
        assert len(found) == 4
        left, top, right, bottom = place(FIRST, "踊跃，科")
        assert is_around(end, (right - 14, top, right, bottom))
        left, top, right, bottom = place(FIRST, "普场馆")
        assert is_around(beginning, (left, top, left + 14, bottom))

    def test_find_a_date_that_is_printed_with_blanks(self, client: FlaskClient) -> None:
        (box,) = boxes(read(client, "12月21日", TITLE))
        assert is_around(box, place(FIRST, "12 月 21 日"))

    def test_name_the_words_that_are_marked_in_the_text(self, client: FlaskClient) -> None:
        page = read(client, "科普 越冬管理", OTHER)
        words = [place(SECOND, word) for word in ("科普", "越冬管理")]
        words.insert(1, place(SECOND, "科普", 1))
        found = boxes(page)
        assert len(found) == len(page.all("mark")) == len(words)
        assert all(map(is_around, found, words))

    def test_are_only_where_the_question_asked(self, client: FlaskClient) -> None:
        (box,) = boxes(read(client, "科普&in=title", TITLE))
        assert is_around(box, place(FIRST, "科普", 0))

    def test_stand_inside_the_page_they_are_drawn_over(self, client: FlaskClient) -> None:
        page = read(client, "科普", TITLE)
        assert page.one("svg", class_="boxes").attributes["viewbox"] == "0 0 595.0 842.0"
        assert all(
            0 <= x < right <= 595 and 0 <= y < low <= 842 for x, y, right, low in boxes(page)
        )

    def test_are_none_without_a_question(self, client: FlaskClient) -> None:
        page = Page(client.get(address(client, "科普", TITLE).partition("?")[0]).text)
        assert page.one("h2", id="paper-heading").text == "原件第 1 / 3 页"
        assert (page.all("svg", class_="boxes"), page.all("mark")) == ([], [])


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("1-0000000000000000", id="another content"),
        pytest.param("0-{digest}", id="no page"),
        pytest.param("4-{digest}", id="a page behind the last"),
        pytest.param("100000-{digest}", id="a page that no file has"),
        pytest.param("x-{digest}", id="no number"),
        pytest.param("1-{digest}.png", id="another kind of picture"),
        pytest.param("..%2f1-{digest}", id="a path"),
    ],
)
def test_no_picture_is_at_any_other_address(client: FlaskClient, path: str) -> None:
    source = picture(read(client, "科普", TITLE)).attributes["src"]
    folder, _, name = source.rpartition("/")
    digest = name.removeprefix("1-").removesuffix(".webp")
    asked = f"{folder}/{path.format(digest=digest)}.webp"
    assert client.get(asked).status_code == 404
    assert client.get(f"/page/unknown/{name}").status_code == 404


class TestStates:
    def test_a_text_has_no_picture(self, own: Path) -> None:
        (own / "corpus" / "2024-01.txt").write_text(FIRST.replace("科普日", "科技周"))
        with open_library(own / "config.toml") as library:
            library.update()
            page = read(create_app(library).test_client(), "科技周", "科技周主场活动总结会召开")
        assert page.all("img") == page.all("section", id="paper") == []

    def test_a_file_that_is_gone_is_told(self, own: Path) -> None:
        with open_library(own / "config.toml") as library:
            client = create_app(library).test_client()
            source = picture(read(client, "科普", TITLE)).attributes["src"]
            (own / "corpus" / "2023-12.pdf").unlink()
            page = read(client, "科普", TITLE)
            assert "原件已移动或改变" in page.one("section", id="paper").text
            assert page.all("img") == []
            assert "下载" not in page.one("section", id="paper").text
            assert client.get(source).status_code == 404

    def test_a_file_that_was_changed_is_told_and_can_still_be_opened(self, own: Path) -> None:
        (own / "corpus" / "2023-12.pdf").write_bytes(pdf(SECOND))
        with open_library(own / "config.toml") as library:
            page = read(create_app(library).test_client(), "科普", TITLE)
        assert "原件已移动或改变" in page.one("section", id="paper").text
        assert page.all("img") == []
        assert [a for a in page.all("a") if a.text.startswith("打开原 PDF")]

    def test_a_file_that_was_only_touched_is_shown(self, own: Path) -> None:
        os.utime(own / "corpus" / "2023-12.pdf", (1, 1))
        with open_library(own / "config.toml") as library:
            assert picture(read(create_app(library).test_client(), "科普", TITLE))

    def test_a_password_that_is_no_longer_known_is_told(self, tmp_path: Path) -> None:
        config = write_printed(tmp_path)
        path = tmp_path / "corpus" / "2023-12.pdf"
        path.write_bytes(encrypted(path.read_bytes(), "secret"))
        text = config.read_text(encoding="utf-8")
        config.write_text(f'{text}\n[reading]\npasswords = ["secret"]\n', encoding="utf-8")
        with open_library(config) as library:
            library.update()
            assert picture(read(create_app(library).test_client(), "科普", TITLE))
        shutil.rmtree(tmp_path / "var" / "cache")
        config.write_text(text, encoding="utf-8")
        with open_library(config) as library:
            client = create_app(library).test_client()
            page = read(client, "科普", TITLE)
            assert "文件有口令，打不开" in page.one("section", id="paper").text
            assert page.all("img") == []
            assert "科普日主场活动" in page.one("div", class_="body").text

    def test_a_pictured_page_that_nobody_read_stands_first(self, client: FlaskClient) -> None:
        page = read(client, "科普", TITLE, "&p=3")
        assert "此页为扫描件，未能识别文字" in page.one("section", id="paper").text
        order = [e.tag for e in page.elements if e.tag in ("img", "article")]
        assert order == ["img", "article"]

    def test_one_too_many_gets_the_page_without_boxes_and_the_picture_later(
        self, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with open_library(folder / "config.toml") as library:
            client = create_app(library).test_client()
            link = picture(read(client, "科普", TITLE)).attributes["src"]
            full = Facsimiles(tmp_path, Limits(), 1, Desk(0, 0))
            monkeypatch.setattr(library, "_facsimiles", full)
            page = read(client, "科普", TITLE)
            assert "本页命中 3 处，未能定位" in page.one("section", id="paper").text
            assert picture(page).attributes["src"] == link
            response = client.get(link)
            assert (response.status_code, response.headers["Retry-After"]) == (503, "2")

    def test_a_picture_that_cannot_be_drawn_is_refused_for_a_while(
        self, own: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with open_library(own / "config.toml") as library:
            client = create_app(library).test_client()
            link = picture(read(client, "科普", TITLE)).attributes["src"]
            broken = Facsimiles(own / "none", Limits(memory_mb=1), 1)
            monkeypatch.setattr(library, "_facsimiles", broken)
            response = client.get(link)
            assert (response.status_code, response.headers["Retry-After"]) == (503, "300")
            assert Page(response.text).one("h1").text == "暂时看不到这一页"

    def test_an_article_in_traditional_characters_says_so_and_is_marked(
        self, tmp_path: Path
    ) -> None:
        config = write_printed(tmp_path)
        lines = FIRST.replace("科普日主场活动总结会召开", "科學普及活動總結會議召開")
        lines = lines[: lines.index("    会议")] + "    會議認為，學會應當廣泛開展科學普及活動。"
        (tmp_path / "corpus" / "2023-12.pdf").write_bytes(pdf(lines))
        with open_library(config) as library:
            library.update()
            page = read(create_app(library).test_client(), "科学普及", "科學普及活動總結會議召開")
        assert page.one("div", class_="body").attributes["lang"] == "zh-Hant"
        assert {mark.text for mark in page.all("mark")} == {"科學普及"}
        assert all(map(is_around, boxes(page), (place(lines, "科學普及", nth) for nth in range(2))))

    def test_an_article_that_was_removed_is_gone(self, own: Path) -> None:
        with open_library(own / "config.toml") as library:
            client = create_app(library).test_client()
            gone = address(client, "科普", TITLE)
            (own / "corpus" / "2023-12.pdf").write_bytes(pdf(SECOND, IMAGE))
            library.update()
            response = client.get(gone)
            assert response.status_code == 410
            assert Page(response.text).link("重新检索").startswith("/search?q=")
