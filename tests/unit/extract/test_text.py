import codecs
from pathlib import Path

import pytest

from indexer.extract import extract
from indexer.models import Extraction, Limits, Page, Status

NEWS = "市科协召开座谈会\n　　１２月２１日，市科协召开院士专家工作站座谈会，３０余人参加。\n"


def read(folder: Path, data: bytes, text_mb: int = 1) -> Extraction:
    path = folder / "issue.txt"
    path.write_bytes(data)
    return extract(path, Limits(text_mb=text_mb))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(NEWS.encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + NEWS.encode(), id="UTF-8 with BOM"),
        pytest.param(codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"), id="UTF-16, low byte first"),
        pytest.param(codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"), id="UTF-16, high byte first"),
        pytest.param(NEWS.encode("gb18030"), id="GB18030"),
        pytest.param(NEWS.replace("\n", "\r\n").encode(), id="lines end as on Windows"),
        pytest.param(NEWS.replace("\n", "\r").encode("gb18030"), id="lines end as on an old Mac"),
    ],
)
def test_one_text_in_every_encoding_is_one_text(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data) == Extraction(Status.OK, pages=(Page(1, NEWS),), paged=False)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        pytest.param("一\f二\f三", [(1, "一"), (2, "二"), (3, "三")], id="form feeds divide pages"),
        pytest.param("一\f二\f", [(1, "一"), (2, "二")], id="a last form feed opens no page"),
        pytest.param("一\f\n\f三", [(1, "一"), (3, "三")], id="an empty page keeps its number"),
    ],
)
def test_form_feeds_make_pages(tmp_path: Path, text: str, pages: list[tuple[int, str]]) -> None:
    extraction = read(tmp_path, text.encode())
    assert [(page.number, page.text) for page in extraction.pages] == pages
    assert extraction.paged


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        pytest.param(b"", Status.EMPTY, "没有文字", id="no bytes"),
        pytest.param("　\r\n \f".encode(), Status.EMPTY, "没有文字", id="only blanks"),
        pytest.param(codecs.BOM_UTF8, Status.EMPTY, "没有文字", id="only a mark"),
        pytest.param("協會召開座談會".encode("big5"), Status.GARBLED, "编码", id="Big5"),
        pytest.param(
            "Café à la crème, déjà vu".encode("latin-1"), Status.GARBLED, "编码", id="Latin-1"
        ),
        pytest.param(NEWS.encode("utf-16-le"), Status.GARBLED, "编码", id="UTF-16 without a mark"),
        pytest.param(b"\x7fELF\x02\x01\x01" + bytes(200), Status.GARBLED, "乱码", id="a program"),
        pytest.param(
            ("\ufffd" * 9 + "科协").encode(),
            Status.GARBLED,
            "乱码",
            id="what another program could not decode",
        ),
        pytest.param(b"a" * ((1 << 20) + 1), Status.TOO_COSTLY, "1 MB", id="a byte too many"),
    ],
)
def test_what_is_no_text_says_why(tmp_path: Path, data: bytes, status: Status, said: str) -> None:
    extraction = read(tmp_path, data)
    assert (extraction.status, extraction.pages) == (status, ())
    assert said in extraction.reason
