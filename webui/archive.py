"""The library that answers for this application, opened once."""

from flask import Flask, current_app

from indexer.library import Library

KEY = "bulletin-library"


def keep_library(app: Flask, library: Library) -> None:
    """Let the application's pages ask this library."""
    app.extensions[KEY] = library


def the_library() -> Library:
    """The library of the application that handles the request."""
    library: Library = current_app.extensions[KEY]
    return library
