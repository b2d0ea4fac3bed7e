"""Names, fields, help, suggestions, reasons and likeness over the archive of the exam."""

from dataclasses import replace
from datetime import date

import pytest

from indexer.build.indexing import bring_index_up
from indexer.catalog import Catalog
from indexer.engines.base import Engine
from indexer.models import (
    Answer,
    Article,
    Bulletin,
    Hit,
    Match,
    Passage,
    Query,
    Question,
    Remedy,
    Shared,
    SourceFile,
    SourceReading,
    SourceReport,
    Status,
    SuggestionKind,
    Widened,
)
from indexer.search import SearchParts, search, show, similar, suggest, why
from tests.contract.fixture import BEIJING, ROWS
from tests.contract.memory import MemoryEngine

case = pytest.param
ALL = "".join(row.id for row in ROWS)


@pytest.fixture
def parts(parts: SearchParts) -> SearchParts:
    """The archive of the exam on the day of the exam."""
    return replace(parts, today=lambda: date(2024, 1, 10))


def found(parts: SearchParts, query: Query) -> str:
    hits = search(parts, replace(query, page_size=100)).hits
    return "".join(sorted(hit.article_id for hit in hits))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        case(
            Query("北京市科协"), "abcfr", id="a name finds its aliases and what is about the body"
        ),
        case(Query("北京市科学技术协会"), "abcfr", id="an alias finds the name"),
        case(Query("北京市科协", aliases=False), "r", id="only the word itself"),
        case(Query('"北京市科协"'), "r", id="a phrase is never widened"),
        case(Query("市科协"), "cgr", id="a shared short name is not widened"),
        case(Query("延庆区科协"), "e", id="the byline resolves a short name"),
        case(Query("中国科学技术协会"), "mt", id="an alias finds the preferred name"),
        case(Query("title:北京市科协"), "r", id="what an article is about is not its title"),
        case(Query("-北京市科协"), set(ALL) - set("abcfr"), id="what a name finds is excluded"),
        case(Query("title:科普*"), "agl", id="a prefix in the title"),
        case(Query("标题：科普"), "agl", id="Chinese field names and colons"),
        case(Query("科普", title_only=True), "agl", id="titles only"),
        case(Query("单位:北京市科协"), "abcfr", id="a body by its preferred name"),
        case(Query("单位:北京科协"), "abcfr", id="a body by an alias"),
        case(Query("单位:市科协"), "abcfgr", id="all bodies that share a short name"),
        case(Query("单位:区科协"), "de", id="both districts"),
        case(Query("单位:内蒙古"), "r", id="a body by a part of its name"),
        case(Query("单位:(石景山区科协 OR 中国科协)"), "dmt", id="one of two bodies"),
        case(Query("科协 -单位:北京市科协"), "degmop", id="a body excluded"),
        case(Query("期号:1 院士"), "c", id="an issue by its number"),
        case(Query("issue:科协动态"), "g", id="an issue by its title"),
        case(Query("issue:2024年1月10日"), "g", id="an issue by its date"),
        case(Query("科协", within=("活动",)), "def", id="narrowed by a word"),
        case(Query("科协", within=("活动", "-社区")), "ef", id="narrowed twice"),
        case(Query("", within=("东京",)), "ij", id="narrowed from everything"),
        case(Query("海洋 社区", match=Match.ANY), "dg", id="any of two words"),
        case(
            Query("科协", without_organizations=("北京市科协",)), "degmop", id="a filter reversed"
        ),
    ],
)
def test_question_finds_exactly(parts: SearchParts, query: Query, expected: str) -> None:
    assert found(parts, query) == "".join(sorted(expected))


def test_own_spelling_ranks_before_other_names(parts: SearchParts) -> None:
    assert search(parts, Query("北京市科协")).hits[0].article_id == "r"


def test_what_was_added_is_told(parts: SearchParts) -> None:
    reading = search(parts, Query("北京市科协 座谈")).reading
    others = ("北京市科学技术协会", "北京科协")
    assert reading.widened == (Widened("北京市科协", others, "北京市科协"),)
    assert reading.words == ("北京市科协", "座谈")
    plain = search(parts, Query("北京市科协", aliases=False)).reading
    assert (plain.words, plain.widened) == (("北京市科协",), ())


def test_bearers_of_a_shared_name_are_told(parts: SearchParts) -> None:
    reading = search(parts, Query("市科协")).reading
    assert reading.shared == (Shared("市科协", ("北京市科协", "青岛市科协")),)
    assert reading.widened == ()


def test_conditions_are_told_in_words(parts: SearchParts) -> None:
    reading = search(parts, Query("单位:北京科协 期号:1 -日期:2023-11")).reading
    assert reading.conditions == ("单位：北京市科协", "期号：1")
    assert "2023-11" in reading.excluded[0]


