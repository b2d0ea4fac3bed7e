"""A small archive to search: two bulletins, a file without text, and forty-five notes."""

import json
from collections.abc import Iterable
from pathlib import Path

CONFIG = """
[archive]
name = "云州科协简报检索"

[[organizations]]
name = "云州市科协"
aliases = ["云州市科学技术协会"]
short = ["市科协"]

[[organizations]]
name = "青湖区科协"

[[saved]]
slug = "kepu"
title = "科普在青湖"
query = "q=科普&org=青湖区科协"

[[saved]]
slug = "lecture"
title = "院士"
query = "院士"

[[saved]]
slug = "kepu"
title = "另一个科普"
query = "科普"

[[saved]]
slug = "wrong"
title = "哪个月"
query = "month=2023-13"
"""

DECEMBER = """云州科协简报
第 12 期
云州市科学技术协会办公室编        2023 年 12 月 25 日

【市科协动态】

科普日主场活动总结会召开

    12 月 21 日，云州市科协召开科普日主场活动总结会。会议由市科协副主席陈岚主持。
    会议指出，今年的科普日活动覆盖全市，参加公众超过 3.2 万人次。

科技工作者之家揭牌

    12 月 18 日，云州市科协科技工作者之家揭牌，为科技工作者提供交流与咨询服务。
\f
【区科协动态】

青湖区科协组织科普大集进山村

    12 月 15 日，青湖区科协组织科普大集走进山村。农技专家现场讲解果树越冬管理。
    村民们表示，科普大集把知识送到了家门口。
"""

JANUARY = """云州科协简报
第 1 期
云州市科学技术协会办公室编        2024 年 1 月 10 日

【区科协动态】

青湖区科协慰问院士专家

    1 月 6 日，青湖区科协走访慰问院士专家工作站，听取对科普工作的建议。

【学会之窗】

石桥区科协举办冬令营

    1 月 8 日，石桥区科协举办青少年人工智能冬令营，四十名学生参加编程比赛。
"""


def make_archive(folder: Path) -> Path:
    """The archive's config.toml; nothing is indexed yet."""
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "2023-12.txt").write_text(DECEMBER, encoding="utf-8")
    (corpus / "2024-01.txt").write_text(JANUARY, encoding="utf-8")
    (corpus / "empty.txt").write_text("", encoding="utf-8")
    write_notes(corpus / "notes.jsonl", map(note, range(45)))
    return write_config(folder)


def write_config(folder: Path) -> Path:
    """A config.toml beside a corpus folder."""
    config = folder / "config.toml"
    config.write_text(CONFIG, encoding="utf-8")
    return config


def write_notes(path: Path, notes: Iterable[dict[str, object]]) -> None:
    """A source of ready articles."""
    lines = (json.dumps(one, ensure_ascii=False) for one in notes)
    path.write_text("\n".join(lines), encoding="utf-8")


def note(number: int) -> dict[str, object]:
    """A ready article: two organisations in turn, the months of 2022, every ninth undated."""
    dated = {} if number % 9 == 0 else {"date": f"2022-{number % 12 + 1:02d}-15"}
    return {
        "id": f"note.{number}",
        "title": f"简讯第{number}号",
        "text": f"各单位开展竞赛活动，编号为{number}。",
        "section": "简讯",
        "organizations": [("云州市科协", "青湖区科协")[number % 2]],
        "persons": ["陈岚"] if number % 5 == 0 else [],
        **dated,
    }
