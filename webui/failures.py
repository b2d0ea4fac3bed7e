"""What is answered when something goes wrong: in words, with a way on, as a page or as JSON."""

import secrets
from dataclasses import dataclass

from flask import Flask, Response, current_app, g, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from indexer.errors import ArticleMissing, BulletinError, IndexUnavailable, QuestionRejected
from webui import urls
from webui.asked import Remark, Weight
from webui.finding import BeyondTheEnd, Refused, asked_for
from webui.presenters.form import empty_form, refused_form
from webui.presenters.pager import Link

WORDS = {
    400: ("请求有误", "地址或内容不合规定，请从首页重新检索。"),
    404: ("没有这个页面", "地址可能不完整，或页面已不存在。"),
    405: ("不支持这样访问", "本站的页面只供查看。"),
    413: ("内容过大", "本站不接收内容。"),
    414: ("地址过长", "请减少检索条件后重试。"),
}
MACHINE_SUFFIXES = (".json", ".csv", ".xlsx", ".md", ".atom", "/suggest")
OTHERWISE = ("无法完成", "请从首页重新检索。")
# Nothing here can fail: no template, no address, no library.
LAST_RESORT = """<!doctype html>
<html lang="zh-Hans"><meta charset="utf-8"><title>错误：{heading}</title>
<h1>{heading}</h1><p>{message}</p><p>错误编号：{number}</p><p><a href="/">返回首页</a></p></html>
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


def answer_failures(app: Flask) -> None:
    """Let the application answer each kind of failure."""
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(QuestionRejected, _rejected)
    app.register_error_handler(BeyondTheEnd, _beyond)
    app.register_error_handler(ArticleMissing, _article_missing)
    app.register_error_handler(IndexUnavailable, _index_unavailable)
    app.register_error_handler(BulletinError, _unavailable)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(InternalServerError, _bug)
    app.register_error_handler(HTTPException, _http)


def request_id() -> str:
    """The number by which this request can be found in the log."""
    if "request_id" not in g:
        g.request_id = secrets.token_hex(6)
    number: str = g.request_id
    return number


def _refused(failure: Refused) -> Response:
    if _for_machines():
        return _json(400, "检索条件有误", str(failure), failure.remarks)
    first, last = (request.args.get(name, "") for name in ("from", "to"))
    form = refused_form(failure.asked.state, first, last, failure.remarks)
    return make_response(render_template("refused.html", form=form), 400)


def _rejected(failure: QuestionRejected) -> Response:
    return _refused(Refused(asked_for(), (Remark("q", str(failure), Weight.ERROR),)))


def _beyond(failure: BeyondTheEnd) -> Response:
    last = Link(f"到最后一页（第 {failure.last.page} 页）", urls.search(failure.last))
    return _answer(404, "没有这一页", f"{failure}。", last)


def _article_missing(failure: ArticleMissing) -> Response:
    state = asked_for().state
    links = (Link("重新检索", urls.search(state)),) if state.asks else ()
    return _answer(404, "没有这篇文章", "它可能已从资料中移除，或地址不完整。", *links)


def _index_unavailable(failure: IndexUnavailable) -> Response:
    current_app.logger.warning("%s: %s", request_id(), failure)
    return _answer(503, "暂时不能检索", f"{failure}。完成后请刷新本页。")


def _unavailable(failure: BulletinError) -> Response:
    current_app.logger.error("%s: %s", request_id(), failure)
    return _answer(503, "暂时不能检索", f"{failure}。")


def _http(failure: HTTPException) -> Response:
    status = failure.code or 500
    heading, message = WORDS.get(status, OTHERWISE)
    response = _answer(status, heading, message)
    for name, value in failure.get_headers():
        if name not in {"Content-Type", "Content-Length"}:
            response.headers[name] = value
    return response


def _foreign_host(_: SecurityError) -> Response:
    # Flask could not make an address map for this host, so no address can be built.
    return _plain(400, "请求有误", "本站不以这个主机名提供服务，请使用管理员给出的地址。")


def _bug(failure: InternalServerError) -> Response:
    heading, message = "出错了", "程序遇到意外，请把错误编号告诉管理员。"
    current_app.logger.error("%s: %s %s", request_id(), request.method, request.path)
    if _for_machines():
        return _json(500, heading, message)
    return _plain(500, heading, message)


def _answer(status: int, heading: str, message: str, *links: Link) -> Response:
    if _for_machines():
        return _json(status, heading, message)
    ways = (*links, Link("返回首页", urls.home()))
    view = ErrorView(status, heading, message, ways, request_id())
    form = empty_form(request.args.get("q", "").strip())
    return make_response(render_template("error.html", form=form, view=view), status)


def _json(status: int, title: str, detail: str, remarks: tuple[Remark, ...] = ()) -> Response:
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


def _plain(status: int, heading: str, message: str) -> Response:
    page = LAST_RESORT.format(heading=heading, message=message, number=request_id())
    return make_response(page, status)


def _for_machines() -> bool:
    return request.path.endswith(MACHINE_SUFFIXES)
