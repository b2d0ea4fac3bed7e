"""Which terms stand in this text? The same answer for articles and for questions."""

from indexer.analysis.analyser import Analyser
from indexer.analysis.matches import find_matches
from indexer.analysis.normalise import normal_form
from indexer.analysis.sketch import SIZE, likeness, make_sketch

__all__ = ["SIZE", "Analyser", "find_matches", "likeness", "make_sketch", "normal_form"]
