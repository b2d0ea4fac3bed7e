"""The command line: one small file a command; prints, decides nothing."""

from indexer.cli.main import main

__all__ = ["main"]
