import io
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from indexer.extract import extract
from indexer.models import Extraction, Limits, Status

Read = Callable[..., Extraction]
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BILLION = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghi"))
LIMITS = Limits(memory_mb=400)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(data: bytes, name: str = "issue.docx") -> Extraction:
        path = tmp_path / name
        path.write_bytes(data)
        return extract(path, LIMITS)

    return read


def word(body: str, doctype: str = "", **extra: bytes) -> bytes:
    """A document with this body; other parts as python-docx makes them, and some more."""
    empty, output = io.BytesIO(), io.BytesIO()
    docx.Document().save(empty)
    document = f"{doctype}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    with (
        zipfile.ZipFile(empty) as parts,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in parts.namelist():
            is_body = name == "word/document.xml"
            target.writestr(name, document if is_body else parts.read(name))
        for name, data in extra.items():
            target.writestr(f"word/media/{name}.png", data)
    return output.getvalue()


def p(text: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{r(text)}</w:p>"


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def box(body: str) -> str:
    return f"<w:pict><v:textbox><w:txbxContent>{body}</w:txbxContent></v:textbox></w:pict>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(p("会议") + p("召开"), "会议\n召开", id="each paragraph is a line"),
        pytest.param(p("会议") + p("") * 3 + p("召开"), "会议\n\n召开", id="empty lines are one"),
        pytest.param(
            p("会议", '<w:ind w:firstLineChars="200" w:firstLine="640"/>'),
            "　　会议",
            id="an indent is printed",
        ),
        pytest.param(
            p("　　会议", '<w:ind w:firstLine="640"/>'), "　　会议", id="and not printed twice"
        ),
        pytest.param(p("会议", '<w:ind w:firstLine="0"/>'), "会议", id="no indent"),
        pytest.param(
            p("前") + p("要闻", '<w:ind w:firstLine="9"/><w:jc w:val="center"/>') + p("后"),
            "前\n\n要闻\n\n后",
            id="a centred line stands between empty ones",
        ),
        pytest.param(
            p("前") + p("要闻", '<w:pStyle w:val="Heading1"/>') + p("后"),
            "前\n\n要闻\n\n后",
            id="and so does a heading by its style",
        ),
        pytest.param(
            "<w:p><w:r><w:t>第1期</w:t><w:tab/><w:t>张三编</w:t><w:br w:type='page'/><w:t>目录"
            "</w:t></w:r></w:p>",
            "第1期  张三编\n目录",
            id="tabs and breaks",
        ),
        pytest.param(
            f"<w:p><w:smartTag>{r('12月')}</w:smartTag><w:ins>{r('21日')}</w:ins>"
            "<w:del><w:r><w:delText>20日</w:delText></w:r></w:del>"
            f"<w:hyperlink>{r('开会')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
            "12月21日开会",
            id="smart tags and insertions are text, deletions and fields are not",
        ),
        pytest.param(
            p("前") + "<w:tbl>" + row(p("姓名"), p("单位")) + row(p("张三"), p("云州") + p("大学"))
            + "</w:tbl>" + p("后"),
            "前\n\n姓名  单位\n张三  云州 大学\n\n后",
            id="a table in its place, a line a row",
        ),
        pytest.param(
            "<w:tbl>" + row(p("会议") + p("召开")) + "</w:tbl>",
            "会议\n召开",
            id="a table as a frame keeps its paragraphs",
        ),
        pytest.param(
            "<w:p>" + r("正文") + "<w:r><mc:AlternateContent><mc:Choice>" + box(p("科协动态"))
            + "</mc:Choice><mc:Fallback>" + box(p("科协动态"))
            + "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
            "科协动态\n正文",
            id="a text box once, before its paragraph",
        ),
        pytest.param(
            '<w:p><w:r><w:pict><v:textpath string="科协动态"/></w:pict></w:r></w:p>',
            "科协动态",
            id="WordArt",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent>" + p("会议") + "</w:sdtContent></w:sdt>",
            "会议",
            id="a content control",
        ),
    ],
)  # fmt: skip
def test_a_document_is_read_as_it_is_printed(read: Read, body: str, text: str) -> None:
    extraction = read(word(body))
    assert extraction.status is Status.OK, extraction.reason
    assert [page.text for page in extraction.pages] == [text]
    assert not extraction.paged


def test_running_heads_and_feet_are_no_text(read: Read) -> None:
    document, output = docx.Document(), io.BytesIO()
    document.add_paragraph("会议")
    document.sections[0].header.paragraphs[0].text = "科协动态"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.save(output)
    assert [page.text for page in read(output.getvalue()).pages] == ["会议"]


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        pytest.param(b"", Status.EMPTY, "长度为 0", id="no bytes"),
        pytest.param(word(p("")), Status.EMPTY, "没有文字", id="no text"),
        pytest.param(word("<w:p><pic:pic/></w:p>"), Status.SCANNED, "图片", id="only pictures"),
        pytest.param(word(p("\ue001\ue002\ue003")), Status.GARBLED, "乱码", id="private use"),
        pytest.param(
            OLE + "EncryptedPackage".encode("utf-16-le"), Status.ENCRYPTED, "口令", id="encrypted"
        ),
        pytest.param(OLE, Status.UNSUPPORTED, "另存为 .docx", id="a .doc under a new name"),
        pytest.param(b"%PDF-1.7" * 9, Status.DAMAGED, "不是 Word", id="no zip"),
        pytest.param(word(p("会议"))[:3000], Status.DAMAGED, "已损坏", id="a zip cut off"),
        pytest.param(word("<w:p>"), Status.DAMAGED, "已损坏", id="XML that does not end"),
        pytest.param(
            word(p("会议"), x=bytes(101 << 20)), Status.TOO_COSTLY, "100 MB", id="a zip bomb"
        ),
        pytest.param(word("<w:p/>" * (4 << 20)), Status.TOO_COSTLY, "20 MB", id="a bomb of XML"),
        pytest.param(
            word(p("&i;"), f"<!DOCTYPE w [<!ENTITY a '科协'>{BILLION}]>"),
            Status.DAMAGED,
            "已损坏",
            id="entities in entities",
        ),
        pytest.param(
            word(p("&x;"), "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
            Status.EMPTY,
            "没有文字",
            id="another file as an entity",
        ),
    ],
)
def test_what_cannot_be_read_has_a_status_and_a_reason(
    read: Read, data: bytes, status: Status, said: str
) -> None:
    extraction = read(data)
    assert extraction.status is status, extraction.reason
    assert said in extraction.reason
    assert extraction.pages == ()


@pytest.mark.parametrize("name", ["issue.doc", "issue.WPS"])
def test_old_formats_are_to_be_saved_anew(read: Read, name: str) -> None:
    extraction = read(OLE, name)
    assert extraction.status is Status.UNSUPPORTED
    assert "另存为 .docx" in extraction.reason
