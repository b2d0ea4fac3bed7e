"""What the library says of a question, an index, a file, in the language of this answer.

The library speaks Chinese, and the same sentences go to the command line. They are known here by
their forms: 单独的“+”没有计入 is 单独的“%(sign)s”没有计入 with +. One of no known form stays as it
is, and an English page marks it as Chinese.
"""

import re
from functools import cache

from webui.language import CHINESE, N_, _, the_language

# No value is so long: a sentence longer than this is not looked at.
LONGEST = 1_000
FORMS = (
    N_("引号不成对，已按到末尾为止的短语检索"),
    N_("括号不成对，已按在末尾结束检索"),
    N_("括号不成对，多出的括号没有计入"),
    N_("NEAR 两边须是词或短语，已按 AND 检索"),
    N_("NEAR/ 后须是 0 到 100 的整数，已按 AND 检索"),
    N_("没有读到要找的词，“%(typed)s”按普通文字检索"),
    N_("没有“%(name)s:”这一栏，“%(word)s”按普通文字检索；可用的栏有 %(fields)s"),
    N_("“%(typed)s”的 * 前不足两个字，按“%(word)s”检索"),
    N_("* 只能放在词尾，“%(typed)s”按“%(word)s”检索"),
    N_("单独的“%(sign)s”没有计入"),
    N_("“%(operator)s”前后缺少检索词，没有计入"),
    N_(
        "“%(typed)s”不是能识别的日期，没有计入；"
        "日期可写作 2023-12、2023年12月21日、2023-11..2024-01、上月、近30天"
    ),
    N_("日期先后颠倒，已按 %(low)s..%(high)s 检索"),
    N_("资料库中没有%(label)s“%(typed)s”"),
    N_("%(label)s中含“%(typed)s”的超过 %(most)s 个，只取前 %(first)s 个"),
    N_("检索词有 %(length)s 个字，最多 %(most)s 个；请缩短后再试"),
    N_("检索条件太多，最多 %(most)s 个；请减少后再试"),
    N_("括号套得太深，最多 %(most)s 层；请简化后再试"),
    N_("检索词过于宽泛；请输入要找的词，例如 科普日"),
    N_("只能翻到前 %(most)s 条；请缩小范围"),
    N_("单位：%(value)s"),
    N_("人物：%(value)s"),
    N_("栏目：%(value)s"),
    N_("期号：%(value)s"),
    N_("日期：%(value)s"),
    N_("刊发日期：%(value)s"),
    N_("单位"),
    N_("人物"),
    N_("栏目"),
    N_("月份"),
    N_("期号"),
    N_("日期"),
    N_("刊期"),
    N_("报送单位"),
    N_("标题"),
    N_("开头"),
    N_("正文"),
    N_("未标"),
    N_("不详"),
    N_("无"),
    N_("还没有读入任何简报；请先运行 bulletin index"),
    N_("还没有索引；请先运行 bulletin index"),
    N_("还没有可用的索引；请运行 bulletin reindex"),
    N_("索引落后于目录库；请运行 bulletin index"),
    N_("索引与词典不一致；请运行 bulletin reindex"),
    N_("索引与词典不一致；请运行 bulletin index"),
    N_("没有安装文字识别，扫描件只能登记，不能检索；见 README 的“扫描件”"),
    N_("正在绘制的页面太多，请稍候再试"),
    N_("第 %(page)s 页画不出来，文件可能已损坏"),
    N_("原件打不开（%(reason)s）"),
    N_("原件已移动或改变"),
    N_("任一词"),
    N_("不限单位"),
    N_("不限人物"),
    N_("不限栏目"),
    N_("不排除单位"),
    N_("不排除人物"),
    N_("不排除栏目"),
    N_("不限时间"),
    N_("不限期号"),
    N_("不限报送单位"),
    N_("不限收录时间"),
    N_("全文"),
    N_("不限任何条件"),
    N_("不限“%(text)s”"),
    N_("排在第 %(place)s 位，共 %(all)s 篇"),
    N_("文章的单位是 %(name)s"),
    N_("符合 %(condition)s"),
    N_("%(words)s只按字面匹配，排在按词匹配的文章之后"),
    N_("日期 %(date)s；相关度相近时较新的排在前面"),
    N_("“%(word)s”以“%(alias)s”在%(field)s中，按词 %(count)s 处"),
    N_("“%(word)s”以“%(alias)s”在%(field)s中，字面 %(count)s 处"),
    N_("“%(word)s”在%(field)s中，按词 %(count)s 处"),
    N_("“%(word)s”在%(field)s中，字面 %(count)s 处"),
    N_("资料库中没有“%(article)s”：既不是文章编号，也不是已收录的文件"),
    N_("文件 %(path)s 没有读入：%(reason)s"),
    N_("文件 %(path)s 中没有这一篇文章"),
    N_("文件中有 %(all)s 篇文章，这是第 %(number)s 篇；用“文件#序号”可指定一篇"),
    N_("文章在目录库中，但不在索引里；请运行 bulletin index"),
    N_("符合检索，但排在前 %(most)s 篇之后"),
    N_("与 %(where)s 的“%(title)s”（编号 %(id)s）是同一篇，只列那一篇"),
    N_("检索时排除了 %(what)s，而文章符合它"),
    N_("要求%(asked)s，这篇的%(label)s是 %(has)s"),
    N_("要求%(asked)s，这篇的是 %(has)s"),
    N_("没有“%(word)s”，只写作“%(alias)s”；允许别名就能找到"),
    N_("没有“%(word)s”，只是单位标为 %(name)s；允许别名就能找到"),
    N_("标题中没有%(word)s；%(near)s"),
    N_("标题中没有%(word)s"),
    N_("标题和正文中都没有%(word)s；%(near)s"),
    N_("标题和正文中都没有%(word)s"),
    N_("没有“%(word)s”，也没有%(others)s，单位也不是它"),
    N_("没有“%(word)s”，单位也不是它"),
    N_("“%(left)s”与“%(right)s”没有在同一段中相隔 %(distance)s 字以内"),
    N_("筛选的%(label)s是 %(chosen)s，这篇的%(own)s是 %(has)s"),
    N_("筛选排除了%(label)s %(without)s，这篇的%(own)s是 %(has)s"),
    N_("筛选的期号不是这篇的，这篇登在 %(has)s"),
    N_("只要上次以后新增的，这篇在那以前（%(day)s）就已收录"),
    N_("只要 %(since)s 起收录的，这篇收录于 %(day)s"),
    N_("未能读出的文件"),
    N_("读出但有疑问的文件"),
    N_("切分存疑的文章"),
    N_("存疑的日期"),
    N_("没有收入任何文章的文字"),
    N_("没有用上的更正"),
    N_("期号与日期矛盾"),
    N_("日期太少的文件"),
    N_("单位太少的文件"),
    N_("单位表中没有的常见单位"),
    N_("没有认出的单位简称"),
    N_("写错的常用检索"),
    N_("请重新取得这个文件，或另存为新文件后替换"),
    N_("请在 config.toml 的 passwords 中写上密码，或换上没有密码的文件"),
    N_("请检查是否存错了文件；不需要的请移出资料文件夹"),
    N_("请安装文字识别（见 README 的“扫描件”），或换上有文字的文件"),
    N_("请用原来的文字文件另存，或安装文字识别后重新收录"),
    N_("请拆分文件，或在 config.toml 的 [reading] 中放宽限制"),
    N_("请另存为 PDF、Word、网页或文本；不是简报的请移出资料文件夹"),
    N_("请用 bulletin articles 查看读出的结果，与原文核对"),
    N_("请核对刊期；报头没有日期的，在更正文件的 [issue] 中写上 date"),
    N_("请核对原文；常见的单位可在 config.toml 的 [[organizations]] 中写上"),
    N_("请找出缺的各期放进资料文件夹；确实没有出的可不理会"),
    N_("请改正 config.toml 中的 [[saved]]"),
    N_("slug 只能用小写字母、数字和 -"),
    N_("slug 重复了"),
    N_("缺期"),
    # the last run
    N_(
        "新增 %(added)s，变更 %(changed)s，移动 %(moved)s，删除 %(removed)s，重读 %(again)s，"
        "未变 %(same)s，未能读出 %(failed)s；共 %(all)s 篇"
    ),
    # what comes closest
    N_("这些字被分在两段：%(text)s"),
    N_("文中有相差一字的“%(text)s”"),
    N_("“%(word)s”"),
)
_VALUE = re.compile(r"%\((\w+)\)s")


def told(sentence: str) -> str:
    """A sentence of the library in the language of this answer."""
    if the_language() == CHINESE or len(sentence) > LONGEST:
        return sentence
    for form, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return _(form, **{name: told(value) for name, value in found.groupdict().items()})
    return sentence


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each form with the pattern of what it says."""
    return tuple((form, _pattern(form)) for form in FORMS)


def _pattern(form: str) -> re.Pattern[str]:
    """单独的“%(sign)s”没有计入 -> 单独的“(?P<sign>.+?)”没有计入, to be matched whole."""
    constants = _VALUE.split(form)
    names, texts = constants[1::2], map(re.escape, constants[::2])
    values = (f"(?P<{name}>.+?)" for name in names)
    return re.compile(
        "".join(part for pair in zip(texts, (*values, ""), strict=True) for part in pair), re.DOTALL
    )
