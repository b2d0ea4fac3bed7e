"""The association's own bulletin read to the end: titles, sections, dates, first and last words."""

import pytest

from indexer.models import Article
from tests.unit.articles.reading import ROOT, read_file

ARTICLES = [
    (
        "市科协迅速传达学习北京市委全会会议精神",
        None,
        "2023-12-21",
        "12 月 21 日，北京市科协召开党组理论学习中心组学习（扩大）会，传达学习",
        "北京市科协全体局级领导及各部门各单位负责人参加学习。",
    ),
    (
        "北京市科协第十届委员会常务委员会第四次会议圆满召开",
        None,
        "2023-12-20",
        "12 月 20 日，北京市科协第十届委员会常务委员会第四次会议顺利举办。",
        "科技工作者代表向刘德培献花，参加活动人员在画像前合影留念。",
    ),
    (
        "科创中国·北京创新荟助力打造首都科技工作者之家新阵地",
        None,
        "2023-12-21",
        "为深入贯彻党的二十大精神，服务北京国际科技创新中心建设，",
        "打造有温度、可信赖、有活力、见实效的科技工作者之家。",
    ),
    (
        "北京市科协召开 2023 年警示教育大会",
        None,
        "2023-12-14",
        "12 月 14 日，北京市科协召开 2023 年警示教育大会，深入学习贯彻",
        "五要推动系统治理，认真进行问题整改。",
    ),
    (
        "北京市科协与内蒙古自治区科协深化落实战略合作协议",
        None,
        "2023-12-12",
        "12 月 12 日，内蒙古自治区科协党组书记李中增带队来到北京市科协，",
        "共同建设有温度、可信赖、有活力、见时效的科技工作者之家。",
    ),
    (
        "延庆区科协第二次代表大会圆满闭幕",
        "区科协动态",
        "2023-12-18",
        "12 月 18 日，北京市延庆区科学技术协会第二次代表大会开幕。",
        "7 名同志当选为副主席；19名同志当选为常委。",
    ),
    (
        "北京大学人民医院科学技术协会成立大会成功召开",
        "基层动态",
        "2023-12-11",
        "2023 年 12 月 11 日，北京大学人民医院科学技术协会（以下简称",
        "引领全院科技工作者创新争先、砥砺前行，更好推进医院高质量发展。",
    ),
    (
        "新时代首都科技社团高质量发展研讨活动成功举办",
        "基层动态",
        "2023-12-15",
        "12 月 15 日下午，由北京市科协、北京市气象局指导，北京气象学会、",
        "持续搭建人才成长和青少年科普教育链条进行了有益探索。",
    ),
]


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    return read_file(ROOT / "corpus" / "beijing-kexie-2023-12.txt").articles


def test_it_holds_eight_articles_in_order(articles: tuple[Article, ...]) -> None:
    read = [(article.title, article.section, article.date) for article in articles]

    assert read == [(title, section, date) for title, section, date, _, _ in ARTICLES]


@pytest.mark.parametrize("number", range(len(ARTICLES)))
def test_each_text_begins_and_ends_with_its_own_words(
    articles: tuple[Article, ...], number: int
) -> None:
    *_, first, last = ARTICLES[number]
    text = articles[number].body.text

    assert text.startswith(first)
    assert text.endswith(last)


def test_no_page_number_is_left_and_no_line_is_broken(articles: tuple[Article, ...]) -> None:
    text = "\n".join(article.body.text for article in articles)

    assert "- 7 -" not in text
    assert all(line.endswith(("。", "；")) for line in text.splitlines())


def test_names_are_those_of_the_city_and_the_district(articles: tuple[Article, ...]) -> None:
    congress = articles[5]

    assert {"延庆区科协", "北京市科协", "延庆区委", "共青团延庆区委"} <= set(congress.organizations)
    assert ("赵红英", "党组书记", "延庆区科协") in [
        (person.name, person.post, person.organization) for person in congress.persons
    ]


def test_its_date_is_in_the_name_of_the_file() -> None:
    bulletin = read_file(ROOT / "corpus" / "beijing-kexie-2023-12.txt")

    assert bulletin.issue.date == "2023-12"
    assert bulletin.warnings == ()
