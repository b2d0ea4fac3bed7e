"""The article of a web page: its title, its paragraphs, its line of date and source.

It is read in a child of the sandbox: html.parser needs quadratic time for some markup that was
made to hurt (CVE-2025-6069, in all Pythons before 3.11.14).
"""

import codecs
import re
from typing import BinaryIO

from indexer.extract.markup import web_page
from indexer.extract.prose import article_lines
from indexer.extract.quality import is_garbled
from indexer.extract.sandbox import endings
from indexer.extract.text import decoded
from indexer.models import Extraction, Limits, Page, Status

_REMEDY = "请在浏览器中打开，把正文复制到文本文件（.txt）后放入"
_HEAD = 4096  # bytes within which a page names its encoding
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# The encodings of Chinese pages, by the codecs that read all of them; Latin ones are not believed.
_CODECS = {
    "utf-8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
}
_LOST = 0.02  # more characters than this share lost in decoding: it is another encoding


def read(file: BinaryIO, limits: Limits) -> Extraction:
    """The article as one page, its lines with empty ones between, or why there is none."""
    data = file.read((limits.text_mb << 20) + 1)
    if len(data) > limits.text_mb << 20:
        return endings.too_much_text(limits)
    markup = _decoded(data)
    if markup is None:
        return Extraction(Status.GARBLED, f"编码无法识别，读不出文字；{_REMEDY}")
    lines = article_lines(web_page(markup))
    if not lines:
        return Extraction(Status.EMPTY, f"网页中没有正文（可能由脚本生成，或只有链接）；{_REMEDY}")
    text = "\n\n".join(lines)
    if is_garbled(text):
        return Extraction(Status.GARBLED, f"文字是乱码，无法检索；{_REMEDY}")
    return Extraction(Status.OK, pages=(Page(1, text),), paged=False)


def _decoded(data: bytes) -> str | None:
    """The markup: UTF-8 if it can be, else as the page says, else as a plain text.

    The page is not asked first: saved anew it often goes on naming its old encoding. A stray
    byte costs a character, not the page.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decoded(data)
    named = _CHARSET.search(data[:_HEAD])
    codec = _CODECS.get(named[1].decode("ascii", "replace").lower(), "utf-8") if named else "utf-8"
    for encoding in ("utf-8", codec):
        markup = data.removeprefix(codecs.BOM_UTF8).decode(encoding, "replace")
        beyond_ascii = len(markup) - len(markup.encode("ascii", "ignore"))
        if markup.count("\ufffd") <= _LOST * beyond_ascii:
            return markup
    return decoded(data)
