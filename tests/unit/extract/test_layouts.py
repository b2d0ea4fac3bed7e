"""Pages as a browser prints them: each trap of a layout, and the text in the order it is read."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader, PdfWriter

from indexer.extract import extract
from indexer.extract.clean import clean
from indexer.models import Extraction, Face, Limits, Status

pytestmark = pytest.mark.browser
Print = Callable[..., bytes]
Read = Callable[[bytes], Extraction]

FIRST = (
    "云州市科协十二月二十一日召开院士专家工作站座谈会，听取了各区县科协全年工作情况的汇报，"
    "并部署下一步的重点工作。会议由市科协副主席主持，来自全市的四十余名代表参加了会议。"
)
SECOND = (
    "会后与会人员参观了科技馆新近开放的航天主题展厅和青少年科普实验室，观看了机器人表演。"
    "展厅自开放以来已经接待观众三万余人次，受到广大市民和中小学生的欢迎与好评。"
)
THIRD = (
    "青湖区科协在社区举办科普大集，邀请医院专家为居民义诊，发放科普读物两千余册。"
    "活动现场设置了急救体验、节水节电、食品安全等八个展台，吸引了近千名居民前来参加。"
)
FOURTH = (
    "石桥区科协组织科技志愿者走进山区学校，为孩子们上了一堂生动的天文课，并赠送望远镜十台。"
    "志愿者还带领学生观察太阳黑子，讲解我国探月工程取得的最新成就和未来规划。"
)
FIFTH = (
    "柳林县科协联合县农业农村局举办苹果栽培技术培训班，邀请省农科院专家到果园现场授课。"
    "专家手把手示范冬季修剪要领，解答果农提问二十余个，全县一百二十名种植能手参加培训。"
)
ARTICLES = (FIRST, SECOND, THIRD, FOURTH, FIFTH)
STYLE = (
    "@page{size:A4;margin:25mm}"
    "body{font:12pt/1.8 'Noto Serif CJK SC','Songti SC',SimSun,serif}"
    "p{text-indent:2em;margin:0}h1{text-align:center}"
    "table{border-collapse:collapse}td{border:1px solid;padding:4px 16px}"
)
PROSE = "".join(f"<p>{article}</p>" for article in ARTICLES)
PAGES = "".join(f"<div style='break-after:page'><p>{article}</p></div>" for article in ARTICLES)
TURNS = (0, 90, 180, 270)
RUNNING = {
    "at the top right": "@top-right{content:'云州科协动态　２０２３年第１２期'}",
    "with the folio beside it": "@top-left{content:'云州科协动态　总第２２８期'}"
    "@top-right{content:'第 ' counter(page) ' 页 共 ' counter(pages) ' 页'}",
    "at the bottom": "@bottom-center{content:'— ' counter(page) ' —'}"
    "@bottom-left{content:'云州市科协办公室'}@bottom-right{content:'总第２２８期'}",
    "at both ends": "@top-center{content:'云州科协动态'}@bottom-right{content:counter(page)}",
    "in another place on the left": "@bottom-center{content:none}}"
    "@page:left{@bottom-left{content:counter(page) '　云州科协动态'}}"
    "@page:right{@bottom-right{content:'２０２３年第１２期　' counter(page)}",
}


@pytest.fixture(scope="module")
def print_page(chromium: Browser) -> Iterator[Print]:
    """Prints a page of HTML to PDF, in a style of its own."""
    page = chromium.new_page()

    def print_page(body: str, style: str = "") -> bytes:
        page.set_content(f"<!doctype html><html lang=zh><style>{STYLE}{style}</style><body>{body}")
        return page.pdf(prefer_css_page_size=True, print_background=True)

    yield print_page
    page.close()


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(data: bytes) -> Extraction:
        path = tmp_path / "printed.pdf"
        path.write_bytes(data)
        extraction = extract(path, Limits(ocr=False))
        assert extraction.status is Status.OK
        return extraction

    return read


def turned(data: bytes, degrees: int) -> bytes:
    """The PDF with its pages turned by their /Rotate."""
    writer, output = PdfWriter(clone_from=PdfReader(io.BytesIO(data))), io.BytesIO()
    for page in writer.pages:
        page.rotate(degrees)
    writer.write(output)
    return output.getvalue()


def cleaned(extraction: Extraction) -> str:
    """The clean text without blanks."""
    paragraphs = clean(extraction.pages).paragraphs
    return "".join("".join(paragraph.passage.text.split()) for paragraph in paragraphs)


@pytest.mark.parametrize("degrees", TURNS)
@pytest.mark.parametrize(
    ("columns", "height"),
    [
        pytest.param(1, "auto", id="one column"),
        pytest.param(2, "auto", id="two columns of a length"),
        pytest.param(2, "110mm", id="two columns, the second shorter"),
        pytest.param(3, "auto", id="three columns"),
    ],
)
def test_columns_are_read_one_after_the_other(
    print_page: Print, read: Read, columns: int, height: str, degrees: int
) -> None:
    style = f".text{{columns:{columns};column-gap:9mm;column-fill:auto;height:{height}}}"
    if height == "auto":
        style = style.replace("column-fill:auto", "column-fill:balance")
    body = f"<h1>云州科协动态</h1><div class=text>{PROSE}</div><p>本期稿件由各区科协供稿。</p>"
    extraction = read(turned(print_page(body, style), degrees))
    assert cleaned(extraction) == "云州科协动态" + "".join(ARTICLES) + "本期稿件由各区科协供稿。"


@pytest.mark.parametrize("degrees", TURNS)
def test_vertical_text_is_read_in_order_or_told(
    print_page: Print, read: Read, degrees: int
) -> None:
    extraction = read(turned(print_page(PROSE, "body{writing-mode:vertical-rl}"), degrees))
    is_told = "疑为竖排" in "".join(extraction.warnings)
    assert is_told or cleaned(extraction) == "".join(ARTICLES)
    assert sorted("".join(ARTICLES)) == sorted(cleaned(extraction))


@pytest.mark.parametrize("boxes", RUNNING.values(), ids=RUNNING)
def test_running_heads_and_feet_are_no_text(print_page: Print, read: Read, boxes: str) -> None:
    extraction = read(print_page(PAGES, f"@page{{{boxes}}}"))
    assert len(extraction.pages) == len(ARTICLES)
    assert cleaned(extraction) == "".join(ARTICLES)


def test_folios_in_full_width_are_no_text(print_page: Print, read: Read) -> None:
    style = (
        "@counter-style full{system:numeric;"
        "symbols:'０' '１' '２' '３' '４' '５' '６' '７' '８' '９'}"
        "@page{@bottom-center{content:'－' counter(page,full) '－'}}"
    )
    extraction = read(print_page(PAGES, style))
    assert "－２－" in extraction.pages[1].text
    assert cleaned(extraction) == "".join(ARTICLES)


def test_a_watermark_across_each_page_is_no_text(print_page: Print, read: Read) -> None:
    style = ".mark{position:fixed;top:40%;left:10%;font-size:70pt;transform:rotate(-40deg)}"
    extraction = read(print_page(f"<div class=mark>内部资料</div>{PAGES}", style))
    assert cleaned(extraction) == "".join(ARTICLES)


def test_a_watermark_on_a_single_page_mixes_with_no_line(print_page: Print, read: Read) -> None:
    style = ".mark{position:absolute;top:40mm;left:20mm;font-size:70pt;transform:rotate(-40deg)}"
    extraction = read(print_page(f"{PROSE}<div class=mark>内部资料</div>", style))
    assert cleaned(extraction).replace("内部资料", "", 1) == "".join(ARTICLES)


def test_a_spaced_heading_is_a_word(print_page: Print, read: Read) -> None:
    extraction = read(print_page(f"<h1>工作简报</h1>{PROSE}", "h1{letter-spacing:1.5em}"))
    assert cleaned(extraction) == "工作简报" + "".join(ARTICLES)
    assert clean(extraction.pages).paragraphs[0].passage.text == "工作简报"


def test_a_table_is_read_row_by_row(print_page: Print, read: Read) -> None:
    rows = (
        ("单位", "活动", "人数"),
        ("青湖区科协", "集市", "900"),
        ("柳林县科协", "义诊", "300"),
    )
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    extraction = read(print_page(f"<p>{FIRST}</p><table>{cells}</table><p>{SECOND}</p>"))
    table = "".join("".join(row) for row in rows)
    assert cleaned(extraction) == FIRST + table + SECOND


def test_notes_above_the_line_stay_in_it(print_page: Print, read: Read) -> None:
    extraction = read(
        print_page(f"<p>市科协召开座谈会<sup>①</sup>，听取汇报<sup>[2]</sup>。</p>{PROSE}")
    )
    assert cleaned(extraction) == "市科协召开座谈会①，听取汇报[2]。" + "".join(ARTICLES)


def test_a_reading_aid_above_a_word_tears_no_line(print_page: Print, read: Read) -> None:
    body = f"<p>向<ruby>喆<rt>zhé</rt></ruby>同志学习。</p>{PROSE}"
    seen = cleaned(read(print_page(body)))
    assert seen.replace("zhé", "", 1) == "向喆同志学习。" + "".join(ARTICLES)


def test_text_over_a_picture_is_text(print_page: Print, read: Read) -> None:
    picture = (
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
        "<circle cx='4' cy='4' r='4' fill='pink'/></svg>"
    )
    style = f'.over{{background:url("data:image/svg+xml,{picture}")}}'
    extraction = read(print_page(f"<div class=over>{PROSE}</div>", style))
    assert cleaned(extraction) == "".join(ARTICLES)
    assert extraction.warnings == ()


def test_sizes_and_weights_survive_printing(print_page: Print, read: Read) -> None:
    style = (
        "p{text-indent:0}h1,h2,h3{margin:0;text-align:left}"
        "h1{font-size:26pt}h2{font-size:14pt}h3{font-size:18pt}"
    )
    body = (
        f"<h1>云州科协动态</h1><h2>学会天地</h2><h3>市科协召开院士专家工作站座谈会</h3><p>{FIRST}</p>"
        f"<h3>展厅开放</h3><p><b>{SECOND[:60]}</b>{SECOND[60:]}</p>"
    )
    paragraphs = clean(read(print_page(body, style)).pages).paragraphs
    assert [(paragraph.face, paragraph.text) for paragraph in paragraphs] == [
        (Face(26, True), "云州科协动态"),
        (Face(14, True), "学会天地"),
        (Face(18, True), "市科协召开院士专家工作站座谈会"),
        (Face(12), FIRST),
        (Face(18, True), "展厅开放"),
        (Face(12, True), SECOND),
    ]
