"""A page of results is light: what is transferred for it, and in how many requests."""

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
LARGEST = 60 * 1024
REQUESTS = 4


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/search?q=科普", id="a page of twenty hits"),
        pytest.param("/search?q=科普&org=青湖区科协&month=2023-01&to=2024&hl=en", id="in English"),
        pytest.param("/search?q=量子 讲座", id="nothing found"),
    ],
)
def test_a_result_takes_few_requests_and_little_text(open_page: Open, path: str) -> None:
    page = open_page("/help", script=True)
    addresses: set[str] = set()  # the icon of the page before may be asked for only now
    page.on("request", lambda request: addresses.add(request.url))
    answer = page.goto(path)
    page.wait_for_load_state("networkidle")
    assert answer
    assert len(answer.body()) <= LARGEST
    assert len(addresses) <= REQUESTS, addresses
    assert {address.split("/")[2] for address in addresses} == {page.url.split("/")[2]}
