"""Where an article begins and ends: titles, sections, contents, rows, signatures."""

import pytest

from tests.unit.articles.reading import read_text

case = pytest.param

HEAD = "云州科协工作简报\n第 15 期\n云州市科协办公室    2024年3月15日\n\n"
FIRST = "3月6日，市科协召开会议。会议由主席主持，各部门负责人参加。"
REPORT = "报告提出，要把学习作为首要任务，打造讲堂品牌，办好三件实事。"
SECOND = "3月8日，市科协举办讲座。讲座由副主席主持，各学会会员参加。"


def titles(text: str) -> list[str]:
    return [article.title for article in read_text(HEAD + text).articles]


def sections(text: str) -> list[str | None]:
    return [article.section for article in read_text(HEAD + text).articles]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        case(["市科协召开会议"], "市科协召开会议", id="one line"),
        case(["市科协", "召开会议"], "市科协召开会议", id="two lines"),
        case(
            ["一束光，一辈子", "——访市科协会员"], "一束光，一辈子——访市科协会员", id="a sub-title"
        ),
        case(["东湖区科协：把课堂搬到田头"], "东湖区科协：把课堂搬到田头", id="a colon"),
        case(["召开例会：", "盯住难点"], "召开例会：盯住难点", id="a colon at the end of a line"),
        case(["显示的“下一站”在哪里？"], "显示的“下一站”在哪里？", id="a question"),
        case(["小小科普员“上岗”了！"], "小小科普员“上岗”了！", id="a call"),
        case(["1. 市科协召开会议"], "市科协召开会议", id="a number"),
        case(["★ 市科协召开会议"], "市科协召开会议", id="a bullet"),
        case(["Micro-LED与", "IEEE 2024标准"], "Micro-LED与IEEE 2024标准", id="Latin letters"),
        case(["3月14日，一起过节"], "3月14日，一起过节", id="a date"),
    ],
)
def test_a_title(lines: list[str], title: str) -> None:
    text = "\n\n".join(["\n".join(lines), FIRST, "市科协活动很受欢迎。"])

    assert titles(text) == [title]


@pytest.mark.parametrize(
    "marks",
    [
        case(("【要闻】", "【学会动态】"), id="black brackets"),
        case(("[要闻]", "[学会动态]"), id="square brackets"),
        case(("〔要闻〕", "〔学会动态〕"), id="tortoise-shell brackets"),
        case(("◆ 要闻", "◆ 学会动态"), id="bullets"),
        case(("★★★ 要闻 ★★★", "★★★ 学会动态 ★★★"), id="stars around"),
        case(("—— 要闻 ——", "—— 学会动态 ——"), id="rules around"),
        case(("一、要闻", "二、学会动态"), id="Chinese numbers"),
        case(("（一）要闻", "（二）学会动态"), id="numbers in brackets"),
        case(("要 闻", "学 会 动 态"), id="nothing but the usual words, letter-spaced"),
    ],
)
def test_a_section(marks: tuple[str, str]) -> None:
    parts = [marks[0], "市科协召开会议", FIRST, "市科协举办展览", SECOND, marks[1], "讲座", FIRST]

    assert sections("\n\n".join(parts)) == ["要闻", "要闻", "学会动态"]


def test_a_section_without_titles_is_one_article_of_its_name() -> None:
    text = "\n\n".join(["【简讯】", FIRST, SECOND])

    assert titles(text) == ["简讯"]


@pytest.mark.parametrize(
    "contents",
    [
        case("目  录\n市科协召开会议……………1\n市科协举办讲座……………2", id="leaders"),
        case("目录\n\n市科协召开会议\n\n市科协举办讲座", id="bare"),
        case("本期要目\n● 市科协召开会议  (1)\n● 市科协举办讲座  (2)", id="bullets"),
        case("市科协召开会议    1\n市科协举办讲座    2", id="no heading"),
    ],
)
def test_a_table_of_contents_is_no_article(contents: str) -> None:
    text = "\n\n".join([contents, "市科协召开会议", FIRST, "加强领导", REPORT])
    text += "\n\n市科协举办讲座\n\n" + SECOND

    assert titles(text) == ["市科协召开会议", "市科协举办讲座"]


def test_numbered_parts_of_a_notice_are_no_titles() -> None:
    text = "\n\n".join(
        [
            "关于申报的通知",
            "各学会：",
            "现将事项通知如下：",
            "一、申报条件",
            FIRST,
            "二、申报程序",
            SECOND,
        ]
    )

    assert titles(text) == ["关于申报的通知"]


def test_unnumbered_parts_that_tell_of_no_action_are_no_titles() -> None:
    text = "\n\n".join(["县科协召开大会", FIRST, "加强政治引领", REPORT, "服务乡村振兴", REPORT])

    assert titles(text) == ["县科协召开大会"]


def test_rows_of_a_list_are_no_titles() -> None:
    rows = ["丁　宁　　云州市医院主任医师", "万家福　　云州市推广中心农艺师"]
    text = "\n\n".join(
        ["关于表彰的决定", "现将名单公布如下：", *rows, "希望再接再厉。", "讲座", SECOND]
    )

    assert titles(text) == ["关于表彰的决定", "讲座"]


def test_signature_credit_and_colophon_are_no_text() -> None:
    text = "\n\n".join(
        [
            *("关于表彰的决定", FIRST, "云州市科学技术协会", "2024年3月1日"),
            *("市科协举办讲座", SECOND, "（来源：市气象学会  供稿：苏敏）"),
            *("报送：省科协，市委办公室", "抄送：各县（市、区）科协", "共印 80 份"),
        ]
    )

    articles = read_text(HEAD + text).articles

    assert [article.body.text for article in articles] == [FIRST, SECOND]
    assert articles[0].date == "2024-03-01"
    assert articles[0].organizations == ("云州市科协",)


def test_a_credit_behind_the_last_sentence_is_cut() -> None:
    (article,) = read_text(HEAD + f"市科协召开会议\n\n{FIRST}（供稿：苏敏）").articles

    assert article.body.text == FIRST


def test_pages_count_from_one_and_only_where_there_are_some() -> None:
    first = HEAD + f"市科协召开会议\n\n{FIRST}"
    second = f"市科协举办讲座\n\n{SECOND}"

    assert [a.page for a in read_text(f"{first}\f{second}").articles] == [1, 2]
    assert [a.page for a in read_text(f"{first}\n\n{second}").articles] == [None, None]


def test_a_text_without_titles_is_reported() -> None:
    assert read_text(FIRST).warnings == ("没有找到文章：看不出哪一行是标题",)


def test_a_wrong_weekday_is_reported() -> None:
    text = HEAD + "市科协召开会议\n\n" + FIRST.replace("3月6日", "3月6日（周四）")

    assert read_text(text).warnings == ("《市科协召开会议》的日期 2024-03-06 与所印的星期不符",)


@pytest.mark.parametrize(
    ("ending", "signers"),
    [
        case("（来源：市气象学会）", ("云州市气象学会",), id="a source behind the text"),
        case("供稿单位：市气象学会", ("云州市气象学会",), id="a contributor on a line of its own"),
        case("云州市气象学会\n2024年3月6日", ("云州市气象学会",), id="a signature"),
        case("抄送：市气象学会", (), id="whom it goes to sent nothing in"),
    ],
)
def test_who_sent_an_article_in_is_told_by_its_signature_or_credit(
    ending: str, signers: tuple[str, ...]
) -> None:
    (article,) = read_text(f"{HEAD}市科协召开会议\n\n{FIRST}\n{REPORT}\n\n{ending}\n").articles
    assert article.signers == signers
