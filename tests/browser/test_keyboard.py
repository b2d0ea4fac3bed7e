"""The pages without a pointer: Tab reaches everything, and one sees where one is."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
# What can be reached, but the parts of a group of which Tab reaches one.
REACHABLE = "a[href]:visible, button:visible, summary:visible, input:visible"
# Where the focus is, whether it is in the window, on top, and has a ring.
FOCUS = """() => {
  const focused = document.activeElement;
  const [box] = focused.getClientRects(); // its first line
  const inside = box.top >= 4 && box.bottom <= innerHeight - 4; // the ring, too
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const style = getComputedStyle(focused);
  return {
    name: focused.outerHTML.slice(0, 120),
    end: focused === document.body,
    seen: inside && (focused.contains(top) || Boolean(top && top.contains(focused))),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


def expected(page: Page) -> int:
    """How many stops there are: each group of radio buttons is one."""
    radios = page.locator("input[type=radio]:visible")
    groups = {radio.get_attribute("name") for radio in radios.all()}
    decoration = page.locator("a[tabindex='-1']:visible").count()
    return page.locator(REACHABLE).count() - radios.count() + len(groups) - decoration


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/", id="the first page"),
        pytest.param("/search?q=讲座&org=青湖区科协", id="a result"),
        pytest.param("/article/talk-3?q=讲座", id="an article"),
        pytest.param("/prefs", id="the settings"),
        pytest.param("/facet/org?q=科普", id="a list of values"),
    ],
)
def test_tab_reaches_every_control_and_the_focus_is_seen(
    open_page: Open, path: str, width: int
) -> None:
    page = open_page(path, width)
    stops = expected(page)
    page.evaluate("document.body.focus()")
    for stop in range(stops):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert not focus["end"], f"the walk ends after {stop} of {stops}"
        assert focus["seen"], focus["name"]
        assert focus["ring"], focus["name"]
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["end"], "there is more than was counted"
