"""Where the site is, for addresses that are read elsewhere: in feeds, tables, descriptions."""

from urllib.parse import urlsplit

from flask import request

from webui.archive import the_library

NOWHERE = "localhost"


def site() -> str:
    """The address of the site without a slash: as configured, else as it was asked for."""
    return (the_library().config.web.address or request.url_root).rstrip("/")


def authority() -> str:
    """The host under which things get names that last, whichever way the site is reached."""
    return urlsplit(the_library().config.web.address).hostname or NOWHERE
