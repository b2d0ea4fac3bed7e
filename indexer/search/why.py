"""Why an article is, or is not, among the hits of a query: the questions asked in order."""

import re
from collections.abc import Iterator
from dataclasses import replace

from indexer.catalog import CatalogReader
from indexer.models import Query, Question, Reason, Status, StoredArticle, Why
from indexer.search.asking import make_question
from indexer.search.filtered import filtered_out
from indexer.search.parts import SearchParts
from indexer.search.proofs import credits_of
from indexer.search.refusals import refusals
from indexer.search.understanding import Understood, understand

# Rank is told as far as results can be paged.
MOST_RANKED = 10_000
_NUMBERED = re.compile(r"(?P<path>.+)#(?P<number>[0-9]{1,6})")


def why(parts: SearchParts, article: str, query: Query) -> Why:
    """Why an article is or is not found; ``article`` is an id, a source path, or path#3.

    QuestionRejected for a query that cannot be asked.
    """
    understood = understand(parts, query)
    ids, trouble = _find(parts.catalog, article)
    if trouble:
        return Why(article, None, False, (trouble,))
    question = replace(make_question(parts, query, understood), offset=0, limit=MOST_RANKED)
    order = [hit.article_id for hit in parts.engine.search(question).hits]
    chosen = next((key for key in order if key in ids), ids[0])
    stored = parts.catalog.article(chosen)
    if stored is None:
        return Why(article, None, False, (_unknown(article),))
    found = chosen in order
    reasons = [] if len(ids) == 1 else [_one_of(ids, chosen)]
    if found:
        reasons += _for(parts, question, understood, stored, order)
    else:
        reasons += _against(parts, question, understood, stored, order)
    return Why(chosen, stored.article.title, found, (*reasons, *_stale(parts)))


def _find(catalog: CatalogReader, article: str) -> tuple[tuple[str, ...], Reason | None]:
    """The ids that are meant, or why there is none."""
    if catalog.article(article) is not None:
        return (article,), None
    numbered = _NUMBERED.fullmatch(article)
    path = numbered["path"] if numbered else article
    report = catalog.report(path)
    if report is None:
        return (), _unknown(article)
    if report.status is not Status.OK:
        return (), Reason(False, f"文件 {path} 没有读入：{report.reason or report.status.value}")
    ids = catalog.articles_of(path)
    if numbered:
        number = int(numbered["number"])
        ids = ids[number - 1 : number] if number else ()
    return ids, None if ids else Reason(False, f"文件 {path} 中没有这一篇文章")


def _unknown(article: str) -> Reason:
    return Reason(False, f"资料库中没有“{article}”：既不是文章编号，也不是已收录的文件")


def _one_of(ids: tuple[str, ...], chosen: str) -> Reason:
    number = ids.index(chosen) + 1
    return Reason(True, f"文件中有 {len(ids)} 篇文章，这是第 {number} 篇；用“文件#序号”可指定一篇")


def _for(
    parts: SearchParts,
    question: Question,
    understood: Understood,
    stored: StoredArticle,
    order: list[str],
) -> Iterator[Reason]:
    """Where it stands among the hits, and what brought it there."""
    yield Reason(True, f"排在第 {order.index(stored.id) + 1} 位，共 {len(order)} 篇")
    yield from credits_of(parts, question, understood, stored)


def _against(
    parts: SearchParts,
    question: Question,
    understood: Understood,
    stored: StoredArticle,
    order: list[str],
) -> Iterator[Reason]:
    """Why it is not found, every reason there is; never none."""
    explanation = parts.engine.explain(question, stored.id)
    if not explanation.known:
        yield Reason(False, "文章在目录库中，但不在索引里；请运行 bulletin index")
        return
    reasons = [
        *refusals(parts, understood, understood.root, stored),
        *filtered_out(question.filters, stored),
    ]
    yield from reasons
    if not reasons:
        yield _merged(parts, stored, order)


def _merged(parts: SearchParts, stored: StoredArticle, order: list[str]) -> Reason:
    """It matches and is not shown: another version is, or too many are before it."""
    versions = parts.catalog.versions(stored.cluster)
    shown = next((one for one in versions if one.id in order), None)
    if shown is None:
        return Reason(False, f"符合检索，但排在前 {MOST_RANKED} 篇之后")
    where = shown.issue.number or shown.source
    return Reason(
        False, f"与 {where} 的“{shown.article.title}”（编号 {shown.id}）是同一篇，只列那一篇"
    )


def _stale(parts: SearchParts) -> Iterator[Reason]:
    stats = parts.engine.stats()
    if stats.state.revision < parts.catalog.state().revision:
        yield Reason(False, "索引落后于目录库；请运行 bulletin index")
    if stats.fingerprint != parts.analyser.fingerprint:
        yield Reason(False, "索引与词典不一致；请运行 bulletin reindex")
