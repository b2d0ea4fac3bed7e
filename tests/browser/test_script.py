"""What the script adds: suggestions that are safe with input methods, shortcuts, copying."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


@pytest.fixture
def home(open_page: Open) -> Page:
    return open_page("/", script=True)


@pytest.fixture
def method(home: Page) -> Iterator[CDPSession]:
    """The keyboard of somebody who writes by an input method, in the box of the first page."""
    session = home.context.new_cdp_session(home)
    home.get_by_label("检索词").focus()
    yield session
    session.detach()


def press_while_composing(session: CDPSession, key: str, code: int = 229) -> None:
    for kind in ("rawKeyDown", "keyUp"):
        session.send(
            "Input.dispatchKeyEvent", {"type": kind, "key": key, "windowsVirtualKeyCode": code}
        )


def suggested(page: Page, texts: str) -> None:
    """Waits until the first suggestion is this."""
    expect(page.get_by_role("option").first).to_contain_text(texts)


class TestSuggestions:
    def test_come_while_typing_and_choose_nothing_by_themselves(self, home: Page) -> None:
        box = home.get_by_role("combobox", name="检索词")
        expect(box).to_be_focused()
        expect(box).to_have_attribute("aria-controls", "suggestions")
        expect(box).to_have_attribute("aria-expanded", "false")
        box.press_sequentially("qhqkx")
        suggested(home, "青湖区科协 单位")
        expect(box).to_have_attribute("aria-expanded", "true")
        assert box.get_attribute("aria-activedescendant") is None
        expect(home.get_by_role("status")).to_have_text(re.compile(r"^\d 条建议$"))

    def test_are_walked_by_arrows_and_taken_by_enter(self, home: Page) -> None:
        box = home.get_by_role("combobox")
        box.press_sequentially("青湖")
        suggested(home, "青湖区科协")
        box.press("ArrowDown")
        expect(box).to_have_attribute("aria-activedescendant", "suggestion-0")
        expect(home.get_by_role("option").first).to_have_attribute("aria-selected", "true")
        box.press("Enter")
        expect(home.locator("#results-heading")).to_contain_text("找到")
        expect(home.locator(".chip")).to_contain_text("单位：青湖区科协")

    def test_leave_enter_to_what_was_typed(self, home: Page) -> None:
        box = home.get_by_role("combobox")
        box.press_sequentially("青湖")
        suggested(home, "青湖区科协")
        box.press("Enter")
        expect(home.get_by_label("检索词")).to_have_value("青湖")
        expect(home.locator("#results-heading")).to_contain_text("找到")

    def test_close_at_escape_and_then_the_box_is_cleared(self, home: Page) -> None:
        box = home.get_by_role("combobox")
        box.press_sequentially("青湖")
        suggested(home, "青湖区科协")
        box.press("Escape")
        expect(home.get_by_role("option")).to_have_count(0)
        expect(box).to_have_value("青湖")
        box.press("Escape")
        expect(box).to_have_value("")

    def test_are_left_by_tab(self, home: Page) -> None:
        box = home.get_by_role("combobox")
        box.press_sequentially("青湖")
        suggested(home, "青湖区科协")
        box.press("Tab")
        expect(home.get_by_role("option")).to_have_count(0)

    def test_are_taken_by_a_click(self, home: Page) -> None:
        home.get_by_role("combobox").press_sequentially("陈岚")
        home.get_by_role("option", name="陈岚").click()
        expect(home.locator(".chip")).to_contain_text("人物：陈岚")

    def test_do_not_cover_the_box_nor_widen_a_narrow_page(self, open_page: Open) -> None:
        page = open_page("/", width=320, script=True)
        page.get_by_role("combobox").press_sequentially("云州")
        suggested(page, "云州市科协")
        box = page.get_by_role("combobox").bounding_box()
        found = page.get_by_role("listbox").bounding_box()
        assert box
        assert found
        assert found["y"] >= box["y"] + box["height"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


class TestInputMethod:
    @pytest.mark.parametrize("code", [229, 13])
    def test_enter_while_composing_neither_submits_nor_takes(
        self, home: Page, method: CDPSession, code: int
    ) -> None:
        method.send(
            "Input.imeSetComposition", {"text": "qinghu", "selectionStart": 6, "selectionEnd": 6}
        )
        press_while_composing(method, "Enter", code)
        home.wait_for_timeout(400)
        assert home.url.endswith("/")
        expect(home.get_by_role("option")).to_have_count(0)

    def test_after_the_commit_come_suggestions_and_enter_submits(
        self, home: Page, method: CDPSession
    ) -> None:
        method.send(
            "Input.imeSetComposition", {"text": "qinghu", "selectionStart": 6, "selectionEnd": 6}
        )
        method.send("Input.insertText", {"text": "青湖"})
        suggested(home, "青湖区科协")
        asked: list[str] = []
        home.on("request", lambda request: asked.append(request.url))
        home.keyboard.press("Enter")
        expect(home.get_by_label("检索词")).to_have_value("青湖")
        expect(home.locator("#results-heading")).to_contain_text("找到")
        assert len([address for address in asked if "/search?" in address]) == 1

    @pytest.mark.parametrize("key", ["/", "j", "]", "?"])
    def test_no_shortcut_is_heard_while_composing(
        self, home: Page, method: CDPSession, key: str
    ) -> None:
        method.send(
            "Input.imeSetComposition", {"text": "q", "selectionStart": 1, "selectionEnd": 1}
        )
        press_while_composing(method, key)
        home.wait_for_timeout(100)
        assert home.url.endswith("/")
        expect(home.get_by_role("combobox")).to_have_value("q")


class TestShortcuts:
    def test_walk_the_hits_and_open_one(self, open_page: Open) -> None:
        page = open_page("/search?q=科普", script=True)
        page.keyboard.press("j")
        page.keyboard.press("j")
        title = page.locator(".hits h3 a").nth(1)
        expect(title).to_be_focused()
        words = title.inner_text()
        page.keyboard.press("o")
        expect(page.locator("h1")).to_have_text(words)

    def test_turn_pages(self, open_page: Open) -> None:
        page = open_page("/search?q=科普", script=True)
        page.keyboard.press("]")
        expect(page).to_have_url(re.compile("page=2"))

    def test_lead_to_the_box_and_are_silent_there(self, open_page: Open) -> None:
        page = open_page("/search?q=科普", script=True)
        page.keyboard.press("/")
        expect(page.get_by_role("combobox")).to_be_focused()
        page.keyboard.type("j]")
        expect(page.get_by_role("combobox")).to_have_value("j]")

    def test_can_be_switched_off(self, open_page: Open) -> None:
        page = open_page("/prefs", script=True)
        page.get_by_role("group", name="快捷键").get_by_label("关").check()
        page.get_by_role("button", name="保存").click()
        page.goto("/search?q=科普")
        for key in ("j", "]", "/"):
            page.keyboard.press(key)
        expect(page.locator("body")).to_be_focused()
        expect(page).to_have_url(re.compile("/search[?]q="))

    def test_walk_the_matches_of_an_article_and_hide_their_marks(self, open_page: Open) -> None:
        page = open_page("/article/talk-3?q=讲座", script=True)
        page.keyboard.press("n")
        expect(page.locator("#m1")).to_be_focused()
        page.keyboard.press("n")
        expect(page.locator("#m2")).to_be_focused()
        page.keyboard.press("p")
        expect(page.locator("#m1")).to_be_focused()
        page.keyboard.press("h")
        expect(page.locator("#m1")).to_have_css("text-decoration-line", "none")
        expect(page.get_by_role("button", name="不显示标记")).to_have_attribute(
            "aria-pressed", "true"
        )


def test_a_citation_is_copied(open_page: Open) -> None:
    page = open_page("/article/talk-3", script=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制").click()
    expect(page.get_by_text("已复制")).to_be_visible()
    assert "科普讲座第3讲举行" in page.evaluate("navigator.clipboard.readText()")
