"""What the doctor finds in an archive of small files, and that a sound one has nothing."""

from pathlib import Path

import pytest

from indexer.library import open_library
from indexer.models import Concern, Finding

case = pytest.param

HEAD = "云州科协工作动态\n第 3 期\n云州市科学技术协会办公室    2024 年 3 月 15 日\n\n【要闻】\n\n"
SOUND = """东湖区科协举办科普讲座

3 月 6 日，东湖区科协在柳林社区举办科普讲座，八十余名居民到场听讲，并领取科普手册。

柳林县科协走访院士专家工作站

3 月 8 日，柳林县科协走访院士专家工作站，了解企业的技术需求，现场解答问题。
"""
STRAY = "市科协一年来做了许多工作，受到各方好评，现将有关情况汇编成册，供各单位参考。\n\n"


def findings(folder: Path, files: dict[str, str]) -> list[Finding]:
    (folder / "corpus").mkdir()
    for name, text in files.items():
        (folder / "corpus" / name).write_text(text, encoding="utf-8")
    (folder / "config.toml").write_text("", encoding="utf-8")
    with open_library(folder / "config.toml") as library:
        library.update()
        return list(library.doctor())


def test_sound_archive_needs_nothing(tmp_path: Path) -> None:
    assert findings(tmp_path, {"03.txt": HEAD + SOUND}) == []


@pytest.mark.parametrize(
    ("files", "kind", "subject", "message"),
    [
        case(
            {"03.txt": HEAD + SOUND, "leer.txt": " "},
            Concern.UNREADABLE,
            "leer.txt",
            "",
            id="a file without text",
        ),
        case(
            {"03.txt": HEAD + SOUND.replace("3 月 6 日", "3 月 6 日（周五）")},
            Concern.DATE,
            "03.txt",
            "《东湖区科协举办科普讲座》的日期 2024-03-06 与所印的星期不符",
            id="a weekday that contradicts the date",
        ),
        case(
            {"03.txt": HEAD.replace("【要闻】", STRAY) + SOUND},
            Concern.LOST_TEXT,
            "03.txt",
            "38 字不属于任何文章，没有收入：“市科协一年来做了许多工作，受到各方好评，……”",
            id="text before the first title",
        ),
        case(
            {"03.txt": HEAD + SOUND, "05.txt": HEAD.replace("第 3 期", "第 5 期") + SOUND},
            Concern.MISSING_ISSUE,
            "云州科协工作动态 2024",
            "缺第 4 期",
            id="a number that is missing",
        ),
        case(
            {"03.txt": HEAD + SOUND, "02.pdf.toml": ""},
            Concern.CORRECTION,
            "02.pdf.toml",
            "02.pdf",
            id="corrections of a file that is gone",
        ),
        case(
            {"03.txt": HEAD + SOUND, "03.txt.toml": '[[articles]]\nfind = "无此文"\ndrop = true\n'},
            Concern.CORRECTION,
            "03.txt",
            "没有标题为“无此文”的文章",
            id="corrections of an article that is gone",
        ),
        case(
            {"03.txt": HEAD + SOUND.replace("3 月 6 日", "近日").replace("3 月 8 日", "日前")},
            Concern.UNDATED,
            "03.txt",
            "2 篇中有 2 篇没有日期",
            id="no article has a date",
        ),
        case(
            {"03.txt": HEAD + "科普\n\n内容略。\n\n" + SOUND},
            Concern.CUT,
            "03.txt《科普》",
            "标题很短；正文很短",
            id="a title of two characters with hardly a text",
        ),
    ],
)
def test_finding_names_the_thing_and_the_remedy(
    tmp_path: Path, files: dict[str, str], kind: Concern, subject: str, message: str
) -> None:
    (finding,) = findings(tmp_path, files)
    assert (finding.kind, finding.subject) == (kind, subject)
    assert message in finding.message
    assert finding.remedy


def test_doubtful_cut_that_was_looked_at_is_not_listed_again(tmp_path: Path) -> None:
    right = '[[articles]]\nfind = "科普"\ntitle = "科普"\n'
    files = {"03.txt": HEAD + "科普\n\n内容略。\n\n" + SOUND, "03.txt.toml": right}
    assert findings(tmp_path, files) == []


def test_frequent_unknown_and_unresolved_names_are_candidates_for_the_table(tmp_path: Path) -> None:
    parts = [
        f"第{at}次科普活动举办\n\n3 月 {at} 日，云科微光工作坊举办科普活动，居民到场参观学习。\n\n"
        for at in range(1, 7)
    ]
    kinds = {finding.kind for finding in findings(tmp_path, {"03.txt": HEAD + "".join(parts)})}
    assert kinds <= {Concern.UNKNOWN_ORGANIZATION, Concern.UNSIGNED}
