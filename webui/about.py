"""What the archive is: what it holds and lacks, how it was read, whom to ask."""

from collections import Counter
from dataclasses import dataclass
from importlib.metadata import version

from flask import Blueprint, render_template

from indexer.models import LibraryStatus, Status
from webui.archive import the_library
from webui.language import _, counted
from webui.months import moment_label
from webui.presenters.archive import STATUS_LABELS
from webui.presenters.form import empty_form

PACKAGE = "bulletin-search"

about = Blueprint("about", __name__)


@dataclass(frozen=True, slots=True)
class AboutView:
    """The archive in words; ``lacking`` tells of the files that gave no text."""

    issues: int
    articles: int
    built_at: str
    lacking: str
    contact: str
    version: str


@about.get("/about")
def page() -> str:
    """The page about the archive."""
    view = _view(the_library().status())
    return render_template("about.html", form=empty_form(), view=view)


def _view(status: LibraryStatus) -> AboutView:
    tally = Counter(source.status for source in status.sources)
    unread = (
        counted("%(status)s %(num)s 份", tally[kind], status=_(label))
        for kind, label in STATUS_LABELS.items()
        if kind != Status.OK and tally[kind]
    )
    return AboutView(
        issues=status.issues,
        articles=status.articles,
        built_at=moment_label(status.index.built_at) if status.index else "",
        lacking=_("，").join(unread),
        contact=the_library().config.archive.contact,
        version=version(PACKAGE),
    )
