"""Two languages: every text is written in Chinese, and said in the language of whoever asks.

    _("第%(page)s页", page=3)   第3页, or p. 3
    counted("%(num)s 篇", 1200)   1,200 篇, or 1,200 articles; with 1 it is 1 article
    N_("单位")   the text itself, to be said later by _

The text is its own key in the catalogue, so Chinese needs none and can never be missing. What the
archive holds stays in its own language, and is marked as Chinese on English pages.
"""

import re
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from flask import Flask, current_app, g, has_request_context, request
from jinja2 import Environment
from markupsafe import Markup, escape

from webui.archive import the_library
from webui.look import LANGUAGES, the_look

KEY = "bulletin-languages"
CHINESE, ENGLISH = LANGUAGES
TAGS = {CHINESE: "zh-Hans", ENGLISH: "en"}  # as BCP 47 has it
PARAMETER = "hl"
CATALOG = Path(__file__).parent / "translations" / "en" / "LC_MESSAGES" / "webui.mo"
_SIGN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# From the first Chinese sign to the last one with no Latin letter between: 《工作动态》2023年第3期.
_CHINESE = re.compile(f"[{_SIGN}](?:[^A-Za-z]*[{_SIGN}])?")


def keep_languages(app: Flask) -> None:
    """Let templates and presenters speak both languages."""
    with CATALOG.open("rb") as catalog:
        english = GNUTranslations(catalog)
    app.extensions[KEY] = english
    environment: Environment = app.jinja_env
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # of the extension
        _said, lambda one, many, number: _said_of(one, number), newstyle=True
    )
    environment.filters["parts"] = parts
    environment.globals |= {
        **{"the_language": the_language, "the_tag": the_tag, "zh": zh, "counted": counted}
    }


def the_language() -> str:
    """The language of this answer: as the address says, else as was chosen, else as configured.

    Chinese where nobody asks.
    """
    if not has_request_context():
        return CHINESE
    language: str | None = g.get("language")
    if language is None:
        asked = request.args.get(PARAMETER, "")
        chosen = asked if asked in LANGUAGES else the_look().language
        g.language = language = chosen or the_library().config.web.default_language
    return language


def the_tag() -> str:
    """The language of this answer as pages declare it: zh-Hans, en."""
    return TAGS[the_language()]


def _(text: str, /, **values: object) -> str:
    """A text in the language of this answer, with values in the places of their names."""
    return _said(text) % values


def counted(text: str, number: int, /, **values: object) -> str:
    """A text about so many of something; ``num`` in it is the number with commas."""
    told = {"num": f"{number:,}", **values}
    return _said_of(text, number) % told


def N_(text: str) -> str:
    """A text that is said later, found by whoever collects texts for the catalogue."""
    return text


def zh() -> Markup:
    """The attribute of an element that holds words of the archive: nothing on a Chinese page."""
    chinese = the_language() == CHINESE
    return Markup("" if chinese else f' lang="{TAGS[CHINESE]}"')


def parts(text: str) -> str:
    """A text that may hold words of the archive, which an English page marks as Chinese."""
    if the_language() == CHINESE:
        return text
    marked = _CHINESE.sub(_marked, str(escape(text)))
    return Markup(marked)  # escaped above


def _marked(found: re.Match[str]) -> str:
    return f'<span lang="{TAGS[CHINESE]}">{found[0]}</span>'


def _said(text: str) -> str:
    return text if the_language() == CHINESE else _english().gettext(text)


def _said_of(text: str, number: int) -> str:
    """Chinese has one form for one and for many."""
    return text if the_language() == CHINESE else _english().ngettext(text, text, number)


def _english() -> NullTranslations:
    catalog: NullTranslations = current_app.extensions[KEY]
    return catalog
