"""The originals as they were printed, found by the id of their issue and by nothing else."""

from flask import Blueprint, Response, abort, request, send_file

from webui.archive import the_library

PDF = ".pdf"

originals = Blueprint("originals", __name__)


@originals.get("/pdf/<article_id:issue_id>")
def original(issue_id: str) -> Response:
    """The file of an issue, in parts if so asked; all but PDF, and with download=1, to be kept."""
    path = the_library().original(issue_id)
    if path is None:
        abort(404)
    is_pdf = path.suffix.lower() == PDF
    return send_file(
        path,
        # What is no PDF is never shown as a page of ours.
        mimetype="application/pdf" if is_pdf else "application/octet-stream",
        as_attachment=not is_pdf or request.args.get("download") == "1",
        download_name=path.name,
        conditional=True,
    )
