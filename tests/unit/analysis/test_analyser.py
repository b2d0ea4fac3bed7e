"""Words and characters: the laws, and golden cuts."""

from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis import Analyser
from indexer.analysis.analyser import _LONGEST_KEPT, _Terms
from indexer.models import Knowledge, OrganizationEntry

case = pytest.param
KNOWLEDGE = Knowledge(
    (
        OrganizationEntry("中国科协"),
        OrganizationEntry("北京市科协", ("北京市科学技术协会",)),
        OrganizationEntry("石景山区科协"),
    ),
    words=("进社区",),
)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(KNOWLEDGE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        case("中国科协来函", "中国科协 中国 科协 来函", id="a name and its best division"),
        case(
            "北京市科学技术协会",
            "北京市科学技术协会 北京市 北京 市 科学技术 科学 技术 协会",
            id="a long one",
        ),
        case("石景山区", "石景山区 石景山 区", id="a district and its parts, never 景山"),
        case("开展科普进社区活动", "开展 科普 进社区 活动", id="a word of config.toml"),
        case("12 月 21 日", "12月21日 12月", id="a date is one word"),
        case("2023年12月21日", "2023年12月21日 12月21日 2023年12月 2023年 12月", id="a full date"),
        case("1.3 万余人次", "1.3万余人次 1.3", id="a number with its unit"),
        case("covid19 与 400G", "covid19 与 400g", id="Latin words with digits"),
        case("，。！", "", id="punctuation is no word"),
    ],
)
def test_text_is_cut_into(analyser: Analyser, text: str, words: str) -> None:
    assert " ".join(analyser.words(text)) == words


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        case("11月5日", "11 月 5 日", id="a number counts whole"),
        case("２．５ 万", "2.5 万", id="a decimal number too"),
        case("Micro-LED 屏", "micro - led 屏", id="a Latin word counts whole"),
        case("《条例》。", "《 条 例 》 。", id="punctuation counts"),
    ],
)
def test_text_in_characters(analyser: Analyser, text: str, characters: str) -> None:
    assert " ".join(analyser.characters(text)) == characters


def test_paragraphs_are_parted_by_a_wall(analyser: Analyser) -> None:
    assert analyser.characters("一\n二") == ("一", "\n", "二")


def test_question_asks_for_each_word_once_without_pieces(analyser: Analyser) -> None:
    assert analyser.required("中国科协 科普 科普") == ("中国科协", "科普")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        case("市科协", "市科协", id="a short name stays whole"),
        case("市科协召开", "市科协 召开", id="what follows it is cut"),
        case("北京市科协", "北京市科协", id="a full name is one word"),
        case("某市科协", "某市 科协", id="inside another name it is no name"),
    ],
)
def test_names_in_a_question_are_not_cut(question: str, words: str) -> None:
    knowledge = Knowledge((OrganizationEntry("北京市科协", short=("市科协",)),))
    assert " ".join(Analyser(knowledge).required(question)) == words


@given(st.text())
def test_joined_words_are_the_text_and_offsets_give_them_back(text: str) -> None:
    analyser = _shared()
    tokens, normal = analyser.cut(text), analyser.normal(text)
    assert "".join(token.text for token in tokens) == normal
    assert [token.position for token in tokens] == list(range(len(tokens)))
    assert all(normal[token.start : token.stop] == token.text for token in tokens)


@given(st.text())
def test_text_in_normal_form_has_the_same_words(text: str) -> None:
    assert tuple(_shared().terms(_shared().normal(text))) == _shared().words(text)


def test_threads_get_the_same_words_from_a_new_analyser() -> None:
    texts = [f"中国科协第{at}届年会在北京市石景山区召开，320余名科技工作者参加" for at in range(40)]
    analyser = Analyser(KNOWLEDGE)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(analyser.words, texts * 5))
    assert found == [_shared().words(text) for text in texts] * 5


def test_few_words_are_remembered() -> None:
    asked: list[str] = []

    def no_pieces(word: str) -> tuple[str, ...]:
        asked.append(word)
        return (word,)

    terms = _Terms(no_pieces, most=3)
    for word in ("甲", "乙", "丙", "甲", "丁", "甲", "长" * (_LONGEST_KEPT + 1)):
        assert terms[word] == (word,)
    assert len(terms) == 2
    assert asked == ["甲", "乙", "丙", "丁", "甲", "长" * (_LONGEST_KEPT + 1)]


@given(st.text("中国科协北京市科学技术石景山区活动12月日。", max_size=40))
def test_pieces_lie_inside_their_word(text: str) -> None:
    normal = _shared().normal(text)
    assert all(word in normal for word in _shared().words(text))


def test_fingerprint_follows_the_dictionary(analyser: Analyser) -> None:
    same = Analyser(KNOWLEDGE)
    other = Analyser(Knowledge(words=("新词语",)))
    assert same.fingerprint == analyser.fingerprint
    assert other.fingerprint != analyser.fingerprint


def test_pieces_of_a_long_run_are_cut_like_the_whole(analyser: Analyser) -> None:
    text = "北京市科协召开会议，" * 400
    assert [token.text for token in analyser.cut(text)][:4] == ["北京市科协", "召开", "会议", ","]
    assert len(analyser.cut(text)) == 4 * 400


@cache
def _shared() -> Analyser:
    """One analyser for all examples of a property."""
    return Analyser(KNOWLEDGE)
