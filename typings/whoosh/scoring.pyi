"""BM25F, and the two classes a scoring model is made of."""

from whoosh.matching import Matcher
from whoosh.searching import Searcher

class WeightingModel:
    use_final: bool
    def idf(self, searcher: Searcher, fieldname: str, text: str | bytes) -> float: ...
    def scorer(
        self, searcher: Searcher, fieldname: str, text: str | bytes, qf: float = 1
    ) -> BaseScorer: ...
    def final(self, searcher: Searcher, docnum: int, score: float) -> float: ...

class BaseScorer:
    def supports_block_quality(self) -> bool: ...
    def score(self, matcher: Matcher) -> float: ...
    def max_quality(self) -> float: ...
    def block_quality(self, matcher: Matcher) -> float: ...

class WeightLengthScorer(BaseScorer):
    def setup(self, searcher: Searcher, fieldname: str, text: str | bytes) -> None: ...

def bm25(idf: float, tf: float, fl: float, avgfl: float, B: float, K1: float) -> float: ...

class BM25F(WeightingModel):
    B: float
    K1: float
    # NAME_B sets B for the field NAME.
    def __init__(self, B: float = 0.75, K1: float = 1.2, **kwargs: float) -> None: ...
    def supports_block_quality(self) -> bool: ...

class BM25FScorer(WeightLengthScorer):
    idf: float
    avgfl: float
    B: float
    K1: float
    qf: float
    def __init__(
        self,
        searcher: Searcher,
        fieldname: str,
        text: str | bytes,
        B: float,
        K1: float,
        qf: float = 1,
    ) -> None: ...

class Frequency(WeightingModel): ...
class TF_IDF(WeightingModel): ...
