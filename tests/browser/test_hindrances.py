"""The script is blocked, fails half-way, or may keep nothing: the pages work all the same."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
FORBIDDEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("forbidden", "SecurityError"); } });"""
FAILING = "window.matchMedia = () => { throw new Error('an old browser'); };"


def search(page: Page) -> None:
    """Searches from the first page and reads the first hit."""
    page.goto("/")
    page.get_by_label("检索词").fill("讲座")
    page.get_by_role("button", name="检索", exact=True).click()
    expect(page.locator("#results-heading")).to_have_text("找到 30 篇")
    page.locator(".hits h3 a").first.click()
    expect(page.get_by_role("link", name="返回检索结果")).to_be_visible()


def test_where_the_script_does_not_come(open_page: Open) -> None:
    page = open_page("/help", script=True)
    # An empty answer and not a broken one: of that the browser itself would complain.
    page.route("**/static/*.js", lambda route: route.fulfill(body="", content_type="text/plain"))
    search(page)


def test_where_the_script_fails_half_way(open_page: Open) -> None:
    page = open_page("/help", script=True)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.add_init_script(FAILING)
    search(page)
    assert set(errors) == {"an old browser"}


def test_where_nothing_may_be_kept(open_page: Open) -> None:
    page = open_page("/help", script=True)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.add_init_script(FORBIDDEN)
    search(page)
    page.goto("/search?q=讲座")
    page.get_by_role("button", name="收藏本次检索").click()
    expect(page.get_by_role("status").last).to_have_text("浏览器不让保存")
    for path in ("/saved", "/"):
        page.goto(path)
        page.get_by_role("combobox").press_sequentially("青湖")
        expect(page.get_by_role("option").first).to_contain_text("青湖区科协")
    assert errors == []
