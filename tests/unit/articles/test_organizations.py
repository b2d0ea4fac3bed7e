"""Which organisations a line names, and what the short ones are in full."""

import pytest

from indexer.articles.home import home_of
from indexer.articles.organizations import Reader
from indexer.articles.text import tight
from indexer.models import Issue, Knowledge, OrganizationEntry

case = pytest.param

YUNZHOU = Issue("云州科协简报", "第1期", "2024-03-15", "云州市科学技术协会办公室")
SOCIETY = Issue("东海光电子学会通讯", None, None, "东海光电子学会秘书处")
UNIVERSITY = Issue("海晏大学科协通讯", None, None, "海晏大学科学技术协会")
TABLE = Knowledge((OrganizationEntry("内蒙古自治区科协", ("内蒙古科协",)),))


def names(*lines: str, issue: Issue = YUNZHOU) -> list[str]:
    tightened = [tight(line) for line in lines]
    reader = Reader(home_of(issue, TABLE, "\n".join(tightened)))
    mentions = [mention for line in tightened for mention in reader.read(line)]
    return list(dict.fromkeys(mention.name for mention in mentions if mention.acts))


@pytest.mark.parametrize(
    ("issuer", "line", "expected"),
    [
        case("白音盟科协", "盟科协召开会议。", ["白音盟科协"], id="a league"),
        case("白音盟科协", "盟蒙医药学会主办。", ["白音盟蒙医药学会"], id="its society"),
        case("塔木自治州科协", "自治州科协主办。", ["塔木自治州科协"], id="a prefecture"),
        case("塔木自治州科协", "州药学会主办。", ["塔木自治州药学会"], id="in one character"),
        case("云州市科协", "州科协主办。", [], id="no prefecture is known"),
        case("云州市科技馆", "我馆举办展览。", ["云州市科技馆"], id="the issuer itself"),
        case("云州市科协", "我馆举办展览。", [], id="the issuer is no 馆"),
        case("云州市科协", "中建三局主办。", ["中建三局"], id="a part of a large enterprise"),
        case("云州市科协", "国有磨盘林场主办。", ["国有磨盘林场"], id="a state forest"),
        case("云州市科协", "三亚市科协主办。", ["三亚市科协"], id="三 belongs to the place"),
        case("云州市科协", "呼和浩特市科协主办。", ["呼和浩特市科协"], id="和 does too"),
        case("云州市科协", "市第一小学学生参加。", ["云州市第一小学"], id="一小 is not the end"),
        case("云州市科协", "德国慕尼黑科学中心来访。", ["德国慕尼黑科学中心"], id="a foreign body"),
        case(
            "云岭省林学会",
            "省林学会森林经理专业委员会主办。",
            ["云岭省林学会森林经理专业委员会"],
            id="经理 is no post here",
        ),
    ],
)
def test_names_of_other_places_and_kinds(issuer: str, line: str, expected: list[str]) -> None:
    assert names(line, issue=Issue(issuer=issuer)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        case("市科协召开会议。", ["云州市科协"], id="the city is the issuer's"),
        case("云州市科学技术协会召开会议。", ["云州市科协"], id="the short form"),
        case("市科协党组书记到会。", ["云州市科协"], id="a party body stands for its owner"),
        case("市科协第十届委员会举行全会。", ["云州市科协"], id="so does a committee"),
        case("市科协学会部负责人到会。", ["云州市科协"], id="so does a department"),
        case("城北、桥西区科协共同举办。", ["城北区科协", "桥西区科协"], id="a shared ending"),
        case(
            "市药学会、市营养学会联合举办。", ["云州市药学会", "云州市营养学会"], id="two societies"
        ),
        case(
            "东湖区科协联合区农业农村局举办。",
            ["东湖区科协", "东湖区农业农村局"],
            id="the district's",
        ),
        case("团市委书记到会。", ["共青团云州市委"], id="the youth league"),
        case("市民政局主办。", ["云州市民政局"], id="市民 is no word here"),
        case("市住房和城乡建设局主办。", ["云州市住房和城乡建设局"], id="和 inside a name"),
        case("市科协和市气象局主办。", ["云州市科协", "云州市气象局"], id="和 between names"),
        case("中国科学院海洋研究所主办。", ["中国科学院海洋研究所"], id="an institute in full"),
        case(
            "浙江大学光电科学与工程学院主办。",
            ["浙江大学光电科学与工程学院"],
            id="与 inside a name",
        ),
        case("北京大学人民医院科协成立。", ["北京大学人民医院科协"], id="three owners"),
        case("邀请江南理工大学教授授课。", ["江南理工大学"], id="behind a verb"),
        case(
            "华芯科技（上海）有限公司加入。", ["华芯科技（上海）有限公司"], id="brackets in a name"
        ),
        case("北京银行与农担公司签约。", ["北京银行", "农担公司"], id="no place in the name"),
        case("内蒙古科协来访。", ["内蒙古自治区科协"], id="the table's preferred name"),
        case("青岛科协来访。", ["青岛科协"], id="a name of its own form"),
        case("高新区管委会主任到会。", ["云州高新区管委会"], id="a zone of the city"),
        case("深化市科协改革。", ["云州市科协"], id="a verb before the level"),
        case("活动在云州大学举行。", [], id="a place to meet takes no part"),
        case("中国科学院院士出席。", [], id="an academician's title is no affiliation"),
        case("各市级学会和企业科协参加。", [], id="kinds and crowds"),
        case("学习《云州市科学技术协会章程》。", [], id="the title of a work"),
        case("来自8所大学的大学生参加学术会议。", [], id="words that only end so"),
        case("围绕中心、服务中心大局。", [], id="a centre that is none"),
    ],
)
def test_a_line_of_the_city_s_bulletin(line: str, expected: list[str]) -> None:
    assert names(line) == expected


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        case(
            ["云州市机械工程学会（以下简称“学会”）举办培训。", "学会理事长到会。"],
            "云州市机械工程学会",
            id="what a bracket announces",
        ),
        case(
            ["怀远县石榴产业协会示范。", "协会会长讲解。"],
            "怀远县石榴产业协会",
            id="the last of its kind",
        ),
        case(
            ["青岛西海岸新区科协授牌。", "新区科协主席到会。"],
            "青岛西海岸新区科协",
            id="the end of a name",
        ),
        case(
            ["宁远星河精密仪器有限公司参加。", "星河公司签约。"],
            "宁远星河精密仪器有限公司",
            id="core and ending of a name",
        ),
        case(
            ["东湖区科协：进村", "区科协举办讲座。"], "东湖区科协", id="the district of the title"
        ),
        case(["常坟镇：小喇叭", "镇科协供稿。"], "常坟镇科协", id="the town of the title"),
    ],
)
def test_a_later_line_may_be_shorter(lines: list[str], last: str) -> None:
    assert names(*lines)[-1] == last


@pytest.mark.parametrize(
    ("line", "issue", "name"),
    [
        case("学会标准化工作委员会开会。", SOCIETY, "东海光电子学会标准化工作委员会", id="学会"),
        case(
            "硅光芯片专业委员会成立。", SOCIETY, "东海光电子学会硅光芯片专业委员会", id="a branch"
        ),
        case("校科协换届。", UNIVERSITY, "海晏大学科协", id="校科协"),
        case("材料学院承办。", UNIVERSITY, "海晏大学材料学院", id="a college"),
    ],
)
def test_a_part_belongs_to_the_issuer(line: str, issue: Issue, name: str) -> None:
    assert names(line, issue=issue) == [name]


def test_without_an_issuer_the_city_is_the_one_the_text_names() -> None:
    assert names("北京市科协召开会议，市科协主席到会。", issue=Issue()) == ["北京市科协"]


def test_the_province_is_told_by_the_city_or_the_text() -> None:
    assert names("省科协来访。", issue=Issue(issuer="青岛市科学技术协会")) == ["山东省科协"]
    assert names("江南省科协来访。", "省科协到会。") == ["江南省科协"]
