"""The settings: how somebody wants to see the pages, kept in a cookie and nowhere else."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from flask import Blueprint, Flask, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from webui import urls
from webui.language import N_, PARAMETER, TAGS, _, the_language
from webui.look import COOKIE, VISIT, Look, Wish, the_look
from webui.presenters.form import Choosable, empty_form

A_YEAR = 365 * 24 * 3600
LONGEST_BACK = 2_000
LANGUAGES = {"zh": "中文", "en": "English"}
THEMES = {"auto": N_("自动"), "light": N_("浅色"), "dark": N_("深色"), "contrast": N_("高对比")}
SIZES = {"m": N_("标准"), "l": N_("大"), "xl": N_("特大")}
KEYS = {"on": N_("开"), "off": N_("关")}
VISITS = {"on": N_("记"), "off": N_("不记")}
# What may be chosen, by the names of parameters.
NAMES = ("theme", "size", "keys", "visits", "lang")

looks = Blueprint("looks", __name__)


@dataclass(frozen=True, slots=True)
class Group:
    """One thing that can be chosen, by the name of its parameter."""

    name: str
    legend: str
    items: tuple[Choosable, ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """The way to the other language: its name in itself, its tag, and where it is chosen."""

    label: str
    tag: str
    href: str


def wear_looks(app: Flask) -> None:
    """Let templates ask for the look, and keep pages of one look from readers of another."""
    app.jinja_env.globals |= {"the_look": the_look, "other_language": other_language}
    app.after_request(_vary)


def other_language() -> Switch:
    """The switch on this page, which leads back to it; this page does not ask for a language."""
    language = "zh" if the_language() == "en" else "en"
    asked = [pair for pair in request.args.items(multi=True) if pair[0] != PARAMETER]
    back = f"{quote(request.path)}?{urlencode(asked)}".rstrip("?")
    if len(back) > LONGEST_BACK:
        back = quote(request.path)
    return Switch(LANGUAGES[language], TAGS[language], urls.language(language, back))


@looks.get("/prefs")
def prefs() -> AnyResponse | str:
    """The settings; with a choice in the address it is kept, and one is led back."""
    given = request.args
    if not any(name in given for name in (*NAMES, "clear")):
        groups = _groups(the_look())
        back = _own_path(given.get("back", ""))
        return render_template("prefs.html", form=empty_form(), groups=groups, back=back)
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        abort(403)
    response = redirect(_own_path(given.get("back", "")), 303)
    wish = Wish(*map(given.get, NAMES))
    look = Look() if "clear" in given else wish.over(the_look())
    _keep(response, look)
    if "clear" in given or look.visits == "off":
        response.delete_cookie(VISIT, httponly=True, samesite="Lax")
    return response


def _keep(response: AnyResponse, look: Look) -> None:
    if look == Look():
        response.delete_cookie(COOKIE, httponly=True, samesite="Lax")
        return
    response.set_cookie(
        COOKIE, look.cookie, A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure
    )


def _own_path(address: str) -> str:
    """A path of this site, and no other address; the settings otherwise."""
    foreign = not address.startswith("/") or address.startswith(("//", "/\\"))
    return urls.prefs() if foreign or not address.isprintable() else address


def _groups(look: Look) -> tuple[Group, ...]:
    languages = (Choosable(*pair, pair[0] == the_language()) for pair in LANGUAGES.items())
    return (
        Group("lang", _("语言"), tuple(languages)),
        Group("theme", _("配色"), _choosable(THEMES, look.theme)),
        Group("size", _("字号"), _choosable(SIZES, look.size)),
        Group("keys", _("快捷键"), _choosable(KEYS, look.keys)),
        Group("visits", _("上次访问"), _choosable(VISITS, look.visits)),
    )


def _choosable(labels: dict[str, str], chosen: str) -> tuple[Choosable, ...]:
    return tuple(Choosable(value, _(label), value == chosen) for value, label in labels.items())


def _vary(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.vary.add("Cookie")
    return response
