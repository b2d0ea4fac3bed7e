"""What a reader chose is there at the first paint; and what is printed is what can be filed."""

import io
import time
import unicodedata

import pytest
from playwright.sync_api import Route
from pypdf import PdfReader

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
SLOWLY = 0.4  # seconds that the stylesheet takes
FIRST_PAINT = "performance.getEntriesByName('first-paint')[0]?.startTime"
STYLED = """performance.getEntriesByType("resource")
  .find((one) => one.name.includes("/look-")).responseEnd"""


def late(route: Route) -> None:
    """Answers after a while."""
    time.sleep(SLOWLY)
    route.continue_()


def test_nothing_is_painted_before_the_chosen_look_has_come(open_page: Open) -> None:
    page = open_page("/prefs?theme=dark&size=xl&back=/search?q=科普", script=True)
    page.route("**/static/look-*", late)
    page.goto("/search?q=讲座")
    page.wait_for_function(FIRST_PAINT)
    assert page.evaluate(STYLED) >= SLOWLY * 1000
    assert page.evaluate(FIRST_PAINT) >= page.evaluate(STYLED)


def plain(text: str) -> str:
    """A text without spaces, and with one sign where fonts have two: ⽇ is 日, ， is a comma."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def printed(open_page: Open, path: str) -> str:
    """The words that stand on paper."""
    pages = PdfReader(io.BytesIO(open_page(path).pdf())).pages
    return plain("".join(page.extract_text() for page in pages))


def test_a_printed_result_says_what_was_searched_and_holds_no_controls(open_page: Open) -> None:
    text = printed(open_page, "/search?q=讲座&org=石桥区科协")
    for words in (
        "讲座，单位：石桥区科协",
        "检索）",
        "科普讲座第4讲举行",
        "2023年5月10日",
        "找到10篇",
    ):
        assert plain(words) in text
    for control in (
        "应用筛选",
        "二次检索",
        "检索帮助",
        "English",
        "带走结果",
        "为何命中",
        "历年报道",
    ):
        assert plain(control) not in text


def test_a_printed_article_has_its_text_and_source_and_no_controls(open_page: Open) -> None:
    text = printed(open_page, "/article/talk-3?q=讲座")
    for words in ("科普讲座第3讲举行", "听众提问踊跃", "2023年4月10日", "/article/talk-3（20"):
        assert plain(words) in text
    for control in ("应用筛选", "返回检索结果", "检索帮助", "不显示标记", "字号与配色"):
        assert plain(control) not in text
