"""The record: what is stored comes back, ids last, and every change counts as one revision."""

import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from indexer.catalog import Catalog, CatalogReader
from indexer.catalog.reading import COMMON
from indexer.catalog.schema import TABLES
from indexer.errors import CatalogError, IndexMissing
from indexer.models import (
    Article,
    ArticleOutline,
    Bulletin,
    Concern,
    Cut,
    Issue,
    Notice,
    Passage,
    Person,
    ReadyArticle,
    Run,
    SourceFile,
    SourceReading,
    SourceReport,
    Status,
)


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = Catalog(tmp_path / "catalog.sqlite")
    yield opened
    opened.close()


def source(path: str = "a.pdf", content: str = "x") -> SourceFile:
    return SourceFile(path, 1, 1, content)


def report(path: str = "a.pdf", articles: int = 0) -> SourceReport:
    return SourceReport(path, Status.OK, "", ("第 3 页没有文字",), articles)


def bulletin(*titles: str) -> Bulletin:
    articles = tuple(Article(title, Passage(f"{title}的正文。")) for title in titles)
    return Bulletin(Issue("简报", "第1期", "2024-01", "市科协"), articles)


def reading(path: str, held: Bulletin, ready: tuple[ReadyArticle, ...] = ()) -> SourceReading:
    return SourceReading(report(path, len(held.articles)), held, ready)


def store(catalog: Catalog, path: str, *titles: str) -> tuple[str, ...]:
    return catalog.store(source(path), reading(path, bulletin(*titles)), "rules 1")


def test_article_comes_back_as_it_was_stored(catalog: Catalog) -> None:
    article = Article(
        title="换届",
        body=Passage("一\n二", (Run(0, 3, 7, 1), Run(2, 4, 0, 1))),
        section="要闻",
        date="2023-12",
        page=3,
        organizations=("中国科协", "甲“乙”会"),
        persons=(Person("沈洁", "主席", "中国科协"), Person("王健")),
        url="http://example.org/1",
    )
    issue = Issue("简报", None, "2024", None)
    (key,) = catalog.store(source(), reading("a.pdf", Bulletin(issue, (article,))), "r")
    stored = catalog.article(key)
    assert stored is not None
    assert (stored.article, stored.issue, stored.source) == (article, issue, "a.pdf")


def test_reading_again_keeps_the_ids_of_titles_that_stay(catalog: Catalog) -> None:
    first = store(catalog, "a.pdf", "甲", "乙", "乙")
    second = store(catalog, "a.pdf", "丙", "乙", "甲", "乙")
    assert second[1:] == (first[1], first[0], first[2])
    assert second[0] not in first


def test_same_file_in_a_new_catalogue_gets_the_same_ids(tmp_path: Path, catalog: Catalog) -> None:
    other = Catalog(tmp_path / "other.sqlite")
    assert store(catalog, "a.pdf", "甲", "甲") == store(other, "a.pdf", "甲", "甲")
    other.close()


def test_moved_source_keeps_its_articles_and_ids(catalog: Catalog) -> None:
    ids = store(catalog, "a.pdf", "甲")
    catalog.move("a.pdf", source("2023/b.pdf"))
    moved = catalog.article(ids[0])
    assert moved is not None
    assert moved.source == "2023/b.pdf"
    assert store(catalog, "a.pdf", "甲") != ids  # another file at the old place
    assert store(catalog, "2023/b.pdf", "甲") == ids


def test_forgotten_source_takes_its_articles_along(catalog: Catalog) -> None:
    ids = store(catalog, "a.pdf", "甲")
    before = catalog.state().revision
    catalog.forget(["a.pdf"])
    assert catalog.counts() == (0, 0)
    assert catalog.article(ids[0]) is None
    assert catalog.removed(before) == ids
    assert catalog.removed(before + 1) == ()


def test_forgotten_article_leads_on_to_the_same_text_elsewhere(catalog: Catalog) -> None:
    (old,), (new,) = store(catalog, "a.pdf", "甲"), store(catalog, "b.pdf", "甲")
    catalog.set_clusters({old: "c", new: "c"})
    catalog.forget(["a.pdf"])
    assert catalog.successor(old) == new
    assert catalog.successor(new) is None
    catalog.forget(["b.pdf"])
    assert catalog.successor(old) == ""


