"""The page of the original beside an article, as a browser lays it out."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, FloatRect, Locator, Page, expect

from indexer.library import open_library
from tests.web.printed import FIRST, place, write_printed
from webui import create_app
from webui.server import listen

pytestmark = pytest.mark.browser

Shoot = Callable[[Page, str], None]
Box = tuple[float, float, float, float]
SAMPLE = Path(__file__).parents[2] / "corpus" / "yunzhou-kexie-2023-10.pdf"
WIDTH, HEIGHT = 595, 842
# The share of dark pixels of the picture inside a box given in shares of its sides.
DARK = """(image, [left, top, right, bottom]) => {
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const [x, y] = [left * canvas.width, top * canvas.height];
  const size = [(right - left) * canvas.width, (bottom - top) * canvas.height];
  const pixels = context.getImageData(x, y, ...size).data;
  const dark = pixels.filter((value, at) => at % 4 === 0 && value < 128);
  return dark.length * 4 / pixels.length;
}"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site over two bulletins that were printed."""
    folder = tmp_path_factory.mktemp("printed")
    config = write_printed(folder)
    shutil.copy(SAMPLE, folder / "corpus")
    with open_library(config) as library:
        library.update()
        server = listen(create_app(library), "127.0.0.1", 0, threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{server.effective_port}"
        server.close()


@pytest.fixture
def read(chromium: Browser, printed: str) -> Iterator[Callable[..., Page]]:
    """Opens an article from the result of a search, without script; no complaint is allowed."""
    complaints: list[str] = []
    contexts = []

    def complain(message: ConsoleMessage, page: Page) -> None:
        # Of a picture alone Chromium makes a page with styles of its own, which the policy forbids.
        if ".webp" not in page.url:
            complaints.append(message.text)

    def opened(question: str, title: str, width: int = 1280, scale: int = 1) -> Page:
        context = chromium.new_context(
            base_url=printed,
            java_script_enabled=False,
            viewport={"width": width, "height": 900},
            device_scale_factor=scale,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complain(message, page))
        page.goto(f"/search?q={question}")
        page.get_by_role("link", name=title, exact=True).first.click()
        page.wait_for_load_state("networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def where(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found
    return found


def shares(rect: FloatRect, image: FloatRect) -> Box:
    """The edges of a box in shares of the picture that it is drawn over."""
    left, top = rect["x"] - image["x"], rect["y"] - image["y"]
    return (
        left / image["width"],
        top / image["height"],
        (left + rect["width"]) / image["width"],
        (top + rect["height"]) / image["height"],
    )


@pytest.mark.parametrize("width", [1280, 320])
def test_a_box_stands_over_its_word_in_the_picture(
    read: Callable[..., Page], shoot: Shoot, width: int
) -> None:
    page = read("科普", "科普日主场活动总结会召开", width)
    shoot(page, f"picture-{width}")
    image = where(page.locator(".sheet img"))
    assert image["height"] / image["width"] == pytest.approx(HEIGHT / WIDTH, rel=0.01)
    found = [shares(where(box), image) for box in page.locator(".boxes rect").all()]
    assert len(found) == 4
    for box, word in zip(found, (place(FIRST, "科普", 0), place(FIRST, "科普", 1)), strict=False):
        points = tuple(share * side for share, side in zip(box, (WIDTH, HEIGHT) * 2, strict=True))
        assert points == pytest.approx(word, abs=4)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_under_each_box_there_is_ink(read: Callable[..., Page]) -> None:
    page = read("科普", "以笔为灯三十年——市科普作家协会举行成立三十周年座谈会")
    image = page.locator(".sheet img")
    boxes = [shares(where(box), where(image)) for box in page.locator(".boxes rect").all()]
    assert boxes
    for left, top, right, bottom in boxes:
        assert image.evaluate(DARK, [left, top, right, bottom]) > 0.08
        assert image.evaluate(DARK, [0.0, top, right - left, bottom]) == 0, "the margin has none"


def test_the_outline_of_a_box_is_as_thick_on_a_small_picture(read: Callable[..., Page]) -> None:
    for width in (1280, 320):
        rect = read("科普", "科普日主场活动总结会召开", width).locator(".boxes rect").first
        assert rect.evaluate("box => getComputedStyle(box).vectorEffect") == "non-scaling-stroke"


def test_the_page_stands_beside_the_text_and_stays_there(read: Callable[..., Page]) -> None:
    page = read("科普", "科普日主场活动总结会召开")
    text, paper = where(page.locator("article")), where(page.locator(".paper"))
    assert text["x"] + text["width"] < paper["x"]
    page.set_viewport_size({"width": 1280, "height": 820})
    page.evaluate("window.scrollTo(0, 300)")
    assert where(page.locator(".paper"))["y"] >= 0


def test_on_a_narrow_screen_it_stands_below_and_is_led_to(read: Callable[..., Page]) -> None:
    page = read("科普", "科普日主场活动总结会召开", 320)
    text, paper = where(page.locator("article")), where(page.locator(".paper"))
    assert text["y"] + text["height"] <= paper["y"]
    page.get_by_role("link", name="看原件第 1 / 3 页").click()
    assert 0 <= where(page.locator("#paper"))["y"] < 20


def test_a_fine_screen_gets_the_picture_of_double_size(read: Callable[..., Page]) -> None:
    sizes = [
        read("科普", "科普日主场活动总结会召开", scale=scale)
        .locator(".sheet img")
        .evaluate("image => image.currentSrc.includes('x=2')")
        for scale in (1, 2)
    ]
    assert sizes == [False, True]


def test_the_pages_are_turned_and_enlarged_without_script(
    read: Callable[..., Page], shoot: Shoot
) -> None:
    page = read("科普", "科普日主场活动总结会召开")
    image = page.locator(".sheet img")
    small = where(image)["width"]
    page.get_by_role("link", name="放大").click()
    shoot(page, "picture-large")
    assert where(image)["width"] > 2 * small
    assert where(page.locator(".boxes"))["width"] == pytest.approx(where(image)["width"], abs=1)
    page.get_by_role("link", name="缩小").click()
    assert where(image)["width"] == small
    page.get_by_role("link", name="下一页").click()
    expect(page.locator("#paper-heading")).to_have_text("原件第 2 / 3 页")


def test_a_narrow_screen_is_given_the_picture_alone(read: Callable[..., Page]) -> None:
    page = read("科普", "科普日主场活动总结会召开", 320)
    page.get_by_role("link", name="放大").click()
    assert page.url.endswith(".webp?x=2")


def test_the_picture_is_printed_only_where_it_is_enlarged(read: Callable[..., Page]) -> None:
    page = read("科普", "科普日主场活动总结会召开")
    page.get_by_role("link", name="放大").click()
    page.emulate_media(media="print")
    expect(page.locator(".sheet img")).to_be_visible()
    page.go_back()
    expect(page.locator(".sheet img")).to_be_hidden()
