"""Which failure is answered how: each kind with its status, its words and its way on."""

from urllib.parse import quote, urlencode

from flask import (
    Flask,
    Response,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from indexer.errors import (
    ArticleGone,
    ArticleMissing,
    BulletinError,
    IndexUnavailable,
    PageUnavailable,
    QuestionRejected,
)
from webui import urls
from webui.asked import Remark, Weight
from webui.finding import BeyondTheEnd, Refused, asked_for
from webui.formats import for_machines
from webui.language import N_, _
from webui.presenters.form import refused_form
from webui.presenters.pager import Link
from webui.problems import error_answer, plain_page, problem, request_id
from webui.sayings import told

WORDS = {
    400: (N_("请求有误"), N_("地址或内容不合规定，请从首页重新检索。")),
    403: (N_("不能这样修改"), N_("显示设置只能在本站的页面上修改。")),
    404: (N_("没有这个页面"), N_("地址可能不完整，或页面已不存在。")),
    405: (N_("不支持这样访问"), N_("本站的页面只供查看。")),
    406: (N_("没有这种格式"), N_("这一页有，但不提供地址末尾所写的格式。")),
    413: (N_("内容过大"), N_("本站不接收内容。")),
    414: (N_("地址过长"), N_("请减少检索条件后重试。")),
    503: (N_("检索的人太多"), N_("请稍等几秒后重试。")),
}
OTHERWISE = (N_("无法完成"), N_("请从首页重新检索。"))


def answer_failures(app: Flask) -> None:
    """Let the application answer each kind of failure."""
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(QuestionRejected, _rejected)
    app.register_error_handler(BeyondTheEnd, _beyond)
    app.register_error_handler(ArticleMissing, _article_missing)
    app.register_error_handler(IndexUnavailable, _index_unavailable)
    app.register_error_handler(PageUnavailable, _page_unavailable)
    app.register_error_handler(BulletinError, _unavailable)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(InternalServerError, _bug)
    app.register_error_handler(HTTPException, _http)


def _refused(failure: Refused) -> Response:
    if for_machines():
        return problem(400, _("检索条件有误"), str(failure), failure.remarks)
    first, last = (request.args.get(name, "") for name in ("from", "to"))
    form = refused_form(failure.asked.state, first, last, failure.remarks)
    return make_response(render_template("refused.html", form=form), 400)


def _rejected(failure: QuestionRejected) -> Response:
    return _refused(Refused(asked_for(), (Remark("q", told(str(failure)), Weight.ERROR),)))


def _beyond(failure: BeyondTheEnd) -> Response:
    last = Link(
        _("到最后一页（第 %(page)s 页）", page=failure.last.page), urls.search(failure.last)
    )
    return error_answer(404, _("没有这一页"), _sentence(failure), last)


def _article_missing(failure: ArticleMissing) -> Response:
    state = asked_for().state
    links = (Link(_("重新检索"), urls.search(state)),) if state.asks else ()
    if isinstance(failure, ArticleGone):
        if failure.successor:
            return _moved(failure.successor)
        message = _("它的原件已不在资料中，或原件已经改变。")
        return error_answer(410, _("文章已移除"), message, *links)
    message = _("它可能已从资料中移除，或地址不完整。")
    return error_answer(404, _("没有这篇文章"), message, *links)


def _moved(successor: str) -> Response:
    """The same view of the article that took the place of the one asked for."""
    place = url_for(
        request.endpoint or "", **{**(request.view_args or {}), "article_id": successor}
    )
    return make_response(redirect(f"{place}?{_asked()}".rstrip("?"), 301))


def _index_unavailable(failure: IndexUnavailable) -> Response:
    current_app.logger.warning("%s: %s", request_id(), failure)
    return error_answer(
        503, _("暂时不能检索"), _("%(reason)s。完成后请刷新本页。", reason=told(str(failure)))
    )


def _page_unavailable(failure: PageUnavailable) -> Response:
    current_app.logger.warning("%s: %s", request_id(), failure)
    response = error_answer(503, _("暂时看不到这一页"), _sentence(failure))
    response.headers["Retry-After"] = str(failure.seconds)
    return response


def _unavailable(failure: BulletinError) -> Response:
    current_app.logger.error("%s: %s", request_id(), failure)
    return error_answer(503, _("暂时不能检索"), _sentence(failure))


def _http(failure: HTTPException) -> Response:
    status = failure.code or 500
    page = _page_in_another_form() if status == 404 else ""
    status = 406 if page else status
    heading, message = map(_, WORDS.get(status, OTHERWISE))
    response = error_answer(
        status, heading, message, *((Link(_("打开网页"), page),) if page else ())
    )
    for name, value in failure.get_headers():
        if name not in {"Content-Type", "Content-Length"}:
            response.headers[name] = value
    return response


def _foreign_host(_failure: SecurityError) -> Response:
    # Flask could not make an address map for this host, so no address can be built.
    message = _("本站不以这个主机名提供服务，请使用管理员给出的地址。")
    return plain_page(400, _("请求有误"), message)


def _bug(failure: InternalServerError) -> Response:
    heading, message = _("出错了"), _("程序遇到意外，请把错误编号告诉管理员。")
    current_app.logger.error("%s: %s %s", request_id(), request.method, request.path)
    if for_machines():
        return problem(500, heading, message)
    return plain_page(500, heading, message)


def _sentence(failure: Exception) -> str:
    """What a failure says, with its full stop."""
    return _("%(reason)s。", reason=told(str(failure)))


def _page_in_another_form() -> str:
    """The page at this address but for its suffix, empty without one: /search.pdf -> /search."""
    path, dot, suffix = request.path.rpartition(".")
    adapter = current_app.create_url_adapter(request)
    if adapter is None or not (dot and suffix.isalnum() and adapter.test(path)):
        return ""
    return f"{quote(path)}?{_asked()}".rstrip("?")


def _asked() -> str:
    """The query of this address, written as addresses are."""
    return urlencode(tuple(request.args.items(multi=True)))
