"""How somebody wants to see the pages: kept in a cookie of the visitor, and nowhere else."""

from dataclasses import dataclass, replace

from flask import Blueprint, Flask, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from webui import urls
from webui.presenters.form import Choosable, empty_form

COOKIE = "look"
VISIT = "visit"  # the cookie of webui.visits
A_YEAR = 365 * 24 * 3600
THEMES = {"auto": "自动", "light": "浅色", "dark": "深色", "contrast": "高对比"}
SIZES = {"m": "标准", "l": "大", "xl": "特大"}
KEYS = {"on": "开", "off": "关"}
VISITS = {"on": "记", "off": "不记"}

looks = Blueprint("looks", __name__)


@dataclass(frozen=True, slots=True)
class Look:
    """A key of THEMES, one of SIZES, and whether there are shortcuts, one of KEYS.

    ``visits``, one of VISITS, tells whether the last visit is remembered.
    """

    theme: str = "auto"
    size: str = "m"
    keys: str = "on"
    visits: str = "on"

    @property
    def is_usual(self) -> bool:
        """Whether nothing was chosen that the stylesheet does not do by itself."""
        return self.theme == "auto" and self.size == "m"

    def with_values(
        self, theme: str | None, size: str | None, keys: str | None, visits: str | None
    ) -> "Look":
        """The look with other values where they are known ones."""
        return replace(
            self,
            theme=theme if theme in THEMES else self.theme,
            size=size if size in SIZES else self.size,
            keys=keys if keys in KEYS else self.keys,
            visits=visits if visits in VISITS else self.visits,
        )


@dataclass(frozen=True, slots=True)
class Group:
    """One thing that can be chosen, by the name of its parameter."""

    name: str
    legend: str
    items: tuple[Choosable, ...]


def wear_looks(app: Flask) -> None:
    """Let templates ask for the look, and keep pages of one look from readers of another."""
    app.jinja_env.globals["the_look"] = the_look
    app.after_request(_vary)


def the_look() -> Look:
    """The look of whoever asks; what a cookie says wrongly counts as not said."""
    theme, size, keys, visits = (*request.cookies.get(COOKIE, "").split("."), *[""] * 4)[:4]
    return Look().with_values(theme, size, keys, visits)


@looks.get("/prefs")
def prefs() -> AnyResponse | str:
    """The settings; with a choice in the address it is kept, and one is led back."""
    given = request.args
    if not any(name in given for name in ("theme", "size", "keys", "visits", "clear")):
        groups = _groups(the_look())
        back = _own_path(given.get("back", ""))
        return render_template("prefs.html", form=empty_form(), groups=groups, back=back)
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        abort(403)
    response = redirect(_own_path(given.get("back", "")), 303)
    chosen = (given.get(name) for name in ("theme", "size", "keys", "visits"))
    look = Look() if "clear" in given else the_look().with_values(*chosen)
    _keep(response, look)
    if "clear" in given or look.visits == "off":
        response.delete_cookie(VISIT, httponly=True, samesite="Lax")
    return response


def _keep(response: AnyResponse, look: Look) -> None:
    if look == Look():
        response.delete_cookie(COOKIE, httponly=True, samesite="Lax")
        return
    value = f"{look.theme}.{look.size}.{look.keys}.{look.visits}"
    response.set_cookie(
        COOKIE, value, A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure
    )


def _own_path(address: str) -> str:
    """A path of this site, and no other address; the settings otherwise."""
    foreign = not address.startswith("/") or address.startswith(("//", "/\\"))
    return urls.prefs() if foreign or not address.isprintable() else address


def _groups(look: Look) -> tuple[Group, ...]:
    return (
        Group("theme", "配色", _choosable(THEMES, look.theme)),
        Group("size", "字号", _choosable(SIZES, look.size)),
        Group("keys", "快捷键", _choosable(KEYS, look.keys)),
        Group("visits", "上次访问", _choosable(VISITS, look.visits)),
    )


def _choosable(labels: dict[str, str], chosen: str) -> tuple[Choosable, ...]:
    return tuple(Choosable(value, label, value == chosen) for value, label in labels.items())


def _vary(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.vary.add("Cookie")
    return response
