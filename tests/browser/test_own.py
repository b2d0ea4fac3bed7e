"""What one browser remembers: the last searches on the first page, and those somebody kept."""

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


@pytest.fixture
def result(open_page: Open) -> Page:
    return open_page("/search?q=科普&org=青湖区科协", script=True)


def test_the_last_searches_stand_on_the_first_page_until_they_are_cleared(result: Page) -> None:
    result.goto("/search?q=院士")
    result.goto("/search?q=科普&org=青湖区科协&page=1")
    result.goto("/")
    recent = result.locator("section[data-own=recent]")
    expect(recent.get_by_role("link")).to_have_text(["科普，单位：青湖区科协", "院士"])
    recent.get_by_role("button", name=re.compile(r"去掉\s*院士")).click()
    expect(recent.get_by_role("link")).to_have_count(1)
    recent.get_by_role("button", name=re.compile(r"清除\s*最近检索")).click()
    expect(recent).to_be_hidden()
    result.reload()
    expect(recent).to_be_hidden()


def test_a_search_is_kept_listed_and_exported(result: Page) -> None:
    result.get_by_role("button", name="收藏本次检索").click()
    expect(result.get_by_role("status").last).to_have_text("已记在这个浏览器里")
    result.goto("/saved")
    kept = result.locator("[data-own=kept]")
    expect(kept.get_by_role("listitem").get_by_role("link")).to_have_text(
        ["科普，单位：青湖区科协"]
    )
    expect(result.get_by_text("还没有收藏")).to_be_hidden()
    file = kept.get_by_role("link", name="导出 OPML").get_attribute("href") or ""
    assert "/search.atom?q=" in unquote(file)
    kept.get_by_role("button", name="去掉").click()
    expect(kept).to_be_hidden()
    expect(result.get_by_text("还没有收藏")).to_be_visible()


def test_a_browser_that_does_not_let_it_be_kept_says_so_and_everything_else_works(
    open_page: Open,
) -> None:
    page = open_page("/", script=True)
    page.add_init_script(FULL)
    page.goto("/search?q=科普")
    page.get_by_role("button", name="收藏本次检索").click()
    expect(page.get_by_role("status").last).to_have_text("浏览器不让保存")
    page.get_by_label("检索词").press("/")
    page.goto("/saved")
    expect(page.get_by_text("还没有收藏")).to_be_visible()


def test_what_stands_there_wrongly_is_passed_over(open_page: Open) -> None:
    page = open_page("/", script=True)
    page.evaluate(
        """() => {
          const wrong = ["x", "javascript:alert(1)"];
          localStorage.setItem("kept", JSON.stringify([wrong, 5, ["科普", "/search?q=a"]]));
          localStorage.setItem("recent", "{broken");
        }"""
    )
    page.goto("/saved")
    links = page.locator("[data-own=kept] li a")
    expect(links).to_have_text(["科普"])
    page.goto("/")
    expect(page.locator("section[data-own=recent]")).to_be_hidden()


def test_without_script_the_list_says_what_to_do_instead(open_page: Open) -> None:
    page = open_page("/saved")
    expect(page.get_by_text("请用浏览器的书签")).to_be_visible()
    expect(page.get_by_role("button", name="全部清除")).to_be_hidden()
