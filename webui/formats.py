"""In which form an answer is wanted: the suffix of its address tells."""

from flask import request

SUFFIXES = (".json", ".csv", ".xlsx", ".md", ".docx", ".atom", ".txt", ".opml")
ADDRESSES = ("/suggest", "/healthz", "/readyz")


def for_machines() -> bool:
    """Whether a program asks, which is answered in its own terms even when something is wrong."""
    return request.path.endswith((*SUFFIXES, *ADDRESSES))
