from collections.abc import Callable, Sequence
from dataclasses import replace
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
    placed,
    stream,
)

Read = Callable[..., Extraction]
NEWS = "云州市科协召开座谈会\n１２月２１日，市科协召开院士专家工作站座谈会。"
MORE = "会议听取了各区县科协全年工作情况的汇报，部署了下一步工作。"

# 市科协召开座谈会听取全年工作情况 by the numbers that Adobe gives to the characters of GB 2312.
NUMBERS = (
    b"BT /Song 12 Tf 72 700 Td <0d6709530f78117a093712560e0b07f60e500c7c0c86"
    b"0b4d06fd12540c660983> Tj ET"
)
UNFOLDED = 400 << 20
LIMITS = Limits(ocr=False)
SMALL = Limits(memory_mb=350, ocr=False)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(data: bytes, passwords: tuple[str, ...] = (), limits: Limits = LIMITS) -> Extraction:
        path = tmp_path / "issue.pdf"
        path.write_bytes(data)
        return extract(path, replace(limits, passwords=passwords))

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
            pdf(NEWS + MORE, ordering=b"Identity"),
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
            pdf(NEWS, broken=1),
            Status.DAMAGED,
            "没有一页",
            id="every page raises",
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
        pytest.param(
            pdf(NUMBERS, ordering=b"GB1"),
            (),
            id="a font numbered as Adobe does for GB",
        ),
    ],
)
def test_what_can_be_mended_is_read(read: Read, data: bytes, passwords: tuple[str, ...]) -> None:
    extraction = read(data, passwords)
    assert extraction.status is Status.OK, extraction.reason
    assert "座谈会" in extraction.pages[0].text


@pytest.mark.parametrize(
    ("data", "warning"),
    [
        pytest.param(
            pdf(NEWS, MORE, extra=b"/Filter/Fl"), "第 1-2 页改用 PDFium 读取", id="pypdf raises"
        ),
        pytest.param(
            pdf(NEWS).replace(b"startxref", b"start_ref"),
            "第 1 页改用 PDFium 读取",
            id="pypdf cannot open the file",
        ),
        pytest.param(
            pdf(NUMBERS, ordering=b"GB1"),
            "第 1 页改用 PDFium 读取",
            id="pypdf gives foreign letters",
        ),
    ],
)
def test_the_second_reader_is_named(read: Read, data: bytes, warning: str) -> None:
    assert read(data).warnings == (warning,)


def test_a_page_that_kills_pdfium_costs_one_page(read: Read) -> None:
    extraction = read(pdf(b" " * UNFOLDED, NEWS, MORE, extra=b"/Filter/Fl"), limits=SMALL)
    assert [page.number for page in extraction.pages] == [2, 3]
    assert extraction.warnings == (
        "第 1 页读不出来（DeprecationError）",
        "第 2-3 页改用 PDFium 读取",
    )


def test_pages_that_pypdf_has_no_time_for_are_read_by_pdfium(read: Read) -> None:
    slow = b"q Q\n" * 40_000 + placed(72, 700, "科普")
    limits = Limits(cpu_seconds=1, ocr=False)
    extraction = read(pdf(*[slow] * 30, signs="科普", extra=b"/Filter/FlateDecode"), limits=limits)
    assert [page.text.strip() for page in extraction.pages] == ["科普"] * 30
    assert extraction.warnings[0].endswith("-30 页改用 PDFium 读取")


def test_a_page_that_neither_reader_may_unfold_is_too_costly(read: Read) -> None:
    extraction = read(pdf(b" " * UNFOLDED, extra=b"/Filter/FlateDecode"), limits=SMALL)
    assert extraction.status is Status.TOO_COSTLY


PROSE = (
    "云州市科协本月召开院士专",
    "家工作站座谈会听取了各区",
    "县科协全年工作情况的汇报",
    "并且部署下一步的重点工作",
    "会后与会人员参观了科技馆",
    "新近开放的航天主题展厅和",
    "青少年科普实验室以及展品",
)


def _show(lines: Sequence[tuple[float, float, str]], turn: bytes = b"1 0 0 1") -> bytes:
    return b"".join(placed(x, y, text, turn) for x, y, text in lines)


def test_two_columns_drawn_across_are_read_one_after_the_other(read: Read) -> None:
    left, right = PROSE, tuple(reversed(PROSE))
    rows = [
        place
        for row, (one, other) in enumerate(zip(left, right, strict=True))
        for place in ((60, 700 - 20 * row, one), (320, 700 - 20 * row, other))
    ]
    heading = (60, 740, "云州市科协工作动态第九期要闻摘编与各区县科协近期重点工作一览")
    extraction = read(pdf(_show([heading, *rows]), signs="".join((*PROSE, heading[2]))))
    assert extraction.pages[0].text.split() == [heading[2], *left, *right]
    assert extraction.warnings == ("第 1 页改用 PDFium 读取",)


