"""The English catalogue: whole, certain, compiled, and the only place where texts come from."""

import io
import re
from pathlib import Path

import pytest
from babel.messages import Catalog, Message, mofile, pofile

import webui
from tools import translations

ROOM = Path(webui.__file__).parent
HAN = re.compile("[\u3400-\u9fff]+")
PLACE = re.compile(r"%\(\w+\)s|%%")
TAG = re.compile(r"</?\w+[^>]*>")
# What the library, or whoever writes questions, is to understand; not what a reader is shown.
NO_TEXTS = ("webui/openapi/", "webui/server.py")
CALLS = re.compile(r"""\b(?:_|N_|counted)\(\s*((?:"[^"]*"\s*|'[^']*'\s*)+)""")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return pofile.read_po(io.BytesIO(translations.PO.read_bytes()), locale="en", domain="webui")


def told(message: Message) -> list[tuple[str, str]]:
    """Each text of a message with its English."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return list(zip(ids, strings, strict=True))


def test_every_text_has_its_english_and_none_is_a_guess(catalog: Catalog) -> None:
    texts = [message for message in catalog if message.id]
    assert len(texts) > 400
    assert [message.id for message in texts if message.fuzzy or translations.untold(message)] == []
    assert catalog.obsolete == {}


def test_the_catalogue_has_the_texts_of_today(catalog: Catalog) -> None:
    there, used = ({str(m.id) for m in one} for one in (catalog, translations.template()))
    assert there ^ used == set(), "run make translations"


def test_the_program_reads_what_people_edit(catalog: Catalog) -> None:
    with translations.MO.open("rb") as file:
        compiled = mofile.read_mo(file)
    assert list(map(told, _texts(compiled))) == list(map(told, _texts(catalog)))
    assert translations.main(["--check"]) == 0, "run make translations"


def test_both_sides_have_the_same_places_and_elements(catalog: Catalog) -> None:
    for message in catalog:
        for chinese, english in told(message) if message.id else ():
            assert sorted(PLACE.findall(chinese)) == sorted(PLACE.findall(english)), chinese
            assert set(TAG.findall(chinese)) == set(TAG.findall(english)), chinese


def test_english_is_written_without_chinese_signs(catalog: Catalog) -> None:
    """Curled quotation marks too: a Chinese typeface makes them as wide as a Chinese sign."""
    signs = re.compile("[\u2018-\u201d\u3000-\u303f\uff00-\uffef\u3400-\u9fff]")
    found = [english for m in catalog if m.id for _, english in told(m) if signs.search(english)]
    assert found == [english for english in found if "科普日" in english]  # an example to type


@pytest.mark.parametrize("path", sorted((ROOM / "templates").iterdir()), ids=lambda path: path.name)
def test_templates_have_no_text_outside_the_catalogue(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    marked = re.sub(r"{%-?\s*trans\b.*?endtrans\s*-?%}", "", text, flags=re.DOTALL)
    assert HAN.findall(CALLS.sub("", marked)) == []


def test_the_program_has_no_text_outside_the_catalogue(catalog: Catalog) -> None:
    """Every Chinese string is in the catalogue, or is no text for readers."""
    known = "".join(str(message.id) for message in catalog)
    exceptions = {
        "webui/months.py",  # how months are typed, and printed
        "webui/state.py",  # the language of questions
        "webui/portraits.py",
        "webui/looks.py",  # 中文 is called so in both languages
        "webui/exports/as_docx.py",  # the name of a typeface
        "webui/presenters/hit.py",  # issues and citations are called as they are printed
        "webui/presenters/article.py",
        "webui/exports/digest.py",
    }
    for path in sorted(ROOM.rglob("*.py")):
        name = path.relative_to(ROOM.parent).as_posix()
        if name in exceptions or name.startswith(NO_TEXTS):
            continue
        code = re.sub(r'""".*?"""|#[^\n]*', "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        strings = re.findall(r'"([^"\n]*)"', code)
        lost = [text for text in strings if HAN.search(text) and text not in known]
        assert lost == [], f"{name}: {lost}"


def _texts(catalog: Catalog) -> list[Message]:
    return sorted((message for message in catalog if message.id), key=lambda one: told(one)[0])
