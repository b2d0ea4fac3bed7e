"""Where the letters of a page stand: on pages written letter by letter."""

import json
from pathlib import Path

import pytest

from indexer.extract.facsimile import Facsimiles
from indexer.extract.facsimile.answer import decode, encode
from indexer.models import Limits, Original, PageBox, PageLetters
from tests.unit.extract.pdfs import pdf, placed

case = pytest.param
HEIGHT = 842
# A letter of 12 points whose foot is at (100, 700) of a page of 595 by 842 points.
SIZE = 12
LEFT, FOOT = 100, HEIGHT - 700


def letters(tmp_path: Path, content: bytes, signs: str, page: bytes = b"") -> PageLetters:
    """The letters of a page with this content."""
    path = tmp_path / "issue.pdf"
    path.write_bytes(pdf(content, signs=signs, page=page))
    found = Facsimiles(tmp_path / "cache", Limits(), 1).letters(Original(path, "0" * 64), 1)
    assert found
    return found


def test_letters_stand_where_they_were_set(tmp_path: Path) -> None:
    found = letters(tmp_path, placed(LEFT, 700, "云州"), "云州")
    assert (found.width, found.height, found.pages) == (595, HEIGHT, 1)
    assert found.text == "云州"
    for number, box in enumerate(found.boxes):
        assert box.left == pytest.approx(LEFT + number * SIZE, abs=0.2)
        assert box.right == pytest.approx(LEFT + (number + 1) * SIZE, abs=0.2)
        assert box.top < FOOT - SIZE / 2 < FOOT < box.bottom + 1
        assert box.bottom - box.top == pytest.approx(SIZE, abs=2)


@pytest.mark.parametrize(
    ("content", "signs", "text"),
    [
        case(placed(100, 700, "12 月"), "12 月", "12月", id="blanks go"),
        case(
            placed(100, 700, "科技") + placed(100, 680, "科普"),
            "科技普",
            "科技科普",
            id="ends of lines go",
        ),
        case(placed(100, 700, "⼯作⺠"), "⼯作⺠", "工作民", id="radicals become ideographs"),
        case(placed(100, 700, "电⼦"), "电⼦", "电子", id="one glyph for two signs is one letter"),
        case(
            placed(100, 700, "科科") + placed(300, 700, "科"),
            "科",
            "科科科",
            id="the same letter elsewhere is another one",
        ),
    ],
)
def test_letters_are_those_that_are_read(
    tmp_path: Path, content: bytes, signs: str, text: str
) -> None:
    assert letters(tmp_path, content, signs).text == text


@pytest.mark.parametrize(
    ("page", "size", "place"),
    [
        case(b"", (595, 842), (LEFT, FOOT), id="as it lies"),
        case(b"/Rotate 90", (842, 595), (700, LEFT), id="turned to the right"),
        case(b"/Rotate 180", (595, 842), (595 - LEFT, 700), id="on its head"),
        case(b"/Rotate 270", (842, 595), (842 - 700, 595 - LEFT), id="turned to the left"),
        case(b"/CropBox[50 80 400 742]", (350, 662), (LEFT - 50, FOOT - 100), id="cut"),
    ],
)
def test_letters_stand_where_the_page_is_shown_to_have_them(
    tmp_path: Path, page: bytes, size: tuple[float, float], place: tuple[int, int]
) -> None:
    found = letters(tmp_path, placed(LEFT, 700, "云"), "云", page)
    assert (found.width, found.height) == size
    (box,) = found.boxes
    # The foot of the letter is a corner of its box, but for what hangs below the line.
    assert min(abs(box.left - place[0]), abs(box.right - place[0])) < 3
    assert min(abs(box.top - place[1]), abs(box.bottom - place[1])) < 3


def test_a_letter_off_the_page_has_no_place_to_be_seen(tmp_path: Path) -> None:
    found = letters(tmp_path, placed(590, 700, "云州") + placed(-90, 90, "科"), "云州科")
    edges = [(box.left, box.right) for box in found.boxes]
    assert edges == [(590, 595), (595, 595), (0, 0)]


def test_a_page_of_too_many_letters_has_none(tmp_path: Path) -> None:
    assert (
        letters(
            tmp_path, b"".join(placed(10, 60 * y, "云科" * 1001) for y in range(11)), "云科"
        ).text
        == ""
    )


LETTERS = PageLetters(
    2, 595.0, 842.0, True, "云州", (PageBox(1.0, 2.5, 3.0, 4.0), PageBox(5.0, 6.0, 7.0, 8.1))
)
GOOD = json.loads(encode(LETTERS))


def test_letters_arrive_as_they_were_sent() -> None:
    assert decode(encode(LETTERS)) == LETTERS


@pytest.mark.parametrize(
    "data",
    [
        case("", id="nothing"),
        case("[" * 100_000, id="brackets without end"),
        case("[1]", id="no object"),
        case(json.dumps(GOOD | {"text": "云"}), id="more places than letters"),
        case(json.dumps(GOOD | {"text": None}), id="no text"),
        case(json.dumps(GOOD | {"places": [0.5] * 8}), id="half a tenth"),
        case(json.dumps(GOOD | {"places": [-1] * 8}), id="off the page"),
        case(json.dumps(GOOD | {"places": [True] * 8}), id="truth values"),
        case(json.dumps(GOOD | {"places": {}}), id="no list"),
        case(json.dumps(GOOD | {"size": [0, 842]}), id="a page without width"),
        case(json.dumps(GOOD | {"size": [10**9, 842]}), id="a page of a hundred kilometres"),
        case(json.dumps(GOOD | {"pages": "2"}), id="no number"),
    ],
)
def test_anything_else_is_not_believed(data: str) -> None:
    assert decode(data) is None