def test_unknown_value_of_a_field_is_named(parts: SearchParts) -> None:
    results = search(parts, Query("单位:火星科协"))
    assert results.total == 0
    assert "火星科协" in results.reading.notices[0]


def test_other_names_are_marked(parts: SearchParts) -> None:
    hits = {hit.article_id: hit for hit in search(parts, Query("北京市科协")).hits}
    (snippet,) = hits["a"].snippets
    assert [snippet.text[m.start : m.stop] for m in snippet.marks] == ["北京市科学技术协会"]
    page = show(parts, "a", Query("出席", within=("主场",)))
    assert [p.text[m.start : m.stop] for p in page.paragraphs for m in p.marks] == ["出席", "主场"]


def test_titles_alone_are_marked_where_titles_alone_were_asked(parts: SearchParts) -> None:
    (hit,) = search(parts, Query("title:海洋科普")).hits
    assert hit.marks
    assert not any(snippet.marks for snippet in hit.snippets)


def offers(parts: SearchParts, query: Query) -> dict[Remedy, list[tuple[str, int]]]:
    given: dict[Remedy, list[tuple[str, int]]] = {}
    for offer in search(parts, query).help.offers:
        given.setdefault(offer.remedy, []).append((offer.label, offer.total))
    return given


@pytest.mark.parametrize(
    ("query", "remedy", "expected"),
    [
        case(Query("科谱"), Remedy.SPELLING, ("科普", 5), id="the same sound"),
        case(Query("kepu"), Remedy.SPELLING, ("科普", 5), id="pinyin"),
        case(Query("科谱进社区"), Remedy.SPELLING, ("科普进社区", 1), id="inside a text"),
        case(Query("東京科普馆 kepu"), Remedy.FEWER_WORDS, ("東京科普馆", 0), id="nothing"),
        case(Query("常务会"), Remedy.SPELLING, ("常委会", 1), id="one character away"),
        case(Query("今年"), Remedy.DATE, ("date:今年", 1), id="a word that is a date"),
        case(Query("东京 乒乓球"), Remedy.FEWER_WORDS, ("东京", 2), id="without one word"),
        case(Query("东京 乒乓球 羽毛球"), Remedy.FEWER_WORDS, ("东京", 2), id="without two"),
        case(Query("海洋 单位:北京市科协"), Remedy.FEWER_WORDS, ("海洋", 1), id="without a field"),
        case(Query("科谱"), Remedy.ANY_WORD, ("任一词", 0), id="one word is not any of several"),
        case(Query("东京 乒乓球"), Remedy.ANY_WORD, ("任一词", 2), id="any word"),
        case(Query('"科普东京"'), Remedy.WORDS, ("科普东京", 0), id="words that never meet"),
        case(Query("科普活动"), Remedy.WORDS, ("科普 活动", 2), id="a word as its parts"),
        case(Query('"活动科普"'), Remedy.WORDS, ("活动科普", 2), id="a phrase as words"),
        case(
            Query("座谈会 海洋", match=Match.PHRASE),
            Remedy.WORDS,
            ("座谈会 海洋", 1),
            id="the phrase switch off",
        ),
        case(
            Query("东京", organizations=("延庆区科协",)),
            Remedy.FILTERS,
            ("不限单位", 2),
            id="without the organisation",
        ),
        case(
            Query("科普", month_from="2025-01", sections=()),
            Remedy.FILTERS,
            ("不限时间", 5),
            id="without the months",
        ),
        case(Query("院士", title_only=True), Remedy.FILTERS, ("全文", 1), id="the whole text"),
    ],
)
def test_little_found_is_helped(
    parts: SearchParts, query: Query, remedy: Remedy, expected: tuple[str, int]
) -> None:
    given = offers(parts, query).get(remedy, [])
    if expected[1]:
        assert expected in given
    else:
        assert expected[0] not in [label for label, _ in given]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        case("东京 乒乓球", ("乒乓球",), id="the word that is missing"),
        case("东京 保密", (), id="words that are all there"),
        case("科谱", ("科谱",), id="a misspelt word is named whole"),
        case("乒乓球 OR 东京", ("乒乓球",), id="one of two ways"),
        case("东京 -乒乓球", (), id="a word that is not wanted"),
        case("标题:院士", (), id="a word that only titles lack"),
        case("东京 期号:12", (), id="a number of an issue"),
        case("海洋 单位:延庆区科协", (), id="a value of a field"),
        case("北京市科学技术协会 乒乓球", ("乒乓球",), id="a name that has other names"),
    ],
)
def test_missing_words_are_named(parts: SearchParts, text: str, missing: tuple[str, ...]) -> None:
    assert search(parts, Query(text)).help.missing == missing


