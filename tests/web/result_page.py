"""What a test asks of a page of results."""

from tests.web.html_page import Page


def labels(page: Page, facet: str) -> list[str]:
    """The names of the boxes of one facet, in order: 青湖区科协 3 篇."""
    boxes = [at for at, e in enumerate(page.elements) if e.attributes.get("name") == facet]
    return [page.elements[at - 1].text for at in boxes]


def titles(page: Page) -> list[str]:
    """The titles of the hits, in order."""
    return [hit.text for hit in page.all("h3") if hit.text not in ("已选条件", "还可以试试")]


def total(page: Page) -> str:
    """The heading of the results: 找到 3 篇."""
    return page.one("h2", id="results-heading").text


def marked(page: Page) -> set[str]:
    """The words that are marked."""
    return {mark.text for mark in page.all("mark")}


def months(page: Page) -> list[str]:
    """The months that can be chosen, the last year first, as they are read out."""
    links = [a.attributes.get("aria-label", "") for a in page.all("a")]
    return [name for name in links if "月，" in name]