def test_article_under_a_new_title_is_led_on_to(catalog: Catalog) -> None:
    (old, other) = store(catalog, "a.pdf", "科普日活动总结会在云州召", "科技工作者之家在云州揭牌")
    (new, kept) = store(catalog, "a.pdf", "科普日活动总结会在云州召开", "科技工作者之家在云州揭牌")
    assert (kept, catalog.successor(kept)) == (other, None)
    assert catalog.successor(old) == new
    (newest,) = store(catalog, "a.pdf", "科普日活动总结会在云州召开了")
    assert catalog.successor(old) == newest
    assert catalog.successor(other) == ""


def test_changes_since_a_revision_are_what_changed_after_it(catalog: Catalog) -> None:
    store(catalog, "a.pdf", "甲")
    since = catalog.state().revision
    store(catalog, "b.pdf", "乙")
    assert [stored.article.title for stored in catalog.articles(since)] == ["乙"]
    assert [stored.article.title for stored in catalog.articles()] == ["甲", "乙"]


def test_failed_change_leaves_everything_as_it_was(catalog: Catalog) -> None:
    store(catalog, "a.pdf", "甲")
    state, counts = catalog.state(), catalog.counts()
    ready = (ReadyArticle("x", "甲", ""), ReadyArticle("x", "乙", ""))
    with pytest.raises(CatalogError, match="UNIQUE"):
        catalog.store(source("b.jsonl"), reading("b.jsonl", bulletin("甲", "乙"), ready), "r")
    assert (catalog.state(), catalog.counts()) == (state, counts)


def test_ready_articles_keep_their_own_ids(catalog: Catalog) -> None:
    ready = (ReadyArticle("DEV_0", "甲", "文"),)
    stored = catalog.store(source("a.jsonl"), reading("a.jsonl", bulletin("甲"), ready), "r")
    assert stored == ("DEV_0",)
    assert catalog.owners(["DEV_0", "DEV_1"]) == {"DEV_0": "a.jsonl"}


def test_reports_tell_how_each_reading_ended(catalog: Catalog) -> None:
    store(catalog, "a.pdf", "甲", "乙")
    scanned = SourceReport("b.pdf", Status.SCANNED, "没有文字，只有图片")
    catalog.store(source("b.pdf"), SourceReading(scanned, Bulletin(Issue(), ())), "r")
    assert catalog.reports() == (report("a.pdf", 2), scanned)
    assert catalog.counts() == (1, 2)


def test_reader_sees_what_was_committed_from_another_thread(
    tmp_path: Path, catalog: Catalog
) -> None:
    store(catalog, "a.pdf", "甲")
    seen: list[tuple[int, int]] = []
    reader = CatalogReader(tmp_path / "catalog.sqlite")

    def ask() -> None:
        seen.append(reader.counts())
        reader.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert seen == [(1, 1)]


def test_reader_cannot_write(tmp_path: Path, catalog: Catalog) -> None:
    store(catalog, "a.pdf", "甲")
    reader = CatalogReader(tmp_path / "catalog.sqlite")
    with pytest.raises(CatalogError, match="readonly"):
        reader._all("DELETE FROM sources")
    reader.close()


def test_missing_catalogue_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="bulletin index"):
        CatalogReader(tmp_path / "none.sqlite").counts()
    assert not (tmp_path / "none.sqlite").exists()


def test_file_that_is_no_catalogue_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(CatalogError, match=r"bad\.sqlite"):
        Catalog(tmp_path / "bad.sqlite").counts()


def test_catalogue_of_a_newer_program_is_refused(tmp_path: Path, catalog: Catalog) -> None:
    catalog._connection.execute("PRAGMA user_version=99")
    with pytest.raises(CatalogError, match="升级"):
        CatalogReader(tmp_path / "catalog.sqlite").counts()


