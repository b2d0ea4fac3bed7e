import pytest

from indexer.extract.sheet import Doubt, Sheet
from indexer.extract.verdict import verdict
from indexer.models import Status

TEXT = "市科协召开座谈会。"
NOISE = "\ue000\ue001\ue002\ue003"


@pytest.mark.parametrize(
    ("sheets", "status"),
    [
        pytest.param([], Status.EMPTY, id="no pages"),
        pytest.param([Sheet(1), Sheet(2, " \n")], Status.EMPTY, id="blank pages"),
        pytest.param([Sheet(1, "- 1 -")], Status.EMPTY, id="a page number is no text"),
        pytest.param([Sheet(1, "A")], Status.EMPTY, id="one letter is no text"),
        pytest.param([Sheet(1, "会议")], Status.OK, id="a word is a text"),
        pytest.param([Sheet(1, has_picture=True), Sheet(2)], Status.SCANNED, id="a picture"),
        pytest.param(
            [Sheet(1, NOISE, doubt=Doubt.LETTERS), Sheet(2, has_picture=True)],
            Status.GARBLED,
            id="noise",
        ),
        pytest.param([Sheet(1, fault="KeyError"), Sheet(2)], Status.DAMAGED, id="a fault"),
        pytest.param(
            [Sheet(1, fault="LimitReachedError", is_costly=True)], Status.TOO_COSTLY, id="a limit"
        ),
        pytest.param(
            [Sheet(1, fault="LimitReachedError", is_costly=True), Sheet(2, fault="KeyError")],
            Status.DAMAGED,
            id="a limit and a fault",
        ),
    ],
)
def test_a_file_ends_as_its_pages_do(sheets: list[Sheet], status: Status) -> None:
    extraction = verdict(sheets)
    assert extraction.status is status
    assert bool(extraction.pages) is (status is Status.OK)
    assert bool(extraction.reason) is (status is not Status.OK)


def test_each_lost_page_is_named_once() -> None:
    sheets = [
        Sheet(1, TEXT),
        Sheet(2, NOISE, doubt=Doubt.LETTERS),
        Sheet(3, fault="KeyError"),
        Sheet(4, fault="TypeError"),
        Sheet(5, fault="KeyError"),
        Sheet(6, has_picture=True),
        Sheet(7),
        Sheet(8, TEXT, is_vertical=True),
        Sheet(9, TEXT, by_pdfium=True),
        Sheet(10, TEXT, by_pdfium=True),
    ]
    extraction = verdict(sheets)
    assert [page.number for page in extraction.pages] == [1, 8, 9, 10]
    assert extraction.warnings == (
        "第 2 页的文字是乱码（字体没有文字对照表），没有收录",
        "第 3、5 页读不出来（KeyError）",
        "第 4 页读不出来（TypeError）",
        "第 6 页没有文字（可能是扫描件）",
        "第 7 页没有文字",
        "第 8 页疑为竖排，字句可能错乱",
        "第 9-10 页改用 PDFium 读取",
    )


def test_a_little_noise_on_every_page_spoils_the_file() -> None:
    scattered = ["Ҡ", "ଌ", "ࠩ", "ቔ"]  # a letter of another script on each
    sheets = [Sheet(number, sign + "科协动态") for number, sign in enumerate(scattered, 1)]
    assert verdict(sheets).status is Status.GARBLED
