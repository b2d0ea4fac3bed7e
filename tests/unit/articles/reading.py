"""Text files read as the product reads them, without the catalogue."""

from pathlib import Path

from indexer.articles import read_bulletin
from indexer.extract.clean import clean
from indexer.models import Bulletin, Knowledge, OrganizationEntry, Page

ROOT = Path(__file__).resolve().parents[3]
BEIJING = OrganizationEntry("北京市科协", ("北京市科学技术协会", "北京科协"), ("市科协",))


def read_file(path: Path) -> Bulletin:
    """The bulletin in a text file of either usual encoding."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    return read_text(text, path.name)


def read_text(text: str, source: str = "test.txt") -> Bulletin:
    """The bulletin in a text; form feeds divide its pages."""
    pages = text.replace("\r\n", "\n").split("\f")
    document = clean([Page(number, page) for number, page in enumerate(pages, 1)], len(pages) > 1)
    return read_bulletin(document, source, Knowledge((BEIJING,)))
