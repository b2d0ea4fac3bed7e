"""Why a hit is a hit: each word with its field, page and score, the tier, the date."""

from collections.abc import Iterator

from indexer.analysis import find_matches
from indexer.models import Evidence, Name, Question, Reason, StoredArticle, Word
from indexer.search.leaves import leaves, texts
from indexer.search.parts import SearchParts
from indexer.search.understanding import Understood

_FIELDS = {"title": "标题", "lead": "开头", "body": "正文"}


def credits_of(
    parts: SearchParts, question: Question, understood: Understood, stored: StoredArticle
) -> Iterator[Reason]:
    """What each word, name, field and day of a question gave a hit."""
    explanation = parts.engine.explain(question, stored.id)
    for evidence in explanation.evidence:
        if (evidence.words or evidence.characters) and evidence.field in _FIELDS:
            yield _credit(evidence, stored)
    for leaf, wanted in leaves(understood.root):
        if isinstance(leaf, Name) and leaf.organization in stored.article.organizations:
            yield Reason(True, f"文章的单位是 {leaf.organization}")
        elif wanted and not texts(leaf):
            yield Reason(True, f"符合 {understood.show(leaf)}")
    literal = {
        one.text
        for one in explanation.evidence
        if one.characters and not _cut_somewhere(one.text, explanation.evidence)
    }
    words = [text for text in _words(understood) if text in literal]
    if words:
        named = "、".join(f"“{word}”" for word in words)
        yield Reason(True, f"{named}只按字面匹配，排在按词匹配的文章之后")
    if question.today is not None and stored.article.date:
        yield Reason(True, f"日期 {stored.article.date}；相关度相近时较新的排在前面")


def _credit(evidence: Evidence, stored: StoredArticle) -> Reason:
    """“科普”在标题中，按词 1 处."""
    name = f"“{evidence.text}”"
    if evidence.alias:
        name += f"以“{evidence.alias}”"
    how = f"按词 {evidence.words} 处" if evidence.words else f"字面 {evidence.characters} 处"
    message = f"{name}在{_FIELDS[evidence.field]}中，{how}"
    return Reason(True, message, _page(evidence, stored), evidence.score)


def _page(evidence: Evidence, stored: StoredArticle) -> int | None:
    """The page where it stands first, in a file that has pages."""
    article = stored.article
    if article.page is None or evidence.field == "title":
        return article.page
    found = find_matches(article.body.text, (evidence.alias or evidence.text,))
    place = article.body.place(found[0][0]) if found else None
    return place[0] if place else article.page


def _cut_somewhere(text: str, evidence: tuple[Evidence, ...]) -> bool:
    return any(one.text == text and one.words for one in evidence)


def _words(understood: Understood) -> Iterator[str]:
    """The wanted words, which may match literally; phrases always do."""
    for leaf, wanted in leaves(understood.root):
        if wanted and isinstance(leaf, Word):
            yield leaf.text
