"""The marks of an article -> boxes on a page whose letters stand on a grid."""

import re
import time

import pytest

from indexer.models import ArticlePage, Mark, PageBox, PageLetters, Passage, Run, Snippet
from indexer.search.locating import locate
from indexer.search.spots import Spread, spread

case = pytest.param
STEP = 10.0
Place = tuple[int, int, int]  # row, first column, behind the last


def printed(lines: str) -> PageLetters:
    """A page with these lines, each sign in a field of the grid; blanks are no letters."""
    places = [
        (sign, PageBox(column * STEP, row * STEP, (column + 1) * STEP, (row + 1) * STEP))
        for row, line in enumerate(lines.split("\n"))
        for column, sign in enumerate(line)
        if not sign.isspace()
    ]
    text = "".join(sign for sign, _ in places)
    return PageLetters(1, 600.0, 800.0, False, text, tuple(box for _, box in places))


def article(title: str, *pages: str) -> Spread:
    """An article whose marks stand in brackets; its paragraphs end at line feeds."""
    plain = [re.sub(r"[\[\]]", "", page) for page in pages]
    starts = [sum(map(len, plain[:at])) for at in range(len(plain))]
    runs = (
        Run(start, page, 0, len(text))
        for page, (start, text) in enumerate(zip(starts, plain, strict=True), 1)
    )
    body = Passage("".join(plain), tuple(runs))
    lines = "".join(pages).split("\n")
    lengths = [len(line) - line.count("[") - line.count("]") + 1 for line in lines]
    paragraphs = tuple(
        Snippet(re.sub(r"[\[\]]", "", line), marks(line), sum(lengths[:at]))
        for at, line in enumerate(lines)
    )
    name = re.sub(r"[\[\]]", "", title)
    page = ArticlePage(
        "a", name, marks(title), paragraphs, None, None, 1, (), (), "a.pdf", None, None, None
    )
    return spread(page, body)


def marks(text: str) -> tuple[Mark, ...]:
    """The places of what stands in brackets, once they are gone."""
    found, at = [], 0
    for number, part in enumerate(re.split(r"[\[\]]", text)):
        if number % 2:
            found.append(Mark(at, at + len(part)))
        at += len(part)
    return tuple(found)


def boxed(text: Spread, page: int, lines: str) -> list[list[Place]]:
    """Row and columns of each box of each mark."""
    return [
        [(round(box.top / STEP), round(box.left / STEP), round(box.right / STEP)) for box in boxes]
        for boxes in locate(text.spots(page), printed(lines))
    ]


@pytest.mark.parametrize(
    ("text", "lines", "places"),
    [
        case(
            article("讲座举行", "区科协举办[科普]讲座。"),
            "讲座举行\n  区科协举办科普讲座。",
            [[(1, 7, 9)]],
            id="a word has one box",
        ),
        case(
            article("讲座举行", "区科协举办[科普]讲座。"),
            "讲座举行\n  区科协举办科\n普讲座。",
            [[(1, 7, 8), (2, 0, 1)]],
            id="a word broken over two lines has two",
        ),
        case(
            article("会议召开", "于[12 月 21 日]召开。"),
            "会议召开\n于12月21日召开。",
            [[(1, 1, 7)]],
            id="blanks in the text are none on paper",
        ),
        case(
            article("会议召开", "于[12月21日]召开。"),
            "会议召开\n于 12 月 21 日召开。",
            [[(1, 2, 11)]],
            id="nor blanks on paper any in the text",
        ),
        case(
            article("會議召開", "於[１２月]召開[學術]年會。"),
            "會議召開\n於12月召開學術年會。",
            [[(1, 1, 4)], [(1, 6, 8)]],
            id="traditional characters and wide digits",
        ),
        case(
            article("[科普]日活动", "[科普]进校园，[科普]进社区。"),
            "科普日活动\n  科普进校园，科普进社区。",
            [[(0, 0, 2)], [(1, 2, 4)], [(1, 8, 10)]],
            id="a repeated word at each of its places",
        ),
        case(
            article("讲座举行", "乙区举办[科普]讲座，听众满座。"),
            "科普简报\n甲区举办科普展览，观众如云。\n讲座举行\n乙区举办科普讲座，听众满座。\n甲区科普",
            [[(3, 4, 6)]],
            id="not in the running head, nor in another article",
        ),
        case(
            article("[科普]讲座举行", "区科协举办科普讲座。"),
            "科普讲座举行\n区科协举办科普讲座。",
            [[(0, 0, 2)]],
            id="only in the title if only the title was asked for",
        ),
        case(
            article("讲座举行", "到场[20]人，[200]人在线。"),
            "讲座举行\n到场20人，200人在线。",
            [[(1, 2, 4)], [(1, 6, 9)]],
            id="a number is not boxed inside another one",
        ),
        case(
            article("通  知", "[通知]如下。"),
            "通  知\n通      知如下。",
            [[(1, 0, 1), (1, 7, 8)]],
            id="letters far apart are not one box",
        ),
        case(
            article("讲座举行", "区科协举办[科普]讲座。"),
            "讲座举行\n区科协举办[图]讲座。",
            [[]],
            id="a word that is not printed there has none",
        ),
        case(
            article("好", "[科普]"),
            "科普 科普",
            [[]],
            id="nor has one of which nobody can tell where it is",
        ),
    ],
)
def test_marks_are_boxed_where_they_are_printed(
    text: Spread, lines: str, places: list[list[Place]]
) -> None:
    assert boxed(text, 1, lines) == places


def test_a_word_that_the_page_turn_cuts_is_boxed_on_both_pages() -> None:
    text = article("讲座举行", "区科协举办[科", "普]讲座，听众满座。")
    assert boxed(text, 1, "讲座举行\n区科协举办科") == [[(1, 5, 6)]]
    assert boxed(text, 2, "普讲座，听众满座。") == [[(0, 0, 1)]]


def test_marks_of_another_page_are_not_looked_for() -> None:
    text = article("讲座举行", "区科协举办讲座，", "普及[科学]知识。")
    assert text.spots(1) == ()
    assert boxed(text, 1, "讲座举行\n区科协举办讲座，科学") == []
    assert boxed(text, 2, "普及科学知识。") == [[(0, 2, 4)]]


@pytest.mark.parametrize(
    ("text", "page"),
    [
        case(article("[科普]讲座", "一", "二[科普]"), 1, id="in the title"),
        case(article("讲座", "一", "二[科普]"), 2, id="in the body"),
        case(article("讲座", "一", "二"), 1, id="nowhere: where the article begins"),
    ],
)
def test_the_page_shown_is_that_of_the_first_mark(text: Spread, page: int) -> None:
    assert text.first_page() == page


def test_marks_come_in_the_order_of_the_page_where_nothing_else_tells_them_apart() -> None:
    text = article("长文", "的确是[的]，" * 200)
    found = boxed(text, 1, "长文\n" + "的确是的，" * 200)
    assert [places[0][1] for places in found] == [3 + 5 * number for number in range(200)]


def test_a_page_made_to_cost_time_costs_little() -> None:
    text = article("长文", "[的]" * 5000)
    start = time.monotonic()
    boxed(text, 1, "长文\n" + "的" * 5000 + "\n" + "的一" * 5000)
    assert time.monotonic() - start < 2
