from collections.abc import Iterable
from itertools import islice

from bench.speed.cases import COUNTS, Kind, draw_cases
from bench.speed.corpus import Recipe, write_articles
from bench.speed.lexicon import ORGANIZATIONS, Lexicon
from bench.speed.reading import make_analyser
from bench.speed.stock import Stock
from indexer.models import IndexEntry


def _vocabulary(articles: Iterable[IndexEntry]) -> int:
    return len({word for one in articles for word in make_analyser().words(one.body)})


def test_more_articles_begin_with_the_same_ones(lexicon: Lexicon) -> None:
    few = list(write_articles(Recipe(20, repeats=0.2), lexicon))
    assert few == list(islice(write_articles(Recipe(1_000_000, repeats=0.2), lexicon), 20))


def test_another_seed_gives_other_articles(lexicon: Lexicon) -> None:
    one, other = (next(write_articles(Recipe(1, seed), lexicon)) for seed in (1, 2))
    assert one.body != other.body


def test_articles_are_as_long_and_as_rich_as_those_of_bulletins(lexicon: Lexicon) -> None:
    articles = list(write_articles(Recipe(400), lexicon))
    assert 540 < sum(len(one.body) for one in articles) / len(articles) < 640
    assert {len(one.organizations) for one in articles} >= {1, 2, 3, 4, 5}
    assert len(lexicon.organizations.values) == ORGANIZATIONS
    assert {one.date is None for one in articles} == {True, False}
    assert len({one.issue for one in articles}) > 90
    assert all(one.cluster == one.id for one in articles)


def test_the_vocabulary_keeps_growing(lexicon: Lexicon) -> None:
    articles = list(write_articles(Recipe(400), lexicon))
    assert _vocabulary(articles) > _vocabulary(articles[:200]) + 400


def test_a_repeated_article_is_a_version_of_an_earlier_one(stock: Stock) -> None:
    by_id = {entry.id: entry for entry in stock.entries()}
    repeated = [entry for entry in by_id.values() if entry.cluster != entry.id]
    assert 5 < len(repeated) < 40
    for entry in repeated:
        assert entry.cluster < entry.id
        assert entry.body.startswith(by_id[entry.cluster].body[:50])


def test_what_was_prepared_is_used_again(stock: Stock) -> None:
    assert [cut.entry for cut in stock.ready()] == list(stock.entries())
    first = next(iter(stock.ready()))
    assert tuple(first.body.split(" ")) == make_analyser().words(first.entry.body)


def test_there_are_two_hundred_questions_of_the_kinds_agreed_on(stock: Stock) -> None:
    cases = draw_cases(stock.ready(), seed=1)
    assert len(cases) == 200
    assert {kind: sum(case.kind is kind for case in cases) for kind in Kind} == COUNTS
    assert cases == draw_cases(stock.ready(), seed=1)
    assert cases != draw_cases(stock.ready(), seed=2)
