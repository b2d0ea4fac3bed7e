"""Titles, sections and sub-heads told by the size and weight of their letters alone."""

import pytest

from indexer.articles import read_bulletin
from indexer.extract.clean import clean
from indexer.models import Bulletin, Face, Knowledge, Page

case = pytest.param

NAME, MAIN, TITLE, SECTION = Face(36, True), Face(22, True), Face(18, True), Face(14, True)
BODY, BOLD, SMALL = Face(12), Face(12, True), Face(9)
Row = tuple[Face | None, str]

HEAD: list[Row] = [
    (NAME, "云州科协工作简报"),
    (BODY, "第 15 期"),
    (BODY, "云州市科协办公室    2024年3月15日"),
]
# Broken at the edge of the page, and neither set in nor set off.
FIRST: list[Row] = [
    (BODY, "3月6日，市科协在科技馆报告厅召开会议。会议由主席主持，"),
    (BODY, "各部门负责人、各学会秘书长和各区县科协的同志参加了会议，"),
    (BODY, "并听取报告。"),
]
SECOND: list[Row] = [
    (BODY, "3月8日，市科协在青湖区文化宫举办科普讲座，讲座由副主席"),
    (BODY, "主持，两百余名会员参加。讲座结束后，专家回答了十二个问题"),
    (BODY, "并赠送图书。"),
]
THIRD: list[Row] = [
    (BODY, "大豆田里的专家团今年走遍了全市十一个乡镇，他们把试验站"),
    (BODY, "搬到了地头，手把手地教村民选种、测土和防病，农户的收成比"),
    (BODY, "去年好得多。"),
]


def read(*parts: list[Row], plain: bool = False) -> Bulletin:
    """The bulletin with these lines; ``plain``: as if nobody knew how they are set."""
    rows = [row for part in [HEAD, *parts] for row in part]
    faces = () if plain else tuple(face for face, _ in rows)
    page = Page(1, "\n".join(text for _, text in rows), faces)
    return read_bulletin(clean([page]), "test.pdf", Knowledge())


def found(bulletin: Bulletin) -> list[tuple[str | None, str]]:
    return [(article.section, article.title) for article in bulletin.articles]


def line(face: Face, text: str) -> list[Row]:
    return [(face, text)]


def test_sections_and_titles_need_neither_indents_nor_empty_lines() -> None:
    bulletin = read(
        line(SECTION, "市级学会"),
        line(TITLE, "市科协召开会议"),
        FIRST,
        line(TITLE, "科普讲座走进青湖"),
        SECOND,
        line(SECTION, "乡间来信"),
        line(TITLE, "大豆田里的专家团"),
        THIRD,
    )

    assert found(bulletin) == [
        ("市级学会", "市科协召开会议"),
        ("市级学会", "科普讲座走进青湖"),
        ("乡间来信", "大豆田里的专家团"),
    ]
    assert bulletin.articles[0].body.text == "".join(text for _, text in FIRST)


@pytest.mark.parametrize(
    "section",
    [
        case(Face(26), id="larger than titles"),
        case(Face(13), id="smaller than titles, by a point larger than the body"),
        case(Face(12, True), id="bold and no larger than the body"),
    ],
)
def test_a_section_is_what_stands_above_titles(section: Face) -> None:
    parts = [line(section, "学会天地"), line(TITLE, "市科协召开会议"), FIRST]
    more = [line(section, "乡间来信"), line(TITLE, "大豆田里的专家团"), THIRD]

    assert found(read(*parts, *more)) == [
        ("学会天地", "市科协召开会议"),
        ("乡间来信", "大豆田里的专家团"),
    ]


def test_lines_of_one_face_are_one_title() -> None:
    rows: list[Row] = [(TITLE, "三县老科协"), (TITLE, "联合建立“银发智库”"), (TITLE, "——一年回顾")]

    assert found(read(rows, FIRST, line(TITLE, "大豆田里的专家团"), THIRD)) == [
        (None, "三县老科协联合建立“银发智库”——一年回顾"),
        (None, "大豆田里的专家团"),
    ]