@pytest.mark.parametrize("opened", [Catalog, CatalogReader], ids=["by a writer", "by a reader"])
def test_catalogue_of_the_version_before_is_brought_up_to_date(
    tmp_path: Path, opened: type[CatalogReader]
) -> None:
    later = "notices|cut|signers|added|entered|started|successor"
    tables = re.sub(rf"\n  (?:{later}) [A-Z][^\n]*", "", TABLES)
    tables = re.sub(r",( +--[^\n]*\n\))", r"\1", tables)
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as connection:
        connection.executescript(f"{tables} PRAGMA user_version=1;")
        connection.execute(
            "INSERT INTO sources VALUES"
            " ('a.pdf', 1, 1, 'x', '', 'ok', '', '[\"旧\"]', 'r', '2024-01-10T08:00:00+00:00')"
        )
        connection.execute("INSERT INTO issues (id, source) VALUES ('i', 'a.pdf')")
        connection.execute(
            "INSERT INTO articles VALUES"
            " ('k', 'i', 0, '甲', NULL, NULL, NULL, NULL, '文。', '[]', '[]', '[]', '', 1)"
        )
        connection.commit()
    catalog = opened(tmp_path / "old.sqlite")
    stored = catalog.article("k")
    assert stored is not None
    assert (stored.article.title, stored.article.cut) == ("甲", Cut())
    assert (stored.added, stored.entered) == (1, "2024-01-10T08:00:00+00:00")
    assert catalog.reports() == (SourceReport("a.pdf", Status.OK, "", ("旧",), 1),)
    catalog.close()


def test_cuts_and_notices_come_back_as_they_were_stored(catalog: Catalog) -> None:
    cut = Cut(0.4, ("目录里列有",), ("标题很短",))
    notice = Notice(Concern.DATE, "日期存疑")
    held = Bulletin(Issue("简报"), (Article("甲", Passage("文。"), date="2024-01", cut=cut),))
    told = SourceReport("a.pdf", Status.OK, "", ("日期存疑",), 1, (notice,))
    (key,) = catalog.store(source(), SourceReading(told, held), "r")
    assert catalog.reports() == (told,)
    (outline,) = catalog.outlines()
    assert outline == ArticleOutline(key, "a.pdf", Issue("简报"), "甲", "2024-01", (), cut)


def test_article_keeps_when_it_was_first_taken_in_however_often_it_is_read_again(
    catalog: Catalog,
) -> None:
    store(catalog, "a.pdf", "甲")
    (first,) = catalog.articles()
    store(catalog, "a.pdf", "甲", "乙")
    again, fresh = catalog.articles()
    assert first.entered
    assert (again.added, again.entered) == (first.added, first.entered)
    assert fresh.added > again.added
    assert again.added < catalog.state().revision


def test_who_sent_an_article_in_comes_back_as_it_was_stored(catalog: Catalog) -> None:
    held = Bulletin(Issue(), (Article("甲", Passage("文。"), signers=("市气象学会",)),))
    (key,) = catalog.store(source(), reading("a.pdf", held), "r")
    stored = catalog.article(key)
    assert stored is not None
    assert stored.article.signers == ("市气象学会",)


class TestWhatMayBeAlike:
    """Sentences that many articles share, and those that few do."""

    @pytest.fixture
    def ids(self, catalog: Catalog) -> tuple[str, ...]:
        found = store(catalog, "a.pdf", *(f"第{at}篇" for at in range(COMMON + 10)))
        sketches = {key: (0, *range(100 * at, 100 * at + 7)) for at, key in enumerate(found, 1)}
        catalog.note_sketches(sketches)
        return found

    def test_what_everybody_says_tells_nothing(
        self, catalog: Catalog, ids: tuple[str, ...]
    ) -> None:
        assert catalog.perhaps_alike(ids[0]) == ()

    def test_one_sentence_of_its_own_is_enough(
        self, catalog: Catalog, ids: tuple[str, ...]
    ) -> None:
        catalog.note_sketches({ids[1]: (0, 100, *range(900_000, 900_006))})
        assert catalog.perhaps_alike(ids[0]) == (ids[1],)

    def test_article_of_common_sentences_is_like_what_shares_most_of_them(
        self, catalog: Catalog
    ) -> None:
        held = store(catalog, "b.pdf", *(f"第{at}篇" for at in range(COMMON + 20)))
        some, others = held[: COMMON + 10], held[COMMON + 10 :]
        catalog.note_sketches(dict.fromkeys(some, (0, 1, 2, 3, 10, 11, 12, 13)))
        catalog.note_sketches(dict.fromkeys(others, (0, 1, 2, 20, 21, 22, 23, 24)))
        assert set(catalog.perhaps_alike(some[0])) == set(some[1:])
