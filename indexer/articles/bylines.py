"""Lines between a title and its text that say who spoke, and when.

在省林学会八届三次理事会上的讲话
（2024年3月2日）
云岭省林学会理事长  郜林森
"""

import re

from indexer.articles.headings import Headings, Role
from indexer.articles.paragraphs import is_date

MOST_LINES = 3  # date, speaker, and the speaker's body on a line of its own

# 云岭省林学会理事长  郜林森, 市科协主席 张 三
_SPEAKER = re.compile(
    r"\S{4,40}[\s\u3000]+(?:[\u3400-\u9fff·]{2,8}|[\u3400-\u9fff][\s\u3000]+[\u3400-\u9fff])"
)


def settle_bylines(headings: Headings) -> None:
    """Open lines between a title and its text that stand beside a date, or name a speaker."""
    for at in sorted(headings.open):
        below = at + 1
        while below <= at + MOST_LINES and _is_byline(headings, below):
            below += 1
        if not headings.is_text(below) or is_date(headings.text(below)):
            continue  # a signature, and the end of an article
        for line in range(at + 1, below):
            if line in headings.open:
                headings.settle(line, Role.TEXT, "题下的日期或署名")


def _is_byline(headings: Headings, at: int) -> bool:
    """Whether a line is a date alone, or names a speaker beside one."""
    if is_date(headings.text(at)):
        return True
    dated = is_date(headings.text(at - 1)) or is_date(headings.text(at + 1))
    return dated and bool(_SPEAKER.fullmatch(headings.text(at)))
