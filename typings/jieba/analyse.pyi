"""jieba's analyser for Whoosh, which only the benchmark's naive contestant uses."""

from whoosh.analysis import Composable

def ChineseAnalyzer() -> Composable: ...
