"""What a body is and to whom it belongs, told by its name, the archive's home and the table."""

import pytest

from indexer.models import Knowledge, Organization, OrganizationEntry
from indexer.organizations import describe


@pytest.mark.parametrize(
    ("name", "kind", "parent"),
    [
        pytest.param("中国科协", "全国科协", None, id="the national association stands alone"),
        pytest.param("山东省科协", "省级科协", "中国科协", id="a province's is below it"),
        pytest.param("内蒙古科协", "省级科协", "中国科协", id="a region in short"),
        pytest.param("青岛市科协", "市科协", "山东省科协", id="a city's is below its province's"),
        pytest.param("昆山市科协", "市科协", "苏州市科协", id="a county-level city"),
        pytest.param("北京市石景山区科协", "区科协", "北京市科协", id="the city is printed"),
        pytest.param("石景山区科协", "区科协", "北京市科协", id="the city is looked up"),
        pytest.param("浦东新区科学技术协会", "区科协", "上海市科协", id="the long form"),
        pytest.param("云州市清河区科协", "区科协", "云州市科协", id="an unknown city is printed"),
        pytest.param("朝阳区科协", "区科协", None, id="two cities have a district of this name"),
        pytest.param("石景山区八角街道科协", "街道科协", "石景山区科协", id="a street's"),
        pytest.param("常坟镇科协", "乡镇科协", None, id="nothing tells the county of a town"),
        pytest.param("云州市高新区科协", "园区科协", "云州市科协", id="a zone's"),
        pytest.param("清华大学科协", "高校科协", "清华大学", id="a university's"),
        pytest.param("云州大学学生科协", "高校科协", "云州大学", id="the students'"),
        pytest.param("恒川机械有限公司科协", "企业科协", "恒川机械有限公司", id="a company's"),
        pytest.param("北京大学数学科学学院", "高校", "北京大学", id="a college"),
        pytest.param("青岛大学附属医院", "医院", "青岛大学", id="a university hospital"),
        pytest.param("云州市中心医院", "医院", None, id="中心 is no owner"),
        pytest.param("北京工商大学", "高校", None, id="北京工商 is no owner"),
        pytest.param("中国科学院自动化研究所", "科研院所", "中国科学院", id="an institute"),
        pytest.param("北京市科协学会部", "市科协", "北京市科协", id="a department"),
        pytest.param("中国气象学会", "学会", "中国科协", id="a national society"),
        pytest.param("云州市气象学会", "学会", "云州市科协", id="a society like a national one"),
        pytest.param("云州市钓鱼协会", "学会", None, id="a society of another kind"),
        pytest.param("云州市气象学会雷电委员会", "学会", "云州市气象学会", id="a committee"),
        pytest.param("云州市清河街道办事处", "政府", "云州市政府", id="a street's office"),
        pytest.param("云州市气象局", "政府", "云州市政府", id="an office"),
        pytest.param("中共云州市委宣传部", "党委", "中共云州市委", id="a Party department"),
        pytest.param("共青团云州市委", "群团", None, id="the youth league is no Party committee"),
        pytest.param("中建三局", "企业", None, id="a company that ends like an office"),
        pytest.param("云州市老科协", "老科协", None, id="the veterans' association is no 市科协"),
        pytest.param("科技日报社", "媒体", "科学技术部", id="a newspaper"),
    ],
)
def test_a_name_tells_kind_and_parent(name: str, kind: str, parent: str | None) -> None:
    described = describe(name, Knowledge())
    assert (described.kind, described.parent) == (kind, parent)


def test_the_home_of_the_archive_decides_between_places_of_one_name() -> None:
    assert describe("朝阳区科协", Knowledge(home="北京市科协")).parent == "北京市科协"


def test_the_organisation_table_comes_before_the_name() -> None:
    table = (
        OrganizationEntry("京科会", aliases=("北京市科协",), kind="市科协", parent="中国科协"),
        OrganizationEntry("延庆区科协", aliases=("延庆科协",)),
    )
    knowledge = Knowledge(organizations=table)
    assert describe("北京市科协", knowledge) == Organization("京科会", "市科协", "中国科协")
    assert describe("延庆科协", knowledge) == Organization("延庆区科协", "区科协", "京科会")
