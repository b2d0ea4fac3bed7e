"""People with their posts and bodies: 30 phrases and more give exact fields."""

import pytest

from indexer.articles.home import home_of
from indexer.articles.organizations import Reader
from indexer.articles.people import find_people
from indexer.articles.text import tight
from indexer.models import Issue, Knowledge, Person

case = pytest.param

YUNZHOU = Issue("云州科协简报", "第1期", "2024-03-15", "云州市科学技术协会办公室")


def people(line: str) -> tuple[Person, ...]:
    tightened = tight(line)
    reader = Reader(home_of(YUNZHOU, Knowledge(), tightened))
    return find_people([tightened], [reader.read(tightened)])


def names(line: str) -> list[str]:
    return [person.name for person in people(line)]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        case("市科协党组书记沈洁出席。", Person("沈洁", "党组书记", "云州市科协"), id="one post"),
        case(
            "市科协党组书记、常务副主席严丽华作报告。",
            Person("严丽华", "党组书记、常务副主席", "云州市科协"),
            id="two posts",
        ),
        case("云州大学教授万小琴授课。", Person("万小琴", "教授", "云州大学"), id="a rank"),
        case(
            "云州市中心医院主任医师白雪梅讲解。",
            Person("白雪梅", "主任医师", "云州市中心医院"),
            id="a doctor",
        ),
        case(
            "市委副书记梁广平到会。", Person("梁广平", "副书记", "云州市委"), id="the city's party"
        ),
        case("副市长游建平出席。", Person("游建平", "副市长"), id="no body told"),
        case(
            "市科协主席（兼）苏远出席。",
            Person("苏远", "主席", "云州市科协"),
            id="a note behind the post",
        ),
    ],
)
def test_a_person_with_post_and_body(line: str, person: Person) -> None:
    assert people(line) == (person,)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        case("会议由主席李静海主持。", ["李静海"], id="a verb behind the name"),
        case("馆长雍和、副馆长宁涛出席。", ["雍和", "宁涛"], id="和 is the given name"),
        case("比赛落幕，佴茜获优秀奖。", ["佴茜"], id="somebody wins a prize"),
        case("会议由副主席宁涛主持。", ["宁涛"], id="two characters"),
        case("管委会副主任欧阳铭陪同。", ["欧阳铭"], id="a double family name"),
        case("专家组组长诸葛峰任组长。", ["诸葛峰"], id="任 is the verb"),
        case("局长佟大为主持。", ["佟大为"], id="为 is the name's"),
        case("主席彭春和介绍经验。", ["彭春和"], id="和 is the name's"),
        case("主席李静海和书记沈洁揭牌。", ["李静海", "沈洁"], id="和 joins"),
        case(
            "副主席刘晓勘、陈维成参加。", ["刘晓勘", "陈维成"], id="a second name behind one post"
        ),
        case("沈洁强调，要抓好落实。", ["沈洁"], id="a name that begins a clause"),
        case("活动中，姜一诺说，很自豪。", ["姜一诺"], id="a child speaks"),
        case("今年87岁的皇甫毅上台领奖。", ["皇甫毅"], id="an age"),
        case("决定对丁宁等6名同志予以表彰。", ["丁宁"], id="a count"),
        case("增补秦向东、于波等5人为委员。", ["于波", "秦向东"], id="a count behind two"),
        case("邀请简明教授作报告。", ["简明"], id="a title behind the name"),
        case("小麦丰收，护林员覃大山笑着说。", ["覃大山"], id="any calling"),
        case("铸锻公司铸造工鲍春获奖。", ["鲍春"], id="somebody's work"),
        case(
            "沙吾提·艾力、雍正平当选副主席。", ["沙吾提·艾力", "雍正平"], id="a list of the elected"
        ),
        case("六年级学生卓玛·扎西在展品前驻足。", ["卓玛·扎西"], id="a dotted name"),
        case("校长罗布次仁说，希望再来。", ["罗布次仁"], id="no family name"),
        case("期刊编辑John Smith作报告。", ["John Smith"], id="a Latin name"),
        case("副主席陈𬍛通报情况。", ["陈𬍛"], id="a rare character"),
        case("丁　宁　　云州市人民医院主任医师", ["丁宁"], id="a row with a spaced name"),
        case("司马跃　　安徽酒业有限公司总工程师", ["司马跃"], id="a row"),
        case("１．闻人语　　南浦区少年宫", ["闻人语"], id="a numbered row"),
        case("一等奖：宗小鱼（云州大学）、麻婷婷", ["宗小鱼", "麻婷婷"], id="prize winners"),
        case("女儿皇甫晴说，父亲只做了一件事。", ["皇甫晴"], id="a relation"),
        case("市科协主席应邀出席。", [], id="应邀 is no name"),
        case("书记高度评价此次活动。", [], id="高度 is no name"),
        case("专家代表、教师代表参加。", [], id="代表 is no name"),
        case("主席和副主席到会。", [], id="和 is no family name here"),
        case("方案提出三项任务，全会强调落实。", [], id="方案 and 全会 are no names"),
        case("马院长表示感谢。", [], id="a post behind a family name tells no name"),
        case("江苏、安徽等地的学会参加。", [], id="provinces are no names"),
        case("副主任医师和主任药师坐诊。", [], id="ranks alone"),
        case("市民在双桥村参观。", [], id="a village is no name"),
        case("学习《围猎行贿者说》。", [], id="a title is no person"),
    ],
)
def test_the_names_in_a_line(line: str, expected: list[str]) -> None:
    assert sorted(names(line)) == sorted(expected)


def test_a_name_without_a_verb_is_the_one_that_returns() -> None:
    line = "主席刘德培画像揭幕，代表向刘德培献花。"

    assert names(line) == ["刘德培"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        case("盟科协主席巴特尔出席。", ["巴特尔"], id="Mongolian"),
        case("副主席那顺巴雅尔主持。", ["那顺巴雅尔"], id="two parts"),
        case("牧民朝鲁说，网速快了。", ["朝鲁"], id="two characters before a verb"),
        case("讲解员田毛伊罕介绍展品。", ["田毛伊罕"], id="a family name before it"),
        case("教授扎西顿珠作报告。", ["扎西顿珠"], id="Tibetan"),
        case("教师热依汗·阿不都热合曼代表学员发言。", ["热依汗·阿不都热合曼"], id="Uighur"),
        case("医师阿依古丽·买买提、叶尔江参加。", ["阿依古丽·买买提", "叶尔江"], id="Kazakh too"),
        case("活动在乌兰察布市举行。", [], id="a place that begins like a name"),
        case("赛罕区科协举办活动。", [], id="a district that is called like a name"),
    ],
)
def test_names_without_a_family_name(line: str, expected: list[str]) -> None:
    assert names(line) == expected
