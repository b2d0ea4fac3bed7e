"""Every state of every page: nothing breaks WCAG 2.2 AA, and nothing is wider than the screen.

Each state is looked at once here, the widths, themes, sizes and languages in turn; the slow form,
``make accessibility``, looks at each in every width and theme, and in every width and size.
"""

from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import findings
from tools.browsing import LANGUAGES, SIZES, THEMES, WIDTHS, View, dress, open_state
from tools.sample_site import running_sites
from tools.states import STATES, Site, State

pytestmark = pytest.mark.browser
VIEWS = tuple(product(WIDTHS, THEMES, SIZES))
# What colours there are does not depend on the size of type.
SLOW_VIEWS = tuple(view for view in VIEWS if view[1] == "light" or view[2] == "m")
# The distances WCAG 2.2, 1.4.12, lets a reader ask for.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[Site, str]]:
    with running_sites(tmp_path_factory.mktemp("sites")) as addresses:
        yield addresses


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return wider


@pytest.mark.parametrize("at", range(len(STATES)), ids=[state.name for state in STATES])
def test_a_state_can_be_used_by_everybody(
    chromium: Browser, sites: Mapping[Site, str], at: int
) -> None:
    # 27 views are passed through in steps of 13, so that neighbours differ in everything.
    view = View(*VIEWS[at * 13 % len(VIEWS)], LANGUAGES[at % 2])
    page = open_state(chromium, sites, STATES[at], view)
    assert findings(page) == [], view
    assert overflow(page) <= 0, view
    page.context.close()


def test_a_fault_would_be_found(chromium: Browser, sites: Mapping[Site, str]) -> None:
    page = open_state(chromium, sites, STATES[0], View(320))
    page.evaluate("document.querySelector('main').append(new Image(400))")
    assert [finding.split(" | ")[:2] for finding in findings(page)] == [["violations", "image-alt"]]
    assert overflow(page) > 0
    page.context.close()


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_state_can_be_used_by_everybody_in_every_view(
    chromium: Browser, sites: Mapping[Site, str], state: State, language: str
) -> None:
    page = open_state(chromium, sites, state, View(theme="contrast", language=language))
    wrong = []
    for view in (View(*view, language) for view in SLOW_VIEWS):
        dress(page, view)
        wrong += [f"{view} {finding}" for finding in findings(page)]
        wrong += [f"{view} is {overflow(page)} px too wide"] if overflow(page) > 0 else []
    assert wrong == []
    page.evaluate(SPACED)
    assert overflow(page) <= 0, "with wider distances between letters and lines"
    page.context.close()