@pytest.mark.parametrize("face", [case(BODY, id="plain"), case(BOLD, id="bold")])
def test_a_sub_title_of_the_size_of_the_body_belongs_to_its_title(face: Face) -> None:
    rows: list[Row] = [(TITLE, "大豆田里的专家团"), (face, "——记科技特派员小队")]

    assert found(read(rows, THIRD, line(TITLE, "市科协召开会议"), FIRST)) == [
        (None, "大豆田里的专家团——记科技特派员小队"),
        (None, "市科协召开会议"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        case((BOLD, "加强组织领导"), id="in bold, no larger than the body"),
        case((Face(14), "加强组织领导"), id="larger than the body, smaller than the titles"),
        case((BODY, "加强组织领导"), id="a short line of the body"),
        case((SMALL, "图为会议现场"), id="a caption"),
    ],
)
def test_a_line_within_an_article_is_its_text(row: tuple[Face, str]) -> None:
    bulletin = read(
        line(TITLE, "市科协召开会议"),
        FIRST,
        [row],
        THIRD,
        line(TITLE, "科普讲座走进青湖"),
        SECOND,
    )

    assert found(bulletin) == [(None, "市科协召开会议"), (None, "科普讲座走进青湖")]
    assert row[1] in bulletin.articles[0].body.text.split("\n")


def test_the_first_article_may_have_the_largest_title() -> None:
    parts = [line(MAIN, "市科协召开全委会"), FIRST, line(TITLE, "大豆田里的专家团"), THIRD]
    bulletin = read(*parts, line(TITLE, "科普讲座走进青湖"), SECOND)

    assert [title for _, title in found(bulletin)] == [
        "市科协召开全委会",
        "大豆田里的专家团",
        "科普讲座走进青湖",
    ]


def test_a_section_of_short_news_has_titles_of_its_own() -> None:
    bulletin = read(
        line(SECTION, "学会天地"),
        line(TITLE, "市科协召开会议"),
        FIRST,
        line(BOLD, "会议的两点要求"),
        SECOND,
        line(TITLE, "大豆田里的专家团"),
        THIRD,
        line(SECTION, "一句话新闻"),
        line(BOLD, "青湖区办讲座"),
        SECOND,
        line(BOLD, "专家下乡忙"),
        THIRD,
        line(SECTION, "乡间来信"),
        line(TITLE, "老站长的一天"),
        THIRD,
    )

    assert found(bulletin) == [
        ("学会天地", "市科协召开会议"),
        ("学会天地", "大豆田里的专家团"),
        ("一句话新闻", "青湖区办讲座"),
        ("一句话新闻", "专家下乡忙"),
        ("乡间来信", "老站长的一天"),
    ]


def test_short_general_titles_are_titles_where_their_size_says_so() -> None:
    parts = [line(TITLE, "把论文写在田里"), THIRD, line(TITLE, "老站长的一天"), THIRD]

    assert [title for _, title in found(read(*parts))] == ["把论文写在田里", "老站长的一天"]


def test_a_line_above_a_title_in_smaller_letters_belongs_to_it() -> None:
    rows: list[Row] = [(SECTION, "十一个乡镇、六十位专家、一百场讲座"), (TITLE, "大豆田里的专家团")]

    assert found(read(line(TITLE, "市科协召开会议"), FIRST, rows, THIRD)) == [
        (None, "市科协召开会议"),
        (None, "十一个乡镇、六十位专家、一百场讲座大豆田里的专家团"),
    ]


@pytest.mark.parametrize(
    "face", [case(None, id="unknown"), case(BODY, id="the same"), case(BOLD, id="all bold")]
)
def test_where_all_lines_are_set_alike_their_words_decide(face: Face | None) -> None:
    parts = [line(TITLE, "市科协召开会议"), FIRST, line(TITLE, "科普讲座走进青湖"), SECOND]
    alike = [[(face, text) for _, text in part] for part in parts]

    assert found(read(*alike)) == found(read(*parts, plain=True)) != []


def test_a_kind_of_letters_above_short_lines_is_no_title() -> None:
    bulletin = read(
        line(TITLE, "学会动态"),
        line(BODY, "市科协召开会议"),
        FIRST,
        line(TITLE, "基层动态"),
        line(BODY, "科普讲座走进青湖"),
        SECOND,
    )

    assert found(bulletin) == [("学会动态", "市科协召开会议"), ("基层动态", "科普讲座走进青湖")]
