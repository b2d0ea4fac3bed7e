"""A page of the sample site in a real browser, as somebody chose to see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, expect

from tools.states import Site, State

HEIGHT = 900
WIDTHS = (320, 390, 1280)
THEMES = ("light", "dark", "contrast")
SIZES = ("m", "l", "xl")
LANGUAGES = ("zh", "en")
DRESS = "([theme, size]) => Object.assign(document.documentElement.dataset, { theme, size })"


@dataclass(frozen=True, slots=True)
class View:
    """How a page is seen: one of WIDTHS, of THEMES, of SIZES and of LANGUAGES."""

    width: int = 1280
    theme: str = "light"
    size: str = "m"
    language: str = "zh"

    def __str__(self) -> str:
        """As part of a file's name: 1280-light-m-zh."""
        return f"{self.width}-{self.theme}-{self.size}-{self.language}"


def open_state(browser: Browser, sites: Mapping[Site, str], state: State, view: View) -> Page:
    """A page in this state and view, in a context of its own, which the caller closes."""
    address = sites[state.site]
    context = browser.new_context(
        base_url=address, viewport={"width": view.width, "height": HEIGHT}
    )
    look = ".".join((view.theme, view.size, "on", "on", view.language))
    context.add_cookies([{"name": "look", "value": look, "url": address}])
    page = context.new_page()
    page.goto(state.path)
    if state.follow:
        page.locator(state.follow).first.click()
        page.wait_for_load_state()
    if state.typed:
        page.request.get(f"/suggest?q={state.typed}")  # the script does not wait for the first one
        page.locator("#q").press_sequentially(state.typed)
        expect(page.locator("[role=option]").first).to_be_visible()
    return page


def dress(page: Page, view: View) -> None:
    """Shows an open page in another width, theme and size; its language stays."""
    page.set_viewport_size({"width": view.width, "height": HEIGHT})
    page.evaluate(DRESS, [view.theme, view.size])
