"""The whole way: files in a folder -> answers, and what a second run does."""

import os
import shutil
from pathlib import Path

import pytest

from indexer.errors import ArticleMissing, CorpusMissing, IndexMissing, QuestionRejected
from indexer.library import Library, open_library
from indexer.models import Query, Status

ONE = """云州科协工作动态
第 3 期
云州市科学技术协会办公室    2024 年 3 月 15 日

【区县动态】

东湖区科协举办科普讲座

3 月 6 日，东湖区科协在柳林社区举办科普讲座，八十余名居民到场听讲。东湖区科
协主席李红梅主持讲座，云州市科学技术协会有关负责同志到场指导。
讲座从身边的食品安全讲起，介绍了怎样看懂标签、怎样辨别谣言，并现场回
答居民的问题。活动结束后，志愿者向居民发放科普手册，讲解家庭急救知识，
受到大家的欢迎。

柳林县科协走访院士专家工作站

3 月 8 日，柳林县科协走访院士专家工作站，了解企业的技术需求。
"""
TWO = """云州科协工作动态
第 4 期
云州市科学技术协会办公室    2024 年 4 月 12 日

【要闻】

云州市科协召开学术年会

4 月 2 日，云州市科协召开学术年会，来自各市级学会的代表参加会议，听取学术报告。
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A settings file beside a corpus of two issues."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "2024-03.txt").write_text(ONE, encoding="utf-8")
    (corpus / "2024-04.txt").write_bytes(TWO.encode("gb18030"))
    path = tmp_path / "config.toml"
    path.write_text("", encoding="utf-8")
    return path


def titles(library: Library, query: Query) -> list[str]:
    return [hit.title for hit in library.search(query).hits]


def test_files_become_answers(archive: Path) -> None:
    with open_library(archive) as library:
        report = library.update()
        assert (len(report.added), report.articles) == (2, 3)
        results = library.search(Query("科普 讲座"))
        (hit,) = results.hits
        assert (hit.title, hit.date) == ("东湖区科协举办科普讲座", "2024-03-06")
        assert hit.snippets[0].marks
        assert titles(library, Query('"东湖区科协主席"')) == ["东湖区科协举办科普讲座"]
        assert titles(library, Query("", months=("2024-04",))) == ["云州市科协召开学术年会"]


def test_second_run_changes_nothing(archive: Path) -> None:
    with open_library(archive) as library:
        first = library.update()
        second = library.update()
    assert (second.added, second.changed, second.removed, second.sources) == ((), (), (), ())
    assert (second.unchanged, second.generation) == (2, first.generation)


def test_touched_moved_and_edited_files_cost_one_reading(archive: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "b.txt").write_text(ONE.replace("第 3 期", "第 5 期"), encoding="utf-8")
    with open_library(archive) as library:
        library.update()
        everything = Query(page_size=50, duplicates=True)
        before = {hit.article_id for hit in library.search(everything).hits}
        os.utime(corpus / "2024-03.txt", ns=(1, 1))
        (corpus / "old").mkdir()
        shutil.move(corpus / "2024-04.txt", corpus / "old" / "2024-04.txt")
        (corpus / "b.txt").write_text(ONE.replace("八十余名", "九十余名"), encoding="utf-8")
        report = library.update()
        after = {hit.article_id: hit.source for hit in library.search(everything).hits}
    assert report.moved == (("2024-04.txt", "old/2024-04.txt"),)
    assert [source.source for source in report.sources] == ["b.txt"]
    assert set(after) == before
    assert "old/2024-04.txt" in after.values()


def test_correction_beside_a_file_is_applied_and_survives_a_rebuild(
    archive: Path, tmp_path: Path
) -> None:
    beside = tmp_path / "corpus" / "2024-03.txt.toml"
    with open_library(archive) as library:
        library.update()
        beside.write_text(
            '[[articles]]\nfind = "东湖区科协举办科普讲座"\ntitle = "科普大讲堂开讲"\n',
            encoding="utf-8",
        )
        assert library.update().changed == ("2024-03.txt",)
        library.rebuild()
        assert titles(library, Query("大讲堂")) == ["科普大讲堂开讲"]
        beside.write_text("[[articles]]\nfnd = 1\n", encoding="utf-8")
        (report,) = library.update().sources
        assert "第 1 行" in report.warnings[-1]
        assert titles(library, Query("科普讲座")) == ["东湖区科协举办科普讲座"]


def test_versions_of_one_article_are_one_hit(archive: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    shutil.copy(corpus / "2024-03.txt", corpus / "copy.txt")
    (corpus / "digest.txt").write_text(
        ONE.replace("第 3 期", "第 9 期").replace("八十余名", "八十多名"), encoding="utf-8"
    )
    with open_library(archive) as library:
        library.update()
        once = library.search(Query("科普 讲座"))
        (hit,) = once.hits
        assert once.total == 1
        assert {one.source for one in hit.also_in} | {hit.source} == {
            "2024-03.txt",
            "copy.txt",
            "digest.txt",
        }
        assert [value.count for value in once.facets["month"]] == [1]
        assert library.search(Query("科普 讲座", duplicates=True)).total == 3
        assert library.search(Query("八十多名")).total == 1  # each version is found by its words
        (corpus / "2024-03.txt").unlink()
        (corpus / "copy.txt").unlink()
        library.update()
        assert library.search(Query("科普 讲座")).hits[0].also_in == ()


def test_deleted_file_takes_its_articles_along(archive: Path, tmp_path: Path) -> None:
    with open_library(archive) as library:
        library.update()
        (tmp_path / "corpus" / "2024-03.txt").unlink()
        report = library.update()
        assert (report.removed, report.articles) == (("2024-03.txt",), 1)
        assert library.search(Query("科普")).total == 0


def test_unreadable_files_are_listed_and_never_stop_the_run(archive: Path, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    (corpus / "empty.txt").write_bytes(b"")
    (corpus / "photo.heic").write_bytes(b"x")
    with open_library(archive) as library:
        report = library.update()
        failed = {source.source: source.status for source in report.failed}
        assert failed == {
            "a.pdf": Status.DAMAGED,
            "empty.txt": Status.EMPTY,
            "photo.heic": Status.UNSUPPORTED,
        }
        assert report.articles == 3
        assert {source.source for source in library.status().sources} >= set(failed)


def test_file_from_elsewhere_stays_until_it_is_gone(archive: Path, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere" / "2024-05.txt"
    outside.parent.mkdir()
    outside.write_text(TWO.replace("学术年会", "青年论坛"), encoding="utf-8")
    with open_library(archive) as library:
        library.update()
        assert library.update([outside]).added == (outside.as_posix(),)
        assert library.update().unchanged == 3
        outside.unlink()
        assert library.update().removed == (outside.as_posix(),)


def test_vanished_corpus_is_an_error_and_keeps_the_archive(archive: Path, tmp_path: Path) -> None:
    with open_library(archive) as library:
        library.update()
        for path in (tmp_path / "corpus").iterdir():
            path.unlink()
        with pytest.raises(CorpusMissing, match="是空的"):
            library.update()
        (tmp_path / "corpus").rmdir()
        with pytest.raises(CorpusMissing, match="corpus"):
            library.update()
        assert library.search(Query("科普")).total == 1


def test_rebuild_gives_the_same_answers_under_the_same_ids(archive: Path) -> None:
    with open_library(archive) as library:
        first = library.update()
        before = library.search(Query("科协"))
        assert library.rebuild().generation != first.generation
        assert library.search(Query("科协")) == before
        assert library.verify() == ()


def test_changed_knowledge_is_said_and_the_files_are_read_again(archive: Path) -> None:
    with open_library(archive) as library:
        library.update()
    archive.write_text('[knowledge]\nwords = ["柳林社区"]\n', encoding="utf-8")
    with open_library(archive) as library:
        assert "bulletin index" in library.status().notices[0]
        report = library.update()
        assert (report.reread, report.unchanged) == (("2024-03.txt", "2024-04.txt"), 0)
        assert "词典或规则已改变" in report.notices[0]
        assert library.status().notices == ()


def test_failed_file_is_tried_again_when_a_limit_changes(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "corpus" / "empty.txt").write_bytes(b"")
    with open_library(archive) as library:
        library.update()
        assert library.update().reread == ()
    archive.write_text('[reading]\npasswords = ["x"]\n', encoding="utf-8")
    with open_library(archive) as library:
        assert library.update().reread == ("empty.txt",)


def test_lost_index_is_rebuilt_from_the_catalogue(archive: Path, tmp_path: Path) -> None:
    with open_library(archive) as library:
        library.update()
        shutil.rmtree(tmp_path / "var" / "index")
        with pytest.raises(IndexMissing, match="bulletin index"):
            library.search(Query("科普"))
        assert "reindex" in library.status().notices[0]
        assert library.update().sources == ()
        assert library.search(Query("科普")).total == 1


def test_article_is_shown_with_marks_and_its_issue(archive: Path) -> None:
    with open_library(archive) as library:
        library.update()
        query = Query("科普")
        (hit,) = library.search(query).hits
        page = library.article(hit.article_id, query)
        marked = [p.text[m.start : m.stop] for p in page.paragraphs for m in p.marks]
        assert marked == ["科普", "科普"]
        assert page.section == "区县动态"
        assert [title for _, title in page.siblings] == [
            "东湖区科协举办科普讲座",
            "柳林县科协走访院士专家工作站",
        ]
        with pytest.raises(ArticleMissing, match="nobody"):
            library.article("nobody")


def test_nothing_indexed_yet_says_what_to_run(archive: Path) -> None:
    with open_library(archive) as library:
        for ask in (library.status, library.rebuild, lambda: library.search(Query("科普"))):
            with pytest.raises(IndexMissing, match="bulletin index"):
                ask()


def test_page_beyond_the_limit_is_refused(archive: Path) -> None:
    with open_library(archive) as library:
        library.update()
        with pytest.raises(QuestionRejected, match="10000"):
            library.search(Query("科普", page=501))


def test_first_values_are_told_with_the_number_of_the_others(archive: Path) -> None:
    with open_library(archive) as library:
        library.update()
        whole = library.search(Query("科协")).facets
        first = library.search(Query("科协"), facet_values=1).facets
    assert first.organization == whole.organization[:1]
    assert (whole.more_organizations, first.month) == (0, whole.month)
    assert first.more_organizations == len(whole.organization) - 1 > 0
