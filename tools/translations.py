"""The English catalogue: new texts are added to it, gone ones removed, and it is compiled.

    python -m tools.translations           brings it up to date
    python -m tools.translations --check   changes nothing; fails if something would change

Either says which texts have no English yet.
"""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog, Message, extract, mofile, pofile

ROOM = Path(__file__).resolve().parent.parent / "webui"
FOLDER = ROOM / "translations" / "en" / "LC_MESSAGES"
PO, MO = FOLDER / "webui.po", FOLDER / "webui.mo"
# What is called with a text of a page; counted says a text of one or of many.
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "counted": (1, 1)}
METHODS = [("**.py", "python"), ("templates/**", "jinja2")]
OPTIONS = {"templates/**": {"encoding": "utf-8", "silent": "false"}}
HEADER = (
    "# 英文界面的文字；make translations 补入新的，译好后再运行一次。 The English of the pages.\n"
)


def main(arguments: list[str]) -> int:
    """Brings the catalogue up to date, or checks that it is; 0 if nothing is left to do."""
    catalog = updated()
    written = as_po(catalog), as_mo(catalog)
    missing = sorted(str(_first(message)) for message in catalog if untold(message))
    for text in missing:
        print(f"没有英文 without English: {text}")
    if "--check" in arguments:
        stale = written != (PO.read_bytes(), MO.read_bytes())
        return int(stale or bool(missing))
    PO.write_bytes(written[0])
    MO.write_bytes(written[1])
    return int(bool(missing))


def updated() -> Catalog:
    """The catalogue as it stands in the file, with the texts of today."""
    with PO.open("rb") as file:
        catalog = pofile.read_po(file, locale="en", domain="webui")
    catalog.update(template(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def template() -> Catalog:
    """Every text of the pages, with the files it stands in."""
    catalog = Catalog(domain="webui", fuzzy=False)
    for file, _, text, _, context in extract.extract_from_dir(
        str(ROOM), METHODS, OPTIONS, keywords=KEYWORDS
    ):
        catalog.add(text, locations=[(f"webui/{file}", 0)], context=context)
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """The file people edit; without moments and numbers of lines, which differ for no reason."""
    catalog.header_comment = HEADER.strip()
    file = io.BytesIO()
    pofile.write_po(file, catalog, width=100, omit_header=False, sort_output=True)
    return b"".join(_lasting(file.getvalue()))


def as_mo(catalog: Catalog) -> bytes:
    """The file the program reads."""
    written = pofile.read_po(io.BytesIO(as_po(catalog)), locale="en", domain="webui")
    # Some moment has to stand in its header.
    written.creation_date = written.revision_date = datetime.fromtimestamp(0, UTC)
    file = io.BytesIO()
    mofile.write_mo(file, written)
    return file.getvalue()


def untold(message: Message) -> bool:
    """Whether a text, or one of its plural forms, has no English."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return bool(message.id) and not all(forms)


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _lasting(written: bytes) -> Iterator[bytes]:
    needless = (
        *(b'"Project-Id-Version', b'"Report-Msgid-Bugs-To', b'"POT-Creation-Date'),
        *(b'"PO-Revision-Date', b'"Last-Translator', b'"Language-Team', b'"Generated-By'),
    )
    for line in written.splitlines(keepends=True):
        if not line.startswith(needless):
            yield line


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
