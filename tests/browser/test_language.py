"""The pages in English, and in a language whose words are longer still."""

import re
import threading
from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from playwright.sync_api import Browser, expect

from indexer.library import open_library
from tests.browser.conftest import Open, talk
from tests.browser.test_walk import PAGES
from tests.web.archive import make_archive, write_notes
from webui import create_app
from webui.language import KEY
from webui.server import listen

pytestmark = pytest.mark.browser

WORDS = re.compile(r"%\(\w+\)s|%%|<[^>]*>|[A-Za-z]{2,}")
WIDER = 1.4


class Longer(NullTranslations):
    """Another language in its own letters: each English word, two fifths longer."""

    def __init__(self, english: NullTranslations) -> None:
        super().__init__()
        self.english = english

    def gettext(self, message: str) -> str:
        return longer(self.english.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(self.english.ngettext(msgid1, msgid2, n))


def longer(text: str) -> str:
    """Filters -> Filterséàé, places and elements left as they are."""
    return WORDS.sub(_longer, text)


def _longer(found: re.Match[str]) -> str:
    word = found[0]
    more = max(1, round(len(word) * (WIDER - 1)))
    return word if word[0] in "%<" else word + ("éà" * more)[:more]


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose English is longer than English."""
    folder = tmp_path_factory.mktemp("foreign")
    config = make_archive(folder)
    write_notes(folder / "corpus" / "talks.jsonl", map(talk, range(30)))
    with open_library(config) as library:
        library.update()
        app = create_app(library)
        app.extensions[KEY] = Longer(app.extensions[KEY])
        server = listen(app, "127.0.0.1", 0, threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_longer_words_break_nothing(chromium: Browser, foreign: str, address: str) -> None:
    context = chromium.new_context(base_url=foreign, viewport={"width": 320, "height": 900})
    page = context.new_page()
    joint = "&" if "?" in address else "?"
    path, hash_, place = address.partition("#")
    page.goto(f"{path}{joint}hl=en{hash_}{place}")
    widths = [page.evaluate("document.documentElement.scrollWidth")]
    page.set_viewport_size({"width": 1280, "height": 900})
    widths.append(page.evaluate("document.documentElement.scrollWidth"))
    told = page.locator("header").inner_text()
    context.close()
    assert "Browseéà" in told
    assert (widths[0] <= 320, widths[1] <= 1280) == (True, True), widths


@pytest.mark.parametrize("script", [True, False])
def test_the_switch_changes_the_language_of_this_page_and_all_others(
    open_page: Open, script: bool
) -> None:
    page = open_page("/search?q=科普", script=script)
    page.get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(re.compile(r"/search\?q=%E7%A7%91%E6%99%AE$"))
    expect(page.locator("#results-heading")).to_have_text(re.compile(r"^\d+ articles$"))
    page.get_by_role("link", name="Search help").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search help")
    page.get_by_role("link", name="中文", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("检索帮助")


def test_the_script_says_what_the_page_gives_it(open_page: Open, site: str) -> None:
    page = open_page("/prefs?lang=en&back=/", script=True)
    page.get_by_role("combobox").press_sequentially("青湖")
    expect(page.get_by_role("listbox")).to_have_attribute("aria-label", "Suggestions")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^Suggestions: \d$"))
    expect(page.get_by_role("option").first).to_contain_text("Organisation")
