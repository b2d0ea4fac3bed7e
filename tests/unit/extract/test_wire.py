import json

import pytest

from indexer.extract.sandbox import wire
from indexer.models import Extraction, Limits, Page, Status

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


def test_an_escaped_half_of_a_pair_is_replaced() -> None:
    data = json.dumps(GOOD | {"pages": [[1, "半\ud83d个"]]}).encode()
    assert wire.decode(data).pages == (Page(1, "半?个"),)
