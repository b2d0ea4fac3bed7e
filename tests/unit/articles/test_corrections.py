"""What a person set right stays right."""

from pathlib import Path

import pytest

from indexer.articles.corrections import (
    ArticleCorrection,
    Corrections,
    correct,
    load_corrections,
)
from indexer.errors import ConfigError
from indexer.models import Article, Bulletin, Concern, Issue, Notice, Passage, Person, Run

ONE = Article(
    "科普讲座",
    Passage("第一段。\n第二篇的题\n第二段。", (Run(0, 1, 0, 4), Run(5, 2, 0, 5), Run(11, 2, 6, 4))),
    section="要闻",
    date="2024-03-06",
    page=1,
    organizations=("甲会",),
    persons=(Person("李红梅", "主席", "甲会"),),
)
TWO = Article("院士 座谈", Passage("座谈。"), organizations=("乙会",))
READ = Bulletin(
    Issue("动态", "第3期", "2024-03", None), (ONE, TWO), (Notice(Concern.READING, "一个疑问"),)
)


def corrected(*rows: ArticleCorrection) -> Bulletin:
    return correct(READ, Corrections(articles=rows))


def test_nothing_to_correct_leaves_everything() -> None:
    assert correct(READ, Corrections()) == READ


def test_values_are_replaced_and_emptied() -> None:
    row = ArticleCorrection("科普讲座", title="科普大讲堂", date="", organizations=("丙会",))
    one, two = corrected(row).articles
    assert (one.title, one.date, one.organizations) == ("科普大讲堂", None, ("丙会",))
    assert (one.section, one.persons, two) == (ONE.section, ONE.persons, TWO)


def test_blanks_in_a_title_do_not_matter() -> None:
    assert (
        corrected(ArticleCorrection("院士座谈", date="2024-03-08")).articles[1].date == "2024-03-08"
    )


def test_joined_article_becomes_paragraphs_of_the_one_before() -> None:
    (joined,) = corrected(ArticleCorrection("院士 座谈", join=True)).articles
    assert joined.body.text == ONE.body.text + "\n院士 座谈\n座谈。"
    assert joined.organizations == ("甲会", "乙会")


def test_cut_article_becomes_two_that_know_their_pages() -> None:
    first, second, _ = corrected(ArticleCorrection("科普讲座", cut=("第二篇的题",))).articles
    assert (first.body.text, first.page) == ("第一段。", 1)
    assert (second.title, second.body.text, second.page) == ("第二篇的题", "第二段。", 2)
    assert second.body.place(0) == (2, 6)


def test_dropped_article_is_gone() -> None:
    assert corrected(ArticleCorrection("科普讲座", drop=True)).articles == (TWO,)


def test_correction_that_finds_nothing_is_said() -> None:
    warnings = corrected(ArticleCorrection("没有这篇", drop=True)).warnings
    assert warnings[0] == "一个疑问"
    assert "没有这篇" in warnings[1]


def test_issue_is_corrected() -> None:
    issue = correct(READ, Corrections(Issue(date="2024-03-15", number=""))).issue
    assert issue == Issue("动态", None, "2024-03-15", None)


def test_file_is_read_as_written(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf.toml"
    path.write_text(
        '[issue]\ndate = "2024-03"\n[[articles]]\nfind = "甲"\ndrop = true\n', encoding="utf-8"
    )
    expected = Corrections(Issue(date="2024-03"), (ArticleCorrection("甲", drop=True),))
    assert load_corrections(path) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("[isue]\n", "是不是 issue", id="an unknown table"),
        pytest.param("[[articles]]\ntitle='x'\n", "find", id="no article named"),
        pytest.param("[[articles]]\nfind='x'\njoin=1\n", "第 3 行", id="a number for yes or no"),
        pytest.param("[issue]\ndate='2024年'\n", "2024年", id="a date in another form"),
    ],
)
def test_mistake_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "a.pdf.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=words):
        load_corrections(path)
