"""What had to be guessed, in words for the reader."""

OPEN_QUOTE = "引号不成对，已按到末尾为止的短语检索"
OPEN_BRACKET = "括号不成对，已按在末尾结束检索"
STRAY_BRACKET = "括号不成对，多出的括号没有计入"
NEAR_WHAT = "NEAR 两边须是词或短语，已按 AND 检索"
NEAR_FAR = "NEAR/ 后须是 0 到 100 的整数，已按 AND 检索"


def no_words(typed: str) -> str:
    """The notice for ``AND`` or ``)(``."""
    return f"没有读到要找的词，“{typed}”按普通文字检索"


def unknown_field(name: str, word: str) -> str:
    """The notice for ``nosuch:科协``."""
    fields = "标题: 单位: 人物: 栏目: 期号: 日期: 发刊:"
    return f"没有“{name}:”这一栏，“{word}”按普通文字检索；可用的栏有 {fields}"


def short_prefix(typed: str, word: str) -> str:
    """The notice for ``科*``."""
    return f"“{typed}”的 * 前不足两个字，按“{word}”检索"


def misplaced_star(typed: str, word: str) -> str:
    """The notice for ``*科普`` and ``科*普``."""
    return f"* 只能放在词尾，“{typed}”按“{word}”检索"


def lone_sign(sign: str) -> str:
    """The notice for ``科普 & 讲座``."""
    return f"单独的“{sign}”没有计入"


def lone_operator(operator: str) -> str:
    """The notice for ``科普 OR``."""
    return f"“{operator}”前后缺少检索词，没有计入"


def no_date(typed: str) -> str:
    """The notice for ``date:2023-13``."""
    return (
        f"“{typed}”不是能识别的日期，没有计入；"
        "日期可写作 2023-12、2023年12月21日、2023-11..2024-01、上月、近30天"
    )


def swapped(low: str, high: str) -> str:
    """The notice for ``date:2024-01..2023-12``."""
    return f"日期先后颠倒，已按 {low}..{high} 检索"


class Notices:
    """The notices of one question, each once, in the order of their causes."""

    def __init__(self) -> None:
        self._said: dict[str, None] = {}

    def say(self, notice: str) -> None:
        """Add a notice."""
        self._said[notice] = None

    def all(self) -> tuple[str, ...]:
        """What was said so far."""
        return tuple(self._said)
