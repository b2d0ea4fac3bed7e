"""The addresses for programs: what each asks for, and what it gives."""

from dataclasses import dataclass

JSON = "application/json"
OFFICE = "application/vnd.openxmlformats-officedocument"
CONDITIONS = (
    *("q", "in", "match", "refine", "expand", "recency", "org", "person", "section"),
    *("not_org", "not_person", "not_section", "orgrole", "sub", "issue", "month", "from", "to"),
    *("within", "basis", "since", "dup"),
)
RESULT = (*CONDITIONS, "sort", "page", "n")
LANGUAGE = "hl"  # every address answers in either language
ASKED = (400, 404, 414, 503)


@dataclass(frozen=True, slots=True)
class Operation:
    """One address, always by GET; ``schema`` is empty for what is no JSON.

    ``failures`` are the statuses that are answered with a problem document.
    """

    path: str
    name: str
    summary: str
    parameters: tuple[str, ...] = ()
    media: str = JSON
    schema: str = ""
    failures: tuple[int, ...] = ()


OPERATIONS = (
    Operation("/search.json", "search", "检索结果的一页", RESULT, schema="Search", failures=ASKED),
    Operation("/search.csv", "searchCsv", "表格，至多 5,000 行", RESULT, "text/csv", "", ASKED),
    Operation(
        "/search.xlsx",
        "searchXlsx",
        "Excel 表，至多 5,000 行",
        RESULT,
        f"{OFFICE}.spreadsheetml.sheet",
        failures=ASKED,
    ),
    Operation(
        "/search.md",
        "searchMarkdown",
        "摘编，至多 500 篇",
        (*RESULT, "group"),
        "text/markdown",
        failures=ASKED,
    ),
    Operation(
        "/search.docx",
        "searchDocx",
        "Word 摘编，至多 500 篇",
        (*RESULT, "group"),
        f"{OFFICE}.wordprocessingml.document",
        failures=ASKED,
    ),
    Operation(
        "/search.atom",
        "searchAtom",
        "订阅，按入库先后，每页 50 篇",
        (*CONDITIONS, "page"),
        "application/atom+xml",
        failures=ASKED,
    ),
    Operation(
        "/facet/{facet}.json",
        "facet",
        "一项的全部取值和篇数",
        ("facet", *CONDITIONS),
        schema="FacetList",
        failures=ASKED,
    ),
    Operation(
        "/article/{article_id}.json",
        "article",
        "一篇文章，命中处标出",
        ("article_id", *CONDITIONS),
        schema="Article",
        failures=(*ASKED, 410),
    ),
    Operation(
        "/article/{article_id}.txt",
        "articleText",
        "一篇文章的纯文字",
        ("article_id",),
        "text/plain",
        failures=(404, 410, 503),
    ),
    Operation(
        "/why.json",
        "why",
        "一篇文章为何命中或没有命中",
        ("id", *CONDITIONS),
        schema="Why",
        failures=ASKED,
    ),
    Operation(
        "/suggest",
        "suggest",
        "检索建议（OpenSearch 格式）",
        ("typed",),
        "application/x-suggestions+json",
        "Suggestions",
        (503,),
    ),
    Operation("/status.json", "status", "资料与索引状态", schema="Status", failures=(503,)),
    Operation("/api/openapi.json", "openapi", "本说明"),
)