def test_a_table_of_two_columns_is_read_across(read: Read) -> None:
    left = (
        "云州市科协办公室主任",
        "科普部",
        "学会学术部副部长",
        "人事部",
        "企业工作部",
        "青少年中心主任",
    )
    right = (
        "负责全市院士专家工作站管理",
        "负责科普",
        "负责学会管理和学术交流",
        "人事",
        "企业服务",
        "竞赛",
    )
    rows = [
        place
        for row, (one, other) in enumerate(zip(left, right, strict=True))
        for place in ((60, 700 - 20 * row, one), (320, 700 - 20 * row, other))
    ]
    extraction = read(pdf(_show(rows), signs="".join(left + right)))
    pairs = [pair for row in zip(left, right, strict=True) for pair in row]
    assert extraction.pages[0].text.split() == pairs


@pytest.mark.parametrize(
    ("turn", "step", "page"),
    [
        pytest.param(b"1 0 0 1", (0, -20), b"/Rotate 90", id="an upright text on a turned page"),
        pytest.param(b"0 1 -1 0", (20, 0), b"", id="a text drawn upwards"),
        pytest.param(b"0 1 -1 0", (20, 0), b"/Rotate 90", id="a text drawn upwards and turned"),
        pytest.param(b"0 -1 1 0", (-20, 0), b"/Rotate 270", id="a text drawn downwards and turned"),
    ],
)
@pytest.mark.parametrize("packed", [b"", b"/Filter/Fl"], ids=["by pypdf", "by PDFium"])
def test_turned_lines_keep_their_order(
    read: Read, turn: bytes, step: tuple[int, int], page: bytes, packed: bytes
) -> None:
    lines = [(300 + step[0] * n, 400 + step[1] * n, text) for n, text in enumerate(PROSE)]
    data = pdf(_show(lines, turn), signs="".join(PROSE), page=page, extra=packed)
    assert tuple(read(data).pages[0].text.split()) == PROSE


def test_letters_drawn_downwards_one_by_one_are_called_vertical(read: Read) -> None:
    letters = [
        (500 - 30 * n, 700 - 14 * at, sign)
        for n, text in enumerate(PROSE)
        for at, sign in enumerate(text)
    ]
    extraction = read(pdf(_show(letters), signs="".join(PROSE)))
    assert extraction.warnings == ("第 1 页疑为竖排，字句可能错乱",)


def test_a_font_that_writes_downwards_is_called_vertical(read: Read) -> None:
    extraction = read(pdf(NEWS).replace(b"Identity-H", b"Identity-V"))
    assert extraction.warnings == ("第 1 页疑为竖排，字句可能错乱",)


def test_lines_that_pypdf_tears_are_read_by_pdfium(read: Read) -> None:
    """Each change of the font size within a line is a new line to pypdf."""
    torn = b"".join(
        b"BT /Song %d Tf 1 0 0 1 %d %d Tm <%b> Tj ET\n"
        % (12 if at % 2 else 11, 60 + 12 * at, 700 - 20 * row - at % 2, b"%04x" % ord(sign))
        for row, text in enumerate(PROSE)
        for at, sign in enumerate(text)
    )
    extraction = read(pdf(torn, signs="".join(PROSE)))
    assert tuple(extraction.pages[0].text.split()) == PROSE


def test_letters_drawn_twice_to_look_bold_come_once(read: Read) -> None:
    twice = [
        (60 + 12 * at + shift, 700 - 20 * row, sign)
        for row, text in enumerate(PROSE)
        for at, sign in enumerate(text)
        for shift in (0, 0.4)
    ]
    extraction = read(pdf(_show(twice), signs="".join(PROSE)))
    assert tuple(extraction.pages[0].text.split()) == PROSE


def test_a_glyph_that_stands_for_a_radical_and_its_ideograph_comes_once(read: Read) -> None:
    assert read(pdf("电⼦政务与⼦女教育")).pages[0].text.strip() == "电子政务与子女教育"


def test_a_head_and_foot_drawn_first_stay_at_the_edge_where_they_are_told(read: Read) -> None:
    lines = [(280, 40, "第1页"), (60, 800, "云州科协工作动态")]
    lines += [(60, 700 - 20 * n, text) for n, text in enumerate(PROSE)]
    text = read(pdf(_show(lines), signs="第1页云州科协工作动态" + "".join(PROSE))).pages[0].text
    assert tuple(text.split()[2:]) == PROSE


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
