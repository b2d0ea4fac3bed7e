from urllib.parse import unquote

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.routing import Map

from indexer.models import Mark
from webui.article_ids import ArticleIdConverter
from webui.presenters.hit import issue_label, organizations_label
from webui.presenters.marked import mark_anchors, pieces
from webui.presenters.pager import pager, reachable
from webui.state import SearchState


@given(st.text(), st.lists(st.integers(min_value=0, max_value=200)))
def test_the_pieces_of_a_text_are_the_text_and_the_marked_ones_its_marks(
    text: str, places: list[int]
) -> None:
    ends = sorted({place for place in places if place <= len(text)})
    marks = tuple(Mark(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))
    cut = pieces(text, marks)
    assert "".join(piece.text for piece in cut) == text
    assert [p.text for p in cut if p.marked] == [text[m.start : m.stop] for m in marks]


def test_anchors_are_numbered_through_an_article() -> None:
    anchors = mark_anchors()
    first = pieces("科普日", (Mark(0, 2),), anchors)
    second = pieces("做科普", (Mark(1, 3),), anchors)
    assert [piece.anchor for piece in first + second] == ["m1", None, None, "m2"]


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        pytest.param("工作简报", "第3期", "《工作简报》第3期", id="a number as printed"),
        pytest.param("工作简报", "3", "《工作简报》第3期", id="a bare number"),
        pytest.param("工作简报", "2023年增刊", "《工作简报》2023年增刊", id="no plain number"),
        pytest.param("《工作简报》", None, "《工作简报》", id="title marks are not doubled"),
        pytest.param(None, "第3期", "第3期", id="a number alone"),
        pytest.param(None, None, "", id="nothing known"),
    ],
)
def test_an_issue_is_named_as_it_is_cited(
    title: str | None, number: str | None, expected: str
) -> None:
    assert issue_label(title, number) == expected


def test_many_organisations_are_counted() -> None:
    assert organizations_label(("甲", "乙")) == "甲、乙"
    assert organizations_label(("甲", "乙", "丙")) == "甲、乙等3个单位"


@pytest.mark.parametrize(
    ("page", "pages", "expected"),
    [
        pytest.param(1, 3, "[1] 2 3 下一页", id="the first of few"),
        pytest.param(3, 3, "上一页 1 2 [3]", id="the last of few"),
        pytest.param(1, 20, "[1] 2 3 … 20 下一页", id="the first of many"),
        pytest.param(10, 20, "上一页 1 … 8 9 [10] 11 12 … 20 下一页", id="in the middle"),
        pytest.param(4, 20, "上一页 1 2 3 [4] 5 6 … 20 下一页", id="no gap of nothing"),
    ],
)
def test_the_pager_shows_the_ends_and_what_is_near(
    app: Flask, page: int, pages: int, expected: str
) -> None:
    with app.test_request_context():
        shown = pager(SearchState("科普", page=page), pages)
    assert shown
    steps = [f"[{link.label}]" if link.current else link.label for link in shown.links]
    before = [shown.previous.label] if shown.previous.href else []
    after = [shown.next.label] if shown.next.href else []
    assert " ".join(before + steps + after) == expected


def test_only_the_first_ten_thousand_hits_can_be_turned_to() -> None:
    assert reachable(pages=9_000, page_size=20) == 500
    assert reachable(pages=3, page_size=20) == 3


@pytest.mark.parametrize(
    ("article_id", "step"),
    [
        pytest.param("zu4zelo5ff5q", "zu4zelo5ff5q", id="an id of ours"),
        pytest.param("2023-12_1", "2023-12_1", id="dashes and underlines"),
        pytest.param("notes.json", "notes~2Ejson", id="no dot, so that a suffix can follow"),
        pytest.param("a/b", "a~2Fb", id="no slash"),
        pytest.param("~", "~7E", id="the sign of an escape"),
        pytest.param("a b<", "a~20b~3C", id="what an address may not hold"),
    ],
)
def test_an_id_is_one_step_of_an_address(article_id: str, step: str) -> None:
    assert ArticleIdConverter(Map()).to_url(article_id) == step


def test_any_id_comes_back_from_its_address(app: Flask) -> None:
    adapter = app.url_map.bind("localhost")

    @given(st.text(min_size=1))
    def comes_back(article_id: str) -> None:
        address = adapter.build("pages.article", {"article_id": article_id})
        assert adapter.match(unquote(address)) == ("pages.article", {"article_id": article_id})

    comes_back()
