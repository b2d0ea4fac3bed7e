import codecs
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.extract import extract
from indexer.models import Extraction, Limits, Status

Read = Callable[..., Extraction]
FIRST = "3月12日，云州市科协召开院士专家工作站座谈会，市科协党组书记傅明远出席并讲话。"
SECOND = "会议听取了各区县科协全年工作情况的汇报，30余人参加。"
TITLE = "云州市科协召开院士专家座谈会"
SITE = "云州市科学技术协会"
DATED = "发布时间：2024-03-15 来源：云州市科协"
MENU = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("首页", "要闻", "通知公告"))
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(markup: str | bytes, text_mb: int = 1) -> Extraction:
        path = tmp_path / "news.html"
        path.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
        return extract(path, Limits(text_mb=text_mb, wall_seconds=5))

    return read


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def titled(title: str = TITLE) -> str:
    return f"<title>{title}</title>"


def test_an_article_is_left_of_a_page(read: Read) -> None:
    extraction = read(
        page(
            f"<form id=aspnet><div class=top><h1><a href=/>{SITE}</a></h1><ul>{MENU}</ul></div>"
            "<div>您现在的位置：<a href=/>首页</a> > 要闻</div>"
            f"<div class=wrap><div class=main><h2>{TITLE}</h2>"
            "<div><span>发布时间：2024-03-15</span> <span>来源：云州市科协</span> 浏览次数：12"
            "【字号：大 中 小】</div>"
            f"<div class=content>{BODY}</div><div>上一篇：<a href=1>科普日活动启动</a></div></div>"
            f"<div class=side><h3>热点</h3><ul>{MENU}</ul></div></div><script>var 甲 = 1</script>"
            f"<div>版权所有：{SITE}　地址：云州市东湖路1号　京ICP备1号</div></form>",
            titled(f"{TITLE}-{SITE}"),
        )
    )
    assert extraction.status is Status.OK
    assert extraction.pages[0].text.split("\n\n") == [TITLE, FIRST, SECOND, DATED]
    assert not extraction.paged


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(
            page(f"<h1>{TITLE}</h1><article>{BODY}</article><div>{FIRST * 5}</div>"),
            id="the only article element is the article",
        ),
        pytest.param(
            page(f"<article><header><h1>{TITLE}</h1></header>{BODY}</article>"),
            id="the header of an article is no running head",
        ),
        pytest.param(
            page(f"<main><div><h1>{TITLE}</h1>{BODY}</div><ul>{MENU}</ul></main>{FIRST * 5}"),
            id="the main element holds it",
        ),
        pytest.param(
            page(
                f"<table><tr><td>{MENU}<td><table><tr><td><p>{FIRST}<br>{SECOND}</table></table>",
                titled(),
            ),
            id="tables make the layout, and nobody closes cells",
        ),
        pytest.param(
            page(f"<div><div>{FIRST}</div><div>{SECOND}</div></div>", titled(f"{TITLE}_{SITE}")),
            id="each paragraph has a box of its own",
        ),
        pytest.param(
            page(f"<h1>{TITLE}</h1><div>{BODY}</div>", titled(SITE)),
            id="every page of the site has the same title",
        ),
        pytest.param(
            page(f"<div>{BODY}</div>", titled(SITE) + f"<meta name=ArticleTitle content={TITLE}>"),
            id="the head names the title",
        ),
        pytest.param(
            page(f"<div>{FIRST[:20]}\n  {FIRST[20:]}<hr>&#20250;{SECOND[1:]}</div>", titled()),
            id="broken lines are joined, references resolved",
        ),
        pytest.param(
            page(f"<div>{BODY}<p hidden>草稿</p><p style='display: none'>草稿</p></div>", titled()),
            id="what nobody sees is not read",
        ),
        pytest.param(
            page(f"<div></span></div></p><zoom><p>{FIRST}<p>{SECOND}", titled()),
            id="wrong nesting and unknown elements",
        ),
    ],
)
def test_title_and_paragraphs_are_found_wherever_they_stand(read: Read, markup: str) -> None:
    extraction = read(markup)
    assert extraction.status is Status.OK, extraction.reason
    assert extraction.pages[0].text.split("\n\n") == [TITLE, FIRST, SECOND]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        pytest.param(f"<p>{DATED}</p><div>{BODY}</div>", "", id="above the body"),
        pytest.param(f"<div>{BODY}<p>{DATED}　点击：3</p></div>", "", id="in it"),
        pytest.param(f"<div>{BODY}</div><p>{DATED}", "", id="below it"),
        pytest.param(
            f"<div>{BODY}</div>",
            "<meta name=PubDate content=2024-03-15><meta name=ContentSource content=云州市科协>",
            id="only in the head",
        ),
    ],
)
def test_date_and_source_stand_last(read: Read, body: str, head: str) -> None:
    lines = read(page(body, head + titled())).pages[0].text.split("\n\n")
    assert lines == [TITLE, FIRST, SECOND, DATED]