@pytest.mark.parametrize(
    "query",
    [
        Query("科谱 活动"),
        Query("今年 科普"),
        Query("东京 乒乓球 保密"),
        Query('"科普 活动" 海洋', organizations=("青岛市科协",)),
        Query("单位:北京市科协 海洋"),
        Query("海洋", months=("2023-12",), without_organizations=("青岛市科协",)),
        Query("(东京 OR 海洋) AND 乒乓球", within=("座谈",)),
    ],
)
def test_each_offer_finds_what_it_says(parts: SearchParts, query: Query) -> None:
    results = search(parts, query)
    assert results.help.offers
    for offer in results.help.offers:
        assert search(parts, offer.query).total == offer.total > results.total


@pytest.mark.parametrize(
    "query", [Query("科协"), Query("科普"), Query(""), Query("科协", page=2, page_size=8)]
)
def test_enough_hits_need_no_help(parts: SearchParts, query: Query) -> None:
    assert search(parts, query).help == search(parts, Query("科协")).help
    assert not search(parts, query).help.offers


def test_help_asks_a_bounded_number_of_questions(
    parts: SearchParts, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Question] = []
    engine_search = parts.engine.search

    def ask(question: Question) -> Answer:
        asked.append(question)
        return engine_search(question)

    monkeypatch.setattr(parts.engine, "search", ask)
    words = "乒乓球 羽毛球 量子 卫星 火箭 深海 极地 草原 沙漠 雨林 冰川 火山"
    search(parts, Query(words, organizations=("延庆区科协",), months=("2023-12",)))
    assert 1 < len(asked) <= 13
    assert all(question.limit == 0 for question in asked[1:])


@pytest.mark.parametrize(
    ("typed", "kind", "text", "articles"),
    [
        case("bjskx", SuggestionKind.ORGANIZATION, "北京市科协", 5, id="initials"),
        case("beijing", SuggestionKind.ORGANIZATION, "北京市科协", 5, id="pinyin"),
        case("qingdaoshi", SuggestionKind.ORGANIZATION, "青岛市科协", 1, id="pinyin of another"),
        case("北京科", SuggestionKind.ORGANIZATION, "北京市科协", 5, id="an alias"),
        case("北京kx", SuggestionKind.ORGANIZATION, "北京市科协", 5, id="characters and letters"),
        case("市科协", SuggestionKind.ORGANIZATION, "青岛市科协", 1, id="a short name"),
        case("科协", SuggestionKind.ORGANIZATION, "北京市科协", 5, id="within a name"),
        case("kexie", SuggestionKind.ORGANIZATION, "北京市科协", 5, id="pinyin within a name"),
        case("科普日", SuggestionKind.TITLE, "科普日主场活动", 1, id="the start of a title"),
        case("双百", SuggestionKind.TITLE, "“双百”行动", 1, id="within a title"),
        case("bei'jing \n", SuggestionKind.ORGANIZATION, "北京市科协", 5, id="signs between"),
        case(" \n", None, "", 0, id="nothing typed"),
        case("學術", None, "", 0, id="nothing of that name"),
        case("科普館", SuggestionKind.TITLE, "科普馆开馆", 1, id="traditional characters"),
    ],
)
def test_suggestions(
    parts: SearchParts, typed: str, kind: SuggestionKind | None, text: str, articles: int
) -> None:
    given = {(one.kind, one.text): one.articles for one in suggest(parts, typed)}
    assert given.get((kind, text)) == articles if kind else not given


def test_suggestions_follow_the_archive(parts: SearchParts, catalog: Catalog) -> None:
    assert suggest(parts, "地震") == ()
    _store(catalog, "new.txt", "地震科普讲座", "讲座。")
    assert [one.text for one in suggest(parts, "地震")] == ["地震科普讲座"]


def _store(catalog: Catalog, path: str, title: str, text: str) -> str:
    report = SourceReport(path, Status.OK, articles=1)
    reading = SourceReading(report, Bulletin(BEIJING, (Article(title, Passage(text)),)), ())
    (key,) = catalog.store(SourceFile(path, 1, 1, path), reading, "exam")
    return key


