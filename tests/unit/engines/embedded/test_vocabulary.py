"""Words become numbers and these terms; what is looked up by numpy is what a dictionary says."""

from random import Random

import numpy as np
import pytest

from indexer.analysis import Analyser
from indexer.engines.embedded import vocabulary
from indexer.engines.embedded.vocabulary import Vocabulary
from indexer.models import Knowledge
from tests.unit.engines.embedded.plain import PlainAnalyser

SIGNS = "科协会普学a1 \n\uffff\ud800"


def words(random: Random, signs: str, many: int) -> list[str]:
    return ["".join(random.choices(signs, k=random.randrange(5))) for _ in range(many)]


@pytest.mark.parametrize(
    ("signs", "bits"),
    [
        pytest.param(SIGNS, 17, id="signs of 16 bits, and no sign at all"),
        pytest.param(SIGNS, 3, id="many words that would lie at one place"),
        pytest.param(SIGNS + "𠮷", 17, id="a rare character of 32 bits"),
        pytest.param(SIGNS + "\0", 17, id="a sign that is 0"),
    ],
)
def test_each_word_has_one_number(signs: str, bits: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "BITS", bits)
    held = Vocabulary(PlainAnalyser())
    random = Random(1)
    for many in (0, 1, 50, 300, 300):
        asked = words(random, signs, many)
        numbers = held.numbers(asked).tolist()
        assert [held.words[number] for number in numbers] == asked
        assert numbers == [held[word] for word in asked]
    assert len(set(held.words)) == len(held.words)


def test_terms_of_texts_are_those_of_the_analyser() -> None:
    name = "北京市科学技术协会"
    analyser = Analyser(Knowledge(words=(name,)))
    held = Vocabulary(analyser)
    texts = [f"{name}12月21日举办活动。", "", "，。", "中国科协covid19，科普", "𠮷野家"]
    for _ in range(2):
        cut = [analyser.split(text) for text in texts]
        numbers = held.numbers([word for some in cut for word in some])
        terms, lengths = held.terms(numbers, np.array([len(some) for some in cut]))
        found = [held.words[number] for number in terms.tolist()]
        assert found == [word for text in texts for word in analyser.words(text)]
        assert lengths.tolist() == [len(analyser.words(text)) for text in texts]


def test_full_vocabulary_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "MOST", 3)
    held = Vocabulary(PlainAnalyser())
    held.numbers(["一", "二", "三"])
    assert not held.is_full
    held.numbers(["四"])
    assert held.is_full
