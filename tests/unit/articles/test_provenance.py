"""Each value says which printed words it came from, and how; text without an article is told."""

import pytest

from indexer.articles.corrections import ArticleCorrection, Corrections, correct
from indexer.articles.paragraphs import publication_date
from indexer.models import Article, Bulletin, Concern, Origin
from tests.unit.articles.reading import read_text

case = pytest.param

TEXT = """云州科协工作简报
第 15 期
云州市科协办公室    2024年3月15日

【要闻】

市科协召开会议

去年12月21日（周四），市科协召开会议。副主席李红梅主持会议，各部门负责人参加。
"""
PAGE = "市科协召开会议\n\n{}会议由主席主持，各部门负责人参加，研究全年工作。\n\n{}"


def told(bulletin: Bulletin) -> dict[str, Origin]:
    (article,) = bulletin.articles
    return {origin.field: origin for origin in article.origins}


@pytest.mark.parametrize(
    ("field", "value", "printed", "how"),
    [
        case("title", "市科协召开会议", "市科协召开会议", "正文之上的短行", id="the title"),
        case("section", "要闻", "【要闻】", "有栏目标记", id="the section"),
        case(
            "date",
            "2023-12-21",
            "去年12月21日(周四",
            "“去年”由刊期推算，与所印星期相符",
            id="a date with its year told and its weekday checked",
        ),
        case(
            "organization",
            "云州市科协",
            "市科协",
            "标题，简称，按刊名、前文或地名补全",
            id="a short name",
        ),
        case("person", "李红梅", "副主席李红梅", "副主席", id="a person with the post"),
    ],
)
def test_value_of_an_article_tells_its_origin(
    field: str, value: str, printed: str, how: str
) -> None:
    origin = told(read_text(TEXT))[field]
    assert (origin.value, origin.printed, origin.how) == (value, printed, how)


def test_values_of_the_issue_tell_their_lines() -> None:
    origins = {origin.field: origin for origin in read_text(TEXT, "2024-03.txt").origins}
    assert origins["number"] == Origin("number", "第15期", "第 15 期", "报头")
    assert origins["date"].printed == "云州市科协办公室    2024年3月15日"


def test_date_from_the_name_of_the_file_says_so() -> None:
    text = TEXT.replace("    2024年3月15日", "")
    (date,) = (one for one in read_text(text, "2024-03.txt").origins if one.field == "date")
    assert (date.value, date.printed, date.how) == ("2024-03", "2024-03.txt", "文件名")


def test_corrected_value_tells_what_was_read() -> None:
    rows = (ArticleCorrection("市科协召开会议", date="2023-12-22"),)
    date = told(correct(read_text(TEXT), Corrections(articles=rows)))["date"]
    assert (date.value, date.printed) == ("2023-12-22", "2023-12-21")
    assert date.how.startswith("更正文件所定")


def test_date_set_right_is_no_longer_doubtful() -> None:
    read = read_text(TEXT.replace("周四", "周五"))
    rows = (ArticleCorrection("市科协召开会议", date="2023-12-22"),)
    assert [notice.kind for notice in read.notices] == [Concern.DATE]
    assert correct(read, Corrections(articles=rows)).notices == ()


@pytest.mark.parametrize(
    ("line", "date"),
    [
        case("发布时间：2024-03-05", "2024-03-05", id="the usual label"),
        case("发布日期：2024年3月5日 来源：云州日报", "2024-03-05", id="with its source behind"),
        case("来源：云州日报 时间：2024-03-05 10:20", "2024-03-05", id="with its source before"),
        case("2024-03-05 10:20:31 来源：市科协", "2024-03-05", id="no label but the source's"),
        case("时间：2024年3月5日上午9时，地点：市科技馆", None, id="when an event is held"),
        case("发布时间：2024-13-05", None, id="no day of the calendar"),
        case("3月5日，市科协召开会议", None, id="a sentence"),
    ],
)
def test_day_of_publication(line: str, date: str | None) -> None:
    assert publication_date(line) == date


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        case("", "2024-03-05", id="a text without dates has the page's"),
        case("3月1日，", "2024-03-01", id="a text with a date keeps it"),
        case("近日，", None, id="a text that says 近日 stays undated"),
    ],
)
def test_web_page_has_its_date_from_the_line_of_publication(lead: str, date: str | None) -> None:
    read = read_text(PAGE.format(lead, "发布时间：2024-03-05 来源：市科协"))
    (article,) = read.articles
    assert (read.issue.date, article.date) == ("2024-03-05", date)
    assert "发布时间" not in article.body.text


def test_text_before_the_first_title_is_told() -> None:
    stray = "市科协一年来做了许多工作，受到各方好评。"
    read = read_text(TEXT.replace("【要闻】", f"{stray}\n\n【要闻】"))
    (notice,) = read.notices
    assert notice.kind is Concern.LOST_TEXT
    assert notice.message == f"有 20 字不属于任何文章，没有收入：“{stray}”"


def test_masthead_and_imprint_are_no_lost_text() -> None:
    assert (
        read_text(TEXT.replace("【要闻】", "内部资料\n\n主办：云州市科协\n\n【要闻】")).notices
        == ()
    )


def test_cut_without_doubts_is_surer_than_one_with_many() -> None:
    def cut(text: str) -> Article:
        return read_text(text).articles[0]

    sure = cut(TEXT).cut
    assert "栏目之下第一行" in sure.reasons
    unsure = cut(TEXT.replace("市科协召开会议\n", "会议\n").replace("参加。", "参加")).cut
    assert set(unsure.doubts) == {"标题很短", "正文没有结束"}
    assert unsure.confidence < sure.confidence
