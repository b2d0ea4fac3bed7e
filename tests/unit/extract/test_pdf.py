from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.extract import extract
from indexer.models import Extraction, Limits, Status
from tests.unit.extract.pdfs import (
    IMAGE,
    INLINE_IMAGE,
    assembled,
    encrypted,
    pdf,
    stream,
)

Read = Callable[..., Extraction]
NEWS = "云州市科协召开座谈会\n１２月２１日，市科协召开院士专家工作站座谈会。"
MORE = "会议听取了各区县科协全年工作情况的汇报，部署了下一步工作。"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(data: bytes, passwords: tuple[str, ...] = ()) -> Extraction:
        path = tmp_path / "issue.pdf"
        path.write_bytes(data)
        return extract(path, Limits(passwords=passwords))

    return read


def test_pages_keep_their_numbers_and_lines(read: Read) -> None:
    extraction = read(pdf(NEWS, MORE))
    assert extraction.status is Status.OK
    assert [(page.number, page.text.strip()) for page in extraction.pages] == [(1, NEWS), (2, MORE)]
    assert extraction.warnings == ()
    assert extraction.paged


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        pytest.param(b"", Status.EMPTY, "长度为 0", id="a file of no bytes"),
        pytest.param(pdf(), Status.EMPTY, "没有页", id="a PDF without pages"),
        pytest.param(pdf(b"", b""), Status.EMPTY, "没有文字", id="pages without text or pictures"),
        pytest.param(pdf(IMAGE), Status.SCANNED, "OCR|文字识别", id="a page with only a picture"),
        pytest.param(pdf(INLINE_IMAGE), Status.SCANNED, "扫描件", id="an inline picture"),
        pytest.param(
            pdf(b"BT /Song 9 Tf <0033> Tj ET " + IMAGE),
            Status.SCANNED,
            "扫描件",
            id="a page number does not make a scan a text",
        ),
        pytest.param(
            pdf(NEWS + MORE, mapped=False),
            Status.GARBLED,
            "对照表",
            id="glyph numbers read as foreign letters",
        ),
        pytest.param(
            pdf("\ue001\ue002\ue003\ue004"),
            Status.GARBLED,
            "对照表",
            id="characters for private use",
        ),
        pytest.param(pdf(NEWS)[:400], Status.DAMAGED, "已损坏", id="a PDF cut off"),
        pytest.param(
            b"PK\x03\x04" * 300, Status.DAMAGED, "不是 PDF", id="a zip under a wrong name"
        ),
        pytest.param(
            pdf(NEWS, MORE, extra=b"/Filter/NoSuchDecode"),
            Status.DAMAGED,
            "没有一页",
            id="every page raises",
        ),
        pytest.param(
            pdf(b" " * (30 << 20), extra=b"/Filter/FlateDecode"),
            Status.TOO_COSTLY,
            "限度",
            id="30 KB that unfold to 30 MB",
        ),
        pytest.param(
            encrypted(pdf(NEWS), "秘密"), Status.ENCRYPTED, "passwords", id="a password nobody told"
        ),
    ],
)
def test_what_cannot_be_read_has_a_status_and_a_reason(
    read: Read, data: bytes, status: Status, said: str
) -> None:
    extraction = read(data)
    assert extraction.status is status, extraction.reason
    assert any(word in extraction.reason for word in said.split("|")), extraction.reason
    assert extraction.pages == ()


@pytest.mark.parametrize(
    ("data", "passwords"),
    [
        pytest.param(encrypted(pdf(NEWS), ""), (), id="the empty password is always tried"),
        pytest.param(encrypted(pdf(NEWS), "2024"), ("2023", "2024"), id="then those listed"),
        pytest.param(b"junk\n" * 40 + pdf(NEWS), (), id="junk before the head is passed over"),
        pytest.param(
            pdf(NEWS).replace(b"startxref", b"start_ref"),
            (),
            id="a lost table of objects is made anew",
        ),
        pytest.param(pdf(NEWS, extra=b"/Filter/Fl"), (), id="a short filter name is understood"),
        pytest.param(pdf(NEWS, extra=b"/Filter[/Fl]"), (), id="also in a list"),
    ],
)
def test_what_can_be_mended_is_read(read: Read, data: bytes, passwords: tuple[str, ...]) -> None:
    extraction = read(data, passwords)
    assert extraction.status is Status.OK, extraction.reason
    assert "座谈会" in extraction.pages[0].text


def test_a_broken_page_is_a_warning_and_not_the_end_of_the_file(read: Read) -> None:
    pages = [f"第{number}页的文字" for number in range(1, 41)]
    extraction = read(pdf(*pages, broken=17))
    assert extraction.status is Status.OK
    assert [page.number for page in extraction.pages] == [n for n in range(1, 41) if n != 17]
    assert extraction.warnings == ("第 17 页读不出来（NotImplementedError）",)


def test_pages_without_text_are_named(read: Read) -> None:
    extraction = read(pdf(NEWS, IMAGE, MORE, b"", IMAGE, IMAGE))
    assert [page.number for page in extraction.pages] == [1, 3]
    assert extraction.warnings == (
        "第 2、5-6 页没有文字（可能是扫描件）",
        "第 4 页没有文字",
    )


def test_an_english_pdf_is_a_text(read: Read) -> None:
    english = "The association held a meeting on science and art in December."
    assert read(pdf(english)).pages[0].text.strip() == english


def test_gbk_bytes_shown_as_latin_letters_become_chinese(read: Read) -> None:
    assert read(pdf(MORE.encode("gb18030").decode("latin-1"))).pages[0].text.strip() == MORE


def test_a_picture_in_a_form_makes_a_scan(read: Read) -> None:
    form = b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Image 5 0 R>>>>"
    picture = b"/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 6 0 R/Resources<</XObject<</Form 4 0 R>>>>>>",
        stream(IMAGE, form),
        stream(b"\x7f", picture),
        stream(b"/Form Do"),
    ]
    assert read(assembled(objects)).status is Status.SCANNED
