import pytest

from indexer.extract.quality import doubt, is_garbled, is_plausible_chinese, is_upright, repaired
from indexer.extract.sheet import Doubt

CHINESE = "云州市科协召开院士专家工作站座谈会，市科协、各区县科协负责人参加。"
GLYPHS = "".join(chr(1000 + ord(sign) % 3800) for sign in CHINESE)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CHINESE, id="Chinese"),
        pytest.param("The Association held its annual meeting — 120 guests.", id="English"),
        pytest.param("À l’été, l’élève a été reçu à l’école où il étudie déjà.", id="French"),
        pytest.param("Академия наук провела заседание.", id="Russian"),
        pytest.param("پەن-تېخنىكا جەمئىيىتى يىغىن ئاچتى", id="Uyghur"),
        pytest.param("科技工作者协会は会議を開催しました。", id="Japanese"),
        pytest.param("\uf0d8 第一项工作内容\n\uf0d8 第二项工作内容", id="bullets for private use"),
        pytest.param("α、β、γ 射线与 Ω、μm、Ж 形结构的科普展", id="Greek and Cyrillic signs"),
        pytest.param("中国科协\t12月\r\n第２期", id="tabs and line ends"),
        pytest.param(
            "協會召開座談會，聽取各區縣全年工作情況的彙報並部署", id="traditional Chinese"
        ),
        pytest.param("喆懋镕赟翀骉垚鑫淼焱", id="a few rare names"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_text_is_not_garbled(text: str) -> None:
    assert not is_garbled(text)
    assert repaired(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(GLYPHS, id="glyph numbers"),
        pytest.param("Cache coherency means " * 10 + GLYPHS, id="glyph numbers among English"),
        pytest.param("科协\ue000\ue001\ue002", id="characters for private use"),
        pytest.param("\ufffd\ufffd科协", id="replacement characters"),
        pytest.param("\x03\x04\x05ab", id="control characters"),
        pytest.param("½ñÌì¿ª»á", id="GBK read as Latin-1"),
        pytest.param(
            "".join(chr(0x4E00 + 37 * place % 9000) for place in range(60)), id="strewn Han"
        ),
    ],
)
def test_what_nobody_printed_is_garbled(text: str) -> None:
    assert is_garbled(text)


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        pytest.param(CHINESE.encode("gb18030").decode("latin-1"), CHINESE, id="Latin-1"),
        pytest.param("†´¿ÆÐ\xad»áÒé", "喆科协会议", id="a byte that Windows shows as †"),
        pytest.param("¹Ø ÓÚ ºì ¾ü", "关于红军", id="blanks between the characters"),
        pytest.param("Å·ÃË ÕÐ±ê EU ÏîÄ¿", "欧盟招标 EU 项目", id="blanks around English stay"),
    ],
)
def test_chinese_read_as_latin_is_repaired(text: str, chinese: str) -> None:
    assert repaired(text) == chinese


def test_what_is_not_chinese_either_stays_as_it_is() -> None:
    assert repaired(GLYPHS) == GLYPHS


@pytest.mark.parametrize(
    ("data", "plausible"),
    [
        pytest.param(CHINESE.encode("gb18030"), True, id="GB18030"),
        pytest.param(
            "懋镕、喆同志参加科普日活动，交流经验。".encode("gb18030"),
            True,
            id="rare names among common words",
        ),
        pytest.param("協會召開座談會，交流經驗".encode("big5"), False, id="Big5"),
        pytest.param("協會召開座談會，交流經驗".encode("gb18030"), False, id="traditional GBK"),
    ],
)
def test_gb18030_is_believed_if_its_characters_are_common(data: bytes, plausible: bool) -> None:
    assert is_plausible_chinese(data.decode("gb18030", "replace")) is plausible


TORN = "二级过程\n：\n支持基本过程的过程\n，\n也被称作支持过程\n，\n主要内容是\n、\n人力管理\n。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("\n".join([CHINESE] * 9), Doubt.NONE, id="lines of prose"),
        pytest.param("1\n2\n3\n4\n5\n6\n7", Doubt.NONE, id="a column of figures"),
        pytest.param("云州市科协\n\n" * 9, Doubt.NONE, id="empty lines between"),
        pytest.param(GLYPHS, Doubt.LETTERS, id="glyph numbers"),
        pytest.param(TORN, Doubt.LINES, id="lines torn at each punctuation mark"),
        pytest.param("\n".join(CHINESE), Doubt.LINES, id="one letter a line"),
        pytest.param(
            f"{CHINESE[:12]} {CHINESE[12:]}\n" * 6, Doubt.LINES, id="two columns read across"
        ),
        pytest.param(
            f"{CHINESE[:12]} {CHINESE[12:]}\n" + f"{CHINESE}\n" * 6,
            Doubt.NONE,
            id="one line with a gap",
        ),
    ],
)
def test_a_page_is_doubted_for_a_reason(text: str, expected: Doubt) -> None:
    assert doubt(text) is expected


def test_only_letters_one_below_the_other_are_upright() -> None:
    assert is_upright("\n".join(CHINESE))
    assert not is_upright(TORN)
