"""The size and weight of printed lines: read from a PDF, and what they tell of paragraphs."""

import io
from collections.abc import Sequence
from types import ModuleType

import pytest

from indexer.extract import pdf as pypdf_reader
from indexer.extract import pdfium
from indexer.extract.clean import clean
from indexer.extract.faces import Pieces, is_bold, size_of
from indexer.extract.sheet import Sheet
from indexer.models import Face, Limits, Page
from tests.unit.extract.pdfs import pdf, placed

case = pytest.param

UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
BODY, BOLD, TITLE, SMALL = Face(12), Face(12, True), Face(18, True), Face(9)
FULL = "科学技术协会团结引领广大科技工作者听党话跟党走在高质量发展"  # a line up to the edge


def sheet(content: bytes, signs: str, reader: ModuleType = pypdf_reader) -> Sheet:
    """What is read of a page with this content."""
    file = io.BytesIO(pdf(content, signs=signs))
    found = list(reader.read_pages(file, Limits(), frozenset()))
    assert isinstance(found[-1], Sheet)
    return found[-1]


def paragraphs(*rows: tuple[Face | None, str]) -> list[str]:
    page = Page(1, "\n".join(text for _, text in rows), tuple(face for face, _ in rows))
    return [paragraph.text for paragraph in clean([page]).paragraphs]


@pytest.mark.parametrize(
    ("turn", "size"),
    [
        case(b"1 0 0 1", 12, id="as the font is chosen"),
        case(b"2 0 0 2", 24, id="scaled by the matrix of the text"),
        case(b"1 0 0 -1", 12, id="upside down"),
        case(b"0 1.5 -1.5 0", 18, id="turned"),
        case(b"3 0 0 1", 12, id="only wider"),
    ],
)
def test_letters_are_as_large_as_they_are_printed(turn: bytes, size: float) -> None:
    read = sheet(placed(300, 400, "云州科协动态", turn), "云州科协动态")

    assert (read.text, read.faces) == ("云州科协动态", (Face(size),))


def test_letters_scaled_with_the_page_are_as_large_as_they_are_printed() -> None:
    content = b"q .75 0 0 .75 0 0 cm " + placed(99, 400, "云州科协", b"2 0 0 2") + b"Q"

    assert sheet(content, "云州科协").faces == (Face(18),)


@pytest.mark.parametrize("reader", [case(pypdf_reader, id="pypdf"), case(pdfium, id="PDFium")])
def test_each_line_has_a_face_of_its_own(reader: ModuleType) -> None:
    lines = (("云州科协", b"3 0 0 3"), ("市科协召开会议", b"1.5 0 0 1.5"), ("近日", b"1 0 0 1"))
    content = b"".join(placed(72, 700 - 60 * at, *line) for at, line in enumerate(lines))
    read = sheet(content, "云州科协市召开会议近日", reader)

    assert read.text.split() == [text for text, _ in lines]
    assert read.faces == (Face(36), Face(18), Face(12))


def test_a_page_mended_line_by_line_keeps_its_faces() -> None:
    content = b"".join(
        placed(
            72, 700 - 60 * at, "".join(2 * sign for sign in line), b"%d 0 0 %d" % (2 - at, 2 - at)
        )
        for at, line in enumerate(("云州科协", "召开会议"))
    )
    read = sheet(content, "云州科协召开会议")

    assert read.text == "云州科协\n召开会议"
    assert read.faces == (Face(24), Face(12))


def test_a_line_is_set_as_most_of_it_is() -> None:
    pieces = Pieces()
    for piece in (
        ("市科协", 12, True),
        ("近日召开会议\n", 12, False),
        ("①\n", 6, False),
        ("全", 12, True),
    ):
        pieces.add(*piece)
    pieces.add("会召开", 12.0, True)

    assert pieces.faces("市科协近日召开会议\n①\n全会召开") == (BODY, None, BOLD)
    assert pieces.faces("another text") == ()


@pytest.mark.parametrize(
    ("size", "matrix", "points"),
    [
        case(10.5, UPRIGHT, 10.5, id="half a point counts"),
        case(13.33, (0.75, 0, 0, -0.75, 0, 0), 10, id="rounded to the half"),
        case(-12, UPRIGHT, 12, id="a size below nothing"),
        case(0, UPRIGHT, 0, id="no size"),
        case(1e300, (1e300, 0, 0, 1e300, 0, 0), 0, id="a size beyond all numbers"),
        case(12, (float("nan"),) * 6, 0, id="a matrix of no numbers"),
    ],
)
def test_sizes(size: float, matrix: Sequence[float], points: float) -> None:
    assert size_of(size, UPRIGHT, matrix) == points


@pytest.mark.parametrize(
    ("name", "bold"),
    [
        case("/BAAAAA+NotoSerifCJKsc-Bold", True, id="bold"),
        case("/SourceHanSansSC-Heavy", True, id="heavy"),
        case("/SimHei", True, id="Hei"),
        case("/ABCDEF+FZXBSJW--GB1-0", True, id="the small standard Song of red heads"),
        case("/方正小标宋简体", True, id="the same in Chinese"),
        case("/黑体", True, id="Hei in Chinese"),
        case("/HiraginoSans-W6", True, id="a weight of a series"),
        case("/SimSun", False, id="Song"),
        case("/FangSong_GB2312", False, id="imitation Song"),
        case("/MicrosoftYaHei", False, id="a Hei that is not heavy"),
        case("/STXihei", False, id="thin Hei"),
        case("/微软雅黑", False, id="YaHei in Chinese"),
    ],
)
def test_fonts_that_are_bold_by_name(name: str, bold: bool) -> None:
    assert is_bold(name) is bold


def test_lines_of_other_sizes_are_other_paragraphs() -> None:
    assert paragraphs(
        (TITLE, "市科协召开会议" + FULL[:15]),
        (BODY, FULL),
        (BODY, FULL),
        (BODY, "会议由主席主持"),
        (SMALL, "图为会议的现场，左起第三人是主席"),
    ) == [
        "市科协召开会议" + FULL[:15],
        FULL + FULL + "会议由主席主持",
        "图为会议的现场，左起第三人是主席",
    ]


def test_bold_words_tear_no_paragraph() -> None:
    rows = [(BODY, FULL), (BOLD, FULL), (BODY, FULL), (BODY, "会议由主席主持。")]

    assert paragraphs(*rows) == ["".join(text for _, text in rows)]


def test_a_bold_line_above_a_text_is_a_heading() -> None:
    rows = [
        (BODY, FULL),
        (BODY, "会议由主席主持。"),
        (BOLD, "二、强化保障"),
        (BODY, FULL),
        (BODY, FULL),
    ]

    assert paragraphs(*rows) == [FULL + "会议由主席主持。", "二、强化保障", FULL + FULL]


def test_a_text_in_large_letters_is_joined() -> None:
    large = Face(14)
    rows = [(large, FULL), (large, FULL), (large, FULL + "。")]

    assert paragraphs(*rows, *[(BODY, FULL)] * 6)[0] == FULL * 3 + "。"


def test_a_small_note_tears_no_line() -> None:
    rows = [(BODY, FULL), (Face(6), "zhé"), (BODY, FULL), (BODY, FULL)]

    assert len(paragraphs(*rows)) == 1


def test_a_dash_drawn_as_one_sign_is_the_two_that_were_written() -> None:
    assert sheet(placed(72, 400, "茶农⸺记毛公鼎"), "茶农⸺记毛公鼎").text == "茶农——记毛公鼎"
