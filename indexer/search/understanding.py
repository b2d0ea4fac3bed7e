"""What was typed -> the tree an engine is asked, and how it was understood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indexer.errors import QuestionRejected
from indexer.models import (
    And,
    Everything,
    Field,
    Fielded,
    Leaf,
    Match,
    Node,
    Or,
    Phrase,
    Query,
    Reading,
    Shared,
    Text,
    Understanding,
    Widened,
)
from indexer.query import parse_question
from indexer.search.leaves import leaves, shown, texts
from indexer.search.lowering import Lowering
from indexer.search.parts import SearchParts

_QUOTES = '“”"「」 '


@dataclass(frozen=True, slots=True)
class Understood:
    """The tree for the engine, and how it came about.

    ``typed`` are the wanted pieces of the text as they were typed, ``valued`` those that are
    values of a field; ``asked`` is what was typed for leaves that do not tell it themselves.
    """

    root: Node
    typed: tuple[str, ...]
    valued: tuple[str, ...]
    notices: tuple[str, ...]
    widened: tuple[Widened, ...]
    shared: tuple[Shared, ...]
    asked: Mapping[Leaf, str]
    aliases: bool

    def show(self, leaf: Leaf) -> str:
        """A leaf as a question shows it: 科普, “科普日”, 单位：北京市科协."""
        return self.asked.get(leaf) or shown(leaf)


def understand(parts: SearchParts, query: Query) -> Understood:
    """The tree of a query's texts, its leaves cut and in normal form; QuestionRejected."""
    reading = _parse(parts, query)
    lowering = Lowering(parts, query.aliases, query.title_only)
    main = lowering.run(reading.root, Or if query.match is Match.ANY else And)
    if main is None:
        raise QuestionRejected("检索词过于宽泛；请输入要找的词，例如 科普日")
    narrowed = [parse_question(text, parts.today()) for text in query.within if text.strip()]
    roots = [main, *(lowering.run(one.root, And) for one in narrowed)]
    wanted = tuple(one for one in roots if one is not None and not isinstance(one, Everything))
    notices = [note for one in (reading, *narrowed) for note in one.notices] + lowering.notices
    return Understood(
        root=_all(wanted) if wanted else Everything(),
        typed=tuple(dict.fromkeys(_typed(reading.root, valued=False))),
        valued=tuple(dict.fromkeys(_typed(reading.root, valued=True))),
        notices=tuple(dict.fromkeys(notices)),
        widened=tuple(lowering.widened.values()),
        shared=tuple(lowering.shared.values()),
        asked=lowering.asked,
        aliases=query.aliases,
    )


def describe(understood: Understood) -> Understanding:
    """How a question was understood, for the person who typed it."""
    found = list(leaves(understood.root))
    wanted = [leaf for leaf, is_wanted in found if is_wanted]
    phrases = [leaf for leaf in wanted if isinstance(leaf, Phrase)]
    words = [leaf for leaf in wanted if texts(leaf) and leaf not in phrases]
    return Understanding(
        words=_once(map(understood.show, words)),
        phrases=_once(leaf.text for leaf in phrases),
        excluded=_once(understood.show(leaf) for leaf, is_wanted in found if not is_wanted),
        notices=understood.notices,
        widened=understood.widened,
        shared=understood.shared,
        conditions=_once(understood.show(leaf) for leaf in wanted if not texts(leaf)),
    )


def _all(roots: tuple[Node, ...]) -> Node:
    return roots[0] if len(roots) == 1 else And(roots)


def _parse(parts: SearchParts, query: Query) -> Reading:
    text = query.text
    if query.match is Match.PHRASE and text.strip():
        text = "“" + text.strip(_QUOTES) + "”"
    return parse_question(text, parts.today())


def _typed(node: Node, valued: bool, within: bool = False) -> Iterator[str]:
    """The words and phrases that are wanted as they were typed, in the texts or as values."""
    match node:
        case Text(text) if valued is within:
            yield from text.split()
        case Phrase(text) if valued is within:
            yield text
        case Fielded(field, child):
            yield from _typed(child, valued, field != Field.TITLE)
        case And(children) | Or(children):
            for child in children:
                yield from _typed(child, valued, within)


def _once(texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
