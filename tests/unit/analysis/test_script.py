import pytest

from indexer.analysis.script import is_traditional

case = pytest.param


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        case("雲州市科學技術協會召開學術年會，聽取學術報告。", True, id="traditional"),
        case("云州市科学技术协会召开学术年会，听取学术报告。", False, id="simplified"),
        case("云州市科协举办“漢字”科普展，介绍汉字的演变和书写。", False, id="two signs quoted"),
        case("ABC 123，。", False, id="no Chinese at all"),
        case("", False, id="nothing"),
        case("⼯作⺠", False, id="radicals of a font"),
    ],
)
def test_traditional_texts_are_known(text: str, expected: bool) -> None:
    assert is_traditional(text) is expected
