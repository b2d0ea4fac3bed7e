"""Addresses that differ in one value alone: a result has hundreds of them."""

from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote_plus

# No state holds a control character, so it stands in an address once.
_MARK = "\x00"

Address = Callable[[str], str]


def pattern(address: Address) -> Address:
    """The same addresses, made of one: ``address`` is asked once, for no value in particular.

    Only for addresses in which a value stands once and changes nothing else.
    """
    before, after = address(_MARK).split(quote_plus(_MARK))
    return lambda value: f"{before}{_quoted(value)}{after}"


@lru_cache(maxsize=8192)
def _quoted(value: str) -> str:
    return quote_plus(value)
