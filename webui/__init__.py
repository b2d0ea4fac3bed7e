"""The pages people search with: what does a reader see?

    address  --asked-->  SearchState  --library-->  Results  --presenters-->  templates

The address is the whole state; the process only reads, and the pages need no script.
"""

from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from indexer.library import Library, open_library
from webui import urls
from webui.api import api
from webui.archive import keep_library
from webui.article_ids import ArticleIdConverter
from webui.failures import answer_failures
from webui.security import secure, trust
from webui.views import pages

__all__ = ["create_app"]


def create_app(config: Path | Library | None = None) -> Flask:
    """The application over an open library, or over the one a config.toml describes.

    Without either it is the config.toml of the working folder. A library opened here stays
    open as long as the process lives.
    """
    library = config if isinstance(config, Library) else open_library(config or Path("config.toml"))
    app = Flask(__name__)
    app.url_map.converters["article_id"] = ArticleIdConverter
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["urls"] = urls
    app.jinja_env.globals["archive_name"] = library.config.archive.name
    app.json.ensure_ascii = False  # type: ignore[attr-defined] # of the default provider
    app.json.sort_keys = False  # type: ignore[attr-defined]
    keep_library(app, library)
    secure(app)
    trust(app, library.config.web.host)
    answer_failures(app)
    app.register_blueprint(pages)
    app.register_blueprint(api)
    return app
