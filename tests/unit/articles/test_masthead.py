"""The head of an issue: title, number, date and issuer, wherever they are printed."""

import pytest

from indexer.models import Issue
from tests.unit.articles.reading import read_text

case = pytest.param

ARTICLE = "\n\n市科协召开会议\n\n3月6日，市科协召开会议。会议由市科协主席主持。\n"


@pytest.mark.parametrize(
    ("head", "issue"),
    [
        case(
            "云州科协工作简报\n第 15 期（总第 386 期）\n"
            "云州市科学技术协会办公室编    2024 年 3 月 15 日",
            Issue(
                "云州科协工作简报", "第15期（总第386期）", "2024-03-15", "云州市科学技术协会办公室"
            ),
            id="three lines",
        ),
        case(
            "《云州科协动态》\n2024年第3期\n主办：云州市科学技术协会　　2024年3月31日出版",
            Issue("云州科协动态", "2024年第3期", "2024-03-31", "云州市科学技术协会"),
            id="a title in quotes, a label, a word behind the date",
        ),
        case(
            "科 协 信 息\n第三期\n总第 45 期\n云州市科协办公室    二〇二四年三月十五日",
            Issue("科协信息", "第三期（总第45期）", "2024-03-15", "云州市科协办公室"),
            id="letter-spaced, Chinese numbers, two numbers on two lines",
        ),
        case(
            "内部资料  免费交流\n科技工作者之家\n总第57期\n2024.03.10\n云州市科协  联合主办",
            Issue("科技工作者之家", "总第57期", "2024-03-10", "云州市科协"),
            id="a side note first, dots in the date",
        ),
    ],
)
def test_a_masthead(head: str, issue: Issue) -> None:
    bulletin = read_text(head + ARTICLE)

    assert bulletin.issue == issue
    assert [article.title for article in bulletin.articles] == ["市科协召开会议"]


def test_without_masthead_the_name_of_the_file_gives_the_date() -> None:
    assert read_text(ARTICLE, "2023/kexie-2023-12.txt").issue == Issue(date="2023-12")


def test_without_any_date_the_text_gives_the_year() -> None:
    text = ARTICLE.replace("3月6日", "2022年3月6日")

    assert read_text(text).issue == Issue(date="2022")


def test_running_heads_and_colophon_tell_what_the_first_page_does_not() -> None:
    heads = ["云州科协简报　第7期\n市科协召开会议", "云州科协简报　第7期\n市科协举办讲座"]
    pages = [f"{head}\n3月6日，由市科协主办的活动举行。" for head in heads]
    text = "\f".join(pages) + "\n云州市科协办公室　　2024年3月15日印发"

    assert read_text(text).issue == Issue("云州科协简报", "第7期", "2024-03-15", "云州市科协办公室")
