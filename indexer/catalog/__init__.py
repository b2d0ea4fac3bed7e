"""What do we know for certain? The record of all that was read, in SQLite."""

from indexer.catalog.catalog import Catalog
from indexer.catalog.lock import WriterLock
from indexer.catalog.reading import CatalogReader

__all__ = ["Catalog", "CatalogReader", "WriterLock"]
