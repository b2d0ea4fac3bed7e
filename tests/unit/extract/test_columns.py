import pytest

from indexer.extract.columns import Box, in_columns

WIDTH = 12.0  # of a letter


def _line(left: float, row: int, text: str, shift: float = 0) -> Box:
    top = 700 - 20 * row - shift
    return Box(left, top - WIDTH, left + WIDTH * len(text), top, text)


def _rows(left: str, right: str, lines: int, shift: float = 0) -> list[Box]:
    return [
        box
        for row in range(1, lines + 1)
        for box in (_line(60, row, left * row), _line(320, row, right * row, shift))
    ]


LEFT = [f"左栏的第{row}行写满了这一行" for row in range(1, 7)]
RIGHT = [f"右栏的第{row}行写满了这一行" for row in range(1, 7)]
PAGE = [_line(60, row, text) for row, text in enumerate(LEFT, 1)] + [
    _line(320, row, text, 5) for row, text in enumerate(RIGHT, 1)
]


def test_the_left_column_comes_first_though_the_lines_are_not_level() -> None:
    assert in_columns(PAGE) == "\n".join(LEFT + RIGHT)


def test_a_heading_across_both_parts_what_is_above_from_what_is_below() -> None:
    heading = _line(60, 7, "通栏的标题从左边一直写到了右边占满了整页的宽度")
    below = [_line(60, row, text) for row, text in enumerate(LEFT, 8)] + [
        _line(320, row, text) for row, text in enumerate(RIGHT, 8)
    ]
    expected = [*LEFT, *RIGHT, heading.text, *LEFT, *RIGHT]
    assert in_columns([heading, *below, *PAGE]) == "\n".join(expected)


def test_words_of_a_line_are_put_together_with_their_blanks() -> None:
    torn = [
        part
        for row, text in enumerate(LEFT, 1)
        for part in (_line(60, row, text[:4]), _line(60 + 4 * WIDTH, row, text[4:]))
    ]
    assert in_columns([*torn, *PAGE[6:]]) == "\n".join(LEFT + RIGHT)


@pytest.mark.parametrize(
    "boxes",
    [
        pytest.param([], id="nothing"),
        pytest.param(PAGE[:6], id="one column"),
        pytest.param(PAGE[:4] + PAGE[6:10], id="too few lines to tell"),
        pytest.param(_rows("科", "普", 8), id="a table, whose cells are ragged"),
        pytest.param(
            [
                box
                for row in range(1, 9)
                for box in (_line(60, row, "主任"), _line(320, row, "张三"))
            ],
            id="a table of names, whose cells are narrow",
        ),
    ],
)
def test_what_is_no_pair_of_columns_is_left_alone(boxes: list[Box]) -> None:
    assert in_columns(boxes) is None