@pytest.mark.parametrize(
    ("encoding", "mark", "named"),
    [
        pytest.param("utf-8", b"", "", id="UTF-8 that nobody names"),
        pytest.param("utf-8", codecs.BOM_UTF8, "", id="UTF-8 with a mark"),
        pytest.param("utf-8", b"", "gb2312", id="UTF-8 under an old name"),
        pytest.param("utf-16-le", codecs.BOM_UTF16_LE, "", id="UTF-16 with a mark"),
        pytest.param("gb18030", b"", "", id="GB18030 that nobody names"),
        pytest.param("gb18030", b"", "gb2312", id="GB18030 under its first name"),
        pytest.param("gb18030", b"", "iso-8859-1", id="GB18030 under a Latin name"),
        pytest.param("big5", b"", "Big5", id="Big5"),
    ],
)
def test_a_page_is_read_in_its_encoding(read: Read, encoding: str, mark: bytes, named: str) -> None:
    text = "協會召開座談會" if encoding == "big5" else FIRST
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={named}">' if named else ""
    extraction = read(mark + page(f"<p>{text}</p>", head).encode(encoding))
    assert [sheet.text for sheet in extraction.pages] == [text], extraction.reason


def test_a_stray_byte_costs_a_character_and_not_the_page(read: Read) -> None:
    markup = page(f"<p>{FIRST}</p><p>{SECOND}</p>").encode()
    assert SECOND in read(markup.replace("日".encode(), b"\xe6", 1)).pages[0].text


@pytest.mark.parametrize(
    ("markup", "status", "said"),
    [
        pytest.param("", Status.EMPTY, "没有正文", id="no bytes"),
        pytest.param(
            page("<div id=app></div>", titled()), Status.EMPTY, "脚本", id="only a script"
        ),
        pytest.param(page(f"<ul>{MENU}</ul>"), Status.EMPTY, "链接", id="only links"),
        pytest.param(page("\ue001\ue002\ue003" * 9), Status.GARBLED, "乱码", id="private use"),
        pytest.param("<p>协" + "a" * (1 << 20), Status.TOO_COSTLY, "1 MB", id="too much text"),
    ],
)
def test_what_is_no_article_says_why(read: Read, markup: str, status: Status, said: str) -> None:
    extraction = read(markup)
    assert (extraction.status, extraction.pages) == (status, ())
    assert said in extraction.reason


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * 200_000 + FIRST, id="boxes in boxes"),
        pytest.param("<b><a href=1>" * 80_000 + FIRST, id="links in links"),
        pytest.param("<div>" * 50_000 + "</p></span>" * 70_000 + FIRST, id="ends of nothing"),
        pytest.param("<p>" + " [" * 400_000, id="brackets"),
    ],
)
def test_hostile_markup_takes_linear_time(read: Read, markup: str) -> None:
    start = time.monotonic()
    assert read(markup, text_mb=2).status in (Status.OK, Status.EMPTY)
    assert time.monotonic() - start < 4
