"""The examples of the help page mean what they say."""

from datetime import date

import pytest

from indexer.models import (
    And,
    Basis,
    Dated,
    Fielded,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Text,
    Undated,
)
from indexer.query import EXAMPLES, Example, parse_question

KEPU, YANQING, YUANSHI = Text("科普"), Text("延庆"), Text("院士")

TREES: dict[str, Node] = {
    "科普 延庆": And((KEPU, YANQING)),
    "“科学技术协会”": Phrase("科学技术协会"),
    "科普 -讲座": And((KEPU, Not(Text("讲座")))),
    "科普 OR 院士": Or((KEPU, YUANSHI)),
    "(科普 OR 院士) 延庆": And((Or((KEPU, YUANSHI)), YANQING)),
    "科普*": Prefix("科普"),
    "东京 NEAR/5 保密": Near(Phrase("东京"), Phrase("保密"), 5),
    "标题:科普": Fielded("title", KEPU),
    "单位:北京市科协": Fielded("organization", Text("北京市科协")),
    "人物:张伟": Fielded("person", Text("张伟")),
    "栏目:(要闻 OR 综合信息)": Fielded("section", Or((Text("要闻"), Text("综合信息")))),
    "期号:36": Fielded("issue", Text("36")),
    "日期:2023年12月": Dated(Basis.EVENT, "2023-12", "2023-12"),
    "日期:2023-11..2024-01": Dated(Basis.EVENT, "2023-11", "2024-01"),
    "日期:>=2023-12": Dated(Basis.EVENT, "2023-12", None),
    "日期:近30天": Dated(Basis.EVENT, "2023-12-12", "2024-01-10"),
    "日期:无": Undated(Basis.EVENT),
    "发刊:2024-01": Dated(Basis.ISSUED, "2024-01", "2024-01"),
}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_an_example_reads_as_it_says(example: Example) -> None:
    reading = parse_question(example.text, date(2024, 1, 10))
    assert (reading.root, reading.notices) == (TREES[example.text], ())
    assert example.chinese
    assert example.english


def test_every_expected_tree_has_its_example() -> None:
    assert list(TREES) == [example.text for example in EXAMPLES]
