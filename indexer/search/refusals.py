"""Why an article is no hit: the word that is missing, the exclusion, the condition, the filter."""

from collections.abc import Iterator

from indexer.models import (
    And,
    Basis,
    Dated,
    Favoured,
    Leaf,
    Name,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Question,
    Reason,
    StoredArticle,
    Tagged,
    Undated,
    Word,
)
from indexer.search.leaves import FACET_LABELS, leaves, shown
from indexer.search.nearest import nearest
from indexer.search.parts import SearchParts
from indexer.search.understanding import Understood


def refusals(
    parts: SearchParts, understood: Understood, root: Node, stored: StoredArticle
) -> Iterator[Reason]:
    """Each part of a tree that keeps an article out; nothing where the tree matches it."""
    match root:
        case _ if _matches(parts, root, stored):
            return
        case Favoured(child):
            yield from refusals(parts, understood, child, stored)
        case And(children) | Or(children):
            for child in children:
                yield from refusals(parts, understood, child, stored)
        case Not(child):
            guilty = [leaf for leaf, _ in leaves(child) if _matches(parts, leaf, stored)]
            named = "、".join(map(understood.show, guilty))
            yield Reason(False, f"检索时排除了 {named}，而文章符合它")
        case _:
            yield from _missing(parts, understood, root, stored)


def _matches(parts: SearchParts, node: Node, stored: StoredArticle) -> bool:
    return parts.engine.explain(Question(node, duplicates=True), stored.id).matched


def _missing(
    parts: SearchParts, understood: Understood, leaf: Node, stored: StoredArticle
) -> Iterator[Reason]:
    """Why one leaf does not match."""
    match leaf:
        case Tagged(facet, _):
            label = FACET_LABELS[facet]
            asked, has = understood.show(leaf), _has(stored, facet)
            yield Reason(False, f"要求{asked}，这篇的{label}是 {has}")
        case Word(text) if not understood.aliases and (alias := _by_alias(parts, leaf, stored)):
            yield Reason(False, f"没有“{text}”，{alias}；允许别名就能找到")
        case Word(text) | Phrase(text) | Prefix(text):
            place = "标题中" if leaf.field else "标题和正文中都"
            typed = map(parts.analyser.normal, understood.typed)
            near = nearest(stored, [text, *(piece for piece in typed if text in piece)])
            yield Reason(False, f"{place}没有{_quoted(leaf)}{f'；{near}' if near else ''}")
        case Name(text, aliases):
            others = f"，也没有{'、'.join(aliases)}" if aliases else ""
            yield Reason(False, f"没有“{text}”{others}，单位也不是它")
        case Near(left, right, distance):
            yield Reason(
                False, f"“{left.text}”与“{right.text}”没有在同一段中相隔 {distance} 字以内"
            )
        case Dated(basis) | Undated(basis):
            day = stored.article.date if basis is Basis.EVENT else stored.issue.date
            yield Reason(False, f"要求{understood.show(leaf)}，这篇的是 {day or '不详'}")


def _quoted(leaf: Leaf) -> str:
    return shown(leaf) if isinstance(leaf, Phrase | Prefix) else f"“{shown(leaf)}”"


def _has(stored: StoredArticle, facet: str) -> str:
    """What an article has of a facet, in words."""
    article, issue = stored.article, stored.issue
    values = {
        "organization": "、".join(article.organizations),
        "person": "、".join(dict.fromkeys(person.name for person in article.persons)),
        "section": article.section,
        "issue": issue.number or issue.title,
    }
    return values[facet] or "未标"


def _by_alias(parts: SearchParts, leaf: Word, stored: StoredArticle) -> str:
    """How an article holds a name by another name of the same body; empty if it does not."""
    known = parts.names.known(leaf.text)
    if known is None:
        return ""
    for other in known.others:
        if _matches(parts, Phrase(parts.analyser.normal(other), leaf.field), stored):
            return f"只写作“{other}”"
    if leaf.field is None and known.entry.name in stored.article.organizations:
        return f"只是单位标为 {known.entry.name}"
    return ""
