"""What somebody with a browser does, script switched off unless it is said."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

Shoot = Callable[[Page, str], None]
PAGES = {
    "home": "/",
    "results": "/search?q=科普",
    "filtered": "/search?q=科普&org=青湖区科协&month=2023-01&to=2024",
    "filters": "/search?q=科普#filters",
    "narrowed": "/search?q=科普&refine=讲座&refine=听众&refine=提问&within=365d&in=title",
    "chosen": "/search?q=科普&month=2023-01&not_org=青湖区科协&expand=0",
    "read": "/search?q=云州市科协",
    "few": "/search?q=科谱",
    "nothing": "/search?q=量子 讲座&org=青湖区科协",
    "facet": "/facet/org?q=科普&order=name",
    "months": "/facet/month?q=科普",
    "help": "/help",
    "why": "/why?q=量子&id=talk-2",
    "named": "/why?q=量子&find=讲座",
    "browse": "/browse",
    "browse-year": "/browse/2023",
    "browse-month": "/browse/2023/12",
    "saved": "/saved",
    "tree": "/facet/org?q=科普&order=tree",
    "issues": "/facet/issue",
    "roles": "/search?q=科普&org=青湖区科协&orgrole=by&sub=1&basis=issued&since=g0",
    "prefs": "/prefs",
    "portrait": "/org/青湖区科协",
    "article": "/article/talk-2?q=科普",
    "bulletin": "/search?q=山村",
    "status": "/status",
    "refused": "/search?q=科普&from=2023-13",
    "missing": "/nowhere",
}


def found(page: Page, heading: str) -> None:
    """Waits until the results have this heading."""
    expect(page.locator("#results-heading")).to_have_text(heading)


def count_in(text: str) -> int:
    digits = re.search(r"\d+", text)
    assert digits, text
    return int(digits[0])


def tick(page: Page, name: str) -> int:
    """Ticks a filter and applies it; the number of articles it promised."""
    row = page.locator("label.value", has_text=name)
    promised = count_in(row.locator(".count").inner_text())
    row.get_by_role("checkbox").check()
    page.get_by_role("button", name="应用筛选").last.click()
    return promised


@pytest.mark.parametrize("script", [False, True], ids=["without script", "with script"])
def test_a_search_is_narrowed_read_and_taken_up_again(open_page: Open, script: bool) -> None:
    page = open_page("/", script=script)
    page.get_by_label("检索词").fill("科普")
    page.get_by_role("button", name="检索", exact=True).click()
    found(page, "找到 33 篇")

    promised = tick(page, "青湖区科协")
    found(page, f"找到 {promised} 篇")
    expect(page.get_by_role("checkbox", name=re.compile("青湖区科协"))).to_be_checked()

    month = page.get_by_role("link", name=re.compile("^2023年4月，"))
    promised = count_in((month.get_attribute("aria-label") or "").split("，")[1])
    month.click()
    found(page, f"找到 {promised} 篇")
    narrowed = page.url

    title = page.locator(".hits h3 a").first.inner_text()
    page.locator(".hits h3 a").first.click()
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("mark").first).to_have_text("科普")

    page.get_by_role("link", name="返回检索结果").click()
    found(page, f"找到 {promised} 篇")
    page.go_back()
    page.go_back()
    expect(page).to_have_url(narrowed)

    page.get_by_role("link", name=re.compile("^月份：2023年4月")).click()
    page.get_by_role("link", name="清除全部").click()
    found(page, "找到 33 篇")


def test_the_pages_of_a_result_are_turned(open_page: Open) -> None:
    page = open_page("/search?q=科普")
    page.get_by_role("link", name="下一页").click()
    expect(page.get_by_role("link", name="第 2 页")).to_have_attribute("aria-current", "page")
    expect(page.locator(".hits > li")).to_have_count(13)


def test_the_keyboard_alone_is_enough(open_page: Open) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "跳到正文"
    page.get_by_label("检索词").focus()
    page.keyboard.type("讲座")
    page.keyboard.press("Enter")
    found(page, "找到 30 篇")
    box = page.get_by_role("checkbox", name=re.compile("石桥区科协"))
    box.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    found(page, "找到 10 篇")
    page.locator(".hits h3 a").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="返回检索结果")).to_be_visible()


def test_filters_open_and_close_on_a_narrow_screen(open_page: Open) -> None:
    page = open_page("/search?q=科普", width=390)
    filters = page.get_by_role("heading", name="筛选", exact=True)
    expect(filters).to_be_hidden()
    page.get_by_role("link", name="筛选", exact=True).click()
    expect(filters).to_be_visible()
    page.get_by_role("link", name="收起筛选").click()
    expect(filters).to_be_hidden()


def test_filters_of_a_closed_panel_stay_in_force(open_page: Open) -> None:
    page = open_page("/search?q=科普&org=青湖区科协", width=390)
    page.get_by_label("检索词").fill("讲座")
    page.get_by_role("button", name="检索", exact=True).click()
    found(page, "找到 10 篇")
    expect(page.get_by_role("link", name="筛选（已选 1 项）")).to_be_visible()


def test_a_refused_search_holds_the_focus_on_what_is_wrong(open_page: Open) -> None:
    page = open_page("/search?q=科普")
    page.get_by_label("起").fill("2023-13")
    page.get_by_role("button", name="应用筛选").last.click()
    expect(page.locator(":focus")).to_contain_text("2023-13")


def test_a_second_month_makes_a_range(open_page: Open) -> None:
    page = open_page("/search?q=科普")
    page.get_by_role("link", name=re.compile("^2023年2月，")).click()
    found(page, "找到 5 篇")
    page.get_by_role("link", name="2023年2月至2023年4月，15 篇").click()
    found(page, "找到 15 篇")


def test_the_second_month_of_a_range_may_be_the_earlier_one(open_page: Open) -> None:
    page = open_page("/search?q=科普")
    page.get_by_role("link", name=re.compile("^2023年4月，")).press("Enter")
    found(page, "找到 5 篇")
    page.get_by_role("link", name="2023年2月至2023年4月，15 篇").press("Enter")
    found(page, "找到 15 篇")
    expect(page.locator(".chip")).to_have_text([re.compile("2023年2月.*2023年4月")])


def test_what_was_searched_again_is_taken_back_in_any_order(open_page: Open) -> None:
    page = open_page("/search?q=科普")
    for words, left in (("讲座", 30), ("第1讲", 1)):
        page.get_by_label("在结果中检索").fill(words)
        page.get_by_role("button", name="二次检索").click()
        found(page, f"找到 {left} 篇")
    page.get_by_role("link", name=re.compile("^二次：讲座")).click()
    found(page, "找到 1 篇")
    page.get_by_role("link", name=re.compile("^二次：第1讲")).click()
    found(page, "找到 33 篇")


def test_going_back_leads_to_where_the_reader_was(open_page: Open) -> None:
    page = open_page("/search?q=科普", script=True)
    title = page.locator(".hits h3 a").nth(12)
    title.scroll_into_view_if_needed()
    before = page.evaluate("window.scrollY")
    title.click()
    expect(page.locator("#citation")).to_be_visible()
    page.go_back()
    found(page, "找到 33 篇")
    assert before > 0
    assert page.evaluate("window.scrollY") == pytest.approx(before, abs=2)


def test_a_result_is_searched_again_by_enter_in_its_field(open_page: Open) -> None:
    page = open_page("/search?q=科普&org=青湖区科协")
    page.get_by_label("在结果中检索").fill("院士")
    page.keyboard.press("Enter")
    found(page, "找到 1 篇")
    page.get_by_role("link", name=re.compile("^二次：院士")).click()
    found(page, "找到 12 篇")


def test_a_facet_is_chosen_from_its_list(open_page: Open) -> None:
    page = open_page("/facet/org?q=科普&order=name")
    page.get_by_label("只看含").fill("sqq")
    page.get_by_role("button", name="过滤").click()
    page.get_by_role("checkbox", name=re.compile("石桥区科协")).check()
    page.get_by_role("button", name="应用筛选").click()
    found(page, "找到 10 篇")


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways(open_page: Open, shoot: Shoot, name: str) -> None:
    page = open_page(PAGES[name])
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, width
        page.emulate_media(color_scheme="light")
        shoot(page, f"{name}-{width}-light")
        page.emulate_media(color_scheme="dark")
        shoot(page, f"{name}-{width}-dark")


@pytest.mark.parametrize("name", PAGES)
def test_every_target_is_large_enough(open_page: Open, name: str) -> None:
    page = open_page(PAGES[name], 390)
    targets = page.locator(
        "button:visible, .chip:visible, summary:visible, .pager a:visible,"
        ".value:visible, .years a:visible, .spans a:visible, .sorts a:visible, header a:visible"
    )
    for box in (target.bounding_box() for target in targets.all()):
        assert box
        assert min(box["height"], box["width"]) >= 24, box


def test_theme_and_size_stay_from_page_to_page(open_page: Open) -> None:
    page = open_page("/prefs", width=320)
    page.get_by_label("深色").check()
    page.get_by_label("特大").check()
    page.get_by_role("button", name="保存").click()
    for path in ("/search?q=科普", "/search?q=科普#filters", "/facet/org?q=科普", "/help", "/"):
        page.goto(path)
        expect(page.locator("body")).to_have_css("background-color", "rgb(20, 23, 26)")
        expect(page.locator("html")).to_have_css("font-size", "24px")
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert over <= 0, path
