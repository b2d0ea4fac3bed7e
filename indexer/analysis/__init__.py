"""Which terms stand in this text? The same answer for articles and for questions."""

from indexer.analysis.analyser import Analyser
from indexer.analysis.matches import find_matches

__all__ = ["Analyser", "find_matches"]
