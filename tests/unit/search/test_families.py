"""Which organisations are below which, by the table and by their names."""

from indexer.models import Knowledge, OrganizationEntry
from indexer.search.families import Families

TABLE = Knowledge(
    (
        OrganizationEntry("云州市科协", kind="市科协"),
        OrganizationEntry("青湖区科协", parent="云州市科协"),
        OrganizationEntry("青湖区科普协会", parent="青湖区科协"),
    )
)
NAMES = ("云州市科协", "青湖区科普协会", "东山县图书馆")


def test_a_family_goes_down_to_the_last_over_bodies_that_no_article_names() -> None:
    families = Families(NAMES, TABLE)
    assert families.of("云州市科协") == ("云州市科协", "青湖区科协", "青湖区科普协会")
    assert families.of("青湖区科协") == ("青湖区科协", "青湖区科普协会")


def test_a_body_without_others_is_its_own_family() -> None:
    assert Families(NAMES, TABLE).of("东山县图书馆") == ("东山县图书馆",)
    assert Families(NAMES, TABLE).of("无人知道的单位") == ("无人知道的单位",)


def test_a_table_that_goes_in_a_circle_still_ends() -> None:
    circle = Knowledge(
        (
            OrganizationEntry("甲市科协", parent="乙市科协"),
            OrganizationEntry("乙市科协", parent="丙市科协"),
            OrganizationEntry("丙市科协", parent="甲市科协"),
        )
    )
    families = Families(("甲市科协", "乙市科协", "丙市科协"), circle)
    tops = [name for name, parent in families.parents.items() if parent is None]
    assert len(tops) == 1
    assert set(families.of(tops[0])) == {"甲市科协", "乙市科协", "丙市科协"}
