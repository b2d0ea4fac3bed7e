"""Questions that show the language, for the help page and the manual."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A question and what it finds, in Chinese and in English."""

    text: str
    chinese: str
    english: str


EXAMPLES = (
    Example("科普 延庆", "两个词都有", "both words"),
    Example("“科学技术协会”", "一字不差的原文", "exactly these characters in a row"),
    Example("科普 -讲座", "有科普，没有讲座", "the first word without the second"),
    Example("科普 OR 院士", "有其中一个词即可，也可写 或", "either word; 或 says the same"),
    Example("(科普 OR 院士) 延庆", "括号里的先算", "brackets are read first"),
    Example("科普*", "以科普开头的词，星号前至少两个字", "words that begin so, two signs at least"),
    Example("东京 NEAR/5 保密", "两个词相隔不超过五个字", "at most five characters between them"),
    Example("标题:科普", "标题里有这个词", "in the title; title: says the same"),
    Example("单位:北京市科协", "这个单位的报道", "about this organization; or org:"),
    Example("人物:张伟", "提到这个人的报道", "naming this person; or person:"),
    Example("栏目:(要闻 OR 综合信息)", "其中一个栏目", "in either section; or section:"),
    Example("期号:36", "第 36 期", "in issue No. 36; or issue:"),
    Example("日期:2023年12月", "事情发生在这个月", "what happened in that month; or date:"),
    Example("日期:2023-11..2024-01", "从十一月到次年一月，两头都算", "a range, both ends included"),
    Example("日期:>=2023-12", "从这个月起", "from that month on; also > < <="),
    Example("日期:近30天", "也可写 今年、上月、本周、昨天", "the last 30 days; also this year …"),
    Example("日期:无", "没有日期的报道", "articles without a date"),
    Example("发刊:2024-01", "这个月出的各期", "in the issues of that month; or issued:"),
)
