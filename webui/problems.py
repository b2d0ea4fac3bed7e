"""An answer that says what is wrong: a page with a way on, its JSON twin, or the last resort.

Every one carries the number by which its request can be found in the log.
"""

import re
import secrets
from dataclasses import dataclass

from flask import Response, g, jsonify, make_response, render_template, request

from webui import urls
from webui.asked import LONGEST_TEXT, Remark
from webui.formats import for_machines
from webui.language import _, the_tag
from webui.presenters.form import empty_form
from webui.presenters.pager import Link

HAN = re.compile(r"[\u3400-\u9fff]+")
# Nothing here can fail: no template, no address, no library.
LAST_RESORT = """<!doctype html>
<html lang="{tag}"><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<main><h1>{heading}</h1><p>{message}</p><p>{number}</p><p><a href="/">{home}</a></p></main></html>
"""


@dataclass(frozen=True, slots=True)
class ErrorView:
    """A page that says what is wrong and where to go."""

    status: int
    heading: str
    message: str
    links: tuple[Link, ...]
    request_id: str


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one parameter."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """The JSON twin of an error page, with the members of application/problem+json."""

    ok: bool
    type: str
    title: str
    status: int
    detail: str
    error: str
    errors: tuple[FieldError, ...]
    request_id: str


def request_id() -> str:
    """The number by which this request can be found in the log."""
    if "request_id" not in g:
        g.request_id = secrets.token_hex(6)
    number: str = g.request_id
    return number


def error_answer(status: int, heading: str, message: str, *links: Link) -> Response:
    """What is wrong and the ways on, in the form that was asked for."""
    if for_machines():
        return problem(status, heading, message)
    ways = (*links, Link(_("返回首页"), urls.home()))
    view = ErrorView(status, heading, message, ways, request_id())
    form = empty_form(request.args.get("q", "").strip() or _words(request.path))
    return make_response(render_template("error.html", form=form, view=view), status)


def problem(status: int, title: str, detail: str, remarks: tuple[Remark, ...] = ()) -> Response:
    """What is wrong, for programs (RFC 9457); the remarks name the parameters."""
    errors = tuple(FieldError(remark.field, remark.message) for remark in remarks)
    answer = ErrorAnswer(
        ok=False,
        type="about:blank",
        title=title,
        status=status,
        detail=detail,
        error=detail,
        errors=errors,
        request_id=request_id(),
    )
    response = jsonify(answer)
    response.status_code = status
    response.mimetype = "application/problem+json"
    return response


def plain_page(status: int, heading: str, message: str) -> Response:
    """What is wrong, on a page that needs nothing and so cannot fail itself."""
    page = LAST_RESORT.format(
        tag=the_tag(),
        title=_("错误：%(heading)s", heading=heading),
        heading=heading,
        message=message,
        number=_("错误编号：%(number)s", number=request_id()),
        home=_("返回首页"),
    )
    return make_response(page, status)


def _words(path: str) -> str:
    """The Chinese words of an address that leads nowhere: /科普/活动 -> 科普 活动."""
    return " ".join(HAN.findall(path))[:LONGEST_TEXT]
