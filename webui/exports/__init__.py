"""A result to be taken along: tables, a digest and a feed, of the same search as its page."""

from webui.exports.views import exports

__all__ = ["exports"]