@pytest.mark.parametrize(
    ("article", "query", "words"),
    [
        case("nobody", Query("科普"), "没有“nobody”", id="not in the archive"),
        case("q", Query('"科学技术协会"'), "分在两段", id="the end of a paragraph between"),
        case("a", Query("北京市科协", aliases=False), "北京市科学技术协会", id="by alias only"),
        case("c", Query("北京市科协", aliases=False), "北京市科协", id="by organisation only"),
        case("e", Query("科协", organizations=("北京市科协",)), "延庆区科协", id="filtered out"),
        case("e", Query("科协", months=("2024-01",)), "2023-12-21", id="another month"),
        case("a", Query("科普", months=("2024-01",)), "不详", id="no date"),
        case("e", Query("科协 -活动"), "排除了 活动", id="excluded"),
        case("d", Query("科普 乒乓球"), "没有“乒乓球”", id="a word is missing"),
        case("d", Query("标题:科普"), "标题中没有“科普”", id="missing in the title"),
        case("a", Query("单位:中国科协"), "北京市科协", id="another body"),
        case("a", Query("日期:2023-12"), "不详", id="a date asked in the text"),
        case("q", Query("期号:2"), "第1期", id="another issue"),
        case("c", Query("座谈会", within=("海洋",)), "没有“海洋”", id="narrowed away"),
        case("b", Query("常务会"), "常委会", id="one character off"),
    ],
)
def test_miss_has_its_reason(parts: SearchParts, article: str, query: Query, words: str) -> None:
    answer = why(parts, article, query)
    assert not answer.found
    bad = [reason.message for reason in answer.reasons if not reason.good]
    assert words in bad[0]


def test_article_that_the_index_lacks_says_so(parts: SearchParts, catalog: Catalog) -> None:
    key = _store(catalog, "new.txt", "地震科普", "讲座。")
    answer = why(parts, key, Query("地震"))
    messages = [reason.message for reason in answer.reasons]
    assert "不在索引里" in messages[0]
    assert "落后" in messages[1]


def test_unreadable_file_says_its_status(parts: SearchParts, catalog: Catalog) -> None:
    report = SourceReport("扫描.pdf", Status.SCANNED, "是扫描件，没有文字")
    catalog.store(
        SourceFile("扫描.pdf", 1, 1, "x"), SourceReading(report, Bulletin(BEIJING, ()), ()), "exam"
    )
    (reason,) = why(parts, "扫描.pdf", Query("科普")).reasons
    assert "是扫描件" in reason.message


def test_other_version_of_a_text_is_named(
    parts: SearchParts, catalog: Catalog, engine: Engine
) -> None:
    keys = [_store(catalog, f"{n}.txt", "地震科普", "讲座。") for n in (1, 2)]
    catalog.set_clusters(dict.fromkeys(keys, "same"))
    bring_index_up(catalog, engine)
    assert [one.articles for one in suggest(parts, "地震科普")] == [1]
    answers = [why(parts, key, Query("地震")) for key in keys]
    assert sorted(answer.found for answer in answers) == [False, True]
    (hidden,) = (answer for answer in answers if not answer.found)
    (shown,) = (answer for answer in answers if answer.found)
    assert shown.article_id in hidden.reasons[0].message
    assert why(parts, hidden.article_id, Query("地震", duplicates=True)).found


def test_hit_tells_its_place(parts: SearchParts) -> None:
    answer = why(parts, "d", Query("科普"))
    assert (answer.found, answer.title) == (True, "进社区")
    assert "共 5 篇" in answer.reasons[0].message
    assert all(reason.good for reason in answer.reasons)


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        case("京.jsonl", "d", id="the article of the file that is found"),
        case("京.jsonl#4", "d", id="one article of the file"),
    ],
)
def test_article_by_its_file(parts: SearchParts, article: str, expected: str) -> None:
    answer = why(parts, article, Query("石景山医院"))
    assert (answer.found, answer.article_id) == (True, expected)


def test_similar_articles_share_telling_words(parts: SearchParts) -> None:
    likes: dict[str, tuple[Hit, ...]] = {key: similar(parts, key) for key in ("g", "i", "c")}
    assert likes["i"][0].article_id == "j"
    assert "g" in [hit.article_id for hit in likes["c"]]
    for key, hits in likes.items():
        assert key not in [hit.article_id for hit in hits]
        assert len(hits) <= 5


def test_hit_tells_word_field_alias_and_tier(parts: SearchParts) -> None:
    if isinstance(parts.engine, MemoryEngine):
        pytest.skip("the plain engine keeps no evidence")
    literal = [reason.message for reason in why(parts, "d", Query("景山")).reasons]
    assert any("“景山”在正文中，字面" in message for message in literal)
    assert any("只按字面匹配" in message for message in literal)
    named = why(parts, "a", Query("北京市科协 出席")).reasons
    messages = [reason.message for reason in named]
    assert any("以“北京市科学技术协会”在正文中" in message for message in messages)
    assert "文章的单位是 北京市科协" in messages
    assert any("“出席”在正文中，按词 1 处" in message for message in messages)
    assert sum(reason.score for reason in named) > 0
