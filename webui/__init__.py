"""The pages people search with: what does a reader see?

    address  --asked-->  SearchState  --library-->  Results  --presenters-->  templates

The address is the whole state; the process only reads, and the pages need no script.
"""

from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from indexer.library import Library, open_library
from webui import urls
from webui.about import about
from webui.answers.encoding import Encoding
from webui.api import api
from webui.archive import keep_library
from webui.article_ids import ArticleIdConverter
from webui.assets import assets, keep_assets
from webui.exports import exports
from webui.failures import answer_failures
from webui.freshness import keep_fresh
from webui.health import health
from webui.issues import issues
from webui.language import keep_languages
from webui.looks import looks, wear_looks
from webui.originals import originals
from webui.pictures import pictures
from webui.portraits import portraits
from webui.saved import saved
from webui.security import secure, trust
from webui.suggestions import suggesting
from webui.views import pages
from webui.visits import note_visits
from webui.whys import whys

__all__ = ["create_app"]

PARTS = (
    *(pages, issues, portraits, saved, whys, looks, about),
    *(api, exports, suggesting, originals, pictures, assets, health),
)


def create_app(config: Path | Library | None = None) -> Flask:
    """The application over an open library, or over the one a config.toml describes.

    Without either it is the config.toml of the working folder. A library opened here stays
    open as long as the process lives.
    """
    library = config if isinstance(config, Library) else open_library(config or Path("config.toml"))
    app = Flask(__name__, static_folder=None)
    app.url_map.converters["article_id"] = ArticleIdConverter
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["urls"] = urls
    app.jinja_env.globals["archive_name"] = library.config.archive.name
    app.json = Encoding(app)
    keep_library(app, library)
    keep_assets(app)
    keep_languages(app)
    secure(app)
    wear_looks(app)
    note_visits(app)
    trust(app, library.config.web.host)
    keep_fresh(app)
    answer_failures(app)
    for part in PARTS:
        app.register_blueprint(part)
    return app
