"""OCR with the real tesseract, on pages drawn here from the samples and stored as pictures."""

import base64
import io
import sys
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdfium2 import PdfDocument

from indexer.extract import extract, ocr, pictures
from indexer.extract.ocr import OcrEngine, OcrError
from indexer.models import Extraction, Limits, Status
from tests.unit.extract.pdfs import IMAGE, assembled, encrypted, pdf, stream

CORPUS = Path(__file__).parents[3] / "corpus"
SAMPLE = CORPUS / "yunzhou-kexie-2023-09.pdf"
TEXT = "云州市科协召开座谈会"
needs_tesseract = pytest.mark.skipif(
    ocr.available() is None,
    reason="没有 tesseract no tesseract (apt-get install tesseract-ocr tesseract-ocr-chi-sim)",
)


Read = Callable[..., Extraction]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(data: bytes, limits: Limits | None = None) -> Extraction:
        path = tmp_path / "scan.pdf"
        path.write_bytes(data)
        return extract(path, limits or Limits())

    return read


@pytest.fixture
def engine(tmp_path: Path) -> Callable[[str], OcrEngine]:
    """An engine that does what a line of shell says, whatever it is called with."""

    def engine(line: str) -> OcrEngine:
        program = tmp_path / "program"
        program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        program.chmod(0o755)
        return OcrEngine(str(program))

    return engine


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A search path on which there is no program at all."""
    monkeypatch.setenv("PATH", str(tmp_path))
    ocr.available.cache_clear()
    yield
    ocr.available.cache_clear()


def scanned(*pages: int, dpi: int = 200) -> bytes:
    """A PDF of pictures: these pages of the sample, 0 for one in grey."""
    sample = PdfDocument(SAMPLE.read_bytes())
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    for number in pages:
        picture = _picture(sample, number, dpi) if number else _image(1, 1, b"\x7f")
        first = len(objects) + 1
        resources = b"/Resources<</XObject<</Scan %d 0 R>>>>" % (first + 2)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R%b>>"
            % (first + 1, resources),
            stream(b"q 595 0 0 842 0 0 cm /Scan Do Q"),
            picture,
        ]
    kids = b" ".join(b"%d 0 R" % (3 + 3 * at) for at in range(len(pages)))
    objects[1] = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(pages))
    return assembled(objects)


def _picture(sample: PdfDocument, number: int, dpi: int) -> bytes:
    bitmap = sample[number - 1].render(dpi / 72, grayscale=True)
    return _image(bitmap.stride, bitmap.height, bytes(bitmap.buffer))


def _image(width: int, height: int, pixels: bytes) -> bytes:
    kind = b"/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode"
    return stream(pixels, b"%b/Width %d/Height %d" % (kind, width, height))


def joined(*files: bytes) -> bytes:
    writer, output = PdfWriter(), io.BytesIO()
    for data in files:
        writer.append(PdfReader(io.BytesIO(data)))
    writer.write(output)
    return output.getvalue()


def share_of(text: str, seen: str) -> float:
    """How much of a text is seen, in its order, blanks aside."""
    blocks = SequenceMatcher(
        None, "".join(text.split()), "".join(seen.split()), autojunk=False
    ).get_matching_blocks()
    return sum(block.size for block in blocks) / len("".join(text.split()))


@needs_tesseract
def test_a_scanned_page_is_recognised_and_says_so(read: Read) -> None:
    extraction = read(scanned(1))
    assert extraction.status is Status.OK, extraction.reason
    assert extraction.warnings == ("文字由识别（OCR）得到，可能有误：第 1 页",)
    assert extraction.recognised == (1,)
    printed = extract(SAMPLE, Limits()).pages[0].text
    assert share_of(printed, extraction.pages[0].text) > 0.85


@needs_tesseract
def test_a_scan_within_a_text_completes_it(read: Read) -> None:
    extraction = read(joined(pdf(TEXT), scanned(0, 1), pdf(TEXT)))
    assert [page.number for page in extraction.pages] == [1, 3, 4]
    assert extraction.pages[2].text.strip() == TEXT
    assert extraction.recognised == (3,)


@needs_tesseract
def test_an_encrypted_scan_is_drawn_with_the_password_listed(read: Read) -> None:
    extraction = read(encrypted(scanned(1), "秘密"), Limits(passwords=("甲", "秘密")))
    assert extraction.recognised == (1,), extraction.reason


@needs_tesseract
def test_a_picture_without_text_stays_a_scan(read: Read) -> None:
    extraction = read(pdf(IMAGE))
    assert (extraction.status, extraction.recognised) == (Status.SCANNED, ())


@needs_tesseract
def test_switched_off_it_says_how_to_switch_it_on(read: Read) -> None:
    extraction = read(scanned(0), Limits(ocr=False))
    assert extraction.status is Status.SCANNED
    assert "ocr = true" in extraction.reason


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_it_says_how_to_install_it(read: Read) -> None:
    assert ocr.available() is None
    extraction = read(scanned(0))
    assert extraction.status is Status.SCANNED
    assert "apt-get install tesseract-ocr tesseract-ocr-chi-sim" in extraction.reason


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        pytest.param("科 技馆", "科技馆", id="a blank within a word"),
        pytest.param("姓名  单位", "姓名  单位", id="a gap that was printed"),
        pytest.param("柳林县 : 科普 ; 会议", "柳林县：科普；会议", id="narrow punctuation"),
        pytest.param("9:30 开会, OK", "9:30 开会, OK", id="narrow where it is right"),
        pytest.param("【要闻]】", "【要闻】", id="one bracket seen as two"),
    ],
)
def test_recognised_text_is_set_as_chinese_is(
    engine: Callable[[str], OcrEngine], seen: str, text: str
) -> None:
    assert engine("cat").text_of(seen.encode(), Limits()) == text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("exec sleep 60", "1 秒", id="it takes too long"),
        pytest.param("exit 3", "以 3 结束", id="it fails"),
        pytest.param("kill -SEGV $$", "以 -11 结束", id="it crashes"),
    ],
)
def test_a_page_that_fails_says_why(
    engine: Callable[[str], OcrEngine], line: str, said: str
) -> None:
    with pytest.raises(OcrError, match=said):
        engine(line).text_of(b"", Limits(wall_seconds=1))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process")
def test_memory_is_limited(engine: Callable[[str], OcrEngine]) -> None:
    text = engine("sleep 0.5; ulimit -v").text_of(b"", Limits(memory_mb=100))
    assert text.strip() == str(100 << 10)


@pytest.mark.parametrize(
    ("box", "side"),
    [
        pytest.param(b"595 842", (1653, 2339), id="A4 at 200 dots an inch"),
        pytest.param(b"14400 7200", (4000, 2000), id="five metres wide"),
    ],
)
def test_a_picture_has_a_longest_side(box: bytes, side: tuple[int, int]) -> None:
    drawn = pictures.read(io.BytesIO(b"1\n" + pdf(IMAGE).replace(b"595 842", box)), Limits())
    width, height = base64.b64decode(drawn.pages[0].text).split(maxsplit=3)[1:3]
    assert (int(width), int(height)) == pytest.approx(side, abs=1)
