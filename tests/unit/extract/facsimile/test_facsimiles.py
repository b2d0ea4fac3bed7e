"""Pages of PDFs as pictures and letters: drawn once, kept, and refused in words."""

import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from indexer.errors import PageBusy, PageUnavailable
from indexer.extract.facsimile import Desk, Facsimiles
from indexer.models import Limits, Original
from tests.unit.extract.pdfs import IMAGE, encrypted, pdf

Make = Callable[[bytes], Original]
LIMITS = Limits(memory_mb=350)
NEWS = pdf("云州市科协召开座谈会", "第二页")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "pages"


@pytest.fixture
def facsimiles(cache: Path) -> Facsimiles:
    return Facsimiles(cache, LIMITS, 64)


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def make(data: bytes) -> Original:
        path = tmp_path / "issue.pdf"
        path.write_bytes(data)
        return Original(path, sha256(data).hexdigest())

    return make


def size_of(webp: bytes) -> tuple[int, int]:
    """Width and height of a WebP picture, as its first frame says."""
    assert (webp[:4], webp[8:16], webp[23:26]) == (b"RIFF", b"WEBPVP8 ", b"\x9d\x01\x2a")
    return int.from_bytes(webp[26:28], "little"), int.from_bytes(webp[28:30], "little")


@pytest.mark.parametrize(
    ("double", "size"),
    [
        pytest.param(False, (1131, 1600), id="as large as a screen shows it"),
        pytest.param(True, (1696, 2400), id="as large as a fine screen shows it"),
    ],
)
def test_a_page_is_drawn(
    facsimiles: Facsimiles, make: Make, double: bool, size: tuple[int, int]
) -> None:
    picture = facsimiles.picture(make(NEWS), 1, double)
    assert picture
    assert size_of(picture) == size


@pytest.mark.parametrize("number", [0, 3, 99_999])
def test_a_page_that_the_file_does_not_have_is_none(
    facsimiles: Facsimiles, make: Make, number: int
) -> None:
    original = make(NEWS)
    assert facsimiles.picture(original, number, False) is None
    assert facsimiles.letters(original, number) is None


def test_an_absurdly_large_page_is_drawn_no_larger(facsimiles: Facsimiles, make: Make) -> None:
    huge = NEWS.replace(b"[0 0 595 842]", b"[0 0 14400 9]")
    picture = facsimiles.picture(make(huge), 1, True)
    assert picture
    assert max(size_of(picture)) == 2400


def test_what_was_drawn_is_kept(facsimiles: Facsimiles, make: Make) -> None:
    original = make(NEWS)
    first = facsimiles.picture(original, 1, False), facsimiles.letters(original, 1)
    original.path.unlink()
    start = time.monotonic()
    assert (facsimiles.picture(original, 1, False), facsimiles.letters(original, 1)) == first
    assert time.monotonic() - start < 0.1


def test_what_was_kept_in_part_is_drawn_again(
    facsimiles: Facsimiles, make: Make, cache: Path
) -> None:
    original = make(NEWS)
    first = facsimiles.picture(original, 1, False), facsimiles.letters(original, 1)
    kept = list(cache.iterdir())
    assert len(kept) == 2
    for path in kept:
        path.write_bytes(path.read_bytes()[:-9])
    assert (facsimiles.picture(original, 1, False), facsimiles.letters(original, 1)) == first


def test_nothing_is_kept_where_nothing_can_be_written(make: Make, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert Facsimiles(tmp_path / "file" / "pages", LIMITS, 64).picture(make(NEWS), 1, False)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(encrypted(NEWS, "secret"), "口令", id="encrypted"),
        pytest.param(b"%PDF-1.7 and no more", "损坏", id="damaged"),
        pytest.param(
            pdf(b" " * (400 << 20), extra=b"/Filter/FlateDecode"),
            "内存|处理器|没有读完|崩溃",
            id="a page that unfolds to 400 MB",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told_in_words_and_not_tried_again(
    facsimiles: Facsimiles, make: Make, data: bytes, said: str
) -> None:
    original = make(data)
    with pytest.raises(PageUnavailable, match=said) as first:
        facsimiles.picture(original, 1, True)
    assert first.value.seconds > 60
    original.path.write_bytes(NEWS)
    with pytest.raises(PageUnavailable, match=said):
        facsimiles.picture(original, 1, True)


def test_an_encrypted_file_is_opened_by_the_passwords_of_the_settings(
    cache: Path, make: Make
) -> None:
    letters = Facsimiles(cache, replace(LIMITS, passwords=("secret",)), 64).letters(
        make(encrypted(NEWS, "secret")), 1
    )
    assert letters
    assert letters.text == "云州市科协召开座谈会"


def test_one_too_many_is_sent_away_for_a_moment(cache: Path, make: Make) -> None:
    with pytest.raises(PageBusy) as caught:
        Facsimiles(cache, LIMITS, 64, Desk(0, 0)).picture(make(NEWS), 1, False)
    assert 0 < caught.value.seconds <= 5


def test_who_was_sent_away_may_come_again() -> None:
    desk = Desk(1, 0)
    with desk.seat(), pytest.raises(PageBusy), desk.seat():
        pass
    with desk.seat():
        pass


def test_a_pictured_page_is_known_as_one(facsimiles: Facsimiles, make: Make) -> None:
    letters = facsimiles.letters(make(pdf(IMAGE)), 1)
    assert letters
    assert (letters.has_picture, letters.text) == (True, "")
