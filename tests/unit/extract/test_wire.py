import json

import pytest

from indexer.extract.sandbox import wire
from indexer.extract.sheet import Doubt, Sheet
from indexer.models import Extraction, Face, Limits, Page, Status

GOOD = {"status": "ok", "reason": "", "pages": [[1, "文"]], "warnings": []}


def test_a_request_arrives_as_it_was_sent() -> None:
    request = wire.Request("indexer.extract.pdf", Limits(memory_mb=7, passwords=("一", "b")))
    assert wire.Request.decode(request.encode()) == request


def test_a_reading_arrives_as_it_was_sent() -> None:
    reading = Extraction(Status.OK, pages=(Page(1, "一\n二"), Page(3, "三")), warnings=("第 2 页",))
    assert wire.decode(wire.encode(reading)) == reading


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xfe", id="no JSON"),
        pytest.param(b"[" * 100_000, id="brackets without end"),
        pytest.param(json.dumps([1]).encode(), id="no object"),
        pytest.param(json.dumps(GOOD | {"status": "fine"}).encode(), id="an unknown status"),
        pytest.param(json.dumps(GOOD | {"pages": [[1]]}).encode(), id="a page without text"),
        pytest.param(json.dumps(GOOD | {"pages": [["1", "文"]]}).encode(), id="no number"),
        pytest.param(json.dumps(GOOD | {"pages": [[0, "文"]]}).encode(), id="page 0"),
        pytest.param(json.dumps(GOOD | {"pages": [[1, None]]}).encode(), id="no text"),
        pytest.param(json.dumps(GOOD | {"pages": 5}).encode(), id="no pages"),
        pytest.param(json.dumps(GOOD | {"reason": {}}).encode(), id="no reason"),
    ],
)
def test_anything_else_is_not_believed(data: bytes) -> None:
    assert wire.decode(data).status is Status.DAMAGED


SHEETS = (
    Sheet(1, "一\n二", is_vertical=True, doubt=Doubt.LINES, faces=(Face(10.5, True), None)),
    Sheet(3, fault="KeyError", is_costly=True),
    Sheet(4, has_picture=True, by_pdfium=True),
)
LINES = b"".join(map(wire.encode, SHEETS))
END = Extraction(Status.TOO_COSTLY, "太久")


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(LINES, id="between two lines"),
        pytest.param(LINES + wire.encode(SHEETS[0])[:20], id="within a line"),
    ],
)
def test_sheets_read_before_a_bad_end_are_kept(said: bytes) -> None:
    answer = wire.cut_short(said, END)
    assert wire.decode_sheets(answer) == SHEETS
    assert wire.decode(answer) == END


def test_a_page_may_be_asked_for_without_others() -> None:
    request = wire.Request("indexer.extract.pdf", Limits(), (1, 3))
    assert wire.Request.decode(request.encode()) == request


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"{}", id="an empty object"),
        pytest.param(wire.encode(Sheet(1)).replace(b'"doubt": 0', b'"doubt": 7'), id="no doubt"),
        pytest.param(wire.encode(Sheet(1)).replace(b'"number": 1', b'"number": 0'), id="page 0"),
        pytest.param(wire.encode(Sheet(1)).replace(b"[]", b"7"), id="no faces"),
        pytest.param(wire.encode(Sheet(1)).replace(b"[]", b"[[12, 1]]"), id="a face of numbers"),
        pytest.param(wire.encode(Sheet(1)).replace(b"[]", b"[[NaN, true]]"), id="no size"),
        pytest.param(wire.encode(Sheet(1)).replace(b"[]", b"[[true, true]]"), id="a size of truth"),
    ],
)
def test_no_sheet_is_believed_if_one_is_none(line: bytes) -> None:
    assert wire.decode_sheets(LINES + line.rstrip() + b"\n" + wire.encode(END)) == ()


def test_an_escaped_half_of_a_pair_is_replaced() -> None:
    data = json.dumps(GOOD | {"pages": [[1, "半\ud83d个"]]}).encode()
    assert wire.decode(data).pages == (Page(1, "半?个"),)
