"""Pages as a reader returned them -> paragraphs that know their place."""

import pytest

from indexer.extract.clean import clean
from indexer.models import Document, Page

case = pytest.param

FULL = "科学技术协会团结引领广大科技工作者听党话跟党走在高质量发展"  # a line up to the edge


def texts(*pages: str, paged: bool = True) -> list[str]:
    return [paragraph.text for paragraph in document(*pages, paged=paged).paragraphs]


def document(*pages: str, paged: bool = True) -> Document:
    return clean([Page(number, text) for number, text in enumerate(pages, 1)], paged)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        case("北京市科学技", "术协会召开", "北京市科学技术协会召开", id="Han takes no blank"),
        case("science", "and art", "science and art", id="Latin words keep theirs"),
        case("a Techno-", "logy case", "a Technology case", id="a divided word is whole again"),
        case("Micro-", "LED显示", "Micro-LED显示", id="a hyphen before a capital is the word's"),
        case("截至2023", "年底", "截至2023年底", id="a number and its unit take none"),
        case("参加人数1", "26名", "参加人数126名", id="a broken number is one number"),
        case("使用IEEE", "2024标准", "使用IEEE 2024标准", id="a word and a number keep theirs"),
    ],
)
def test_broken_lines_are_joined(first: str, second: str, joined: str) -> None:
    page = f"　　{FULL}{FULL}{first}\n{second}{FULL}{FULL}。\n" * 4

    assert joined in texts(page)[0]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        case("- 3 -", False, id="between hyphens"),
        case("— 3 —", False, id="between dashes"),
        case("·3·", False, id="between dots"),
        case("第 3 页 共 12 页", False, id="page of pages"),
        case("第3页", False, id="page"),
        case("3", False, id="bare at the edge"),
        case("３", False, id="a wide digit"),
        case("3/12", False, id="a fraction at the edge"),
        case("2024年", True, id="a year is no folio"),
        case("第3届", True, id="an edition is no folio"),
    ],
)
def test_a_folio_is_no_text(line: str, kept: bool) -> None:
    pages = [f"市科协召开会议。\n会议由主席主持。\n{line}", "会议要求抓好落实。\n会议很短。"]

    assert any(line in text for text in texts(*pages)) is kept


def test_running_heads_go_also_with_another_number_on_each_page() -> None:
    pages = [f"科协简报　第{n}期　{n}\n会议指出，要抓好落实{n}。\n会议要求{n}。" for n in (7, 8, 9)]

    cleaned = document(*pages)

    assert all("简报" not in paragraph.text for paragraph in cleaned.paragraphs)
    assert cleaned.heads[0] == "科协简报　第7期　7"


def test_a_section_on_top_of_two_pages_is_no_running_head() -> None:
    page = "【区县科协】\n东湖区科协举办讲座\n3月5日，东湖区科协举办讲座。\n活动很受欢迎。"

    assert texts(page, page).count("【区县科协】") == 2


def test_a_sentence_goes_on_behind_a_page_turn() -> None:
    pages = ["　　会议指出，要把工作落到\n\n- 1 -", "　　简报　第1期\n\n实处。"]

    assert texts(*pages)[0] == "会议指出，要把工作落到实处。"


def test_a_bare_number_between_blank_lines_is_dropped_without_pages_too() -> None:
    page = f"{FULL}\n\n7\n\n{FULL}。"

    assert texts(page, paged=False) == [f"{FULL}{FULL}。"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        case("科 协 动 态", "科协动态", id="a spaced heading"),
        case("目　　录", "目录", id="two characters alone on the line"),
        case("报　送：省科协", "报送：省科协", id="a spaced label"),
        case(
            "编 辑：蔚 蓝     校 对：辛 夷",
            "编辑：蔚 蓝     校 对：辛 夷",
            id="words apart stay apart",
        ),
        case("云州 工 作 简 报 第3期", "云州 工作简报 第3期", id="a spaced word inside a line"),
        case("⼯作与⻓期规划", "工作与长期规划", id="radicals of both blocks"),
        case("⺠政局⻚面", "民政局页面", id="radicals that NFKC does not know"),
        case("\ufeff市科\u200b协", "市科协", id="what cannot be seen"),
        case("丁　宁　怀远县医院", "丁　宁　怀远县医院", id="a row keeps its columns"),
    ],
)
def test_characters_are_mended(printed: str, read: str) -> None:
    assert texts(printed) == [read]


