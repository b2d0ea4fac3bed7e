"""Whoosh's own parser, which only the benchmark's naive contestant uses."""

from whoosh.fields import Schema
from whoosh.query import Query

class QueryParser:
    def parse(self, text: str) -> Query: ...

class MultifieldParser(QueryParser):
    def __init__(self, fieldnames: list[str], schema: Schema) -> None: ...
