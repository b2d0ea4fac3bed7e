"""Draws the sample bulletins of an invented association, and writes what should be read in them.

    python -m tools.make_corpus            makes corpus/*.pdf and tests/golden/*.json
    python -m tools.make_corpus --font F   with another TrueType font

The texts, and what should be read in them, stand in tools/corpus/texts.

Needs the dependency group ``corpus`` and, for the same bytes on every run, HanaMinA (花园明朝),
whose outlines are embedded: Debian's package fonts-hanazono. It is free to use, copy and modify,
under the Hanazono Font License or the SIL Open Font License 1.1, both of which allow embedding.
"""

import argparse
import sys
from pathlib import Path

from tools.corpus.draw import drawn, measured, use_font
from tools.corpus.golden import golden
from tools.corpus.issue import load
from tools.corpus.layout import first_pages, pages
from tools.corpus.scan import scanned

ROOT = Path(__file__).resolve().parent.parent
FONT = Path("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf")


def main() -> None:
    """Writes every issue anew."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--font", type=Path, default=FONT)
    font = parser.parse_args().font
    if not font.exists():
        sys.exit(f"no font at {font}; install fonts-hanazono, or name a TrueType font with --font")
    use_font(font)
    for path in sorted((ROOT / "tools" / "corpus" / "texts").glob("*.toml")):
        make(path)


def make(path: Path) -> None:
    """Writes the PDF of one issue and, unless it is a scan, its labels."""
    issue = load(path)
    laid_out = pages(issue, measured)
    document = drawn(issue, laid_out)
    if issue.look.scanned:
        document = scanned(document)
    else:
        labels = golden(issue, first_pages(laid_out))
        (ROOT / "tests" / "golden" / f"{path.stem}.json").write_text(labels, encoding="utf-8")
    (ROOT / "corpus" / f"{path.stem}.pdf").write_bytes(document)


if __name__ == "__main__":
    main()
