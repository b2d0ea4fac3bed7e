"""What each kind of finding is called."""

from indexer.models import Concern

KIND_WORDS = {
    Concern.UNREADABLE: "未能读出的文件",
    Concern.READING: "读出但有疑问的文件",
    Concern.CUT: "切分存疑的文章",
    Concern.DATE: "存疑的日期",
    Concern.LOST_TEXT: "没有收入任何文章的文字",
    Concern.CORRECTION: "没有用上的更正",
    Concern.MISSING_ISSUE: "缺期",
    Concern.ISSUE_ORDER: "期号与日期矛盾",
    Concern.UNDATED: "日期太少的文件",
    Concern.UNSIGNED: "单位太少的文件",
    Concern.UNKNOWN_ORGANIZATION: "单位表中没有的常见单位",
    Concern.SHORT_NAME: "没有认出的单位简称",
    Concern.SAVED: "写错的常用检索",
}
