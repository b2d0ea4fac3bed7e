"""The archive of the exam: 21 articles in two issues, the texts as a reader would have them."""

from dataclasses import dataclass

from indexer.models import (
    Article,
    Bulletin,
    Issue,
    Knowledge,
    OrganizationEntry,
    Passage,
    ReadyArticle,
    SourceFile,
    SourceReading,
    SourceReport,
    Status,
)

BEIJING = Issue("工作简报", "第1期", "2024-01-05", "北京市科协")
QINGDAO = Issue("科协动态", "第1期", "2024-01-10", "青岛市科协")

KNOWLEDGE = Knowledge(
    organizations=(
        OrganizationEntry("中国科协", ("中国科学技术协会",)),
        OrganizationEntry("北京市科协", ("北京市科学技术协会", "北京科协"), ("市科协",)),
        OrganizationEntry("青岛市科协", ("青岛市科学技术协会",), ("市科协",)),
        OrganizationEntry("延庆区科协", short=("区科协",)),
        OrganizationEntry("石景山区科协", short=("区科协",)),
        OrganizationEntry("内蒙古自治区科协", ("内蒙古自治区科学技术协会",)),
    ),
    words=("科普日",),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One article: its issue is 京 (Beijing's) or 青 (Qingdao's)."""

    id: str
    issue: str
    title: str
    text: str
    date: str | None = None
    organizations: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()


ROWS = (
    Row(
        "a",
        "京",
        "科普日主场活动",
        "北京市科学技术协会党组书记出席全国科普日主场活动。",
        None,
        ("北京市科协",),
        ("北京市科协",),
    ),
    Row("b", "京", "常委会召开", "北京市科学技术协会召开常委会。", None, ("北京市科协",)),
    Row("c", "京", "座谈会", "市科协组织院士专家工作站座谈会。", None, ("北京市科协",)),
    Row(
        "d",
        "京",
        "进社区",
        "石景山区科协开展科普进社区活动。石景山区委、石景山区政府、石景山医院到石景山现场。",
        None,
        ("石景山区科协",),
    ),
    Row(
        "e",
        "京",
        "科技工作者日",
        "12 月 21 日，区科协举办科技工作者日活动。",
        "2023-12-21",
        ("延庆区科协",),
        ("延庆区科协",),
    ),
    Row("f", "京", "主办单位", "活动由北京科协主办。", None, ("北京市科协",)),
    Row("g", "青", "海洋科普", "市科协召开海洋科普座谈会。", None, ("青岛市科协",)),
    Row("h", "京", "街道讲座", "景山街道举办讲座。"),
    Row("i", "京", "出访交流", "學會代表團赴東京交流。"),
    Row("j", "京", "会议材料", "东京会议材料须保密。"),
    Row("k", "京", "立法调研", "调研科普法案，内容保密。"),
    Row("l", "京", "科普馆开馆", "累计参与２．５ 万人次。"),
    Row("m", "京", "理事会换届", "中国科协来函祝贺，1月5日换届。", "2024-01-05", ("中国科协",)),
    Row("n", "京", "例会", "11月5日召开例会，安装简单的设备待处理。", "2023-11-05"),
    Row("o", "京", "“双百”行动", "【区科协动态】“双百”行动启动。"),
    Row("p", "京", "全市大会", "北京市召开大会，各区科协参加。"),
    Row("q", "京", "两段", "一、繁荣科学\n技术协会换届"),
    Row(
        "r",
        "京",
        "北京市科协与内蒙古自治区科协座谈",
        "12月12日，双方座谈。",
        "2023-12-12",
        ("北京市科协", "内蒙古自治区科协"),
    ),
    Row("s", "京", "调研", "12家单位21日调研，为期一个月。"),
    Row("t", "京", "报告会", "中国科学技术协会举办报告会。", None, ("中国科协",)),
    Row("u", "京", "科技下乡", "山区学校迎来科技小分队。"),
)


def sources(rows: tuple[Row, ...] = ROWS) -> list[tuple[SourceFile, SourceReading]]:
    """The fixture as two sources that were read."""
    return [
        (SourceFile(f"{name}.jsonl", 1, 1, name), _reading(f"{name}.jsonl", issue, part))
        for name, issue in (("京", BEIJING), ("青", QINGDAO))
        if (part := [row for row in rows if row.issue == name])
    ]


def _reading(source: str, issue: Issue, rows: list[Row]) -> SourceReading:
    articles = tuple(
        Article(
            row.title,
            Passage(row.text),
            date=row.date,
            organizations=row.organizations,
            signers=row.signers,
        )
        for row in rows
    )
    ready = tuple(ReadyArticle(row.id, row.title, row.text) for row in rows)
    report = SourceReport(source, Status.OK, articles=len(rows))
    return SourceReading(report, Bulletin(issue, articles), ready)