def test_every_radical_with_an_equivalent_is_mended() -> None:
    blocks = [*range(0x2E81, 0x2E9A), *range(0x2E9B, 0x2EF4), *range(0x2F00, 0x2FD6)]
    radicals = "".join(map(chr, blocks))

    (mended,) = texts(f"甲{radicals}")

    assert len(mended) == 1 + len(blocks)
    assert not any(0x2E80 <= ord(sign) <= 0x2FDF for sign in mended)


@pytest.mark.parametrize(
    "page",
    [
        case(
            f"{FULL}\n\n{FULL}\n\n召开。\n\n市科协\n召开会议\n\n{FULL}\n\n{FULL}。",
            id="blank lines",
        ),
        case(
            f"　　{FULL}\n{FULL}\n召开。\n\n市科协\n召开会议\n\n　　{FULL}\n{FULL}。", id="indents"
        ),
        case(f"{FULL}\n{FULL}\n召开。\n市科协\n召开会议\n{FULL}\n{FULL}。", id="short lines only"),
    ],
)
def test_a_title_stays_apart_in_every_layout(page: str) -> None:
    text = FULL + FULL

    assert texts(f"{page}\n{page}", paged=False)[:1] == [text + "召开。"]
    assert "市科协" in texts(page, paged=False)
    assert texts(page, paged=False)[-1] == text + "。"


def test_ragged_lines_are_parted_by_blank_lines_alone() -> None:
    lines = [
        *("会议指出，全市各级科协要抓好三个一", "行动，办好一场交易大会，组建一支产业科技顾问团"),
        *("。会议还研究了其他事项，部署了全年", "的重点工作，通报了去年试点城市建设情况，并就下"),
        *("一步工作提出要求，各部门参加", "了会议。"),
    ]
    page = "\n\n".join(["\n".join(lines), "联盟成立", "\n".join(lines)])

    assert texts(page) == ["".join(lines), "联盟成立", "".join(lines)]


def test_every_character_knows_its_page_and_place() -> None:
    pages = [f"　　{FULL}\n⻓期科 协 动 态\u200b，{FULL}\n- 1 -", f"{FULL}。\n　　{FULL}。"]

    for paragraph in document(*pages).paragraphs:
        for run in paragraph.passage.runs:
            printed = pages[run.page - 1][run.offset : run.offset + run.length]
            assert printed.replace("⻓", "长") == paragraph.text[run.start : run.start + run.length]


def test_few_broken_lines_among_long_paragraphs_are_joined() -> None:
    long = "　　3月6日，市科协召开会议，" + FULL * 6 + "。"
    broken = (
        "　　3月8日，区科协举办讲座，八十余名居民到场\n"
        "听讲，并领取科普手册，现场回答居民提出的\n"
        "问题。"
    )
    page = "\n".join(["甲会议召开", long, long, "乙讲座举办", broken, "丙会议召开", long, long])

    found = texts(page, paged=False)

    assert found[4] == "".join(broken.split())
    assert found[3] == "乙讲座举办"
    assert found[5] == "丙会议召开"


def test_title_behind_a_text_without_a_stop_is_not_joined_to_it() -> None:
    open_ = "　　3月6日，市科协召开会议，" + FULL * 6
    lines = ["甲会议召开", open_, "乙讲座举办", f"{open_}。", *["丙会议召开", f"{open_}。"] * 3]

    assert texts("\n".join(lines), paged=False) == ["".join(line.split()) for line in lines]


def test_the_number_of_the_issue_below_a_folio_is_no_running_head() -> None:
    head = "云州科协动态 第5期"
    first = f"{head}\n第1页\n云州科协动态\n第5期（总第88期）\n{FULL}{FULL}。"

    assert "第5期（总第88期）" in texts(first, f"{head}\n第2页\n{FULL}{FULL}。")
