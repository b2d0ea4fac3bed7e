import json
from pathlib import Path

import pytest

from indexer.extract import extract
from indexer.models import Limits, Status

ROOT = Path(__file__).parents[3]
ISSUES = sorted((ROOT / "tests" / "golden").glob("yunzhou-*.json"))


@pytest.mark.parametrize("golden", ISSUES, ids=lambda path: path.stem)
def test_each_article_of_a_sample_stands_on_its_page(golden: Path) -> None:
    extraction = extract(ROOT / "corpus" / f"{golden.stem}.pdf", Limits())
    assert (extraction.status, extraction.warnings) == (Status.OK, ())
    pages = {page.number: "".join(page.text.split()) for page in extraction.pages}
    whole = "".join(pages.values())
    for article in json.loads(golden.read_text(encoding="utf-8"))["articles"]:
        assert "".join(article["title"].split()) in pages[article["page"]]
        assert article["first_sentence"][:20] in whole
        assert article["last_sentence"][-20:].replace("　", "") in whole


def test_the_scanned_sample_is_known_for_a_scan() -> None:
    extraction = extract(ROOT / "corpus" / "yunzhou-kexie-2023-11.pdf", Limits(ocr=False))
    assert extraction.status is Status.SCANNED


def test_there_are_samples() -> None:
    assert len(ISSUES) == 5
