"""The colours of the stylesheet, by the arithmetic of WCAG 2.2."""

import re
from pathlib import Path

import pytest

import webui

STYLE = Path(webui.__file__).with_name("static") / "style.css"
LONGEST = 9 * 1024
# The text colours of each theme and the ground they stand on; 4.5 is asked of text, 3 of edges.
PAIRS = [
    ("text", "page", 4.5),
    ("text", "soft", 4.5),
    ("muted", "page", 4.5),
    ("muted", "soft", 4.5),
    ("link", "page", 4.5),
    ("link", "soft", 4.5),
    ("visited", "page", 4.5),
    ("error", "page", 4.5),
    ("error", "soft", 4.5),
    ("on-link", "link", 4.5),
    ("mark-text", "mark", 4.5),
    ("edge", "page", 3),
    ("bar", "page", 3),
    ("edge", "soft", 3),
]


def themes() -> dict[str, dict[str, str]]:
    """The variables of the light, dark and high-contrast theme, the first three blocks."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.DOTALL)
    named = zip(("light", "dark", "contrast"), blocks, strict=False)
    return {name: dict(re.findall(r"--([\w-]+): (#\w+)", block)) for name, block in named}


def luminance(colour: str) -> float:
    """The relative luminance of #rgb or #rrggbb."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_can_be_told_apart(theme: str, front: str, ground: str, least: float) -> None:
    colours = themes()[theme]
    assert contrast(colours[front], colours[ground]) >= least


@pytest.mark.parametrize(
    ("name", "longest"),
    [
        *(("style.css", LONGEST), ("reading.css", LONGEST), ("look.css", LONGEST)),
        *(("app.js", 8 * 1024), ("own.js", 2 * 1024)),
    ],
)
def test_what_pages_load_is_small_and_loads_nothing_itself(name: str, longest: int) -> None:
    text = STYLE.with_name(name).read_text(encoding="utf-8")
    assert len(text.encode()) <= longest
    assert "url(" not in text
    assert "@import" not in text
    assert "://" not in text


@pytest.mark.parametrize("name", ["app.js", "own.js"])
def test_a_script_holds_no_sentence_for_readers(name: str) -> None:
    text = STYLE.with_name(name).read_text(encoding="utf-8")
    assert set(re.findall("[\u4e00-\u9fff]+", text)) == set()


def test_chosen_themes_have_the_colours_of_the_stylesheet() -> None:
    text = STYLE.with_name("look.css").read_text(encoding="utf-8")
    for name, colours in themes().items():
        (block,) = re.findall(rf"\[data-theme={name}\] \{{(.*?)\}}", text, re.DOTALL)
        assert dict(re.findall(r"--([\w-]+): (#\w+)", block)) == colours
