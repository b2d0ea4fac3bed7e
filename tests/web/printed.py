"""A bulletin printed as a PDF whose letters stand on a grid, so that a test knows where each is."""

from pathlib import Path

from tests.unit.extract.pdfs import IMAGE, pdf
from tests.web.archive import write_config

# How ``pdf`` sets its lines: letters of 14 points, the first at (72, 760) from the lower left
# corner of a page of 595 by 842 points, the next line 20 points below.
SIZE, LEFT, BASE, LEADING = 14, 72, 842 - 760, 20

FIRST = """云州科协简报
第 12 期
云州市科学技术协会办公室编    2023 年 12 月 25 日

【市科协动态】

科普日主场活动总结会召开

    12 月 21 日，云州市科协召开科普日主场活动总结会。
    会议指出，今年的活动覆盖全市，公众参加踊跃，科
普场馆全部开放，受到大家欢迎。"""
SECOND = """【区科协动态】

青湖区科协组织科普大集进山村

    12 月 15 日，青湖区科协组织科普大集走进山村，农
技专家现场讲解果树越冬管理。"""


def write_printed(folder: Path) -> Path:
    """The config.toml of an archive of one PDF of these two pages, and a picture as the third."""
    (folder / "corpus").mkdir()
    (folder / "corpus" / "2023-12.pdf").write_bytes(pdf(FIRST, SECOND, IMAGE))
    return write_config(folder)


def place(page: str, word: str, nth: int = 0) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a word of one line, in points from the upper left corner."""
    rows = [
        (row, line.index(word, at))
        for row, line in enumerate(page.split("\n"))
        for at in range(len(line))
        if line.startswith(word, at)
    ]
    row, column = rows[nth]
    left, foot = LEFT + SIZE * column, BASE + LEADING * row
    return left, foot - SIZE * 0.88, left + SIZE * len(word), foot + SIZE * 0.12
