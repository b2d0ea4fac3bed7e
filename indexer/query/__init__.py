"""What was typed -> a tree of words, phrases, fields and dates; never fails on strange signs.

    科普 延庆               both words; AND 且 与 say the same
    "科学技术协会"           exactly these characters in a row; “…” 「…」 『…』 quote too
    科普 -讲座              not this; NOT and 非 say the same
    科普 OR 院士            either; 或 and | say the same
    (科普 OR 院士) 延庆      brackets of either width group
    科普*                   words that begin so
    东京 NEAR/5 保密         at most 5 characters between the two, in any order; NEAR alone: 10
    标题:科普*               in the title; so 单位: 人物: 栏目: 期号:,
                            or title: org: person: section: issue:
    单位:(科技馆 OR 图书馆)   a field takes a word, a phrase or a bracket
    日期:2023-12            the day of the event, or date:; the day of the issue is 发刊: or issued:
    日期:2023年11月..2024    a range, both ends included, either may be missing; also 至 到 ~
    日期:>=2023-12          also > < <=
    日期:近30天              also 近3个月 近一年 今年 去年 本月 上月 本周 上周 今天 昨天
    日期:无                 without a date
    2023-12..2024-01       a range of dates needs no field; any other bare date is text

All signs may be full width. NEAR binds closest, then NOT, AND, OR; operators stand between
blanks, in capitals. A minus excludes only behind a blank: 科协-活动 is text. What cannot be read
as an operator is searched as plain text, and what had to be guessed is said in the notices.
"""

from indexer.query.examples import EXAMPLES, Example
from indexer.query.limits import DEEPEST, LONGEST, MOST_CLAUSES
from indexer.query.question import parse_question
from indexer.query.since import Since, read_since

__all__ = [
    "DEEPEST",
    "EXAMPLES",
    "LONGEST",
    "MOST_CLAUSES",
    "Example",
    "Since",
    "parse_question",
    "read_since",
]
